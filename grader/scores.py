"""What nbgrader's gradebook holds, read whole: the points of every grade cell, penalties, the class list.

The gradebook is the one home of points: what a person changed in the formgrader counts here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from alembic.script import ScriptDirectory
from nbgrader.api import Assignment, BaseCell, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import Engine, and_, case, func, inspect, make_url, select, text

from grader import gradebook, records
from grader.course import Course
from grader.notebooks import CHECK
from helpers.errors import GraderError


@dataclass(frozen=True)
class Score:
    """The points of one grade cell of one submission; None: nobody has given any yet."""

    student: str
    lesson: str
    exercise: str
    points: float | None
    max_points: float


@contextmanager
def open_book(course: Course, wanted: Sequence[str]) -> Iterator[Gradebook]:
    """Open the gradebook for reading what is recorded of these lessons.

    Raises
    ------
    GraderError
        There is no gradebook, it is of a newer nbgrader, or it has never heard of one of the lessons.
    """
    _require_file(course.db_url)
    with gradebook.gradebook(course) as book:
        _require_known_schema(book.engine, course.db_url)
        known = lessons(book)
        unknown = [lesson for lesson in wanted if lesson not in known]
        if unknown:
            raise GraderError(
                f"{unknown[0]} is not in the gradebook {shown(course.db_url)}, which has: "
                f"{', '.join(known) or 'nothing'}. Is the name right? Else release it: course release {unknown[0]}"
            )
        records.create_table(book.engine)
        yield book


def shown(db_url: str) -> str:
    """Return a database's address without its password."""
    return make_url(db_url).render_as_string()


def _require_file(db_url: str) -> None:
    """SQLite would make an empty gradebook where there is none."""
    url = make_url(db_url)
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        raise GraderError(f"There is no gradebook {url.database} yet; release a lesson first: course release LESSON")


def _require_known_schema(engine: Engine, db_url: str) -> None:
    """Refuse tables that an nbgrader made which knows more than ours."""
    if not inspect(engine).has_table("alembic_version"):
        return
    with engine.connect() as connection:
        found = set(connection.scalars(text("select version_num from alembic_version")))
    known = {script.revision for script in ScriptDirectory(ALEMBIC_DIR).walk_revisions()}
    if not found <= known:
        raise GraderError(
            f"The gradebook {shown(db_url)} was made by another version of nbgrader (its tables are of version "
            f"{', '.join(sorted(map(str, found - known)))}, which this one does not know); update nbgrader first."
        )


def lessons(book: Gradebook) -> list[str]:
    """Return the names of all assignments."""
    return list(book.db.scalars(select(Assignment.name).order_by(Assignment.name)))


def students(book: Gradebook) -> list[Student]:
    """Return the class list, by name."""
    return list(book.db.scalars(select(Student).order_by(Student.last_name, Student.first_name, Student.id)))


def full_name(student: Student) -> str:
    """Return a student's first and last name, "" where the gradebook has neither."""
    return " ".join(part for part in (student.first_name, student.last_name) if part)


def load(book: Gradebook, lesson: str) -> list[Score]:
    """Return the points of every grade cell of every submission of a lesson, by student."""
    given = case((and_(Grade.auto_score.is_(None), Grade.manual_score.is_(None)), None), else_=Grade.score)
    query = (
        select(SubmittedAssignment.student_id, BaseCell.name, given, Grade.max_score)
        .join(SubmittedNotebook, Grade.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Grade.cell_id == BaseCell.id)
        .where(Assignment.name == lesson)
        .order_by(SubmittedAssignment.student_id, BaseCell.name)
    )
    return [
        Score(student, lesson, cell.removesuffix(CHECK), points, most)
        for student, cell, points, most in book.db.execute(query)
    ]


def penalties(book: Gradebook, lesson: str) -> dict[str, float]:
    """Return what was taken off for lateness, by student."""
    query = (
        select(SubmittedAssignment.student_id, func.coalesce(func.sum(SubmittedNotebook.late_submission_penalty), 0.0))
        .join(SubmittedNotebook, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == lesson)
        .group_by(SubmittedAssignment.student_id)
    )
    return {student: float(penalty) for student, penalty in book.db.execute(query)}
