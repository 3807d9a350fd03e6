"""Networks that tell cats from other pictures: the right answers of lesson 06.

[LINEAR -> RELU] x (L - 1) -> LINEAR -> SIGMOID, in Andrew Ng's course notation: X (n_x, m) and Y (n_y, m) hold an
example in each column, W[l] (n[l], n[l-1]), b[l] (n[l], 1). What is computed is what the blocks of lesson 05 compute;
what no step needs is left out: the gradient of the pictures, and the cost between two that are recorded.
"""

from __future__ import annotations

import numpy as np

from helpers.activations import relu, sigmoid
from helpers.reference.deep_network import compute_cost, initialize_parameters, initialize_parameters_deep

Arrays = dict[str, np.ndarray]
EVERY = 100  # steps from one recorded cost to the next


def two_layer_model(
    X: np.ndarray,
    Y: np.ndarray,
    layers_dims: list[int],
    learning_rate: float = 0.0075,
    num_iterations: int = 3000,
    print_cost: bool = False,
) -> tuple[Arrays, list[float]]:
    """Train LINEAR -> RELU -> LINEAR -> SIGMOID with n_x, n_h, n_y = layers_dims, from weights of scale 0.01.

    Returns
    -------
    parameters
        {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)} after the last step.
    costs
        The cost before the steps 0, 100, 200, ...
    """
    parameters = initialize_parameters(*layers_dims)
    return parameters, descend(parameters, X, Y, learning_rate, num_iterations, print_cost)


def L_layer_model(
    X: np.ndarray,
    Y: np.ndarray,
    layers_dims: list[int],
    learning_rate: float = 0.0075,
    num_iterations: int = 3000,
    print_cost: bool = False,
) -> tuple[Arrays, list[float]]:
    """Train a network of n[0], n[1], ..., n[L] = layers_dims units, from weights of scale 1 / sqrt(n[l-1]).

    Returns
    -------
    parameters
        {"W1": (n[1], n[0]), "b1": (n[1], 1), ..., "WL", "bL"} after the last step.
    costs
        The cost before the steps 0, 100, 200, ...
    """
    parameters = initialize_parameters_deep(layers_dims)
    return parameters, descend(parameters, X, Y, learning_rate, num_iterations, print_cost)


def predict(X: np.ndarray, parameters: Arrays) -> np.ndarray:
    """Return the predictions (n_y, m): 1.0 where the probability AL > 0.5, else 0.0."""
    return (activations(X, parameters)[-1] > 0.5).astype(float)


def descend(
    parameters: Arrays,
    X: np.ndarray,
    Y: np.ndarray,
    learning_rate: float,
    num_iterations: int,
    print_cost: bool = False,
) -> list[float]:
    """Take steps of gradient descent, written into `parameters`; return the costs before the steps 0, 100, 200, ..."""
    costs = []
    for i in range(num_iterations):
        A = activations(X, parameters)
        if i % EVERY == 0:
            costs.append(compute_cost(A[-1], Y))
            if print_cost:
                print(f"Cost after iteration {i}: {costs[-1]:.6f}")
        step(parameters, A, Y, learning_rate)
    return costs


def activations(X: np.ndarray, parameters: Arrays) -> list[np.ndarray]:
    """Return A[0] = X, A[1], ..., A[L]: A[l] = relu(W[l] A[l-1] + b[l]) (n[l], m), in the last layer the sigmoid."""
    A = [X]
    L = len(parameters) // 2
    for l in range(1, L + 1):
        Z = parameters[f"W{l}"] @ A[-1] + parameters[f"b{l}"]
        A.append((sigmoid if l == L else relu)(Z)[0])
    return A


def step(parameters: Arrays, A: list[np.ndarray], Y: np.ndarray, learning_rate: float) -> None:
    """Move every parameter downhill by alpha times its gradient, in place, from the last layer to the first.

    dZ[L] = A[L] - Y; dW[l] = dZ[l] A[l-1].T / m; db[l] = sum(dZ[l]) / m; dZ[l-1] = W[l].T dZ[l] * (A[l-1] > 0), with
    the weights as they were before the step. dZ carries the factor alpha / m: it is smaller than W[1] by far.
    """
    dZ = learning_rate / Y.shape[1] * (A[-1] - Y)  # (n_y, m)
    for l in range(len(A) - 1, 0, -1):
        W, A_prev = parameters[f"W{l}"], A[l - 1]
        dZ_prev = (W.T @ dZ) * (A_prev > 0) if l > 1 else None  # nothing needs the gradient of the pictures
        W -= dZ @ A_prev.T  # (n[l], n[l-1])
        parameters[f"b{l}"] -= np.sum(dZ, axis=1, keepdims=True)  # (n[l], 1)
        if dZ_prev is not None:
            dZ = dZ_prev
