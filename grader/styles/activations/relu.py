"""Right answers to `relu` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.activations.right import described, relu

style = Gallery()


style("relu")(relu)
style("relu", "relu_described")(described(relu))
style("relu", "relu_as_a_lambda")(lambda z: np.maximum(z, 0.0))
style("relu", "relu_by_vectorize")(np.vectorize(lambda z: max(0.0, z)))


@style("relu")
def relu_by_condition(z):
    return z * (z > 0)


@style("relu")
def relu_by_where(z):
    return np.where(z > 0, z, 0)


@style("relu")
def relu_by_where_other_way(z):
    return np.where(z <= 0, 0.0, z)


@style("relu")
def relu_by_absolute_value(z):
    return (z + np.abs(z)) / 2


@style("relu")
def relu_by_clip(z):
    return np.clip(z, 0, None)


@style("relu")
def relu_by_large_clip(z):
    return np.clip(z, 0, np.inf)


@style("relu")
def relu_by_fmax(z):
    return np.fmax(0, z)


@style("relu")
def relu_by_heaviside(z):
    return z * np.heaviside(z, 0)


@style("relu")
def relu_on_a_copy(z):
    a = np.array(z, dtype=float)
    a[a < 0] = 0
    return a


@style("relu")
def relu_by_loop(z):
    z = np.asarray(z)
    a = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        if z[index] > 0:
            a[index] = z[index]
    return a


@style("relu")
def relu_by_comprehension(z):
    return np.array([max(0, one) for one in np.ravel(z)]).reshape(np.shape(z))


@style("relu")
def relu_by_choose(z):
    z = np.asarray(z)
    return np.select([z > 0, z <= 0], [z, 0])


@style("relu")
def relu_by_zeros_like(z):
    return np.maximum(z, np.zeros_like(z))


@style("relu")
def relu_in_single_precision(z):
    return np.maximum(0, np.asarray(z, dtype=np.float32))


@style("relu")
def relu_that_talks(Z):
    a = np.maximum(0, Z)
    print("a =", a)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.all(a >= 0)
    return a
