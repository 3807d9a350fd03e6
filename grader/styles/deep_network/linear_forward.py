"""Right answers to `linear_forward` in other styles."""

from __future__ import annotations

import sys
import warnings
from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import described, linear_forward

style = Gallery()

LinearCache = namedtuple("LinearCache", "A W b")


style("linear_forward")(linear_forward)
style("linear_forward", "linear_described")(described(linear_forward))
style("linear_forward", "linear_as_a_lambda")(lambda A, W, b: (W @ A + b, (A, W, b)))


@style("linear_forward")
def linear_by_operator(A, W, b):
    Z = W @ A + b  # (n, m)
    return Z, (A, W, b)


@style("linear_forward")
def linear_by_method(A, W, b):
    Z = W.dot(A)
    Z = np.add(Z, b)
    return (Z, (A, W, b))


@style("linear_forward")
def linear_by_matmul(A, W, b):
    cache = A, W, b
    return np.matmul(W, A) + b, cache


@style("linear_forward")
def linear_by_einsum(A, W, b):
    Z = np.einsum("ij,jk->ik", W, A) + b
    return Z, (A, W, b)


@style("linear_forward")
def linear_by_tensordot(A, W, b):
    Z = np.tensordot(W, A, axes=1) + np.tile(b, (1, A.shape[1]))
    return Z, (A, W, b)


@style("linear_forward")
def linear_by_loops(A, W, b):
    n, n_prev = W.shape
    m = A.shape[1]
    Z = np.zeros((n, m))
    for i in range(n):
        for k in range(m):
            for j in range(n_prev):
                Z[i, k] += W[i, j] * A[j, k]
            Z[i, k] += b[i, 0]
    return Z, (A, W, b)


@style("linear_forward")
def linear_by_comprehension(A, W, b):
    Z = [[sum(w * a for w, a in zip(row, column)) + bias for column in A.T] for row, bias in zip(W, b.ravel())]
    return np.array(Z), (A, W, b)


@style("linear_forward")
def linear_by_examples(A, W, b):
    columns = [W @ A[:, [k]] + b for k in range(A.shape[1])]
    return np.concatenate(columns, axis=1), (A, W, b)


@style("linear_forward")
def linear_by_units(A, W, b):
    return np.vstack([w @ A + bias for w, bias in zip(W, b)]), (A, W, b)


@style("linear_forward")
def linear_in_rows(A, W, b):
    Z = (np.dot(A.T, W.T) + b.T).T
    return Z, (A, W, b)


@style("linear_forward")
def linear_by_broadcasting(A, W, b):
    Z = (W[:, :, None] * A[None, :, :]).sum(axis=1) + b
    return Z, (A, W, b)


@style("linear_forward")
def linear_with_folded_bias(A, W, b):
    Z = np.hstack([W, b]) @ np.vstack([A, np.ones((1, A.shape[1]))])
    return Z, (A, W, b)


@style("linear_forward")
def linear_in_place_on_its_own(A, W, b):
    Z = np.dot(W, A)
    Z += b
    assert Z.shape == (W.shape[0], A.shape[1])
    return Z, (A, W, b)


@style("linear_forward")
def linear_with_copies(A, W, b):
    print("A", A, "W", W, "b", b, file=sys.stderr)
    return np.dot(W, A) + b, (A.copy(), W.copy(), b.copy())


@style("linear_forward")
def linear_with_a_named_cache(A, W, b):
    warnings.warn("a slow machine", stacklevel=2)
    return np.dot(W, A) + b, LinearCache(A=A, W=W, b=b)


@style("linear_forward")
def linear_in_single_precision(A, W, b):
    A, W, b = A.astype(np.float32), W.astype(np.float32), b.astype(np.float32)
    return np.dot(W, A) + b, (A, W, b)


@style("linear_forward")
def linear_by_matrices(A, W, b):
    Z = np.asmatrix(W) * np.asmatrix(A) + b
    return np.asarray(Z), tuple([A, W, b])


@style("linear_forward")
def linear_with_a_list_for_cache(A, W, b):
    Z = np.dot(W, A) + b
    cache = [A, W, b]
    return Z, cache
