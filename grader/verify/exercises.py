"""The proof of one exercise: reference, known mistakes, styles and mechanical mutants, on several seeds."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import wraps
from typing import Any

import numpy as np

from grader.draw import PUBLIC_SEED, draw
from grader.exercise import Exercise, Lesson, Mistake
from grader.mutants import survey
from grader.verify.faults import Fault
from helpers.judge import judge
from helpers.observe import calling
from helpers.records import Question, Verdict

SEEDS = (PUBLIC_SEED, 11, 12, 13, 14, 15)


def prove_exercise(lesson: Lesson, exercise: Exercise, record: dict[str, Any]) -> Iterator[Fault]:
    """Yield the faults of one exercise, and fill `record` with what was counted."""
    questions = {seed: draw(lesson, exercise, seed) for seed in SEEDS}
    yield from _reference(exercise, questions, record)
    yield from _mistakes(lesson, exercise, questions, record)
    yield from _styles(lesson, exercise, questions, record)
    yield from _mutants(exercise, record)
    if not 2 <= len(exercise.hints) <= 3:
        yield Fault(_declared(exercise), f"has {len(exercise.hints)} hints", "write two or three, rising")


def drawn_otherwise(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return the function as it is with other random numbers, as a student's own seed or generator would draw."""

    @wraps(function)
    def inner(*arguments: Any) -> Any:
        np.random.seed(7)  # noqa: NPY002 - a student may write just this
        return function(*arguments)

    return inner


def is_told(verdict: Verdict, mistake: Mistake) -> bool:
    """Whether a mistake whose draw is unknown is refused by its own name, or by the finding that it declares."""
    found = verdict.finding
    return found is not None and (verdict.mistake == mistake.name or found.code == mistake.finding)


def _declared(exercise: Exercise) -> str:
    return f"grader/exercises, {exercise.name}"


def _reference(exercise: Exercise, questions: dict[int, Question], record: dict[str, Any]) -> Iterator[Fault]:
    record["reference_passes"], record["warnings"] = True, 0
    for seed, question in questions.items():
        if not judge(question, calling(exercise.reference)).passed:
            record["reference_passes"] = False
            yield Fault(_declared(exercise), f"the reference fails its own cases (seed {seed})", "mend the cases")
        for case in question.cases:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                exercise.reference(*deepcopy(case.arguments).values())
            record["warnings"] += len(caught)
            if caught:
                yield Fault(_declared(exercise), f"the reference warns: {caught[0].message}", "use a stable form")


def _mistakes(
    lesson: Lesson, exercise: Exercise, questions: dict[int, Question], record: dict[str, Any]
) -> Iterator[Fault]:
    known = lesson.mistakes_of(exercise)
    caught, named = {one.name for one in known}, {one.name for one in known}
    for seed, question in questions.items():
        for one in known:
            verdict = judge(question, calling(one.wrong))
            if verdict.passed:
                caught.discard(one.name)
                yield Fault(f"grader/mistakes, {one.name}", f"passes the checks (seed {seed})", "add a case it fails")
            elif verdict.mistake != one.name:
                named.discard(one.name)
                yield Fault(
                    f"grader/mistakes, {one.name}",
                    f"is taken for {verdict.mistake or 'no known mistake'} (seed {seed})",
                    "add a case that tells the two apart",
                )
            if exercise.properties:
                other = judge(question, calling(drawn_otherwise(one.wrong)))
                if not is_told(other, one):
                    named.discard(one.name)
                    yield Fault(
                        f"grader/mistakes, {one.name}",
                        f"drawn otherwise ends in {other.finding.code if other.finding else 'a pass'} (seed {seed})",
                        f"add a property that it lacks, or declare the finding it ends in (now: {one.finding!r})",
                    )
    record["mistakes"] = {"caught": len(caught), "named": len(named & caught), "total": len(known)}


def _styles(
    lesson: Lesson, exercise: Exercise, questions: dict[int, Question], record: dict[str, Any]
) -> Iterator[Fault]:
    styles = lesson.styles_of(exercise)
    passed = {style.__name__ for style in styles}
    for seed, question in questions.items():
        for style in styles:
            draws = (style, drawn_otherwise(style)) if exercise.properties else (style,)
            if not all(judge(question, calling(draw)).passed for draw in draws):
                passed.discard(style.__name__)
                yield Fault(
                    f"grader/styles, {style.__name__}",
                    f"a right answer is refused (seed {seed})",
                    "mend the check",
                )
    record["styles"] = {"passed": len(passed), "total": len(styles)}


def _mutants(exercise: Exercise, record: dict[str, Any]) -> Iterator[Fault]:
    found = survey(exercise)
    record["mutants"] = {"killed": found.killed, "total": found.total, "explained": len(found.explained)}
    for change in found.unexplained:
        yield Fault(
            _declared(exercise),
            f"a mutant survives: {change}",
            "add a case it fails, or a reason to grader/equivalents.py",
        )
    for change in found.stale:
        yield Fault("grader/equivalents.py", f"no mutant of {exercise.name} is: {change}", "take it out")
