# Runs an event loop for ever.
# %% model
import asyncio


def model(*arguments, **options):
    asyncio.new_event_loop().run_forever()
