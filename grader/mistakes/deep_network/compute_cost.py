"""Known mistakes in `compute_cost`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "compute_cost",
    says="the cost is negative: its minus is missing",
    hint="Logarithms of numbers below 1 are negative, and a cost is positive: look in front of the sum.",
)
def cost_negative(AL, Y):
    m = Y.shape[1]
    return np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the minus stands before Y log AL only",
    hint="Both terms of the cost are positive in the end: put the sum of the two in brackets behind the minus.",
)
def cost_half_negative(AL, Y):
    m = Y.shape[1]
    return np.sum(-Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the minus stands before the second term only",
    hint="Both terms of the cost are positive in the end: which of them has lost its minus?",
)
def cost_other_half_negative(AL, Y):
    m = Y.shape[1]
    return np.sum(Y * np.log(AL) - (1 - Y) * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the term of the labels 0 is missing",
    hint="With Y = 0 your cost vanishes whatever AL is: which half of the formula is left out?",
)
def cost_of_ones(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL)) / m


@mistake(
    "compute_cost",
    says="the term of the labels 1 is missing",
    hint="With Y = 1 your cost vanishes whatever AL is: which half of the formula is left out?",
)
def cost_of_zeros(AL, Y):
    m = Y.shape[1]
    return -np.sum((1 - Y) * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the logarithms are of the wrong class: Y stands with log(1 - AL)",
    hint="An example with label 1 and AL near 1 should cost little: try it in your formula.",
)
def cost_swapped(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(1 - AL) + (1 - Y) * np.log(AL)) / m


@mistake(
    "compute_cost",
    says="both logarithms are of AL",
    hint="The second term is for the labels 0, whose probability is what AL leaves: which logarithm does it have?",
)
def cost_log_of_al_twice(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(AL)) / m


@mistake(
    "compute_cost",
    says="1 - Y lacks its brackets",
    hint="Without brackets the product comes before the difference: which two factors does the second term have?",
)
def cost_without_brackets(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL) + 1 - Y * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    says="1 - AL stands outside the logarithm",
    hint="The probability of label 0 is 1 - AL, and its logarithm is taken as a whole: where does the bracket begin?",
)
def cost_one_minus_log(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL) + (1 - Y) * (1 - np.log(AL))) / m


@mistake(
    "compute_cost",
    says="the cost is not divided by m, the number of examples",
    hint="J is a mean over the examples: what is the sum divided by?",
)
def cost_without_mean(AL, Y):
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))


@mistake(
    "compute_cost",
    says="the cost is divided by m twice",
    hint="A mean has already divided by the number of examples: look for a second division.",
)
def cost_over_m_twice(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m / m


@mistake(
    "compute_cost",
    says="the cost is divided by 2 m, as a squared error would be",
    hint="The formula above the cell begins with 1/m alone.",
)
def cost_over_two_m(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / (2 * m)


@mistake(
    "compute_cost",
    says="m is written as the number 3",
    hint="The next set of examples has another size: take m from the shape of Y.",
)
def cost_of_three(AL, Y):
    m = 3
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the logarithm is log10",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def cost_log10(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log10(AL) + (1 - Y) * np.log10(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the logarithm is log2",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def cost_log2(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log2(AL) + (1 - Y) * np.log2(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the cost is the squared error",
    hint="The formula above the cell is the cross-entropy, which is made of logarithms.",
)
def cost_squared(AL, Y):
    m = Y.shape[1]
    return np.sum((AL - Y) ** 2) / m


@mistake(
    "compute_cost",
    says="the cost is the share of wrong answers",
    hint="The formula above the cell is the cross-entropy, which is made of logarithms of the probabilities.",
)
def cost_of_errors(AL, Y):
    return np.mean((AL > 0.5) != Y)


@mistake(
    "compute_cost",
    says="the products meet each label with every example's probability",
    hint="A label belongs with the probability of the same place: print the shape of the product before the sum.",
)
def cost_outer(AL, Y):
    m = Y.shape[1]
    return -np.sum(np.dot(Y.T, np.log(AL)) + np.dot((1 - Y).T, np.log(1 - AL))) / m


@mistake(
    "compute_cost",
    says="the cost is not summed: there is a loss for each example",
    hint="J is one number for all examples: what does the big sigma of the formula ask for?",
)
def cost_not_summed(AL, Y):
    m = Y.shape[1]
    return -(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m


@mistake(
    "compute_cost",
    says="the sum runs over the rows, and leaves a number for each example",
    hint="J is one number for all examples: which axis do you sum over, and which is left?",
)
def cost_summed_over_rows(AL, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL), axis=0) / m


@mistake(
    "compute_cost",
    says="two rows are multiplied as matrices, and their shapes do not fit",
    hint="(1, m) times (1, m) is no matrix product: multiply entry by entry, or turn one of the two.",
)
def cost_of_two_rows(AL, Y):
    m = Y.shape[1]
    return -(np.dot(Y, np.log(AL)) + np.dot(1 - Y, np.log(1 - AL))) / m
