"""Right answers to `house_price` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.single_neuron.right import described, house_price

style = Gallery()


style("house_price")(house_price)
style("house_price", "price_described")(described(house_price))
style("house_price", "price_as_a_lambda")(lambda w, b, X: np.maximum(0, w.T @ X + b))


@style("house_price")
def price_by_where(w, b, X):
    Z = w.T @ X + b
    return np.where(Z > 0, Z, 0)


@style("house_price")
def price_by_a_mask(w, b, X):
    Z = w.T @ X + b
    return Z * (Z > 0)


@style("house_price")
def price_by_clip(w, b, X):
    return np.clip(w.T.dot(X) + b, 0, None)


@style("house_price")
def price_by_absolute_value(w, b, X):
    Z = np.matmul(w.T, X) + b
    return (Z + np.abs(Z)) / 2


@style("house_price")
def price_on_a_copy(w, b, X):
    Z = w.T @ X + b
    Z[Z < 0] = 0
    return Z


@style("house_price")
def price_turned(w, b, X):
    return np.fmax(X.T @ w + b, 0.0).T


@style("house_price")
def price_by_sum(w, b, X):
    return np.maximum(np.sum(w * X, axis=0, keepdims=True) + b, 0)


@style("house_price")
def price_by_loop(w, b, X):
    A = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        z = np.sum(w[:, 0] * X[:, i]) + b
        A[0, i] = max(0, z)
    return A


@style("house_price")
def price_by_comprehension(w, b, X):
    return np.array([[max(0.0, float(w[:, 0] @ home + b)) for home in X.T]])


@style("house_price")
def price_by_if(w, b, X):
    Z = w.T @ X + b
    for i in range(Z.shape[1]):
        if Z[0, i] < 0:
            Z[0, i] = 0
    return Z


@style("house_price")
def price_in_single_precision(w, b, X):
    return np.maximum(0, w.astype(np.float32).T @ X.astype(np.float32) + np.float32(b))


@style("house_price")
def price_that_prints(w, b, X):
    A = np.array([np.maximum(0, w[:, 0] @ X + b)])
    print("prices", A, file=sys.stderr)
    assert A.shape == (1, X.shape[1])
    return A
