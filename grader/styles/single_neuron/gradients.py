"""Right answers to `gradients` in other styles."""

from __future__ import annotations

import sys
from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.single_neuron.right import described, gradients

style = Gallery()


style("gradients")(gradients)
style("gradients", "gradients_described")(described(gradients))
style("gradients", "gradients_as_a_lambda")(
    lambda w, b, X, Y, lambd=0.0: (
        (X @ (w.T @ X + b - Y).T + lambd * w) / X.shape[1],
        np.mean(w.T @ X + b - Y),
    )
)


@style("gradients")
def gradients_by_mean(w, b, X, Y, lambd=0.0):
    error = w.T @ X + b - Y
    return np.mean(X * error, axis=1, keepdims=True) + lambd * w / X.shape[1], error.mean()


@style("gradients")
def gradients_turned(w, b, X, Y, lambd=0.0):
    m = Y.shape[1]
    error = X.T @ w + b - Y.T
    return (error.T @ X.T).T / m + lambd / m * w, np.sum(error) / m


@style("gradients")
def gradients_with_arrays_of_one(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = np.dot(w.T, X) + b - Y
    return np.dot(X, dZ.T) / m + lambd * w / m, np.sum(dZ, axis=1, keepdims=True) / m


@style("gradients")
def gradients_with_doubled_halves(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = 2 * (w.T @ X + b - Y)
    dw = X @ dZ.T / (2 * m) + 2 * lambd * w / (2 * m)
    return dw, dZ.sum() / (2 * m)


@style("gradients")
def gradients_with_two_minuses(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    error = Y - w.T @ X - b
    return -(X @ error.T - lambd * w) / m, -np.sum(error) / m


@style("gradients")
def gradients_by_one_loop(w, b, X, Y, lambd=0.0):
    n_x, m = X.shape
    dw, db = np.zeros((n_x, 1)), 0
    for i in range(m):
        x = X[:, i : i + 1]
        dz = np.sum(w * x) + b - Y[0, i]
        dw += x * dz
        db += dz
    dw += lambd * w
    return dw / m, db / m


@style("gradients")
def gradients_by_two_loops(w, b, X, Y, lambd=0.0):
    n_x, m = X.shape
    dw, db = lambd * w / m, 0.0
    for i in range(m):
        z = b
        for j in range(n_x):
            z = z + w[j, 0] * X[j, i]
        for j in range(n_x):
            dw[j, 0] += X[j, i] * (z - Y[0, i]) / m
        db += (z - Y[0, i]) / m
    return dw, db


@style("gradients")
def gradients_in_a_named_tuple(w, b, X, Y, lambd=0.0):
    Gradients = namedtuple("Gradients", "dw db")
    dZ = np.matmul(w.T, X) + b - Y
    return Gradients(dw=(np.matmul(X, dZ.T) + lambd * w) / dZ.size, db=float(np.average(dZ)))


@style("gradients")
def gradients_with_the_bias_as_a_weight(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    ones = np.vstack([X, np.ones((1, m))])
    theta = np.vstack([w, [[b]]])
    both = ones @ (theta.T @ ones - Y).T / m
    return both[:-1] + lambd * w / m, both[-1]


@style("gradients")
def gradients_flat(w, b, X, Y, lambd=0.0):
    error = w[:, 0] @ X + b - Y[0]
    dw = (X @ error + lambd * w[:, 0]) / error.size
    return dw[:, np.newaxis], error.sum() / error.size


@style("gradients")
def gradients_in_single_precision(w, b, X, Y, lambd=0.0):
    w, X, Y = (array.astype(np.float32) for array in (w, X, Y))
    dZ = w.T @ X + np.float32(b) - Y
    return (X @ dZ.T + np.float32(lambd) * w) / X.shape[1], np.mean(dZ)


@style("gradients")
def gradients_that_print(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = w.T.dot(X) + b - Y
    dw = np.divide(X.dot(dZ.T), m)
    if lambd:
        dw = dw + lambd / m * w
    print("dw", dw, file=sys.stderr)
    assert dw.shape == w.shape
    return dw, np.divide(dZ.sum(), m)
