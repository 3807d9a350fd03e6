"""Right answers to `propagate` in other styles."""

from __future__ import annotations

import math
from collections import OrderedDict, defaultdict

import numpy as np

from grader.styles import Gallery
from grader.styles.logistic_regression.right import propagate, sigmoid

style = Gallery()


style("propagate")(propagate)


@style("propagate")
def propagate_by_operator(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(w.T @ X + b)
    dZ = A - Y
    cost = -(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T) / m
    return {"dw": X @ dZ.T / m, "db": np.sum(dZ, axis=1, keepdims=True) / m}, cost


@style("propagate")
def propagate_by_mean(w, b, X, Y):
    A = sigmoid(np.matmul(w.T, X) + b)
    cost = np.mean(-Y * np.log(A) - (1 - Y) * np.log(1 - A))
    return {"dw": np.mean(X * (A - Y), axis=1, keepdims=True), "db": np.mean(A - Y)}, cost


@style("propagate")
def propagate_by_einsum(w, b, X, Y):
    m = Y.size
    A = sigmoid(np.einsum("ij,im->jm", w, X) + b)
    dw = np.einsum("im,jm->ij", X, A - Y) / m
    db = np.einsum("jm->", A - Y) / m
    cost = -np.einsum("jm,jm->", Y, np.log(A)) / m - np.einsum("jm,jm->", 1 - Y, np.log(1 - A)) / m
    return {"dw": dw, "db": db}, cost


@style("propagate")
def propagate_by_loops(w, b, X, Y):
    n_x, m = X.shape
    J, dw, db = 0.0, np.zeros((n_x, 1)), 0.0
    for i in range(m):
        z = b
        for j in range(n_x):
            z += w[j, 0] * X[j, i]
        a = 1 / (1 + math.exp(-z))
        J += -(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))
        dz = a - Y[0, i]
        for j in range(n_x):
            dw[j, 0] += X[j, i] * dz
        db += dz
    return {"dw": dw / m, "db": db / m}, J / m


@style("propagate")
def propagate_by_while_loop(w, b, X, Y):
    examples = list(zip(X.T, Y.T))
    m = len(examples)
    total, dw, db = 0.0, np.zeros_like(w), 0.0
    while examples:
        x, y = examples.pop()
        a = sigmoid(np.dot(w[:, 0], x) + b)
        total -= np.log(a if y else 1 - a).item() if y.size == 1 else 0
        dw += (a - y) * x.reshape(-1, 1)
        db += (a - y).item()
    return {"dw": dw / m, "db": db / m}, total / m


@style("propagate")
def propagate_with_squeezed_cost(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(X.T, w) + b).T
    cost = -1 / m * (np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T))
    cost = np.squeeze(cost)
    dw = 1 / m * np.dot(A - Y, X.T).T
    db = 1 / m * np.sum(A - Y)
    assert dw.shape == w.shape
    assert db.dtype == float
    assert cost.shape == ()
    return {"db": db, "dw": dw}, cost


@style("propagate")
def propagate_with_clipped_probabilities(w, b, X, Y):
    m = X.shape[1]
    A = np.clip(sigmoid(np.dot(w.T, X) + b), 1e-15, 1 - 1e-15)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": float(np.sum(A - Y) / m)}, float(cost)


@style("propagate")
def propagate_with_epsilon(w, b, X, Y):
    m, epsilon = X.shape[1], 1e-8
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(np.multiply(Y, np.log(A + epsilon)) + np.multiply(1 - Y, np.log(1 - A + epsilon))) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost


@style("propagate")
def propagate_by_likelihood(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.log(np.prod(A**Y * (1 - A) ** (1 - Y))) / X.shape[1]
    return dict(dw=np.average(X * (A - Y), axis=1).reshape(w.shape), db=np.average(A - Y)), cost


@style("propagate")
def propagate_by_log_of_the_right_class(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(np.log(np.where(Y == 1, A, 1 - A)))
    grads = OrderedDict()
    grads["db"] = np.mean(A - Y)
    grads["dw"] = np.inner(X, A - Y) / X.shape[1]
    return grads, cost


@style("propagate")
def propagate_from_scores(w, b, X, Y):
    Z = np.dot(w.T, X) + b
    cost = np.mean(np.log1p(np.exp(-Z)) + (1 - Y) * Z)
    A = sigmoid(Z)
    return {"dw": np.tensordot(X, A - Y, axes=(1, 1)) / X.shape[1], "db": (A - Y).mean()}, cost


@style("propagate")
def propagate_with_more_keys(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    return {"A": sigmoid(np.dot(w.T, X) + b), "cost": cost, **grads, "m": X.shape[1]}, cost


@style("propagate")
def propagate_with_default_dictionary(w, b, X, Y):
    grads = defaultdict(float)
    A = sigmoid(np.dot(w.T, X) + b)
    for x, a, y in zip(X.T, A.T, Y.T):
        grads["dw"] = grads["dw"] + x[:, None] * (a - y) / len(X.T)
        grads["db"] += (a - y) / len(X.T)
    return grads, -np.mean(np.log(1 - np.abs(A - Y)))


@style("propagate")
def propagate_in_single_precision(w, b, X, Y):
    w, X, Y = (array.astype(np.float32) for array in (w, X, Y))
    m = np.float32(X.shape[1])
    A = 1 / (1 + np.exp(-(w.T @ X + np.float32(b))))
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost


@style("propagate")
def propagate_with_folded_bias(w, b, X, Y):
    """Use the other notation: theta holds b and w, and x_0 = 1."""
    theta = np.vstack([[[b]], w])
    X1 = np.vstack([np.ones((1, X.shape[1])), X])
    H = sigmoid(theta.T @ X1)
    J = -np.mean(Y * np.log(H) + (1 - Y) * np.log(1 - H))
    slope = X1 @ (H - Y).T / X.shape[1]
    return {"dw": slope[1:], "db": slope[0]}, J


@style("propagate")
def propagate_in_place_on_a_copy(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    A -= Y
    X = X.copy()
    X *= A
    return {"dw": X.mean(1, keepdims=True), "db": A.mean()}, cost
