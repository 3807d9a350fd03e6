"""The activations that the lessons of L layers are given: forwards (A, cache), backwards from dA and that cache.

Z and A are (n, m), a unit in each row and an example in each column; the cache of an activation is its Z.
"""

from __future__ import annotations

import numpy as np

Pair = tuple[np.ndarray, np.ndarray]


def sigmoid(Z: np.ndarray) -> Pair:
    """Return A = 1 / (1 + e^(-Z)) and the cache, Z.

    It is computed as (1 + tanh(Z / 2)) / 2, which is the same number and does not overflow.
    """
    return (1 + np.tanh(Z / 2)) / 2, Z


def relu(Z: np.ndarray) -> Pair:
    """Return A = max(0, Z) and the cache, Z."""
    return np.maximum(Z, 0), Z


def sigmoid_backward(dA: np.ndarray, cache: np.ndarray) -> np.ndarray:
    """Return dZ = dA * A (1 - A), where A is the sigmoid of the cached Z."""
    A, _ = sigmoid(cache)
    return dA * A * (1 - A)


def relu_backward(dA: np.ndarray, cache: np.ndarray) -> np.ndarray:
    """Return dZ = dA where the cached Z is above 0, else 0; at 0 the slope is 0 by convention."""
    return np.where(cache > 0, dA, 0.0)
