# Runs an event loop for ever.
# %% predict
import asyncio


def predict(w, b, X):
    asyncio.new_event_loop().run_forever()
