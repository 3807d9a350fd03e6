"""What the cases of lesson 05 are drawn from: layers whose relus are on and off, and examples that meet them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

import numpy as np

from grader.exercises.one_hidden_layer import examples
from helpers.reference import deep_network as reference

Arguments = dict[str, Any]
Arrays = dict[str, np.ndarray]
Layer = tuple[np.ndarray, np.ndarray, np.ndarray]

SPARE = 30  # units drawn for each that is wanted
FEW = 3  # units: of as many, some are above 0 and some below for each example, also where relu has no place


def draw_layer(rng: np.random.Generator, A_prev: np.ndarray, n: int, activation: str) -> Layer:
    """Draw W (n, n_prev), b (n, 1) and Z = W A_prev + b (n, m), where Z is fit for the activation.

    More units are drawn than are wanted, and unfit ones left out. The biases stay clear of 0, and each has a value of
    its own.
    """
    n_prev, many = A_prev.shape[0], SPARE * n
    while True:
        W = 1.4 * rng.normal(size=(many, n_prev)) / np.sqrt(n_prev)
        b = rng.choice([-1, 1], (many, 1)) * rng.uniform(0.2, 0.8, (many, 1))
        Z = W @ A_prev + b
        units = np.flatnonzero(FITS[activation](Z))[:n]
        if units.size == n and (n < FEW or np.all(on_and_off(Z[units], axis=0))):
            return W[units], b[units], Z[units]


def on_and_off(Z: np.ndarray, axis: int) -> np.ndarray:
    """Along an axis, say where relu is on for some entries and off for others."""
    return np.any(Z > 0, axis=axis) & np.any(Z < 0, axis=axis)


def bent(Z: np.ndarray) -> np.ndarray:
    """Say which units are on for some examples and off for others, where there are several, and never near 0."""
    clear = (np.min(np.abs(Z), axis=1) > 0.05) & (np.max(np.abs(Z), axis=1) < 3)
    return clear & (on_and_off(Z, axis=1) | (Z.shape[1] == 1))


def undecided(Z: np.ndarray) -> np.ndarray:
    """Say for which units no probability sigma(Z) is near 0, 1 or 1/2."""
    return (np.min(np.abs(Z), axis=1) > 0.15) & (np.max(np.abs(Z), axis=1) < 2)


FITS: dict[str, Callable[[np.ndarray], np.ndarray]] = {"relu": bent, "sigmoid": undecided}


def draw_network(rng: np.random.Generator, X: np.ndarray, widths: Sequence[int]) -> Arrays:
    """Draw parameters W1, b1, ..., WL, bL of layers of these widths, each fit for what reaches it from X."""
    parameters, A = {}, X
    for l, n in enumerate(widths, start=1):
        activation = "sigmoid" if l == len(widths) else "relu"
        parameters[f"W{l}"], parameters[f"b{l}"], Z = draw_layer(rng, A, n, activation)
        A = np.maximum(Z, 0)
    return parameters


def forward_case(rng: np.random.Generator, layer_dims: Sequence[int], m: int) -> Arguments:
    """Draw X (n_x, m) and the parameters of a network of these sizes, the input's among them."""
    X = rng.normal(size=(layer_dims[0], m))
    return {"X": X, "parameters": draw_network(rng, X, layer_dims[1:])}


def backward_case(rng: np.random.Generator, layer_dims: Sequence[int], m: int) -> Arguments:
    """Draw a network and examples, and run them forward, until every gradient is clear of 0."""
    while True:
        drawn = examples(rng, layer_dims[0], layer_dims[-1], m)
        AL, caches = reference.L_model_forward(drawn["X"], draw_network(rng, drawn["X"], layer_dims[1:]))
        arguments = {"AL": AL, "Y": drawn["Y"], "caches": caches}
        if all(np.max(np.abs(gradient)) > 0.01 for gradient in reference.L_model_backward(**arguments).values()):
            return arguments


def layer_case(rng: np.random.Generator, n_prev: int, n: int, m: int, activation: str) -> Arguments:
    """Draw a layer that fits its activation, and what it is given."""
    A_prev = rng.normal(size=(n_prev, m))
    W, b, _ = draw_layer(rng, A_prev, n, activation)
    return {"A_prev": A_prev, "W": W, "b": b, "activation": activation}


def errors(rng: np.random.Generator, n: int, m: int) -> np.ndarray:
    """Draw what comes back to a layer, (n, m): neither an entry nor the sum of a row is near 0."""
    while True:
        drawn = rng.choice([-1, 1], (n, m)) * rng.uniform(0.2, 1.5, (n, m))
        if np.min(np.abs(drawn.sum(axis=1))) > 0.1:
            return drawn


def update_case(rng: np.random.Generator, layer_dims: Sequence[int], learning_rate: float) -> Arguments:
    """Draw parameters, and gradients as `L_model_backward` returns them: those by A are among them."""
    params, grads = {}, {}
    for l, (n_prev, n) in enumerate(pairwise(layer_dims), start=1):
        grads[f"dA{l - 1}"] = rng.normal(size=(n_prev, 4))
        for name, shape in ((f"W{l}", (n, n_prev)), (f"b{l}", (n, 1))):
            params[name] = rng.normal(size=shape)
            grads[f"d{name}"] = rng.choice([-1, 1], shape) * rng.uniform(0.2, 1, shape)
    return {"params": params, "grads": grads, "learning_rate": learning_rate}
