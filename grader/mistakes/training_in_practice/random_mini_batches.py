"""Known mistakes in `random_mini_batches`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.training_in_practice.right import batches_of

mistake = Catalogue()


@mistake(
    "random_mini_batches",
    says="nothing is shuffled: the permutation is not used",
    hint="The permutation says which column comes first, second and so on: use it between the square brackets.",
)
def batches_in_order(X, Y, permutation, mini_batch_size):
    return batches_of(X, Y, np.arange(X.shape[1]), mini_batch_size)


@mistake(
    "random_mini_batches",
    says="only X is shuffled, so that examples lose their labels",
    hint="A label belongs to its example: both need the same order.",
)
def batches_x_alone(X, Y, permutation, mini_batch_size):
    return batches_of(X[:, permutation], Y, np.arange(X.shape[1]), mini_batch_size)


@mistake(
    "random_mini_batches",
    says="only Y is shuffled, so that examples lose their labels",
    hint="A label belongs to its example: both need the same order.",
)
def batches_y_alone(X, Y, permutation, mini_batch_size):
    return batches_of(X, Y[:, permutation], np.arange(X.shape[1]), mini_batch_size)


@mistake(
    "random_mini_batches",
    says="a new permutation is drawn in place of the one that is given",
    hint="The order is an argument, so that a training can be repeated: nothing needs to be drawn here.",
)
def batches_drawn_anew(X, Y, permutation, mini_batch_size):
    return batches_of(X, Y, np.random.permutation(X.shape[1]), mini_batch_size)


@mistake(
    "random_mini_batches",
    says="the permutation is used the wrong way round: it says where a column goes, and not which one comes",
    hint="Column 0 of the new order is column permutation[0] of the old one.",
)
def batches_inverse(X, Y, permutation, mini_batch_size):
    return batches_of(X, Y, np.argsort(permutation), mini_batch_size)


@mistake(
    "random_mini_batches",
    says="the last batch is missing where it is smaller than the others",
    hint="The examples that are left over make a batch, too; else some are never learned from.",
)
def batches_last_dropped(X, Y, permutation, mini_batch_size):
    whole = len(permutation) // mini_batch_size * mini_batch_size
    return batches_of(X, Y, permutation[:whole], mini_batch_size)


@mistake(
    "random_mini_batches",
    says="the last batch is filled up with examples that were in another one already",
    hint="Each example comes once in an epoch: the last batch may be smaller.",
)
def batches_last_filled(X, Y, permutation, mini_batch_size):
    batches = batches_of(X, Y, permutation, mini_batch_size)
    last = permutation[-mini_batch_size:]
    batches[-1] = (X[:, last], Y[:, last])
    return batches


@mistake(
    "random_mini_batches",
    says="where the size divides m, an empty batch stands at the end",
    hint="The last batch must begin before m: look at the end of your range.",
)
def batches_empty_last(X, Y, permutation, mini_batch_size):
    m = X.shape[1]
    batches = []
    for k in range(m // mini_batch_size + 1):
        part = permutation[k * mini_batch_size : (k + 1) * mini_batch_size]
        batches.append((X[:, part], Y[:, part]))
    return batches


@mistake(
    "random_mini_batches",
    says="mini_batch_size is taken for the number of batches",
    hint="It says how many examples are in one batch; how many batches that makes follows from m.",
)
def batches_number_for_size(X, Y, permutation, mini_batch_size):
    return [(X[:, part], Y[:, part]) for part in np.array_split(permutation, mini_batch_size)]


@mistake(
    "random_mini_batches",
    says="the examples are shared out evenly, where full batches and a smaller last one are wanted",
    hint="All batches but the last have mini_batch_size examples.",
)
def batches_shared_evenly(X, Y, permutation, mini_batch_size):
    number = -(-len(permutation) // mini_batch_size)
    return [(X[:, part], Y[:, part]) for part in np.array_split(permutation, number)]


@mistake(
    "random_mini_batches",
    says="the last example of each batch is missing",
    hint="A slice ends before its second number already: nothing has to be taken away from it.",
)
def batches_one_short(X, Y, permutation, mini_batch_size):
    batches = []
    for k in range(0, X.shape[1], mini_batch_size):
        part = permutation[k : k + mini_batch_size - 1]
        batches.append((X[:, part], Y[:, part]))
    return batches


@mistake(
    "random_mini_batches",
    says="a batch begins at every example, so that the batches overlap",
    hint="The next batch begins where the last one ended: `range` takes a step.",
)
def batches_overlapping(X, Y, permutation, mini_batch_size):
    batches = []
    for k in range(X.shape[1]):
        part = permutation[k : k + mini_batch_size]
        batches.append((X[:, part], Y[:, part]))
    return batches


@mistake(
    "random_mini_batches",
    says="the examples are counted by the rows of X, which are the features",
    hint="X is (n_x, m): of the two numbers in its shape, m is the second.",
)
def batches_counted_by_rows(X, Y, permutation, mini_batch_size):
    batches = []
    for k in range(0, X.shape[0], mini_batch_size):
        part = permutation[k : k + mini_batch_size]
        batches.append((X[:, part], Y[:, part]))
    return batches


@mistake(
    "random_mini_batches",
    says="in each pair Y stands before X",
    hint="The order of a pair is that of the arguments: examples, then labels.",
)
def batches_labels_first(X, Y, permutation, mini_batch_size):
    return [(Y_t, X_t) for X_t, Y_t in batches_of(X, Y, permutation, mini_batch_size)]


@mistake(
    "random_mini_batches",
    says="two lists come back, one of X and one of Y, where one list of pairs is wanted",
    hint="Put each X_t and its Y_t into one tuple, and append that.",
)
def batches_two_lists(X, Y, permutation, mini_batch_size):
    batches = batches_of(X, Y, permutation, mini_batch_size)
    return [X_t for X_t, Y_t in batches], [Y_t for X_t, Y_t in batches]


@mistake(
    "random_mini_batches",
    says="X and Y themselves are shuffled, in place",
    hint="`X[:, :] = ...` writes into the caller's array; under a new name it does not.",
)
def batches_in_place(X, Y, permutation, mini_batch_size):
    X[:, :] = X[:, permutation]
    Y[:, :] = Y[:, permutation]
    return batches_of(X, Y, np.arange(X.shape[1]), mini_batch_size)
