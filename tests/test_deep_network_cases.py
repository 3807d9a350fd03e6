"""The cases of lesson 05, whatever the seed: every depth, relus on and off, no gradient that vanishes."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from grader.draw import draw_cases
from grader.exercises.deep_network.draws import draw_layer
from grader.lessons import find_lesson
from helpers.reference import deep_network as reference

LESSON = find_lesson("05-deep-network")
SEEDS = range(20)


def arguments(exercise: str, seed: int) -> list[dict[str, Any]]:
    return [case.arguments for case in draw_cases(LESSON.exercise(exercise), seed).cases]


def test_every_depth_from_one_to_five_is_asked_for() -> None:
    """And both one output and several."""
    caches = [case["caches"] for case in arguments("L_model_backward", 0)]

    assert {1, 2, 3, 4, 5} == {len(each) for each in caches}
    assert {len(case["parameters"]) // 2 for case in arguments("L_model_forward", 0)} == {len(each) for each in caches}
    assert {1, 2, 4} == {case["Y"].shape[0] for case in arguments("L_model_backward", 0)}


@pytest.mark.parametrize("seed", SEEDS)
def test_relus_are_on_and_off_in_every_hidden_layer_and_example(seed: int) -> None:
    for case in arguments("L_model_backward", seed):
        for _, Z in case["caches"][:-1]:
            on = Z > 0
            assert np.all(on.any(axis=0) & ~on.all(axis=0))
            assert Z.shape[1] == 1 or np.all(on.any(axis=1) & ~on.all(axis=1))
            assert np.abs(Z).min() > 0.05


@pytest.mark.parametrize("seed", SEEDS)
def test_probabilities_are_clear_and_no_gradient_vanishes(seed: int) -> None:
    for case in arguments("L_model_backward", seed):
        assert 0.1 < case["AL"].min() < case["AL"].max() < 0.9 or case["AL"].size == 1
        assert np.abs(case["AL"] - 0.5).min() > 0.03
        assert min(np.abs(slope).max() for slope in reference.L_model_backward(**case).values()) > 0.01


def test_a_layer_of_several_units_is_mixed_where_relu_has_no_place() -> None:
    """The relu slope, wrongly taken for the sigmoid's, then never leaves nothing or everything."""
    rng = np.random.default_rng(1)
    for _ in range(50):
        *_, Z = draw_layer(rng, rng.normal(size=(4, 4)), 4, "sigmoid")
        assert np.all(np.any(Z > 0, axis=0) & np.any(Z < 0, axis=0))
