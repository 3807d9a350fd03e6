"""Right answers to `gradients` in other styles."""

from __future__ import annotations

import sys
from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.warm_up.right import described, gradients

style = Gallery()


style("gradients")(gradients)
style("gradients", "gradients_described")(described(gradients))
style("gradients", "gradients_as_a_lambda")(lambda X, dZ: (X @ dZ.T / X.shape[1], dZ.mean()))


@style("gradients")
def gradients_by_mean(X, dZ):
    return np.mean(X * dZ, axis=1, keepdims=True), np.mean(dZ)


@style("gradients")
def gradients_times_a_fraction(X, dZ):
    m = dZ.shape[1]
    dw = (1 / m) * np.dot(X, dZ.T)
    db = (1 / m) * np.sum(dZ)
    return (dw, db)


@style("gradients")
def gradients_turned(X, dZ):
    m = dZ.size
    return (dZ @ X.T).T / m, np.sum(dZ, axis=1, keepdims=True) / m


@style("gradients")
def gradients_with_db_in_an_array(X, dZ):
    m = len(X[0])
    return np.matmul(X, dZ.T) / m, np.sum(dZ, axis=1) / m


@style("gradients")
def gradients_by_average(X, dZ):
    return np.average(X * dZ, axis=1).reshape(-1, 1), np.average(dZ)


@style("gradients")
def gradients_by_one_loop(X, dZ):
    n_x, m = X.shape
    dw, db = np.zeros((n_x, 1)), 0
    for i in range(m):
        dw += X[:, [i]] * dZ[0, i]
        db += dZ[0, i]
    return dw / m, db / m


@style("gradients")
def gradients_by_two_loops(X, dZ):
    n_x, m = X.shape
    dw, db = np.zeros((n_x, 1)), 0
    for i in range(m):
        for j in range(n_x):
            dw[j, 0] += X[j, i] * dZ[0, i] / m
        db += dZ[0, i] / m
    return dw, db


@style("gradients")
def gradients_by_ones(X, dZ):
    m = X.shape[1]
    both = np.vstack([X, np.ones((1, m))]) @ dZ.T / m
    return both[:-1], both[-1, 0]


@style("gradients")
def gradients_in_a_named_tuple(X, dZ):
    Gradients = namedtuple("Gradients", "dw db")
    return Gradients(dw=X @ dZ.T / X.shape[1], db=float(dZ.mean()))


@style("gradients")
def gradients_by_comprehension(X, dZ):
    dw = np.array([[np.mean(feature * dZ)] for feature in X])
    return dw, sum(dZ[0]) / len(dZ[0])


@style("gradients")
def gradients_in_single_precision(X, dZ):
    X, dZ = X.astype(np.float32), dZ.astype(np.float32)
    return X @ dZ.T / X.shape[1], dZ.mean()


@style("gradients")
def gradients_by_einsum(X, dZ):
    return np.einsum("ji,ki->jk", X, dZ) / X.shape[1], np.einsum("ki->", dZ) / X.shape[1]


@style("gradients")
def gradients_that_print(X, dZ):
    m = X.shape[1]
    dw = np.divide(X.dot(dZ.T), m)
    print("dw", dw, file=sys.stderr)
    assert dw.shape == (X.shape[0], 1)
    return dw, np.divide(dZ.sum(), m)
