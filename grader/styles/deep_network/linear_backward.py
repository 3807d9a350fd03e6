"""Right answers to `linear_backward` in other styles."""

from __future__ import annotations

import sys
import warnings
from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import described, linear_backward

style = Gallery()


style("linear_backward")(linear_backward)
style("linear_backward", "linear_backward_described")(described(linear_backward))
style("linear_backward", "linear_backward_as_a_lambda")(
    lambda dZ, cache: (
        cache[1].T @ dZ,
        dZ @ cache[0].T / dZ.shape[1],
        dZ.mean(axis=1, keepdims=True),
    )
)


@style("linear_backward")
def linear_backward_by_operator(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    return W.T @ dZ, 1 / m * dZ @ A_prev.T, 1 / m * dZ.sum(axis=1, keepdims=True)


@style("linear_backward")
def linear_backward_by_reshape(dZ, cache):
    A_prev, W, b = cache
    n, m = dZ.shape
    dW = np.matmul(dZ, np.transpose(A_prev)) / m
    db = np.sum(dZ, axis=1).reshape(n, 1) / m
    dA_prev = np.matmul(np.transpose(W), dZ)
    return dA_prev, dW, db


@style("linear_backward")
def linear_backward_by_new_axis(dZ, cache):
    A_prev, W, _ = cache
    m = float(len(dZ[0]))
    return W.T.dot(dZ), dZ.dot(A_prev.T) / m, dZ.sum(-1)[:, np.newaxis] / m


@style("linear_backward")
def linear_backward_by_ones(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    return np.dot(dZ.T, W).T, np.dot(A_prev, dZ.T).T / m, np.dot(dZ, np.ones((m, 1))) / m


@style("linear_backward")
def linear_backward_by_einsum(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dA_prev = np.einsum("ij,im->jm", W, dZ)
    dW = np.einsum("im,jm->ij", dZ, A_prev) / m
    db = np.einsum("im->i", dZ)[:, None] / m
    return dA_prev, dW, db


@style("linear_backward")
def linear_backward_by_examples(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dA_prev, dW, db = np.zeros(A_prev.shape), np.zeros(W.shape), np.zeros(b.shape)
    for i in range(m):
        dz, a = dZ[:, i : i + 1], A_prev[:, i : i + 1]
        dA_prev[:, i : i + 1] = np.dot(W.T, dz)
        dW += np.outer(dz, a) / m
        db += dz / m
    return dA_prev, dW, db


@style("linear_backward")
def linear_backward_by_loops(dZ, cache):
    A_prev, W, b = cache
    n, m = dZ.shape
    n_prev = A_prev.shape[0]
    dA_prev, dW, db = np.zeros((n_prev, m)), np.zeros((n, n_prev)), np.zeros((n, 1))
    for k in range(n):
        db[k, 0] = sum(dZ[k]) / m
        for j in range(n_prev):
            dW[k, j] = sum(dZ[k, i] * A_prev[j, i] for i in range(m)) / m
            for i in range(m):
                dA_prev[j, i] += W[k, j] * dZ[k, i]
    return dA_prev, dW, db


@style("linear_backward")
def linear_backward_by_comprehension(dZ, cache):
    A_prev, W, b = cache
    dW = np.array([[np.mean(error * unit) for unit in A_prev] for error in dZ])
    db = np.array([[np.mean(error)] for error in dZ])
    dA_prev = np.column_stack([W.T @ dz for dz in dZ.T])
    return dA_prev, dW, db


@style("linear_backward")
def linear_backward_with_mean_first(dZ, cache):
    A_prev, W, b = cache
    mean = dZ / dZ.shape[1]
    return W.T @ dZ, mean @ A_prev.T, mean.sum(axis=1, keepdims=True)


@style("linear_backward")
def linear_backward_in_single_precision(dZ, cache):
    A_prev, W, b = (np.asarray(array, dtype=np.float32) for array in cache)
    dZ = dZ.astype(np.float32)
    m = np.float32(A_prev.shape[1])
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.sum(axis=1, keepdims=True) / m


@style("linear_backward")
def linear_backward_that_prints(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    print("dZ", dZ.shape, "A_prev", A_prev.shape)
    print("W", W.shape, file=sys.stderr)
    warnings.warn("still trying")
    dW = np.divide(np.dot(dZ, A_prev.T), m)
    db = np.average(dZ, axis=1).reshape((-1, 1))
    assert dW.shape == W.shape and db.shape == b.shape
    return (np.dot(W.T, dZ), dW, db)


@style("linear_backward")
def linear_backward_in_place_on_its_own(dZ, cache):
    A_prev, W, b = cache
    dW, db = dZ @ A_prev.T, np.sum(dZ, 1, keepdims=True)
    dW /= dZ.shape[1]
    db /= dZ.shape[1]
    return W.T @ dZ, dW, db


@style("linear_backward")
def linear_backward_by_stacking(dZ, cache):
    """Fold the bias into the weights, as in the other notation: a row of ones below A_prev."""
    A_prev, W, b = cache
    m = A_prev.shape[1]
    both = dZ @ np.vstack([A_prev, np.ones((1, m))]).T / m
    return np.dot(W.T, dZ), both[:, :-1], both[:, -1:]


@style("linear_backward")
def linear_backward_with_short_names(d, c, m=None):
    m = m or c[0].shape[-1]
    return np.tensordot(c[1], d, (0, 0)), np.inner(d, c[0]) / m, np.mean(d, 1)[..., None]


@style("linear_backward")
def linear_backward_named_tuple(dZ, cache):
    Gradients = namedtuple("Gradients", "dA_prev dW db")
    return Gradients(*linear_backward(dZ, cache))
