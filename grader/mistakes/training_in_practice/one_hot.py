"""Known mistakes in `one_hot`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "one_hot",
    says="it is turned: a row for each example, (m, C)",
    hint="One example, one column: the classes are the rows.",
)
def one_hot_turned(labels, C):
    return np.eye(C)[labels[0]]


@mistake(
    "one_hot",
    says="it is reshaped to (C, m) where it should be turned, which mixes the examples",
    hint="Every column should hold a single 1: reshape keeps the order of reading, a transpose turns.",
)
def one_hot_reshaped(labels, C):
    return np.eye(C)[labels[0]].reshape(C, labels.shape[1])


@mistake(
    "one_hot",
    says="there is an axis too many in front: (1, m, C)",
    hint="labels is a row, (1, m), and each of its entries became a row of its own: take the row out first, then turn.",
)
def one_hot_three_axes(labels, C):
    return np.eye(C)[labels]


@mistake(
    "one_hot",
    says="there is an axis too many behind: (C, m, 1)",
    hint="labels is a row, (1, m): take its one row out before it picks from the identity matrix.",
)
def one_hot_three_axes_turned(labels, C):
    return np.eye(C)[labels].T


@mistake(
    "one_hot",
    says="the number of classes is taken from the labels, and not from C",
    hint="The last class may have no example in these labels, and still has a row.",
)
def one_hot_classes_from_labels(labels, C):
    return np.eye(labels.max() + 1)[labels[0]].T


@mistake(
    "one_hot",
    says="the number of classes is written as 10",
    hint="There are ten digits, but the next problem has other classes: take their number from C.",
)
def one_hot_of_ten(labels, C):
    return np.eye(10)[labels[0]].T


@mistake(
    "one_hot",
    says="the classes are counted from 1, so that every 1 stands a row too high",
    hint="The labels begin at 0, and so do NumPy's rows: nothing has to be taken away.",
)
def one_hot_from_one(labels, C):
    return np.eye(C)[labels[0] - 1].T


@mistake(
    "one_hot",
    says="whole rows are 1: every example has every class that occurs",
    hint="Each label says a row for its own column only: the place needs two numbers.",
)
def one_hot_whole_rows(labels, C):
    Y = np.zeros((C, labels.shape[1]))
    Y[labels[0]] = 1
    return Y


@mistake(
    "one_hot",
    says="the label itself stands where a 1 belongs",
    hint="A one-hot column holds zeros and a single 1; the row tells the class, not the number in it.",
)
def one_hot_holds_labels(labels, C):
    return np.eye(C)[labels[0]].T * labels


@mistake(
    "one_hot",
    says="zeros and ones have changed places",
    hint="The right class gets the 1: compare a column with its label.",
)
def one_hot_cold(labels, C):
    return 1 - np.eye(C)[labels[0]].T


@mistake(
    "one_hot",
    says="the other classes hold -1 in place of 0",
    hint="The cost multiplies by Y, so that the other classes must vanish.",
)
def one_hot_minus_ones(labels, C):
    return 2 * np.eye(C)[labels[0]].T - 1


@mistake(
    "one_hot",
    says="only the last example has its 1",
    hint="Is the array of zeros made anew for each example, inside the loop?",
)
def one_hot_last_only(labels, C):
    for i in range(labels.shape[1]):
        Y = np.zeros((C, labels.shape[1]))
        Y[labels[0, i], i] = 1
    return Y
