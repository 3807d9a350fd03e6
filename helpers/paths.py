"""Derivatives through layers, path by path, and numbers that count how often they are multiplied.

The local derivatives of a layer are a matrix J (n, n_prev): da_i / da_prev_j in row i and column j. A list of them,
from the first layer to the last, is what the chain rule starts from; the last layer has one unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, product
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]


class Tally:
    """How many multiplications there were."""

    def __init__(self) -> None:
        self.multiplications = 0


class Counted:
    """A number that notes in a tally each product it is a factor of."""

    def __init__(self, value: float, tally: Tally) -> None:
        self.value, self.tally = value, tally

    def __mul__(self, other: Any) -> Counted:
        self.tally.multiplications += 1
        return Counted(self.value * float(other), self.tally)

    def __add__(self, other: Any) -> Counted:
        return Counted(self.value + float(other), self.tally)

    def __float__(self) -> float:
        return self.value

    __rmul__, __radd__ = __mul__, __add__


def local_derivatives(widths: Sequence[int], seed: int = 0) -> list[Array]:
    """Draw local derivatives for layers of these widths, from the input to the last layer."""
    rng = np.random.default_rng(seed)
    return [rng.normal(size=(n, n_prev)) for n_prev, n in pairwise(widths)]


def counted(Js: Sequence[Array], tally: Tally) -> list[Array]:
    """Return the same numbers, each of which notes its multiplications."""
    wrap = np.vectorize(lambda value: Counted(value, tally), otypes=[object])
    return [wrap(J) for J in Js]


def path_by_path(Js: Sequence[Array], j: int) -> Any:
    """Return the derivative of the last unit by input j: over every path from there a product, and all of them added.

    Nothing is kept: each path begins anew with 1, and multiplies one local derivative of each layer.
    """
    total: Any = 0.0
    for path in product([j], *(range(len(J)) for J in Js)):
        along: Any = 1.0
        for J, (start, end) in zip(Js, pairwise(path), strict=True):
            along = along * J[end, start]
        total = total + along
    return total
