"""The right answers of lesson 01: by hand, by finite differences, and against least squares."""

from __future__ import annotations

import math

import numpy as np
import pytest

from helpers.reference import logistic_regression
from helpers.reference import single_neuron as reference

W, B = np.array([[1.0], [-0.5]]), 0.5
X = np.array([[1.0, 3.0, 0.0], [2.0, 2.0, 8.0]])  # w.T X + b = (1/2, 5/2, -7/2)
Y = np.array([[0.5, 1.5, -1.5]])  # errors (0, 1, -2)
CORNERS = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])


def slope(cost: object, w: np.ndarray, b: float) -> tuple[np.ndarray, float]:
    """Return the derivatives of a cost of (w, b) by central differences."""
    h = 1e-6
    nudges = h * np.eye(len(w))[:, :, np.newaxis]  # one column a weight
    dw = np.array([[(cost(w + nudge, b) - cost(w - nudge, b)) / (2 * h)] for nudge in nudges])  # type: ignore[operator]
    return dw, (cost(w, b + h) - cost(w, b - h)) / (2 * h)  # type: ignore[operator]


def test_house_price_is_cut_off_at_zero() -> None:
    assert [[0.5, 2.5, 0.0]] == reference.house_price(W, B, X).tolist()


@pytest.mark.parametrize(("lambd", "cost"), [(0.0, 5 / 6), (2.0, (5 + 2 * 1.25) / 6)])
def test_the_cost_worked_by_hand(lambd: float, cost: float) -> None:
    """Squared errors 0 + 1 + 4, squared weights 1 + 1/4, both over 2 * 3."""
    assert cost == pytest.approx(reference.compute_cost(W, B, X, Y, lambd), rel=1e-14)


def test_the_gradients_worked_by_hand() -> None:
    """X dZ.T = (3, 2 - 16), lambda w = (2, -1), the sum of dZ is -1; all over 3."""
    dw, db = reference.gradients(W, B, X, Y, 2.0)

    np.testing.assert_allclose(dw, [[5 / 3], [-15 / 3]], rtol=1e-14)
    assert -1 / 3 == pytest.approx(db, rel=1e-14)


@pytest.mark.parametrize("lambd", [0.0, 3.0])
def test_the_gradients_are_the_slopes_of_the_cost(lambd: float) -> None:
    dw, db = reference.gradients(W, B, X, Y, lambd)
    by_w, by_b = slope(lambda w, b: reference.compute_cost(w, b, X, Y, lambd), W, B)

    np.testing.assert_allclose(dw, by_w, rtol=1e-7)
    assert by_b == pytest.approx(db, rel=1e-7)


def test_linear_regression_finds_least_squares() -> None:
    rng = np.random.default_rng(0)
    X = rng.normal(size=(3, 20))
    Y = rng.normal(size=(1, 20))
    w, b, costs = reference.linear_regression(X, Y, tolerance=0.0, max_iterations=3000)
    columns = np.vstack([X, np.ones((1, 20))]).T
    wanted = np.linalg.lstsq(columns, Y[0], rcond=None)[0]

    np.testing.assert_allclose([*w[:, 0], b], wanted, rtol=1e-8)
    assert sorted(costs, reverse=True)[:100] == costs[:100]


def test_linear_regression_ends_by_the_tolerance_or_by_the_number_of_steps() -> None:
    settled = reference.linear_regression(X / 5, Y, tolerance=1e-4)[2]
    cut = reference.linear_regression(X / 5, Y, tolerance=1e-4, max_iterations=4)[2]

    assert abs(settled[-2] - settled[-1]) < 1e-4 <= abs(settled[-3] - settled[-2])
    assert settled[:5] == cut


def test_a_penalty_makes_the_weights_smaller() -> None:
    sizes = [np.abs(reference.linear_regression(X / 5, Y, lambd=lambd)[0]).sum() for lambd in (0.0, 1.0, 10.0)]

    assert sorted(sizes, reverse=True) == sizes


def test_threshold_answers_0_on_the_line() -> None:
    assert [[0.0, 1.0, 0.0]] == reference.threshold(W, -0.5, X + np.array([[0.5], [0.0]])).tolist()
    assert [[0.0]] == reference.threshold(np.array([[2.0]]), -4.0, np.array([[2.0]])).tolist()


def test_the_perceptron_on_and_worked_by_hand() -> None:
    """AND: in the first epoch only (1, 1) is wrong, and is added; then (0, 1): added, then (0, 0) is wrong."""
    w, b, mistakes = reference.perceptron(CORNERS, np.array([[0, 0, 0, 1]]), max_epochs=1)

    assert ([[1.0], [1.0]], 1.0, [1]) == (w.tolist(), b, mistakes)

    w, b, mistakes = reference.perceptron(CORNERS[:, :2], np.array([[0, 1]]), max_epochs=2)

    assert ([[0.0], [1.0]], 0.0, [1, 1]) == (w.tolist(), b, mistakes)


@pytest.mark.parametrize("labels", [[0, 0, 0, 1], [0, 1, 1, 1]])
def test_the_perceptron_learns_and_and_or(labels: list[int]) -> None:
    w, b, mistakes = reference.perceptron(CORNERS, np.array([labels]))

    assert [labels] == reference.threshold(w, b, CORNERS).tolist()
    assert 0 == mistakes[-1]


def test_xor_defeats_the_perceptron() -> None:
    _, _, mistakes = reference.perceptron(CORNERS, np.array([[0, 1, 1, 0]]))

    assert 100 == len(mistakes)
    assert min(mistakes) > 0


@pytest.mark.parametrize("y", [0, 1])
def test_walk_back_gives_logistic_regressions_loss_and_slopes(y: int) -> None:
    x = X[:, :1]
    walk = reference.walk_back(W, B, x, y)
    grads, cost = logistic_regression.propagate(W, B, x, np.array([[y]]))
    a = 1 / (1 + math.exp(-0.5))

    assert (0.5, a, cost) == pytest.approx((walk["z"], walk["a"], walk["L"]), rel=1e-13)
    assert (-1 / a if y else 1 / (1 - a), a - y) == pytest.approx((walk["da"], walk["dz"]), rel=1e-13)
    np.testing.assert_allclose(walk["dw"], grads["dw"], rtol=1e-13)
    assert grads["db"] == pytest.approx(walk["db"], rel=1e-13)
