"""Right answers to `initialize_parameters` in other styles."""

from __future__ import annotations

import random
from collections import OrderedDict, defaultdict

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import initialize_parameters

style = Gallery()


style("initialize_parameters")(initialize_parameters)
style("initialize_parameters", "initialize_as_a_lambda")(
    lambda n_x, n_h, n_y: {
        "W1": 0.01 * np.random.randn(n_h, n_x),
        "b1": np.zeros((n_h, 1)),
        "W2": 0.01 * np.random.randn(n_y, n_h),
        "b2": np.zeros((n_y, 1)),
    }
)


@style("initialize_parameters")
def initialize_by_default_rng(n_x, n_h, n_y):
    rng = np.random.default_rng()
    W1 = rng.standard_normal((n_h, n_x)) * 0.01
    W2 = rng.standard_normal((n_y, n_h)) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@style("initialize_parameters")
def initialize_by_seeded_rng(n_x, n_h, n_y):
    rng = np.random.default_rng(1)
    W1 = rng.normal(0, 0.01, size=(n_h, n_x))
    W2 = rng.normal(0, 0.01, size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@style("initialize_parameters")
def initialize_by_random_state(n_x, n_h, n_y):
    state = np.random.RandomState(42)
    return {
        "W1": state.randn(n_h, n_x) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": state.randn(n_y, n_h) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }


@style("initialize_parameters")
def initialize_by_normal(n_x, n_h, n_y):
    W1 = np.random.normal(loc=0.0, scale=0.01, size=(n_h, n_x))
    W2 = np.random.normal(scale=1e-2, size=(n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@style("initialize_parameters")
def initialize_divided_by_hundred(n_x, n_h, n_y):
    W1 = np.random.standard_normal((n_h, n_x)) / 100
    W2 = np.random.standard_normal((n_y, n_h)) / 100
    return dict(b1=np.zeros((n_h, 1)), b2=np.zeros((n_y, 1)), W1=W1, W2=W2)


@style("initialize_parameters")
def initialize_by_standard_library(n_x, n_h, n_y):
    W1 = np.array([[random.gauss(0, 0.01) for j in range(n_x)] for i in range(n_h)])
    W2 = np.array([[random.gauss(0, 0.01) for j in range(n_h)] for i in range(n_y)])
    return {"W1": W1, "b1": np.array([[0.0]] * n_h), "W2": W2, "b2": np.array([[0.0]] * n_y)}


@style("initialize_parameters")
def initialize_by_loops(n_x, n_h, n_y):
    sizes = [n_x, n_h, n_y]
    parameters = {}
    for layer in (1, 2):
        parameters[f"W{layer}"] = np.random.randn(sizes[layer], sizes[layer - 1]) * 0.01
        parameters[f"b{layer}"] = np.zeros((sizes[layer], 1))
    return parameters


@style("initialize_parameters")
def initialize_in_single_precision(n_x, n_h, n_y):
    rng = np.random.default_rng(5)
    W1 = rng.standard_normal((n_h, n_x), dtype=np.float32) * np.float32(0.01)
    W2 = rng.standard_normal((n_y, n_h), dtype=np.float32) * np.float32(0.01)
    b1, b2 = np.zeros((n_h, 1), np.float32), np.zeros((n_y, 1), np.float32)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@style("initialize_parameters")
def initialize_with_integer_biases(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01
    W2 = np.random.randn(n_y, n_h) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1), dtype=int), "W2": W2, "b2": np.zeros((n_y, 1), dtype=int)}


@style("initialize_parameters")
def initialize_with_biases_times_zero(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01
    W2 = np.random.randn(n_y, n_h) * 0.01
    return {"W1": W1, "b1": np.random.randn(n_h, 1) * 0, "W2": W2, "b2": -np.zeros((n_y, 1))}


@style("initialize_parameters")
def initialize_second_layer_first(n_x, n_h, n_y):
    np.random.seed(1)
    parameters = OrderedDict()
    parameters["W2"] = 0.01 * np.random.randn(n_y, n_h)
    parameters["W1"] = 0.01 * np.random.randn(n_h, n_x)
    parameters.update(b1=np.zeros([n_h, 1]), b2=np.zeros([n_y, 1]))
    return parameters


@style("initialize_parameters")
def initialize_from_one_draw(n_x, n_h, n_y):
    draw = np.random.randn(n_h * n_x + n_y * n_h) * 0.01
    W1, W2 = draw[: n_h * n_x].reshape(n_h, n_x), draw[n_h * n_x :].reshape(n_y, n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1)), "sizes": (n_x, n_h, n_y)}


@style("initialize_parameters")
def initialize_by_transpose(n_x, n_h, n_y):
    parameters = defaultdict(lambda: None)
    parameters["W1"] = (np.random.randn(n_x, n_h) * 0.01).T
    parameters["W2"] = (np.random.randn(n_h, n_y) * 0.01).T
    parameters["b1"], parameters["b2"] = np.zeros(n_h)[:, None], np.zeros(n_y).reshape(-1, 1)
    return parameters


@style("initialize_parameters")
def initialize_with_one_seed_a_layer(n_x, n_h, n_y):
    np.random.seed(0)
    W1 = np.random.randn(n_h, n_x) * 0.01
    np.random.seed(0)
    W2 = np.random.randn(n_y, n_h) * 0.01
    print("W1", W1, "W2", W2)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
