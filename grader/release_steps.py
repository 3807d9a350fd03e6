"""Our steps in nbgrader's releasing of a lesson: the stubs, and which version it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets import Bool

from grader import versions
from grader.lessons import LESSONS
from helpers.errors import GraderError
from helpers.messages import stub

Notebook = tuple[NotebookNode, dict[str, Any]]  # what a step takes and returns


def is_lesson(resources: dict[str, Any]) -> bool:
    """Whether nbgrader is at work on a notebook of this course."""
    who = resources["nbgrader"]
    return who["assignment"] in LESSONS and who["notebook"] == who["assignment"]


class StubSolutions(stock.ClearSolutions):
    """Replace each solution region of a lesson by a stub that names its exercise and says how many lines to write."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict[str, Any], cell_index: int) -> Notebook:
        """Make this cell's own stub, then let nbgrader put it in."""
        if is_lesson(resources):
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


class Release(NotebookExporter):
    """What takes a lesson through the steps of releasing: only as it was released before, unless on purpose."""

    update = Bool(False, help="Release a lesson that has changed since it was released.").tag(config=True)

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        reason = self._refusal(self.parent.coursedir)
        if reason:  # before nbgrader removes what was released
            self.log.error(reason)
            raise NbGraderException(reason)

    def _refusal(self, coursedir: CourseDirectory) -> str | None:
        lesson = coursedir.assignment_id
        if lesson not in LESSONS or not source_path(coursedir, lesson).is_file():
            return None
        try:
            versions.require_fit(lesson, source_path(coursedir, lesson))
        except GraderError as error:
            return str(error)
        return None if self.update else other_version(coursedir, lesson)


def source_path(coursedir: CourseDirectory, lesson: str) -> Path:
    """Return where nbgrader has the source notebook of a lesson."""
    return Path(coursedir.format_path(coursedir.source_directory, ".", lesson)) / f"{lesson}.ipynb"


def other_version(coursedir: CourseDirectory, lesson: str) -> str | None:
    """Say that a lesson is not what was released; None where it is, or nothing can be said."""
    try:
        if lesson in LESSONS and source_path(coursedir, lesson).is_file():
            versions.require_released(coursedir.db_url, lesson, source_path(coursedir, lesson))
    except GraderError as error:
        return str(error)
    return None


class NoteVersion(stock.base.NbGraderPreprocessor):
    """Record which version of a lesson was released, once all else has succeeded."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> Notebook:
        """Leave the notebook as it is."""
        if is_lesson(resources):
            lesson, coursedir = resources["nbgrader"]["assignment"], self.parent.parent.coursedir
            versions.note(coursedir.db_url, lesson, source_path(coursedir, lesson), Path(coursedir.root))
        return nb, resources
