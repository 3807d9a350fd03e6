"""Right answers to `update_parameters` in other styles."""

from __future__ import annotations

import copy
import sys
from collections import OrderedDict, defaultdict

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import described, update_parameters

style = Gallery()


style("update_parameters")(update_parameters)
style("update_parameters", "update_described")(described(update_parameters))
style("update_parameters", "update_as_a_lambda")(
    lambda parameters, grads, learning_rate=1.2: {
        name: value - learning_rate * grads["d" + name] for name, value in parameters.items()
    }
)


@style("update_parameters")
def update_by_loop(parameters, grads, learning_rate=1.2):
    new = {}
    for layer in (1, 2):
        for kind in "Wb":
            name = f"{kind}{layer}"
            new[name] = parameters[name] - learning_rate * grads["d" + name]
    return new


@style("update_parameters")
def update_by_addition(parameters, grads, learning_rate=1.2):
    return {key: parameters[key] + -learning_rate * grads[f"d{key}"] for key in ["b2", "W2", "b1", "W1"]}


@style("update_parameters")
def update_by_functions(parameters, grads, learning_rate=1.2):
    names = ("W1", "b1", "W2", "b2")
    steps = (np.multiply(learning_rate, grads["d" + name]) for name in names)
    return dict(zip(names, (np.subtract(parameters[name], step) for name, step in zip(names, steps))))


@style("update_parameters")
def update_on_a_deep_copy(parameters, grads, learning_rate=1.2):
    parameters = copy.deepcopy(parameters)
    for name in parameters:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


@style("update_parameters")
def update_on_a_shallow_copy(parameters, grads, learning_rate=1.2):
    parameters = parameters.copy()
    parameters["W1"] = parameters["W1"] - learning_rate * grads["dW1"]
    parameters["b1"] = parameters["b1"] - learning_rate * grads["db1"]
    parameters["W2"] = parameters["W2"] - learning_rate * grads["dW2"]
    parameters["b2"] = parameters["b2"] - learning_rate * grads["db2"]
    return parameters


@style("update_parameters")
def update_on_copied_arrays(parameters, grads, learning_rate=1.2):
    W1, b1 = parameters["W1"].copy(), parameters["b1"].copy()
    W2, b2 = np.array(parameters["W2"]), np.array(parameters["b2"])
    W1 -= learning_rate * grads["dW1"]
    b1 -= learning_rate * grads["db1"]
    W2 -= learning_rate * grads["dW2"]
    b2 -= learning_rate * grads["db2"]
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@style("update_parameters")
def update_with_short_names(p, g, alpha=1.2, *rest):
    return {**p, "W1": p["W1"] - alpha * g["dW1"], "b1": p["b1"] - alpha * g["db1"]} | {
        "W2": p["W2"] - alpha * g["dW2"],
        "b2": p["b2"] - alpha * g["db2"],
    }


@style("update_parameters")
def update_by_elements(parameters, grads, learning_rate=1.2):
    new = OrderedDict()
    for name, value in parameters.items():
        new[name] = np.zeros(value.shape)
        for place in np.ndindex(value.shape):
            new[name][place] = value[place] - learning_rate * grads["d" + name][place]
    return new


@style("update_parameters")
def update_in_single_precision(parameters, grads, learning_rate=1.2):
    rate = np.float32(learning_rate)
    return {
        name: value.astype(np.float32) - rate * grads["d" + name].astype(np.float32)
        for name, value in parameters.items()
    }


@style("update_parameters")
def update_with_more_keys(parameters, grads, learning_rate=1.2):
    new = defaultdict(int)
    new.update(update_parameters(parameters, grads, learning_rate))
    new["learning_rate"] = learning_rate
    return new


@style("update_parameters")
def update_that_prints(parameters, grads, learning_rate=1.2):
    for name in grads:
        print(name, grads[name].shape)
    print("still running", file=sys.stderr)
    assert set(parameters) == {"W1", "b1", "W2", "b2"}
    W1 = parameters["W1"] - grads["dW1"] * learning_rate
    b1 = parameters["b1"] - grads["db1"] * learning_rate
    W2 = parameters["W2"] - grads["dW2"] * learning_rate
    b2 = parameters["b2"] - grads["db2"] * learning_rate
    return {"b1": b1, "b2": b2, "W1": W1, "W2": W2}
