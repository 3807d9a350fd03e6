# Raises an error with a message of a ten million characters.
# %% model
def model(*arguments, **options):
    raise ValueError("x" * 10**7)
