"""An exercise built on a mistake in an earlier one: it fails on every draw, or the mistake cannot matter there.

Else the draw of the cases would decide over its points.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from grader.draw import PUBLIC_SEED, draw_cases
from grader.exercise import Exercise, Lesson, Mistake
from grader.lessons import LESSONS
from helpers.compare import compare
from helpers.observe import observe
from helpers.records import Question

SEEDS = (PUBLIC_SEED, 201, 202)
CANNOT_MATTER = {  # mistakes, or exercises all of whose mistakes, that change nothing of what the later one returns
    ("01-single-neuron", "perceptron"): (
        *("threshold_column", "threshold_flat"),  # of a single example
        "threshold_at_half",  # of whole numbers
    ),
    ("02-logistic-regression", "predict"): (
        *("sigmoid_as_step", "sigmoid_with_difference", "sigmoid_with_typed_e"),  # on the same side of 0.5
        "sigmoid_changes_z",  # which is predict's own
    ),
    ("02-logistic-regression", "model"): (
        "initialize_list",  # adds as a number does
        "optimize_changes_w",  # of zeros that nobody sees again
        "optimize_gradients_after_loop",  # which model drops
    ),
    ("03-one-hidden-layer", "nn_model"): (
        "compute_cost",  # it is only printed
        *("layer_sizes_one_output", "layer_sizes_hidden_as_input", "layer_sizes_hidden_as_examples"),  # n_h is given
        *("initialize_first_bias_twice", "backward_elementwise_error"),  # of one output
        *("forward_without_b1", "forward_b1_outside", "forward_cache_z1_twice"),
        # another way down the same hill, to the same place
        *("backward_slope_without_square", "backward_slope_plus", "backward_slope_of_z1", "backward_tanh_twice"),
        *("backward_without_slope", "backward_relu_slope", "backward_slope_doubled", "backward_dw2_of_z1"),
        "backward_dw1_without_mean",
        "backward_changes_cache",  # which is made anew in each step
        *("update_fixed_rate", "update_in_place"),
    ),
    ("05-deep-network", "linear_activation_backward"): ("linear_backward_in_place",),  # dZ was made for it alone
    ("05-deep-network", "L_model_backward"): ("linear_backward_in_place",),
    ("03-one-hidden-layer", "predict"): ("forward_cache_z1_twice", "forward_cache_swapped", "forward_cache_tuple"),
}

LATER = [
    pytest.param(lesson, exercise, id=f"{lesson.name}-{exercise.name}")
    for lesson in LESSONS.values()
    for exercise in lesson.exercises
    if exercise.uses
]


def built_on(later: Exercise, mistake: Mistake) -> Callable[..., Any]:
    """Return the reference of an exercise with the wrong version in the place of the earlier one that it calls."""
    module = sys.modules[later.reference.__module__]
    names = dict(vars(module))
    for name, value in vars(module).items():
        if isinstance(value, types.FunctionType) and value.__module__ == module.__name__:
            names[name] = types.FunctionType(value.__code__, names, name, value.__defaults__)
    names[mistake.exercise] = mistake.wrong
    function: Callable[..., Any] = names[later.name]
    return function


def passes(question: Question, function: Callable[..., Any]) -> bool:
    """Whether it is right on every case; the first that it fails ends the look."""
    return all(compare(question, case, observe(function, case.arguments)) is None for case in question.cases)


@pytest.mark.parametrize(("lesson", "later"), LATER)
def test_what_is_built_on_a_mistake_fails_unless_it_cannot_matter(lesson: Lesson, later: Exercise) -> None:
    earlier = [mistake for mistake in lesson.mistakes if mistake.exercise in later.uses]
    harmless = CANNOT_MATTER.get((lesson.name, later.name), ())
    wanted = {mistake.name for mistake in earlier if mistake.name in harmless or mistake.exercise in harmless}
    for seed in SEEDS:
        right_on = partial(passes, draw_cases(later, seed))
        found = {mistake.name for mistake in earlier if right_on(built_on(later, mistake))}

        assert wanted == found, f"seed {seed}"
