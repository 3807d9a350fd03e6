"""The shapes of a network of L layers, worked out by the student and compared at once; nothing is graded here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from helpers.messages import SHAPES

Shape = tuple[int, int]


def right_shapes(layer_dims: Sequence[int], m: int) -> dict[str, Shape]:
    """Return the shapes of W, b and Z of each layer: (n, n_prev), (n, 1) and (n, m)."""
    shapes: dict[str, Shape] = {}
    for l, (n_prev, n) in enumerate(pairwise(layer_dims), start=1):
        shapes |= {f"W{l}": (n, n_prev), f"b{l}": (n, 1), f"Z{l}": (n, m)}
    return shapes


def compare(yours: Mapping[str, Any], layer_dims: Sequence[int], m: int) -> None:
    """Print, for each array of the network, whether the shape written for it is right, and if not, what to think of.

    Parameters
    ----------
    yours
        Name -> shape, such as {"W1": (20, 12288)}; what is missing or None is not filled in yet.
    layer_dims, m
        Units of layer 0 to layer L, and the number of examples.
    """
    right = right_shapes(layer_dims, m)
    told = {name: _told(name, yours.get(name), shape) for name, shape in right.items()}
    for name, words in told.items():
        print(f"{name}  {_text(yours.get(name)):<14}  {words}")
    done = sum(words == SHAPES["right"] for words in told.values())
    print(SHAPES["count"].format(done=done, total=len(right)))


def _told(name: str, got: Any, shape: Shape) -> str:
    """Put one row into words: right, not filled in yet, or what the rows and columns of this array stand for."""
    if got is None:
        return SHAPES["missing"]
    if np.array_equal(got, shape):
        return SHAPES["right"]
    l = int(name[1:])
    turned = SHAPES["turned"] if np.array_equal(got, shape[::-1]) else SHAPES["other"]
    return turned + SHAPES[name[0]].format(l=l, before=l - 1)


def _text(got: Any) -> str:
    return "" if got is None else " ".join(str(got).split())[:40]
