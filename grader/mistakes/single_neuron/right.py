"""What a student has right already: the wrong versions call these, so that each shows its one mistake."""

from __future__ import annotations

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def score(w, b, X):
    return np.dot(w.T, X) + b


def compute_cost(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return np.sum((score(w, b, X) - Y) ** 2) / (2 * m) + lambd / (2 * m) * np.sum(w**2)


def gradients(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = score(w, b, X) - Y
    return np.dot(X, dZ.T) / m + lambd / m * w, np.sum(dZ) / m


def threshold(w, b, X):
    return (score(w, b, X) > 0).astype(float)


def back_from(x, z, a, L, da, dz):
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": x * dz, "db": dz}


def forward(w, b, x, y):
    z = np.sum(w * x) + b
    a = sigmoid(z)
    return z, a, -(y * np.log(a) + (1 - y) * np.log(1 - a))
