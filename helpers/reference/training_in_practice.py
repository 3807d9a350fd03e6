"""Training in practice: the right answers of lesson 07.

Examples stand in columns: X (n_x, m), scores Z (C, m) and one-hot labels Y (C, m) for C classes; labels are whole
numbers from 0 to C - 1, (1, m). A penalty is what the weights cost: lambda times the sum of their squares (L2) or of
their sizes (L1), with no 1/m and no 1/2. No argument is written into.
"""

from __future__ import annotations

import numpy as np

Pair = tuple[np.ndarray, np.ndarray]


def softmax(Z: np.ndarray) -> np.ndarray:
    """Return A (C, m), e^(z - max z) / sum e^(z - max z) in each column of Z (C, m).

    The largest score of a column becomes 0 before the exponential, so that nothing overflows; the quotient stays.
    """
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # (C, m)
    return e / np.sum(e, axis=0, keepdims=True)


def one_hot(labels: np.ndarray, C: int) -> np.ndarray:
    """Return Y (C, m): 1.0 in row k of column i where labels (1, m) has k in column i, else 0.0."""
    return (np.arange(C)[:, np.newaxis] == labels).astype(float)


def cross_entropy(Z: np.ndarray, Y: np.ndarray) -> tuple[float, np.ndarray]:
    """Return the cost -1/m sum(Y log A), A = softmax(Z) (C, m), and dZ = A - Y (C, m), for one-hot Y (C, m).

    The logarithm is taken before the quotient: log a = z - log sum e^z, which needs no log(0).
    """
    log_sums = np.logaddexp.reduce(Z, axis=0)  # (m,)
    cost = float(np.mean(log_sums - np.sum(Y * Z, axis=0)))
    return cost, softmax(Z) - Y


def random_mini_batches(X: np.ndarray, Y: np.ndarray, permutation: np.ndarray, mini_batch_size: int) -> list[Pair]:
    """Return a list of (X_t, Y_t): the columns of X (n_x, m) and Y (n_y, m) in the order of a permutation (m,) of
    0 to m - 1, cut into pieces of mini_batch_size; the last one holds what is left.
    """
    shuffled_X = X[:, permutation]  # (n_x, m)
    shuffled_Y = Y[:, permutation]  # (n_y, m)
    ends = [(start, start + mini_batch_size) for start in range(0, X.shape[1], mini_batch_size)]
    return [(shuffled_X[:, start:end], shuffled_Y[:, start:end]) for start, end in ends]


def l2_penalty(W: np.ndarray, lambd: float) -> tuple[float, np.ndarray]:
    """Return what weights W of any shape cost, lambda sum(W**2), and its gradient 2 lambda W, of W's shape."""
    return float(lambd * np.sum(W**2)), 2 * lambd * W


def l1_penalty(W: np.ndarray, lambd: float) -> tuple[float, np.ndarray]:
    """Return what weights W of any shape cost, lambda sum(|W|), and its gradient lambda sign(W), of W's shape.

    At 0, where there is no slope, sign(0) = 0 is taken.
    """
    return float(lambd * np.sum(np.abs(W))), lambd * np.sign(W)


def learning_rates(lowest: float, highest: float, n: int) -> np.ndarray:
    """Return n numbers (n,), n >= 2, from lowest to highest, each the same multiple of the one before it."""
    return np.geomspace(lowest, highest, n)


def confusion_matrix(labels: np.ndarray, answers: np.ndarray, C: int) -> np.ndarray:
    """Return counts (C, C): in row k, column j, of how many examples the label is k and the answer is j.

    labels and answers are whole numbers from 0 to C - 1, (1, m).
    """
    counts = np.zeros((C, C), dtype=int)
    np.add.at(counts, (labels, answers), 1)
    return counts
