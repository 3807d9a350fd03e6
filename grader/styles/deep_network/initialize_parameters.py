"""Right answers to `initialize_parameters` in other styles: those of lesson 03, as the function is the same."""

from __future__ import annotations

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import described, initialize_parameters
from grader.styles.one_hidden_layer.initialize_parameters import style as of_lesson_03

style = Gallery(of_lesson_03)


style("initialize_parameters", "initialize_described")(described(initialize_parameters))


@style("initialize_parameters")
def initialize_from_a_list_of_sizes(n_x, n_h, n_y):
    layer_dims = [n_x, n_h, n_y]
    parameters = {}
    for l, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1):
        parameters |= {f"W{l}": 0.01 * np.random.randn(n, n_prev), f"b{l}": np.zeros((n, 1))}
    return parameters


@style("initialize_parameters")
def initialize_with_zeros_like(n_x, n_h, n_y):
    W1 = np.multiply(np.random.randn(n_h, n_x), 0.01)
    b1 = np.zeros_like(W1[:, :1])
    W2 = np.multiply(np.random.randn(n_y, n_h), 0.01)
    b2 = np.zeros_like(W2[:, :1])
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
