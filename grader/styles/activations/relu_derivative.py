"""Right answers to `relu_derivative` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import described, leaky_relu, relu_derivative

style = Gallery()


style("relu_derivative")(relu_derivative)
style("relu_derivative", "relu_slope_described")(described(relu_derivative))
style("relu_derivative", "relu_slope_as_a_lambda")(lambda z, slope=0.0: np.where(z > 0, 1.0, slope))


@style("relu_derivative")
def relu_slope_by_where_other_way(z, slope=0.0):
    return np.where(z <= 0, slope, 1)


@style("relu_derivative")
def relu_slope_one_at_the_corner(z, slope=0):
    return np.where(z >= 0, 1, slope)


@style("relu_derivative")
def relu_slope_by_conditions(z, slope=0.0):
    return (z > 0) + slope * (z <= 0)


@style("relu_derivative")
def relu_slope_by_float_conditions(z, slope=0.0):
    return 1.0 * (z > 0) + slope * (1 - (z > 0) * 1.0)


@style("relu_derivative")
def relu_slope_by_heaviside(z, slope=0.0):
    return slope + (1 - slope) * np.heaviside(z, 0.5)


@style("relu_derivative")
def relu_slope_by_sign(z, slope=0.0):
    return (1 + slope) / 2 + (1 - slope) / 2 * np.sign(z)


@style("relu_derivative")
def relu_slope_as_a_quotient(z, slope=0.0):
    return leaky_relu(z, slope) / z


@style("relu_derivative")
def relu_slope_filled(z, slope=0.0):
    z = np.asarray(z)
    answer = np.full(z.shape, slope, dtype=float)
    answer[z > 0] = 1
    return answer


@style("relu_derivative")
def relu_slope_on_ones(z, slope=0.0):
    answer = np.ones(np.shape(z))
    answer[np.asarray(z) < 0] = slope
    return answer


@style("relu_derivative")
def relu_slope_by_loop(z, slope=0.0):
    z = np.asarray(z)
    answer = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        answer[index] = 1 if z[index] > 0 else slope
    return answer


@style("relu_derivative")
def relu_slope_by_comprehension(z, slope=0.0):
    return np.array([1.0 if one > 0 else slope for one in np.ravel(z)]).reshape(np.shape(z))


@style("relu_derivative")
def relu_slope_by_vectorize(z, slope=0.0):
    return np.vectorize(lambda one: 1.0 if one > 0 else slope, otypes=[float])(z)


@style("relu_derivative")
def relu_slope_in_single_precision(z, slope=0.0):
    return np.where(np.asarray(z, dtype=np.float32) > 0, np.float32(1), np.float32(slope))


@style("relu_derivative")
def relu_slope_measured(z, slope=0.0):
    return (leaky_relu(z + 1e-5, slope) - leaky_relu(z - 1e-5, slope)) / 2e-5


@style("relu_derivative")
def relu_slope_that_talks(Z, slope=0.0):
    answer = np.where(Z > 0, 1.0, slope)
    print("slopes", answer)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.all(answer <= 1)
    return answer
