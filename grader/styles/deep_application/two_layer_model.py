"""Right answers to `two_layer_model` in other styles."""

from __future__ import annotations

import random
import sys
import warnings
from collections import OrderedDict

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_application.right import (
    L_model_backward,
    L_model_forward,
    compute_cost,
    described,
    initialize_parameters,
    linear_activation_backward,
    linear_activation_forward,
    two_layer_model,
    update_parameters,
)
from helpers.training import Steps

style = Gallery()


style("two_layer_model")(two_layer_model)
style("two_layer_model", "two_layer_model_described")(described(two_layer_model))


def one_step(X, Y, parameters, learning_rate):
    AL, caches = L_model_forward(X, parameters)
    return update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate), compute_cost(AL, Y)


@style("two_layer_model")
def two_layer_model_with_progress(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    steps = Steps(num_iterations, print_cost)
    for i in steps:
        A1, cache1 = linear_activation_forward(X, parameters["W1"], parameters["b1"], "relu")
        A2, cache2 = linear_activation_forward(A1, parameters["W2"], parameters["b2"], "sigmoid")
        cost = compute_cost(A2, Y)
        dA2 = -(Y / A2 - (1 - Y) / (1 - A2))
        dA1, dW2, db2 = linear_activation_backward(dA2, cache2, "sigmoid")
        _, dW1, db1 = linear_activation_backward(dA1, cache1, "relu")
        parameters = update_parameters(
            parameters, {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}, learning_rate=learning_rate
        )
        if i % 100 == 0:
            costs.append(cost)
            steps.show(cost)
    return parameters, costs


@style("two_layer_model")
def two_layer_model_by_the_other_blocks(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
    return parameters, costs


@style("two_layer_model")
def two_layer_model_by_default_rng(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    n_x, n_h, n_y = layers_dims
    rng = np.random.default_rng()
    W1, b1 = rng.normal(0, 0.01, (n_h, n_x)), np.zeros((n_h, 1))
    W2, b2 = rng.normal(0, 0.01, (n_y, n_h)), np.zeros((n_y, 1))
    m, costs = X.shape[1], []
    for i in range(num_iterations):
        Z1 = W1 @ X + b1
        A1 = np.maximum(0, Z1)
        A2 = 1 / (1 + np.exp(-(W2 @ A1 + b2)))
        if i % 100 == 0:
            costs.append(float(-np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))))
        dZ2 = A2 - Y
        dZ1 = W2.T @ dZ2 * (Z1 > 0)
        W1, b1 = W1 - learning_rate * dZ1 @ X.T / m, b1 - learning_rate * dZ1.mean(axis=1, keepdims=True)
        W2, b2 = W2 - learning_rate * dZ2 @ A1.T / m, b2 - learning_rate * dZ2.mean(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, costs


@style("two_layer_model")
def two_layer_model_by_while_loop(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, costs, i = initialize_parameters(*layers_dims), [], 0
    while i < num_iterations:
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        if not i % 100:
            costs = costs + [cost]
        i += 1
    return parameters, costs


@style("two_layer_model")
def two_layer_model_counting_from_one(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, costs = initialize_parameters(layers_dims[0], layers_dims[1], layers_dims[2]), []
    for i in range(1, num_iterations + 1):
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        if i % 100 == 1:
            costs.append(cost)
    return (parameters, costs)


@style("two_layer_model")
def two_layer_model_in_place(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = L_model_forward(X, parameters)
        grads = L_model_backward(A2, Y, caches)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        for name in parameters:
            parameters[name] -= learning_rate * grads["d" + name]
    return parameters, costs


@style("two_layer_model")
def two_layer_model_costs_in_an_array(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = np.zeros(num_iterations)
    for i in range(num_iterations):
        parameters, costs[i] = one_step(X, Y, parameters, learning_rate)
    return parameters, costs[::100]


@style("two_layer_model")
def two_layer_model_costs_of_one_by_one(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(-(Y @ np.log(A2).T + (1 - Y) @ np.log(1 - A2).T) / Y.shape[1])
        parameters = update_parameters(parameters, L_model_backward(A2, Y, caches), learning_rate)
    return parameters, costs


@style("two_layer_model")
def two_layer_model_with_more_keys(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    trained, costs = two_layer_model(X, Y, layers_dims, learning_rate, num_iterations, print_cost)
    trained = OrderedDict(trained)
    trained["learning_rate"] = learning_rate
    trained.move_to_end("W1")
    return trained, tuple(costs)


@style("two_layer_model")
def two_layer_model_in_single_precision(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    X, Y = X.astype(np.float32), Y.astype(np.float32)
    parameters = {name: value.astype(np.float32) for name, value in initialize_parameters(*layers_dims).items()}
    costs = []
    for i in range(num_iterations):
        A2, caches = L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        parameters = update_parameters(parameters, L_model_backward(A2, Y, caches), np.float32(learning_rate))
    return parameters, costs


@style("two_layer_model")
def two_layer_model_that_prints(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=True):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        assert cost >= 0, "a cost is positive"
        if i % 100 == 0:
            costs.append(cost)
            print(f"Cost after iteration {i}: {cost}")
            print("still running", file=sys.stderr)
            warnings.warn("a slow machine", stacklevel=2)
    print(f"Cost after iteration {i}: {cost}")
    return parameters, costs


@style("two_layer_model")
def two_layer_model_with_standard_library_draw(
    X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False
):
    random.seed()
    parameters = initialize_parameters(*layers_dims)
    for name in ("W1", "W2"):
        for place in np.ndindex(parameters[name].shape):
            parameters[name][place] = random.gauss(0, 0.01)
    costs = []
    for i in range(num_iterations):
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
    return parameters, costs


@style("two_layer_model")
def two_layer_model_with_generator(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    def steps(parameters):
        while True:
            later, cost = one_step(X, Y, parameters, learning_rate)
            yield parameters, cost
            parameters = later

    costs = []
    for i, (parameters, cost) in enumerate(steps(initialize_parameters(*layers_dims))):
        if i == num_iterations:
            return parameters, costs
        if i % 100 == 0:
            costs.append(cost)
