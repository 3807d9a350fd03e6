"""Right answers to `linear_regression` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.single_neuron.right import compute_cost, described, gradients, linear_regression

style = Gallery()


style("linear_regression")(linear_regression)
style("linear_regression", "regression_described")(described(linear_regression))


@style("linear_regression")
def regression_by_while(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b, i = np.zeros((len(X), 1)), 0, 0
    costs = [compute_cost(w, b, X, Y, lambd)]
    change = np.inf
    while i < max_iterations and abs(change) >= tolerance:
        dw, db = gradients(w, b, X, Y, lambd)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        change = costs[i] - costs[i + 1]
        i += 1
    return w, b, costs


@style("linear_regression")
def regression_with_return_inside(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for _ in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs += [compute_cost(w, b, X, Y, lambd)]
        if -tolerance < costs[-2] - costs[-1] < tolerance:
            return w, b, costs
    return w, b, costs


@style("linear_regression")
def regression_in_place_on_its_own(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for _ in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w -= learning_rate * dw
        b -= learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if np.abs(np.diff(costs[-2:]))[0] < tolerance:
            break
    return w, b, costs


@style("linear_regression")
def regression_with_a_previous_cost(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    previous = compute_cost(w, b, X, Y, lambd)
    costs = [previous]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w, b = w + -learning_rate * dw, b + -learning_rate * db
        cost = compute_cost(w, b, X, Y, lambd)
        costs.append(cost)
        if abs(cost - previous) < tolerance:
            print("stopped after", i + 1, "steps")
            break
        previous = cost
    return w, b, costs


@style("linear_regression")
def regression_by_itself(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    n_x, m = X.shape
    w, b = np.zeros((n_x, 1)), 0.0

    def cost():
        return (np.sum((w.T @ X + b - Y) ** 2) + lambd * np.sum(w**2)) / (2 * m)

    costs = [cost()]
    for _ in range(max_iterations):
        dZ = w.T @ X + b - Y
        w, b = w - learning_rate * (X @ dZ.T + lambd * w) / m, b - learning_rate * np.sum(dZ) / m
        costs.append(cost())
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@style("linear_regression")
def regression_with_costs_in_an_array(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b, costs = linear_regression(X, Y, learning_rate, lambd, tolerance, max_iterations)
    return w, np.array([[b]]), np.array(costs)


@style("linear_regression")
def regression_with_costs_of_one_entry(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b, costs = linear_regression(X, Y, learning_rate, lambd, tolerance, max_iterations)
    return w, np.float64(b), [np.array([[cost]]) for cost in costs]


@style("linear_regression")
def regression_by_a_list_of_steps(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    steps = [(np.zeros((X.shape[0], 1)), 0.0)]
    costs = [compute_cost(*steps[0], X, Y, lambd)]
    while len(steps) <= max_iterations:
        w, b = steps[-1]
        dw, db = gradients(w, b, X, Y, lambd)
        steps.append((w - learning_rate * dw, b - learning_rate * db))
        costs.append(compute_cost(*steps[-1], X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return *steps[-1], costs


@style("linear_regression")
def regression_by_recursion(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    def go_on(w, b, costs, left):
        if left == 0 or (len(costs) > 1 and abs(costs[-2] - costs[-1]) < tolerance):
            return w, b, costs
        dw, db = gradients(w, b, X, Y, lambd)
        w, b = w - learning_rate * dw, b - learning_rate * db
        return go_on(w, b, [*costs, compute_cost(w, b, X, Y, lambd)], left - 1)

    w, b = np.zeros((X.shape[0], 1)), 0.0
    return go_on(w, b, [compute_cost(w, b, X, Y, lambd)], max_iterations)


@style("linear_regression")
def regression_in_single_precision(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    X, Y, rate = X.astype(np.float32), Y.astype(np.float32), np.float32(learning_rate)
    w, b = np.zeros((X.shape[0], 1), np.float32), np.float32(0)
    costs = [np.float32(compute_cost(w, b, X, Y, lambd))]
    for _ in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w, b = (w - rate * dw).astype(np.float32), np.float32(b - rate * db)
        costs.append(np.float32(compute_cost(w, b, X, Y, lambd)))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, np.array(costs)


@style("linear_regression")
def regression_that_prints(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000, print_cost=True):
    w, b = np.zeros(shape=(X.shape[0], 1)), 0.0
    costs = []
    costs.append(compute_cost(w, b, X, Y, lambd))
    for i in range(1, max_iterations + 1):
        dw, db = gradients(w, b, X, Y, lambd)
        w, b = np.subtract(w, learning_rate * dw), b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if print_cost and i % 10 == 0:
            print(i, costs[i], file=sys.stderr)
        if np.fabs(costs[i - 1] - costs[i]) < tolerance:
            break
    return w, b, costs


@style("linear_regression")
def regression_with_both_in_one(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    n_x, m = X.shape
    ones, theta = np.vstack([X, np.ones((1, m))]), np.zeros((n_x + 1, 1))
    free = np.vstack([np.ones((n_x, 1)), [[0]]])
    costs = []
    for i in range(max_iterations + 1):
        errors = theta.T @ ones - Y
        costs.append((np.sum(errors**2) + lambd * np.sum((free * theta) ** 2)) / (2 * m))
        if i == max_iterations or (i and abs(costs[-2] - costs[-1]) < tolerance):
            break
        theta = theta - learning_rate * (ones @ errors.T + lambd * free * theta) / m
    return theta[:-1], theta[-1, 0], costs
