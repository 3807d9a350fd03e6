"""Right answers to `threshold` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.single_neuron.right import described, threshold

style = Gallery()


style("threshold")(threshold)
style("threshold", "threshold_described")(described(threshold))
style("threshold", "threshold_as_a_lambda")(lambda w, b, X: (w.T @ X + b > 0).astype(float))


@style("threshold")
def threshold_in_whole_numbers(w, b, X):
    return (w.T @ X + b > 0).astype(int)


@style("threshold")
def threshold_times_one(w, b, X):
    return (np.dot(w.T, X) + b > 0) * 1


@style("threshold")
def threshold_in_true_and_false(w, b, X):
    return 0 < w.T.dot(X) + b


@style("threshold")
def threshold_by_heaviside(w, b, X):
    return np.heaviside(w.T @ X + b, 0)


@style("threshold")
def threshold_by_where(w, b, X):
    return np.where(np.matmul(w.T, X) <= -b, 0, 1)


@style("threshold")
def threshold_turned(w, b, X):
    return (X.T @ w + b > 0).T.astype(np.float32)


@style("threshold")
def threshold_by_sum(w, b, X):
    return np.greater(np.sum(w * X, axis=0, keepdims=True) + b, 0).astype("float")


@style("threshold")
def threshold_by_a_mask(w, b, X):
    answers = np.zeros((1, X.shape[1]))
    answers[w.T @ X + b > 0] = 1
    return answers


@style("threshold")
def threshold_by_loop(w, b, X):
    answers = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        z = b
        for j in range(X.shape[0]):
            z += w[j, 0] * X[j, i]
        answers[0, i] = 1 if z > 0 else 0
    return answers


@style("threshold")
def threshold_by_comprehension(w, b, X):
    return np.array([[float(w[:, 0] @ x + b > 0) for x in X.T]])


@style("threshold")
def threshold_by_signs(w, b, X):
    return np.maximum(np.sign(w.T @ X + b), 0)


@style("threshold")
def threshold_by_sigmoid(w, b, X):
    return (1 / (1 + np.exp(-(w.T @ X + b))) > 0.5).astype(float)


@style("threshold")
def threshold_in_single_precision(w, b, X):
    Z = w.astype(np.float32).T @ X.astype(np.float32) + np.float32(b)
    print(Z, file=sys.stderr)
    return np.float32(Z > 0)
