"""Our steps inside nbgrader's own pipelines, and the configuration that puts them there.

With this configuration the formgrader's Autograde button and `nbgrader autograde` grade as `course autograde` does;
assignments that are not of this course run in the same sandbox and are scored by nbgrader (`grader.foreign`).
"""

from __future__ import annotations

import glob
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbconvert.exporters import NotebookExporter
from nbconvert.preprocessors import ClearMetadataPreprocessor, CSSHTMLHeaderPreprocessor
from nbformat import NotebookNode
from nbgrader import preprocessors as stock
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.converters.base import NbGraderException
from traitlets import Any as AnyTrait
from traitlets import Bool
from traitlets.config import Config

from grader import foreign, grade, pages, records
from grader.course import private_paths
from grader.feedback import summary
from grader.lessons import LESSONS
from grader.notebooks import SubmissionError, find_notebook, read_folder, read_notebook, rebuild
from grader.policy import Policy, read_policy
from grader.release_steps import NoteVersion, Release, StubSolutions, is_lesson, other_version
from grader.runners import warm_runner
from grader.sandbox import Limits, Runner, why_not_isolated
from helpers.errors import GraderError

COURSE_ID = "neural-networks-by-hand"
DEMO_SECONDS = 120  # stock nbgrader and `nbgrader validate` run the demonstrations too
Notebook = tuple[NotebookNode, dict[str, Any]]  # what a step takes and returns


def configure(c: Config) -> None:
    """Set up a course folder: sources in `source/`, our stubs, our execution, no hidden tests in feedback."""
    c.CourseDirectory.course_id = COURSE_ID
    c.Execute.timeout = DEMO_SECONDS
    c.GenerateAssignment.exporter_class = Release
    c.GenerateAssignment.preprocessors = [
        stock.IncludeHeaderFooter,
        stock.InstantiateTests,
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
        NoteVersion,
    ]
    c.Autograde.exporter_class = Submission
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
        Settle,
        ClearMetadataPreprocessor,
        stock.LimitOutput,
        stock.SaveAutoGrades,
        stock.AssignLatePenalties,
        stock.CheckCellMetadata,
    ]
    c.GenerateFeedback.preprocessors = [stock.GetGrades, Discreet, summary.Summary, CSSHTMLHeaderPreprocessor]
    pages.configure(c)
    summary.configure(c)


class Submission(NotebookExporter):
    """What takes a submission through our steps: reads whatever was handed in for a lesson.

    Parameters
    ----------
    refused
        By student, why there was nothing to read; `Grade` makes it the verdict.
    """

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.refused: dict[str, SubmissionError] = {}
        coursedir = self.parent.coursedir
        lesson = coursedir.assignment_id
        reason = Grade(parent=self).refusal(lesson) or other_version(coursedir, lesson)
        if reason:  # before the first submission, not once for each
            self.log.error(reason)
            raise NbGraderException(reason)
        self._expect_lesson()

    def _expect_lesson(self) -> None:
        """Ask for the lesson's notebook in every folder handed in for it; nbgrader would leave out a renamed one."""
        coursedir = self.parent.coursedir
        lesson = coursedir.assignment_id
        folders = coursedir.format_path(coursedir.submitted_directory, coursedir.student_id, lesson)
        if lesson in LESSONS:
            self.parent.assignments.update({one: [f"{one}/{lesson}.ipynb"] for one in glob.glob(folders)})

    def from_filename(self, filename: str, resources: dict[str, Any] | None = None, **options: Any) -> Any:
        """Read a lesson's notebook in our own, patient way, whatever its name is now."""
        if resources is None or not is_lesson(resources):
            return super().from_filename(filename, resources, **options)
        lesson, coursedir = resources["nbgrader"]["assignment"], self.parent.coursedir
        source = Path(coursedir.format_path(coursedir.source_directory, ".", lesson)) / f"{lesson}.ipynb"
        try:
            nb = find_notebook(read_folder(Path(filename).parent, lesson), lesson, read_notebook(source))
        except SubmissionError as error:
            self.refused[resources["nbgrader"]["student"]] = error
            nb = nbformat.v4.new_notebook()
        return self.from_notebook_node(nb, resources=resources)


class CourseStep(stock.base.NbGraderPreprocessor):
    """A step that knows where the notebook it is given comes from."""

    def folder(self, step: str, resources: dict[str, Any], student: str | None = None) -> Path:
        """Return the folder of this assignment in a step of nbgrader's: "source", "submitted", "autograded"."""
        coursedir, who = self.parent.parent.coursedir, resources["nbgrader"]  # this step <- exporter <- converter
        student = who["student"] if student is None else student
        return Path(coursedir.format_path(getattr(coursedir, f"{step}_directory"), student, who["assignment"]))

    def source(self, resources: dict[str, Any]) -> Path:
        """Return the source notebook."""
        return self.folder("source", resources, ".") / f"{resources['nbgrader']['notebook']}.ipynb"

    def released(self, resources: dict[str, Any]) -> foreign.Released:
        """Return the notebook as the gradebook holds it."""
        who = resources["nbgrader"]
        with Gradebook(who["db_url"]) as book:
            return foreign.read_released(book.find_notebook(who["notebook"], who["assignment"]), self.source(resources))


class Rebuild(CourseStep):
    """Put the submission back on the rails of the source, and take back what was recorded of an earlier one."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> Notebook:
        """From here on there is no score until there is a new one."""
        _forget(resources["nbgrader"])
        if is_lesson(resources):
            return rebuild(read_notebook(self.source(resources)), nb), resources
        return foreign.restore(nb, self.released(resources)), resources


def _forget(who: dict[str, Any]) -> None:
    """Take back automatic scores and verdicts; what a person has entered stays."""
    with Gradebook(who["db_url"]) as book:
        for one in book.find_submission_notebook(who["notebook"], who["assignment"], who["student"]).grades:
            if one.auto_score is not None:
                one.auto_score, one.needs_manual_grade = None, True
        records.create_table(book.engine)
        records.remove(book.db.connection(), [who["student"]], who["assignment"])
        book.db.commit()


class Grade(CourseStep, stock.Execute):
    """Run the notebook in the sandbox, and mark it across the trust line where it is a lesson of this course."""

    isolation = Bool(
        True,
        help="Run student code in a bubblewrap sandbox. False where there is none: then it runs as ordinary processes "
        "with limits, and what is hostile can reach all that the grader can.",
    ).tag(config=True)
    follow_through = AnyTrait(
        "strict",
        help="What an exercise of a lesson earns that is right but for a wrong earlier one that it uses: `strict` "
        "(nothing), `follow-through` (all its points), or a factor from 0 to 1.",
    ).tag(config=True)

    @property
    def policy(self) -> Policy:
        """How follow-through marks count."""
        return read_policy(self.follow_through)

    def refusal(self, assignment: str) -> str | None:
        """Say why nothing can be graded like this; None where it can."""
        if not self.enabled:
            said = f"{assignment} is graded by running it; leave out --no-execute."
            return said if assignment in LESSONS else None
        try:
            _ = self.policy
        except GraderError as error:
            return f"{error} It is set by `c.Grade.follow_through` in nbgrader_config.py."
        reason = why_not_isolated() if self.isolation else None
        if reason is None:
            return None
        return (
            f"Student code cannot be isolated on this machine: {reason}. To grade without isolation, write "
            "`c.Grade.isolation = False` into nbgrader_config.py."
        )

    def __call__(self, nb: NotebookNode, resources: dict[str, Any]) -> Notebook:
        """Never let a lesson pass unmarked."""
        if not self.enabled and is_lesson(resources):
            raise GraderError(self.refusal(resources["nbgrader"]["assignment"]))
        return stock.Execute.__call__(self, nb, resources)

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any], **options: Any) -> Notebook:
        """Fill in the outputs that nbgrader scores."""
        if is_lesson(resources):
            return self._mark(nb, resources), resources
        return self._run(nb, resources), resources

    def _mark(self, nb: NotebookNode, resources: dict[str, Any]) -> NotebookNode:
        """Mark a lesson and record its verdicts."""
        who = resources["nbgrader"]
        lesson, refused = LESSONS[who["assignment"]], getattr(self.parent, "refused", {}).get(who["student"])
        if refused is not None:
            marks = grade.refuse(lesson, nb, refused.code, str(refused))
        else:
            with self._runner(Limits()).session() as session:
                marks = grade.grade_notebook(lesson, nb, session, grade.fresh_seed(), self.policy)
        self._record(who, marks)
        return nb

    def _record(self, who: dict[str, Any], marks: tuple[grade.Mark, ...]) -> None:
        """Record the verdicts; with no content hash, for nbgrader's own steps have yet to end well.

        So `course autograde` grades this submission once more.
        """
        engine = records.open_records(who["db_url"])
        student, lesson = who["student"], who["assignment"]
        rows = [records.row(student, lesson, mark, "", self.isolation, self.policy) for mark in marks]
        with engine.begin() as connection:
            records.replace(connection, student, lesson, rows, records.released_version(connection, lesson))
        engine.dispose()

    def _run(self, nb: NotebookNode, resources: dict[str, Any]) -> NotebookNode:
        """Run a notebook that is not of this course."""
        foreign.require_python(self.released(resources), resources["nbgrader"]["notebook"])
        files = foreign.files_beside(
            self.folder("autograded", resources),
            self.folder("submitted", resources),
            self.folder("source", resources, "."),
        )
        with self._runner(self._limits()).session() as session:
            foreign.run_notebook(nb, session, files)
        return nb

    def _limits(self) -> Limits:
        """Return our limits, with nbgrader's own for the time of a cell, which is wall time."""
        whole = Limits().session_seconds
        return Limits(cell_seconds=self.timeout if self.timeout and self.timeout > 0 else whole, patience=1)

    def _runner(self, limits: Limits) -> Runner:
        return warm_runner(self.isolation, limits)


def configured_policy(config: Config) -> Policy:
    """Return how follow-through marks count in a course folder with this configuration.

    Raises
    ------
    GraderError
        It says something that is no policy.
    """
    return Grade(config=config).policy


class Settle(stock.base.NbGraderPreprocessor):
    """Leave nbgrader's scoring no doubt about a test cell: see `grader.foreign.settle`."""

    def preprocess_cell(self, cell: NotebookNode, resources: dict[str, Any], cell_index: int) -> Notebook:
        """Look at the test cells alone."""
        if cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell):
            foreign.settle(cell)
        return cell, resources


class Discreet(stock.ClearHiddenTests):
    """Keep from a page of feedback what is not for the student: hidden tests, and paths of the grading machine."""

    def preprocess(self, nb: NotebookNode, resources: dict[str, Any]) -> Notebook:
        """Take every cell."""
        self.paths = private_paths()
        return super().preprocess(nb, resources)

    def preprocess_cell(self, cell: NotebookNode, resources: dict[str, Any], cell_index: int) -> Notebook:
        """Clean the outputs, then let nbgrader take the hidden tests out of the cell."""
        if cell.cell_type == "code":
            if self.begin_test_delimeter in cell.source and not is_lesson(resources):
                cell.outputs = [one for output in cell.outputs if (one := _without_cases(output)) is not None]
            for output in cell.outputs:
                _in_words(output, lambda text: self.paths.sub("…", text))
        return super().preprocess_cell(cell, resources, cell_index)


def _without_cases(output: NotebookNode) -> NotebookNode | None:
    """Return the output of a hidden test as far as it does not quote the test or print what it was called with."""
    if output.output_type == "error":
        output.traceback = [f"{output.ename}: {output.evalue}"]
    return None if output.output_type in ("stream", "execute_result") else output


def _in_words(output: NotebookNode, change: Callable[[str], str]) -> None:
    """Change every text of an output."""
    for field in ("text", "ename", "evalue"):
        if field in output:
            output[field] = change(output[field])
    if "traceback" in output:
        output.traceback = [change(line) for line in output.traceback]
    for mime, content in output.get("data", {}).items():
        if mime.startswith("text/"):
            output.data[mime] = change(content)
