"""Verdicts in a table of their own beside nbgrader's, in the same database."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

from sqlalchemy import (
    DDL,
    URL,
    BigInteger,
    Column,
    Connection,
    DateTime,
    Dialect,
    Engine,
    Float,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    bindparam,
    create_engine,
    delete,
    insert,
    inspect,
    make_url,
    select,
    update,
)
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
from sqlalchemy.pool import NullPool
from sqlalchemy.schema import CreateColumn

from grader.grade import Mark
from grader.policy import STRICT, Policy
from helpers.errors import GraderError
from helpers.messages import render

UNDEFINED_COLUMN = "42703"  # PostgreSQL's name for it
FIELDS = ("student", "lesson", "exercise", "points", "max_points", "outcome", "message")


class Base(DeclarativeBase):
    """The tables of this course."""


class Moment(TypeDecorator[datetime]):
    """A time in UTC; SQLite forgets the zone, and PostgreSQL answers in the server's."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Say that it is UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Graded:
    """What is recorded of one exercise of one submission."""

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
    followed: Mapped[str] = mapped_column(String(32), server_default="")  # the outcome with right earlier functions
    policy: Mapped[str] = mapped_column(String(32), server_default="strict")  # of follow-through, which gave the points
    version: Mapped[str] = mapped_column(String(16), server_default="")  # of the lesson, see `grader.versions`
    graded_at: Mapped[datetime] = mapped_column(Moment)


class VerdictRow(Graded, Base):
    """The verdict that stands."""

    __tablename__ = "course_verdict"
    __table_args__ = (UniqueConstraint("student", "lesson", "exercise"),)

    def as_json(self) -> dict[str, Any]:
        """Return the fields that `--json` promises, with the short reason and the mistake."""
        return {name: getattr(self, name) for name in (*FIELDS, "brief", "mistake", "followed", "policy")}


class EarlierRow(Graded, Base):
    """The last verdict under an earlier version of the lesson."""

    __tablename__ = "course_verdict_earlier"


class ReleaseRow(Base):
    """A version of a lesson that was released; the last of a lesson is what its class is graded by."""

    __tablename__ = "course_release"

    id: Mapped[int] = mapped_column(primary_key=True)
    lesson: Mapped[str] = mapped_column(String(128), index=True)
    notebook: Mapped[str] = mapped_column(String(64))
    checks: Mapped[str] = mapped_column(String(64))
    version: Mapped[str] = mapped_column(String(16))
    released_at: Mapped[datetime] = mapped_column(DateTime(timezone=True))


# What is executed for each submission; to make a statement costs more than to run it.
VERSION = select(ReleaseRow.version).where(ReleaseRow.lesson == bindparam("of")).order_by(ReleaseRow.id.desc()).limit(1)
REMOVE = delete(VerdictRow).where(VerdictRow.student == bindparam("who"), VerdictRow.lesson == bindparam("of"))
RECORD = insert(VerdictRow)


def row(student: str, lesson: str, mark: Mark, content: str, isolated: bool, policy: Policy = STRICT) -> dict[str, Any]:
    """Make the row of one mark: the values of `VerdictRow`, but for the version."""
    message = render(mark.verdict.finding) if mark.verdict.finding else None
    return {
        "student": student,
        "lesson": lesson,
        "exercise": mark.exercise,
        "points": mark.points,
        "max_points": mark.max_points,
        "outcome": str(mark.verdict.outcome),
        "mistake": mark.verdict.mistake,
        "brief": _storable(message.brief) if message else "",
        "message": _storable(str(message)) if message else "",
        "seconds": mark.seconds,
        "seed": mark.seed,
        "content": content,
        "isolated": isolated,
        "followed": str(mark.followed.outcome) if mark.followed else "",
        "policy": str(policy),
        "graded_at": datetime.now(UTC),
    }


def _storable(text: str) -> str:
    """Return a text that every database takes: a student's words may hold half a character, or none (NUL)."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "\N{REPLACEMENT CHARACTER}")


def open_records(db_url: str) -> Engine:
    """Return an engine on the gradebook's database, with our table in it.

    Raises
    ------
    GraderError
        The database cannot be reached.
    """
    with usable(db_url):
        require_driver(db_url)
        engine = create_engine(db_url, poolclass=NullPool)  # nobody has to remember to close its connections
        create_table(engine)
    return engine


def require_driver(db_url: str) -> None:
    """Make sure that the package is installed which speaks to such a database.

    Raises
    ------
    GraderError
        It is not.
    """
    try:
        make_url(db_url).get_dialect().import_dbapi()
    except ImportError as error:
        raise GraderError(
            f"The gradebook {shown(db_url)} needs a driver ({error}): pip install 'neural-networks-by-hand[postgresql]'"
        ) from error


@contextmanager
def usable(db_url: str | URL) -> Iterator[None]:
    """Whatever the database says in this block ends in one sentence.

    Raises
    ------
    GraderError
        It said something.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise GraderError(
            f"The gradebook {shown(db_url)} cannot be used: {first_line(error)}. What is recorded is kept; "
            f"{_mend(error)}, then run the same command again."
        ) from error


def _mend(error: SQLAlchemyError) -> str:
    """Say what to do."""
    lacks_column = getattr(getattr(error, "orig", None), "sqlstate", "") == UNDEFINED_COLUMN
    if lacks_column or "no such column" in str(error):
        return "it was made by an earlier nbgrader: run `nbgrader db upgrade` in the course folder"
    return "mend it"


def shown(db_url: str | URL) -> str:
    """Return a database's address without its password."""
    try:
        return make_url(db_url).render_as_string(hide_password=True)
    except SQLAlchemyError:
        return "that c.CourseDirectory.db_url names"


def create_table(engine: Engine) -> None:
    """Make our tables where they are missing, and in those of an earlier version of this course the columns they lack.

    Each later column has a default in the database itself, so that old rows have a value, and an earlier version of
    this course can still write. More than that is not needed here; nbgrader's own tables are `nbgrader db upgrade`'s.
    """
    try:
        Base.metadata.create_all(engine)
    except DBAPIError:  # another process was faster
        Base.metadata.create_all(engine)
    for column in _missing(engine):
        try:
            with engine.begin() as connection:
                definition = CreateColumn(column).compile(dialect=engine.dialect)
                connection.execute(DDL(f"ALTER TABLE {column.table.name} ADD COLUMN {definition}"))
        except DBAPIError:
            if column in _missing(engine):  # else another process was faster
                raise


def _missing(engine: Engine) -> list[Column[Any]]:
    """Return our columns that the tables in the database lack."""
    there = {
        (name, column["name"]) for (_, name), found in inspect(engine).get_multi_columns().items() for column in found
    }
    ours = [column for table in Base.metadata.sorted_tables for column in table.columns]
    return [column for column in ours if (column.table.name, column.name) not in there]


def last_release(session: Session, lesson: str) -> ReleaseRow | None:
    """Return the version of a lesson that was released last."""
    query = select(ReleaseRow).where(ReleaseRow.lesson == lesson).order_by(ReleaseRow.id.desc()).limit(1)
    found: ReleaseRow | None = session.scalars(query).first()
    return found


def released_version(connection: Connection, lesson: str) -> str:
    """Return the name of the version of a lesson that was released last; "" where none is on record."""
    return connection.execute(VERSION, {"of": lesson}).scalar() or ""


def note_release(session: Any, release: ReleaseRow) -> None:
    """Record a version, and set aside the verdicts that were given under another one; the caller commits.

    Verdicts from before there were versions count as given under the first that is recorded.
    """
    if last_release(session, release.lesson) is None:
        session.execute(update(VerdictRow).where(VerdictRow.lesson == release.lesson).values(version=release.version))
    names = [column.name for column in EarlierRow.__table__.columns if column.name != "id"]
    old = (VerdictRow.lesson == release.lesson, VerdictRow.version != release.version)
    kept = select(*(VerdictRow.__table__.c[name] for name in names)).where(*old)
    session.execute(insert(EarlierRow).from_select(names, kept))
    session.execute(delete(VerdictRow).where(*old))
    session.add(release)


def remove(connection: Connection, students: Sequence[str], lesson: str) -> None:
    """Remove what is recorded of these students' submissions; the caller commits."""
    connection.execute(REMOVE, [{"who": student, "of": lesson} for student in students])


def replace(connection: Connection, student: str, lesson: str, rows: Sequence[dict[str, Any]], version: str) -> None:
    """Replace what is recorded of one submission, by the version that it was graded by; the caller commits."""
    remove(connection, [student], lesson)
    connection.execute(RECORD, [{**new, "version": version} for new in rows])


def load(engine: Engine, lesson: str, student: str | None = None) -> list[VerdictRow]:
    """Return what is recorded of a lesson, by student, in teaching order; of one student alone where one is named."""
    with usable(engine.url), Session(engine, expire_on_commit=False) as session:
        query = select(VerdictRow).where(VerdictRow.lesson == lesson).order_by(VerdictRow.id)
        if student is not None:
            query = query.where(VerdictRow.student == student)
        return sorted(session.scalars(query), key=attrgetter("student"))  # each database has an order of its own


def first_line(error: Exception) -> str:
    """Return the first line of a long message of the database's."""
    return str(error).strip().splitlines()[0].rstrip(".")
