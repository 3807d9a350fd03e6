# Calls itself for ever.
# %% predict
def predict(w, b, X):
    return predict(w, b, X)
