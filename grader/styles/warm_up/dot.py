"""Right answers to `dot` in other styles."""

from __future__ import annotations

import math
import operator
import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.warm_up.right import described, dot

style = Gallery()


style("dot")(dot)
style("dot", "dot_described")(described(dot))
style("dot", "dot_as_a_lambda")(lambda w, x: (w.T @ x)[0, 0])


@style("dot")
def dot_in_a_matrix(w, x):
    return w.T @ x


@style("dot")
def dot_by_np_dot(w, x):
    return np.dot(w.T, x)


@style("dot")
def dot_of_flat_arrays(w, x):
    return np.dot(w.ravel(), x.ravel())


@style("dot")
def dot_squeezed(w, x):
    return np.squeeze(x.T.dot(w))


@style("dot")
def dot_by_item(w, x):
    return np.matmul(w.T, x).item()


@style("dot")
def dot_by_method(w, x):
    return np.multiply(w, x).sum()


@style("dot")
def dot_along_the_axis(w, x):
    return np.sum(w * x, axis=0)


@style("dot")
def dot_by_vdot(w, x):
    return float(np.vdot(w, x))


@style("dot")
def dot_by_einsum(w, x):
    return np.einsum("ij,ij->", w, x)


@style("dot")
def dot_by_loop(w, x):
    z = 0
    for j in range(w.shape[0]):
        z = z + w[j][0] * x[j][0]
    return z


@style("dot")
def dot_by_zip(w, x):
    return sum(one * other for one, other in zip(w, x))


@style("dot")
def dot_by_map(w, x):
    return math.fsum(map(operator.mul, w[:, 0], x[:, 0]))


@style("dot")
def dot_in_single_precision(w, x):
    return (w.astype(np.float32).T @ x.astype(np.float32))[0][0]


@style("dot")
def dot_that_prints(w, x):
    product = w * x
    print(product, file=sys.stderr)
    assert product.shape == w.shape
    return np.sum(product, keepdims=True)


@style("dot")
def dot_by_trace(w, x):
    return np.trace(w @ x.T)
