"""A right answer is never refused for its style: `course verify` tries each on six draws."""

from __future__ import annotations

import pytest

from grader.exercise import Exercise, Lesson
from grader.lessons import LESSONS

LEAST = 12


@pytest.mark.parametrize(
    ("lesson", "exercise"),
    [
        pytest.param(lesson, exercise, id=f"{lesson.name}-{exercise.name}")
        for lesson in LESSONS.values()
        for exercise in lesson.exercises
    ],
)
def test_an_exercise_has_a_dozen_styles_of_different_names(lesson: Lesson, exercise: Exercise) -> None:
    names = [style.__name__ for style in lesson.styles_of(exercise)]

    assert len(names) == len(set(names))
    assert len(names) >= LEAST
