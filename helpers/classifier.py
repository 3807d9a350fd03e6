"""A network of relu layers with a score for each class, trained in mini-batches with the student's own functions.

Forward and backward through the layers are lesson 05's, and given here; cost, mini-batches and penalties are written in
lesson 07 and handed in. X is (n_x, m), an example in each column, and Y (C, m) holds one-hot labels.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from time import perf_counter
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Layers = list[tuple[Array, Array]]  # W (n, n_prev) and b (n, 1), from the first layer to the last
Penalty = Callable[[Array], tuple[Any, Array]]  # W -> what it costs, and the gradient

SEED = 7


class Noted(NamedTuple):
    """How far a training was at the end of an epoch; the first stands for its start."""

    steps: int
    seconds: float
    cost: float  # on all examples it learns from, without a penalty


class Trained(NamedTuple):
    """A network that has learned, and what was noted on the way."""

    layers: Layers
    noted: list[Noted]

    def answers(self, X: Array) -> Array:
        """Return the class with the largest score for each example of X (n_x, m), as a row (1, m)."""
        return np.argmax(scores(self.layers, X), axis=0)[np.newaxis]

    def share_right(self, X: Array, labels: Array) -> float:
        """Return the share of examples that get the right answer; labels are (1, m)."""
        return float(np.mean(self.answers(X) == labels))

    @property
    def size(self) -> int:
        """How many weights and biases there are."""
        return sum(W.size + b.size for W, b in self.layers)


class Classifier(NamedTuple):
    """What a training is put together from: `cross_entropy` and `random_mini_batches`, as the student wrote them."""

    cross_entropy: Callable[[Array, Array], tuple[Any, Array]]
    random_mini_batches: Callable[[Array, Array, Array, int], Any]

    def train(
        self,
        X: Array,
        Y: Array,
        hidden: Sequence[int] = (),
        epochs: int = 20,
        learning_rate: float = 0.1,
        mini_batch_size: int = 32,
        penalty: Penalty | None = None,
        note: bool = False,
        seed: int = SEED,
    ) -> Trained:
        """Train a network; the same seed gives the same start and the same batches.

        Parameters
        ----------
        X : examples in columns, (n_x, m)
        Y : one-hot labels, (C, m)
        hidden : units of the hidden layers, first to last; none is logistic regression for C classes
        epochs : how often every example is looked at
        learning_rate : alpha, the length of a step
        mini_batch_size : examples in one step
        penalty : takes the weights W of a layer, returns what they cost and the gradient
        note : whether to note steps, seconds and cost after each epoch; the measuring itself is not timed
        seed : of the generator that draws the first weights, and the order of the examples in each epoch
        """
        rng = np.random.default_rng(seed)
        layers = start([len(X), *hidden, len(Y)], rng)
        steps, seconds = 0, 0.0
        noted = [Noted(0, 0.0, self._cost(layers, X, Y))] if note else []
        with np.errstate(all="ignore"):  # a rate that is too large is there to be seen, not to warn
            for _ in range(epochs):
                began = perf_counter()
                for X_t, Y_t in self.random_mini_batches(X, Y, rng.permutation(X.shape[1]), mini_batch_size):
                    layers = self._step(layers, X_t, Y_t, learning_rate, penalty)
                    steps += 1
                seconds += perf_counter() - began
                if note:
                    noted.append(Noted(steps, seconds, self._cost(layers, X, Y)))
        return Trained(layers, noted)

    def _cost(self, layers: Layers, X: Array, Y: Array) -> float:
        return float(np.squeeze(self.cross_entropy(scores(layers, X), Y)[0]))

    def _step(self, layers: Layers, X: Array, Y: Array, learning_rate: float, penalty: Penalty | None) -> Layers:
        """Return the layers after one step downhill, from the last layer back to the first."""
        inputs = inputs_of(layers, X)
        _, dZ = self.cross_entropy(scores(layers[-1:], inputs[-1]), Y)  # (C, m)
        moved: Layers = []
        for (W, b), A_prev in zip(reversed(layers), reversed(inputs), strict=True):
            dW, db = dZ @ A_prev.T / X.shape[1], dZ.mean(axis=1, keepdims=True)
            if A_prev is not X:  # nothing needs the gradient of the examples
                dZ = np.where(A_prev > 0, W.T @ dZ, 0.0)
            W_new = W - learning_rate * dW
            moved.append((pulled(W_new, penalty, learning_rate) if penalty else W_new, b - learning_rate * db))
        return moved[::-1]


def start(sizes: Sequence[int], rng: np.random.Generator) -> Layers:
    """Return He's start for layers of these sizes: normal weights of spread sqrt(2 / n_prev), and no biases."""
    return [(rng.normal(0, np.sqrt(2 / n_prev), (n, n_prev)), np.zeros((n, 1))) for n_prev, n in pairwise(sizes)]


def inputs_of(layers: Layers, X: Array) -> list[Array]:
    """Return what each layer is given: X, and the relu of what the layers before the last one compute."""
    inputs = [X]
    for W, b in layers[:-1]:
        inputs.append(np.maximum(W @ inputs[-1] + b, 0))
    return inputs


def scores(layers: Layers, X: Array) -> Array:
    """Return the scores Z of the last layer, (C, m)."""
    W, b = layers[-1]
    return W @ inputs_of(layers, X)[-1] + b


def pulled(W: Array, penalty: Penalty, learning_rate: float) -> Array:
    """Return the weights after the penalty's pull, which ends at zero and never carries a weight across it."""
    pull = learning_rate * penalty(W)[1]
    return np.where(np.abs(pull) < np.abs(W), W - pull, 0.0)
