"""The course: every lesson by name, its declarations joined with its known mistakes."""

from __future__ import annotations

from grader.exercise import Lesson
from grader.exercises import logistic_regression
from grader.mistakes import logistic_regression as logistic_regression_mistakes
from grader.styles import logistic_regression as logistic_regression_styles
from helpers.errors import GraderError

LESSONS = {
    lesson.name: lesson
    for lesson in (
        Lesson(
            "02-logistic-regression",
            logistic_regression.EXERCISES,
            logistic_regression_mistakes.MISTAKES,
            logistic_regression_styles.STYLES,
        ),
    )
}


def find_lesson(name: str) -> Lesson:
    """Return a lesson by the name of its folder.

    Raises
    ------
    GraderError
        There is no such lesson.
    """
    if name not in LESSONS:
        raise GraderError(f'There is no lesson "{name}"; the course has: {", ".join(LESSONS)}.')
    return LESSONS[name]
