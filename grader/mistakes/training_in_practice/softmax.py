"""Known mistakes in `softmax`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "softmax",
    says="large scores overflow: the largest score of each column is not taken away",
    hint="e to the 1000 is inf, e to the -1000 is 0: what may you take away from all scores of a column unpunished?",
)
def softmax_without_max(Z):
    e = np.exp(Z)
    return e / np.sum(e, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the maximum is that of the whole array, not that of each column",
    hint="A column whose scores are all far below that maximum ends as 0/0: each column needs a maximum of its own.",
)
def softmax_max_of_all(Z):
    e = np.exp(Z - np.max(Z))
    return e / np.sum(e, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the rows add up to 1, and not the columns",
    hint="One example is one column: along which axis do its scores lie?",
)
def softmax_over_rows(Z):
    e = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return e / np.sum(e, axis=1, keepdims=True)


@mistake(
    "softmax",
    says="all entries together add up to 1, and not those of each column",
    hint="Each example has probabilities of its own: the sum needs an axis.",
)
def softmax_sum_of_all(Z):
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e)


@mistake(
    "softmax",
    says="the sum runs along the rows and has lost its shape",
    hint="Print the shapes above and below the fraction bar: which sum is (1, m)?",
)
def softmax_sum_without_keepdims(Z):
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=1)


@mistake(
    "softmax",
    says="the power is negative: the smallest score gets the largest probability",
    hint="The sigmoid has a minus in its power, the softmax has none.",
)
def softmax_of_minus_z(Z):
    e = np.exp(np.min(Z, axis=0, keepdims=True) - Z)
    return e / np.sum(e, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the powers are of 2, and not of e",
    hint="The formula above the cell has e to a power: which NumPy function is that?",
)
def softmax_base_two(Z):
    e = 2.0 ** (Z - np.max(Z, axis=0, keepdims=True))
    return e / np.sum(e, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="the exponentials are not divided by their sum",
    hint="Probabilities add up to 1: what do yours add up to in each column?",
)
def softmax_only_exponentials(Z):
    return np.exp(Z - np.max(Z, axis=0, keepdims=True))


@mistake(
    "softmax",
    says="the scores themselves are divided by their sum, without an exponential",
    hint="Scores may be negative, and probabilities may not: what makes every number positive?",
)
def softmax_of_sizes(Z):
    return Z / np.sum(Z, axis=0, keepdims=True)


@mistake(
    "softmax",
    says="each score goes through a sigmoid by itself",
    hint="The classes share one probability of 1: every entry depends on all scores of its column.",
)
def softmax_sigmoid(Z):
    return 0.5 * (1 + np.tanh(Z / 2))


@mistake(
    "softmax",
    says="the logarithm of the softmax comes back",
    hint="Probabilities lie between 0 and 1: the logarithm belongs to the cost.",
)
def softmax_logarithm(Z):
    shifted = Z - np.max(Z, axis=0, keepdims=True)
    return shifted - np.log(np.sum(np.exp(shifted), axis=0, keepdims=True))


@mistake(
    "softmax",
    says="the largest score gets 1 and all others 0",
    hint="That is the answer, and no probability: soft means that the others keep their share.",
)
def softmax_hard(Z):
    return (np.max(Z, axis=0, keepdims=True) == Z).astype(float)


@mistake(
    "softmax",
    says="Z itself is changed: the maximum is taken away in place",
    hint="`Z -= ...` writes into the caller's array; a difference under a new name does not.",
)
def softmax_changes_z(Z):
    Z -= np.max(Z, axis=0, keepdims=True)
    e = np.exp(Z)
    return e / np.sum(e, axis=0, keepdims=True)
