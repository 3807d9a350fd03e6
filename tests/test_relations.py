"""How a wrong array relates to the right one: each relation by a small example, and none where there is none."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from helpers import messages
from helpers.relations import RELATIONS, relation

W = np.array([[1.0, 2.0, 4.0], [8.0, 16.0, 32.0]])  # (2, 3); rows add up to 7 and 56, columns to 9, 18 and 36
M = 5
ARGUMENTS = {"X": np.zeros((2, M))}
ROWS, COLUMNS = np.array([[7.0], [56.0]]), np.array([[9.0, 18.0, 36.0]])


@pytest.mark.parametrize(
    ("got", "want", "name"),
    [
        (W.T, W, "transposed"),
        (W.ravel(), W, "flattened"),
        (W[..., np.newaxis], W, "flattened"),
        (np.array([7.0, 56.0]), ROWS, "flattened"),
        (-W, W, "negated"),
        (M * W, W, "times_m"),
        (W / M, W, "over_m"),
        (-M * W, W, "negated_times_m"),
        (W / -M, W, "negated_over_m"),
        (W, ROWS, "not_summed"),
        (W, COLUMNS.ravel(), "not_summed"),
        (ROWS, W, "over_summed"),
        (np.array(63.0), ROWS, "over_summed"),
        (COLUMNS, ROWS, "other_axis"),
        (COLUMNS.ravel(), ROWS, "other_axis"),
        (np.array(-0.5), np.array(0.5), "negated"),
        (np.array(2.5), np.array(0.5), "times_m"),
    ],
)
def test_each_relation_is_found(got: np.ndarray, want: np.ndarray, name: str) -> None:
    assert name == relation(got, want, ARGUMENTS)


def test_a_relation_is_found_in_single_precision() -> None:
    assert "times_m" == relation((W / 3 * M).astype(np.float32), W / 3, ARGUMENTS)


@pytest.mark.parametrize(
    ("got", "want"),
    [
        (W + 1, W),
        (W * 2, W),
        (np.zeros((2, 3)), W),
        (W, np.zeros((2, 3))),
        (np.zeros(7), np.zeros((2, 3))),
        (np.zeros((0, 3)), W),
        (W, np.zeros(0)),
        (W * 1j, W),
        (W * np.nan, W),
        (np.full((3, 2), np.inf), W),
        (np.full(6, np.inf), W),
        (np.array([[3.0, -3.0, 0.001]]), np.array([[1.0], [-0.999]])),
    ],
)
def test_where_nothing_holds_there_is_no_relation(got: np.ndarray, want: np.ndarray) -> None:
    """In the last pair both totals are nearly 0, as many are: that proves nothing."""
    assert "" == relation(got, want, ARGUMENTS)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        ({"X": np.zeros((2, M)), "Y": np.zeros((1, 9))}, "times_m"),
        ({"w": np.zeros((2, 1)), "Y": np.zeros((1, M))}, "times_m"),
        ({"A_prev": np.zeros((4, M)), "W": np.zeros((3, 4))}, "times_m"),
        ({"X_train": np.zeros((4, M)), "X_test": np.zeros((4, 2))}, "times_m"),
        ({"dZ": np.zeros((4, M)), "cache": ()}, "times_m"),
        ({"X": np.zeros((2, 1))}, ""),
        ({"X": 7}, ""),
        ({"dim": 5}, ""),
    ],
)
def test_the_number_of_examples_is_a_width_in_the_arguments(arguments: dict[str, Any], found: str) -> None:
    """With one example, or none known, a factor of m says nothing."""
    assert found == relation(M * W, W, arguments)


def test_every_relation_has_a_sentence_and_every_sentence_a_relation() -> None:
    assert {*RELATIONS, ""} == set(messages.RELATIONS)


DTYPES = hnp.boolean_dtypes() | hnp.integer_dtypes() | hnp.floating_dtypes() | hnp.complex_number_dtypes()
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=4, min_side=0, max_side=3))


@given(ARRAYS, ARRAYS, st.integers(0, 5))
def test_any_two_arrays_have_a_known_relation_or_none(got: np.ndarray, want: np.ndarray, m: int) -> None:
    assert relation(got, want, {"X": np.zeros((2, m))}) in {*RELATIONS, ""}
