"""Known mistakes in `gradients`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "gradients",
    says="neither dw nor db is divided by m",
    hint="The loops' version divides at its end: both are means over the examples.",
)
def gradients_without_mean(X, dZ):
    dw = X @ dZ.T
    db = np.sum(dZ)
    return dw, db


@mistake(
    "gradients",
    says="dw lacks the 1/m",
    hint="dw is a mean over the m examples: the sum is there, the division is not.",
)
def gradients_dw_without_mean(X, dZ):
    return X @ dZ.T, np.mean(dZ)


@mistake(
    "gradients",
    says="db lacks the 1/m",
    hint="db is a mean over the m examples: the sum is there, the division is not.",
)
def gradients_db_without_mean(X, dZ):
    return X @ dZ.T / X.shape[1], np.sum(dZ)


@mistake(
    "gradients",
    says="both are divided by the number of features, not by the number of examples",
    hint="X is (n_x, m): of the two numbers in its shape, the second is m.",
)
def gradients_over_features(X, dZ):
    m = X.shape[0]
    return X @ dZ.T / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="both are divided by m twice",
    hint="A mean already has its division: one of `mean` and `/ m` is enough.",
)
def gradients_mean_twice(X, dZ):
    m = X.shape[1]
    return X @ dZ.T / m / m, np.mean(dZ) / m


@mistake(
    "gradients",
    says="dZ is not transposed, and (n_x, m) times (1, m) does not fit",
    hint="Write both shapes side by side: the m has to stand inside.",
)
def gradients_without_transpose(X, dZ):
    m = X.shape[1]
    return np.dot(X, dZ) / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="dw is a row, (1, n_x)",
    hint="dw has the shape of w, a column: which factor comes first?",
)
def gradients_dw_row(X, dZ):
    m = X.shape[1]
    return dZ @ X.T / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="dw has one axis only, (n_x,)",
    hint="dw has the shape of w, (n_x, 1): a sum along an axis drops it, unless it is told to keep it.",
)
def gradients_dw_flat(X, dZ):
    return np.mean(X * dZ, axis=1), np.mean(dZ)


@mistake(
    "gradients",
    says="the products for dw are not summed over the examples",
    hint="`*` multiplies entry by entry; the sum over the columns is still to come, or `@` does both.",
)
def gradients_dw_not_summed(X, dZ):
    m = X.shape[1]
    return X * dZ / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="dw does not use X: it is the mean of dZ for every feature",
    hint="Each example's error counts as much as the feature is large: in the loop it was multiplied with x.",
)
def gradients_dw_without_x(X, dZ):
    db = np.mean(dZ)
    return np.full((len(X), 1), db), db


@mistake(
    "gradients",
    says="db is not summed: it has an entry for each example",
    hint="There is one b, so there is one db: the errors are added up.",
)
def gradients_db_not_summed(X, dZ):
    m = X.shape[1]
    return X @ dZ.T / m, dZ / m


@mistake(
    "gradients",
    says="both signs are turned round",
    hint="The minus of gradient descent belongs to the step, not to the gradient.",
)
def gradients_negated(X, dZ):
    m = X.shape[1]
    return -X @ dZ.T / m, -np.sum(dZ) / m


@mistake(
    "gradients",
    says="dw and db come back in the wrong order",
    hint="Compare the order behind `return` with the docstring.",
)
def gradients_swapped(X, dZ):
    m = X.shape[1]
    return np.sum(dZ) / m, X @ dZ.T / m


@mistake(
    "gradients",
    says="m is written as the number 3",
    hint="It fits one X only: where does X say how many columns it has?",
)
def gradients_typed_m(X, dZ):
    return X @ dZ.T / 3, np.sum(dZ) / 3
