"""Known mistakes in `two_layer_model`: the costs it records, and what it returns."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.deep_application.right import (
    compute_cost,
    initialize_parameters,
    two_layers_backward,
    two_layers_forward,
    update_parameters,
)

mistake = Catalogue()


def training(X, Y, layers_dims, learning_rate, num_iterations):
    """Return the parameters, the last gradients, and the costs before all steps."""
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = two_layers_forward(X, parameters)
        costs.append(compute_cost(A2, Y))
        grads = two_layers_backward(A2, Y, caches)
        parameters = update_parameters(parameters, grads, learning_rate)
    return parameters, grads, costs


@mistake(
    "two_layer_model",
    says="the cost of every step is recorded",
    hint="One cost in a hundred is wanted: is the line that appends indented below the `if`?",
    finding="length",
)
def two_layer_model_all_costs(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, costs


@mistake(
    "two_layer_model",
    says="the cost is recorded at the end of each hundred steps, not before the first",
    hint="The first cost is that of the parameters as they were drawn, in iteration 0.",
    finding="length",
)
def two_layer_model_late_costs(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, costs[99::100]


@mistake(
    "two_layer_model",
    says="no cost is recorded",
    hint="An empty list was made for the costs: what is appended to it, and when?",
    finding="length",
)
def two_layer_model_no_costs(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, []


@mistake(
    "two_layer_model",
    says="the cost is recorded after the update: costs[0] is that of the second step",
    hint="costs[0] belongs to the parameters as they were drawn: which A2 does the cost see?",
    finding="cost",
)
def two_layer_model_cost_after_update(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = two_layers_forward(X, parameters)
        parameters = update_parameters(parameters, two_layers_backward(A2, Y, caches), learning_rate)
        if i % 100 == 0:
            costs.append(compute_cost(two_layers_forward(X, parameters)[0], Y))
    return parameters, costs


@mistake(
    "two_layer_model",
    says="the costs are the whole lists of probabilities: A2 is recorded in their place",
    hint="A cost is one number for all examples: which block makes it of A2 and Y?",
    finding="shape",
)
def two_layer_model_probabilities(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters = initialize_parameters(*layers_dims)
    costs = []
    for i in range(num_iterations):
        A2, caches = two_layers_forward(X, parameters)
        parameters = update_parameters(parameters, two_layers_backward(A2, Y, caches), learning_rate)
        if i % 100 == 0:
            costs.append(A2)
    return parameters, costs


@mistake(
    "two_layer_model",
    says="only the last cost comes back, not the list",
    hint="Which name did you give to the list that the costs are appended to?",
    finding="type",
)
def two_layer_model_last_cost(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters, costs[-1]


@mistake(
    "two_layer_model",
    says="the parameters come back alone, without the costs",
    hint="Two things are wanted behind `return`, in the order of the docstring.",
    finding="type",
)
def two_layer_model_parameters_alone(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs = training(X, Y, layers_dims, learning_rate, num_iterations)
    return parameters


@mistake(
    "two_layer_model",
    says="the last gradients come back, not the parameters",
    hint="The docstring lists what is returned: the keys have no d.",
    finding="keys",
)
def two_layer_model_returns_gradients(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs = training(X, Y, layers_dims, learning_rate, num_iterations)
    return grads, costs[::100]


@mistake(
    "two_layer_model",
    says="nothing comes back: the `return` at the end is missing",
    hint="What is computed in a function is gone at its end, unless it is handed back.",
    finding="nothing_returned",
)
def two_layer_model_returns_nothing(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    parameters, grads, costs = training(X, Y, layers_dims, learning_rate, num_iterations)
