# Writes to nowhere when it is called.
# %% predict
import ctypes


def predict(w, b, X):
    ctypes.memset(0, 1, 1)
