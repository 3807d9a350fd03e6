"""Known mistakes of lesson 02, logistic regression."""

from __future__ import annotations

import numpy as np

from grader.exercise import Mistake
from helpers.reference.logistic_regression import propagate, sigmoid


def sigmoid_without_minus(z):
    return 1 / (1 + np.exp(z))


def propagate_without_mean(w, b, X, Y):
    m = X.shape[1]
    grads, cost = propagate(w, b, X, Y)
    return {"dw": grads["dw"] * m, "db": grads["db"]}, cost


MISTAKES = (
    Mistake("sigmoid", sigmoid_without_minus, "the minus of e^(-z) is missing", "At z = 10 the answer must be near 1."),
    Mistake("propagate", propagate_without_mean, "dw lacks the 1/m", "dw is a mean over the examples, not a sum."),
)
