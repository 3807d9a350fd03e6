# Collects an endless generator.
# %% predict
import itertools


def predict(w, b, X):
    return list(itertools.count())
