# Collects garbage without end, with a callback that raises.
# %% predict
import gc

gc.callbacks.append(lambda *_: 1 / 0)
gc.set_threshold(1, 1, 1)
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
