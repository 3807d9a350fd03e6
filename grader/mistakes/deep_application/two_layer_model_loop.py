"""Known mistakes in `two_layer_model`: the loop, and the arguments that it does not use."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_application.right import (
    compute_cost,
    initialize_parameters,
    two_layers_backward,
    two_layers_forward,
    update_parameters,
)

mistake = Catalogue()


def trained(parameters, X, Y, learning_rate, steps):
    """Take the steps that are given by their numbers."""
    costs = []
    for i in steps:
        A2, caches = two_layers_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        parameters = update_parameters(parameters, two_layers_backward(A2, Y, caches), learning_rate)
    return parameters, costs


@mistake(
    "two_layer_model",
    says="the first parameters come back: what update_parameters returns is not kept",
    hint="The function returns new parameters: under which name does the next step look for them?",
    finding="crept",
)
def two_layer_model_update_dropped(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = two_layers_forward(X, parameters)
        update_parameters(parameters, two_layers_backward(A2, Y, caches), learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
    return parameters, costs


@mistake(
    "two_layer_model",
    says="the way forward uses W1, b1, W2 and b2 as they were drawn, in every step",
    hint="`update_parameters` changes the dictionary's entries, not names that were taken out of it before the loop.",
    finding="cost",
)
def two_layer_model_first_weights(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    first = parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = two_layers_forward(X, first)
        parameters = update_parameters(parameters, two_layers_backward(A2, Y, caches), learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
    return parameters, costs


@mistake(
    "two_layer_model",
    says="the learning rate is always 0.0075, whatever is asked for",
    hint="The rate is an argument of this function: is its name handed to `update_parameters`?",
    finding="crept",
)
def two_layer_model_fixed_rate(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters(*layers_dims), X, Y, 0.0075, range(num_iterations))


@mistake(
    "two_layer_model",
    says="there are always 200 steps, whatever is asked for",
    hint="Use the name of the argument in the loop's range.",
    finding="length",
)
def two_layer_model_fixed_iterations(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters(*layers_dims), X, Y, learning_rate, range(200))


@mistake(
    "two_layer_model",
    says="the hidden layer always has 7 units, whatever layers_dims says",
    hint="All three sizes stand in layers_dims: are they handed on as they are?",
    finding="shape",
)
def two_layer_model_seven_units(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters(X.shape[0], 7, Y.shape[0]), X, Y, learning_rate, range(num_iterations))


@mistake(
    "two_layer_model",
    says="the first step is left out",
    hint="Count the steps for num_iterations = 3: where does your range begin, and where does it end?",
    finding="length",
)
def two_layer_model_one_step_short(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters(*layers_dims), X, Y, learning_rate, range(1, num_iterations))


@mistake(
    "two_layer_model",
    says="there is one step too many",
    hint="Count the steps for num_iterations = 3: range(3) already gives three numbers.",
    finding="crept",
)
def two_layer_model_one_step_long(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters(*layers_dims), X, Y, learning_rate, range(num_iterations + 1))


@mistake(
    "two_layer_model",
    says="the parameters are updated twice in each step",
    hint="One step is one way forward, one way back and one update: which line stands there twice?",
    finding="crept",
)
def two_layer_model_two_updates(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = two_layers_forward(X, parameters)
        grads = two_layers_backward(A2, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
    return parameters, costs


@mistake(
    "two_layer_model",
    says="every step begins with newly drawn parameters",
    hint="The weights are drawn once: does that line stand before the loop or inside it?",
    finding="crept",
)
def two_layer_model_draws_in_the_loop(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    costs = []
    for i in range(num_iterations):
        parameters = initialize_parameters(*layers_dims)
        A2, caches = two_layers_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(A2, Y))
        parameters = update_parameters(parameters, two_layers_backward(A2, Y, caches), learning_rate)
    return parameters, costs


@mistake(
    "two_layer_model",
    says="only one step is taken: `return` stands inside the loop",
    hint="How far is `return` indented?",
    finding="crept",
)
def two_layer_model_returns_early(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters(*layers_dims), X, Y, learning_rate, range(1))


@mistake(
    "two_layer_model",
    says="the training begins from zeros, and the hidden units stay twins",
    hint="Units that begin alike stay alike: which block of yours draws the weights?",
    finding="constant",
)
def two_layer_model_from_zeros(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = {name: np.zeros_like(value) for name, value in initialize_parameters(*layers_dims).items()}
    return trained(parameters, X, Y, learning_rate, range(num_iterations))


@mistake(
    "two_layer_model",
    says="the weights begin 100 times too large: their factor 0.01 is missing",
    hint="Let `initialize_parameters` of lesson 05 draw the weights.",
    finding="spread",
)
def two_layer_model_large_weights(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    parameters = {**parameters, "W1": parameters["W1"] * 100, "W2": parameters["W2"] * 100}
    return trained(parameters, X, Y, learning_rate, range(num_iterations))


@mistake(
    "two_layer_model",
    says="only the first example is used for the training",
    hint="The blocks take all examples at once: hand X and Y over as they are.",
    finding="crept",
)
def two_layer_model_first_example(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters(*layers_dims), X[:, :1], Y[:, :1], learning_rate, range(num_iterations))
