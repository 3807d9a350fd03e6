"""Depth against width, and backpropagation as memoisation: the right answers of lesson 08.

Bits are 0.0 and 1.0, X is (n, m). The local derivatives of a layer are a matrix J (n, n_prev), da_i / da_prev_j in row
i and column j. Sources: Andrew Ng's course notes, for parity; Rumelhart, Hinton and Williams, 1986, for the way back.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from helpers.parity import step


def xor_unit(a: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return 1.0 where exactly one of two bits is 1, entry by entry, from three threshold neurons."""
    either = step(a + b - 0.5)
    both = step(a + b - 1.5)
    return step(either - both - 0.5)


def parity_tree(X: np.ndarray) -> np.ndarray:
    """Return the parity of each column of bits X (n, m), (1, m), n a power of two: log2 n layers of XOR units."""
    while len(X) > 1:
        X = xor_unit(X[0::2], X[1::2])
    return X


def pattern_detectors(P: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return W (k, n) and b (k, 1) of units that fire each for one pattern, a row of P (k, n), and for nothing else.

    W is 1 where the pattern is 1, else -1; b is 1 less the ones of the pattern: W x + b is 1 for the pattern itself,
    and one less for each bit that differs.
    """
    return 2 * P - 1, 1 - P.sum(axis=1, keepdims=True)


def count_units(n: int) -> tuple[int, int]:
    """Return the units that the parity of n bits takes: XOR units in a tree, n - 1, and in one layer, 2**(n - 1)."""
    return n - 1, 2 ** (n - 1)


def backward_step(d: np.ndarray, J: np.ndarray) -> np.ndarray:
    """Return the derivatives of the end by the units of the layer before, (n_prev, 1): over all i, d_i J_ij added up.

    d (n, 1) are those by the units of this layer.
    """
    return J.T @ d


def backward_pass(Js: Sequence[np.ndarray]) -> np.ndarray:
    """Return the derivatives of the last unit by the inputs, (n_0, 1), in one pass from the last layer to the first."""
    d = np.ones((1, 1))
    for J in reversed(Js):
        d = backward_step(d, J)
    return d


def count_multiplications(widths: Sequence[int]) -> tuple[int, int]:
    """Return the multiplications through layers of n_0, ..., n_L units: path by path, and in one backward pass.

    There are n_0 n_1 ... n_L paths with L products each; backwards, each local derivative is used once.
    """
    L = len(widths) - 1
    return L * math.prod(widths), sum(widths[l] * widths[l - 1] for l in range(1, L + 1))
