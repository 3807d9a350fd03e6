"""The one writer: scores into nbgrader's tables, verdicts beside them, the graded notebook into its folder."""

from __future__ import annotations

import os
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.preprocessors import AssignLatePenalties, SaveAutoGrades
from sqlalchemy.exc import SAWarning, SQLAlchemyError

from grader import records
from grader.course import Course
from grader.grade import Mark
from grader.notebooks import CHECK
from helpers.errors import GraderError


@contextmanager
def gradebook(course: Course) -> Iterator[Gradebook]:
    """Open nbgrader's gradebook.

    Raises
    ------
    GraderError
        The database fails, or holds another version of nbgrader's tables.
    """
    try:
        with warnings.catch_warnings(), Gradebook(course.db_url, course.directory.course_id) as opened:
            warnings.simplefilter("ignore", SAWarning)  # nbgrader's own models, under SQLAlchemy 2
            yield opened
    except (SQLAlchemyError, OSError) as error:
        first = str(error).strip().splitlines()[0]
        raise GraderError(f"The gradebook {course.db_url} cannot be used: {first}") from error


def require_released(course: Course, lesson: str) -> None:
    """Make sure that the gradebook knows the lesson.

    Raises
    ------
    GraderError
        It was never released into this gradebook.
    """
    with gradebook(course) as book:
        try:
            book.find_notebook(lesson, lesson)
        except MissingEntry:
            raise GraderError(
                f"{lesson} is not in this gradebook yet; release it first: course release {lesson}"
            ) from None


def write(
    course: Course,
    student: str,
    lesson: str,
    nb: NotebookNode,
    marks: tuple[Mark, ...],
    content: str,
    isolated: bool,
) -> None:
    """Record one graded submission everywhere."""
    _write_folder(course, student, lesson, nb)
    _write_scores(course, student, lesson, nb, marks)
    engine = records.open_records(course.db_url)
    records.save(engine, student, lesson, [records.row(student, lesson, mark, content, isolated) for mark in marks])
    engine.dispose()


def _write_folder(course: Course, student: str, lesson: str, nb: NotebookNode) -> None:
    """Make `autograded/` what `nbgrader autograde` would: the student's files, the source's, the graded notebook."""
    target = course.path("autograded", student, lesson)
    if target.exists():
        utils.rmtree(str(target))
    target.mkdir(parents=True)
    for origin in (course.path("submitted", student, lesson), course.path("source", ".", lesson)):
        for name in utils.find_all_files(str(origin), [*course.directory.ignore, "*.ipynb"]):
            _copy(Path(name), target / os.path.relpath(name, origin))
    nbformat.write(nb, target / f"{lesson}.ipynb")


def _copy(origin: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if origin.is_file():  # a dangling link of the student's is no file
        shutil.copyfile(origin, target)


def _write_scores(course: Course, student: str, lesson: str, nb: NotebookNode, marks: tuple[Mark, ...]) -> None:
    timestamp = course.directory.get_existing_timestamp(str(course.path("submitted", student, lesson)))
    with gradebook(course) as book:
        book.update_or_create_student(student)
        book.update_or_create_submission(lesson, student, timestamp=timestamp)
        points = {mark.exercise + CHECK: mark.points for mark in marks}
        for grade in book.find_submission_notebook(lesson, lesson, student).grades:
            grade.auto_score = points.get(grade.name, 0.0)
            grade.needs_manual_grade = grade.manual_score is not None
        book.db.commit()
    _nbgrader_steps(course, student, lesson, nb)


def _nbgrader_steps(course: Course, student: str, lesson: str, nb: NotebookNode) -> None:
    """Leave what we do not judge to nbgrader: comments, answers graded by hand, late penalties."""
    resources = {"nbgrader": {"student": student, "assignment": lesson, "notebook": lesson, "db_url": course.db_url}}
    for step in (SaveAutoGrades, AssignLatePenalties):
        step(config=course.config).preprocess(nb, resources)
