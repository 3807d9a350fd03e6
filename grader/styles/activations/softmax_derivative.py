"""Right answers to `softmax_derivative` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import described, softmax_derivative

style = Gallery()


style("softmax_derivative")(softmax_derivative)
style("softmax_derivative", "softmax_slope_described")(described(softmax_derivative))
style("softmax_derivative", "softmax_slope_as_a_lambda")(lambda a: np.diagflat(a) - a @ a.T)


@style("softmax_derivative")
def softmax_slope_by_outer(a):
    flat = a.flatten()
    return np.diag(flat) - np.outer(flat, flat)


@style("softmax_derivative")
def softmax_slope_by_broadcasting(a):
    return np.eye(len(a)) * a - a * a.T


@style("softmax_derivative")
def softmax_slope_by_delta(a):
    n = a.shape[0]
    return a * (np.eye(n) - a.T)


@style("softmax_derivative")
def softmax_slope_by_delta_of_columns(a):
    return a.T * (np.identity(len(a)) - a)


@style("softmax_derivative")
def softmax_slope_by_product(a):
    return np.diag(a[:, 0]) @ (np.eye(len(a)) - np.ones_like(a) @ a.T)


@style("softmax_derivative")
def softmax_slope_by_loops(a):
    n = len(a)
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            if i == j:
                J[i, j] = a[i, 0] * (1 - a[i, 0])
            else:
                J[i, j] = -a[i, 0] * a[j, 0]
    return J


@style("softmax_derivative")
def softmax_slope_by_comprehension(a):
    p = [float(x) for x in a[:, 0]]
    return np.array([[p[i] * ((i == j) - p[j]) for j in range(len(p))] for i in range(len(p))])


@style("softmax_derivative")
def softmax_slope_with_filled_diagonal(a):
    J = -np.dot(a, a.T)
    np.fill_diagonal(J, a * (1 - a))
    return J


@style("softmax_derivative")
def softmax_slope_with_diagonal_added(a):
    J = -a @ a.T
    J[np.diag_indices(len(a))] += a[:, 0]
    return J


@style("softmax_derivative")
def softmax_slope_by_einsum(a):
    return np.diag(np.squeeze(a, axis=1)) - np.einsum("ik,jk->ij", a, a)


@style("softmax_derivative")
def softmax_slope_in_single_precision(a):
    a = a.astype(np.float32)
    return np.diag(a[:, 0]) - a @ a.T


@style("softmax_derivative")
def softmax_slope_measured(a):
    """Of the logarithms, which are scores of these probabilities."""
    z = np.log(a)
    columns = []
    for j in range(len(a)):
        step = np.zeros(a.shape)
        step[j] = 1e-5
        above, below = np.exp(z + step), np.exp(z - step)
        columns.append((above / above.sum() - below / below.sum()) / 2e-5)
    return np.hstack(columns)


@style("softmax_derivative")
def softmax_slope_that_talks(a):
    J = np.diag(a.reshape(-1)) - np.matmul(a, a.transpose())
    print("columns add up to", J.sum(axis=0))
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.allclose(J, J.T)
    return J
