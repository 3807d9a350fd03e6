"""What a student has right already: the wrong versions call these, so that each shows its one mistake."""

from __future__ import annotations

import numpy as np


def softmax(Z):
    e = np.exp(Z - Z.max(axis=0))
    return e / e.sum(axis=0)


def cost_of(A, Y):
    return -np.sum(Y * np.log(A)) / Y.shape[1]


def batches_of(X, Y, order, size):
    batches = []
    for k in range(0, len(order), size):
        batches.append((X[:, order[k : k + size]], Y[:, order[k : k + size]]))
    return batches
