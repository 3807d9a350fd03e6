# Sleeps.
# %% predict
import time


def predict(w, b, X):
    time.sleep(10**6)
