# Throws all names away, NumPy's among them.
# %% predict
%reset -f
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
