"""Right answers to `initialize_with_zeros` in other styles."""

from __future__ import annotations

from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.logistic_regression.right import initialize_with_zeros

style = Gallery()


style("initialize_with_zeros")(initialize_with_zeros)
style("initialize_with_zeros", "initialize_as_a_lambda")(lambda dim: (np.zeros([dim, 1]), 0))


@style("initialize_with_zeros")
def initialize_with_integer_bias(dim):
    w = np.zeros(shape=(dim, 1))
    b = 0
    return w, b


@style("initialize_with_zeros")
def initialize_with_numpy_bias(dim):
    return np.zeros((dim, 1)), np.float64(0)


@style("initialize_with_zeros")
def initialize_with_bias_of_no_axis(dim):
    return np.zeros((dim, 1)), np.array(0.0)


@style("initialize_with_zeros")
def initialize_with_bias_of_two_axes(dim):
    return np.zeros((dim, 1)), np.zeros((1, 1))


@style("initialize_with_zeros")
def initialize_with_bias_of_one_axis(dim):
    return np.zeros((dim, 1)), np.zeros(1)


@style("initialize_with_zeros")
def initialize_by_full(dim):
    return np.full((dim, 1), 0.0), 0.0


@style("initialize_with_zeros")
def initialize_by_reshape(dim):
    return np.zeros(dim).reshape(-1, 1), 0.0


@style("initialize_with_zeros")
def initialize_by_newaxis(dim):
    return np.zeros(dim)[:, np.newaxis], 0.0


@style("initialize_with_zeros")
def initialize_by_transpose(dim):
    return np.zeros((1, dim)).T, 0.0


@style("initialize_with_zeros")
def initialize_with_integer_zeros(dim):
    return np.zeros((dim, 1), dtype=int), 0


@style("initialize_with_zeros")
def initialize_from_a_list(dim):
    w = np.array([[0.0] for feature in range(dim)])
    return (w, 0.0)


@style("initialize_with_zeros")
def initialize_by_subtraction(dim):
    w = np.ones((dim, 1))
    return w - w, 0.0


@style("initialize_with_zeros")
def initialize_by_random_times_zero(dim):
    return np.random.rand(dim, 1) * 0, 0.0


@style("initialize_with_zeros")
def initialize_with_negative_zero(dim):
    return -np.zeros((dim, 1)), -0.0


@style("initialize_with_zeros")
def initialize_by_while_loop(dim):
    w = np.empty((dim, 1), dtype=np.float32)
    i = 0
    while i < dim:
        w[i, 0] = 0
        i += 1
    return w, float(0)


@style("initialize_with_zeros")
def initialize_with_asserts(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    assert w.shape == (dim, 1)
    assert isinstance(b, (int, float))
    print(w, b)
    return w, b


@style("initialize_with_zeros")
def initialize_as_a_named_tuple(n_x):
    Parameters = namedtuple("Parameters", "w b")
    return Parameters(w=np.zeros((n_x, 1)), b=0.0)
