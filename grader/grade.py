"""Grade one notebook, one path: run the student's cells, ask for answers at the test cells, judge outside.

The student's functions live in a `Session` across the trust line; cases, references and mistakes live here.
"""

from __future__ import annotations

import secrets
import time
from dataclasses import dataclass, replace
from typing import Any, Protocol

import nbformat
from nbformat import NotebookNode

from grader.draw import draw_cases, known_mistakes
from grader.exercise import Exercise, Lesson
from grader.notebooks import CHECK, is_demo
from helpers.judge import judge, without_numbers
from helpers.panel import Panel
from helpers.records import Finding, Observation, Outcome, Raised, Verdict

PRAISE = "on cases drawn for this submission"


class CellResult(Protocol):
    """What a session says of one cell: its outputs, and the error that ended it."""

    @property
    def outputs(self) -> list[dict[str, Any]]:
        """nbformat outputs."""

    @property
    def error(self) -> Raised | None:
        """The error, None where the cell ran to its end."""


class Session(Protocol):
    """One submission's own interpreter, wherever it runs."""

    def run(self, source: str) -> CellResult:
        """Run a cell."""

    def call(self, name: str, arguments: dict[str, Any]) -> Observation:
        """Call a function that the cells defined."""


@dataclass(frozen=True)
class Mark:
    """The verdict on one exercise with its points (None: no score) and the seed that draws its cases again.

    `seconds` is what the student's function took for all its cases, None where it was not called; no score looks at it.
    """

    exercise: str
    points: float | None
    max_points: float
    verdict: Verdict
    seed: int
    seconds: float | None = None


def fresh_seed() -> int:
    """Return a seed nobody can foresee."""
    return secrets.randbits(48)


def grade_notebook(lesson: Lesson, nb: NotebookNode, session: Session, seed: int) -> tuple[Mark, ...]:
    """Run a rebuilt notebook, fill in its outputs, and return a mark for every exercise of the lesson."""
    marks: dict[str, Mark] = {}
    failed: dict[str, Raised] = {}
    exercises = {exercise.name + CHECK: exercise for exercise in lesson.exercises}
    for cell in nb.cells:
        ident = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if cell.cell_type != "code" or is_demo(cell):
            continue
        if ident in exercises:
            mark = _ask(lesson, exercises[ident], session, seed, marks, failed)
            marks[mark.exercise] = mark
            cell.outputs = verdict_outputs(mark.verdict)
            continue
        result = session.run(cell.source)
        cell.outputs = [nbformat.from_dict(output) for output in result.outputs]
        if result.error is not None:
            failed[ident] = result.error
    return tuple(marks.get(exercise.name) or _unasked(exercise, seed) for exercise in lesson.exercises)


def _ask(
    lesson: Lesson,
    exercise: Exercise,
    session: Session,
    seed: int,
    marks: dict[str, Mark],
    failed: dict[str, Raised],
) -> Mark:
    question = draw_cases(exercise, seed)
    earlier = next((name for name in exercise.uses if name in marks and not marks[name].verdict.passed), None)
    took: list[float] = []
    verdict = judge(
        question,
        lambda arguments: _timed_call(session, exercise.name, arguments, took),
        lambda: () if earlier else known_mistakes(lesson, exercise, question.cases),
    )
    verdict = _explained(verdict, earlier, failed)
    return replace(mark(exercise, without_numbers(verdict), seed), seconds=sum(took))


def _timed_call(session: Session, name: str, arguments: dict[str, Any], took: list[float]) -> Observation:
    """Call the student's function and note how long it took."""
    begun = time.perf_counter()
    observation = session.call(name, arguments)
    took.append(time.perf_counter() - begun)
    return observation


def mark(exercise: Exercise, verdict: Verdict, seed: int) -> Mark:
    """Give a verdict its points: all of them for a pass, else 0; a fault of the machinery is no score at all."""
    points = None if verdict.outcome is Outcome.FAULT else exercise.points if verdict.passed else 0
    return Mark(exercise.name, points, exercise.points, verdict, seed)


def _explained(verdict: Verdict, earlier: str | None, failed: dict[str, Raised]) -> Verdict:
    """Trace a fault to where it began: the cell that should define the function, or an earlier exercise."""
    name = verdict.exercise
    if verdict.outcome is Outcome.NOT_DEFINED and name in failed:
        return _cell_failed(name, failed[name])
    if verdict.passed or earlier is None or verdict.outcome in (Outcome.NOT_ATTEMPTED, Outcome.NOT_DEFINED):
        return verdict
    return Verdict(name, Outcome.BLOCKED, Finding("blocked", Outcome.BLOCKED, name, {"name": earlier}))


def _cell_failed(name: str, error: Raised) -> Verdict:
    outcome = {"time_out": Outcome.TIMED_OUT, "died": Outcome.DIED}.get(error.kind, Outcome.RAISED)
    line = f", at `{error.line}`" if error.line else ""
    if outcome is Outcome.RAISED:
        found = Finding("cell_failed", outcome, name, {"kind": error.kind, "text": error.text, "line": line})
    else:
        code, fact = ("time_out", "seconds") if outcome is Outcome.TIMED_OUT else ("died", "how")
        found = Finding(code, outcome, f"{name}, in the cell that defines it", {fact: error.text})
    return Verdict(name, outcome, found)


def _unasked(exercise: Exercise, seed: int) -> Mark:
    found = Finding("not_defined", Outcome.NOT_DEFINED, exercise.name)
    return mark(exercise, Verdict(exercise.name, Outcome.NOT_DEFINED, found), seed)


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
    marks = [mark(exercise, Verdict(exercise.name, outcome, found), seed=0) for exercise in lesson.exercises]
    outputs = {one.exercise + CHECK: verdict_outputs(one.verdict) for one in marks}
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = outputs.get(cell.metadata.get("nbgrader", {}).get("grade_id"), [])
    return tuple(marks)


def verdict_outputs(verdict: Verdict) -> list[NotebookNode]:
    """Return the outputs of a test cell as nbgrader reads them: the panel, and an error where it failed."""
    panel = Panel(verdict, PRAISE)
    outputs = [nbformat.v4.new_output("display_data", data=panel._repr_mimebundle_())]
    if not verdict.passed:
        line = f"{verdict.exercise}: {verdict.outcome}."
        outputs.append(nbformat.v4.new_output("error", ename="CheckFailed", evalue=repr(panel), traceback=[line]))
    return outputs
