"""Right answers to `one_hot` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described

style = Gallery()


@style("one_hot")
def one_hot_by_eye(labels, C):
    return np.eye(C)[labels[0]].T


style("one_hot", "one_hot_described")(described(one_hot_by_eye))
style("one_hot", "one_hot_as_a_lambda")(lambda labels, C: np.eye(C)[:, labels.ravel()])


@style("one_hot")
def one_hot_by_columns_of_eye(labels, C):
    return np.identity(C)[:, labels[0]]


@style("one_hot")
def one_hot_by_loop(labels, C):
    m = labels.shape[1]
    Y = np.zeros((C, m))
    for i in range(m):
        Y[labels[0, i], i] = 1
    return Y


@style("one_hot")
def one_hot_by_two_loops(labels, C):
    Y = np.zeros((C, labels.shape[1]))
    for k in range(C):
        for i in range(labels.shape[1]):
            if labels[0][i] == k:
                Y[k][i] = 1.0
    return Y


@style("one_hot")
def one_hot_by_places(labels, C):
    m = labels.size
    Y = np.zeros((C, m), dtype=int)
    Y[labels, np.arange(m)] = 1
    return Y


@style("one_hot")
def one_hot_in_booleans(labels, C):
    return np.arange(C).reshape(C, 1) == labels


@style("one_hot")
def one_hot_by_where(labels, C):
    return np.where(labels == np.arange(C)[:, None], 1.0, 0.0)


@style("one_hot")
def one_hot_by_rows(labels, C):
    return np.vstack([labels == k for k in range(C)]).astype(np.float32)


@style("one_hot")
def one_hot_by_comprehension(labels, C):
    return np.array([[1 if label == k else 0 for label in labels[0]] for k in range(C)])


@style("one_hot")
def one_hot_by_put(labels, C):
    Y = np.zeros((C, labels.shape[1]))
    np.put_along_axis(Y, labels, 1.0, axis=0)
    return Y


@style("one_hot")
def one_hot_squeezed(labels, C):
    labels = np.atleast_1d(np.squeeze(labels))
    print("labels", labels, file=sys.stderr)
    return np.eye(C)[labels].T


@style("one_hot")
def one_hot_by_equal(labels, C):
    return np.equal.outer(np.arange(C), labels.flatten()).astype("uint8")


@style("one_hot")
def one_hot_by_take(labels, C):
    return np.take(np.eye(C, dtype=np.float32), labels[0].tolist(), axis=1)


@style("one_hot")
def one_hot_turned_back(labels, C):
    Y = np.eye(C)[labels.reshape(-1)]
    assert Y.shape == (labels.shape[1], C)
    return np.transpose(Y)
