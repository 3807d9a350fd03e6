"""The verdict: a known mistake by its name, else the best finding, with the case's own suspicion where it helps."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.judge import judge, recognise, without_numbers
from helpers.messages import TEMPLATES, render
from helpers.observe import calling, each, observe
from helpers.records import Case, Finding, KnownMistake, Observation, Outcome, Question, Raised, Verdict

# f(X) = the row means of X: of [[1, 3]] it is [[2]], of [[1, 2, 3], [4, 5, 9]] it is [[2], [6]]
SMALL, LARGE = np.array([[1.0, 3.0]]), np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 9.0]])


def right(X: Any) -> Any:
    return X.mean(axis=1, keepdims=True)


def case(name: str, X: Any, suspect: str = "") -> Case:
    return Case(name, f"with {name}", {"X": X}, Observation(right(X)), suspect)


def known(name: str, wrong: Callable[..., Any]) -> KnownMistake:
    observations = tuple(observe(wrong, one.arguments) for one in CASES)
    return KnownMistake(name, f"it is {name}", f"mend {name}", observations)


CASES = (case("one row", SMALL), case("two rows", LARGE, "Is a size written as a number?"))
MISTAKES = (known("a sum", lambda X: X.sum(axis=1, keepdims=True)), known("a row", lambda X: X.mean(axis=1)))
QUESTION = Question("means", CASES, MISTAKES)


def verdict_on(function: Callable[..., Any], question: Question = QUESTION) -> Verdict:
    return judge(question, calling(function))


def test_a_right_answer_passes_without_a_finding() -> None:
    assert Verdict("means", Outcome.PASSED) == verdict_on(right)


def test_a_known_mistake_is_named_in_its_own_words() -> None:
    verdict = verdict_on(lambda X: X @ np.ones((X.shape[1], 1)))

    assert verdict.finding is not None
    message = render(verdict.finding)
    assert (Outcome.WRONG, "a sum") == (verdict.outcome, verdict.mistake)
    assert ("means", "it is a sum", "", "mend a sum") == (message.where, message.came, message.wanted, message.step)


def test_what_is_no_function_is_named_as_the_check_in_a_notebook_names_it() -> None:
    verdict = judge(QUESTION, lambda cases: [Observation(error=Raised("not_callable", "a NumPy array"))])

    assert verdict.finding is not None
    message = render(verdict.finding)
    assert ("means", "means is a NumPy array, not a function") == (message.where, message.came)


def test_a_known_mistake_must_agree_on_every_case() -> None:
    """A sum on the first case only is no sum."""
    verdict = verdict_on(lambda X: X.sum(axis=1, keepdims=True) if X.shape == (1, 2) else right(X))

    assert ("values", "") == (verdict.finding and verdict.finding.code, verdict.mistake)


def test_known_mistakes_are_made_only_for_a_wrong_answer() -> None:
    made: list[str] = []

    def make() -> tuple[KnownMistake, ...]:
        made.append("made")
        return MISTAKES

    judge(QUESTION, calling(right), make)

    assert [] == made

    verdict = judge(QUESTION, calling(lambda X: X.mean(axis=1)), make)

    assert ("a row", ["made"]) == (verdict.mistake, made)


def test_an_answer_of_no_plain_kind_is_compared_with_every_mistake_in_peace() -> None:
    verdict = verdict_on(lambda X: np.ma.masked_array(right(X)))

    assert ("type", "") == (verdict.finding and verdict.finding.code, verdict.mistake)


# the case's suspicion


def test_where_earlier_cases_are_right_the_case_says_what_to_suspect() -> None:
    """A hard-coded size: m = 2 fits the first case, and divides the second by 2 where 3 belongs."""
    verdict = verdict_on(lambda X: X.sum(axis=1, keepdims=True) / 2)

    assert verdict.finding is not None
    assert "means, with two rows" == verdict.finding.where
    assert "Is a size written as a number?" == render(verdict.finding).step


def test_a_size_that_stops_the_function_is_suspected_too() -> None:
    verdict = verdict_on(lambda X: X @ np.ones((2, 1)) / 2)

    assert verdict.finding is not None
    assert ("raised", "Is a size written as a number?") == (verdict.finding.code, render(verdict.finding).step)


def test_a_relation_says_more_than_a_suspicion() -> None:
    verdict = verdict_on(lambda X: right(X) if X.shape[1] == 2 else -right(X))

    assert verdict.finding is not None
    assert "sign turned" in render(verdict.finding).step


def test_the_first_case_has_nothing_to_suspect() -> None:
    question = Question("means", (case("one row", SMALL, "never said"), *CASES[1:]))
    verdict = verdict_on(lambda X: right(X) + 1, question)

    assert verdict.finding is not None
    assert "by hand" in render(verdict.finding).step


def test_numbers_that_are_not_finite_have_a_better_next_step_than_a_suspicion() -> None:
    verdict = verdict_on(lambda X: right(X) if X.shape[1] == 2 else right(X) * math.nan)

    assert verdict.finding is not None
    assert ("not_finite", True) == (verdict.finding.code, "logarithm" in render(verdict.finding).step)


# what ends the questions


@pytest.mark.parametrize("kind", ["time_out", "died", "NotImplementedError", "not_defined", "not_callable"])
def test_after_its_last_words_a_function_is_not_asked_again(kind: str) -> None:
    asked: list[Any] = []

    def call(arguments: dict[str, Any]) -> Observation:
        asked.append(arguments)
        return Observation(error=Raised(kind))

    judge(QUESTION, partial(each, call))

    assert 1 == len(asked)


def test_a_function_that_raises_is_asked_every_case() -> None:
    """Only then its mistake can be known."""
    asked: list[Any] = []

    def call(arguments: dict[str, Any]) -> Observation:
        asked.append(arguments)
        return Observation(error=Raised("ValueError"))

    judge(QUESTION, partial(each, call))

    assert len(CASES) == len(asked)


def test_a_mistake_that_hangs_on_a_later_case_is_not_named_from_the_first_alone() -> None:
    observations = [Observation(np.array([[4.0]]))]

    assert recognise(MISTAKES, observations) is None


def test_a_named_mistake_shows_the_line_that_stopped() -> None:
    def stops(X: Any) -> Any:
        raise TypeError

    question = Question("means", CASES, (known("a stop", stops),))
    verdict = verdict_on(stops, question)

    assert verdict.finding is not None
    assert "it is a stop, at `raise TypeError`" == render(verdict.finding).came


# private cases

SECRET = 0.123456789
SHOWN = f"{SECRET:.6g}"


def secret_question(want: Any) -> Question:
    hidden = Case("hidden", "with numbers of your own", {"X": np.full((3, 4), SECRET)}, Observation(want))
    return Question("means", (hidden,), gradients={"dX": "X"} if isinstance(want, tuple) else {})


@pytest.mark.parametrize(
    ("want", "got"),
    [
        (np.full((3, 1), SECRET), np.zeros((3, 1))),
        (np.full((3, 1), SECRET), np.full((3, 1), SECRET * 2)),
        (SECRET, 7.0),
        (SECRET, None),
        (SECRET, "text"),
        (SECRET, math.nan),
        (np.full((3, 1), SECRET), np.full(3, SECRET)),
        (np.full((3, 1), SECRET), np.full((3, 1), math.inf)),
        ({"w": SECRET}, {}),
        ({"w": SECRET}, {"w": [SECRET]}),
        ([SECRET], [SECRET, SECRET]),
        ((SECRET, [SECRET]), ([SECRET], SECRET)),
        ((SECRET, SECRET), (SECRET,)),
        ((SECRET, [SECRET]), SECRET),
    ],
    ids=repr,
)
def test_a_verdict_on_a_private_case_shows_none_of_its_numbers(want: Any, got: Any) -> None:
    question = secret_question(want)
    verdict = without_numbers(judge(question, lambda cases: [Observation(got)] * len(cases)))

    assert verdict.finding is not None
    assert SHOWN not in str(verdict) + str(render(verdict.finding))


def test_a_verdict_on_a_private_gradient_shows_no_number() -> None:
    want = ({"dX": np.full((3, 4), SECRET)}, SECRET)
    question = Question(
        "means",
        (Case("hidden", "with numbers of your own", {"X": np.full((3, 4), SECRET)}, Observation(want)),),
        parts=("grads", "cost"),
        gradients={"dX": "X"},
    )
    open_verdict = judge(question, lambda cases: [Observation(want)] * len(cases))
    verdict = without_numbers(open_verdict)

    assert SHOWN in str(open_verdict)
    assert verdict.finding is not None
    assert ("gradient_private", {"name": "dX"}) == (verdict.finding.code, verdict.finding.facts)
    assert SHOWN not in str(verdict) + str(render(verdict.finding))


def test_a_verdict_without_numbers_keeps_what_helps() -> None:
    """Shapes, the count, the relation to the right answer and the case's suspicion are no secrets."""
    verdict = without_numbers(verdict_on(lambda X: 3 * right(X) if X.shape[1] == 3 else right(X)))

    assert verdict.finding is not None
    message = render(verdict.finding)
    assert "the result has other numbers in 2 of 2 entries, on inputs drawn for the grading" == message.came
    assert "1/m" in message.step


@pytest.mark.parametrize("code", sorted(set(TEMPLATES) - {"values", "gradient"}))
def test_a_verdict_of_any_other_code_stays_as_it_is(code: str) -> None:
    verdict = Verdict("means", Outcome.WRONG, Finding(code, Outcome.WRONG, "means", {"name": "w"}))

    assert verdict == without_numbers(verdict)


# whatever comes back

RESULTS = st.sampled_from([None, 0.5, math.nan, "text", [], (), {}, np.zeros((2, 1)), np.zeros(0), np.array([[1j]])])
ERRORS = st.none() | st.builds(Raised, st.sampled_from(["ValueError", "signature", "time_out"]), st.text(max_size=5))
OBSERVATIONS = st.builds(Observation, RESULTS, ERRORS, st.sampled_from([(), ("X",)]))


@given(st.lists(OBSERVATIONS, min_size=2, max_size=2))
def test_whatever_comes_back_there_is_one_verdict_with_its_words(observed: list[Observation]) -> None:
    verdict = judge(QUESTION, lambda cases: observed)

    assert not verdict.passed
    assert verdict.finding is not None
    assert render(verdict.finding).came


STEPS = Question("means", CASES, defaults={"steps": (1, 2000)})


@pytest.mark.parametrize("default", [2000, 2000.0, np.int64(2000), None])
def test_a_default_value_that_is_kept_or_decided_inside_is_right(default: Any) -> None:
    def means(X: Any, steps: Any = default) -> Any:
        return right(X)

    assert verdict_on(means, STEPS).passed
    assert verdict_on(lambda X, *rest: right(X), STEPS).passed


@pytest.mark.parametrize(("default", "came"), [(100, "has the default value 100"), (..., "has no default value")])
def test_a_default_value_that_was_changed_is_told_by_its_parameter(default: Any, came: str) -> None:
    def means(X: Any, steps: Any = default) -> Any:
        return right(X)

    def without(X: Any, steps: Any, more: int = 0) -> Any:
        return right(X)

    case_with_steps = Case("steps", "with steps", {"X": SMALL, "steps": 3}, Observation(right(SMALL)))
    function = without if default is ... else means
    verdict = verdict_on(function, Question("means", (case_with_steps,), defaults={"steps": (1, 2000)}))

    assert (Outcome.WRONG, "default") == (verdict.outcome, verdict.finding and verdict.finding.code)
    assert verdict.finding is not None
    assert came in str(render(verdict.finding))
    assert "steps=2000" in str(render(verdict.finding))
