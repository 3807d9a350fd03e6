"""Right answers to `layer_sizes` in other styles."""

from __future__ import annotations

import sys
from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import described, layer_sizes

style = Gallery()


style("layer_sizes")(layer_sizes)
style("layer_sizes", "layer_sizes_as_a_lambda")(lambda X, Y: (X.shape[0], 4, Y.shape[0]))
style("layer_sizes", "layer_sizes_described")(described(layer_sizes))


@style("layer_sizes")
def layer_sizes_by_len(X, Y):
    return len(X), 4, len(Y)


@style("layer_sizes")
def layer_sizes_unpacked(X, Y):
    n_x, m = X.shape
    n_y, _ = Y.shape
    n_h = 4
    assert _ == m
    return n_x, n_h, n_y


@style("layer_sizes")
def layer_sizes_by_np_shape(X, Y):
    return np.shape(X)[0], 4, np.shape(Y)[0]


@style("layer_sizes")
def layer_sizes_by_size(X, Y):
    return X.T.shape[1], 4, Y.size // Y.shape[1]


@style("layer_sizes")
def layer_sizes_in_numpy_numbers(X, Y):
    return np.int64(X.shape[0]), np.int64(4), np.int64(Y.shape[0])


@style("layer_sizes")
def layer_sizes_in_floats(X, Y):
    return X.shape[0] / 1, 4.0, Y.shape[0] / 1


@style("layer_sizes")
def layer_sizes_as_a_named_tuple(X, Y):
    Sizes = namedtuple("Sizes", "n_x n_h n_y")
    return Sizes(n_x=X.shape[0], n_h=4, n_y=Y.shape[0])


@style("layer_sizes")
def layer_sizes_by_counting(X, Y):
    n_x = n_y = 0
    for row in X:
        n_x += 1
    for row in Y:
        n_y += 1
    return n_x, 4, n_y


@style("layer_sizes")
def layer_sizes_that_prints(X, Y):
    print("X", X.shape, "Y", Y.shape, file=sys.stderr)
    sizes = (X.shape[0],)
    sizes += (4, Y.shape[0])
    return sizes


@style("layer_sizes")
def layer_sizes_by_comprehension(X, Y):
    n_x, n_y = (array.shape[0] for array in (X, Y))
    return tuple([n_x, 4, n_y])


@style("layer_sizes")
def layer_sizes_of_examples(X, Y):
    return X[:, 0].size, 4, Y[:, 0].size
