"""Right answers to `xor_unit` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.why_depth.right import described, step, xor_unit

style = Gallery()


style("xor_unit")(xor_unit)
style("xor_unit", "xor_described")(described(xor_unit))
style("xor_unit", "xor_as_a_lambda")(lambda a, b: step(step(a + b) - step(a + b - 1)))


@style("xor_unit")
def xor_by_two_differences(a, b):
    return step(step(a - b - 0.5) + step(b - a - 0.5) - 0.5)


@style("xor_unit")
def xor_by_or_and_nand(a, b):
    at_least_one = step(a + b - 0.5)
    not_both = step(1.5 - a - b)
    return step(at_least_one + not_both - 1.5)


@style("xor_unit")
def xor_by_weight_of_minus_two(a, b):
    both = step(a + b - 1.5)
    return step(a + b - 2 * both - 0.5)


@style("xor_unit")
def xor_by_rectified_differences(a, b):
    return np.maximum(a - b, 0) + np.maximum(b - a, 0)


@style("xor_unit")
def xor_by_absolute_difference(a, b):
    return np.abs(a - b)


@style("xor_unit")
def xor_by_comparison(a, b):
    return a != b


@style("xor_unit")
def xor_by_logical_xor(a, b):
    return np.logical_xor(a, b).astype(int)


@style("xor_unit")
def xor_by_remainder(a, b):
    return (a + b) % 2


@style("xor_unit")
def xor_by_polynomial(a, b):
    return a + b - 2 * a * b


@style("xor_unit")
def xor_by_caret_of_integers(a, b):
    return a.astype(int) ^ b.astype(int)


@style("xor_unit")
def xor_by_where(a, b):
    return np.where(a == b, 0.0, 1.0)


@style("xor_unit")
def xor_by_loop(a, b):
    answer = np.zeros(a.shape)
    for index in np.ndindex(a.shape):
        if a[index] != b[index]:
            answer[index] = 1
    return answer


@style("xor_unit")
def xor_by_matrices(a, b):
    W1, b1 = np.array([[1.0, 1.0], [1.0, 1.0]]), np.array([[-0.5], [-1.5]])
    W2, b2 = np.array([[1.0, -1.0]]), -0.5
    bits = np.vstack([a.ravel(), b.ravel()])
    return step(W2 @ step(W1 @ bits + b1) + b2).reshape(a.shape)


@style("xor_unit")
def xor_that_talks(a, b):
    either, both = step(a + b - 0.5), step(a + b - 1.5)
    print("either", either, "both", both)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.all(either >= both)
    return either - both
