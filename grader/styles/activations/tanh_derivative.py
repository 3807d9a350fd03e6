"""Right answers to `tanh_derivative` in other styles."""

from __future__ import annotations

import math
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import described, sigmoid, tanh_derivative

style = Gallery()


style("tanh_derivative")(tanh_derivative)
style("tanh_derivative", "tanh_slope_described")(described(tanh_derivative))
style("tanh_derivative", "tanh_slope_as_a_lambda")(lambda z: 1 - np.tanh(z) * np.tanh(z))


@style("tanh_derivative")
def tanh_slope_by_power(z):
    t = np.tanh(z)
    return 1 - np.power(t, 2)


@style("tanh_derivative")
def tanh_slope_by_square(z):
    return 1.0 - np.square(np.tanh(z))


@style("tanh_derivative")
def tanh_slope_factored(z):
    t = np.tanh(z)
    return (1 - t) * (1 + t)


@style("tanh_derivative")
def tanh_slope_by_cosh(z):
    return 1 / np.cosh(z) ** 2


@style("tanh_derivative")
def tanh_slope_by_cosh_to_the_minus_two(z):
    return np.cosh(z) ** -2.0


@style("tanh_derivative")
def tanh_slope_by_exponentials(z):
    t = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
    return 1 - t**2


@style("tanh_derivative")
def tanh_slope_by_sigmoid(z):
    s = sigmoid(2 * z)
    return 4 * s * (1 - s)


@style("tanh_derivative")
def tanh_slope_by_quotient_rule(z):
    over, under = np.sinh(z), np.cosh(z)
    return (under**2 - over**2) / under**2


@style("tanh_derivative")
def tanh_slope_by_loop(z):
    z = np.asarray(z)
    slope = np.empty(z.shape)
    for index in np.ndindex(z.shape):
        slope[index] = 1 - math.tanh(z[index]) ** 2
    return slope


@style("tanh_derivative")
def tanh_slope_by_comprehension(z):
    return np.array([1 - math.tanh(one) ** 2 for one in np.ravel(z)]).reshape(np.shape(z))


@style("tanh_derivative")
def tanh_slope_in_single_precision(z):
    return 1 - np.tanh(np.asarray(z, dtype=np.float32)) ** 2


@style("tanh_derivative")
def tanh_slope_that_talks(z):
    t = np.tanh(z)
    print("t =", t)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.all(np.abs(t) <= 1)
    return 1 - t**2


@style("tanh_derivative")
def tanh_slope_with_a_flag(Z, derivative=True):
    t = np.tanh(Z)
    if derivative:
        return 1 - t**2
    return t
