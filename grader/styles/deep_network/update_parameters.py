"""Right answers to `update_parameters` in other styles."""

from __future__ import annotations

import copy
import sys
from collections import OrderedDict, defaultdict

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import described, update_parameters

style = Gallery()


style("update_parameters")(update_parameters)
style("update_parameters", "update_described")(described(update_parameters))
style("update_parameters", "update_as_a_lambda")(
    lambda params, grads, learning_rate: {
        name: value - learning_rate * grads["d" + name] for name, value in params.items()
    }
)


@style("update_parameters")
def update_by_loop_from_one(params, grads, learning_rate):
    parameters = {}
    for l in range(1, len(params) // 2 + 1):
        parameters["W" + str(l)] = params["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        parameters["b" + str(l)] = params["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return parameters


@style("update_parameters")
def update_by_while(params, grads, learning_rate):
    new, l = {}, 1
    while f"W{l}" in params:
        new[f"W{l}"] = params[f"W{l}"] - learning_rate * grads[f"dW{l}"]
        new[f"b{l}"] = params[f"b{l}"] - learning_rate * grads[f"db{l}"]
        l += 1
    return new


@style("update_parameters")
def update_last_layer_first(params, grads, learning_rate):
    new = {}
    for l in reversed(range(int(len(params) / 2))):
        for kind in ("b", "W"):
            name = "".join([kind, str(l + 1)])
            new[name] = -learning_rate * grads["d" + name] + params[name]
    return new


@style("update_parameters")
def update_in_place_on_a_deep_copy(params, grads, learning_rate):
    parameters = copy.deepcopy(params)
    for name in parameters:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


@style("update_parameters")
def update_on_a_shallow_copy(params, grads, learning_rate):
    parameters = params.copy()
    L = len(parameters) // 2
    for l in range(L):
        parameters["W" + str(l + 1)] = parameters["W" + str(l + 1)] - learning_rate * grads["dW" + str(l + 1)]
        parameters["b" + str(l + 1)] = parameters["b" + str(l + 1)] - learning_rate * grads["db" + str(l + 1)]
    return parameters


@style("update_parameters")
def update_on_copied_arrays(params, grads, learning_rate):
    new = {key: np.array(value) for key, value in params.items()}
    for key, value in new.items():
        value -= grads[f"d{key}"] * learning_rate
    return new


@style("update_parameters")
def update_from_the_gradients(params, grads, learning_rate):
    return {
        name[1:]: params[name[1:]] - learning_rate * slope for name, slope in grads.items() if not name.startswith("dA")
    }


@style("update_parameters")
def update_by_functions(params, grads, learning_rate):
    steps = (np.multiply(learning_rate, grads["d" + name]) for name in params)
    return dict(zip(params, map(np.subtract, params.values(), steps)))


@style("update_parameters")
def update_by_elements(params, grads, learning_rate):
    new = OrderedDict()
    for name, value in params.items():
        new[name] = np.zeros(value.shape)
        for i, j in np.ndindex(value.shape):
            new[name][i, j] = value[i, j] - learning_rate * grads["d" + name][i, j]
    return new


@style("update_parameters")
def update_by_union(parameters, gradients, alpha=0.0075, *rest):
    L = len(parameters) // 2
    W = {f"W{l}": parameters[f"W{l}"] - alpha * gradients[f"dW{l}"] for l in range(1, L + 1)}
    return W | {f"b{l}": parameters[f"b{l}"] - alpha * gradients[f"db{l}"] for l in range(1, L + 1)}


@style("update_parameters")
def update_in_single_precision(params, grads, learning_rate):
    rate = np.float32(learning_rate)
    return {name: np.float32(value) - rate * np.float32(grads["d" + name]) for name, value in params.items()}


@style("update_parameters")
def update_into_a_defaultdict(params, grads, learning_rate):
    new = defaultdict(int)
    new.update(update_parameters(params, grads, learning_rate))
    return new


@style("update_parameters")
def update_that_prints(params, grads, learning_rate):
    for name in grads:
        print(name, grads[name].shape)
    print("still running", file=sys.stderr)
    L = max(int(name[1:]) for name in params)
    new = {}
    for l in range(1, L + 1):
        W, b = params[f"W{l}"], params[f"b{l}"]
        W = W - learning_rate * grads[f"dW{l}"]
        b = b - learning_rate * grads[f"db{l}"]
        assert W.shape == params[f"W{l}"].shape
        new[f"W{l}"], new[f"b{l}"] = W, b
    return new
