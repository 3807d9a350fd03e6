"""Known mistakes in `cross_entropy`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.training_in_practice.right import cost_of, softmax

mistake = Catalogue()


@mistake(
    "cross_entropy",
    says="the cost is negative: its minus is missing",
    hint="Logarithms of numbers below 1 are negative, and a cost is positive: look in front of the sum.",
)
def entropy_negative(Z, Y):
    A = softmax(Z)
    return -cost_of(A, Y), A - Y


@mistake(
    "cross_entropy",
    says="the cost is not divided by m, the number of examples",
    hint="J is a mean over the examples, which are the columns: what is the sum divided by?",
)
def entropy_without_mean(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y) * Y.shape[1], A - Y


@mistake(
    "cross_entropy",
    says="the cost is divided by C, the number of classes",
    hint="m is the number of columns, the second number of the shape.",
)
def entropy_over_classes(Z, Y):
    A = softmax(Z)
    return -np.sum(Y * np.log(A)) / Y.shape[0], A - Y


@mistake(
    "cross_entropy",
    says="the cost is the mean of all entries, so that it is divided by C as well as by m",
    hint="Each example has one loss, the sum down its column: of these m numbers the mean is wanted.",
)
def entropy_mean_of_entries(Z, Y):
    A = softmax(Z)
    return -np.mean(Y * np.log(A)), A - Y


@mistake(
    "cross_entropy",
    says="the cost is that of two classes, with (1 - Y) log(1 - A) added",
    hint="With C classes Y itself says which logarithm counts: there is one term only.",
)
def entropy_of_two_classes(Z, Y):
    A = softmax(Z)
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1], A - Y


@mistake(
    "cross_entropy",
    says="dZ has the wrong sign: labels minus probabilities",
    hint="Raising the score of a wrong class raises the cost: which sign has its slope?",
)
def entropy_error_reversed(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y), Y - A


@mistake(
    "cross_entropy",
    says="dZ is divided by m already",
    hint="Here the 1/m waits until dW and db sum over the examples: see the formula of dZ.",
)
def entropy_error_over_m(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y), (A - Y) / Y.shape[1]


@mistake(
    "cross_entropy",
    says="dZ is A alone: the labels are not taken away",
    hint="Where the answer is perfect, the error must vanish: what has A to be compared with?",
)
def entropy_error_without_labels(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y), A


@mistake(
    "cross_entropy",
    says="dZ is multiplied by A (1 - A) once more",
    hint="A - Y is the slope by Z already: nearly everything cancelled on the way.",
)
def entropy_error_with_slope(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y), (A - Y) * A * (1 - A)


@mistake(
    "cross_entropy",
    says="-Y/A comes back, the slope by A, where the slope by Z is wanted",
    hint="From A back to Z there is one more step of the chain rule, and then much cancels.",
)
def entropy_error_by_a(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y), -Y / A


@mistake(
    "cross_entropy",
    says="the probabilities are those of a sigmoid",
    hint="With more than two classes the scores of a column share one probability of 1: you have a function for that.",
)
def entropy_of_sigmoid(Z, Y):
    A = 0.5 * (1 + np.tanh(Z / 2))
    return -np.sum(Y * np.log(np.maximum(A, 1e-300))) / Y.shape[1], A - Y


@mistake(
    "cross_entropy",
    says="the softmax is taken twice",
    hint="Z goes through softmax once; what comes out are probabilities, and no scores.",
)
def entropy_softmax_twice(Z, Y):
    A = softmax(softmax(Z))
    return cost_of(A, Y), A - Y


@mistake(
    "cross_entropy",
    says="the logarithm is log2",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def entropy_log2(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y) / np.log(2), A - Y


@mistake(
    "cross_entropy",
    says="the logarithm is log10",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def entropy_log10(Z, Y):
    A = softmax(Z)
    return cost_of(A, Y) / np.log(10), A - Y


@mistake(
    "cross_entropy",
    says="the logarithm is that of the largest probability, and not that of the right class",
    hint="The largest probability is the answer, right or wrong: Y says which class was right.",
)
def entropy_of_largest(Z, Y):
    A = softmax(Z)
    return -np.mean(np.log(np.max(A, axis=0))), A - Y


@mistake(
    "cross_entropy",
    says="the cost is one minus the probability of the right class, without a logarithm",
    hint="The formula above the cell takes the logarithm of each probability first.",
)
def entropy_without_log(Z, Y):
    A = softmax(Z)
    return 1 - np.sum(Y * A) / Y.shape[1], A - Y


@mistake(
    "cross_entropy",
    says="the cost is the squared error",
    hint="The formula above the cell is the cross-entropy, which is made of logarithms.",
)
def entropy_squared(Z, Y):
    A = softmax(Z)
    return np.sum((A - Y) ** 2) / Y.shape[1], A - Y


@mistake(
    "cross_entropy",
    says="the cost is not summed over the examples: there is a loss for each",
    hint="J is one number for all examples: a mean is still to be taken.",
)
def entropy_not_summed(Z, Y):
    A = softmax(Z)
    return -np.sum(Y * np.log(A), axis=0), A - Y
