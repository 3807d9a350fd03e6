"""A network of L layers, block by block: the right answers of lesson 05.

[LINEAR -> RELU] x (L - 1) -> LINEAR -> SIGMOID, in Andrew Ng's course notation: A_prev (n_prev, m), W (n, n_prev),
b (n, 1), Z and A (n, m), an example in each column. The cache of a layer is (linear_cache, activation_cache) =
((A_prev, W, b), Z). Nothing here loops over examples, and no argument is written into.
"""

from __future__ import annotations

import numpy as np

from helpers.activations import relu, relu_backward, sigmoid, sigmoid_backward
from helpers.reference.one_hidden_layer import TINY, initialize_parameters

__all__ = [
    "L_model_backward",
    "L_model_forward",
    "compute_cost",
    "initialize_parameters",
    "initialize_parameters_deep",
    "linear_activation_backward",
    "linear_activation_forward",
    "linear_backward",
    "linear_forward",
    "update_parameters",
]

Arrays = dict[str, np.ndarray]
LinearCache = tuple[np.ndarray, np.ndarray, np.ndarray]
Cache = tuple[LinearCache, np.ndarray]
Gradients = tuple[np.ndarray, np.ndarray, np.ndarray]

FORWARD = {"sigmoid": sigmoid, "relu": relu}
BACKWARD = {"sigmoid": sigmoid_backward, "relu": relu_backward}
EPSILON = np.finfo(float).eps  # 1 - EPSILON is not 1


def initialize_parameters_deep(layer_dims: list[int]) -> Arrays:
    """Return W1, b1, ..., WL, bL for layers of n[0], n[1], ..., n[L] units.

    W[l] (n[l], n[l-1]) is drawn from the normal distribution and divided by sqrt(n[l-1]), so that the sums Z keep their
    size from layer to layer; b[l] (n[l], 1) is zero.
    """
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = np.random.randn(n, n_prev) / np.sqrt(n_prev)  # noqa: NPY002 - as published
        parameters[f"b{l}"] = np.zeros((n, 1))
    return parameters


def linear_forward(A: np.ndarray, W: np.ndarray, b: np.ndarray) -> tuple[np.ndarray, LinearCache]:
    """Return Z = W A + b (n, m) and the cache (A, W, b), for A (n_prev, m)."""
    return W @ A + b, (A, W, b)


def linear_activation_forward(
    A_prev: np.ndarray, W: np.ndarray, b: np.ndarray, activation: str
) -> tuple[np.ndarray, Cache]:
    """Return A = g(W A_prev + b) (n, m) and the cache (linear_cache, Z); g is "sigmoid" or "relu"."""
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = FORWARD[activation](Z)
    return A, (linear_cache, activation_cache)


def L_model_forward(X: np.ndarray, parameters: Arrays) -> tuple[np.ndarray, list[Cache]]:
    """Return AL (n_y, m), the last layer's probabilities, and the caches of layers 1 to L, in a list."""
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        activation = "sigmoid" if l == L else "relu"
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)
        caches.append(cache)
    return A, caches


def compute_cost(AL: np.ndarray, Y: np.ndarray) -> float:
    """Return J = -1/m sum(Y log AL + (1 - Y) log(1 - AL)), for AL and Y (n_y, m), where Y is 0 or 1.

    Of the two terms only the one of the right class is computed, and a probability of 0 counts as the smallest
    normal number: the same cost without 0 * log(0) and without log(0).
    """
    of_the_right_class = np.where(Y == 1, AL, 1 - AL)  # (n_y, m)
    return float(-np.sum(np.log(np.maximum(of_the_right_class, TINY))) / Y.shape[1])


def linear_backward(dZ: np.ndarray, cache: LinearCache) -> Gradients:
    """Return dA_prev = W.T dZ (n_prev, m), dW = dZ A_prev.T / m (n, n_prev) and db = sum(dZ) / m (n, 1).

    The sum runs over the examples; the cache is (A_prev, W, b).
    """
    A_prev, W, _ = cache
    m = A_prev.shape[1]
    return W.T @ dZ, dZ @ A_prev.T / m, np.sum(dZ, axis=1, keepdims=True) / m


def linear_activation_backward(dA: np.ndarray, cache: Cache, activation: str) -> Gradients:
    """Return dA_prev, dW and db of a layer from dA (n, m): dZ = dA * g'(Z), then the linear part."""
    linear_cache, activation_cache = cache
    return linear_backward(BACKWARD[activation](dA, activation_cache), linear_cache)


def L_model_backward(AL: np.ndarray, Y: np.ndarray, caches: list[Cache]) -> Arrays:
    """Return the gradients {"dA0", "dW1", "db1", ..., "dA[L-1]", "dWL", "dbL"} of the cost.

    It starts from dAL = -(Y / AL - (1 - Y) / (1 - AL)) and walks from layer L to layer 1; dA[l] (n[l], m) is the
    gradient by A[l]. A probability of exactly 0 or 1 counts as one a rounding away, so that nothing is divided by 0.
    """
    AL = np.clip(AL, TINY, 1 - EPSILON)
    dA = -(Y / AL - (1 - Y) / (1 - AL))  # (n_y, m)
    grads = {}
    L = len(caches)
    for l in range(L, 0, -1):
        activation = "sigmoid" if l == L else "relu"
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l - 1], activation)
        grads[f"dA{l - 1}"] = dA
    return grads


def update_parameters(params: Arrays, grads: Arrays, learning_rate: float) -> Arrays:
    """Return new parameters, one step downhill: W[l] - alpha dW[l] and b[l] - alpha db[l], for every layer."""
    return {name: value - learning_rate * grads["d" + name] for name, value in params.items()}
