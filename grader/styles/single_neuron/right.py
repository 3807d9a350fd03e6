"""What a student has right already, and calls in later exercises."""

from __future__ import annotations

import functools

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def house_price(w, b, X):
    Z = np.dot(w.T, X) + b
    return np.maximum(Z, 0)


def compute_cost(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    Z = np.dot(w.T, X) + b
    cost = np.sum(np.square(Z - Y)) / (2 * m)
    penalty = lambd / (2 * m) * np.sum(np.square(w))
    return cost + penalty


def gradients(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    Z = np.dot(w.T, X) + b
    dZ = Z - Y
    dw = (1 / m) * np.dot(X, dZ.T) + (lambd / m) * w
    db = (1 / m) * np.sum(dZ)
    return dw, db


def linear_regression(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if np.abs(costs[-1] - costs[-2]) < tolerance:
            break
    return w, b, costs


def threshold(w, b, X):
    Z = np.dot(w.T, X) + b
    return np.where(Z > 0, 1.0, 0.0)


def perceptron(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x, y = X[:, [i]], Y[0, i]
            answer = threshold(w, b, x)[0, 0]
            if answer != y:
                w = w + (y - answer) * x
                b = b + (y - answer)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


def walk_back(w, b, x, y):
    z = np.sum(w * x) + b
    a = sigmoid(z)
    L = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    da = -y / a + (1 - y) / (1 - a)
    dz = da * a * (1 - a)
    dw = dz * x
    db = dz
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": dw, "db": db}


def described(answer):
    @functools.wraps(answer)
    def inner(*arguments, **settings):
        print("called", answer.__name__)
        return answer(*arguments, **settings)

    return inner
