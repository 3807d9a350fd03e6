"""Right answers to `nn_model` in other styles."""

from __future__ import annotations

import random
import sys
import warnings
from collections import OrderedDict

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import (
    backward_propagation,
    compute_cost,
    described,
    forward_propagation,
    initialize_parameters,
    layer_sizes,
    nn_model,
    sigmoid,
    update_parameters,
)

style = Gallery()


style("nn_model")(nn_model)
style("nn_model", "nn_model_described")(described(nn_model))


@style("nn_model")
def nn_model_without_seed(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = {
        "W1": np.random.randn(n_h, n_x) * 0.01,
        "b1": np.zeros((n_h, 1)),
        "W2": np.random.randn(n_y, n_h) * 0.01,
        "b2": np.zeros((n_y, 1)),
    }
    for _ in range(num_iterations):
        _, cache = forward_propagation(X, parameters)
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y))
    return parameters


@style("nn_model")
def nn_model_by_default_rng(X, Y, n_h, num_iterations=10000, print_cost=False):
    rng = np.random.default_rng()
    W1, b1 = rng.normal(0, 0.01, (n_h, X.shape[0])), np.zeros((n_h, 1))
    W2, b2 = rng.normal(0, 0.01, (Y.shape[0], n_h)), np.zeros((Y.shape[0], 1))
    m = X.shape[1]
    for i in range(num_iterations):
        A1 = np.tanh(W1 @ X + b1)
        dZ2 = sigmoid(W2 @ A1 + b2) - Y
        dZ1 = W2.T @ dZ2 * (1 - A1**2)
        W1 = W1 - 1.2 * dZ1 @ X.T / m
        b1 = b1 - 1.2 * dZ1.mean(axis=1, keepdims=True)
        W2 = W2 - 1.2 * dZ2 @ A1.T / m
        b2 = b2 - 1.2 * dZ2.mean(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@style("nn_model")
def nn_model_by_while_loop(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    i, costs = 0, []
    while i < num_iterations:
        A2, cache = forward_propagation(X, parameters)
        costs.append(compute_cost(A2, Y))
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads, learning_rate=1.2)
        i += 1
    return parameters


@style("nn_model")
def nn_model_counting_from_one(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, n_y = len(X), len(Y)
    params = initialize_parameters(n_x, n_h, n_y)
    for i in range(1, num_iterations + 1):
        A2, cache = forward_propagation(X, params)
        grads = backward_propagation(params, cache, X, Y)
        params = update_parameters(params, grads)
        if print_cost or i % 100 == 1:
            print(f"cost {compute_cost(A2, Y):.3f}")
    return params


@style("nn_model")
def nn_model_in_place(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    for i in range(num_iterations):
        cache = forward_propagation(X, parameters)[1]
        for name, slope in backward_propagation(parameters, cache, X, Y).items():
            parameters[name[1:]] -= 1.2 * slope
    return parameters


@style("nn_model")
def nn_model_by_recursion(X, Y, n_h, num_iterations=10000, print_cost=False):
    def after(parameters, steps):
        for _ in range(min(steps, 100)):
            A2, cache = forward_propagation(X, parameters)
            parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y))
        return parameters if steps <= 100 else after(parameters, steps - 100)

    return after(initialize_parameters(X.shape[0], n_h, Y.shape[0]), num_iterations)


@style("nn_model")
def nn_model_with_generator(X, Y, n_h, num_iterations=10000, print_cost=False):
    def steps(parameters):
        yield parameters
        while True:
            A2, cache = forward_propagation(X, parameters)
            parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y))
            yield parameters

    for i, parameters in enumerate(steps(initialize_parameters(X.shape[0], n_h, Y.shape[0]))):
        if i == num_iterations:
            return parameters


@style("nn_model")
def nn_model_with_more_keys(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = OrderedDict(nn_model(X, Y, n_h, num_iterations, print_cost))
    parameters["n_h"] = n_h
    parameters.move_to_end("W1")
    return parameters


@style("nn_model")
def nn_model_in_single_precision(X, Y, n_h, num_iterations=10000, print_cost=False):
    rng = np.random.default_rng(11)
    X, Y = X.astype(np.float32), Y.astype(np.float32)
    parameters = {
        "W1": rng.standard_normal((n_h, len(X)), dtype=np.float32) * np.float32(0.01),
        "b1": np.zeros((n_h, 1), np.float32),
        "W2": rng.standard_normal((len(Y), n_h), dtype=np.float32) * np.float32(0.01),
        "b2": np.zeros((len(Y), 1), np.float32),
    }
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = {name: value - np.float32(1.2) * grads["d" + name] for name, value in parameters.items()}
    return parameters


@style("nn_model")
def nn_model_that_prints(X, Y, n_h, num_iterations=10000, print_cost=True):
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        assert cost >= 0, "a cost is positive"
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if i % 10 == 0:
            print(f"Cost after iteration {i}: {cost}")
            print("still running", file=sys.stderr)
            warnings.warn("a slow machine", stacklevel=2)
    return parameters


@style("nn_model")
def nn_model_with_standard_library_draw(X, Y, n_h, num_iterations=10000, print_cost=False):
    random.seed()
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    for name in ("W1", "W2"):
        for place in np.ndindex(parameters[name].shape):
            parameters[name][place] = random.gauss(0, 0.01)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
    return parameters


@style("nn_model")
def nn_model_keeping_the_best(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = initialize_parameters(X.shape[0], n_h, Y.shape[0])
    best, lowest = parameters, np.inf
    for i in range(num_iterations + 1):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        if cost <= lowest:
            best, lowest = parameters, cost
        parameters = update_parameters(parameters, backward_propagation(parameters, cache, X, Y))
    return best
