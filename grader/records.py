"""Verdicts in a table of their own beside nbgrader's, in the same database."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    DateTime,
    Engine,
    Float,
    String,
    Text,
    UniqueConstraint,
    create_engine,
    delete,
    select,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from grader.grade import Mark
from helpers.errors import GraderError
from helpers.messages import render

FIELDS = ("student", "lesson", "exercise", "points", "max_points", "outcome", "message")


class Base(DeclarativeBase):
    """The tables of this course."""


class VerdictRow(Base):
    """One exercise of one submission, as it was last graded."""

    __tablename__ = "course_verdict"
    __table_args__ = (UniqueConstraint("student", "lesson", "exercise"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    student: Mapped[str] = mapped_column(String(128), index=True)
    lesson: Mapped[str] = mapped_column(String(128), index=True)
    exercise: Mapped[str] = mapped_column(String(128))
    points: Mapped[float | None] = mapped_column(Float)  # None: a fault of the machinery, no score
    max_points: Mapped[float] = mapped_column(Float)
    outcome: Mapped[str] = mapped_column(String(32))
    mistake: Mapped[str] = mapped_column(String(128), default="")
    brief: Mapped[str] = mapped_column(Text, default="")
    message: Mapped[str] = mapped_column(Text, default="")
    seconds: Mapped[float | None] = mapped_column(Float)  # None: the function was not called
    seed: Mapped[int] = mapped_column(BigInteger)
    content: Mapped[str] = mapped_column(String(64), default="")
    isolated: Mapped[bool] = mapped_column(default=False)
    graded_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))

    def as_json(self) -> dict[str, Any]:
        """Return the fields that `--json` promises, with the short reason and the mistake."""
        return {name: getattr(self, name) for name in (*FIELDS, "brief", "mistake")}


def row(student: str, lesson: str, mark: Mark, content: str, isolated: bool) -> VerdictRow:
    """Make the row of one mark."""
    message = render(mark.verdict.finding) if mark.verdict.finding else None
    return VerdictRow(
        student=student,
        lesson=lesson,
        exercise=mark.exercise,
        points=mark.points,
        max_points=mark.max_points,
        outcome=str(mark.verdict.outcome),
        mistake=mark.verdict.mistake,
        brief=message.brief if message else "",
        message=str(message) if message else "",
        seconds=mark.seconds,
        seed=mark.seed,
        content=content,
        isolated=isolated,
        graded_at=datetime.now(UTC),
    )


def open_records(db_url: str) -> Engine:
    """Return an engine on the gradebook's database, with our table in it.

    Raises
    ------
    GraderError
        The database cannot be reached.
    """
    try:
        engine = create_engine(db_url)
        create_table(engine)
    except SQLAlchemyError as error:
        raise GraderError(f"The gradebook {db_url} cannot be opened: {first_line(error)}") from error
    return engine


def create_table(engine: Engine) -> None:
    """Make our table where it is missing."""
    Base.metadata.create_all(engine)


def remove(session: Any, student: str, lesson: str) -> None:
    """Remove what is recorded of one submission; the caller commits."""
    session.execute(delete(VerdictRow).where(VerdictRow.student == student, VerdictRow.lesson == lesson))


def replace(session: Any, student: str, lesson: str, rows: Iterable[VerdictRow]) -> None:
    """Replace what is recorded of one submission; the caller commits."""
    remove(session, student, lesson)
    session.add_all(rows)


def load(engine: Engine, lesson: str, student: str | None = None) -> list[VerdictRow]:
    """Return what is recorded of a lesson, by student, in teaching order; of one student alone where one is named."""
    with Session(engine, expire_on_commit=False) as session:
        query = select(VerdictRow).where(VerdictRow.lesson == lesson).order_by(VerdictRow.student, VerdictRow.id)
        if student is not None:
            query = query.where(VerdictRow.student == student)
        return list(session.scalars(query))


def first_line(error: Exception) -> str:
    """Return the first line of a long message of the database's."""
    return str(error).strip().splitlines()[0]
