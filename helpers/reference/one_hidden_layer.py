"""A network with one hidden tanh layer: the right answers of lesson 03.

The formulas are those of Andrew Ng's course notation: X (n_x, m) and Y (n_y, m) hold an example in each column,
W1 (n_h, n_x), b1 (n_h, 1), W2 (n_y, n_h), b2 (n_y, 1). Where the formula overflows or meets log(0), a stable form is
used and named. Nothing here loops over examples, and no argument is written into.
"""

from __future__ import annotations

import numpy as np

from helpers.reference.logistic_regression import sigmoid

Arrays = dict[str, np.ndarray]
TINY = np.finfo(float).tiny  # the smallest normal number: its logarithm is -708, and that of 0 is not finite


def layer_sizes(X: np.ndarray, Y: np.ndarray) -> tuple[int, int, int]:
    """Return (n_x, n_h, n_y): the rows of X (n_x, m), 4 hidden units, the rows of Y (n_y, m)."""
    return X.shape[0], 4, Y.shape[0]


def initialize_parameters(n_x: int, n_h: int, n_y: int) -> Arrays:
    """Return small random weights and zero biases.

    {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)}; the weights are normal numbers times 0.01, so
    that no two units are alike and tanh starts where it is steep.
    """
    return {
        "W1": np.random.randn(n_h, n_x) * 0.01,  # noqa: NPY002 - the published numbers are drawn this way
        "b1": np.zeros((n_h, 1)),
        "W2": np.random.randn(n_y, n_h) * 0.01,  # noqa: NPY002
        "b2": np.zeros((n_y, 1)),
    }


def forward_propagation(X: np.ndarray, parameters: Arrays) -> tuple[np.ndarray, Arrays]:
    """Return A2 (n_y, m) and the cache {"Z1", "A1": (n_h, m), "Z2", "A2": (n_y, m)}.

    Z1 = W1 X + b1; A1 = tanh(Z1); Z2 = W2 A1 + b2; A2 = sigma(Z2), whose exponential does not overflow.
    """
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    Z1 = W1 @ X + b1  # (n_h, m)
    A1 = np.tanh(Z1)  # (n_h, m)
    Z2 = W2 @ A1 + b2  # (n_y, m)
    A2 = sigmoid(Z2)  # (n_y, m)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


def compute_cost(A2: np.ndarray, Y: np.ndarray) -> float:
    """Return J = -1/m sum(Y log A2 + (1 - Y) log(1 - A2)), for A2 and Y (1, m), where Y is 0 or 1.

    Of the two terms only the one of the right class is computed, and a probability of 0 counts as the smallest
    normal number: the same cost without 0 * log(0) and without log(0).
    """
    of_the_right_class = np.where(Y == 1, A2, 1 - A2)  # (1, m)
    return float(-np.mean(np.log(np.maximum(of_the_right_class, TINY))))


def backward_propagation(parameters: Arrays, cache: Arrays, X: np.ndarray, Y: np.ndarray) -> Arrays:
    """Return the gradients of the cost, {"dW1": (n_h, n_x), "db1": (n_h, 1), "dW2": (n_y, n_h), "db2": (n_y, 1)}.

    dZ2 = A2 - Y; dW2 = dZ2 A1.T / m; db2 = sum(dZ2) / m; dZ1 = W2.T dZ2 * (1 - A1**2); dW1 = dZ1 X.T / m;
    db1 = sum(dZ1) / m, both sums over the examples.
    """
    m = X.shape[1]
    A1 = cache["A1"]
    dZ2 = cache["A2"] - Y  # (n_y, m)
    dW2 = dZ2 @ A1.T / m  # (n_y, n_h)
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m  # (n_y, 1)
    dZ1 = parameters["W2"].T @ dZ2 * (1 - A1**2)  # (n_h, m)
    dW1 = dZ1 @ X.T / m  # (n_h, n_x)
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m  # (n_h, 1)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


def update_parameters(parameters: Arrays, grads: Arrays, learning_rate: float = 1.2) -> Arrays:
    """Return new parameters, one step downhill: W1 - alpha dW1, b1 - alpha db1, W2 - alpha dW2, b2 - alpha db2."""
    return {name: parameters[name] - learning_rate * grads["d" + name] for name in ("W1", "b1", "W2", "b2")}


def nn_model(X: np.ndarray, Y: np.ndarray, n_h: int, num_iterations: int = 10000, print_cost: bool = False) -> Arrays:
    """Train a network with n_h hidden units on X (n_x, m) and Y (n_y, m); return the parameters after the last step."""
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 1000 == 0:
            print(f"Cost after iteration {i}: {compute_cost(A2, Y):.6f}")
    return parameters


def predict(parameters: Arrays, X: np.ndarray) -> np.ndarray:
    """Return the predictions (1, m): 1.0 where A2 > 0.5, else 0.0."""
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(float)
