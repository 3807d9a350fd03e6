"""Known mistakes in `pattern_detectors`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "pattern_detectors",
    says="the weights of the zeros are 0, not -1: a unit fires for every input that has its ones, whatever else",
    hint="A 1 in the wrong place must lower the score: which weight does that?",
)
def detectors_without_minus(P):
    return P, 1 - P.sum(axis=1, keepdims=True)


@mistake(
    "pattern_detectors",
    says="the signs of the weights are turned: -1 where the pattern is 1",
    hint="A bit that agrees with the pattern must raise the score, or at least not lower it.",
)
def detectors_negated(P):
    return 1 - 2 * P, 1 - P.sum(axis=1, keepdims=True)


@mistake(
    "pattern_detectors",
    says="the bias has the wrong sign: it helps every input",
    hint="Only the pattern itself may come above 0: compute the score of an input of zeros.",
)
def detectors_bias_added(P):
    return 2 * P - 1, 1 + P.sum(axis=1, keepdims=True)


@mistake(
    "pattern_detectors",
    says="the 1 of the bias is missing, so that the score of the pattern itself is 0 and no unit ever fires",
    hint="step fires above 0 only: how large is the score of the pattern itself?",
)
def detectors_without_one(P):
    return 2 * P - 1, -P.sum(axis=1, keepdims=True)


@mistake(
    "pattern_detectors",
    says="the bias is n, not the number of ones: only the pattern of all ones could fire",
    hint="What a unit needs is the number of ones of its own pattern, not the number of bits.",
)
def detectors_bias_of_n(P):
    return 2 * P - 1, np.full((len(P), 1), 1.0 - P.shape[1])


@mistake(
    "pattern_detectors",
    says="the sum of the weights is subtracted, not the number of ones",
    hint="Count the ones in P, before they become weights.",
)
def detectors_bias_of_weights(P):
    W = 2 * P - 1
    return W, 1 - W.sum(axis=1, keepdims=True)


@mistake(
    "pattern_detectors",
    says="the ones are counted over the patterns, not over the bits of each",
    hint="A unit's pattern is a row of P: along which axis are its ones?",
)
def detectors_other_axis(P):
    return 2 * P - 1, 1 - P.sum(axis=0, keepdims=True)


@mistake(
    "pattern_detectors",
    says="all ones of all patterns are counted together",
    hint="Each unit needs the ones of its own pattern: a sum along one axis.",
)
def detectors_one_sum(P):
    return 2 * P - 1, 1 - np.full((len(P), 1), P.sum())


@mistake(
    "pattern_detectors",
    says="b has one axis only, (k,)",
    hint="b is added to every column of W X: keep the axis that the sum would lose.",
)
def detectors_flat_bias(P):
    return 2 * P - 1, 1 - P.sum(axis=1)


@mistake(
    "pattern_detectors",
    says="W is transposed",
    hint="W X needs a row for each unit: P has its patterns in the rows already.",
)
def detectors_transposed(P):
    return (2 * P - 1).T, 1 - P.sum(axis=1, keepdims=True)


@mistake(
    "pattern_detectors",
    says="the weights are 2 and 0: the 1 is not subtracted",
    hint="Where does your line take a 0 of the pattern? It should go to -1.",
)
def detectors_doubled(P):
    return 2 * P, 1 - P.sum(axis=1, keepdims=True)


@mistake(
    "pattern_detectors",
    says="the answer is right, but your function writes into the array P that it was given",
    hint="An operation with `=` at its end changes the caller's array: the weights need one of their own.",
)
def detectors_change_p(P):
    b = 1 - P.sum(axis=1, keepdims=True)
    P *= 2
    P -= 1
    return P.copy(), b
