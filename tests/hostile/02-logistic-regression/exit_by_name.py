# Calls exit() and quit() in a cell, and sys.exit in a function.
# %% predict
import sys


def predict(w, b, X):
    sys.exit("that is all")
exit()
quit()
