"""Known mistakes in `softmax_derivative`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "softmax_derivative",
    says="these are the slopes of the sigmoid, a column: how a class answers to the other scores is missing",
    hint="Each of the n probabilities depends on each of the n scores: how many slopes are that?",
)
def softmax_slope_column(a):
    return a * (1 - a)


@mistake(
    "softmax_derivative",
    says="off the diagonal stand zeros",
    hint="A higher score for one class takes probability from all others: those slopes are not 0.",
)
def softmax_slope_diagonal(a):
    return np.diag((a * (1 - a)).ravel())


@mistake(
    "softmax_derivative",
    says="off the diagonal the sign is turned: the products are added",
    hint="What one class gains, the others lose: each column of the matrix adds up to 0.",
)
def softmax_slope_plus(a):
    return np.diag(a.ravel()) + a @ a.T


@mistake(
    "softmax_derivative",
    says="the diagonal matrix is missing, only the products are there",
    hint="A higher score raises its own class: the diagonal must be positive.",
)
def softmax_slope_products(a):
    return -a @ a.T


@mistake(
    "softmax_derivative",
    says="the diagonal matrix holds ones, not the probabilities",
    hint="In the formula stands diag(a): the probabilities themselves go on the diagonal.",
)
def softmax_slope_identity(a):
    return np.eye(len(a)) - a @ a.T


@mistake(
    "softmax_derivative",
    says="the product of row and column is a single number, not a matrix",
    hint="To have every pair, the column comes first and the row second: which factor is turned?",
)
def softmax_slope_inner(a):
    return np.diag(a.ravel()) - a.T @ a


@mistake(
    "softmax_derivative",
    says="np.diag was given a column: it takes out its first entry, where a diagonal matrix is wanted",
    hint="np.diag makes a matrix of a flat array, (n,): take the one column out of a first.",
)
def softmax_slope_diag_of_column(a):
    return np.diag(a) - a @ a.T


@mistake(
    "softmax_derivative",
    says="a is subtracted entry by entry, not the product of every pair",
    hint="Off the diagonal stand products of two probabilities: a column times a row makes them all.",
)
def softmax_slope_minus_a(a):
    return np.diag(a.ravel()) - a


@mistake(
    "softmax_derivative",
    says="the squares are subtracted in each row, not the product of every pair",
    hint="a * a squares each entry: which product of a column and a row has every pair?",
)
def softmax_slope_squares(a):
    return np.diag(a.ravel()) - a * a


@mistake(
    "softmax_derivative",
    says="all signs are turned",
    hint="A higher score raises its own class: the diagonal must be positive.",
)
def softmax_slope_negated(a):
    return a @ a.T - np.diag(a.ravel())


@mistake(
    "softmax_derivative",
    says="on the diagonal the product is not subtracted: a stands there, where a(1 - a) belongs",
    hint="The formula subtracts the products everywhere, on the diagonal too: each column adds up to 0.",
)
def softmax_slope_bare_diagonal(a):
    slopes = -a @ a.T
    np.fill_diagonal(slopes, a)
    return slopes


@mistake(
    "softmax_derivative",
    says="the softmax is applied once more: a holds the probabilities already",
    hint="Read what the docstring says of a: nothing is left to exponentiate.",
)
def softmax_slope_twice(a):
    p = np.exp(a) / np.sum(np.exp(a))
    return np.diag(p.ravel()) - p @ p.T


@mistake(
    "softmax_derivative",
    says="the number of classes is written as 3",
    hint="It fits one case only: the number of classes is the number of rows of a.",
)
def softmax_slope_of_three(a):
    slopes = np.zeros((3, 3))
    for i in range(3):
        for j in range(3):
            slopes[i, j] = a[i, 0] * ((i == j) - a[j, 0])
    return slopes
