"""Right answers to `random_mini_batches` in other styles."""

from __future__ import annotations

import math
import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described

style = Gallery()


@style("random_mini_batches")
def batches_of_the_course(X, Y, permutation, mini_batch_size):
    m = X.shape[1]
    shuffled_X = X[:, permutation]
    shuffled_Y = Y[:, permutation].reshape((Y.shape[0], m))
    mini_batches = []
    complete = math.floor(m / mini_batch_size)
    for k in range(complete):
        mini_batch_X = shuffled_X[:, k * mini_batch_size : (k + 1) * mini_batch_size]
        mini_batch_Y = shuffled_Y[:, k * mini_batch_size : (k + 1) * mini_batch_size]
        mini_batches.append((mini_batch_X, mini_batch_Y))
    if m % mini_batch_size != 0:
        mini_batch_X = shuffled_X[:, complete * mini_batch_size :]
        mini_batch_Y = shuffled_Y[:, complete * mini_batch_size :]
        mini_batches.append((mini_batch_X, mini_batch_Y))
    return mini_batches


style("random_mini_batches", "batches_described")(described(batches_of_the_course))
style("random_mini_batches", "batches_as_a_lambda")(
    lambda X, Y, p, size: [(X[:, p[k : k + size]], Y[:, p[k : k + size]]) for k in range(0, len(p), size)]
)


@style("random_mini_batches")
def batches_in_a_loop(X, Y, permutation, mini_batch_size):
    batches = []
    for start in range(0, X.shape[1], mini_batch_size):
        part = permutation[start : start + mini_batch_size]
        batches.append((X[:, part], Y[:, part]))
    return batches


@style("random_mini_batches")
def batches_as_lists(X, Y, permutation, mini_batch_size):
    X, Y, batches = X[:, permutation], Y[:, permutation], []
    for k in range(0, X.shape[1], mini_batch_size):
        batches += [[X[:, k : k + mini_batch_size], Y[:, k : k + mini_batch_size]]]
    return batches


@style("random_mini_batches")
def batches_as_a_tuple(X, Y, permutation, mini_batch_size):
    m = len(permutation)
    number = math.ceil(m / mini_batch_size)
    parts = [permutation[k * mini_batch_size : min(m, (k + 1) * mini_batch_size)] for k in range(number)]
    return tuple((X[:, part], Y[:, part]) for part in parts)


@style("random_mini_batches")
def batches_by_while(X, Y, permutation, mini_batch_size):
    left, batches = list(permutation), []
    while left:
        part, left = left[:mini_batch_size], left[mini_batch_size:]
        batches.append((X[:, part], Y[:, part]))
    return batches


@style("random_mini_batches")
def batches_by_split(X, Y, permutation, mini_batch_size):
    cuts = np.arange(mini_batch_size, X.shape[1], mini_batch_size)
    return list(zip(np.split(X[:, permutation], cuts, axis=1), np.split(Y[:, permutation], cuts, axis=1)))


@style("random_mini_batches")
def batches_by_take(X, Y, permutation, mini_batch_size):
    parts = np.array_split(permutation, range(mini_batch_size, permutation.size, mini_batch_size))
    return [(np.take(X, part, axis=1), np.take(Y, part, axis=1)) for part in parts]


@style("random_mini_batches")
def batches_stacked(X, Y, permutation, mini_batch_size):
    together = np.vstack([X, Y])[:, permutation]
    n_x = X.shape[0]
    batches = []
    for start in range(0, together.shape[1], mini_batch_size):
        part = together[:, start : start + mini_batch_size]
        batches.append((part[:n_x], part[n_x:]))
    return batches


@style("random_mini_batches")
def batches_by_examples(X, Y, permutation, mini_batch_size):
    batches, xs, ys = [], [], []
    for i in permutation:
        xs.append(X[:, i : i + 1])
        ys.append(Y[:, i : i + 1])
        if len(xs) == mini_batch_size:
            batches.append((np.hstack(xs), np.hstack(ys)))
            xs, ys = [], []
    if xs:
        batches.append((np.hstack(xs), np.hstack(ys)))
    return batches


@style("random_mini_batches")
def batches_by_generator(X, Y, permutation, mini_batch_size):
    def cut():
        for start in range(0, permutation.shape[0], mini_batch_size):
            part = slice(start, start + mini_batch_size)
            yield X[:, permutation][:, part], Y[:, permutation][:, part]

    return list(cut())


@style("random_mini_batches")
def batches_in_single_precision(X, Y, permutation, mini_batch_size):
    X, Y = X.astype(np.float32), Y.astype(np.float32)
    return batches_of_the_course(X, Y, permutation, mini_batch_size)


@style("random_mini_batches")
def batches_that_print(X, Y, permutation, mini_batch_size):
    m = Y.shape[1]
    assert sorted(permutation) == list(range(m))
    print("batches:", -(-m // mini_batch_size), file=sys.stderr)
    order = permutation.copy()
    return [(X[:, order][:, k : k + mini_batch_size], Y[:, order[k : k + mini_batch_size]]) for k in
            range(0, m, mini_batch_size)]  # fmt: skip


@style("random_mini_batches")
def batches_turned(X, Y, permutation, mini_batch_size):
    rows_X, rows_Y = X.T[permutation], Y.T[permutation]
    batches = []
    for k in range(0, len(rows_X), mini_batch_size):
        batches.append((rows_X[k : k + mini_batch_size].T, rows_Y[k : k + mini_batch_size].T))
    return batches
