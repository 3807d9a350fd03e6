"""Points in the plane with as much noise as one likes, and the features that a network is given of them.

A point is a column: X is (2, m), its labels Y are (1, m), 0 or 1. All sets lie within a square of half width SIZE.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers import planar

Array = NDArray[Any]
Points = tuple[Array, Array]

SIZE = 3.0
TURNS = 1.4  # of each arm of the spiral
FEATURES: dict[str, Callable[[Array, Array], Array]] = {
    "x1": lambda x1, x2: x1,
    "x2": lambda x1, x2: x2,
    "x1²": lambda x1, x2: x1**2,
    "x2²": lambda x1, x2: x2**2,
    "x1 x2": lambda x1, x2: x1 * x2,
    "sin x1": lambda x1, x2: np.sin(x1),
    "sin x2": lambda x1, x2: np.sin(x2),
}


def features(X: Array, names: tuple[str, ...]) -> Array:
    """Return the features of points, in the order of FEATURES: (2, m) -> (number of names, m)."""
    return np.stack([feature(*X) for name, feature in FEATURES.items() if name in names])


def draw(name: str, noise: float, m: int, rng: np.random.Generator) -> Points:
    """Draw m points of a set, in random order.

    Parameters
    ----------
    name : one of SETS
    noise : standard deviation of what is added to each coordinate
    m : number of points, even
    rng : source of the random numbers

    Returns
    -------
    X : points, (2, m)
    Y : labels, (1, m)
    """
    X, Y = SETS[name](m, rng)
    order = rng.permutation(m)
    return (X + noise * rng.normal(size=X.shape))[:, order], Y[:, order]


def _circle(m: int, rng: np.random.Generator) -> Points:
    """A disc of label 1 in a ring of label 0."""
    Y = _halves(m)
    r = np.where(Y == 1, rng.uniform(0, 0.5, m), rng.uniform(0.7, 1, m)) * SIZE
    t = rng.uniform(0, 2 * np.pi, m)
    return np.vstack([r * np.cos(t), r * np.sin(t)]), Y


def _exclusive_or(m: int, rng: np.random.Generator) -> Points:
    """Label 1 where exactly one of x1 and x2 is positive."""
    X = rng.uniform(0.1, 1, (2, m)) * rng.choice([-1, 1], (2, m)) * SIZE
    return X, (X[:1] * X[1:] < 0).astype(int)


def _blobs(m: int, rng: np.random.Generator) -> Points:
    """Two clouds."""
    Y = _halves(m)
    return rng.normal(scale=0.15 * SIZE, size=(2, m)) + SIZE / 2 * (2 * Y - 1), Y


def _spiral(m: int, rng: np.random.Generator) -> Points:
    """Two arms around one centre."""
    Y = _halves(m)
    way = rng.uniform(0.05, 1, (1, m))
    t = 2 * np.pi * TURNS * way + np.pi * Y
    return SIZE * way * np.vstack([np.sin(t), np.cos(t)]), Y


def _flower(m: int, rng: np.random.Generator) -> Points:
    """Lesson 03's flower, drawn to the size of the others."""
    X, Y = planar.flower(int(rng.integers(1000)), m)
    return X * SIZE / planar.PETALS, Y


def _halves(m: int) -> Array:
    return np.repeat([[0, 1]], m // 2, axis=1)  # (1, m)


SETS: dict[str, Callable[[int, np.random.Generator], Points]] = {
    "circle": _circle,
    "exclusive or": _exclusive_or,
    "two clouds": _blobs,
    "spiral": _spiral,
    "flower": _flower,
}
