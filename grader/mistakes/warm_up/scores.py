"""Known mistakes in `scores`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "scores",
    says="w is not transposed, and (n_x, 1) times (n_x, m) does not fit",
    hint="Write both shapes side by side: the inner sizes must be equal. Which way must w stand?",
)
def scores_without_transpose(w, b, X):
    return w @ X + b


@mistake(
    "scores",
    says="the bias b is left out",
    hint="Each score has b added to it.",
)
def scores_without_bias(w, b, X):
    return w.T @ X


@mistake(
    "scores",
    says="b is subtracted",
    hint="Compare the sign of b with the formula.",
)
def scores_less_bias(w, b, X):
    return w.T @ X - b


@mistake(
    "scores",
    says="b is added to every feature, before the product",
    hint="b is added once to each score: where does the product end?",
)
def scores_bias_inside(w, b, X):
    return w.T @ (X + b)


@mistake(
    "scores",
    says="the answer is a column, (m, 1)",
    hint="An example in each column makes a score in each column: the answer is a row.",
)
def scores_column(w, b, X):
    return X.T @ w + b


@mistake(
    "scores",
    says="the answer has one axis only, (m,)",
    hint="Z is a row, (1, m): a matrix product of two matrices keeps both axes.",
)
def scores_flat(w, b, X):
    return np.sum(w * X, axis=0) + b


@mistake(
    "scores",
    says="the products are not summed over the features: the answer is (n_x, m)",
    hint="`*` multiplies entry by entry; the sum over the features is still to come, or `@` does both.",
)
def scores_not_summed(w, b, X):
    return w * X + b


@mistake(
    "scores",
    says="everything is summed to one number, over the examples, too",
    hint="Each example has a score of its own: which axis holds the features?",
)
def scores_one_number(w, b, X):
    return np.sum(w * X) + b


@mistake(
    "scores",
    says="b is multiplied, not added",
    hint="A bias moves the score up or down.",
)
def scores_times_bias(w, b, X):
    return w.T @ X * b


@mistake(
    "scores",
    says="the sums run over the examples: X is transposed where it should not be",
    hint="w has an entry for each feature, and so has a column of X: it stands as it is.",
)
def scores_of_rows(w, b, X):
    return w.T @ X.T + b


@mistake(
    "scores",
    says="only the first example has a score, as `return` stands inside the loop",
    hint="Python leaves a function at the first `return`; and no loop is needed.",
)
def scores_returns_early(w, b, X):
    Z = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        Z[0, i] = np.sum(w[:, 0] * X[:, i]) + b
        return Z


@mistake(
    "scores",
    says="the sigmoid is applied already: the answers lie between 0 and 1",
    hint="Only the score is asked for; it may be any number.",
)
def scores_squashed(w, b, X):
    return 1 / (1 + np.exp(-(w.T @ X + b)))
