"""Known mistakes in `L_layer_model`: the costs it records, and what it returns."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.deep_application.right import (
    L_model_backward,
    L_model_forward,
    compute_cost,
    initialize_parameters_deep,
    update_parameters,
)

mistake = Catalogue()


def training(X, Y, layers_dims, learning_rate, num_iterations):
    """Return the parameters, the last gradients, the costs before all steps, and the last caches."""
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        costs.append(compute_cost(AL, Y))
        grads = L_model_backward(AL, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, grads, costs, caches


@mistake(
    "L_layer_model",
    says="the cost of every step is recorded",
    hint="One cost in a hundred is wanted: is the line that appends indented below the `if`?",
    finding="length",
)
def L_layer_model_all_costs(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs, caches = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, costs


@mistake(
    "L_layer_model",
    says="no cost is recorded",
    hint="An empty list was made for the costs: what is appended to it, and when?",
    finding="length",
)
def L_layer_model_no_costs(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs, caches = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, []


@mistake(
    "L_layer_model",
    says="the cost is recorded after the update: costs[0] is that of the second step",
    hint="costs[0] belongs to the parameters as they were drawn: which AL does the cost see?",
    finding="cost",
)
def L_layer_model_cost_after_update(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters_deep(layers_dims)
    costs = []
    for i in range(num_iterations):
        AL, caches = L_model_forward(X, parameters)
        parameters = update_parameters(parameters, L_model_backward(AL, Y, caches), learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(L_model_forward(X, parameters)[0], Y))
    return parameters, costs


@mistake(
    "L_layer_model",
    says="the parameters come back alone, without the costs",
    hint="Two things are wanted behind `return`, in the order of the docstring.",
    finding="type",
)
def L_layer_model_parameters_alone(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs, caches = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters


@mistake(
    "L_layer_model",
    says="the last gradients come back, not the parameters",
    hint="The docstring lists what is returned: the keys have no d.",
    finding="keys",
)
def L_layer_model_returns_gradients(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs, caches = training(X, Y, layers_dims, learning_rate, num_iterations)
    return grads, costs[::100]


@mistake(
    "L_layer_model",
    says="the caches come back in place of the costs",
    hint="The caches are used up in each step; the list of costs is what the figure will need.",
    finding="length",
)
def L_layer_model_returns_caches(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs, caches = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, caches


@mistake(
    "L_layer_model",
    says="nothing comes back: the `return` at the end is missing",
    hint="What is computed in a function is gone at its end, unless it is handed back.",
    finding="nothing_returned",
)
def L_layer_model_returns_nothing(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs, caches = training(X, Y, layers_dims, learning_rate, num_iterations)
