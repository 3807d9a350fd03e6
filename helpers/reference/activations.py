"""The activations and their derivatives: the right answers of lesson 04.

z is a number or an array of any shape, and so is what comes back, but for softmax: there a column of Z (n, m) holds the
scores of one example. Sources: Andrew Ng's course notes; Maas, Hannun and Ng, 2013, for the leaky ReLU.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.planar import sigmoid

FUNCTIONS: dict[str, Callable[[Any], Any]] = {"sigmoid": sigmoid, "tanh": np.tanh, "exp": np.exp}


def numerical_derivative(activation: str, z: Any, h: float = 1e-5) -> Any:
    """Return the centred difference (g(z + h) - g(z - h)) / 2h of the function of this name, of the shape of z."""
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z - h)) / (2 * h)


def sigmoid_derivative(z: Any) -> Any:
    """Return s (1 - s) with s = sigma(z), of the shape of z."""
    s = sigmoid(z)
    return s * (1 - s)


def tanh_derivative(z: Any) -> Any:
    """Return 1 - t**2 with t = tanh z, of the shape of z."""
    t = np.tanh(z)
    return 1 - t * t


def relu(z: Any) -> Any:
    """Return max(0, z), entry by entry, of the shape of z."""
    return np.maximum(z, 0)


def leaky_relu(z: Any, slope: float = 0.01) -> Any:
    """Return z where z > 0, else slope * z, of the shape of z."""
    return np.where(z > 0, z, slope * z)


def relu_derivative(z: Any, slope: float = 0.0) -> Any:
    """Return 1 where z > 0, else slope: of ReLU, and of leaky ReLU with its slope; of the shape of z.

    At 0 there is a corner and no derivative; the left one is taken by convention.
    """
    return np.where(z > 0, 1.0, slope)


def softmax(Z: np.ndarray) -> np.ndarray:
    """Return e**Z (n, m), each column divided by its sum.

    The largest score of each column is subtracted first, which changes no quotient and lets no exponential overflow.
    """
    E = np.exp(Z - Z.max(axis=0))  # (n, m)
    return E / E.sum(axis=0)


def softmax_derivative(a: np.ndarray) -> np.ndarray:
    """Return da_i / dz_j = a_i (1 - a_i) on the diagonal and -a_i a_j off it, (n, n), for probabilities a (n, 1)."""
    return np.diagflat(a) - a @ a.T
