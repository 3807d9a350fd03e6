"""Right answers to `optimize` in other styles."""

from __future__ import annotations

import functools
import math
import sys
import warnings
from collections import OrderedDict

import numpy as np

from grader.styles import Gallery
from grader.styles.logistic_regression.right import optimize, propagate, sigmoid

style = Gallery()


style("optimize")(optimize)
style("optimize", "optimize_by_partial")(functools.partial(optimize, print_cost=True))


@style("optimize")
def optimize_in_place_on_a_copy(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    w = w.copy()
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w -= learning_rate * grads["dw"]
        b -= learning_rate * grads["db"]
        if i % 100 == 0:
            costs += [cost]
    return {"w": w, "b": b}, grads, costs


@style("optimize")
def optimize_by_while_loop(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    i, costs = 0, []
    while i < num_iterations:
        grads, cost = propagate(w, b, X, Y)
        if not i % 100:
            costs.append(cost)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        i += 1
    return {"w": w, "b": b}, grads, costs


@style("optimize")
def optimize_counting_from_one(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(1, num_iterations + 1):
        grads, cost = propagate(w, b, X, Y)
        w = np.subtract(w, np.multiply(learning_rate, grads["dw"]))
        b = np.subtract(b, np.multiply(learning_rate, grads["db"]))
        if (i - 1) % 100 == 0:
            costs.append(cost)
    return dict(b=b, w=w), dict(db=grads["db"], dw=grads["dw"]), costs


@style("optimize")
def optimize_without_propagate(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    m = X.shape[1]
    costs = []
    for i in range(num_iterations):
        A = 1 / (1 + np.exp(-(w.T @ X + b)))
        dw = X @ (A - Y).T / m
        db = np.sum(A - Y) / m
        if i % 100 == 0:
            costs.append(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))
        w = w - learning_rate * dw
        b = b - learning_rate * db
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, costs


@style("optimize")
def optimize_by_loops(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    n_x, m = X.shape
    weights = [float(value) for value in w[:, 0]]
    costs = []
    for step in range(num_iterations):
        cost, db, dw = 0.0, 0.0, [0.0] * n_x
        for i in range(m):
            z = b + sum(weights[j] * X[j, i] for j in range(n_x))
            a = 1 / (1 + math.exp(-z))
            cost -= math.log(a) if Y[0, i] == 1 else math.log(1 - a)
            db += (a - Y[0, i]) / m
            for j in range(n_x):
                dw[j] += X[j, i] * (a - Y[0, i]) / m
        if step in range(0, num_iterations, 100):
            costs.append(cost / m)
        weights = [weight - learning_rate * slope for weight, slope in zip(weights, dw)]
        b = b - learning_rate * db
    return {"w": np.array([weights]).T, "b": b}, {"dw": np.array([dw]).T, "db": db}, costs


@style("optimize")
def optimize_with_array_bias_and_costs(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    b = np.array([[b]])
    costs = np.array([])
    for i in range(num_iterations):
        A = sigmoid(w.T @ X + b)
        cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
        dw, db = X @ (A - Y).T / X.shape[1], np.mean(A - Y, axis=1, keepdims=True)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs = np.append(costs, cost) if i % 100 == 0 else costs
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs


@style("optimize")
def optimize_with_costs_of_two_axes(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        A = sigmoid(w.T @ X + b)
        grads = {"dw": X @ (A - Y).T / X.shape[1], "db": np.squeeze(np.mean(A - Y, axis=1))}
        cost = -(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T) / X.shape[1]
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@style("optimize")
def optimize_that_prints(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=True):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        assert cost >= 0, "a cost is positive"
        dw, db = grads["dw"], grads["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i % 100 == 0:
            costs.append(cost)
            print(f"Cost after iteration {i}: {cost}")
            print("still running", file=sys.stderr)
            warnings.warn("a slow machine", stacklevel=2)
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs


@style("optimize")
def optimize_with_more_keys(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    params, grads, costs = optimize(w, b, X, Y, num_iterations, learning_rate, print_cost)
    params["learning_rate"] = learning_rate
    return OrderedDict(params), OrderedDict(reversed(grads.items())), tuple(costs)


@style("optimize")
def optimize_with_generator(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    def steps(w, b):
        for _ in range(num_iterations):
            grads, cost = propagate(w, b, X, Y)
            w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
            yield {"w": w, "b": b}, grads, cost

    history = list(steps(w, b))
    params, grads, _ = history[-1]
    return params, grads, [float(cost) for _, _, cost in history[::100]]


@style("optimize")
def optimize_with_every_cost_kept_aside(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    every = {}
    params = {"w": w, "b": b}
    for i in range(num_iterations):
        grads, every[i] = propagate(params["w"], params["b"], X, Y)
        params = {key: params[key] - learning_rate * grads["d" + key] for key in params}
    return params, grads, [cost for i, cost in every.items() if i % 100 == 0]


@style("optimize")
def optimize_with_short_names(w, b, x, y, n=100, alpha=0.009, verbose=False, *rest):
    m = y.shape[1]
    history = []
    for i in range(n):
        p = 1 / (1 + np.exp(-np.sum(w * x, axis=0, keepdims=True) - b))
        g, h = np.sum(x * (p - y), axis=1, keepdims=True) / m, np.sum(p - y) / m
        i % 100 or history.append(np.sum(-y * np.log(p) - (1 - y) * np.log(1 - p)) / m)
        w, b = w - alpha * g, b - alpha * h
    return {"w": w, "b": b}, {"dw": g, "db": h}, history
