"""Grade one notebook, one path: run the student's cells, ask for answers at the test cells, judge outside.

The student's functions live in a `Session` across the trust line; cases, references and mistakes live here.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from typing import Any, Protocol

import nbformat
from nbformat import NotebookNode

from grader.draw import draw_cases, known_mistakes
from grader.exercise import Exercise, Lesson
from grader.notebooks import CHECK, is_demo
from helpers.judge import blocked, is_blocked, judge, without_numbers
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
    """The verdict on one exercise with its points (None: no score) and the seed that draws its cases again."""

    exercise: str
    points: float | None
    max_points: float
    verdict: Verdict
    seed: int


def fresh_seed() -> int:
    """Return a seed nobody can foresee."""
    return secrets.randbits(48)


def grade_notebook(lesson: Lesson, nb: NotebookNode, session: Session, seed: int) -> tuple[Mark, ...]:
    """Run a rebuilt notebook, fill in its outputs, and return a mark for every exercise of the lesson."""
    run = _Run(lesson, session, seed)
    marks: dict[str, Mark] = {}
    exercises = {exercise.name + CHECK: exercise for exercise in lesson.exercises}
    for cell in nb.cells:
        ident = cell.metadata.get("nbgrader", {}).get("grade_id", "")
        if cell.cell_type != "code" or is_demo(cell):
            continue
        if ident in exercises:
            verdict = run.judged(exercises[ident])
            marks[verdict.exercise] = mark(exercises[ident], verdict, seed)
            cell.outputs = verdict_outputs(verdict)
            continue
        result = session.run(cell.source)
        cell.outputs = [nbformat.from_dict(output) for output in result.outputs]
        if result.error is not None:
            run.failed[ident] = result.error
    return tuple(marks.get(exercise.name) or _unasked(exercise, seed) for exercise in lesson.exercises)


@dataclass
class _Run:
    """One notebook on its way: what its cells came to, and the verdicts so far, by the function's name."""

    lesson: Lesson
    session: Session
    seed: int
    failed: dict[str, Raised] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)

    def judged(self, exercise: Exercise) -> Verdict:
        """Judge an exercise of the lesson, and trace a fault to where it began."""
        verdict = self._asked(self.lesson, exercise)
        if verdict.outcome is Outcome.NOT_DEFINED and exercise.name in self.failed:
            verdict = _cell_failed(exercise.name, self.failed[exercise.name])
        elif not verdict.passed:
            earlier = next((name for name in exercise.uses if is_blocked(verdict, self._earlier(name))), None)
            verdict = blocked(exercise.name, earlier) if earlier else verdict
        self.verdicts[exercise.name] = without_numbers(verdict)
        return self.verdicts[exercise.name]

    def _asked(self, lesson: Lesson, exercise: Exercise) -> Verdict:
        question = draw_cases(exercise, self.seed)
        return judge(
            question,
            lambda arguments: self.session.call(exercise.name, arguments),
            lambda: known_mistakes(lesson, exercise, question.cases),
        )

    def _earlier(self, name: str) -> Verdict:
        """Return the verdict on a function that another may call; one of an earlier lesson is judged when asked for."""
        if name not in self.verdicts:
            brought = self.lesson.builds_on
            block = brought and next((one for one in brought.exercises if one.name == name), None)
            self.verdicts[name] = self._asked(brought, block) if brought and block else Verdict(name, Outcome.PASSED)
        return self.verdicts[name]


def mark(exercise: Exercise, verdict: Verdict, seed: int) -> Mark:
    """Give a verdict its points: all of them for a pass, else 0; a fault of the machinery is no score at all."""
    points = None if verdict.outcome is Outcome.FAULT else exercise.points if verdict.passed else 0
    return Mark(exercise.name, points, exercise.points, verdict, seed)


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
