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

from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Assignment, Gradebook, InvalidEntry, MissingEntry, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from sqlalchemy import Connection, select
from sqlalchemy.exc import IntegrityError, SAWarning, SQLAlchemyError

from grader import records
from grader.course import CONFIG_NAME, Course
from grader.grade import Mark
from grader.notebooks import read_notebook
from grader.paper import Paper
from grader.policy import STRICT, Policy
from grader.submissions import Submission, Submissions
from helpers.errors import GraderError

NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO)  # what the next file would meet too
LONGEST_TIMESTAMP = 100
ENTRIES = 3  # that another grader may make just before: the student, the submission, the verdicts
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
        self.course, self.lesson, self.engine, self.isolated, self.policy = (
            course,
            lesson,
            book.engine,
            isolated,
            policy,
        )
        self.submissions = Submissions(book, lesson)
        book.db.remove()
        self.penalties = AssignLatePenalties(config=course.config)
        self.penalties.init_plugin()
        records.create_table(self.engine)
        with self.engine.begin() as connection:
            self.version = records.released_version(connection, lesson)

    def forget(self, students: Sequence[str]) -> None:
        """Take back what was recorded of submissions that are about to be graded: no old score stands as new."""
        with self.engine.begin() as connection:
            self.submissions.forget(connection, students)
            records.remove(connection, students, self.lesson)

    def write(self, student: str, paper: Paper, marks: tuple[Mark, ...], content: str) -> None:
        """Record one graded submission: its folder first, then all its rows in one transaction.

        Raises
        ------
        GraderError
            Another version of the lesson was released since the writer was made.
        """
        self._write_folder(student, paper)
        for _ in range(ENTRIES):
            with suppress(IntegrityError):  # another grader made the entry at the same moment: now it is there
                return self._record(student, paper, marks, content)
        return self._record(student, paper, marks, content)

    def _record(self, student: str, paper: Paper, marks: tuple[Mark, ...], content: str) -> None:
        timestamp = self._timestamp(self.course.path("submitted", student, self.lesson))
        rows = [records.row(student, self.lesson, mark, content, self.isolated, self.policy) for mark in marks]
        with self.engine.begin() as connection:
            submission = self.submissions.take(connection, student, timestamp)
            self.submissions.fill_in(connection, submission.notebook, paper, marks)
            self._penalise(connection, student, submission)
            records.replace(connection, student, self.lesson, rows, self.version)
            self._require_same_version(connection)

    def _require_same_version(self, connection: Connection) -> None:
        """Make sure that what was graded by one version of the lesson is not recorded under the next."""
        if records.released_version(connection, self.lesson) != self.version:
            raise GraderError(
                f"{self.lesson} was released in another version while it was being graded; run the same command again: "
                "every submission is then graded by the new one."
            )

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

    def _penalise(self, connection: Connection, student: str, submission: Submission) -> None:
        """Assign the late penalty by the course's own nbgrader plugin."""
        penalty = None
        if submission.seconds_late > 0:
            score = self.submissions.score(connection, submission.notebook)
            asked = self.penalties.plugin_inst.late_submission_penalty(student, score, submission.seconds_late)
            penalty = None if asked is None else min(max(asked, 0), score)
        self.submissions.penalise(connection, submission.notebook, penalty)

    def _write_folder(self, student: str, paper: Paper) -> None:
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
        (target / f"{self.lesson}.ipynb").write_text(paper.text, encoding="utf-8")


def _copy(origin: Path, target: Path) -> None:
    """Copy a file where there is none yet; one that cannot be read, or is in another's way, is left out."""
    try:
        if not origin.is_symlink() and origin.is_file() and not target.exists():  # a link may point anywhere
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(origin, target)
    except OSError as error:
        if error.errno in NO_ROOM:
            raise
