"""The course: every lesson by name, its declarations joined with its known mistakes."""

from __future__ import annotations

from grader.exercise import Lesson
from grader.exercises import (
    activations,
    deep_application,
    deep_network,
    logistic_regression,
    one_hidden_layer,
    single_neuron,
    training_in_practice,
    warm_up,
    why_depth,
)
from grader.mistakes import activations as activations_mistakes
from grader.mistakes import deep_application as deep_application_mistakes
from grader.mistakes import deep_network as deep_network_mistakes
from grader.mistakes import logistic_regression as logistic_regression_mistakes
from grader.mistakes import one_hidden_layer as one_hidden_layer_mistakes
from grader.mistakes import single_neuron as single_neuron_mistakes
from grader.mistakes import training_in_practice as training_in_practice_mistakes
from grader.mistakes import warm_up as warm_up_mistakes
from grader.mistakes import why_depth as why_depth_mistakes
from grader.styles import activations as activations_styles
from grader.styles import deep_application as deep_application_styles
from grader.styles import deep_network as deep_network_styles
from grader.styles import logistic_regression as logistic_regression_styles
from grader.styles import one_hidden_layer as one_hidden_layer_styles
from grader.styles import single_neuron as single_neuron_styles
from grader.styles import training_in_practice as training_in_practice_styles
from grader.styles import warm_up as warm_up_styles
from grader.styles import why_depth as why_depth_styles
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
        Lesson("00-warm-up", warm_up.EXERCISES, warm_up_mistakes.MISTAKES, warm_up_styles.STYLES),
        Lesson(
            "01-single-neuron",
            single_neuron.EXERCISES,
            single_neuron_mistakes.MISTAKES,
            single_neuron_styles.STYLES,
        ),
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
        Lesson("04-activations", activations.EXERCISES, activations_mistakes.MISTAKES, activations_styles.STYLES),
        DEEP_NETWORK,
        Lesson(
            "06-deep-application",
            deep_application.EXERCISES,
            deep_application_mistakes.MISTAKES,
            deep_application_styles.STYLES,
            builds_on=DEEP_NETWORK,
        ),
        Lesson(
            "07-training-in-practice",
            training_in_practice.EXERCISES,
            training_in_practice_mistakes.MISTAKES,
            training_in_practice_styles.STYLES,
        ),
        Lesson("08-why-depth", why_depth.EXERCISES, why_depth_mistakes.MISTAKES, why_depth_styles.STYLES),
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
