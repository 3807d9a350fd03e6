# Sets alarms of its own and never lets ours ring.
# %% predict
import signal


def predict(w, b, X):
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    while True:
        pass
