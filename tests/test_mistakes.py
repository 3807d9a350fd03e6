"""Every known mistake fails its exercise's check and is told in its own words; `course verify` tells all apart."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from grader.exercise import Exercise, Lesson
from grader.lessons import LESSONS
from helpers.cases import public_questions
from helpers.judge import judge
from helpers.messages import TEMPLATES
from helpers.observe import calling
from helpers.panel import Panel
from helpers.records import Call, Observation, Outcome, Question

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


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_a_known_mistake_is_told_in_its_own_words(lesson: Lesson, exercise: Exercise) -> None:
    """Its frozen observations are judged here; `course verify` proves that the wrong version gives them still."""
    question = public_questions(lesson.name)[exercise.name]
    known = {mistake.name: mistake for mistake in lesson.mistakes_of(exercise)}

    assert known.keys() == {one.name for one in question.mistakes}
    for one in question.mistakes:
        panel = Panel(judge(question, answering(one.observations)))

        assert (Outcome.WRONG, one.name) == (panel.verdict.outcome, panel.verdict.mistake)
        assert known[one.name].says in repr(panel)
        assert known[one.name].hint in repr(panel)


def answering(observations: Sequence[Observation]) -> Call:
    """Return a function that was called before, and is seen to do the same again."""
    return lambda cases: observations


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_only_a_mistake_of_a_draw_declares_a_finding(lesson: Lesson, exercise: Exercise) -> None:
    """Drawn otherwise it is not recognised by its numbers; `course verify` proves that the finding tells of it."""
    wanted = TEMPLATES.keys() if exercise.properties else {""}

    assert {mistake.finding for mistake in lesson.mistakes_of(exercise)} <= wanted


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


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_a_description_is_a_clause_and_a_hint_a_sentence(lesson: Lesson, exercise: Exercise) -> None:
    """`says` stands behind "came:", so it has no full stop; the hint ends as a sentence or a question does."""
    known = lesson.mistakes_of(exercise)

    assert [] == [one.says for one in known if one.says.endswith((".", "?", "!"))]
    assert [] == [one.hint for one in known if not one.hint.endswith((".", "?"))]


@pytest.mark.parametrize(("lesson", "exercise"), EXERCISES)
def test_a_hint_stops_short_of_the_line(lesson: Lesson, exercise: Exercise) -> None:
    told = [squeezed(text) for mistake in lesson.mistakes_of(exercise) for text in (mistake.says, mistake.hint)]

    assert [] == [(line, text) for line in solution_lines(exercise) for text in told if line in text]


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


def of_propagate() -> tuple[Question, Callable[..., Any]]:
    """Return the question of an exercise, and its reference."""
    lesson = LESSONS["02-logistic-regression"]
    return public_questions(lesson.name)["propagate"], lesson.exercise("propagate").reference


def test_an_answer_is_never_taken_for_a_mistake_that_it_shares_only_some_cases_with() -> None:
    """With m written as 3 only the first case is right; written as 4, no known mistake fits."""
    question, reference = of_propagate()

    def four_examples(w, b, X, Y):  # type: ignore[no-untyped-def]
        grads, cost = reference(w, b, X, Y)
        factor = X.shape[1] / 4
        return {name: value * factor for name, value in grads.items()}, cost * factor

    verdict = judge(question, calling(four_examples))

    assert (Outcome.WRONG, "") == (verdict.outcome, verdict.mistake)


def test_a_mistake_is_named_though_a_number_comes_in_an_array() -> None:
    """np.dot gives the cost the shape (1, 1), which is right; the mistake in dw is the same one."""
    question, reference = of_propagate()

    def without_mean(w, b, X, Y):  # type: ignore[no-untyped-def]
        grads, cost = reference(w, b, X, Y)
        return {"dw": grads["dw"] * X.shape[1], "db": np.array([grads["db"]])}, np.array([[cost]])

    verdict = judge(question, calling(without_mean))

    assert "propagate_dw_without_mean" == verdict.mistake


def test_a_mistake_that_raises_is_shown_with_the_line_that_raised() -> None:
    lesson = LESSONS["02-logistic-regression"]
    question, _ = of_propagate()
    (mistake,) = (one for one in lesson.mistakes if one.name == "propagate_without_transpose")

    panel = Panel(judge(question, calling(mistake.wrong)))

    assert "`dw = np.dot(X, A - Y) / m`" in repr(panel)
