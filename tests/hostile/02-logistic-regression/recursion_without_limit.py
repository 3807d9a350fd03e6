# Calls itself for ever, with Python's own limit taken off.
# %% predict
import sys

sys.setrecursionlimit(10**9)
class Deep:
    def __repr__(self): return repr(self)
def predict(w, b, X):
    return repr(Deep())
