"""Logistic regression as the smallest neural network: the right answers of lesson 02.

The formulas are those of Andrew Ng's course notation: X (n_x, m) and Y (1, m) hold an example in each
column, w (n_x, 1), b a number. Where the formula overflows or meets log(0), a stable form is used and named.
"""

from __future__ import annotations

from typing import Any

import numpy as np


def sigmoid(z: Any) -> Any:
    """Return sigma(z) = 1 / (1 + e**-z), for a number or an array of any shape.

    For z < 0 the equal form e**z / (1 + e**z) is computed, so that no exponential overflows.
    """
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)


def initialize_with_zeros(dim: int) -> tuple[np.ndarray, float]:
    """Return w = zeros (dim, 1) and b = 0.0."""
    return np.zeros((dim, 1)), 0.0


def propagate(w: np.ndarray, b: float, X: np.ndarray, Y: np.ndarray) -> tuple[dict[str, Any], float]:
    """Return the gradients of the cost, {"dw": (n_x, 1), "db": number}, and the cost.

    A = sigma(w.T X + b); J = -1/m sum(Y log A + (1 - Y) log(1 - A)); dw = X (A - Y).T / m;
    db = sum(A - Y) / m.

    The cost is computed from Z = w.T X + b as sum(log(1 + e**Z) - Y Z) / m, the same number without log(0).
    """
    m = X.shape[1]
    Z = w.T @ X + b  # (1, m)
    dZ = sigmoid(Z) - Y  # (1, m)
    cost = float((np.logaddexp(0, Z) - Y * Z).sum() / m)
    return {"dw": X @ dZ.T / m, "db": float(dZ.sum() / m)}, cost


def optimize(
    w: np.ndarray,
    b: float,
    X: np.ndarray,
    Y: np.ndarray,
    num_iterations: int = 100,
    learning_rate: float = 0.009,
    print_cost: bool = False,
) -> tuple[dict[str, Any], dict[str, Any], list[float]]:
    """Take `num_iterations` steps w = w - alpha dw, b = b - alpha db.

    Returns
    -------
    params
        {"w": (n_x, 1), "b": number} after the last step.
    grads
        {"dw", "db"} of the last step, computed before it was taken.
    costs
        The cost before the steps 0, 100, 200, ...
    """
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
            if print_cost:
                print(f"Cost after iteration {i}: {cost:.6f}")
    return {"w": w, "b": b}, grads, costs


def predict(w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """Return Y_prediction (1, m): 1.0 where sigma(w.T X + b) > 0.5, else 0.0."""
    return (sigmoid(w.T @ X + b) > 0.5).astype(float)


def model(
    X_train: np.ndarray,
    Y_train: np.ndarray,
    X_test: np.ndarray,
    Y_test: np.ndarray,
    num_iterations: int = 2000,
    learning_rate: float = 0.005,
    print_cost: bool = False,
) -> dict[str, Any]:
    """Train from zeros and predict both sets.

    Returns
    -------
    dict
        "costs", "Y_prediction_test" (1, m_test), "Y_prediction_train" (1, m_train), "w", "b",
        "learning_rate", "num_iterations".
    """
    w, b = initialize_with_zeros(X_train.shape[0])
    params, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    return {
        "costs": costs,
        "Y_prediction_test": predict(**params, X=X_test),
        "Y_prediction_train": predict(**params, X=X_train),
        **params,
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }
