"""Mark again what an earlier exercise spoiled: the reference stands in for every earlier function that failed.

Each is asked in the state that was kept when its turn came at first; where a process has died, the submission is run a
second time from its first cell. Either is done after all strict verdicts are made, in teaching order: nothing that
student code learns from a stand-in can reach an answer that was judged without one, or by fewer.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from grader.draw import known_mistakes
from grader.exercise import Exercise, Lesson
from grader.notebooks import defined_names
from grader.sandbox import Kept, Lost, StandIns
from helpers.judge import judge, without_numbers
from helpers.records import Observation, Outcome, Question, Raised, Verdict

OWN = (Outcome.NOT_ATTEMPTED, Outcome.NOT_DEFINED)  # whatever else is wrong, there is nothing to mark again


@dataclass(frozen=True, eq=False)
class Step:
    """What was done with one code cell: run, and perhaps ended by an error, or asked as the test of an exercise.

    `question` is what was asked; `kept` is the state before that, where an earlier answer had failed; `seconds` are
    those that the student's functions took for a test.
    """

    ident: str
    source: str
    exercise: Exercise | None = None
    question: Question | None = None
    error: Raised | None = None
    seconds: float | None = None
    kept: Kept | None = None


@dataclass(frozen=True)
class Followed:
    """How an exercise ended that was marked again, and for which of the functions it called something stood in."""

    verdict: Verdict
    called: frozenset[str]


class Session(Protocol):
    """One submission's own interpreter that can begin anew."""

    @property
    def used(self) -> float:
        """The seconds that cells and calls have taken."""

    def restart(self) -> None:
        """Go back to before the first cell."""

    def run(self, source: str) -> Any:
        """Run a cell."""

    def call_each(
        self,
        name: str,
        cases: Sequence[dict[str, Any]],
        stand_ins: StandIns | None = None,
        kept: Kept | None = None,
    ) -> Sequence[Observation]:
        """Call a function that the cells defined, case by case, now or when the state was kept."""

    def keep(self, name: str) -> Kept | None:
        """Keep the state to call a function in, where that can be done."""


def failed_earlier(lesson: Lesson, exercise: Exercise, verdicts: Mapping[str, Verdict]) -> list[str]:
    """Return what the exercise uses, directly or through others, and what failed, in teaching order."""
    used = lesson.used_by([exercise.name])
    return [name for name in used if name in verdicts and not verdicts[name].passed]


def mark_again(
    lesson: Lesson, steps: Sequence[Step], session: Session, verdicts: Mapping[str, Verdict]
) -> dict[str, Followed]:
    """Return how those exercises end that failed after an earlier one had, by name; with the cases they had before."""
    due = [step for step in steps if step.exercise is not None and _is_due(lesson, step.exercise, verdicts)]
    if all(step.kept for step in due):
        with contextlib.suppress(Lost):
            return dict(_follow(lesson, step, session, verdicts) for step in due)
    return _run_again(lesson, steps, due, session, verdicts)


def _run_again(
    lesson: Lesson, steps: Sequence[Step], due: Sequence[Step], session: Session, verdicts: Mapping[str, Verdict]
) -> dict[str, Followed]:
    """Begin anew, and mark again what is due when its turn comes."""
    session.restart()
    followed: dict[str, Followed] = {}
    for step in steps[: 1 + steps.index(due[-1])]:
        if step.exercise is None:
            _run(step, session)
        elif step in due:
            followed |= [_follow(lesson, replace(step, kept=None), session, verdicts)]
    return followed


def _run(step: Step, session: Session) -> None:
    """Run a cell again, unless it died, which left nothing behind, or ran too long and defines nothing."""
    kind = step.error.kind if step.error else ""
    if kind != "died" and not (kind == "time_out" and not any(defined_names(step.source))):
        session.run(step.source)


def _is_due(lesson: Lesson, exercise: Exercise, verdicts: Mapping[str, Verdict]) -> bool:
    verdict = verdicts[exercise.name]
    return not verdict.passed and verdict.outcome not in OWN and bool(failed_earlier(lesson, exercise, verdicts))


def _follow(lesson: Lesson, step: Step, session: Session, verdicts: Mapping[str, Verdict]) -> tuple[str, Followed]:
    assert step.exercise is not None
    assert step.question is not None
    exercise, question = step.exercise, step.question
    earlier = failed_earlier(lesson, exercise, verdicts)
    stand_ins = StandIns({one.name: one.reference for one in lesson.in_reach if one.name in earlier})
    verdict = judge(
        question,
        lambda cases: session.call_each(exercise.name, cases, stand_ins, step.kept),
        lambda: known_mistakes(lesson, exercise, question.cases),
    )
    return exercise.name, Followed(without_numbers(verdict), frozenset(stand_ins.called))


def causes(
    lesson: Lesson, called: Collection[str], verdicts: Mapping[str, Verdict], followed: Mapping[str, Followed]
) -> list[str]:
    """Return which earlier functions are wrong themselves, among those that were called and what those use.

    Those of an earlier lesson are not marked again: of them, the first to fail are.
    """
    reached = {*called, *lesson.used_by(called)}
    failed = [one for one in lesson.in_reach if one.name in reached and not verdicts[one.name].passed]
    spoiled = [one for one in lesson.brought if one in failed and _is_due(lesson, one, verdicts)]
    return [one.name for one in failed if one not in spoiled and not is_right(followed.get(one.name))]


def is_right(followed: Followed | None) -> bool:
    """Whether an exercise failed only because of what it called: it passed once that was right."""
    return followed is not None and followed.verdict.passed and bool(followed.called)
