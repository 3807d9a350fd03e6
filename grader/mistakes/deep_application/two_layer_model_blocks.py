"""Known mistakes in `two_layer_model`: how one step calls the blocks."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_application.right import (
    compute_cost,
    initialize_parameters,
    linear_activation_backward,
    linear_activation_forward,
    output_error,
    two_layers_backward,
    two_layers_forward,
    update_parameters,
)

mistake = Catalogue()


def trained(step, X, Y, layers_dims, learning_rate, num_iterations):
    """Take steps: `step` takes X, Y and the parameters, and returns the cost and the gradients."""
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        cost, grads = step(X, Y, parameters)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(cost)
    return parameters, costs


def step_by(forward, backward):
    """Return a step that goes forward by names of activations, and back by names of activations."""

    def step(X, Y, parameters):
        A1, cache1 = linear_activation_forward(X, parameters["W1"], parameters["b1"], forward[0])
        A2, cache2 = linear_activation_forward(A1, parameters["W2"], parameters["b2"], forward[1])
        dA1, dW2, db2 = linear_activation_backward(output_error(A2, Y), cache2, backward[1])
        dA0, dW1, db1 = linear_activation_backward(dA1, cache1, backward[0])
        return compute_cost(A2, Y), {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}

    return step


@mistake(
    "two_layer_model",
    says="the hidden layer has the sigmoid, not relu",
    hint="Which of the two functions bends inside the network, and which makes a probability of the last score?",
    finding="crept",
)
def two_layer_model_two_sigmoids(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    step = step_by(("sigmoid", "sigmoid"), ("sigmoid", "sigmoid"))
    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)


@mistake(
    "two_layer_model",
    says="the hidden layer goes forward with relu and back as if it were a sigmoid",
    hint="Each layer goes back by the slope of the function it went forward with.",
    finding="crept",
)
def two_layer_model_back_by_sigmoid(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    step = step_by(("relu", "sigmoid"), ("sigmoid", "sigmoid"))
    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)


@mistake(
    "two_layer_model",
    says="the output layer goes back as if it were a relu",
    hint="Each layer goes back by the slope of the function it went forward with.",
    finding="crept",
)
def two_layer_model_back_by_relu(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    step = step_by(("relu", "sigmoid"), ("relu", "relu"))
    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)


@mistake(
    "two_layer_model",
    says="dA2 lacks the minus in front, so every step goes uphill",
    hint="A probability that is too low for a cat has to rise: which sign has the slope of -log(a)?",
    finding="crept",
)
def two_layer_model_uphill(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    def step(X, Y, parameters):
        A2, (cache1, cache2) = two_layers_forward(X, parameters)
        dA2 = np.divide(Y, A2) - np.divide(1 - Y, 1 - A2)
        dA1, dW2, db2 = linear_activation_backward(dA2, cache2, "sigmoid")
        dA0, dW1, db1 = linear_activation_backward(dA1, cache1, "relu")
        return compute_cost(A2, Y), {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}

    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)


@mistake(
    "two_layer_model",
    says="dA2 = A2 - Y is handed to the backward block, which multiplies it by the sigmoid's slope once more",
    hint="A2 - Y is dZ2 already. The block wants the slope by A2, before the sigmoid.",
    finding="crept",
)
def two_layer_model_dz_for_da(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    def step(X, Y, parameters):
        A2, (cache1, cache2) = two_layers_forward(X, parameters)
        dA1, dW2, db2 = linear_activation_backward(A2 - Y, cache2, "sigmoid")
        dA0, dW1, db1 = linear_activation_backward(dA1, cache1, "relu")
        return compute_cost(A2, Y), {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}

    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)


@mistake(
    "two_layer_model",
    says="the shapes do not fit: caches, layers, or what a block returns have changed places",
    hint="Compare what the block in that line takes and returns with its first and its last line in lesson 05.",
    finding="raised",
)
def two_layer_model_changed_places(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    def step(X, Y, parameters):
        A2, (cache1, cache2) = two_layers_forward(X, parameters)
        dA1, dW2, db2 = linear_activation_backward(output_error(A2, Y), cache1, "sigmoid")
        dA0, dW1, db1 = linear_activation_backward(dA1, cache2, "relu")
        return compute_cost(A2, Y), {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}

    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)


@mistake(
    "two_layer_model",
    says="the gradient of the output, dA2, is used for the hidden layer too",
    hint="The block of layer 2 returns what comes back to layer 1: under which name did you take it?",
    finding="crept",
)
def two_layer_model_da2_twice(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    def step(X, Y, parameters):
        A2, (cache1, cache2) = two_layers_forward(X, parameters)
        dA2 = output_error(A2, Y)
        dA1, dW2, db2 = linear_activation_backward(dA2, cache2, "sigmoid")
        dA0, dW1, db1 = linear_activation_backward(dA2, cache1, "relu")
        return compute_cost(A2, Y), {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}

    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)


@mistake(
    "two_layer_model",
    says="layer 1 is not trained: its gradients are left out, or are zero",
    hint="Which gradients does `update_parameters` look for, and which did the way back to layer 1 give you?",
    finding="crept",
)
def two_layer_model_layer_1_rests(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    def step(X, Y, parameters):
        A2, caches = two_layers_forward(X, parameters)
        grads = two_layers_backward(A2, Y, caches)
        return compute_cost(A2, Y), {**grads, "dW1": 0 * grads["dW1"], "db1": 0 * grads["db1"]}

    return trained(step, X, Y, layers_dims, learning_rate, num_iterations)
