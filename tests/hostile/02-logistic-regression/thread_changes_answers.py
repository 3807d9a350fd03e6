# Starts a thread that spoils the first function for good; what was asked before stays answered.
# %% after:predict-check
import threading

spoiled = threading.Event()
def spoil():
    while True:
        globals()["sigmoid"] = None
        spoiled.set()
threading.Thread(target=spoil, daemon=True).start()
spoiled.wait()
