# Writes without end to the files below Python's own.
# %% predict
import os


def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
for _ in range(10_000):
    os.write(1, b"x" * 10_000)
    os.write(2, b"x" * 10_000)
