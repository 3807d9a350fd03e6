"""The summary on top of a page of feedback: each question's points, what was found, what to try next, and its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbgrader
from nbconvert.exporters import HTMLExporter
from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets.config import Config

from grader import html, records
from grader.course import private_paths
from grader.lessons import LESSONS
from grader.notebooks import CHECK
from grader.records import VerdictRow
from helpers.messages import TITLES
from helpers.panel import VERDICT_MIME
from helpers.records import Outcome

FORMGRADER = Path(nbgrader.__file__).parent / "server_extensions" / "formgrader"
TEMPLATES = FORMGRADER / "templates"
STYLES = FORMGRADER / "static" / "node_modules" / "bootstrap" / "dist" / "css"
PARTS = ("where", "came", "wanted", "step")


class FeedbackPage(HTMLExporter):
    """nbgrader's feedback exporter with our template around it; a class of its own, so that it has its own settings."""


def configure(c: Config) -> None:
    """Make pages of feedback with our template, whoever asks for them."""
    c.GenerateFeedback.exporter_class = FeedbackPage
    c.FeedbackPage.template_name = "lesson_feedback"
    c.FeedbackPage.extra_template_basedirs = [str(Path(__file__).parent), str(TEMPLATES)]
    c.FeedbackPage.extra_template_paths = [str(TEMPLATES), str(STYLES)]


@dataclass(frozen=True)
class Question:
    """One line of the summary.

    Parameters
    ----------
    anchor
        The id, in the page, of the cell where the answer stands; of the test cell where there is none.
    ended
        How it ended, in words.
    message
        The parts of the message, `PARTS`, each "" where there is nothing to say.
    by_hand
        Whether a teacher has given other points than the autograder.
    comment
        What a teacher wrote.
    """

    name: str
    anchor: str
    points: float | None
    most: float
    ended: str
    message: Mapping[str, str]
    by_hand: bool
    comment: str


class Summary(NbGraderPreprocessor):
    """Write the summary of a graded lesson; it needs the scores that `GetGrades` has put into the cells."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Leave the notebook as it is, and the summary among the resources, for the template."""
        who = resources["nbgrader"]
        if who["assignment"] in LESSONS:
            engine = records.open_records(who["db_url"])
            rows = {row.exercise: row for row in records.load(engine, who["assignment"], who["student"])}
            engine.dispose()
            page = html.environment("grader.feedback").get_template("summary.html")
            resources["summary"] = page.render(
                lesson=who["assignment"],
                score=who["score"],
                most=who["max_score"],
                penalty=who["late_penalty"],
                questions=questions(nb, rows),
            )
        return nb, resources


def questions(nb: NotebookNode, rows: Mapping[str, VerdictRow]) -> list[Question]:
    """Return a line for each graded cell of a notebook, in its order."""
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if "nbgrader" in cell.metadata}
    graded = [cell for cell in cells.values() if cell.metadata.nbgrader.get("grade")]
    return [_question(cell, cells, rows) for cell in graded]


def _question(cell: NotebookNode, cells: Mapping[str, NotebookNode], rows: Mapping[str, VerdictRow]) -> Question:
    name = cell.metadata.nbgrader.grade_id.removesuffix(CHECK)
    row, answer = rows.get(name), cells.get(name, cell)
    points, most = cell.metadata.nbgrader.score, cell.metadata.nbgrader.points
    return Question(
        name=name,
        anchor=f"cell-id={answer.id}",
        points=points,
        most=most,
        ended=" ".join(TITLES[Outcome(row.outcome)]) if row else "",
        message=_message(cell),
        by_hand=row is not None and row.points is not None and points != row.points,
        comment=answer.metadata.nbgrader.get("comment") or "",
    )


def _message(cell: NotebookNode) -> dict[str, str]:
    """Return the parts of the message in a test cell's panel; no path of this machine, whoever wrote it there."""
    verdicts = [output.data[VERDICT_MIME] for output in cell.outputs if VERDICT_MIME in output.get("data", {})]
    message = (verdicts[0]["message"] if verdicts else None) or {}
    return {part: private_paths().sub("…", message.get(part, "")) for part in PARTS}
