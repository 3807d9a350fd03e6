"""Right answers to `softmax` in other styles."""

from __future__ import annotations

import math
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import described, softmax

style = Gallery()


style("softmax")(softmax)
style("softmax", "softmax_described")(described(softmax))
style("softmax", "softmax_as_a_lambda")(lambda Z: np.exp(Z - Z.max(axis=0)) / np.exp(Z - Z.max(axis=0)).sum(axis=0))


@style("softmax")
def softmax_without_keepdims(Z):
    E = np.exp(Z - np.max(Z, axis=0))
    return E / np.sum(E, axis=0)


@style("softmax")
def softmax_by_reshape(Z):
    m = Z.shape[1]
    E = np.exp(Z - np.max(Z, axis=0).reshape(1, m))
    return E / np.sum(E, axis=0).reshape(1, m)


@style("softmax")
def softmax_turned(Z):
    rows = Z.T - Z.T.max(axis=1, keepdims=True)
    E = np.exp(rows)
    return (E / E.sum(axis=1, keepdims=True)).T


@style("softmax")
def softmax_by_columns(Z):
    A = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - max(Z[:, i]))
        A[:, i] = e / sum(e)
    return A


@style("softmax")
def softmax_by_loops(Z):
    n, m = Z.shape
    A = np.zeros((n, m))
    for i in range(m):
        largest = max(Z[k, i] for k in range(n))
        total = sum(math.exp(Z[k, i] - largest) for k in range(n))
        for k in range(n):
            A[k, i] = math.exp(Z[k, i] - largest) / total
    return A


@style("softmax")
def softmax_stacked(Z):
    columns = []
    for z in Z.T:
        e = np.exp(z - z.max())
        columns.append(e / e.sum())
    return np.array(columns).T


@style("softmax")
def softmax_along_an_axis(Z):
    return np.apply_along_axis(lambda z: np.exp(z - z.max()) / np.exp(z - z.max()).sum(), 0, Z)


@style("softmax")
def softmax_by_logarithms(Z):
    return np.exp(Z - np.logaddexp.reduce(Z, axis=0))


@style("softmax")
def softmax_by_differences(Z):
    """1 / sum of e**(z_j - z_i): no two scores of a column are far apart."""
    return 1 / np.sum(np.exp(Z[:, np.newaxis] - Z[np.newaxis]), axis=0)


@style("softmax")
def softmax_less_the_mean(Z):
    E = np.exp(Z - np.mean(Z, axis=0, keepdims=True))
    return E / np.sum(E, axis=0, keepdims=True)


@style("softmax")
def softmax_in_place_on_a_copy(Z):
    A = Z.copy()
    A -= A.max(axis=0)
    np.exp(A, out=A)
    A /= A.sum(axis=0)
    return A


@style("softmax")
def softmax_in_single_precision(Z):
    Z = Z.astype(np.float32)
    E = np.exp(Z - Z.max(axis=0))
    return E / E.sum(axis=0)


@style("softmax")
def softmax_that_talks(scores):
    E = np.exp(scores - np.amax(scores, axis=0, keepdims=True))
    A = np.divide(E, np.sum(E, axis=0, keepdims=True))
    print("columns add up to", A.sum(axis=0))
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.allclose(A.sum(axis=0), 1)
    return A
