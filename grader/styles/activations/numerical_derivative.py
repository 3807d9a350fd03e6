"""Right answers to `numerical_derivative` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import FUNCTIONS, described, numerical_derivative, sigmoid

style = Gallery()


style("numerical_derivative")(numerical_derivative)
style("numerical_derivative", "numerical_described")(described(numerical_derivative))
style("numerical_derivative", "numerical_as_a_lambda")(
    lambda activation, z, h=1e-5: (FUNCTIONS[activation](z + h) - FUNCTIONS[activation](z - h)) / (2 * h)
)


@style("numerical_derivative")
def numerical_divided_twice(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z - h)) / 2 / h


@style("numerical_derivative")
def numerical_times_a_half(activation, z, h=0.00001):
    g = FUNCTIONS[activation]
    return 0.5 * (g(z + h) - g(z - h)) / h


@style("numerical_derivative")
def numerical_as_a_mean_of_two(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    to_the_right = (g(z + h) - g(z)) / h
    to_the_left = (g(z) - g(z - h)) / h
    return (to_the_right + to_the_left) / 2


@style("numerical_derivative")
def numerical_negated_twice(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z - h) - g(z + h)) / (-2 * h)


@style("numerical_derivative")
def numerical_over_the_way(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    right, left = z + h, z - h
    return (g(right) - g(left)) / (right - left)


@style("numerical_derivative")
def numerical_by_loop(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    z = np.asarray(z)
    slope = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        slope[index] = (g(z[index] + h) - g(z[index] - h)) / (2 * h)
    return slope


@style("numerical_derivative")
def numerical_by_vectorize(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return np.vectorize(lambda one: (g(one + h) - g(one - h)) / (2 * h))(z)


@style("numerical_derivative")
def numerical_by_ifs(activation, z, h=1e-5):
    if activation == "sigmoid":
        return (sigmoid(z + h) - sigmoid(z - h)) / (2 * h)
    elif activation == "tanh":
        return (np.tanh(z + h) - np.tanh(z - h)) / (2 * h)
    else:
        return (np.exp(z + h) - np.exp(z - h)) / (2 * h)


@style("numerical_derivative")
def numerical_in_single_precision(activation, z, h=1e-5):
    z, h = np.float32(z), np.float32(h)
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z - h)) / (2 * h)


@style("numerical_derivative")
def numerical_by_ufuncs(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return np.divide(np.subtract(g(np.add(z, h)), g(np.subtract(z, h))), np.multiply(2, h))


@style("numerical_derivative")
def numerical_in_place_on_a_copy(activation, z, h=1e-5):
    places = np.array(z, dtype=float)
    places += h
    slope = FUNCTIONS[activation](places)
    places -= 2 * h
    return (slope - FUNCTIONS[activation](places)) / (2 * h)


@style("numerical_derivative")
def numerical_that_talks(activation, z, h=1e-5):
    g = FUNCTIONS.get(activation)
    above, below = g(z + h), g(z - h)
    print("above", above, "below", below)
    warnings.warn("a slow machine", stacklevel=2)
    assert np.shape(above) == np.shape(z)
    return (above - below) / (2 * h)
