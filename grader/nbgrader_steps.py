"""Our steps inside nbgrader's own pipelines, and the configuration that puts them there.

With this configuration the formgrader's Autograde button and `nbgrader autograde` grade as `course autograde` does.
"""

from __future__ import annotations

import atexit
import functools
from pathlib import Path
from typing import Any

from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from sqlalchemy.orm import Session
from traitlets.config import Config

from grader import grade, records
from grader.lessons import LESSONS
from grader.notebooks import read_notebook, rebuild
from helpers.messages import stub

COURSE_ID = "neural-networks-by-hand"
DEMO_SECONDS = 120  # stock nbgrader and `nbgrader validate` run the demonstrations too


def configure(c: Config) -> None:
    """Set up a course folder: sources in `source/`, our stubs, our execution, no hidden tests in feedback."""
    c.CourseDirectory.course_id = COURSE_ID
    c.Execute.timeout = DEMO_SECONDS
    c.GenerateAssignment.preprocessors = [
        stock.IncludeHeaderFooter,
        stock.LockCells,
        StubSolutions,
        stock.ClearOutput,
        stock.CheckCellMetadata,
        stock.ComputeChecksums,
        stock.SaveCells,
        stock.ClearHiddenTests,
        stock.ClearMarkScheme,
        stock.ComputeChecksums,
        stock.CheckCellMetadata,
    ]
    c.Autograde.sanitize_preprocessors = [
        Rebuild,
        stock.ClearOutput,
        stock.DeduplicateIds,
        stock.OverwriteKernelspec,
        stock.OverwriteCells,
        stock.CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        Grade,
        stock.IgnorePattern,
        ClearMetadataPreprocessor,
        stock.LimitOutput,
        stock.SaveAutoGrades,
        stock.AssignLatePenalties,
        stock.CheckCellMetadata,
    ]
    c.GenerateFeedback.preprocessors = [stock.GetGrades, stock.ClearHiddenTests, CSSHTMLHeaderPreprocessor]


class StubSolutions(stock.ClearSolutions):
    """Replace each solution region by a stub that names its exercise and says how many lines to write."""

    def preprocess_cell(
        self, cell: NotebookNode, resources: dict[str, Any], cell_index: int
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Make this cell's own stub, then let nbgrader put it in."""
        name = cell.metadata.get("nbgrader", {}).get("grade_id", "this exercise")
        self.code_stub = {"python": stub(name, solution_lines(cell.source))}
        return super().preprocess_cell(cell, resources, cell_index)


def solution_lines(source: str) -> int:
    """Count the lines of code between the solution's delimiters."""
    inside, count = False, 0
    for line in source.splitlines():
        if "BEGIN SOLUTION" in line or "END SOLUTION" in line:
            inside = "BEGIN" in line
        elif inside and line.strip() and not line.strip().startswith("#"):
            count += 1
    return count


class CourseStep(stock.base.NbGraderPreprocessor):
    """A step that knows the lesson of the notebook it is given."""

    def lesson_source(self, resources: dict[str, Any]) -> tuple[str, NotebookNode] | None:
        """Return the lesson's name and source notebook; None for an assignment that is not of this course."""
        name = resources["nbgrader"]["assignment"]
        if name not in LESSONS or resources["nbgrader"]["notebook"] != name:
            return None
        coursedir = self.parent.parent.coursedir  # this step <- exporter <- converter
        return name, read_notebook(Path(coursedir.format_path(coursedir.source_directory, ".", name)) / f"{name}.ipynb")


class Rebuild(CourseStep):
    """Put the submission back on the rails of the source notebook."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> tuple[NotebookNode, dict[str, Any]]:
        """Leave other assignments as they are."""
        found = self.lesson_source(resources)
        return (rebuild(found[1], nb) if found else nb), resources


class Grade(CourseStep, stock.Execute):
    """Run and mark the notebook across the trust line; nbgrader's own execution for other assignments."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any], **options: Any
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Fill in the outputs that nbgrader scores, and record the verdicts."""
        found = self.lesson_source(resources)
        if found is None:
            return stock.Execute.preprocess(self, nb, resources, **options)
        name, source = found
        nb = rebuild(source, nb)
        with runner().session() as session:
            marks = grade.grade_notebook(LESSONS[name], nb, session, grade.fresh_seed())
        self._record(resources["nbgrader"], name, marks)
        return nb, resources

    def _record(self, who: dict[str, Any], name: str, marks: tuple[grade.Mark, ...]) -> None:
        engine = records.open_records(who["db_url"])
        rows = [records.row(who["student"], name, mark, "", runner().isolated) for mark in marks]
        with Session(engine) as session, session.begin():
            records.replace(session, who["student"], name, rows)
        engine.dispose()


@functools.cache
def runner() -> Any:
    """Return this process's warm runner, isolated; it is closed when the process ends."""
    from grader.sandbox import IsolatedRunner

    started = IsolatedRunner()
    started.start()
    atexit.register(started.close)
    return started
