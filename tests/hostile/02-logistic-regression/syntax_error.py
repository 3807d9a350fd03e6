# Is no Python.
# %% predict
def predict(w, b, X)
    return 1 if
