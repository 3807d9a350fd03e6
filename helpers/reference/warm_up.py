"""NumPy, shapes, vectorisation: the right answers of lesson 00.

X (n_x, m) holds an example in each column. A shape is told as NumPy tells it: (n, 1) has two axes, (n,) has one.
"""

from __future__ import annotations

import numpy as np

Shapes = dict[str, tuple[int, ...]]
Predictions = dict[str, tuple[int, ...] | str]
REFUSED = "error"  # what is predicted where NumPy refuses


def as_column(v: np.ndarray) -> np.ndarray:
    """Return v (n,) as a column, (n, 1)."""
    return v[:, np.newaxis]


def predict_shapes(n: int, m: int) -> Shapes:
    """Return the shapes of what is made from X (n, m), w (n, 1) and v (n,).

    turned = X.T; gram = X @ X.T; products = w.T @ X; example = X[:, 0]; kept = X[:, :1]; sums = X.sum(axis=0);
    kept_sums = X.sum(axis=1, keepdims=True); flat = v.T.
    """
    return {
        "turned": (m, n),
        "gram": (n, n),
        "products": (1, m),
        "example": (n,),
        "kept": (n, 1),
        "sums": (m,),
        "kept_sums": (n, 1),
        "flat": (n,),
    }


def predict_broadcasts(n: int, m: int) -> Predictions:
    """Return the shapes of what is made from X (n, m), column (n, 1), row (1, m), v (n,) and u (m,), for n unlike m.

    with_column = X + column; with_row = X * row; grid = column + row; with_u = X + u; with_v = X + v;
    trap = column - v; turned = X + X.T; pairs = row - row.T. Where NumPy refuses, the prediction is "error".
    """
    return {
        "with_column": (n, m),
        "with_row": (n, m),
        "grid": (n, m),
        "with_u": (n, m),
        "with_v": REFUSED,
        "trap": (n, n),
        "turned": REFUSED,
        "pairs": (m, m),
    }


def standardise(X: np.ndarray) -> np.ndarray:
    """Return (X - mu) / sigma (n_x, m): mu and sigma (n_x, 1) are mean and standard deviation of each row."""
    mu = np.mean(X, axis=1, keepdims=True)  # (n_x, 1)
    sigma = np.std(X, axis=1, keepdims=True)  # (n_x, 1)
    return (X - mu) / sigma


def dot(w: np.ndarray, x: np.ndarray) -> float:
    """Return w_1 x_1 + ... + w_n x_n, a number, for columns w and x (n, 1)."""
    return np.sum(w * x)


def scores(w: np.ndarray, b: float, X: np.ndarray) -> np.ndarray:
    """Return Z = w.T X + b (1, m), for w (n_x, 1), a number b and X (n_x, m)."""
    return w.T @ X + b


def gradients(X: np.ndarray, dZ: np.ndarray) -> tuple[np.ndarray, float]:
    """Return dw = X dZ.T / m (n_x, 1) and db = sum(dZ) / m, a number, for X (n_x, m) and dZ (1, m)."""
    m = X.shape[1]
    return X @ dZ.T / m, np.sum(dZ) / m
