"""Right answers to `sigmoid_derivative` in other styles."""

from __future__ import annotations

import math
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import described, sigmoid, sigmoid_derivative

style = Gallery()


style("sigmoid_derivative")(sigmoid_derivative)
style("sigmoid_derivative", "sigmoid_slope_described")(described(sigmoid_derivative))
style("sigmoid_derivative", "sigmoid_slope_as_a_lambda")(lambda z: sigmoid(z) * (1 - sigmoid(z)))
style("sigmoid_derivative", "sigmoid_slope_by_symmetry")(lambda z: sigmoid(z) * sigmoid(-z))


@style("sigmoid_derivative")
def sigmoid_slope_less_its_square(z):
    s = sigmoid(z)
    return s - s**2


@style("sigmoid_derivative")
def sigmoid_slope_by_quotient_rule(z):
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


@style("sigmoid_derivative")
def sigmoid_slope_by_positive_powers(z):
    e = np.exp(z)
    return e / ((1 + e) * (1 + e))


@style("sigmoid_derivative")
def sigmoid_slope_by_cosh(z):
    return 1 / (4 * np.cosh(z / 2) ** 2)


@style("sigmoid_derivative")
def sigmoid_slope_by_tanh(z):
    return (1 - np.tanh(z / 2) ** 2) / 4


@style("sigmoid_derivative")
def sigmoid_slope_by_multiply(z):
    s = sigmoid(z)
    return np.multiply(s, np.subtract(1, s))


@style("sigmoid_derivative")
def sigmoid_slope_by_loop(z):
    z = np.asarray(z)
    slope = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        s = 1 / (1 + math.exp(-z[index]))
        slope[index] = s * (1 - s)
    return slope


@style("sigmoid_derivative")
def sigmoid_slope_by_comprehension(z):
    values = [sigmoid(one) * (1 - sigmoid(one)) for one in np.ravel(z)]
    return np.array(values).reshape(np.shape(z))


@style("sigmoid_derivative")
def sigmoid_slope_in_place_on_its_own(z):
    slope = np.asarray(sigmoid(z))
    slope = slope * (1 - slope)
    return slope


@style("sigmoid_derivative")
def sigmoid_slope_in_single_precision(z):
    s = 1 / (1 + np.exp(-np.asarray(z, dtype=np.float32)))
    return s * (1 - s)


@style("sigmoid_derivative")
def sigmoid_slope_that_talks(x):
    s = sigmoid(x)
    print("s =", s, file=sys.stderr)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.all(s * (1 - s) <= 0.25)
    return s * (1 - s)


@style("sigmoid_derivative")
def sigmoid_slope_measured(z):
    """A very fine centred difference: right to ten digits."""
    return (sigmoid(z + 1e-5) - sigmoid(z - 1e-5)) / 2e-5
