"""Stacks of layers: their gradients are measured slopes, and what lesson 04 says of depth holds for other seeds too."""

from __future__ import annotations

import numpy as np
import pytest

from helpers import planar, stack
from helpers.reference.activations import (
    leaky_relu,
    relu,
    relu_derivative,
    sigmoid,
    sigmoid_derivative,
    tanh_derivative,
)

ACTIVATIONS = {
    "sigmoid": stack.Activation(sigmoid, sigmoid_derivative),
    "tanh": stack.Activation(np.tanh, tanh_derivative),
    "relu": stack.Activation(relu, relu_derivative),
    "leaky relu": stack.Activation(leaky_relu, lambda z: relu_derivative(z, 0.01)),
}
SEEDS = (1, 2, 3)


def xavier(n_prev: int) -> float:
    return 1 / np.sqrt(n_prev)


def share(depth: int, name: str, times: float, seed: int) -> float:
    """Which share of the error at the top reaches layer 1."""
    sizes = stack.measure(depth, ACTIVATIONS[name], lambda n_prev: times * xavier(n_prev), seed)["errors"]
    return float(sizes[0] / sizes[-1])


def first_cost(layers: stack.Layers, X: np.ndarray, Y: np.ndarray, activation: stack.Activation) -> float:
    return next(stack.descend(X, Y, layers, activation, learning_rate=0.0, steps=0)).cost


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_a_step_goes_against_the_measured_slopes(name: str) -> None:
    rng = np.random.default_rng(0)
    X, Y, e = rng.normal(size=(2, 7)), rng.integers(0, 2, (1, 7)), 1e-6
    layers = stack.draw([2, 4, 3, 1], lambda n_prev: 1.0, seed=1)
    before, after = stack.descend(X, Y, layers, ACTIVATIONS[name], learning_rate=1.0, steps=1)

    for l, (W, b) in enumerate(layers):
        for part, value in (("W", W), ("b", b)):
            for place in np.ndindex(value.shape):
                costs = []
                for move in (e, -e):
                    moved = value.copy()
                    moved[place] += move
                    there = [*layers[:l], layers[l]._replace(**{part: moved}), *layers[l + 1 :]]
                    costs.append(first_cost(there, X, Y, ACTIVATIONS[name]))
                moved_by = getattr(before.layers[l], part)[place] - getattr(after.layers[l], part)[place]
                assert pytest.approx((costs[0] - costs[1]) / (2 * e), rel=1e-5, abs=1e-8) == moved_by


def test_without_an_activation_a_stack_is_one_layer() -> None:
    layers = stack.draw([3, 5, 4, 2], xavier, seed=2)
    X = np.random.default_rng(3).normal(size=(3, 6))
    together = layers[2].W @ layers[1].W @ layers[0].W

    np.testing.assert_allclose(stack.forward(X, layers, lambda z: z)[-1], together @ X, rtol=1e-12)


def test_a_drawn_stack_has_the_spread_that_was_asked_for() -> None:
    layers = stack.draw([400, 300, 200], xavier, seed=4)

    assert [(300, 400), (200, 300)] == [W.shape for W, _ in layers]
    assert pytest.approx([1 / 20, 1 / np.sqrt(300)], rel=0.02) == [W.std() for W, _ in layers]
    assert not any(b.any() for _, b in layers)


@pytest.mark.parametrize("seed", SEEDS)
def test_errors_vanish_and_explode_as_the_lesson_says(seed: int) -> None:
    assert share(30, "sigmoid", 1, seed) < 1e-15
    assert share(30, "sigmoid", 1, seed) < share(30, "relu", 1, seed) < share(30, "tanh", 1, seed)
    assert share(30, "relu", 3, seed) > 1e6
    assert share(30, "tanh", 3, seed) > 1e2


@pytest.mark.parametrize("seed", SEEDS)
def test_he_keeps_relu_level_and_xavier_tanh(seed: int) -> None:
    def top(name: str, scale: float) -> float:
        values = stack.measure(30, ACTIVATIONS[name], lambda n_prev: np.sqrt(scale / n_prev), seed)["values"]
        return float(values[-1] / values[0])

    assert 0.1 < top("relu", 2) < 10
    assert top("relu", 1) < 1e-3
    assert 0.05 < top("tanh", 1) < top("tanh", 2)


@pytest.mark.parametrize("name", ACTIVATIONS)
def test_twins_stay_twins(name: str) -> None:
    X, Y = planar.flower()
    equal = [stack.Layer(np.full((3, 2), 0.5), np.zeros((3, 1))), stack.Layer(np.full((1, 3), 0.5), np.zeros((1, 1)))]

    *_, last = stack.descend(X, Y, equal, ACTIVATIONS[name], learning_rate=0.3, steps=20)

    W, b = last.layers[0]
    np.testing.assert_allclose(W, W[[0, 0, 0]], rtol=1e-12)
    np.testing.assert_allclose(b, b[[0, 0, 0]], rtol=1e-12)
    assert not np.allclose(W, 0.5)
