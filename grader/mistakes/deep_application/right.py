"""What a student has right already: the wrong versions call these, so that each shows its one mistake."""

from __future__ import annotations

from grader.mistakes.deep_network.right import (
    L_model_backward,
    L_model_forward,
    compute_cost,
    initialize_parameters,
    initialize_parameters_deep,
    linear_activation_backward,
    linear_activation_forward,
    output_error,
    update_parameters,
)

__all__ = [
    "L_model_backward",
    "L_model_forward",
    "compute_cost",
    "initialize_parameters",
    "initialize_parameters_deep",
    "linear_activation_backward",
    "linear_activation_forward",
    "output_error",
    "two_layers_backward",
    "two_layers_forward",
    "update_parameters",
]


def two_layers_forward(X, parameters):
    A1, cache1 = linear_activation_forward(X, parameters["W1"], parameters["b1"], "relu")
    A2, cache2 = linear_activation_forward(A1, parameters["W2"], parameters["b2"], "sigmoid")
    return A2, (cache1, cache2)


def two_layers_backward(A2, Y, caches):
    cache1, cache2 = caches
    dA1, dW2, db2 = linear_activation_backward(output_error(A2, Y), cache2, "sigmoid")
    dA0, dW1, db1 = linear_activation_backward(dA1, cache1, "relu")
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
