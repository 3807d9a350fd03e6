"""Known mistakes in `parity_tree`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.why_depth.right import xor_unit

mistake = Catalogue()


@mistake(
    "parity_tree",
    says="there is one layer only: the loop is missing, so that n / 2 rows come back",
    hint="Each layer halves the number of rows: how long must it go on?",
)
def parity_of_one_layer(X):
    return xor_unit(X[0::2], X[1::2])


@mistake(
    "parity_tree",
    says="the loop ends one layer too early, at two rows",
    hint="A single row has to be left: look at the condition of the loop.",
)
def parity_early_end(X):
    while len(X) > 2:
        X = xor_unit(X[0::2], X[1::2])
    return X


@mistake(
    "parity_tree",
    says="the number of layers is written as 2",
    hint="It depends on n, which is the number of rows of X.",
)
def parity_of_two_layers(X):
    for _ in range(2):
        X = xor_unit(X[0::2], X[1::2])
    return X


@mistake(
    "parity_tree",
    says="the rows of each layer are paired with themselves, so that all answers are 0",
    hint="The two slices must take different rows: where does each of them begin?",
)
def parity_of_the_same_rows(X):
    while len(X) > 1:
        X = xor_unit(X[0::2], X[0::2])
    return X


@mistake(
    "parity_tree",
    says="the answer is turned: 1 where the number of ones is even",
    hint="For no ones at all the parity is 0.",
)
def parity_even(X):
    while len(X) > 1:
        X = xor_unit(X[0::2], X[1::2])
    return 1 - X


@mistake(
    "parity_tree",
    says="this is the number of ones, not whether it is odd",
    hint="The answer is a bit, 0 or 1, for each column.",
)
def parity_counts(X):
    return X.sum(axis=0, keepdims=True)


@mistake(
    "parity_tree",
    says="this tells whether there is any 1, not whether the number of ones is odd",
    hint="Two ones make the parity 0 again: which of your units sees that?",
)
def parity_any(X):
    return X.max(axis=0, keepdims=True)


@mistake(
    "parity_tree",
    says="only the first two rows are looked at",
    hint="Every bit counts: a layer pairs all rows, two by two.",
)
def parity_of_first_two(X):
    return xor_unit(X[0:1], X[1:2])


@mistake(
    "parity_tree",
    says="examples are paired, not bits: the slices take columns",
    hint="An input is a column; its bits stand in the rows. Which of the two indices is the row?",
)
def parity_of_columns(X):
    while X.shape[1] > 1:
        X = xor_unit(X[:, 0::2], X[:, 1::2])
    return X


@mistake(
    "parity_tree",
    says="the answer is a flat array of shape (m,), not a row (1, m)",
    hint="A layer of one unit still answers with a matrix, one row high.",
)
def parity_flat(X):
    while len(X) > 1:
        X = xor_unit(X[0::2], X[1::2])
    return X[0]


@mistake(
    "parity_tree",
    says="the answer is right, but your function writes into the array X that it was given",
    hint="Assigning to rows of X changes the caller's array: give each layer's answers a name of their own.",
)
def parity_changes_x(X):
    n = len(X)
    while n > 1:
        X[: n // 2] = xor_unit(X[0:n:2], X[1:n:2])
        n = n // 2
    return X[:1].copy()
