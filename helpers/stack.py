"""A stack of layers with one activation, to look into: what flows up, what flows back, and what training does to it.

It serves the demonstrations of lesson 04, with the student's own activation and slope; lesson 05 writes such a network.
X is (n_x, m), an example a column; the layer on top is one sigmoid neuron, so that its error is A - Y.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers.planar import sigmoid

Array = NDArray[Any]
Layers = list["Layer"]


class Layer(NamedTuple):
    """The parameters of one layer."""

    W: Array  # (n, n_prev)
    b: Array  # (n, 1)


class Activation(NamedTuple):
    """A function of one number, applied entry by entry, and its derivative."""

    g: Callable[[Array], Array]
    slope: Callable[[Array], Array]


class Step(NamedTuple):
    """One step of a training, before the parameters move."""

    cost: float
    scores: list[Array]  # Z of each layer, (n, m)
    layers: Layers


def draw(layer_dims: Sequence[int], scale: Callable[[int], float], seed: int = 0) -> Layers:
    """Draw normal weights, and biases of 0.

    Parameters
    ----------
    layer_dims : units of layer 0, the input, to the last layer
    scale : takes n_prev, the inputs of a unit, and returns the standard deviation of its weights
    seed : start of the random numbers
    """
    rng = np.random.default_rng(seed)
    sizes = pairwise(layer_dims)
    return [Layer(scale(n_prev) * rng.normal(size=(n, n_prev)), np.zeros((n, 1))) for n_prev, n in sizes]


def forward(X: Array, layers: Layers, g: Callable[[Array], Array]) -> list[Array]:
    """Return the scores Z of every layer, (n, m) each; the last ones are left as scores."""
    scores, values = [], X
    for W, b in layers:
        scores.append(W @ values + b)
        values = g(scores[-1])
    return scores


def backward(error: Array, scores: list[Array], layers: Layers, slope: Callable[[Array], Array]) -> list[Array]:
    """Return the error of every layer, dZ (n, m), from that of the last one."""
    errors = [error]
    for Z, above in zip(scores[-2::-1], layers[:0:-1], strict=True):
        errors.append(slope(Z) * (above.W.T @ errors[-1]))
    return errors[::-1]


def gradients(X: Array, scores: list[Array], errors: list[Array], g: Callable[[Array], Array]) -> list[Layer]:
    """Return dW and db of every layer, means over the examples."""
    values = [X, *(g(Z) for Z in scores[:-1])]
    m = X.shape[1]
    return [Layer(dZ @ A.T / m, dZ.mean(axis=1, keepdims=True)) for dZ, A in zip(errors, values, strict=True)]


def measure(depth: int, activation: Activation, scale: Callable[[int], float], seed: int = 0) -> dict[str, Array]:
    """Send a random signal up through equal layers and a random error back; measure both in each layer.

    Parameters
    ----------
    depth : number of layers
    activation : the same in every layer
    scale : takes n_prev and returns the standard deviation of the weights
    seed : start of the random numbers

    Returns
    -------
    dict
        "values" and "errors": the root mean square of A[l] and of dZ[l], l = 1 ... depth, (depth,) each.
    """
    width, m = 40, 60
    rng = np.random.default_rng(seed)
    X, error = rng.normal(size=(width, m)), rng.normal(size=(width, m))
    layers = draw([width] * (depth + 1), scale, seed + 1)
    scores = forward(X, layers, activation.g)
    errors = backward(error, scores, layers, activation.slope)
    return {"values": _sizes([activation.g(Z) for Z in scores]), "errors": _sizes(errors)}


def _sizes(arrays: list[Array]) -> Array:
    return np.array([np.sqrt(np.mean(array**2)) for array in arrays])


def descend(
    X: Array, Y: Array, layers: Layers, activation: Activation, learning_rate: float, steps: int
) -> Iterator[Step]:
    """Yield each step of gradient descent on the cross-entropy, and the state that it ends in; leave `layers` alone.

    Parameters
    ----------
    X : examples in columns, (n_x, m)
    Y : labels, (1, m)
    layers : parameters to start from; the last layer has one unit
    activation : of all layers but the last
    learning_rate : the length of a step
    steps : their number
    """
    for step in range(steps + 1):
        scores = forward(X, layers, activation.g)
        yield Step(float(np.mean(np.logaddexp(0, scores[-1]) - Y * scores[-1])), scores, layers)
        if step < steps:
            errors = backward(sigmoid(scores[-1]) - Y, scores, layers, activation.slope)
            moves = gradients(X, scores, errors, activation.g)
            layers = [
                Layer(W - learning_rate * dW, b - learning_rate * db)
                for (W, b), (dW, db) in zip(layers, moves, strict=True)
            ]
