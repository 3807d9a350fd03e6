"""Right answers to `pattern_detectors` in other styles."""

from __future__ import annotations

import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.why_depth.right import described, pattern_detectors

style = Gallery()


style("pattern_detectors")(pattern_detectors)
style("pattern_detectors", "detectors_described")(described(pattern_detectors))
style("pattern_detectors", "detectors_as_a_lambda")(lambda P: (P - (1 - P), 1 - P.sum(1, keepdims=True)))


@style("pattern_detectors")
def detectors_by_where(P):
    W = np.where(P == 1, 1, -1)
    b = 1 - np.count_nonzero(P, axis=1, keepdims=True)
    return W, b


@style("pattern_detectors")
def detectors_by_conditions(P):
    W = 1.0 * (P > 0) - 1.0 * (P < 1)
    return W, -(P.sum(axis=1).reshape(-1, 1) - 1)


@style("pattern_detectors")
def detectors_by_newaxis(P):
    return P * 2.0 - 1.0, (1 - np.sum(P, axis=1))[:, np.newaxis]


@style("pattern_detectors")
def detectors_by_product(P):
    ones = np.ones((P.shape[1], 1))
    return 2 * P - 1, 1 - P @ ones


@style("pattern_detectors")
def detectors_by_the_positive_weights(P):
    W = 2 * P - 1
    b = 1 - np.sum(np.maximum(W, 0), axis=1, keepdims=True)
    return W, b


@style("pattern_detectors")
def detectors_by_loop(P):
    W, b = np.zeros(P.shape), np.zeros((len(P), 1))
    for k in range(P.shape[0]):
        ones = 0
        for i in range(P.shape[1]):
            if P[k, i] == 1:
                W[k, i] = 1
                ones += 1
            else:
                W[k, i] = -1
        b[k, 0] = 1 - ones
    return W, b


@style("pattern_detectors")
def detectors_by_rows(P):
    W = np.array([[1 if bit else -1 for bit in row] for row in P])
    b = np.array([[1 - sum(row)] for row in P])
    return W, b


@style("pattern_detectors")
def detectors_on_a_copy(P):
    W = P.copy()
    W[W == 0] = -1
    b = 1 - P.sum(axis=1, keepdims=True)
    return W, b


@style("pattern_detectors")
def detectors_by_signs(P):
    return np.sign(P - 0.5), np.subtract(1, np.sum(P, axis=1, keepdims=True))


@style("pattern_detectors")
def detectors_by_powers(P):
    return -((-1) ** P), 1 - np.expand_dims(P.sum(axis=1), 1)


@style("pattern_detectors")
def detectors_in_single_precision(P):
    P = P.astype(np.float32)
    return 2 * P - 1, 1 - P.sum(axis=1, keepdims=True)


@style("pattern_detectors")
def detectors_of_integers(P):
    P = P.astype(int)
    return 2 * P - 1, 1 - P.sum(axis=1, keepdims=True)


@style("pattern_detectors")
def detectors_that_talk(P):
    W = 2 * P - 1
    b = 1 - np.sum(P, axis=1, keepdims=True)
    print("scores of the patterns", np.sum(W * P, axis=1, keepdims=True) + b)
    warnings.warn("the values were not checked", stacklevel=2)
    assert b.shape == (P.shape[0], 1)
    return W, b
