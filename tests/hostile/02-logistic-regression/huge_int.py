# Returns integers of many thousand digits.
# %% predict
def predict(w, b, X):
    return [10**100_000] * X.shape[1]
