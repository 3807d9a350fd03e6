"""Known mistakes in `compute_cost`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.single_neuron.right import score

mistake = Catalogue()


@mistake(
    "compute_cost",
    says="the 1/2 is missing in both terms",
    hint="Under both sums stands 2 m.",
)
def cost_without_half(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum((score(w, b, X) - Y) ** 2) + lambd * np.sum(w**2)) / m


@mistake(
    "compute_cost",
    says="neither term is divided by m",
    hint="A cost is a mean over the examples: how many are there?",
)
def cost_without_mean(w, b, X, Y, lambd=0.0):
    return (np.sum((score(w, b, X) - Y) ** 2) + lambd * np.sum(w**2)) / 2


@mistake(
    "compute_cost",
    says="only one of the two terms is divided by 2 m: brackets around the sum are missing",
    hint="Division binds more strongly than plus: what belongs together above the fraction bar?",
)
def cost_brackets(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return np.sum((score(w, b, X) - Y) ** 2) + lambd * np.sum(w**2) / (2 * m)


@mistake(
    "compute_cost",
    says="it is divided by 2 and multiplied by m: `/ 2 * m` has no brackets",
    hint="Python works from left to right: put brackets around what stands under the fraction bar.",
)
def cost_times_m(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum((score(w, b, X) - Y) ** 2) + lambd * np.sum(w**2)) / 2 * m


@mistake(
    "compute_cost",
    says="the penalty is missing",
    hint="The default of lambd hides it: what is added where lambd is not 0?",
)
def cost_without_penalty(w, b, X, Y, lambd=0.0):
    return np.sum((score(w, b, X) - Y) ** 2) / (2 * X.shape[1])


@mistake(
    "compute_cost",
    says="the penalty lacks its 1/2",
    hint="Both terms have the same 2 m below them.",
)
def cost_penalty_without_half(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return np.sum((score(w, b, X) - Y) ** 2) / (2 * m) + lambd * np.sum(w**2) / m


@mistake(
    "compute_cost",
    says="the penalty lacks its 1/m",
    hint="Both terms have the same 2 m below them.",
)
def cost_penalty_without_mean(w, b, X, Y, lambd=0.0):
    return np.sum((score(w, b, X) - Y) ** 2) / (2 * X.shape[1]) + lambd * np.sum(w**2) / 2


@mistake(
    "compute_cost",
    says="b is penalised, too",
    hint="The penalty's sum runs over the weights only.",
)
def cost_penalises_b(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum((score(w, b, X) - Y) ** 2) + lambd * (np.sum(w**2) + b**2)) / (2 * m)


@mistake(
    "compute_cost",
    says="the penalty takes the absolute values of the weights: that is L1",
    hint="L2 looks at the squares of the weights.",
)
def cost_l1(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum((score(w, b, X) - Y) ** 2) + lambd * np.sum(np.abs(w))) / (2 * m)


@mistake(
    "compute_cost",
    says="the penalty squares the sum of the weights",
    hint="Square each weight first, then add: otherwise weights of opposite sign cancel.",
)
def cost_square_of_sum_of_weights(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum((score(w, b, X) - Y) ** 2) + lambd * np.sum(w) ** 2) / (2 * m)


@mistake(
    "compute_cost",
    says="the differences are added up first and squared then",
    hint="Square each difference first, then add: otherwise errors of opposite sign cancel.",
)
def cost_square_of_sum(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum(score(w, b, X) - Y) ** 2 + lambd * np.sum(w**2)) / (2 * m)


@mistake(
    "compute_cost",
    says="the differences are not squared",
    hint="The loss of this lesson is the squared error.",
)
def cost_not_squared(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum(score(w, b, X) - Y) + lambd * np.sum(w**2)) / (2 * m)


@mistake(
    "compute_cost",
    says="the absolute differences are added up, not their squares",
    hint="The loss of this lesson is the squared error.",
)
def cost_absolute(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum(np.abs(score(w, b, X) - Y)) + lambd * np.sum(w**2)) / (2 * m)


@mistake(
    "compute_cost",
    says="m is taken from the rows of X, which are the features",
    hint="X is (n_x, m): of the two numbers in its shape, the second is m.",
)
def cost_over_features(w, b, X, Y, lambd=0.0):
    m = X.shape[0]
    return (np.sum((score(w, b, X) - Y) ** 2) + lambd * np.sum(w**2)) / (2 * m)


@mistake(
    "compute_cost",
    says="the bias b is left out of the score",
    hint="Compare your line for Z with the formula.",
)
def cost_without_bias(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return (np.sum((np.dot(w.T, X) - Y) ** 2) + lambd * np.sum(w**2)) / (2 * m)


@mistake(
    "compute_cost",
    says="the cost has a row of numbers, one for each example: nothing is summed over them",
    hint="A cost is one number: what does the sum sign in the formula run over?",
)
def cost_not_summed(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    return ((score(w, b, X) - Y) ** 2 + lambd * np.sum(w**2)) / (2 * m)
