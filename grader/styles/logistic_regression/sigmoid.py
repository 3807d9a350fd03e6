"""Right answers to `sigmoid` in other styles."""

from __future__ import annotations

import functools
import math
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.logistic_regression.right import sigmoid

style = Gallery()


style("sigmoid")(sigmoid)
style("sigmoid", "sigmoid_as_a_lambda")(lambda z: 1.0 / (1.0 + np.exp(-z)))
style("sigmoid", "sigmoid_by_vectorize")(np.vectorize(lambda z: 1 / (1 + math.exp(-z))))
style("sigmoid", "sigmoid_by_partial")(functools.partial(lambda sign, z: 1 / (1 + np.exp(sign * z)), -1))


@style("sigmoid")
def sigmoid_with_positive_power(z):
    e = np.exp(z)
    return e / (e + 1)


@style("sigmoid")
def sigmoid_by_tanh(z):
    return 0.5 * (1 + np.tanh(z / 2))


@style("sigmoid")
def sigmoid_by_power_of_e(z):
    return 1 / (1 + np.e ** (-1 * z))


@style("sigmoid")
def sigmoid_to_the_minus_one(z):
    return (1 + np.exp(-z)) ** -1


@style("sigmoid")
def sigmoid_by_ufuncs(z):
    return np.reciprocal(np.add(1, np.exp(np.negative(z))))


@style("sigmoid")
def sigmoid_by_logaddexp(z):
    return np.exp(-np.logaddexp(0, -z))


@style("sigmoid")
def sigmoid_of_array_and_back(z):
    z = np.array(z, dtype=float)
    s = 1 / (1 + np.exp(-z))
    return s


@style("sigmoid")
def sigmoid_by_list_comprehension(z):
    values = [1 / (1 + math.exp(-value)) for value in np.ravel(z)]
    return np.array(values).reshape(np.shape(z))


@style("sigmoid")
def sigmoid_by_loop(z):
    z = np.asarray(z)
    s = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        s[index] = 1 / (1 + math.exp(-z[index]))
    return s


@style("sigmoid")
def sigmoid_by_where(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))


@style("sigmoid")
def sigmoid_in_place_on_a_copy(z):
    s = np.array(z, dtype=float)
    s *= -1
    np.exp(s, out=s)
    s += 1
    return 1 / s


@style("sigmoid")
def sigmoid_in_single_precision(z):
    z = np.asarray(z, dtype=np.float32)
    return 1 / (1 + np.exp(-z))


@style("sigmoid")
def sigmoid_that_talks(z):
    """Print, assert, warn and write to stderr, all of which are free."""
    s = 1 / (1 + np.exp(-z))
    print("z =", z)
    print("s =", s, file=sys.stderr)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.all(s > 0)
    return s


@style("sigmoid")
def sigmoid_with_clipping(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@style("sigmoid")
def sigmoid_with_another_name_for_z(x, derivative=False):
    def exponential(t):
        return np.exp(t)

    s = 1 / (1 + exponential(-x))
    return s * (1 - s) if derivative else s


@style("sigmoid", "sigmoid_as_an_object")
@object.__new__
class Sigmoid:
    def __call__(self, z):
        return 1 / (1 + np.exp(-z))
