# Leaves processes that detach themselves and wait.
# %% predict
import os
import time

for _ in range(5):
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            time.sleep(1000)
        os._exit(0)
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
