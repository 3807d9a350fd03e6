"""The digits come in three parts, from scikit-learn; without it one sentence says so."""

from __future__ import annotations

import sys

import numpy as np
import pytest

from helpers import digits
from helpers.errors import DataError


def test_three_parts_hold_every_picture_once() -> None:
    parts = digits.three_parts()

    assert [(64, 1024), (64, 384), (64, 389)] == [part.X.shape for part in parts]
    assert [(1, 1024), (1, 384), (1, 389)] == [part.labels.shape for part in parts]
    assert (0, 1) == (min(part.X.min() for part in parts), max(part.X.max() for part in parts))
    assert 1797 == len(np.unique(np.hstack([part.X for part in parts]), axis=1).T)


def test_every_part_has_every_digit_and_the_same_seed_the_same_order() -> None:
    one, again = digits.three_parts(), digits.three_parts()

    assert all(set(range(10)) == set(part.labels.ravel().tolist()) for part in one)
    assert all(np.array_equal(part.labels, other.labels) for part, other in zip(one, again, strict=True))


def test_without_scikit_learn_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sklearn", None)

    with pytest.raises(DataError, match="pip install scikit-learn"):
        digits.three_parts()
