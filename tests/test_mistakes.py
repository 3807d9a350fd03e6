"""Every known mistake fails its exercise's check and is told in its own words; `course verify` tells all apart."""

from __future__ import annotations

import functools
import inspect
from functools import partial

import numpy as np
import pytest

from grader.draw import PUBLIC_SEED, draw
from grader.exercise import Exercise, Lesson, Mistake
from grader.lessons import LESSONS
from grader.verify.exercises import drawn_otherwise, is_told
from helpers.judge import judge
from helpers.messages import TEMPLATES
from helpers.observe import observe
from helpers.panel import Panel
from helpers.records import Outcome, Question

LEAST = 6
LEAST_OF_THE_HARD = 10
HARD = (
    *("propagate", "optimize"),
    *("compute_cost", "backward_propagation", "update_parameters", "nn_model"),
    *("linear_backward", "L_model_backward", "two_layer_model", "L_layer_model"),
    *("cross_entropy", "l2_penalty", "l1_penalty"),
)

EXERCISES = [
    pytest.param(lesson, exercise, id=f"{lesson.name}-{exercise.name}")
    for lesson in LESSONS.values()
    for exercise in lesson.exercises
]
MISTAKES = [
    pytest.param(lesson, mistake, id=f"{lesson.name}-{mistake.name}")
    for lesson in LESSONS.values()
    for mistake in lesson.mistakes
]
OF_A_DRAW = [
    pytest.param(lesson, mistake, id=f"{lesson.name}-{mistake.name}")
    for lesson in LESSONS.values()
    for mistake in lesson.mistakes
    if lesson.exercise(mistake.exercise).properties
]


@functools.cache
def drawn(lesson_name: str, exercise_name: str, seed: int) -> Question:
    lesson = LESSONS[lesson_name]
    return draw(lesson, lesson.exercise(exercise_name), seed)


@pytest.mark.parametrize(("lesson", "mistake"), MISTAKES)
def test_a_known_mistake_is_told_in_its_own_words(lesson: Lesson, mistake: Mistake) -> None:
    question = drawn(lesson.name, mistake.exercise, PUBLIC_SEED)

    panel = Panel(judge(question, partial(observe, mistake.wrong)))

    assert panel.verdict.outcome is Outcome.WRONG
    assert mistake.name == panel.verdict.mistake
    assert mistake.says in repr(panel)
    assert mistake.hint in repr(panel)


@pytest.mark.parametrize(("lesson", "mistake"), OF_A_DRAW)
def test_a_mistake_of_a_draw_is_told_whatever_the_generator(lesson: Lesson, mistake: Mistake) -> None:
    """With other random numbers it cannot be recognised by them: then the finding that it declares tells of it."""
    question = drawn(lesson.name, mistake.exercise, PUBLIC_SEED)

    verdict = judge(question, partial(observe, drawn_otherwise(mistake.wrong)))

    assert mistake.finding in TEMPLATES
    assert is_told(verdict, mistake), repr(Panel(verdict))


@pytest.mark.parametrize(("lesson", "mistake"), MISTAKES)
def test_only_a_mistake_of_a_draw_declares_a_finding(lesson: Lesson, mistake: Mistake) -> None:
    assert bool(lesson.exercise(mistake.exercise).properties) == bool(mistake.finding)


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_an_exercise_has_its_share_of_known_mistakes(lesson: Lesson, exercise: Exercise) -> None:
    least = LEAST_OF_THE_HARD if exercise.name in HARD else LEAST

    assert least <= len(lesson.mistakes_of(exercise))


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=list(LESSONS))
def test_every_mistake_belongs_to_an_exercise(lesson: Lesson) -> None:
    names = {exercise.name for exercise in lesson.exercises}

    assert names == {mistake.exercise for mistake in lesson.mistakes}


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_names_and_descriptions_are_unique(lesson: Lesson, exercise: Exercise) -> None:
    known = lesson.mistakes_of(exercise)

    assert len(known) == len({mistake.name for mistake in known})
    assert len(known) == len({mistake.says for mistake in known})


@pytest.mark.parametrize(("lesson", "mistake"), MISTAKES)
def test_a_description_is_a_clause_and_a_hint_a_sentence(lesson: Lesson, mistake: Mistake) -> None:
    """`says` stands behind "came:", so it has no full stop; the hint ends as a sentence or a question does."""
    assert not mistake.says.endswith((".", "?", "!"))
    assert mistake.hint.endswith((".", "?"))


@pytest.mark.parametrize(("lesson", "mistake"), MISTAKES)
def test_a_hint_stops_short_of_the_line(lesson: Lesson, mistake: Mistake) -> None:
    body = solution_lines(lesson.exercise(mistake.exercise))

    assert [] == [line for line in body if line in squeezed(mistake.hint) or line in squeezed(mistake.says)]


def solution_lines(exercise: Exercise) -> list[str]:
    """Return the lines of the reference's body without comments and blanks, and what they return or assign.

    A name alone, such as what is returned, gives nothing away.
    """
    source = inspect.getsource(exercise.reference)
    body = source.split('"""')[-1].splitlines()
    lines = [squeezed(line.split("#")[0]) for line in body]
    right_sides = [line.split("=", 1)[1] for line in lines if "=" in line]
    returned = [line.removeprefix("return") for line in lines if line.startswith("return")]
    return [line for line in lines + right_sides + returned if len(line) > 6 and not line.isidentifier()]


def squeezed(text: str) -> str:
    return "".join(text.split())


def test_an_answer_is_never_taken_for_a_mistake_that_it_shares_only_some_cases_with() -> None:
    """With m written as 3 only the first case is right; written as 4, no known mistake fits."""
    lesson = LESSONS["02-logistic-regression"]
    question = drawn(lesson.name, "propagate", PUBLIC_SEED)
    reference = lesson.exercise("propagate").reference

    def four_examples(w, b, X, Y):  # type: ignore[no-untyped-def]
        grads, cost = reference(w, b, X, Y)
        factor = X.shape[1] / 4
        return {name: value * factor for name, value in grads.items()}, cost * factor

    verdict = judge(question, partial(observe, four_examples))

    assert (Outcome.WRONG, "") == (verdict.outcome, verdict.mistake)


def test_a_mistake_is_named_though_a_number_comes_in_an_array() -> None:
    """np.dot gives the cost the shape (1, 1), which is right; the mistake in dw is the same one."""
    lesson = LESSONS["02-logistic-regression"]
    question = drawn(lesson.name, "propagate", PUBLIC_SEED)
    reference = lesson.exercise("propagate").reference

    def without_mean(w, b, X, Y):  # type: ignore[no-untyped-def]
        grads, cost = reference(w, b, X, Y)
        return {"dw": grads["dw"] * X.shape[1], "db": np.array([grads["db"]])}, np.array([[cost]])

    verdict = judge(question, partial(observe, without_mean))

    assert "propagate_dw_without_mean" == verdict.mistake


def test_a_mistake_that_raises_is_shown_with_the_line_that_raised() -> None:
    lesson = LESSONS["02-logistic-regression"]
    question = drawn(lesson.name, "propagate", PUBLIC_SEED)
    (mistake,) = (one for one in lesson.mistakes if one.name == "propagate_without_transpose")

    panel = Panel(judge(question, partial(observe, mistake.wrong)))

    assert "`dw = np.dot(X, A - Y) / m`" in repr(panel)
