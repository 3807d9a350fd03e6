"""The shapes worked out by hand: each row of the table says what is right, and what to think of where it is not."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from helpers.shapes import compare, right_shapes

SIZES, M = [6, 4, 1], 5
RIGHT = {"W1": (4, 6), "b1": (4, 1), "Z1": (4, 5), "W2": (1, 4), "b2": (1, 1), "Z2": (1, 5)}


def rows(capsys: pytest.CaptureFixture[str], yours: dict[str, Any]) -> dict[str, str]:
    """Return the printed table: name -> the rest of its row."""
    compare(yours, SIZES, M)
    lines = capsys.readouterr().out.splitlines()
    return {line.partition(" ")[0]: line.partition(" ")[2].strip() for line in lines}


def test_shapes_of_a_small_network_worked_by_hand() -> None:
    assert RIGHT == right_shapes(SIZES, M)


def test_every_right_shape_is_told_so(capsys: pytest.CaptureFixture[str]) -> None:
    told = rows(capsys, RIGHT)

    assert told.pop("6") == "of 6 shapes are right."
    assert all(row.endswith("  right") for row in told.values())


def test_what_is_not_filled_in_is_no_fault(capsys: pytest.CaptureFixture[str]) -> None:
    told = rows(capsys, {"W1": (4, 6), "b1": None})

    assert "not filled in yet" == told["b1"]
    assert "not filled in yet" == told["Z2"]
    assert "of 6 shapes are right." == told["1"]


def test_a_wrong_shape_is_told_what_its_sides_stand_for(capsys: pytest.CaptureFixture[str]) -> None:
    told = rows(capsys, {"W2": (4, 1), "b1": (4,), "Z1": (6, 5)})

    assert (
        "(4, 1)          the other way round: a row for each unit of layer 2, a column for each unit of layer 1"
        == told["W2"]
    )
    assert "(4,)            not yet: a column, with a row for each unit of layer 1" == told["b1"]
    assert "(6, 5)          not yet: a row for each unit of layer 1, a column for each example" == told["Z1"]


@pytest.mark.parametrize("shape", [[4, 6], np.array([4, 6]), (4.0, 6)])
def test_a_shape_in_another_dress_is_right(capsys: pytest.CaptureFixture[str], shape: Any) -> None:
    assert rows(capsys, {"W1": shape})["W1"].endswith("right")


@pytest.mark.parametrize("nonsense", ["(4, 6)", 24, (4, 6, 1), [], {"n": 4}, [[4], [4, 6]], print, np.zeros((4, 6))])
def test_nonsense_is_not_right_and_stops_nothing(capsys: pytest.CaptureFixture[str], nonsense: Any) -> None:
    assert "not yet:" in rows(capsys, {"W1": nonsense})["W1"]
