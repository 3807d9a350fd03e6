"""Right answers to `scores` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.warm_up.right import described, dot, scores

style = Gallery()


style("scores")(scores)
style("scores", "scores_described")(described(scores))
style("scores", "scores_as_a_lambda")(lambda w, b, X: w.T @ X + b)


@style("scores")
def scores_by_matmul(w, b, X):
    return np.add(np.matmul(np.transpose(w), X), b)


@style("scores")
def scores_turned(w, b, X):
    return (X.T @ w + b).T


@style("scores")
def scores_by_broadcasting(w, b, X):
    return np.sum(w * X, axis=0, keepdims=True) + b


@style("scores")
def scores_reshaped(w, b, X):
    m = X.shape[1]
    return np.reshape(w[:, 0] @ X + b, (1, m))


@style("scores")
def scores_with_new_axis(w, b, X):
    return (w.ravel().dot(X) + b)[None, :]


@style("scores")
def scores_with_a_row_of_biases(w, b, X):
    return w.T @ X + b * np.ones((1, X.shape[1]))


@style("scores")
def scores_with_the_bias_as_a_weight(w, b, X):
    theta = np.vstack([[[b]], w])
    return theta.T @ np.vstack([np.ones((1, X.shape[1])), X])


@style("scores")
def scores_by_dot(w, b, X):
    Z = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        Z[0, i] = dot(w, X[:, i : i + 1]) + b
    return Z


@style("scores")
def scores_by_two_loops(w, b, X):
    n_x, m = X.shape
    Z = np.full((1, m), b)
    for i in range(m):
        for j in range(n_x):
            Z[0, i] += w[j, 0] * X[j, i]
    return Z


@style("scores")
def scores_by_comprehension(w, b, X):
    return np.array([[sum(w[:, 0] * x) + b for x in X.T]])


@style("scores")
def scores_by_einsum(w, b, X):
    return np.einsum("ji,jk->ik", w, X) + b


@style("scores")
def scores_in_single_precision(w, b, X):
    return w.astype(np.float32).T @ X.astype(np.float32) + np.float32(b)


@style("scores")
def scores_that_print(w, b, X):
    Z = w.T.dot(X)
    Z += b
    print(Z, file=sys.stderr)
    return Z


@style("scores")
def scores_by_tensordot(w, b, X):
    return b + np.tensordot(w, X, axes=(0, 0))
