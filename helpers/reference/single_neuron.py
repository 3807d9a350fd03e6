"""The smallest networks, one neuron with one activation after another: the right answers of lesson 01.

X (n_x, m) and Y (1, m) hold an example in each column, w (n_x, 1), b a number; w.T X + b is the score Z (1, m). The
neuron of the house prices has the ReLU, linear regression has the identity, the perceptron a threshold, logistic
regression the sigmoid. No argument is written into.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.reference.logistic_regression import sigmoid


def house_price(w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """Return A = max(0, w.T X + b) (1, m)."""
    return np.maximum(0, w.T @ X + b)


def compute_cost(w: np.ndarray, b: float, X: np.ndarray, Y: np.ndarray, lambd: float = 0.0) -> float:
    """Return J = (sum((Z - Y)**2) + lambda sum(w**2)) / (2 m), with Z = w.T X + b."""
    m = X.shape[1]
    Z = w.T @ X + b  # (1, m)
    return (np.sum((Z - Y) ** 2) + lambd * np.sum(w**2)) / (2 * m)


def gradients(w: np.ndarray, b: float, X: np.ndarray, Y: np.ndarray, lambd: float = 0.0) -> tuple[np.ndarray, float]:
    """Return dw = (X (Z - Y).T + lambda w) / m (n_x, 1) and db = sum(Z - Y) / m, with Z = w.T X + b."""
    m = X.shape[1]
    dZ = w.T @ X + b - Y  # (1, m)
    return (X @ dZ.T + lambd * w) / m, np.sum(dZ) / m


def linear_regression(
    X: np.ndarray,
    Y: np.ndarray,
    learning_rate: float = 0.1,
    lambd: float = 0.0,
    tolerance: float = 1e-6,
    max_iterations: int = 1000,
) -> tuple[np.ndarray, float, list[float]]:
    """Train from zeros by gradient descent, at most `max_iterations` steps.

    Returns
    -------
    w, b
        (n_x, 1) and a number, after the last step.
    costs
        The cost before the first step, and after each; a change smaller than the tolerance ends the training.
    """
    n_x, _ = X.shape
    w, b = np.zeros((n_x, 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for _ in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


def threshold(w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """Return the answers (1, m): 1.0 where w.T X + b > 0, else 0.0."""
    Z = w.T @ X + b  # (1, m)
    return (Z > 0).astype(float)


def perceptron(X: np.ndarray, Y: np.ndarray, max_epochs: int = 100) -> tuple[np.ndarray, float, list[int]]:
    """Train from zeros by the perceptron's rule: w + (y - answer) x and b + (y - answer), example by example.

    Returns
    -------
    w, b
        (n_x, 1) and a number, after the last example.
    mistakes
        The number of wrong answers in each epoch; an epoch without any is the last.
    """
    n_x, m = X.shape
    w, b = np.zeros((n_x, 1)), 0.0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(m):
            x = X[:, [i]]  # (n_x, 1)
            error = (Y[:, [i]] - threshold(w, b, x)).item()
            w, b = w + error * x, b + error
            wrong += error != 0
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


def walk_back(w: np.ndarray, b: float, x: np.ndarray, y: int) -> dict[str, Any]:
    """Return the values and the derivatives of logistic regression's loss, for one example x (n_x, 1).

    z = w.T x + b; a = sigma(z); L = -(y log a + (1 - y) log(1 - a)); da = -y / a + (1 - y) / (1 - a);
    dz = da a (1 - a) = a - y; dw = x dz (n_x, 1); db = dz.
    """
    z = np.sum(w * x) + b
    a = sigmoid(z)
    dz = a - y
    return {
        "z": z,
        "a": a,
        "L": -np.log(a if y == 1 else 1 - a),
        "da": dz / (a * (1 - a)),
        "dz": dz,
        "dw": x * dz,
        "db": dz,
    }
