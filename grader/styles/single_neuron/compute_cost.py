"""Right answers to `compute_cost` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.single_neuron.right import compute_cost, described

style = Gallery()


style("compute_cost")(compute_cost)
style("compute_cost", "cost_described")(described(compute_cost))
style("compute_cost", "cost_as_a_lambda")(
    lambda w, b, X, Y, lambd=0.0: (np.sum((w.T @ X + b - Y) ** 2) + lambd * np.sum(w**2)) / (2 * X.shape[1])
)


@style("compute_cost")
def cost_by_mean(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return 0.5 * np.mean((w.T @ X + b - Y) ** 2) + 0.5 * lambd * np.sum(w**2) / m


@style("compute_cost")
def cost_by_products(w, b, X, Y, lambd=0.0):
    m = Y.shape[1]
    dZ = w.T @ X + b - Y
    return (dZ @ dZ.T + lambd * w.T @ w) / (2 * m)


@style("compute_cost")
def cost_by_norm(w, b, X, Y, lambd=0.0):
    m = Y.size
    return (np.linalg.norm(w.T @ X + b - Y) ** 2 + lambd * np.linalg.norm(w) ** 2) / 2 / m


@style("compute_cost")
def cost_squeezed(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    J = np.sum((Y - np.dot(w.T, X) - b) ** 2, axis=1, keepdims=True) / (2 * m)
    return float(np.squeeze(J + lambd / (2 * m) * np.sum(w * w)))


@style("compute_cost")
def cost_by_loop(w, b, X, Y, lambd=0.0):
    total = 0
    for i in range(X.shape[1]):
        z = b
        for j in range(X.shape[0]):
            z += w[j, 0] * X[j, i]
        total += (z - Y[0, i]) ** 2
    for weight in w:
        total += lambd * weight[0] ** 2
    return total / X.shape[1] / 2


@style("compute_cost")
def cost_in_two_terms(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    losses = 1 / 2 * np.power(np.matmul(w.T, X) + b - Y, 2)
    cost = losses.sum() / m
    if lambd != 0:
        cost += lambd * (w**2).sum() / (2 * m)
    return cost


@style("compute_cost")
def cost_flat(w, b, X, Y, lambd=0.0):
    z, y = w.ravel() @ X + b, Y.ravel()
    return (np.dot(z - y, z - y) + lambd * np.dot(w.ravel(), w.ravel())) / (2 * y.size)


@style("compute_cost")
def cost_in_an_array(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return np.array([(np.sum((w.T @ X + b - Y) ** 2) + lambd * np.sum(w**2)) / (2 * m)])


@style("compute_cost")
def cost_by_comprehension(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    squares = [(w[:, 0] @ X[:, i] + b - Y[0, i]) ** 2 for i in range(m)]
    return sum(squares) / (2 * m) + lambd * sum(w[:, 0] ** 2) / (2 * m)


@style("compute_cost")
def cost_in_single_precision(w, b, X, Y, lambd=0.0):
    m = np.float32(X.shape[1])
    w, X, Y = (array.astype(np.float32) for array in (w, X, Y))
    Z = w.T @ X + np.float32(b)
    return (np.sum((Z - Y) ** 2) + np.float32(lambd) * np.sum(w**2)) / (2 * m)


@style("compute_cost")
def cost_that_prints(w, b, X, Y, lambd=0.0):
    m = len(X[0])
    Z = np.add(np.dot(w.T, X), b)
    print("Z", Z, file=sys.stderr)
    return np.divide(np.einsum("ij,ij->", Z - Y, Z - Y) + lambd * np.vdot(w, w), 2 * m)


@style("compute_cost")
def cost_with_another_name_for_lambd(w, b, X, Y, penalty=0):
    m = X.shape[1]
    return np.sum((w.T @ X + b - Y) ** 2 / (2 * m)) + np.sum(penalty * w**2 / (2 * m))
