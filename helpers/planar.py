"""Points in the plane, in two colours: the flower by formula, four further sets by scikit-learn.

A point is a column: X is (2, m), its labels Y are (1, m), 0 or 1. What the lesson takes as known from lesson 02,
a sigmoid and the best straight line, stands here too.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.errors import DataError

Array = NDArray[Any]
Points = tuple[Array, Array]

MORE_SETS = ("moons", "circles", "blobs", "rings")
PETALS = 4  # to each colour: r = 4 sin(4 t)
NOISE = 0.2
SPAN = 3.12  # radians to each colour: a little less than half a turn
NEWTON_STEPS = 20
SMALLEST = 1e-10  # added to the curvature, so that flat directions stay solvable


def flower(seed: int = 1, m: int = 400) -> Points:
    """Make the flower: petals of two colours around one centre.

    The angle t runs once around; the distance from the centre is r = 4 sin(4 t); both are a little noisy. The first
    half of the way has the label 0, the second the label 1.

    Parameters
    ----------
    seed : start of the random numbers
    m : number of points, even

    Returns
    -------
    X : points, (2, m)
    Y : labels, (1, m)
    """
    # the recipe is in circulation with NumPy's old generator; its numbers are wanted, its global state is not touched
    random = np.random.RandomState(seed)
    halves = []
    for label in (0, 1):
        t = np.linspace(label * SPAN, (label + 1) * SPAN, m // 2) + NOISE * random.randn(m // 2)
        r = 4 * np.sin(PETALS * t) + NOISE * random.randn(m // 2)
        halves.append([r * np.sin(t), r * np.cos(t)])
    return np.hstack(halves), np.repeat([[0, 1]], m // 2, axis=1)  # (2, m), (1, m)


def more_points(name: str, seed: int = 1, m: int = 200) -> Points:
    """Make one of the further sets.

    Parameters
    ----------
    name : one of MORE_SETS
    seed : start of the random numbers
    m : number of points

    Returns
    -------
    X : points, (2, m)
    Y : labels, (1, m)

    Raises
    ------
    DataError
        There is no such set, or scikit-learn is not installed.
    """
    if name not in MORE_SETS:
        raise DataError(f'There is no set of points "{name}"; choose one of: {", ".join(MORE_SETS)}.')
    try:
        from sklearn import datasets
    except ImportError:
        raise DataError(
            f'The set "{name}" is made by scikit-learn, which is not installed; run `pip install scikit-learn`, '
            "restart the kernel, and run this cell again. No exercise needs it."
        ) from None
    if name == "moons":
        X, Y = datasets.make_moons(m, noise=0.2, random_state=seed)
    elif name == "circles":
        X, Y = datasets.make_circles(m, factor=0.5, noise=0.3, random_state=seed)
    elif name == "blobs":
        X, Y = datasets.make_blobs(m, centers=6, random_state=seed + 4)
    else:
        X, Y = datasets.make_gaussian_quantiles(cov=0.5, n_samples=m, n_classes=2, random_state=seed)
    return X.T, Y[np.newaxis] % 2  # (2, m), (1, m)


def sigmoid(z: Any) -> Any:
    """Squash scores into probabilities; the sigmoid is a tanh, shrunk and lifted, and so never overflows.

    Parameters
    ----------
    z : a number, or an array of any shape

    Returns
    -------
    s : sigma(z), of the same shape as z
    """
    return (1 + np.tanh(np.multiply(z, 0.5))) / 2


def straight_line(X: Array, Y: Array) -> tuple[Array, float]:
    """Fit logistic regression by Newton's method: few, large steps to where gradient descent would crawl.

    Parameters
    ----------
    X : points, (n_x, m)
    Y : labels, (1, m)

    Returns
    -------
    w : weights, (n_x, 1)
    b : bias, a number
    """
    X1 = np.vstack([X, np.ones_like(Y)])  # (n_x + 1, m), a feature 1 for the bias
    theta = np.zeros((X1.shape[0], 1))  # (n_x + 1, 1)
    for _ in range(NEWTON_STEPS):
        a = sigmoid(theta.T @ X1)  # (1, m)
        curvature = (X1 * a * (1 - a)) @ X1.T + SMALLEST * np.eye(len(theta))  # (n_x + 1, n_x + 1)
        theta = theta + np.linalg.solve(curvature, X1 @ (Y - a).T)
    return theta[:-1], float(theta[-1, 0])
