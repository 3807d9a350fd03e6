"""The gradient check: a returned gradient must be the slope of the cost that is returned with it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from helpers.gradient import gradient_finding
from helpers.messages import render
from helpers.observe import calling
from helpers.records import Case, Finding, Observation, Question

# J(w, b) = w0**2 + 3 w1 + b**3 at w = (2, 5), b = 1: J = 4 + 15 + 1 = 20, dJ/dw = (2 * 2, 3), dJ/db = 3 * 1**2
ARGUMENTS = {"w": np.array([[2.0], [5.0]]), "b": 1.0}
RIGHT = ({"dw": np.array([[4.0], [3.0]]), "db": 3.0}, 20.0)


def cost(w: Any, b: Any) -> Any:
    return w[0, 0] ** 2 + 3 * w[1, 0] + b**3


def answer(w: Any, b: Any) -> Any:
    return {"dw": np.array([[2 * w[0, 0]], [3.0]]), "db": 3 * b**2}, cost(w, b)


QUESTION = Question(
    "propagate",
    (Case("toy", "with a toy", ARGUMENTS, Observation(RIGHT)),),
    parts=("grads", "cost"),
    gradients={"dw": "w", "db": "b"},
)


def found_in(function: Callable[..., Any], question: Question = QUESTION) -> Finding | None:
    return gradient_finding(question, calling(function))


def test_gradients_that_are_the_slopes_pass() -> None:
    assert found_in(answer) is None


@pytest.mark.parametrize("kind", [float, np.float32, np.array, lambda number: np.array([[number]])])
def test_gradients_pass_whatever_holds_the_numbers(kind: Callable[[Any], Any]) -> None:
    def in_style(w: Any, b: Any) -> Any:
        grads, value = answer(w, b)
        return {"dw": grads["dw"], "db": kind(grads["db"])}, kind(value)

    assert found_in(in_style) is None


def test_a_bias_in_an_array_is_an_argument_like_any() -> None:
    question = replace(
        QUESTION,
        cases=(replace(QUESTION.cases[0], arguments={**ARGUMENTS, "b": np.array([[1.0]])}),),
    )

    assert found_in(lambda w, b: answer(w, b[0, 0]), question) is None


def right_on_the_case(elsewhere: Callable[..., Any]) -> Callable[..., Any]:
    """Give the right answer to the case's own arguments, and another to all others."""

    def function(w: Any, b: Any) -> Any:
        on_the_case = np.array_equal(w, ARGUMENTS["w"]) and b == 1
        return RIGHT if on_the_case else elsewhere(w, b)

    return function


def test_an_answer_copied_from_the_case_has_no_slope() -> None:
    """The cost stays 20 wherever w is moved, so its slope is 0 and not 4."""
    found = found_in(lambda w, b: RIGHT)

    assert found is not None
    assert ("gradient", "dw", " at [0, 0]", "4", "0") == (found.code, *found.facts.values())
    assert "dw at [0, 0] is 4, but your own cost has the slope 0 there" == render(found).came


def test_the_second_entry_and_the_second_gradient_are_measured_too() -> None:
    """A cost that forgets w1 or b is right on the case and has the slope 0 there."""
    without_w1 = found_in(right_on_the_case(lambda w, b: (answer(w, b)[0], w[0, 0] ** 2 + b**3)))
    without_b = found_in(right_on_the_case(lambda w, b: (answer(w, b)[0], cost(w, 1))))

    assert without_w1 is not None
    assert ("dw", " at [1, 0]", "3", "0") == tuple(without_w1.facts.values())
    assert without_b is not None
    assert ("db", "", "3", "0") == tuple(without_b.facts.values())


@pytest.mark.parametrize(
    "elsewhere",
    [
        lambda w, b: None,
        lambda w, b: 1 / 0,
        lambda w, b: answer(w, b)[0],
        lambda w, b: (RIGHT[0], "20"),
        lambda w, b: (RIGHT[0], np.zeros(2)),
        lambda w, b: (RIGHT[0], math.nan),
        lambda w, b: (RIGHT[0], math.inf),
        lambda w, b: ({}, 20.0),
    ],
)
def test_a_function_without_a_cost_elsewhere_is_told_so(elsewhere: Callable[..., Any]) -> None:
    found = found_in(right_on_the_case(elsewhere))

    assert found is not None
    assert ("no_slope", "no cost came back when w was moved by 0.01") == (found.code, render(found).came)


@pytest.mark.parametrize(
    ("second", "code"),
    [
        (lambda: None, "nothing_returned"),
        (lambda: 1 / 0, "raised"),
        (lambda: (RIGHT[0], 21.0), "values"),
        (lambda: ({"dw": np.zeros((7, 1)), "db": 3.0}, 20.0), "shape"),
    ],
)
def test_a_function_that_answers_differently_when_asked_again_is_told_so(second: Callable[[], Any], code: str) -> None:
    calls = itertools.count()
    function = right_on_the_case(answer)
    assert found_in(function) is None

    found = found_in(lambda w, b: second() if next(calls) == 0 else function(w, b))

    assert found is not None
    assert code == found.code


def test_the_arguments_of_the_case_stay_as_they_are() -> None:
    def writes(w: Any, b: Any) -> Any:
        result = answer(w, b)
        w += 1
        return result

    found_in(writes)

    assert [[2.0], [5.0]] == ARGUMENTS["w"].tolist()  # type: ignore[attr-defined]
