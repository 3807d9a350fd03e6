"""Right answers to `L_layer_model` in other styles."""

from __future__ import annotations

import sys
import warnings
from itertools import count, islice, pairwise

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_application.right import (
    L_layer_model,
    L_model_backward,
    L_model_forward,
    compute_cost,
    described,
    initialize_parameters_deep,
    update_parameters,
)
from helpers.training import Steps

style = Gallery()


style("L_layer_model")(L_layer_model)
style("L_layer_model", "L_layer_model_described")(described(L_layer_model))


def one_step(X, Y, parameters, learning_rate):
    AL, caches = L_model_forward(X, parameters)
    return update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate), compute_cost(AL, Y)


@style("L_layer_model")
def L_layer_model_with_progress(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    steps = Steps(num_iterations, print_cost)
    for i in steps:
        AL, caches = L_model_forward(X, parameters)
        cost = compute_cost(AL, Y)
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
            steps.show(cost)
    return parameters, costs


@style("L_layer_model")
def L_layer_model_without_seed(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, costs = {}, []
    for l, (n_prev, n) in enumerate(pairwise(layers_dims), start=1):
        parameters[f"W{l}"] = np.random.randn(n, n_prev) / np.sqrt(n_prev)
        parameters[f"b{l}"] = np.zeros((n, 1))
    for i in range(num_iterations):
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
    return parameters, costs


@style("L_layer_model")
def L_layer_model_written_out(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    rng = np.random.default_rng()
    W = [rng.normal(scale=n_prev**-0.5, size=(n, n_prev)) for n_prev, n in pairwise(layers_dims)]
    b = [np.zeros((n, 1)) for n in layers_dims[1:]]
    m, L, costs = X.shape[1], len(W), []
    for i in range(num_iterations):
        A = [X]
        for l in range(L):
            Z = W[l] @ A[l] + b[l]
            A.append(np.maximum(Z, 0) if l < L - 1 else 1 / (1 + np.exp(-Z)))
        if i % 100 == 0:
            costs.append(-np.mean(np.log(np.where(Y == 1, A[L], 1 - A[L]))))
        dZ = A[L] - Y
        for l in reversed(range(L)):
            dA = W[l].T @ dZ
            W[l] = W[l] - learning_rate * dZ @ A[l].T / m
            b[l] = b[l] - learning_rate * dZ.mean(axis=1, keepdims=True)
            dZ = dA * (A[l] > 0)
    parameters = {f"W{l + 1}": W[l] for l in range(L)} | {f"b{l + 1}": b[l] for l in range(L)}
    return parameters, costs


@style("L_layer_model")
def L_layer_model_by_while_loop(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, costs, i = initialize_parameters_deep(layers_dims), [], 0
    while True:
        if i >= num_iterations:
            return parameters, costs
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        if i % 100 == 0:
            costs += [cost]
        i = i + 1


@style("L_layer_model")
def L_layer_model_in_place(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        grads = L_model_backward(AL, Y, caches)
        for l in range(1, len(layers_dims)):
            parameters["W" + str(l)] -= learning_rate * grads["dW" + str(l)]
            parameters["b" + str(l)] -= learning_rate * grads["db" + str(l)]
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
    return parameters, costs


@style("L_layer_model")
def L_layer_model_costs_in_an_array(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        costs.append(cost)
    return parameters, np.array(costs)[::100]


@style("L_layer_model")
def L_layer_model_with_generator(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    costs = []

    def walk(parameters):
        for i in count():
            yield parameters
            parameters, cost = one_step(X, Y, parameters, learning_rate)
            if i % 100 == 0:
                costs.append(cost)

    parameters = next(islice(walk(initialize_parameters_deep(layers_dims)), num_iterations, None))
    return parameters, costs


@style("L_layer_model")
def L_layer_model_with_more_keys(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, costs = L_layer_model(X, Y, layers_dims, learning_rate, num_iterations)
    names = sorted(parameters, reverse=True)
    return {"layers_dims": layers_dims, **{name: parameters[name] for name in names}}, costs


@style("L_layer_model")
def L_layer_model_in_single_precision(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    X, Y = X.astype("float32"), Y.astype("float32")
    parameters = {name: value.astype("float32") for name, value in initialize_parameters_deep(layers_dims).items()}
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), np.float32(learning_rate))
    return parameters, costs


@style("L_layer_model")
def L_layer_model_that_prints(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=True):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        parameters, cost = one_step(X, Y, parameters, learning_rate)
        if i % 100 == 0 or i == num_iterations - 1:
            print("Cost after iteration", i, ":", np.squeeze(cost), file=sys.stderr)
            warnings.warn("a slow machine", stacklevel=2)
        if i % 100 == 0:
            costs.append(cost)
    print("the last cost was", cost)
    return parameters, costs


@style("L_layer_model")
def L_layer_model_costs_of_arrays(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(tuple(layers_dims))
    costs = ()
    for i in range(num_iterations):
        parameters, cost = one_step(X, Y, dict(parameters), learning_rate)
        if i % 100 == 0:
            costs += (np.array([[cost]]),)
    return parameters, list(costs)


@style("L_layer_model")
def L_layer_model_by_recursion(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    def hundreds(parameters, steps):
        if steps <= 0:
            return parameters, []
        for i in range(min(steps, 100)):
            parameters, cost = one_step(X, Y, parameters, learning_rate)
            if i == 0:
                first = cost
        parameters, costs = hundreds(parameters, steps - 100)
        return parameters, [first, *costs]

    return hundreds(initialize_parameters_deep(layers_dims), num_iterations)
