"""What lesson 08 takes as known of bits: a threshold, all inputs of n bits, and the odd ones among them.

Bits are the numbers 0.0 and 1.0; X is (n, m), an input a column, as everywhere in the course.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


def step(Z: Array) -> Array:
    """Return 1.0 where a score is above 0, else 0.0: the activation of lesson 01's perceptron."""
    return np.heaviside(Z, 0.0)


def all_inputs(n: int) -> Array:
    """Return every input of n bits as a column, (n, 2**n), in the order in which one counts."""
    return np.array(list(product((0.0, 1.0), repeat=n))).T


def odd_patterns(n: int) -> Array:
    """Return every input of n bits with an odd number of ones as a row, (2**(n - 1), n)."""
    rows = all_inputs(n).T
    return rows[rows.sum(axis=1) % 2 == 1]
