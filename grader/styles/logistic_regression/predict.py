"""Right answers to `predict` in other styles."""

from __future__ import annotations

import math

import numpy as np

from grader.styles import Gallery
from grader.styles.logistic_regression.right import described, predict, sigmoid

style = Gallery()


style("predict")(predict)
style("predict", "predict_as_a_lambda")(lambda w, b, X: sigmoid(w.T @ X + b) > 0.5)


@style("predict")
def predict_by_loop(w, b, X):
    m = X.shape[1]
    Y_prediction = np.zeros((1, m))
    w = w.reshape(X.shape[0], 1)
    A = sigmoid(np.dot(w.T, X) + b)
    for i in range(A.shape[1]):
        if A[0, i] > 0.5:
            Y_prediction[0, i] = 1
        else:
            Y_prediction[0, i] = 0
    assert Y_prediction.shape == (1, m)
    return Y_prediction


@style("predict")
def predict_with_greater_or_equal(w, b, X):
    return (sigmoid(w.T @ X + b) >= 0.5).astype(int)


@style("predict")
def predict_by_where(w, b, X):
    A = sigmoid(np.matmul(w.T, X) + b)
    return np.where(A > 0.5, 1, 0)


@style("predict")
def predict_by_rounding(w, b, X):
    return np.round(sigmoid(np.dot(w.T, X) + b))


@style("predict")
def predict_from_scores(w, b, X):
    return 1.0 * (np.dot(w.T, X) + b > 0)


@style("predict")
def predict_by_heaviside(w, b, X):
    return np.heaviside(sigmoid(np.einsum("ij,im->jm", w, X) + b) - 0.5, 1)


@style("predict")
def predict_by_list_comprehension(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    return np.array([[1 if a > 0.5 else 0 for a in A[0]]])


@style("predict")
def predict_by_vectorize(w, b, X):
    decide = np.vectorize(lambda a: 1 if a > 0.5 else 0)
    return decide(sigmoid(np.dot(w.T, X) + b))


@style("predict")
def predict_by_masks(w, b, X):
    A = sigmoid(w.T.dot(X) + b)
    A[A > 0.5] = 1
    A[A <= 0.5] = 0
    return A


@style("predict")
def predict_by_floor(w, b, X):
    return np.floor(sigmoid(np.dot(w.T, X) + b) + 0.5)


@style("predict")
def predict_by_while_loop(w, b, X):
    answers, i = [], 0
    while i < len(X[0]):
        answers.append(float(1 / (1 + math.exp(-(sum(w[:, 0] * X[:, i]) + b))) > 0.5))
        i += 1
    return np.array(answers).reshape(1, -1)


@style("predict")
def predict_in_columns_turned_back(w, b, X):
    return ((sigmoid(X.T @ w + b) > 0.5) * 1).T


@style("predict")
def predict_in_single_precision(w, b, X):
    Z = w.T.astype(np.float32) @ X.astype(np.float32) + np.float32(b)
    return (1 / (1 + np.exp(-Z)) > 0.5).astype(np.float32)


@style("predict")
def predict_in_small_integers(w, b, X, threshold=0.5):
    A = sigmoid(np.dot(w.T, X) + b)
    print("probabilities:", A)
    return np.greater(A, threshold).astype(np.uint8)


@style("predict")
def predict_by_argmax(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    return np.argmax(np.vstack([1 - A, A]), axis=0, keepdims=True)


@style("predict")
@described
def predict_decorated(w, b, X):
    return np.array(sigmoid(np.dot(w.T, X) + b) > 0.5, dtype="float64")
