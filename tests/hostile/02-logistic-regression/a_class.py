# Writes a class where a function belongs.
# %% predict
class predict:
    def __new__(cls, w, b, X):
        return (sigmoid(w.T @ X + b) > 0.5) * 1.0
