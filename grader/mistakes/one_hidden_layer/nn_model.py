"""Known mistakes in `nn_model`: the loop, its arguments, and what it returns."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.right import (
    backward_propagation,
    forward_propagation,
    initialize_parameters,
    layer_sizes,
    update_parameters,
)

mistake = Catalogue()


def step(parameters, X, Y, learning_rate=1.2):
    A2, cache = forward_propagation(X, parameters)
    grads = backward_propagation(parameters, cache, X, Y)
    return update_parameters(parameters, grads, learning_rate)


def trained(parameters, X, Y, num_iterations, learning_rate=1.2):
    for i in range(num_iterations):
        parameters = step(parameters, X, Y, learning_rate)
    return parameters


def start(X, Y, n_h):
    n_x, _, n_y = layer_sizes(X, Y)
    return initialize_parameters(n_x, n_h, n_y)


@mistake(
    "nn_model",
    says="the first parameters come back: what update_parameters returns is not kept",
    hint="The function returns new parameters: under which name does the next step look for them?",
    finding="unmoved",
)
def nn_model_update_dropped(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        update_parameters(parameters, grads)
    return parameters


@mistake(
    "nn_model",
    says="there are always 4 hidden units: n_h is taken from layer_sizes, or written as a number",
    hint="Of what layer_sizes returns only n_x and n_y are needed; n_h is an argument of this function.",
    finding="shape",
)
def nn_model_four_units(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, n_h, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    return trained(parameters, X, Y, num_iterations)


@mistake(
    "nn_model",
    says="there are always 1000 steps, whatever is asked for",
    hint="Use the name of the argument in the loop's range.",
    finding="reached",
)
def nn_model_fixed_iterations(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(start(X, Y, n_h), X, Y, 1000)


@mistake(
    "nn_model",
    says="there is one step too few",
    hint="Count the steps for num_iterations = 3: where does your range begin, and where does it end?",
    finding="unmoved",
)
def nn_model_one_step_short(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    for i in range(1, num_iterations):
        parameters = step(parameters, X, Y)
    return parameters


@mistake(
    "nn_model",
    says="there is one step too many",
    hint="Count the steps for num_iterations = 3: range(3) already gives three numbers.",
    finding="reached",
)
def nn_model_one_step_long(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(start(X, Y, n_h), X, Y, num_iterations + 1)


@mistake(
    "nn_model",
    says="the parameters are updated twice in each step",
    hint="One step is one forward, one backward and one update: which line stands there twice?",
    finding="reached",
)
def nn_model_two_updates(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        parameters = update_parameters(parameters, grads)
    return parameters


@mistake(
    "nn_model",
    says="only one step is taken: `return` stands inside the loop, or each step starts from the first parameters again",
    hint="How far is `return` indented, and under which name does the next step look for the new parameters?",
    finding="reached",
)
def nn_model_returns_early(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    for i in range(num_iterations):
        parameters = step(parameters, X, Y)
        return parameters


@mistake(
    "nn_model",
    says="every step begins with newly drawn parameters",
    hint="The weights are drawn once: does that line stand before the loop or inside it?",
    finding="reached",
)
def nn_model_draws_in_the_loop(X, Y, n_h, num_iterations=10000, print_cost=False):
    for i in range(num_iterations):
        parameters = start(X, Y, n_h)
        parameters = step(parameters, X, Y)
    return parameters


@mistake(
    "nn_model",
    says="forward and backward run once, and their gradients are used for every step",
    hint="After a step the slope is another one: which lines have to stand inside the loop?",
    finding="reached",
)
def nn_model_stale_gradients(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    A2, cache = forward_propagation(X, parameters)
    grads = backward_propagation(parameters, cache, X, Y)
    for i in range(num_iterations):
        parameters = update_parameters(parameters, grads)
    return parameters


@mistake(
    "nn_model",
    says="forward propagation runs once only, before the loop",
    hint="New parameters give new probabilities: which line has to stand inside the loop?",
    finding="reached",
)
def nn_model_stale_cache(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    A2, cache = forward_propagation(X, parameters)
    for i in range(num_iterations):
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
    return parameters


@mistake(
    "nn_model",
    says="the learning rate is 0.01",
    hint="update_parameters has a default rate, which is the lesson's: is another one handed over?",
    finding="reached",
)
def nn_model_small_rate(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(start(X, Y, n_h), X, Y, num_iterations, learning_rate=0.01)


@mistake(
    "nn_model",
    says="the training begins from zeros, and the hidden units stay twins",
    hint="Units that begin alike stay alike: which function of yours draws the weights?",
    finding="twins",
)
def nn_model_from_zeros(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = {name: np.zeros_like(value) for name, value in start(X, Y, n_h).items()}
    return trained(parameters, X, Y, num_iterations)


@mistake(
    "nn_model",
    says="the training begins from equal weights, and the hidden units stay twins",
    hint="Units that begin alike stay alike: which function of yours draws the weights?",
    finding="twins",
)
def nn_model_from_equal_weights(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = {name: np.full_like(value, 0.01) for name, value in start(X, Y, n_h).items()}
    return trained(parameters, X, Y, num_iterations)


@mistake(
    "nn_model",
    says="the weights begin 100 times too large: their factor 0.01 is missing",
    hint="Let `initialize_parameters` draw the weights, which keeps them small.",
    finding="reached",
)
def nn_model_large_weights(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    parameters = {**parameters, "W1": parameters["W1"] * 100, "W2": parameters["W2"] * 100}
    return trained(parameters, X, Y, num_iterations)


@mistake(
    "nn_model",
    says="arguments have changed places in a call: n_x and n_y, or X and Y",
    hint="Compare the order of your arguments with the first lines of your functions: which one is called there?",
    finding="raised",
)
def nn_model_sizes_swapped(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_y, n_h, n_x)
    return trained(parameters, X, Y, num_iterations)


@mistake(
    "nn_model",
    says="only the first example is used for the training",
    hint="The functions take all examples at once: hand X and Y over as they are.",
    finding="reached",
)
def nn_model_first_example(X, Y, n_h, num_iterations=10000, print_cost=False):
    return trained(start(X, Y, n_h), X[:, :1], Y[:, :1], num_iterations)


@mistake(
    "nn_model",
    says="the last gradients come back, not the parameters",
    hint="The docstring lists what is returned: the keys have no d.",
    finding="keys",
)
def nn_model_returns_gradients(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
    return grads


@mistake(
    "nn_model",
    says="the last probabilities come back, not the parameters",
    hint="`predict` will need the trained parameters: name those behind `return`.",
    finding="type",
)
def nn_model_returns_probabilities(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = start(X, Y, n_h)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
    return A2


@mistake(
    "nn_model",
    says="nothing comes back: the `return` at the end is missing",
    hint="What is computed in a function is gone at its end, unless it is handed back.",
    finding="nothing_returned",
)
def nn_model_returns_nothing(X, Y, n_h, num_iterations=10000, print_cost=False):
    parameters = trained(start(X, Y, n_h), X, Y, num_iterations)
