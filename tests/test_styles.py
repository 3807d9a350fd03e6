"""A right answer is never refused for its style; `course verify` tries each on six more draws."""

from __future__ import annotations

import functools
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest

from grader.draw import draw_cases
from grader.exercise import Exercise, Lesson
from grader.lessons import LESSONS
from grader.verify.exercises import drawn_otherwise
from helpers.judge import judge
from helpers.observe import observe
from helpers.panel import Panel
from helpers.records import Question

SEEDS = (101,)
LEAST = 12

STYLES = [
    pytest.param(lesson, exercise, style, id=f"{lesson.name}-{exercise.name}-{style.__name__}")
    for lesson in LESSONS.values()
    for exercise in lesson.exercises
    for style in lesson.styles_of(exercise)
]
EXERCISES = [
    pytest.param(lesson, exercise, id=f"{lesson.name}-{exercise.name}")
    for lesson in LESSONS.values()
    for exercise in lesson.exercises
]
OF_A_DRAW = [one for one in STYLES if one.values[1].properties]  # type: ignore[union-attr]


@functools.cache
def drawn(lesson_name: str, exercise_name: str, seed: int) -> Question:
    return draw_cases(LESSONS[lesson_name].exercise(exercise_name), seed)


@pytest.mark.parametrize(("lesson", "exercise", "style"), STYLES)
def test_a_right_answer_passes_in_every_style(lesson: Lesson, exercise: Exercise, style: Callable[..., Any]) -> None:
    verdicts = [judge(drawn(lesson.name, exercise.name, seed), partial(observe, style)) for seed in SEEDS]

    assert [] == [repr(Panel(verdict)) for verdict in verdicts if not verdict.passed]


@pytest.mark.parametrize(("lesson", "exercise", "style"), OF_A_DRAW)
def test_a_right_draw_passes_whatever_the_generator(
    lesson: Lesson, exercise: Exercise, style: Callable[..., Any]
) -> None:
    verdicts = [
        judge(drawn(lesson.name, exercise.name, seed), partial(observe, drawn_otherwise(style))) for seed in SEEDS
    ]

    assert [] == [repr(Panel(verdict)) for verdict in verdicts if not verdict.passed]


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_an_exercise_has_a_dozen_styles_of_different_names(lesson: Lesson, exercise: Exercise) -> None:
    names = [style.__name__ for style in lesson.styles_of(exercise)]

    assert len(names) == len(set(names))
    assert len(names) >= LEAST
