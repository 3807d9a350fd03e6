"""What a student is given, or has right already, and calls in later exercises."""

from __future__ import annotations

import functools

import numpy as np


def step(Z):
    return (Z > 0).astype(float)


def xor_unit(a, b):
    either = step(a + b - 0.5)
    both = step(a + b - 1.5)
    return step(either - both - 0.5)


def parity_tree(X):
    while X.shape[0] > 1:
        X = xor_unit(X[::2], X[1::2])
    return X


def pattern_detectors(P):
    W = 2 * P - 1
    b = 1 - np.sum(P, axis=1, keepdims=True)
    return W, b


def count_units(n):
    tree = n - 1
    wide = 2 ** (n - 1)
    return tree, wide


def backward_step(d, J):
    return np.dot(J.T, d)


def backward_pass(Js):
    d = np.ones((1, 1))
    for J in Js[::-1]:
        d = backward_step(d, J)
    return d


def count_multiplications(widths):
    L = len(widths) - 1
    by_paths = L
    for n in widths:
        by_paths = by_paths * n
    backward = 0
    for l in range(1, L + 1):
        backward += widths[l] * widths[l - 1]
    return by_paths, backward


def described(answer):
    @functools.wraps(answer)
    def inner(*arguments, **settings):
        print("called", answer.__name__)
        return answer(*arguments, **settings)

    return inner
