"""Right answers to `parity_tree` in other styles."""

from __future__ import annotations

import functools
import math
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.why_depth.right import described, parity_tree, xor_unit

style = Gallery()


style("parity_tree")(parity_tree)
style("parity_tree", "parity_described")(described(parity_tree))


@style("parity_tree")
def parity_of_halves(X):
    while len(X) > 1:
        half = len(X) // 2
        X = xor_unit(X[:half], X[half:])
    return X


@style("parity_tree")
def parity_by_recursion(X):
    if len(X) == 1:
        return X
    return parity_by_recursion(xor_unit(X[0::2], X[1::2]))


@style("parity_tree")
def parity_of_two_subtrees(X):
    n = len(X)
    if n == 1:
        return X.copy()
    return xor_unit(parity_of_two_subtrees(X[: n // 2]), parity_of_two_subtrees(X[n // 2 :]))


@style("parity_tree")
def parity_by_counted_layers(X):
    for _ in range(int(math.log2(X.shape[0]))):
        X = xor_unit(X[::2, :], X[1::2, :])
    return X


@style("parity_tree")
def parity_by_counted_layers_of_numpy(X):
    A = X
    for layer in range(round(np.log2(len(X)))):
        A = xor_unit(A[0::2], A[1::2])
    return A


@style("parity_tree")
def parity_row_by_row(X):
    rows = [X[i] for i in range(len(X))]
    while len(rows) > 1:
        rows = [xor_unit(rows[2 * k], rows[2 * k + 1]) for k in range(len(rows) // 2)]
    return rows[0].reshape(1, -1)


@style("parity_tree")
def parity_from_both_ends(X):
    while len(X) > 1:
        half = len(X) // 2
        X = xor_unit(X[:half], X[::-1][:half])
    return X


@style("parity_tree")
def parity_one_after_the_other(X):
    answer = X[:1]
    for i in range(1, len(X)):
        answer = xor_unit(answer, X[i : i + 1])
    return answer


@style("parity_tree")
def parity_by_reduce(X):
    return functools.reduce(xor_unit, X)[np.newaxis, :]


@style("parity_tree")
def parity_by_remainder(X):
    return np.sum(X, axis=0, keepdims=True) % 2


@style("parity_tree")
def parity_by_signs(X):
    return (1 - np.prod(1 - 2 * X, axis=0, keepdims=True)) / 2


@style("parity_tree")
def parity_by_integers(X):
    return np.bitwise_xor.reduce(X.astype(int), axis=0, keepdims=True)


@style("parity_tree")
def parity_by_reshape(X):
    m = X.shape[1]
    while X.shape[0] > 1:
        pairs = X.reshape(-1, 2, m)
        X = xor_unit(pairs[:, 0], pairs[:, 1])
    return X


@style("parity_tree")
def parity_in_single_precision(X):
    A = X.astype(np.float32)
    while len(A) > 1:
        A = xor_unit(A[0::2], A[1::2]).astype(np.float32)
    return A


@style("parity_tree")
def parity_that_talks(X):
    layers = 0
    while X.shape[0] != 1:
        X = xor_unit(X[0::2], X[1::2])
        layers += 1
    print(layers, "layers")
    warnings.warn("the values were not checked", stacklevel=2)
    return X
