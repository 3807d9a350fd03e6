"""Right answers to `softmax` in other styles."""

from __future__ import annotations

import math
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described, softmax

style = Gallery()


style("softmax")(softmax)
style("softmax", "softmax_described")(described(softmax))
style("softmax", "softmax_as_a_lambda")(lambda Z: np.exp(Z - Z.max(0)) / np.exp(Z - Z.max(0)).sum(0))


@style("softmax")
def softmax_without_keepdims(Z):
    e = np.exp(Z - np.max(Z, axis=0))
    return e / np.sum(e, axis=0)


@style("softmax")
def softmax_reshaped(Z):
    C, m = Z.shape
    e = np.exp(Z - np.amax(Z, axis=0).reshape(1, m))
    total = e.sum(axis=0).reshape(1, m)
    assert np.all(total >= 1), "the largest power is 1"
    return np.divide(e, total)


@style("softmax")
def softmax_by_columns(Z):
    A = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - max(Z[:, i]))
        A[:, i] = e / sum(e)
    return A


@style("softmax")
def softmax_by_entries(Z):
    A = np.empty_like(Z)
    for i in range(Z.shape[1]):
        top = max(Z[k][i] for k in range(Z.shape[0]))
        powers = [math.exp(Z[k][i] - top) for k in range(Z.shape[0])]
        for k, power in enumerate(powers):
            A[k, i] = power / math.fsum(powers)
    return A


@style("softmax")
def softmax_by_lists(Z):
    columns = []
    for z in Z.T:
        e = [math.exp(one - z.max()) for one in z]
        columns.append([one / sum(e) for one in e])
    return np.array(columns).T


@style("softmax")
def softmax_turned(Z):
    z = Z.T
    e = np.exp(z - z.max(axis=1)[:, None])
    return (e / e.sum(axis=1)[:, None]).T


@style("softmax")
def softmax_by_logarithm(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=0, keepdims=True))


@style("softmax")
def softmax_by_differences(Z):
    return 1 / np.exp(np.minimum(Z[:, np.newaxis] - Z, 700)).sum(axis=0)


@style("softmax")
def softmax_by_apply(Z):
    def of_one(z):
        e = np.exp(z - z.max())
        return e / e.sum()

    return np.apply_along_axis(of_one, 0, Z)


@style("softmax")
def softmax_in_single_precision(Z):
    Z = Z.astype(np.float32)
    e = np.exp(Z - Z.max(axis=0, keepdims=True))
    return e / e.sum(axis=0, keepdims=True)


@style("softmax")
def softmax_that_warns(Z):
    warnings.warn("large scores", stacklevel=2)
    print(Z.shape, file=sys.stderr)
    A = Z.copy()
    A -= A.max(axis=0)
    np.exp(A, out=A)
    A /= A.sum(axis=0)
    return A


@style("softmax")
def softmax_below_the_maximum(Z):
    e = np.exp(Z - (np.max(Z, axis=0, keepdims=True) + 1))
    return e / np.einsum("km->m", e)


@style("softmax")
def softmax_by_matrix_product(Z):
    e = np.exp(Z - Z.max(axis=0, keepdims=True))
    return e / (np.ones((1, Z.shape[0])) @ e)
