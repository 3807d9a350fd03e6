"""Grade one notebook, one path: run the student's cells, ask for answers at the test cells, judge outside.

The student's functions live in a `Session` across the trust line; cases, references and mistakes live here.
"""

from __future__ import annotations

import itertools
import secrets
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

import nbformat
from nbformat import NotebookNode

from grader import follow_through
from grader.draw import draw_cases, known_mistakes
from grader.exercise import Exercise, Lesson
from grader.follow_through import Followed, Step
from grader.notebooks import CHECK, is_demo
from grader.policy import STRICT, Policy
from helpers.judge import judge, without_numbers
from helpers.messages import given, render
from helpers.panel import Panel
from helpers.records import Finding, Outcome, Question, Raised, Verdict

PRAISE = "on cases drawn for this submission"


class CellResult(Protocol):
    """What a session says of one cell: its outputs, and the error that ended it."""

    @property
    def outputs(self) -> list[dict[str, Any]]:
        """nbformat outputs."""

    @property
    def error(self) -> Raised | None:
        """The error, None where the cell ran to its end."""


class Session(follow_through.Session, Protocol):
    """One submission's own interpreter, wherever it runs."""

    def run_each(self, sources: Sequence[str]) -> Sequence[CellResult]:
        """Run cells one after another."""


@dataclass(frozen=True)
class Mark:
    """What one exercise earns.

    Parameters
    ----------
    points
        By the policy of follow-through; None: no score.
    verdict
        On the answer as it was handed in.
    seed
        Draws its cases again.
    followed
        Where it called earlier functions that are wrong: the verdict with the reference in their place.
    seconds
        What the student's functions took for its cases, None where they were not called; no score looks at it.
    """

    exercise: str
    points: float | None
    max_points: float
    verdict: Verdict
    seed: int
    followed: Verdict | None = None
    seconds: float | None = None


def fresh_seed() -> int:
    """Return a seed nobody can foresee."""
    return secrets.randbits(48)


def grade_notebook(
    lesson: Lesson, nb: NotebookNode, session: Session, seed: int, policy: Policy = STRICT
) -> tuple[Mark, ...]:
    """Run a rebuilt notebook, fill in its outputs, and return a mark for every exercise of the lesson."""
    verdicts: dict[str, Verdict] = {}
    steps = list(_steps(lesson, nb, session, seed, verdicts))
    for exercise in lesson.exercises:
        verdicts.setdefault(exercise.name, _not_defined(exercise))
    followed = follow_through.mark_again(lesson, steps, session, verdicts)
    failed = {step.ident: step.error for step in steps if step.error is not None}
    took = {step.exercise.name: step.seconds for step in steps if step.exercise is not None}
    marks = tuple(
        _followed(lesson, exercise, seed, policy, verdicts, followed)
        if exercise.name in followed
        else mark(exercise, _traced(verdicts[exercise.name], failed), seed)
        for exercise in lesson.exercises
    )
    _fill_in(nb, marks)
    return tuple(replace(one, seconds=took.get(one.exercise)) for one in marks)


def _steps(
    lesson: Lesson, nb: NotebookNode, session: Session, seed: int, verdicts: dict[str, Verdict]
) -> Iterator[Step]:
    """Run the cells; where there is a test cell, ask its question instead and note the verdict."""
    tests = {exercise.name + CHECK: exercise for exercise in lesson.exercises}
    cells = [cell for cell in nb.cells if cell.cell_type == "code" and not is_demo(cell)]
    for asked, group in itertools.groupby(cells, key=lambda cell: tests.get(_ident(cell))):
        if asked is None:
            yield from _run(list(group), session)
        else:
            yield from (_test(lesson, cell, asked, session, seed, verdicts) for cell in group)


def _ident(cell: NotebookNode) -> str:
    return str(cell.metadata.get("nbgrader", {}).get("grade_id", ""))


def _run(cells: Sequence[NotebookNode], session: Session) -> Iterator[Step]:
    """Run cells that follow each other, and fill in their outputs."""
    for cell, result in zip(cells, session.run_each([cell.source for cell in cells]), strict=True):
        cell.outputs = [nbformat.from_dict(output) for output in result.outputs]
        yield Step(_ident(cell), cell.source, error=result.error)


def _test(
    lesson: Lesson, cell: NotebookNode, asked: Exercise, session: Session, seed: int, verdicts: dict[str, Verdict]
) -> Step:
    spoiled = bool(follow_through.failed_earlier(lesson, asked, verdicts))
    kept, before, question = session.keep(asked.name) if spoiled else None, session.used, draw_cases(asked, seed)
    verdicts.update(_ask(lesson, asked, question, session, seed, verdicts, spoiled))
    return Step(_ident(cell), cell.source, asked, question, seconds=session.used - before, kept=kept)


def _ask(
    lesson: Lesson,
    exercise: Exercise,
    question: Question,
    session: Session,
    seed: int,
    verdicts: Mapping[str, Verdict],
    spoiled: bool,
) -> dict[str, Verdict]:
    """Return the verdict on an exercise; where it fails, also on what it uses of an earlier lesson's, unless known."""
    found = {exercise.name: _judged(lesson, exercise, question, session, spoiled)}
    if not found[exercise.name].passed:
        used = set(lesson.used_by([exercise.name])) - set(verdicts)
        for brought in lesson.brought:
            if brought.name in used:
                found[brought.name] = _judged(lesson, brought, draw_cases(brought, seed), session)
    return found


def _judged(lesson: Lesson, exercise: Exercise, question: Question, session: Session, spoiled: bool = False) -> Verdict:
    """Judge an answer; where an earlier one has spoiled it, its own mistake is looked for when it is marked again."""
    verdict = judge(
        question,
        lambda cases: session.call_each(exercise.name, cases),
        lambda: () if spoiled else known_mistakes(lesson, exercise, question.cases),
    )
    return without_numbers(verdict)


def mark(exercise: Exercise, verdict: Verdict, seed: int) -> Mark:
    """Give a verdict its points: all of them for a pass, else 0; a fault of the machinery is no score at all."""
    points = None if verdict.outcome is Outcome.FAULT else exercise.points if verdict.passed else 0
    return Mark(exercise.name, points, exercise.points, verdict, seed)


def _followed(
    lesson: Lesson,
    exercise: Exercise,
    seed: int,
    policy: Policy,
    verdicts: dict[str, Verdict],
    followed: dict[str, Followed],
) -> Mark:
    """Mark an exercise that failed after an earlier one by what it does with the reference in that one's place."""
    name, again = exercise.name, followed[exercise.name]
    if not again.called:  # then the earlier ones are not to blame; and a second try is not given to luck
        return mark(exercise, verdicts[name] if again.verdict.passed else again.verdict, seed)
    wrong = {
        cause: verdicts[cause].outcome for cause in follow_through.causes(lesson, again.called, verdicts, followed)
    }
    points = policy.points(exercise.points, again.verdict.passed)
    facts = {"name": next(iter(wrong)), "given": given(wrong), "points": f"{points:g}", "most": f"{exercise.points:g}"}
    found = _given_wrong(again.verdict, facts)
    verdict = Verdict(name, Outcome.BLOCKED, found, again.verdict.mistake)
    return Mark(name, points, exercise.points, verdict, seed, again.verdict)


def _given_wrong(again: Verdict, facts: dict[str, str]) -> Finding:
    """Say that an exercise was given something wrong, and what else is wrong with it."""
    name = again.exercise
    if again.finding is None:
        return Finding("given_wrong", Outcome.BLOCKED, name, {**facts, "exercise": name})
    also = render(again.finding)
    facts = {**facts, "came": also.came, "step": also.step, "brief": also.brief}
    return Finding("both_wrong", Outcome.BLOCKED, also.where, facts)


def _traced(verdict: Verdict, failed: dict[str, Raised]) -> Verdict:
    """Where a function is not defined because its cell failed, tell that."""
    name = verdict.exercise
    if verdict.outcome is Outcome.NOT_DEFINED and name in failed:
        return _cell_failed(name, failed[name])
    return verdict


def _cell_failed(name: str, error: Raised) -> Verdict:
    outcome = {"time_out": Outcome.TIMED_OUT, "died": Outcome.DIED}.get(error.kind, Outcome.RAISED)
    line = f", at `{error.line}`" if error.line else ""
    if outcome is Outcome.RAISED:
        found = Finding("cell_failed", outcome, name, {"kind": error.kind, "text": error.text, "line": line})
    else:
        code, fact = ("time_out", "seconds") if outcome is Outcome.TIMED_OUT else ("died", "how")
        found = Finding(code, outcome, f"{name}, in the cell that defines it", {fact: error.text})
    return Verdict(name, outcome, found)


def _not_defined(exercise: Exercise) -> Verdict:
    found = Finding("not_defined", Outcome.NOT_DEFINED, exercise.name)
    return Verdict(exercise.name, Outcome.NOT_DEFINED, found)


def _fill_in(nb: NotebookNode, marks: tuple[Mark, ...]) -> None:
    """Fill in the outputs of the test cells."""
    outputs = {one.exercise + CHECK: verdict_outputs(one) for one in marks}
    for cell in nb.cells:
        ident = cell.metadata.get("nbgrader", {}).get("grade_id")
        if cell.cell_type == "code" and ident in outputs:
            cell.outputs = outputs[ident]


def refuse(
    lesson: Lesson, nb: NotebookNode, code: str, text: str, outcome: Outcome = Outcome.UNREADABLE
) -> tuple[Mark, ...]:
    """Mark a submission that could not be run: no points, and one sentence that says why, at every test cell.

    Parameters
    ----------
    nb
        The source notebook rebuilt without any student's cells; its outputs are filled in.
    """
    found = Finding(code, outcome, lesson.name, {"text": text, "want": text})
    marks = tuple(mark(exercise, Verdict(exercise.name, outcome, found), seed=0) for exercise in lesson.exercises)
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = []
    _fill_in(nb, marks)
    return marks


def verdict_outputs(mark: Mark) -> list[NotebookNode]:
    """Return the outputs of a test cell as nbgrader reads them: the panel; an error for no points, a value for some."""
    panel = Panel(mark.verdict, PRAISE)
    outputs = [_output("display_data", data=panel._repr_mimebundle_(), metadata={})]
    if not mark.points:
        line = f"{mark.exercise}: {mark.verdict.outcome}."
        outputs.append(_output("error", ename="CheckFailed", evalue=repr(panel), traceback=[line]))
    elif mark.points < mark.max_points:
        data = {"text/plain": f"{mark.points:g}"}
        outputs.append(_output("execute_result", data=data, metadata={}, execution_count=None))
    return outputs


def _output(kind: str, **fields: Any) -> NotebookNode:
    """Make an output; nbformat's own maker looks its schema through each time, 1 ms that a class feels."""
    return nbformat.from_dict({"output_type": kind, **fields})
