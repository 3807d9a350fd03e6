"""Known mistakes in `as_column`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "as_column",
    says="the answer still has one axis, (n,): `.T` swaps two axes, and v has only one",
    hint="A second axis has to be made: which function takes new sizes?",
)
def as_column_transposed(v):
    column = v.T
    return column


@mistake(
    "as_column",
    says="the answer is a row, (1, n)",
    hint="The rows are counted first: how many rows has a column, and how many numbers in each?",
)
def as_column_row(v):
    column = v.reshape(1, -1)
    return column


@mistake(
    "as_column",
    says="the length is written as a number, 4",
    hint="It fits one array only: let NumPy find the length, or ask v for it.",
)
def as_column_typed_length(v):
    column = v.reshape(4, 1)
    return column


@mistake(
    "as_column",
    says="the caller's own v is reshaped, too",
    hint="Setting `v.shape` changes the array itself, wherever else it is used: ask for a reshaped one in its place.",
)
def as_column_in_place(v):
    v.shape = (len(v), 1)
    return v


@mistake(
    "as_column",
    says="the answer is an (n, n) array: multiplying v with a column repeated it in every row",
    hint="No arithmetic is needed; only the shape changes, not one number.",
)
def as_column_times_ones(v):
    column = v * np.ones((len(v), 1))
    return column


@mistake(
    "as_column",
    says="the numbers stand in lists, not in a NumPy array",
    hint="Lists of lists look like an array, but cannot compute: ask the array itself for another shape.",
)
def as_column_lists(v):
    column = [[float(number)] for number in v]
    return column


@mistake(
    "as_column",
    says="only the first number is left",
    hint="An index picks entries: where none is to be lost, all of them are asked for with a colon.",
)
def as_column_first_entry(v):
    column = v[:1].reshape(1, 1)
    return column


@mistake(
    "as_column",
    says="the answer has three axes, (1, n, 1)",
    hint="One new axis is enough, and it stands behind the old one.",
)
def as_column_three_axes(v):
    column = v[np.newaxis, :, np.newaxis]
    return column


@mistake(
    "as_column",
    says="the answer is filled with zeros: a column was made, but v is not in it",
    hint="An array of the right shape is a beginning: where do the numbers of v go into it?",
)
def as_column_zeros(v):
    column = np.zeros((len(v), 1))
    return column
