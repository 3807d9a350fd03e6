# Closes and deletes the standard streams, at the very end of the notebook and in a function.
# %% predict
import sys


def predict(w, b, X):
    sys.stdout.close()
    sys.stdout = sys.stderr = sys.__stdout__ = None
    print("still here")
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
# %% after:model-check
sys.stdout.close()
sys.stdout = sys.stderr = None
