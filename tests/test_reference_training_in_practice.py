"""The right answers of lesson 07: by hand, by finite differences, and at the far ends."""

from __future__ import annotations

import math
from copy import deepcopy
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from grader.lessons import find_lesson
from helpers.reference import training_in_practice as reference

LESSON = find_lesson("07-training-in-practice")
SCORES = arrays.arrays(float, st.tuples(st.integers(1, 6), st.integers(1, 6)), elements=st.floats(-800, 800))


def same_numbers(expected: Any, actual: Any) -> None:
    np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15, strict=True)


def test_softmax_by_hand() -> None:
    """e^log 1, e^log 2, e^log 5 are 1, 2 and 5, of 8."""
    Z = np.log([[1.0], [2.0], [5.0]])

    same_numbers(np.array([[1 / 8], [2 / 8], [5 / 8]]), reference.softmax(Z))


@given(SCORES)
def test_columns_of_softmax_are_probabilities_wherever_the_scores_lie(Z: np.ndarray) -> None:
    A = reference.softmax(Z)

    assert np.all((A >= 0) & (A <= 1))
    np.testing.assert_allclose(A.sum(axis=0), 1, rtol=1e-12)


def test_softmax_of_two_scores_is_the_sigmoid_of_their_difference() -> None:
    A = reference.softmax(np.array([[0.0, 2.0], [1.5, -1.0]]))

    np.testing.assert_allclose(A[1], [1 / (1 + math.exp(-1.5)), 1 / (1 + math.exp(3))], rtol=1e-12)


def test_one_hot_by_hand() -> None:
    expected = np.array([[0.0, 1.0, 0.0], [0.0, 0.0, 0.0], [1.0, 0.0, 1.0], [0.0, 0.0, 0.0]])

    same_numbers(expected, reference.one_hot(np.array([[2, 0, 2]]), 4))


def test_cross_entropy_by_hand() -> None:
    """Probabilities 1/8, 2/8, 5/8 and 1/3 each; right are the third and the first class: J = (log 8/5 + log 3) / 2."""
    Z = np.column_stack([np.log([1.0, 2.0, 5.0]), np.zeros(3)])
    Y = np.array([[0.0, 1.0], [0.0, 0.0], [1.0, 0.0]])

    cost, dZ = reference.cross_entropy(Z, Y)

    assert (math.log(8 / 5) + math.log(3)) / 2 == pytest.approx(cost, rel=1e-12)
    np.testing.assert_allclose(dZ, [[1 / 8, -2 / 3], [2 / 8, 1 / 3], [-3 / 8, 1 / 3]], rtol=1e-12)


def test_the_error_is_m_times_the_measured_slope_of_the_cost() -> None:
    rng = np.random.default_rng(1)
    Z, Y = rng.normal(size=(4, 3)), reference.one_hot(np.array([[3, 0, 2]]), 4)
    _, dZ = reference.cross_entropy(Z, Y)
    for place in np.ndindex(Z.shape):
        step = np.zeros_like(Z)
        step[place] = 1e-6
        slope = (reference.cross_entropy(Z + step, Y)[0] - reference.cross_entropy(Z - step, Y)[0]) / 2e-6

        assert dZ[place] / 3 == pytest.approx(slope, rel=1e-6)


def test_the_cost_is_finite_where_a_probability_vanishes() -> None:
    cost, dZ = reference.cross_entropy(np.array([[1000.0], [-1000.0]]), np.array([[0.0], [1.0]]))

    assert 2000 == cost
    same_numbers(np.array([[1.0], [-1.0]]), dZ)


def test_mini_batches_by_hand() -> None:
    X, Y = np.array([[0, 1, 2, 3, 4]]), np.array([[0, 10, 20, 30, 40]])

    batches = reference.random_mini_batches(X, Y, np.array([3, 0, 4, 2, 1]), 2)

    assert [([[3, 0]], [[30, 0]]), ([[4, 2]], [[40, 20]]), ([[1]], [[10]])] == [
        (X_t.tolist(), Y_t.tolist()) for X_t, Y_t in batches
    ]


@given(st.integers(1, 40), st.integers(1, 50), st.integers(0, 99))
def test_every_example_comes_once_an_epoch_with_its_own_label(m: int, size: int, seed: int) -> None:
    X = np.arange(2 * m).reshape(2, m)
    batches = reference.random_mini_batches(X, X[:1] * 10, np.random.default_rng(seed).permutation(m), size)

    assert sorted(X[0]) == sorted(np.concatenate([X_t[0] for X_t, _ in batches]))
    assert all(np.array_equal(X_t[:1] * 10, Y_t) for X_t, Y_t in batches)
    assert all(X_t.shape[1] == size for X_t, _ in batches[:-1])


@pytest.mark.parametrize(
    ("penalty", "cost", "slope"),
    [
        (reference.l2_penalty, 0.5 * (9 + 4), [[-3.0, 0.0, 2.0]]),  # 0.5 (3^2 + 0 + 2^2), and twice 0.5 times each
        (reference.l1_penalty, 0.5 * (3 + 2), [[-0.5, 0.0, 0.5]]),
    ],
)
def test_penalties_by_hand(penalty: Any, cost: float, slope: list[list[float]]) -> None:
    came = penalty(np.array([[-3.0, 0.0, 2.0]]), 0.5)

    assert cost == came[0]
    same_numbers(np.array(slope), came[1])


def test_learning_rates_by_hand() -> None:
    np.testing.assert_allclose(reference.learning_rates(0.5, 4, 4), [0.5, 1, 2, 4], rtol=1e-12)


def test_confusion_matrix_by_hand() -> None:
    counts = reference.confusion_matrix(np.array([[0, 1, 1, 2, 1]]), np.array([[0, 1, 2, 2, 1]]), 3)

    assert [[1, 0, 0], [0, 2, 1], [0, 0, 1]] == counts.tolist()


@pytest.mark.parametrize("exercise", LESSON.exercises, ids=lambda exercise: exercise.name)
def test_arguments_are_left_alone(exercise: Any) -> None:
    for case in exercise.cases:
        arguments = case(np.random.default_rng(3))
        before = deepcopy(arguments)
        exercise.reference(*arguments.values())

        assert all(np.array_equal(before[name], arguments[name]) for name in arguments)
