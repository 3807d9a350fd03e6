"""Right answers to `initialize_parameters_deep` in other styles."""

from __future__ import annotations

import math
import random
import sys
import warnings
from collections import OrderedDict

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import described, initialize_parameters_deep

style = Gallery()


style("initialize_parameters_deep")(initialize_parameters_deep)
style("initialize_parameters_deep", "deep_described")(described(initialize_parameters_deep))
style("initialize_parameters_deep", "deep_as_a_lambda")(
    lambda layer_dims: {
        name: value
        for l, (n_prev, n) in enumerate(zip(layer_dims, layer_dims[1:]), start=1)
        for name, value in ((f"W{l}", np.random.randn(n, n_prev) / n_prev**0.5), (f"b{l}", np.zeros((n, 1))))
    }
)


@style("initialize_parameters_deep")
def deep_counted_from_zero(layer_dims):
    parameters = {}
    for l in range(len(layer_dims) - 1):
        parameters["W" + str(l + 1)] = np.random.randn(layer_dims[l + 1], layer_dims[l]) / np.sqrt(layer_dims[l])
        parameters["b" + str(l + 1)] = np.zeros((layer_dims[l + 1], 1))
    return parameters


@style("initialize_parameters_deep")
def deep_times_root_of_inverse(layer_dims):
    parameters = {}
    for l, n in enumerate(layer_dims):
        if l == 0:
            continue
        parameters[f"W{l}"] = np.random.randn(n, layer_dims[l - 1]) * np.sqrt(1 / layer_dims[l - 1])
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters


@style("initialize_parameters_deep")
def deep_by_default_rng(layer_dims):
    rng = np.random.default_rng()
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.standard_normal((n, n_prev)) / np.sqrt(n_prev)
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters


@style("initialize_parameters_deep")
def deep_by_seeded_rng(layer_dims):
    rng = np.random.default_rng(5)
    parameters = {}
    for l in range(1, len(layer_dims)):
        shape = (layer_dims[l], layer_dims[l - 1])
        parameters["W" + repr(l)] = rng.normal(0, 1 / np.sqrt(shape[1]), size=shape)
        parameters["b" + repr(l)] = np.zeros((shape[0], 1))
    return parameters


@style("initialize_parameters_deep")
def deep_by_normal(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        scale = math.sqrt(1.0 / layer_dims[l - 1])
        parameters[f"W{l}"] = np.random.normal(loc=0.0, scale=scale, size=(layer_dims[l], layer_dims[l - 1]))
        parameters[f"b{l}"] = np.full((layer_dims[l], 1), 0.0)
    return parameters


@style("initialize_parameters_deep")
def deep_by_random_state(layer_dims):
    state = np.random.RandomState(1)
    weights = {
        f"W{l}": state.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        for l in range(1, len(layer_dims))
    }
    biases = {f"b{l}": np.zeros((layer_dims[l], 1)) for l in range(1, len(layer_dims))}
    return {**weights, **biases}


@style("initialize_parameters_deep")
def deep_by_standard_library(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        n_prev = layer_dims[l - 1]
        rows = [[random.gauss(0, 1) / math.sqrt(n_prev) for j in range(n_prev)] for i in range(layer_dims[l])]
        parameters[f"W{l}"] = np.array(rows)
        parameters[f"b{l}"] = np.array([[0] for i in range(layer_dims[l])])
    return parameters


@style("initialize_parameters_deep")
def deep_in_single_precision(layer_dims):
    rng = np.random.default_rng(7)
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = rng.standard_normal((n, n_prev), dtype=np.float32) / np.float32(np.sqrt(n_prev))
        parameters[f"b{l}"] = np.zeros((n, 1), np.float32)
    return parameters


@style("initialize_parameters_deep")
def deep_backwards(layer_dims):
    parameters = OrderedDict()
    for l in reversed(range(1, len(layer_dims))):
        parameters[f"b{l}"] = np.zeros(layer_dims[l])[:, np.newaxis]
        parameters[f"W{l}"] = np.random.randn(layer_dims[l], layer_dims[l - 1])
        parameters[f"W{l}"] /= np.sqrt(layer_dims[l - 1])
    return parameters


@style("initialize_parameters_deep")
def deep_with_a_while(layer_dims):
    parameters, l = {}, 1
    while l < len(layer_dims):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l - 1], layer_dims[l]).T / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros(layer_dims[l]).reshape(-1, 1)
        print("layer", l, parameters["W" + str(l)], file=sys.stderr)
        l += 1
    return parameters


@style("initialize_parameters_deep")
def deep_by_recursion(layer_dims):
    if len(layer_dims) == 1:
        return {}
    *before, n_prev, n = layer_dims
    L = len(layer_dims) - 1
    parameters = deep_by_recursion([*before, n_prev])
    parameters.update({f"W{L}": np.random.randn(n, n_prev) * n_prev**-0.5, f"b{L}": np.zeros([n, 1])})
    return parameters


@style("initialize_parameters_deep")
def deep_with_one_seed_a_layer(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        np.random.seed(3)
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    warnings.warn("seeded", stacklevel=2)
    return parameters


@style("initialize_parameters_deep")
def deep_by_a_helper_of_its_own(layer_dims):
    def layer(n, n_prev):
        return np.random.randn(n, n_prev) / np.sqrt(n_prev), np.zeros((n, 1))

    dims = np.array(layer_dims)
    parameters = {}
    for l in range(1, dims.size):
        parameters[f"W{l}"], parameters[f"b{l}"] = layer(dims[l], dims[l - 1])
    return parameters


@style("initialize_parameters_deep")
def deep_by_pops(layer_dims):
    dims, parameters = list(layer_dims), {}
    n_prev = dims.pop(0)
    for l in range(1, len(dims) + 1):
        n = dims.pop(0)
        W = np.random.standard_normal((n, n_prev))
        parameters["W" + str(l)] = np.divide(W, np.sqrt(n_prev))
        parameters["b" + str(l)] = W[:, :1] * 0
        n_prev = n
    return parameters
