# Raises an error with a message of a hundred million characters.
# %% predict
def predict(w, b, X):
    raise ValueError("x" * 10**8)
