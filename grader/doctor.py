"""A look at this machine before a class depends on it."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from grader import versions
from grader.course import CONFIG_NAME, Course
from grader.lessons import LESSONS
from grader.sandbox import why_not_isolated
from helpers.cases import public_questions
from helpers.data import load_cats
from helpers.errors import CourseError


@dataclass(frozen=True)
class Examined:
    """One thing looked at; what is `needed` and not `ok` stops grading."""

    what: str
    ok: bool
    needed: bool = True


def examine(folder: Path) -> list[Examined]:
    """Look at Python, nbgrader, the sandbox and the data; where `folder` is a course folder, at its lessons too."""
    version = ".".join(map(str, sys.version_info[:3]))
    return [
        Examined(f"Python {version} (3.11 or later is needed)", sys.version_info >= (3, 11)),
        *_programs(),
        _isolation(),
        *_data(),
        *_lessons(folder),
    ]


def _programs() -> Iterator[Examined]:
    for program, purpose in (
        ("nbgrader", "the host"),
        ("jupyter", "opens the notebooks"),
        ("alembic", "nbgrader's upgrades"),
    ):
        found = shutil.which(program)
        where = found or "not on PATH; put the folder of this Python's programs there"
        yield Examined(f"{program}, {purpose}: {where}", found is not None, needed=False)


def _isolation() -> Examined:
    reason = why_not_isolated()
    return Examined(f"Isolation of student code: {reason or 'bubblewrap works'}", reason is None)


def _data() -> Iterator[Examined]:
    yield _loads("The cat pictures", load_cats)
    for name in LESSONS:
        yield _loads(f"Public cases of {name}", partial(public_questions, name))


def _loads(what: str, load: Callable[[], object]) -> Examined:
    try:
        load()
    except CourseError as error:
        return Examined(f"{what}: {error}", ok=False)
    return Examined(f"{what}: whole", ok=True)


def _lessons(folder: Path) -> Iterator[Examined]:
    if not (folder / CONFIG_NAME).is_file():
        return
    course = Course(folder)
    for name in LESSONS:
        source = course.source_path(name)
        if source.is_file() and versions.released(course.db_url, name):
            check = partial(versions.require_released, course.db_url, name, source)
            yield replace(_loads(f"{name} as it was released", check), needed=False)
