# Stops itself, as Ctrl-Z would.
# %% predict
import os
import signal


def predict(w, b, X):
    os.kill(os.getpid(), signal.SIGSTOP)
