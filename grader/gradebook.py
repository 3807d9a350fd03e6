"""The one writer: scores into nbgrader's tables, verdicts beside them, the graded notebook into its folder."""

from __future__ import annotations

import errno
import logging
import os
import shutil
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import (
    Assignment,
    Gradebook,
    InvalidEntry,
    MissingEntry,
    Notebook,
    SubmittedAssignment,
    SubmittedNotebook,
)
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError, SAWarning, SQLAlchemyError

from grader import records
from grader.course import CONFIG_NAME, Course
from grader.grade import Mark
from grader.notebooks import CHECK, read_notebook
from grader.policy import STRICT, Policy
from helpers.errors import GraderError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)  # what the next file would meet too
LONGEST_TIMESTAMP = 100
ENTRIES = 3  # that a first submission makes one after the other: the student, the submission, the verdicts
logging.getLogger("tornado.application").setLevel(logging.CRITICAL)  # nbgrader would show a stack trace there


@contextmanager
def gradebook(course: Course) -> Iterator[Gradebook]:
    """Open nbgrader's gradebook.

    Raises
    ------
    GraderError
        The database fails, holds another version of nbgrader's tables, or belongs to another course.
    """
    with records.usable(course.db_url), _entries(), warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's own models, under SQLAlchemy 2
        records.require_driver(course.db_url)
        with Gradebook(course.db_url, course.directory.course_id) as opened:
            _require_own(course, opened)
            yield opened


@contextmanager
def _entries() -> Iterator[None]:
    """nbgrader says of some errors of the database that an entry is not valid."""
    try:
        yield
    except InvalidEntry as error:
        raise SQLAlchemyError(str(error)) from error


def _require_own(course: Course, book: Gradebook) -> None:
    """Make sure that a gradebook is not another course's."""
    others = set(book.db.scalars(select(Assignment.course_id))) - {book.course_id}
    if others:
        names = ", ".join(sorted(map(str, others)))
        raise GraderError(
            f"The gradebook {records.shown(course.db_url)} is that of another course, {names}, and this "
            f"one is {book.course_id}: name its own by c.CourseDirectory.db_url in {course.root / CONFIG_NAME}."
        )


def require_released(course: Course, lesson: str) -> None:
    """Make sure that the gradebook knows the lesson, and as one of this course.

    Raises
    ------
    GraderError
        It was never released into this gradebook, or by another course.
    """
    with gradebook(course) as book:
        try:
            book.find_notebook(lesson, lesson)
        except MissingEntry:
            raise GraderError(
                f"{lesson} is not in this gradebook yet; release it first: course release {lesson}"
            ) from None


def require_own(course: Course) -> None:
    """Make sure that the gradebook can be used and is this course's; nbgrader would take over another's lessons.

    Raises
    ------
    GraderError
        It is not.
    """
    with gradebook(course):
        pass


def make_room(course: Course, lesson: str) -> None:
    """Let nbgrader take a notebook with other cells: as long as it holds submissions, it does not.

    What they earned is on record as verdicts, and they are graded anew.

    Raises
    ------
    GraderError
        Somebody has entered points or comments by hand, which would be lost.
    """
    with gradebook(course) as book:
        try:
            notebook = book.find_notebook(lesson, lesson)
        except MissingEntry:
            return
        cells = {cell.metadata.nbgrader.grade_id for cell in _nbgraders(course.source(lesson))}
        if not notebook.submissions or {cell.name for cell in notebook.source_cells} == cells:
            return
        by_hand = sorted(one.student.id for one in notebook.submissions if _is_by_hand(one))
        if by_hand:
            raise GraderError(
                f"The new version of {lesson} has other cells; points or comments entered by hand would be lost "
                f"({', '.join(by_hand)}). Take the new version in another course folder: course init DIR"
            )
        for one in list(notebook.submissions):
            book.remove_submission(lesson, one.student.id)


def _nbgraders(source: Path) -> list[NotebookNode]:
    return [cell for cell in read_notebook(source).cells if "nbgrader" in cell.metadata]


def _is_by_hand(notebook: SubmittedNotebook) -> bool:
    entered = [grade for grade in notebook.grades if grade.manual_score is not None or grade.extra_credit]
    return bool(entered or [comment for comment in notebook.comments if comment.manual_comment])


class Writer:
    """Writes the graded submissions of one lesson, one transaction each.

    Parameters
    ----------
    book
        nbgrader's gradebook, open.
    isolated, policy
        Whether the submissions were run in the sandbox, and how follow-through marks count; recorded with each verdict.
    """

    def __init__(self, course: Course, lesson: str, book: Gradebook, isolated: bool, policy: Policy = STRICT) -> None:
        self.course, self.lesson, self.book, self.isolated, self.policy = course, lesson, book, isolated, policy
        book.db.remove()
        book.db.configure(expire_on_commit=False)  # else each commit makes every cell be read again
        self.released = _loaded(book, lesson)
        self.penalties = AssignLatePenalties(config=course.config)
        self.penalties.init_plugin()
        records.create_table(book.engine)

    def forget(self, students: Sequence[str]) -> None:
        """Take back what was recorded of submissions that are about to be graded: no old score stands as new."""
        for student in students:
            with suppress(MissingEntry):
                for grade in self.book.find_submission_notebook(self.lesson, self.lesson, student).grades:
                    grade.auto_score, grade.needs_manual_grade = None, True
            records.remove(self.book.db, student, self.lesson)
        self.book.db.commit()

    def write(self, student: str, nb: NotebookNode, marks: tuple[Mark, ...], content: str) -> None:
        """Record one graded submission: its folder first, then all its rows in one transaction."""
        self._write_folder(student, nb)
        for _ in range(ENTRIES):
            try:
                return self._record(student, nb, marks, content)
            except (IntegrityError, InvalidEntry):  # another grader made the entry at the same moment: now it is there
                self.book.db.rollback()
        return self._record(student, nb, marks, content)

    def _record(self, student: str, nb: NotebookNode, marks: tuple[Mark, ...], content: str) -> None:
        self.book.update_or_create_student(student)
        timestamp = self._timestamp(self.course.path("submitted", student, self.lesson))
        submission = self.book.update_or_create_submission(self.lesson, student, timestamp=timestamp)
        notebook = next(one for one in submission.notebooks if one.name == self.lesson)
        _fill_scores(notebook, nb, marks)
        self.book.db.flush()
        self._penalise(submission, notebook)
        rows = [records.row(student, self.lesson, mark, content, self.isolated, self.policy) for mark in marks]
        records.replace(self.book.db, student, self.lesson, rows)
        self.book.db.commit()

    def _timestamp(self, folder: Path) -> datetime | None:
        """Return when it was handed in; None where no file says so, or it says nothing: it lies among the student's."""
        file = folder / "timestamp.txt"
        try:
            if file.is_symlink() or not file.is_file() or file.stat().st_size > LONGEST_TIMESTAMP:
                return None
            read: datetime | None = utils.parse_utc(self.course.directory.get_existing_timestamp(str(folder)))
        except Exception:  # what a strange text does to dateutil has no one type
            return None
        return read

    def _penalise(self, submission: SubmittedAssignment, notebook: SubmittedNotebook) -> None:
        """Assign the late penalty by the course's own nbgrader plugin."""
        notebook.late_submission_penalty = None
        if submission.total_seconds_late > 0:
            penalty = self.penalties.plugin_inst.late_submission_penalty(
                submission.student.id, notebook.score, submission.total_seconds_late
            )
            if penalty is not None:
                notebook.late_submission_penalty = min(max(penalty, 0), notebook.score)

    def _write_folder(self, student: str, nb: NotebookNode) -> None:
        """Make `autograded/` what `nbgrader autograde` would: the student's files, the source's, the notebook."""
        target = self.course.path("autograded", student, self.lesson)
        if target.exists():
            utils.rmtree(str(target))
        target.mkdir(parents=True)
        for origin in (  # what the source has, the student's cannot replace
            self.course.path("source", ".", self.lesson),
            self.course.path("submitted", student, self.lesson),
        ):
            for name in utils.find_all_files(str(origin), [*self.course.directory.ignore, "*.ipynb"]):
                _copy(Path(name), target / os.path.relpath(name, origin))
        text = nbformat.v4.writes(nb)  # without a look at the schema: every cell and output was built by us
        (target / f"{self.lesson}.ipynb").write_text(text + "\n", encoding="utf-8")


def _loaded(book: Gradebook, lesson: str) -> Notebook:
    """Return the released notebook with its cells; as long as it is held, grades find their cells in memory."""
    notebook = book.find_notebook(lesson, lesson)
    for cells in (notebook.grade_cells, notebook.solution_cells, notebook.task_cells, notebook.source_cells):
        list(cells)
    return notebook


def _copy(origin: Path, target: Path) -> None:
    """Copy a file where there is none yet; one that cannot be read, or is in another's way, is left out."""
    try:
        if not origin.is_symlink() and origin.is_file() and not target.exists():  # a link may point anywhere
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(origin, target)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise


def _fill_scores(notebook: SubmittedNotebook, nb: NotebookNode, marks: tuple[Mark, ...]) -> None:
    """Fill in grades and comments as nbgrader's SaveAutoGrades does; what we judge has our points."""
    points = {mark.exercise + CHECK: mark.points for mark in marks}
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if "nbgrader" in cell.metadata}
    for grade in notebook.grades:
        grade.auto_score = points[grade.name] if grade.name in points else _stock_score(cells.get(grade.name))
        grade.needs_manual_grade = grade.manual_score is not None or grade.auto_score is None
    released = {cell.name: cell.checksum for cell in notebook.notebook.source_cells}
    for comment in notebook.comments:
        cell = cells.get(comment.name)
        unchanged = cell is not None and released.get(comment.name) == utils.compute_checksum(cell)
        comment.auto_comment = "No response." if unchanged else None


def _stock_score(cell: NotebookNode | None) -> float | None:
    """Return what nbgrader gives a cell that is not one of our test cells; 0 where it is missing."""
    if cell is None:
        return 0.0
    score: float | None = utils.determine_grade(cell)[0] if utils.is_grade(cell) else None  # tasks are graded by hand
    return score
