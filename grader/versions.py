"""Which version of a lesson a class was given, so that nothing is graded by another one unasked.

A version is a source notebook and the checks that grade it: the points and the cases of the lesson's declarations, for
which the public cases stand. The released one is on record in the gradebook, with its notebook in `versions/`.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import URL, create_engine, inspect, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from grader import records
from grader.course import ROOT, Course
from grader.lessons import find_lesson
from grader.notebooks import CHECK, is_test, read_notebook
from grader.records import ReleaseRow
from helpers.cases import FOLDER
from helpers.errors import GraderError

LENGTH = 8  # of a version's name: enough to tell the versions of one lesson apart


@dataclass(frozen=True)
class Version:
    """A source notebook and the checks that grade it, each by its fingerprint."""

    notebook: str
    checks: str

    @property
    def name(self) -> str:
        """What people call it."""
        return hashlib.sha256(f"{self.notebook} {self.checks}".encode()).hexdigest()[:LENGTH]


def current(lesson: str, source: Path) -> Version:
    """Return what a lesson is today: its source notebook in the course folder, and the installed checks.

    Raises
    ------
    GraderError
        One of the two cannot be read.
    """
    points = {exercise.name: exercise.points for exercise in find_lesson(lesson).exercises}
    checks = json.dumps(points).encode() + _content(FOLDER / f"{lesson}.h5")
    return Version(_fingerprint(_content(source)), _fingerprint(checks))


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise GraderError(
            f"{path} cannot be read: {error.strerror}; take it from a fresh copy of the course."
        ) from error


def released(db_url: str, lesson: str) -> ReleaseRow | None:
    """Return the version of a lesson that was released last; None where the gradebook knows of none.

    Raises
    ------
    GraderError
        The gradebook cannot be used.
    """
    if not _is_there(make_url(db_url)):
        return None
    engine = create_engine(db_url)
    try:
        if not inspect(engine).has_table(ReleaseRow.__tablename__):  # nbgrader shall make its tables first
            return None
        with Session(engine, expire_on_commit=False) as session:
            return records.last_release(session, lesson)
    except SQLAlchemyError as error:
        raise GraderError(f"The gradebook {db_url} cannot be opened: {records.first_line(error)}") from error
    finally:
        engine.dispose()


def _is_there(url: URL) -> bool:
    """Whether there is a database to look into; SQLite would make an empty one."""
    return url.get_backend_name() != "sqlite" or not url.database or Path(url.database).exists()


def require_released(db_url: str, lesson: str, source: Path) -> None:
    """Make sure that a lesson is what was released.

    Raises
    ------
    GraderError
        It is another version.
    """
    before, now = released(db_url, lesson), current(lesson, source)
    if before is None or before.version == now.name:
        return
    parts = {"its source notebook": before.notebook != now.notebook, "its checks": before.checks != now.checks}
    changed = " and ".join(part for part, is_other in parts.items() if is_other)
    raise GraderError(
        f"{lesson} was released as version {before.version}; since then {changed} changed. To take the new version, "
        f"{now.name}, on purpose: course release {lesson} --update; then every submission is graded anew, and the old "
        "verdicts stay on record."
    )


def require_fit(lesson: str, source: Path) -> None:
    """Make sure that a source notebook asks for what the installed checks grade.

    Raises
    ------
    GraderError
        Its exercises or its points are others.
    """
    cells = [cell.metadata.nbgrader for cell in read_notebook(source).cells if is_test(cell)]
    asked = {cell.grade_id.removesuffix(CHECK): float(cell.points) for cell in cells}
    graded = {exercise.name: float(exercise.points) for exercise in find_lesson(lesson).exercises}
    for name in [*graded, *asked]:
        if asked.get(name) != graded.get(name):
            has, wants = (f"{one[name]:g} points" if name in one else "none" for one in (asked, graded))
            raise GraderError(
                f"{source} does not fit the installed checks: for {name} it has {has}, they have {wants}. Move it away "
                f"and take the course's own notebook: course init DIR --lesson {lesson}"
            )


def take_installed(course: Course, lesson: str) -> None:
    """Take over the notebook of the installed course, where nobody has changed the released one since."""
    before, source, installed = released(course.db_url, lesson), course.source(lesson), ROOT / "notebooks" / lesson
    unchanged = before is not None and before.notebook == _fingerprint(_content(source))
    if unchanged and installed.is_dir() and installed != source.parent.resolve():
        shutil.copytree(installed, source.parent, dirs_exist_ok=True)


def note(db_url: str, lesson: str, source: Path, root: Path) -> None:
    """Record what is released, and keep its notebook; verdicts under another version are set aside.

    Raises
    ------
    GraderError
        The gradebook cannot be used.
    """
    now = current(lesson, source)
    kept = root / "versions" / lesson / f"{now.name}.ipynb"
    kept.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, kept)
    engine = records.open_records(db_url)
    with Session(engine) as session, session.begin():
        release = ReleaseRow(lesson=lesson, version=now.name, released_at=datetime.now(UTC), **vars(now))
        records.note_release(session, release)
    engine.dispose()
