"""Right answers to `leaky_relu` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import described, leaky_relu, relu

style = Gallery()


style("leaky_relu")(leaky_relu)
style("leaky_relu", "leaky_described")(described(leaky_relu))
style("leaky_relu", "leaky_as_a_lambda")(lambda z, slope=0.01: np.maximum(slope * z, z))


@style("leaky_relu")
def leaky_by_maximum(z, slope=0.01):
    return np.maximum(z, z * slope)


@style("leaky_relu")
def leaky_by_two_relus(z, slope=0.01):
    return relu(z) - slope * relu(-z)


@style("leaky_relu")
def leaky_by_maximum_and_minimum(z, slope=0.01):
    return np.maximum(0, z) + slope * np.minimum(0, z)


@style("leaky_relu")
def leaky_by_conditions(z, slope=0.01):
    return z * (z > 0) + slope * z * (z <= 0)


@style("leaky_relu")
def leaky_by_factor(z, slope=0.01):
    return z * np.where(z > 0, 1, slope)


@style("leaky_relu")
def leaky_by_where_other_way(z, slope=1e-2):
    return np.where(z < 0, slope * z, z)


@style("leaky_relu")
def leaky_by_absolute_value(z, slope=0.01):
    return (1 + slope) / 2 * z + (1 - slope) / 2 * np.abs(z)


@style("leaky_relu")
def leaky_on_a_copy(z, slope=0.01):
    a = np.array(z, dtype=float)
    a[a < 0] *= slope
    return a


@style("leaky_relu")
def leaky_by_loop(z, slope=0.01):
    z = np.asarray(z)
    a = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        a[index] = z[index] if z[index] > 0 else slope * z[index]
    return a


@style("leaky_relu")
def leaky_by_vectorize(z, slope=0.01):
    return np.vectorize(lambda one: one if one > 0 else slope * one, otypes=[float])(z)


@style("leaky_relu")
def leaky_by_select(z, slope=0.01):
    z = np.asarray(z)
    return np.select([z > 0], [z], default=slope * z)


@style("leaky_relu")
def leaky_in_single_precision(z, slope=0.01):
    z = np.asarray(z, dtype=np.float32)
    return np.where(z > 0, z, np.float32(slope) * z)


@style("leaky_relu")
def leaky_with_a_default_inside(z, slope=None):
    slope = 0.01 if slope is None else slope
    return np.maximum(z, slope * z)


@style("leaky_relu")
def leaky_that_talks(Z, negative_slope=0.01):
    a = np.where(Z > 0, Z, negative_slope * Z)
    print("a =", a)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.shape(a) == np.shape(Z)
    return a
