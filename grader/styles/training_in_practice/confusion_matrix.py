"""Right answers to `confusion_matrix` in other styles."""

from __future__ import annotations

import sys
import warnings
from collections import Counter

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described

style = Gallery()


@style("confusion_matrix")
def confusion_by_loop(labels, answers, C):
    counts = np.zeros((C, C))
    for i in range(labels.shape[1]):
        counts[labels[0, i], answers[0, i]] += 1
    return counts


style("confusion_matrix", "confusion_described")(described(confusion_by_loop))
style("confusion_matrix", "confusion_as_a_lambda")(
    lambda labels, answers, C: np.eye(C)[labels[0]].T @ np.eye(C)[answers[0]]
)


@style("confusion_matrix")
def confusion_by_zip(labels, answers, C):
    counts = np.zeros((C, C), dtype=int)
    for k, j in zip(labels[0], answers[0]):
        counts[k][j] += 1
    return counts


@style("confusion_matrix")
def confusion_by_add_at(labels, answers, C):
    counts = np.zeros((C, C), int)
    np.add.at(counts, (labels[0], answers[0]), 1)
    return counts


@style("confusion_matrix")
def confusion_by_sums(labels, answers, C):
    counts = np.empty((C, C))
    for k in range(C):
        for j in range(C):
            counts[k, j] = np.sum((labels == k) & (answers == j))
    return counts


@style("confusion_matrix")
def confusion_by_comprehension(labels, answers, C):
    return np.array([[int(np.sum((labels == k) * (answers == j))) for j in range(C)] for k in range(C)])


@style("confusion_matrix")
def confusion_by_bincount(labels, answers, C):
    return np.bincount(C * labels[0] + answers[0], minlength=C * C).reshape(C, C)


@style("confusion_matrix")
def confusion_by_rows(labels, answers, C):
    return np.vstack([np.bincount(answers[labels == k], minlength=C) for k in range(C)])


@style("confusion_matrix")
def confusion_by_product(labels, answers, C):
    classes = np.arange(C)[:, np.newaxis]
    return (labels == classes).astype(int) @ (answers == classes).astype(int).T


@style("confusion_matrix")
def confusion_by_einsum(labels, answers, C):
    truth, said = (np.identity(C)[:, row[0]] for row in (labels, answers))
    return np.einsum("ki,ji->kj", truth, said)


@style("confusion_matrix")
def confusion_by_histogram(labels, answers, C):
    edges = np.arange(C + 1) - 0.5
    return np.histogram2d(labels.ravel(), answers.ravel(), bins=(edges, edges))[0]


@style("confusion_matrix")
def confusion_by_counter(labels, answers, C):
    found = Counter(zip(labels.ravel().tolist(), answers.ravel().tolist()))
    return np.array([[found[k, j] for j in range(C)] for k in range(C)], dtype=np.int32)


@style("confusion_matrix")
def confusion_by_unique(labels, answers, C):
    counts = np.zeros((C, C), dtype=np.uint32)
    pairs, times = np.unique(np.vstack([labels, answers]), axis=1, return_counts=True)
    counts[pairs[0], pairs[1]] = times
    return counts


@style("confusion_matrix")
def confusion_in_single_precision(labels, answers, C):
    counts = np.zeros((C, C), dtype=np.float32)
    for label, answer in np.concatenate([labels, answers]).T:
        counts[label, answer] = counts[label, answer] + 1
    return counts


@style("confusion_matrix")
def confusion_that_warns(labels, answers, C):
    warnings.warn("a slow machine", stacklevel=2)
    print(labels, answers, file=sys.stderr)
    counts = [[0] * C for _ in range(C)]
    for k, j in zip(np.squeeze(labels, axis=0), np.squeeze(answers, axis=0)):
        counts[int(k)][int(j)] += 1
    return np.asarray(counts)
