"""Right answers to `perceptron` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.single_neuron.right import described, perceptron, threshold

style = Gallery()


style("perceptron")(perceptron)
style("perceptron", "perceptron_described")(described(perceptron))


@style("perceptron")
def perceptron_by_error(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, i : i + 1]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w, b, wrong = w + error * x, b + error, wrong + abs(error)
        mistakes.append(wrong)
        if not wrong:
            break
    return w, b, mistakes


@style("perceptron")
def perceptron_in_arrays_of_one(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), np.zeros((1, 1))
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[:, [i]] - threshold(w, b, x)  # (1, 1)
            w, b = w + x @ error, b + error
            wrong += np.sum(error != 0)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@style("perceptron")
def perceptron_by_two_cases(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x, y = X[:, [i]], Y[0, i]
            answer = threshold(w, b, x)
            if y == 1 and answer == 0:
                w, b, wrong = w + x, b + 1, wrong + 1
            elif y == 0 and answer == 1:
                w, b, wrong = w - x, b - 1, wrong + 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@style("perceptron")
def perceptron_by_signs(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x, y = X[:, [i]], Y[0, i]
            if threshold(w, b, x)[0, 0] != y:
                w, b = w + (2 * y - 1) * x, b + (2 * y - 1)
                wrong += 1
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@style("perceptron")
def perceptron_flat(X, Y, max_epochs=100):
    w, b, mistakes = np.zeros(X.shape[0]), 0.0, []
    for _ in range(max_epochs):
        wrong = 0
        for x, y in zip(X.T, Y[0]):
            error = y - int(w @ x + b > 0)
            w, b = w + error * x, b + error
            wrong += error != 0
        mistakes.append(int(wrong))
        if wrong == 0:
            break
    return w.reshape(-1, 1), b, mistakes


@style("perceptron")
def perceptron_in_place_on_its_own(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x).item()
            w += error * x
            b += error
            wrong += error**2
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@style("perceptron")
def perceptron_by_while(X, Y, max_epochs=100):
    n_x, m = X.shape
    w, b, mistakes = np.zeros((n_x, 1)), 0.0, []
    while len(mistakes) < max_epochs and (not mistakes or mistakes[-1] > 0):
        mistakes.append(0)
        for i in range(m):
            error = float(Y[0, i]) - float(threshold(w, b, X[:, [i]]).squeeze())
            if error:
                w, b = w + error * X[:, [i]], b + error
                mistakes[-1] += 1
    return w, b, mistakes


@style("perceptron")
def perceptron_with_the_bias_as_a_weight(X, Y, max_epochs=100):
    ones = np.vstack([X, np.ones((1, X.shape[1]))])
    theta = np.zeros((len(ones), 1))
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = ones[:, [i]]
            error = Y[0, i] - (theta.T @ x > 0)[0, 0]
            theta = theta + error * x
            wrong += int(error != 0)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return theta[:-1], theta[-1, 0], mistakes


@style("perceptron")
def perceptron_in_whole_numbers(X, Y, max_epochs=100):
    X = X.astype(int)
    w, b = np.zeros((X.shape[0], 1), dtype=int), 0
    mistakes = []
    for _ in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            error = int(Y[0, i]) - int(threshold(w, b, X[:, [i]])[0, 0])
            w, b = w + error * X[:, [i]], b + error
            wrong += abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@style("perceptron")
def perceptron_in_single_precision(X, Y, max_epochs=100):
    w, b, mistakes = perceptron(X.astype(np.float32), Y, max_epochs)
    return w.astype(np.float32), np.float32(b), mistakes


@style("perceptron")
def perceptron_with_counts_in_an_array(X, Y, max_epochs=100):
    w, b, mistakes = perceptron(X, Y, max_epochs)
    print("mistakes", mistakes, file=sys.stderr)
    return w, np.array([b]), np.array(mistakes, dtype=float)


@style("perceptron")
def perceptron_that_returns_inside(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for _ in range(max_epochs):
        answers = []
        for i in range(X.shape[1]):
            answers.append(threshold(w, b, X[:, [i]])[0, 0])
            w, b = w + (Y[0, i] - answers[-1]) * X[:, [i]], b + (Y[0, i] - answers[-1])
        mistakes.append(sum(answer != y for answer, y in zip(answers, Y[0])))
        if mistakes[-1] == 0:
            return w, b, mistakes
    return w, b, mistakes
