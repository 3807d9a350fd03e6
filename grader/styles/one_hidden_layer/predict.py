"""Right answers to `predict` in other styles."""

from __future__ import annotations

import math
import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import described, forward_propagation, predict, sigmoid

style = Gallery()


style("predict")(predict)
style("predict", "predict_described")(described(predict))
style("predict", "predict_as_a_lambda")(lambda parameters, X: (forward_propagation(X, parameters)[0] > 0.5) * 1)


@style("predict")
def predict_in_booleans(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return A2 > 0.5


@style("predict")
def predict_in_integers(parameters, X):
    A2, _ = forward_propagation(X, parameters)
    return (A2 > 0.5).astype(int)


@style("predict")
def predict_in_small_integers(parameters, X):
    return (forward_propagation(X, parameters)[0] >= 0.5).astype(np.uint8)


@style("predict")
def predict_by_where(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return np.where(A2 > 0.5, 1, 0)


@style("predict")
def predict_from_scores(parameters, X):
    _, cache = forward_propagation(X, parameters)
    return np.heaviside(cache["Z2"], 0)


@style("predict")
def predict_by_sign(parameters, X):
    _, cache = forward_propagation(X, parameters)
    return (np.sign(cache["Z2"]) + 1) / 2


@style("predict")
def predict_by_loop(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    predictions = np.zeros((1, X.shape[1]))
    for i in range(A2.shape[1]):
        if A2[0, i] > 0.5:
            predictions[0, i] = 1
    return predictions


@style("predict")
def predict_by_list(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return np.array([[1 if a > 0.5 else 0 for a in A2[0]]])


@style("predict")
def predict_by_masks(parameters, X):
    A2 = forward_propagation(X, parameters)[0].copy()
    A2[A2 > 0.5] = 1
    A2[A2 <= 0.5] = 0
    return A2


@style("predict")
def predict_by_rounding(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return np.rint(A2).astype(np.float32)


@style("predict")
def predict_by_floor(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    print("probabilities", A2, file=sys.stderr)
    return np.floor(A2 + 0.5)


@style("predict")
def predict_by_examples(parameters, X):
    answers = []
    for x in X.T:
        a1 = np.tanh(parameters["W1"] @ x[:, None] + parameters["b1"])
        z2 = (parameters["W2"] @ a1 + parameters["b2"]).item()
        answers.append(1.0 if 1 / (1 + math.exp(-z2)) > 0.5 else 0.0)
    return np.reshape(answers, (1, -1))


@style("predict")
def predict_written_out(parameters, X):
    W1, b1, W2, b2 = (parameters[name] for name in ("W1", "b1", "W2", "b2"))
    return np.greater(sigmoid(W2.dot(np.tanh(W1.dot(X) + b1)) + b2), 0.5).astype("float")
