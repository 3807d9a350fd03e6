"""What a student has right already: the wrong versions call these, so that each shows its one mistake."""

from __future__ import annotations

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def activation(w, b, X):
    return sigmoid(np.dot(w.T, X) + b)


def cost_of(A, Y):
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]


def grads_of(X, dZ):
    m = X.shape[1]
    return {"dw": np.dot(X, dZ.T) / m, "db": np.sum(dZ) / m}


def propagate(w, b, X, Y):
    A = activation(w, b, X)
    return grads_of(X, A - Y), cost_of(A, Y)


def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def predict(w, b, X):
    return np.where(activation(w, b, X) > 0.5, 1.0, 0.0)
