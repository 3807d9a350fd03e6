"""The right answers of lesson 04: by hand, against measured slopes, and at the far ends."""

from __future__ import annotations

import math
from copy import deepcopy
from typing import Any

import numpy as np
import pytest

from helpers.reference import activations as reference

Z = np.array([[-2.0, -0.5, 0.25], [0.75, 1.5, 3.0]])
L2, L3 = math.log(2), math.log(3)


def same_numbers(expected: Any, actual: Any) -> None:
    assert np.shape(expected) == np.shape(actual)
    np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15)


def test_numerical_derivative_is_the_centred_difference_worked_by_hand() -> None:
    """At z = 0 and h = log 2: (e**h - e**-h) / 2h = (2 - 1/2) / (2 log 2) = 3 / (4 log 2)."""
    same_numbers(3 / (4 * L2), reference.numerical_derivative("exp", 0.0, L2))


def test_the_default_step_gives_ten_digits() -> None:
    assert pytest.approx(np.exp(Z), rel=1e-9) == reference.numerical_derivative("exp", Z)


def test_sigmoid_derivative_gives_the_numbers_worked_by_hand() -> None:
    """sigma(log 3) = 3/4 and sigma(0) = 1/2, so the slopes are 3/4 * 1/4 and 1/4."""
    same_numbers([3 / 16, 1 / 4, 3 / 16], reference.sigmoid_derivative(np.array([L3, 0.0, -L3])))


def test_tanh_derivative_gives_the_numbers_worked_by_hand() -> None:
    """tanh(log 2) = (4 - 1) / (4 + 1) = 3/5, so the slope is 16/25."""
    same_numbers([16 / 25, 1.0, 16 / 25], reference.tanh_derivative(np.array([L2, 0.0, -L2])))


def test_relu_and_its_leaks_give_the_numbers_worked_by_hand() -> None:
    z = np.array([-2.0, 0.0, 3.0])

    same_numbers([0.0, 0.0, 3.0], reference.relu(z))
    same_numbers([-0.02, 0.0, 3.0], reference.leaky_relu(z))
    same_numbers([-0.5, 0.0, 3.0], reference.leaky_relu(z, slope=0.25))
    same_numbers([0.0, 0.0, 1.0], reference.relu_derivative(z))
    same_numbers([0.25, 0.25, 1.0], reference.relu_derivative(z, slope=0.25))


def test_softmax_and_its_slopes_give_the_numbers_worked_by_hand() -> None:
    """e**z = (1, 2, 3), of the sum 6; J = diag(a) - a a.T."""
    a = reference.softmax(np.array([[0.0], [L2], [L3]]))

    same_numbers(np.array([[1.0], [2.0], [3.0]]) / 6, a)
    same_numbers(
        np.array([[5.0, -2.0, -3.0], [-2.0, 8.0, -6.0], [-3.0, -6.0, 9.0]]) / 36, reference.softmax_derivative(a)
    )


@pytest.mark.parametrize(
    ("g", "slope"),
    [
        (reference.sigmoid, reference.sigmoid_derivative),
        (np.tanh, reference.tanh_derivative),
        (reference.relu, reference.relu_derivative),
        (reference.leaky_relu, lambda z: reference.relu_derivative(z, 0.01)),
    ],
)
def test_a_derivative_is_the_measured_slope(g: Any, slope: Any) -> None:
    np.testing.assert_allclose(slope(Z), (g(Z + 1e-6) - g(Z - 1e-6)) / 2e-6, rtol=1e-8)
    assert np.ndim(slope(0.5)) == 0


def test_the_slopes_of_softmax_are_the_measured_ones() -> None:
    z, moves = Z.reshape(-1, 1), 1e-6 * np.eye(Z.size)
    measured = (reference.softmax(z + moves) - reference.softmax(z - moves)) / 2e-6

    np.testing.assert_allclose(reference.softmax_derivative(reference.softmax(z)), measured, atol=1e-9)


def test_two_classes_are_the_sigmoid() -> None:
    scores = np.vstack([Z[0], np.zeros(3)])

    np.testing.assert_allclose(reference.softmax(scores)[0], reference.sigmoid(Z[0]), rtol=1e-12)


def test_far_scores_do_not_overflow() -> None:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        A = reference.softmax(np.array([[1000.0, -1000.0], [999.0, -3000.0]]))
        flat = [
            slope(np.array([-1000.0, 1000.0])) for slope in (reference.sigmoid_derivative, reference.tanh_derivative)
        ]

    same_numbers([1.0, 1.0], A.sum(axis=0))
    same_numbers(np.zeros((2, 2)), np.array(flat))


def test_arguments_stay_as_they_are() -> None:
    before = deepcopy(Z)
    for name in ("sigmoid_derivative", "tanh_derivative", "relu", "leaky_relu", "relu_derivative", "softmax"):
        getattr(reference, name)(Z)
    reference.numerical_derivative("tanh", Z)
    reference.softmax_derivative(Z[:, :1])

    same_numbers(before, Z)
