"""Known mistakes in `perceptron`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.single_neuron.right import threshold

mistake = Catalogue()


@mistake(
    "perceptron",
    says="b is never moved",
    hint="Two parameters are learned: what moves the line away from the origin?",
)
def perceptron_without_b(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + error * x
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="w is never moved",
    hint="Two parameters are learned: which example is added to the weights?",
)
def perceptron_without_w(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="the error is taken the wrong way round, answer less label",
    hint="Where y is 1 and the answer 0, the score must grow: so w moves towards the example.",
)
def perceptron_turned_error(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = threshold(w, b, x)[0, 0] - Y[0, i]
            w = w + error * x
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="y times x is added, also where the answer is right",
    hint="An example that is answered rightly changes nothing: what is 0 there?",
)
def perceptron_adds_label(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + Y[0, i] * x
            b = b + Y[0, i]
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="only an answer of 0 that should be 1 is mended",
    hint="There are two ways to be wrong: the error may be 1 or -1, and both move w and b.",
)
def perceptron_only_misses(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            if error > 0:
                w = w + error * x
                b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="the errors are added up with their signs, so that 1 and -1 cancel",
    hint="Each wrong answer counts as one: what takes a sign away?",
)
def perceptron_signed_count(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + error * x
            b = b + error
            wrong = wrong + error
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="it goes on after an epoch without mistakes",
    hint="Where nothing was wrong nothing will change any more: the given lines compare the count with 0.",
)
def perceptron_never_stops(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + error * x
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
    return w, b, mistakes


@mistake(
    "perceptron",
    says="the mistakes of all epochs are added up",
    hint="An epoch begins with no mistakes: where is the count set to 0?",
)
def perceptron_count_not_reset(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    wrong = 0
    for epoch in range(max_epochs):
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + error * x
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="w and b begin at zero again in each epoch",
    hint="The next epoch goes on where the last one ended.",
)
def perceptron_restarts(X, Y, max_epochs=100):
    mistakes = []
    for epoch in range(max_epochs):
        w, b = np.zeros((X.shape[0], 1)), 0.0
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + error * x
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="all answers of an epoch are given before w and b are moved",
    hint="The rule goes example by example: the next answer is given by the new w and b.",
)
def perceptron_whole_epoch(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong, answers = 0, threshold(w, b, X)
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - answers[0, i]
            w = w + error * x
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="the steps are halved",
    hint="The rule has no learning rate: the whole example is added, or taken away.",
)
def perceptron_half_steps(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + 0.5 * error * x
            b = b + 0.5 * error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="w and b move where the answer was right, not where it was wrong",
    hint="Look at the comparison: what should happen where label and answer agree?",
)
def perceptron_moved_on_right(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            if error == 0:
                w = w + (2 * Y[0, i] - 1) * x
                b = b + (2 * Y[0, i] - 1)
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="1 or -1 is added to every weight, and not the example",
    hint="In which direction does the score grow fastest? A weight whose feature is 0 had no part in the mistake.",
)
def perceptron_unit_steps(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            w = w + error
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes


@mistake(
    "perceptron",
    says="only the last example of each epoch is learned from",
    hint="Look at the indentation: the steps belong into the inner loop.",
)
def perceptron_last_example(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x = X[:, [i]]
            error = Y[0, i] - threshold(w, b, x)[0, 0]
            wrong = wrong + abs(error)
        w = w + error * x
        b = b + error
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
