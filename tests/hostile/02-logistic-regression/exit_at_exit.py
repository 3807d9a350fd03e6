# Leaves things to do for the end of the process, and ends it.
# %% predict
import atexit
import time

atexit.register(time.sleep, 1000)
atexit.register(lambda: 1 / 0)
def predict(w, b, X):
    raise SystemExit(0)
