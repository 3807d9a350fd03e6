"""What the tests share: a released course folder, and nothing of the user's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from itertools import count
from multiprocessing import get_context
from pathlib import Path

import pytest
from databases import Server, keep_gradebook_in, new_server
from support import LESSON, copy_of, once

from grader import classroom, host, sample_class
from grader.course import Course, lay_out
from grader.lessons import LESSONS
from grader.sandbox import Limits, why_not_isolated
from grader.workers import start_forkserver

BATTERY = ("test_hostile", "test_interruption", "test_fuzz", "test_cluster")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the long battery of hostile submissions and interruptions; `make battery` runs it."""
    for item in items:
        if item.path.stem in BATTERY:
            item.add_marker(pytest.mark.battery)


@pytest.fixture(scope="session")
def parent_of_workers() -> None:
    """One process opens pools of every kind here, so the parent of their workers imports for all of them."""
    modules = ["grader.batch", "grader.feedback.pages", "grader.walkthrough.pages"]
    get_context("forkserver").set_forkserver_preload(modules)
    start_forkserver()


@pytest.fixture(scope="session")
def progress_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names for files of progress; a folder for each of ten thousand tests would take half a minute."""
    folder = tmp_path_factory.mktemp("progress")
    return (folder / f"{number}.json" for number in count())


@pytest.fixture(autouse=True)
def own_progress_file(progress_files: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes into the progress file of whoever runs it."""
    monkeypatch.setenv("COURSE_PROGRESS", str(next(progress_files)))


@pytest.fixture(scope="session")
def released_course(parent_of_workers: None, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder with lesson 02 released; read it, copy it, never write into it."""
    return Course(once(tmp_path_factory, "released", lambda folder: host.release(lay_out(folder, [LESSON]), LESSON)))


@pytest.fixture(scope="session")
def whole_course(parent_of_workers: None, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder with every lesson released; read it, copy it, never write into it."""

    def make(folder: Path) -> None:
        for lesson in LESSONS:
            host.release(lay_out(folder, [lesson]), lesson)

    return Course(once(tmp_path_factory, "whole", make))


@pytest.fixture
def course(released_course: Course, tmp_path: Path) -> Course:
    """A course folder of the test's own, with lesson 02 released."""
    return copy_of(released_course, tmp_path)


@pytest.fixture(scope="session")
def graded_course(released_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The sample class, graded; read it, copy it, never write into it."""

    def make(folder: Path) -> None:
        graded_class(copy_of(released_course, folder))

    return Course(once(tmp_path_factory, "class", make) / "course")


@pytest.fixture(scope="session")
def graded_in_postgresql(
    released_in_postgresql: Course, postgresql: Server, tmp_path_factory: pytest.TempPathFactory
) -> Course:
    """The sample class, graded into PostgreSQL."""
    own = copy_of(released_in_postgresql, tmp_path_factory.mktemp("class"))
    return graded_class(keep_gradebook_in(own, postgresql.new_database(like=own.db_url)))


def graded_class(course: Course) -> Course:
    """Hand in and grade the sample class."""
    released = course.path("release", ".", LESSON) / f"{LESSON}.ipynb"
    sample_class.lay_in(course, LESSON, released)
    patience = Limits(cell_seconds=1, call_seconds=1)  # the endless loop need not take its ten seconds
    classroom.autograde(course, LESSON, workers=2, isolated=why_not_isolated() is None, limits=patience)
    return course


@pytest.fixture
def klass(graded_course: Course, tmp_path: Path) -> Course:
    """A graded class of the test's own."""
    return copy_of(graded_course, tmp_path)


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Server]:
    """A PostgreSQL server; leave it running."""
    server = new_server()
    yield server
    server.close()


@pytest.fixture(scope="session")
def released_in_postgresql(
    released_course: Course, postgresql: Server, tmp_path_factory: pytest.TempPathFactory
) -> Course:
    """The released course with its gradebook in PostgreSQL; read it, copy it, never write into it."""
    root = tmp_path_factory.mktemp("released") / "course"
    shutil.copytree(released_course.root, root, ignore=shutil.ignore_patterns("gradebook.db"))
    course = keep_gradebook_in(Course(root), postgresql.new_database())
    host.release(course, LESSON)
    return course
