"""Known mistakes in `dot`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "dot",
    says="the products are not summed: the answer is a column",
    hint="`*` multiplies entry by entry; one number is left only after they are added up.",
)
def dot_not_summed(w, x):
    return w * x


@mistake(
    "dot",
    says="the product is taken the wrong way round: a column times a row is an (n, n) matrix",
    hint="A row times a column is one number: which of the two factors is turned?",
)
def dot_outer(w, x):
    return w @ x.T


@mistake(
    "dot",
    says="two columns, (n, 1) and (n, 1), do not fit in a matrix product",
    hint="The inner sizes must be equal: turn the first column into a row.",
)
def dot_without_transpose(w, x):
    return np.dot(w, x)


@mistake(
    "dot",
    says="the second argument of np.sum is an axis, and x was handed over as one",
    hint="np.sum adds up the entries of one array: hand it the products.",
)
def dot_sum_of_two(w, x):
    return np.sum(w, x)


@mistake(
    "dot",
    says="the two arrays are summed each by itself, and the sums multiplied",
    hint="Multiply first, entry by entry, then add.",
)
def dot_of_sums(w, x):
    return np.sum(w) * np.sum(x)


@mistake(
    "dot",
    says="the entries are added, not multiplied",
    hint="Each term of the formula is a product of one entry of w and one of x.",
)
def dot_added(w, x):
    return np.sum(w + x)


@mistake(
    "dot",
    says="the mean of the products is taken, not their sum",
    hint="The formula has no 1/n.",
)
def dot_mean(w, x):
    return np.mean(w * x)


@mistake(
    "dot",
    says="x is not used: the squares of w are added up",
    hint="Look at both factors of your product: each name of the first line belongs in it.",
)
def dot_of_w_alone(w, x):
    return np.sum(w * w)


@mistake(
    "dot",
    says="all products are multiplied with one another: `prod` in the place of `sum`",
    hint="The terms stand with a plus between them.",
)
def dot_product_of_products(w, x):
    return np.prod(w * x)


@mistake(
    "dot",
    says="only the first three entries count",
    hint="A length that is written as a number fits one array only: ask w for its length.",
)
def dot_typed_length(w, x):
    return np.sum(w[:3] * x[:3])


@mistake(
    "dot",
    says="the loop ends after its first round, as `return` stands inside it",
    hint="Python leaves a function at the first `return`: compare its indentation with that of `for`.",
)
def dot_returns_early(w, x):
    z = 0
    for j in range(len(w)):
        z += w[j, 0] * x[j, 0]
        return z


@mistake(
    "dot",
    says="the loop begins at 1, so that the first product is missing",
    hint="With which number does Python's counting begin?",
)
def dot_from_one(w, x):
    z = 0
    for j in range(1, len(w)):
        z += w[j, 0] * x[j, 0]
    return z


@mistake(
    "dot",
    says="only the last product is left, as each round of the loop overwrites the sum",
    hint="A sum grows: which operator adds to what is there?",
)
def dot_overwritten(w, x):
    for j in range(len(w)):
        z = w[j, 0] * x[j, 0]
    return z
