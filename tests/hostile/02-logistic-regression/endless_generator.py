# Yields without end; whoever reads it all never comes back.
# %% predict
import itertools


def predict(w, b, X):
    return (float(i % 2) for i in itertools.count())
