# Returns arrays of dates, records and texts.
# %% predict
def predict(w, b, X):
    return np.zeros((1, X.shape[1]), dtype=[("Infinity", "f8"), ("\ud800", "U3")])
