"""Known mistakes in `L_layer_model`: the start, the loop, and the arguments that it does not use."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_application.right import (
    L_model_backward,
    L_model_forward,
    compute_cost,
    initialize_parameters_deep,
    update_parameters,
)

mistake = Catalogue()


def trained(parameters, X, Y, learning_rate, steps):
    """Take the steps that are given by their numbers."""
    costs = []
    for i in steps:
        AL, caches = L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs


@mistake(
    "L_layer_model",
    says="the weights begin with the factor 0.01, not divided by sqrt(n[l-1])",
    hint="Lesson 05 has two blocks that draw weights: which one is made for many layers?",
    finding="spread",
)
def L_layer_model_small_weights(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = {}
    for l in range(1, len(layers_dims)):
        parameters["W" + str(l)] = np.random.randn(layers_dims[l], layers_dims[l - 1]) * 0.01
        parameters["b" + str(l)] = np.zeros((layers_dims[l], 1))
    return trained(parameters, X, Y, learning_rate, range(num_iterations))


@mistake(
    "L_layer_model",
    says="the training begins from zeros, and the units of a layer stay twins",
    hint="Units that begin alike stay alike: which block of yours draws the weights?",
    finding="constant",
)
def L_layer_model_from_zeros(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = {name: np.zeros_like(value) for name, value in initialize_parameters_deep(layers_dims).items()}
    return trained(parameters, X, Y, learning_rate, range(num_iterations))


@mistake(
    "L_layer_model",
    says="the last layer is missing: not all of layers_dims is handed on",
    hint="layers_dims holds the size of the input, of every hidden layer and of the output: the block wants them all.",
    finding="keys",
)
def L_layer_model_last_layer_missing(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep([*layers_dims[:-2], layers_dims[-1]])
    return trained(parameters, X, Y, learning_rate, range(num_iterations))


@mistake(
    "L_layer_model",
    says="the first parameters come back: what update_parameters returns is not kept",
    hint="The function returns new parameters: under which name does the next step look for them?",
    finding="crept",
)
def L_layer_model_update_dropped(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
    return parameters, costs


@mistake(
    "L_layer_model",
    says="the way forward runs once only, before the loop",
    hint="New parameters give new probabilities: which line has to stand inside the loop?",
    finding="cost",
)
def L_layer_model_stale_caches(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    AL, caches = L_model_forward(X, parameters)
    costs = []
    for i in range(num_iterations):
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
    return parameters, costs


@mistake(
    "L_layer_model",
    says="the gradients are computed once, before the loop, and used for every step",
    hint="After a step the slope is another one: which lines have to stand inside the loop?",
    finding="cost",
)
def L_layer_model_stale_gradients(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    AL, caches = L_model_forward(X, parameters)
    grads = L_model_backward(AL, Y, caches)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, grads, learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
    return parameters, costs


@mistake(
    "L_layer_model",
    says="the learning rate is always 0.0075, whatever is asked for",
    hint="The rate is an argument of this function: is its name handed to `update_parameters`?",
    finding="crept",
)
def L_layer_model_fixed_rate(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters_deep(layers_dims), X, Y, 0.0075, range(num_iterations))


@mistake(
    "L_layer_model",
    says="there are always 200 steps, whatever is asked for",
    hint="Use the name of the argument in the loop's range.",
    finding="length",
)
def L_layer_model_fixed_iterations(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters_deep(layers_dims), X, Y, learning_rate, range(200))


@mistake(
    "L_layer_model",
    says="the first step is left out",
    hint="Count the steps for num_iterations = 3: where does your range begin, and where does it end?",
    finding="length",
)
def L_layer_model_one_step_short(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters_deep(layers_dims), X, Y, learning_rate, range(1, num_iterations))


@mistake(
    "L_layer_model",
    says="there is one step too many",
    hint="Count the steps for num_iterations = 3: range(3) already gives three numbers.",
    finding="crept",
)
def L_layer_model_one_step_long(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters_deep(layers_dims), X, Y, learning_rate, range(num_iterations + 1))


@mistake(
    "L_layer_model",
    says="every step begins with newly drawn parameters",
    hint="The weights are drawn once: does that line stand before the loop or inside it?",
    finding="crept",
)
def L_layer_model_draws_in_the_loop(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    costs = []
    for i in range(num_iterations):
        parameters = initialize_parameters_deep(layers_dims)
        AL, caches = L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs


@mistake(
    "L_layer_model",
    says="only one step is taken: `return` stands inside the loop",
    hint="How far is `return` indented?",
    finding="crept",
)
def L_layer_model_returns_early(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters_deep(layers_dims), X, Y, learning_rate, range(1))


@mistake(
    "L_layer_model",
    says="AL and Y have changed places in a call",
    hint="Compare the order of your arguments with the first lines of your blocks.",
    finding="not_finite",
)
def L_layer_model_swapped_labels(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(compute_cost(AL, Y))
        parameters = update_parameters(parameters, L_model_backward(Y, AL, caches), learning_rate)
    return parameters, costs


@mistake(
    "L_layer_model",
    says="the steps go uphill: the gradients are turned, or the rate is handed over with a minus",
    hint="`update_parameters` has the minus already.",
    finding="crept",
)
def L_layer_model_uphill(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    return trained(initialize_parameters_deep(layers_dims), X, Y, -learning_rate, range(num_iterations))
