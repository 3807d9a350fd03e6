"""The right answers of lesson 08: on every input, by hand, and what is said of units and products, counted."""

from __future__ import annotations

import math
from copy import deepcopy
from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from helpers import parity, paths
from helpers.reference import why_depth as reference

BITS = (2, 4, 8)
WIDTHS = ([3, 1], [2, 3, 1], [1, 1, 1], [3, 4, 2, 5, 1])


def every_path(Js: list[np.ndarray]) -> np.ndarray:
    return np.array([[paths.path_by_path(Js, j)] for j in range(Js[0].shape[1])])


def same_numbers(expected: Any, actual: Any) -> None:
    assert np.shape(expected) == np.shape(actual)
    np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15)


def odd(X: np.ndarray) -> np.ndarray:
    return X.sum(axis=0, keepdims=True) % 2


@pytest.mark.parametrize("n", BITS)
def test_all_inputs_are_all_and_half_of_them_are_odd(n: int) -> None:
    X, P = parity.all_inputs(n), parity.odd_patterns(n)

    assert (n, 2**n) == X.shape
    assert 2**n == len(np.unique(X, axis=1).T)
    assert (2 ** (n - 1), n) == P.shape
    assert np.all(odd(P.T) == 1)


def test_step_fires_above_zero_only() -> None:
    same_numbers([0.0, 0.0, 1.0], parity.step(np.array([-0.5, 0.0, 0.5])))


def test_xor_is_one_where_exactly_one_bit_is() -> None:
    same_numbers([0.0, 1.0, 1.0, 0.0], reference.xor_unit(*parity.all_inputs(2)))


@pytest.mark.parametrize("n", BITS)
def test_the_tree_and_the_wide_layer_are_right_on_every_input(n: int) -> None:
    X = parity.all_inputs(n)
    W, b = reference.pattern_detectors(parity.odd_patterns(n))

    same_numbers(odd(X), reference.parity_tree(X))
    same_numbers(odd(X), parity.step(W @ X + b).sum(axis=0, keepdims=True))
    assert len(W) == reference.count_units(n)[1]


@pytest.mark.parametrize("n", BITS)
def test_the_tree_has_the_units_that_are_counted(n: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row that an XOR unit answers with is a unit of the tree."""
    units, xor_unit = [], reference.xor_unit
    monkeypatch.setattr(reference, "xor_unit", lambda a, b: units.append(len(a)) or xor_unit(a, b))

    reference.parity_tree(parity.all_inputs(n))

    assert reference.count_units(n)[0] == sum(units)
    assert math.log2(n) == len(units)


def test_a_detector_scores_one_for_its_pattern_and_less_for_each_bit_that_differs() -> None:
    P = parity.odd_patterns(4)
    W, b = reference.pattern_detectors(P)
    apart = np.abs(P[:, np.newaxis] - P).sum(axis=2)

    same_numbers(1 - apart, W @ P.T + b)


def test_backward_step_gives_the_numbers_worked_by_hand() -> None:
    """| 1 3 |.T (2, -1) = (2 * 1 - 1 * 4, 2 * 3 - 1 * 5)."""
    same_numbers(
        [[-2.0], [1.0]], reference.backward_step(np.array([[2.0], [-1.0]]), np.array([[1.0, 3.0], [4.0, 5.0]]))
    )


@pytest.mark.parametrize("widths", WIDTHS)
def test_one_pass_back_is_all_paths_added_up(widths: list[int]) -> None:
    Js = paths.local_derivatives(widths, seed=1)

    np.testing.assert_allclose(reference.backward_pass(Js), every_path(Js), rtol=1e-10)


def test_the_pass_back_measures_as_the_slope_of_a_network() -> None:
    Ws = paths.local_derivatives([3, 4, 2, 1], seed=2)
    x, h = np.array([[0.3], [-0.2], [0.5]]), 1e-6

    def run(x: np.ndarray) -> list[np.ndarray]:
        values = [x]
        for W in Ws:
            values.append(np.tanh(W @ values[-1]))
        return values

    Js = [(1 - a**2) * W for a, W in zip(run(x)[1:], Ws, strict=True)]
    measured = (run(x + h * np.eye(3))[-1] - run(x - h * np.eye(3))[-1]).T / (2 * h)

    np.testing.assert_allclose(reference.backward_pass(Js), measured, rtol=1e-6)


@pytest.mark.parametrize("widths", WIDTHS)
def test_the_multiplications_are_those_that_numbers_count_themselves(widths: list[int]) -> None:
    counts = []
    for way in (every_path, reference.backward_pass):
        tally = paths.Tally()
        way(paths.counted(paths.local_derivatives(widths), tally))
        counts.append(tally.multiplications)

    assert reference.count_multiplications(widths) == tuple(counts)


@pytest.mark.parametrize("widths", WIDTHS)
def test_counting_numbers_compute_as_plain_ones_do(widths: list[int]) -> None:
    Js = paths.local_derivatives(widths, seed=3)
    counted = every_path(paths.counted(Js, paths.Tally()))

    np.testing.assert_allclose(counted.astype(float), every_path(Js), rtol=1e-12)
    assert [J.shape for J in Js] == [(n, n_prev) for n_prev, n in pairwise(widths)]


def test_arguments_stay_as_they_are() -> None:
    X, Js = parity.all_inputs(4), paths.local_derivatives([3, 2, 1])
    before = deepcopy((X, Js))

    reference.parity_tree(X)
    reference.pattern_detectors(X)
    reference.xor_unit(X, X)
    reference.backward_pass(Js)

    same_numbers(before[0], X)
    assert all(np.array_equal(one, other) for one, other in zip(before[1], Js, strict=True))
