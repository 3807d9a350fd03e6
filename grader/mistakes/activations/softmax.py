"""Known mistakes in `softmax`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.activations.right import sigmoid

mistake = Catalogue()


def exponentials(Z):
    return np.exp(Z - np.max(Z, axis=0, keepdims=True))


@mistake(
    "softmax",
    says="the largest score is not subtracted, so that large scores end in nan",
    hint="Before e comes in, subtract from each column its own largest score: the quotients stay as they are.",
)
def softmax_overflows(Z):
    E = np.exp(Z)
    return E / np.sum(E, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the largest score of all columns is subtracted, so that a column of small scores ends in nan",
    hint="Each column is an example of its own: its largest score is the one to subtract.",
)
def softmax_overall_largest(Z):
    E = np.exp(Z - np.max(Z))
    return E / np.sum(E, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the sum runs over the whole matrix: the columns share a total of 1",
    hint="Each column is an example of its own and has a total of 1: along which axis does the sum run?",
)
def softmax_one_total(Z):
    E = exponentials(Z)
    return E / np.sum(E)


@mistake(
    "softmax",
    says="the sum runs along the rows, over the examples",
    hint="The classes of one example stand below one another: the other axis is the one to sum along.",
)
def softmax_over_examples(Z):
    E = exponentials(Z)
    return E / np.sum(E, axis=1, keepdims=True)


@mistake(
    "softmax",
    says="largest and sum are taken along the rows, over the examples",
    hint="The classes of one example stand below one another: the other axis is meant, in both places.",
)
def softmax_of_rows(Z):
    E = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return E / np.sum(E, axis=1, keepdims=True)


@mistake(
    "softmax",
    says="the exponential is missing: the scores themselves are divided by their sum",
    hint="Scores may be negative and probabilities may not: what makes every score positive?",
)
def softmax_without_exp(Z):
    shifted = Z - np.max(Z, axis=0, keepdims=True)
    return shifted / np.sum(shifted, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the exponentials are not divided by their sum",
    hint="The probabilities of a column add up to 1: do yours?",
)
def softmax_undivided(Z):
    return exponentials(Z)


@mistake(
    "softmax",
    says="the sign of the scores is turned: the largest score gets the smallest probability",
    hint="The minus of the sigmoid does not belong here: e is taken to the score as it is.",
)
def softmax_negated(Z):
    E = np.exp(np.min(Z, axis=0, keepdims=True) - Z)
    return E / np.sum(E, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the result is divided by the number of classes, not by the sum",
    hint="The probabilities of a column add up to 1, whatever the scores are: a mean does not do that.",
)
def softmax_mean(Z):
    return exponentials(Z) / len(Z)


@mistake(
    "softmax",
    says="this is the sigmoid, for each class on its own",
    hint="The classes share a total of 1: each answer depends on all scores of its column.",
)
def softmax_sigmoid(Z):
    with np.errstate(over="ignore"):
        return sigmoid(Z)


@mistake(
    "softmax",
    says="the result is only 0 or 1: 1 for the largest score",
    hint="A softer answer is asked for: how probable each class is.",
)
def softmax_hard(Z):
    return (np.max(Z, axis=0, keepdims=True) == Z).astype(float)


@mistake(
    "softmax",
    says="this is the logarithm of the softmax",
    hint="Probabilities lie between 0 and 1: leave out the logarithm.",
)
def softmax_logarithm(Z):
    E = exponentials(Z)
    return np.log(E / np.sum(E, axis=0, keepdims=True))


@mistake(
    "softmax",
    says="the answer is right, but `-=` writes into the array Z that your function was given",
    hint="Write the difference inside the call of exp, which makes a new array.",
)
def softmax_changes_z(Z):
    Z -= np.max(Z, axis=0, keepdims=True)
    E = np.exp(Z)
    return E / np.sum(E, axis=0, keepdims=True)
