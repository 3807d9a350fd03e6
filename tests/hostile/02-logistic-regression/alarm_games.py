# Sets alarms of its own and never lets ours ring.
# %% model
import signal


def model(*arguments, **options):
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_IGN)
    while True:
        pass
