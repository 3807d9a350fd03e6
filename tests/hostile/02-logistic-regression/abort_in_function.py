# Aborts.
# %% predict
import os


def predict(w, b, X):
    os.abort()
