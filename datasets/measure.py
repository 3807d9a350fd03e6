"""Measure how hard the pictures of cats.h5 are, with the course's published formulas in plain NumPy.

Prints the table that README.md quotes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

import build
import h5py
import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
Predict = Callable[[Array], Array]
FRESH = 1000
FRESH_SEED = 1  # not the seed of cats.h5
STARTS = (1, 2, 3, 4, 5)  # seeds of the networks' first weights


def sigmoid(Z: Array) -> Array:
    """Return 1 / (1 + exp(-Z))."""
    return 1 / (1 + np.exp(-Z))


def features(X: NDArray[np.uint8]) -> Array:
    """Return pictures (m, 64, 64, 3) as columns (12288, m) from 0 to 1."""
    return X.reshape(len(X), -1).T / 255


def logistic_regression(X: Array, Y: Array, learning_rate: float = 0.005, iterations: int = 2000) -> Predict:
    """Train from zeros; return what predicts probabilities (1, m)."""
    m = X.shape[1]
    w, b = np.zeros((X.shape[0], 1)), 0.0
    for _ in range(iterations):
        dZ = sigmoid(w.T @ X + b) - Y  # (1, m)
        w -= learning_rate * X @ dZ.T / m
        b -= learning_rate * dZ.mean()
    return lambda X: sigmoid(w.T @ X + b)


def forward(W: list[Array], b: list[Array], X: Array) -> list[Array]:
    """Return the activations of all layers, the pictures first: relu, and sigmoid at the end."""
    A = [X]
    for layer in range(len(W)):
        Z = W[layer] @ A[-1] + b[layer]
        A.append(sigmoid(Z) if layer == len(W) - 1 else np.maximum(Z, 0))
    return A


def network(
    X: Array, Y: Array, sizes: Sequence[int], seed: int, learning_rate: float = 0.0075, iterations: int = 2500
) -> Predict:
    """Train a network from weights of scale 1 / sqrt(n_prev); return what predicts probabilities (1, m)."""
    rng, m = np.random.default_rng(seed), X.shape[1]
    W = [rng.standard_normal((n, n_prev)) / np.sqrt(n_prev) for n_prev, n in pairwise(sizes)]
    b = [np.zeros((n, 1)) for n in sizes[1:]]
    for _ in range(iterations):
        A = forward(W, b, X)
        dZ = A[-1] - Y
        for layer in reversed(range(len(W))):
            dA = W[layer].T @ dZ if layer else None  # nothing needs the pictures' own gradient
            W[layer] -= learning_rate * dZ @ A[layer].T / m
            b[layer] -= learning_rate * dZ.mean(axis=1, keepdims=True)
            if dA is not None:
                dZ = dA * (A[layer] > 0)
    return lambda X: forward(W, b, X)[-1]


def row(name: str, starts: Sequence[Predict], sets: Sequence[tuple[Array, Array]]) -> str:
    """Return a line of the table: the accuracy on each set, mean and range over the starts."""
    cells = []
    for X, Y in sets:
        scores = [100 * float(np.mean((predict(X) > 0.5) == Y)) for predict in starts]
        spread = f" ({min(scores):.1f} to {max(scores):.1f})" if len(scores) > 1 else ""
        cells.append(f"{np.mean(scores):.1f} %{spread}")
    return f"| {name} | " + " | ".join(cells) + " |"


def main() -> None:
    """Print the table."""
    with h5py.File(Path(__file__).parent / "cats.h5", "r") as file:
        sets = [(features(file[f"{part}_set_x"][:]), file[f"{part}_set_y"][:]) for part in ("train", "test")]
    for share in (build.TEST_SHARE, 0.5):
        pictures, labels = build.draw_pictures(FRESH, np.random.default_rng(FRESH_SEED), share)
        sets.append((features(pictures), labels))
    X, Y = sets[0]
    print("| model | train (209) | test (50) | 1000 fresh, 66 % cats | 1000 fresh, 50 % cats |")
    print("|---|---|---|---|---|")
    print(row("always *non-cat*", [lambda X: np.zeros((1, X.shape[1]))], sets))
    print(row("logistic regression", [logistic_regression(X, Y)], sets), flush=True)
    for sizes in ((12288, 7, 1), (12288, 20, 7, 5, 1)):
        starts = [network(X, Y, sizes, seed) for seed in STARTS]
        print(row(f"network {sizes}", starts, sets), flush=True)


if __name__ == "__main__":
    main()
