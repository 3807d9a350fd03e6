"""Right answers to `backward_step` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.why_depth.right import backward_step, described

style = Gallery()


style("backward_step")(backward_step)
style("backward_step", "step_described")(described(backward_step))
style("backward_step", "step_as_a_lambda")(lambda d, J: J.T @ d)
style("backward_step", "step_turned_as_a_whole")(lambda d, J: (d.T @ J).T)


@style("backward_step")
def step_by_matmul(d, J):
    return np.matmul(np.transpose(J), d)


@style("backward_step")
def step_by_sum(d, J):
    return np.sum(J * d, axis=0, keepdims=True).T


@style("backward_step")
def step_by_sum_and_newaxis(d, J):
    return (d * J).sum(axis=0)[:, np.newaxis]


@style("backward_step")
def step_by_turned_sum(d, J):
    return np.sum(J.T * d.T, axis=1, keepdims=True)


@style("backward_step")
def step_by_einsum(d, J):
    return np.einsum("ij,ik->jk", J, d)


@style("backward_step")
def step_by_loops(d, J):
    n, n_prev = J.shape
    d_prev = np.zeros((n_prev, 1))
    for j in range(n_prev):
        for i in range(n):
            d_prev[j, 0] += d[i, 0] * J[i, j]
    return d_prev


@style("backward_step")
def step_path_by_path(d, J):
    d_prev = np.zeros((J.shape[1], 1))
    for i in range(len(d)):
        d_prev = d_prev + d[i] * J[i].reshape(-1, 1)
    return d_prev


@style("backward_step")
def step_by_comprehension(d, J):
    return np.array([[sum(d[i, 0] * J[i, j] for i in range(len(d)))] for j in range(J.shape[1])])


@style("backward_step")
def step_by_inner_products(d, J):
    return np.array([np.inner(column, d[:, 0]) for column in J.T]).reshape(-1, 1)


@style("backward_step")
def step_by_tensordot(d, J):
    return np.tensordot(J, d, axes=(0, 0))


@style("backward_step")
def step_in_single_precision(d, J):
    return J.astype(np.float32).T @ d.astype(np.float32)


@style("backward_step")
def step_that_talks(d, J):
    d_prev = J.T.dot(d)
    print("d_prev =", d_prev)
    warnings.warn("the values were not checked", stacklevel=2)
    assert d_prev.shape == (J.shape[1], 1)
    return d_prev
