"""Right answers to `cross_entropy` in other styles."""

from __future__ import annotations

import math
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described, softmax

style = Gallery()


@style("cross_entropy")
def entropy_plainly(Z, Y):
    m = Y.shape[1]
    A = softmax(Z)
    cost = -np.sum(Y * np.log(A)) / m
    dZ = A - Y
    return cost, dZ


style("cross_entropy", "entropy_described")(described(entropy_plainly))
style("cross_entropy", "entropy_as_a_lambda")(
    lambda Z, Y: (-(Y * np.log(softmax(Z))).sum(0).mean(), np.subtract(softmax(Z), Y))
)


@style("cross_entropy")
def entropy_of_right_class(Z, Y):
    A = softmax(Z)
    given = np.sum(Y * A, axis=0, keepdims=True)
    return -np.mean(np.log(given)), A - Y


@style("cross_entropy")
def entropy_by_mask(Z, Y):
    A = softmax(Z)
    return float(-np.log(A[Y == 1]).mean()), A - Y


@style("cross_entropy")
def entropy_by_argmax(Z, Y):
    A = softmax(Z)
    m = Z.shape[1]
    right = np.argmax(Y, axis=0)
    cost = -np.log(A[right, np.arange(m)]).sum() / m
    dZ = A.copy()
    dZ[right, np.arange(m)] -= 1
    return cost, dZ


@style("cross_entropy")
def entropy_by_loops(Z, Y):
    A, total = softmax(Z), 0.0
    C, m = Y.shape
    for i in range(m):
        for k in range(C):
            if Y[k, i]:
                total += math.log(A[k, i])
    return -total / m, A - Y


@style("cross_entropy")
def entropy_by_trace(Z, Y):
    A = softmax(Z)
    return np.trace(-Y.T @ np.log(A)) / len(Y.T), A - Y


@style("cross_entropy")
def entropy_kept_in_an_array(Z, Y):
    A = softmax(Z)
    cost = -np.sum(Y * np.log(A), keepdims=True) / Y.shape[1]
    return cost, A - Y


@style("cross_entropy")
def entropy_by_einsum(Z, Y):
    A = softmax(Z)
    return np.squeeze(-np.einsum("km,km->", Y, np.log(A)) / Z.shape[1]), A + (-Y)


@style("cross_entropy")
def entropy_with_epsilon(Z, Y):
    epsilon = 1e-8
    A = softmax(Z)
    return -np.sum(Y * np.log(A + epsilon)) / Y.shape[1], A - Y


@style("cross_entropy")
def entropy_clipped(Z, Y):
    A = np.clip(softmax(Z), 1e-12, 1.0)
    return np.sum(-Y * np.log(A)) / A.shape[1], A - Y


@style("cross_entropy")
def entropy_from_scores(Z, Y):
    shifted = Z - Z.max(axis=0)
    log_A = shifted - np.log(np.exp(shifted).sum(axis=0))
    return -(Y * log_A).sum() / Z.shape[1], np.exp(log_A) - Y


@style("cross_entropy")
def entropy_in_single_precision(Z, Y):
    A = softmax(Z.astype(np.float32))
    Y = Y.astype(np.float32)
    return -np.mean(np.sum(Y * np.log(A), axis=0)), A - Y


@style("cross_entropy")
def entropy_that_warns(Z, Y):
    warnings.warn("a slow machine", stacklevel=2)
    A = softmax(Z)
    print("A", A, file=sys.stderr)
    losses = np.nan_to_num(-Y * np.log(A)).sum(axis=0)
    return np.average(losses), A - Y


@style("cross_entropy")
def entropy_by_likelihood(Z, Y):
    A = softmax(Z)
    return -math.log(np.prod(A**Y)) / Y.shape[1], A - Y


@style("cross_entropy")
def entropy_written_out(Z, Y):
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    A = e / np.sum(e, axis=0, keepdims=True)
    cost = (-1 / Z.shape[1]) * np.sum(np.multiply(Y, np.log(A)))
    return (cost, A - Y)
