"""Right answers to `predict` in other styles."""

from __future__ import annotations

import math
import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_application.right import L_model_forward, described, linear_activation_forward, predict

style = Gallery()


style("predict")(predict)
style("predict", "predict_described")(described(predict))
style("predict", "predict_as_a_lambda")(lambda X, parameters: (L_model_forward(X, parameters)[0] > 0.5) * 1)


@style("predict")
def predict_in_booleans(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL > 0.5


@style("predict")
def predict_in_integers(X, parameters):
    AL, _ = L_model_forward(X, parameters)
    return (AL > 0.5).astype(int)


@style("predict")
def predict_in_small_integers(X, parameters):
    return (L_model_forward(X, parameters)[0] >= 0.5).astype(np.uint8)


@style("predict")
def predict_by_where(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return np.where(AL > 0.5, 1, 0)


@style("predict")
def predict_from_scores(X, parameters):
    _, caches = L_model_forward(X, parameters)
    return np.heaviside(caches[-1][1], 0)


@style("predict")
def predict_by_list(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return np.array([[1 if a > 0.5 else 0 for a in AL[0]]])


@style("predict")
def predict_by_masks(X, parameters):
    AL = L_model_forward(X, parameters)[0].copy()
    AL[AL > 0.5] = 1
    AL[AL <= 0.5] = 0
    return AL


@style("predict")
def predict_by_rounding(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return np.rint(AL).astype(np.float32)


@style("predict")
def predict_by_floor(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    print("probabilities", AL, file=sys.stderr)
    return np.floor(AL + 0.5)


@style("predict")
def predict_by_examples(X, parameters):
    answers = []
    for x in X.T:
        a = x[:, None]
        L = len(parameters) // 2
        for l in range(1, L + 1):
            z = parameters["W" + str(l)] @ a + parameters["b" + str(l)]
            a = np.maximum(z, 0)
        answers.append(1.0 if 1 / (1 + math.exp(-z.item())) > 0.5 else 0.0)
    return np.reshape(answers, (1, -1))


@style("predict")
def predict_layer_by_layer(X, parameters):
    A, L = X, len(parameters) // 2
    for l in range(1, L + 1):
        activation = "sigmoid" if l == L else "relu"
        A, _ = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)
    return np.greater(A, 0.5).astype("float")
