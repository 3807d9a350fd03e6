"""The course: every lesson by name, its declarations joined with its known mistakes."""

from __future__ import annotations

from grader.exercise import Lesson
from grader.exercises import deep_application, deep_network, logistic_regression, one_hidden_layer
from grader.mistakes import deep_application as deep_application_mistakes
from grader.mistakes import deep_network as deep_network_mistakes
from grader.mistakes import logistic_regression as logistic_regression_mistakes
from grader.mistakes import one_hidden_layer as one_hidden_layer_mistakes
from grader.styles import deep_application as deep_application_styles
from grader.styles import deep_network as deep_network_styles
from grader.styles import logistic_regression as logistic_regression_styles
from grader.styles import one_hidden_layer as one_hidden_layer_styles
from helpers.errors import GraderError

DEEP_NETWORK = Lesson(
    "05-deep-network",
    deep_network.EXERCISES,
    deep_network_mistakes.MISTAKES,
    deep_network_styles.STYLES,
)
LESSONS = {
    lesson.name: lesson
    for lesson in (
        Lesson(
            "02-logistic-regression",
            logistic_regression.EXERCISES,
            logistic_regression_mistakes.MISTAKES,
            logistic_regression_styles.STYLES,
        ),
        Lesson(
            "03-one-hidden-layer",
            one_hidden_layer.EXERCISES,
            one_hidden_layer_mistakes.MISTAKES,
            one_hidden_layer_styles.STYLES,
        ),
        DEEP_NETWORK,
        Lesson(
            "06-deep-application",
            deep_application.EXERCISES,
            deep_application_mistakes.MISTAKES,
            deep_application_styles.STYLES,
            builds_on=DEEP_NETWORK,
        ),
        Lesson("99-playground", exercises=()),
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
