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
def cost_negative(A2, Y):
    m = Y.shape[1]
    return np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the minus stands before Y log A2 only",
    hint="Both terms of the cost are positive in the end: put the sum of the two in brackets behind the minus.",
)
def cost_half_negative(A2, Y):
    m = Y.shape[1]
    return np.sum(-Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the minus stands before the second term only",
    hint="Both terms of the cost are positive in the end: which of them has lost its minus?",
)
def cost_other_half_negative(A2, Y):
    m = Y.shape[1]
    return np.sum(Y * np.log(A2) - (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the term of the examples with label 0 is missing",
    hint="With Y = 0 your cost vanishes whatever A2 is: which half of the formula is left out?",
)
def cost_of_ones(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A2)) / m


@mistake(
    "compute_cost",
    says="the term of the examples with label 1 is missing",
    hint="With Y = 1 your cost vanishes whatever A2 is: which half of the formula is left out?",
)
def cost_of_zeros(A2, Y):
    m = Y.shape[1]
    return -np.sum((1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the logarithms are of the wrong class: Y stands with log(1 - A2)",
    hint="An example with label 1 and A2 near 1 should cost little: try it in your formula.",
)
def cost_swapped(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(1 - A2) + (1 - Y) * np.log(A2)) / m


@mistake(
    "compute_cost",
    says="A2 and Y have changed places in the first term",
    hint="A label is 0 or 1, and has no finite logarithm: which of the two is the logarithm taken of?",
)
def cost_log_of_labels(A2, Y):
    m = Y.shape[1]
    return -np.sum(A2 * np.log(np.maximum(Y, 1e-8)) + (1 - A2) * np.log(np.maximum(1 - Y, 1e-8))) / m


@mistake(
    "compute_cost",
    says="1 - Y lacks its brackets",
    hint="Without brackets the product comes before the difference: which two factors does the second term have?",
)
def cost_without_brackets(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A2) + 1 - Y * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the cost is not divided by m, the number of examples",
    hint="J is a mean over the examples, which are the columns: what is the sum divided by?",
)
def cost_without_mean(A2, Y):
    m = Y.shape[0]
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the cost is divided by m twice",
    hint="np.mean already divides by the number of examples: look for a second division.",
)
def cost_mean_twice(A2, Y):
    m = Y.shape[1]
    return -np.mean(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the cost is divided by 2 m, as a squared error would be",
    hint="The formula above the cell begins with 1/m alone.",
)
def cost_over_two_m(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / (2 * m)


@mistake(
    "compute_cost",
    says="m is 400, the size of one data set: a global variable or a typed number",
    hint="A function should know its data from its arguments alone: take m from the shape of Y.",
)
def cost_of_four_hundred(A2, Y):
    m = 400
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="m is written as the number 3",
    hint="The next set of examples has another size: take m from the shape of Y.",
)
def cost_of_three(A2, Y):
    m = 3
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the logarithm is log10",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def cost_log10(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log10(A2) + (1 - Y) * np.log10(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the logarithm is log2",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def cost_log2(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log2(A2) + (1 - Y) * np.log2(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the logarithm is taken of a mean, and not the mean of the logarithms",
    hint="Each example has its own loss, with its own logarithm: the mean comes last.",
)
def cost_log_of_mean(A2, Y):
    return -np.log(np.mean(Y * A2 + (1 - Y) * (1 - A2)))


@mistake(
    "compute_cost",
    says="the cost is the squared error",
    hint="The formula above the cell is the cross-entropy, which is made of logarithms.",
)
def cost_squared(A2, Y):
    return np.mean((A2 - Y) ** 2)


@mistake(
    "compute_cost",
    says="the cost is the distance from the labels, without logarithms",
    hint="The formula above the cell is the cross-entropy, which is made of logarithms.",
)
def cost_absolute(A2, Y):
    return np.mean(np.abs(A2 - Y))


@mistake(
    "compute_cost",
    says="the cost sums an outer product: every label meets every probability",
    hint="A label belongs with the probability of the same example: print the shape of the product before the sum.",
)
def cost_outer(A2, Y):
    m = Y.shape[1]
    return -np.sum(np.dot(Y.T, np.log(A2)) + np.dot((1 - Y).T, np.log(1 - A2))) / m


@mistake(
    "compute_cost",
    says="the cost is not summed: there is a loss for each example",
    hint="J is one number for all examples: what does the big sigma of the formula ask for?",
)
def cost_not_summed(A2, Y):
    m = Y.shape[1]
    return -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / m


@mistake(
    "compute_cost",
    says="the sum runs over the rows, and leaves a loss for each example",
    hint="The examples stand side by side: which axis are they counted along?",
)
def cost_summed_over_rows(A2, Y):
    m = Y.shape[1]
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2), axis=0) / m
