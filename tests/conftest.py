"""What the tests share: a released course folder, and nothing of the user's own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import Server, keep_gradebook_in, new_server
from support import LESSON

from grader import host
from grader.course import Course, lay_out

BATTERY = ("test_hostile", "test_interruption", "test_fuzz")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the long battery of hostile submissions and interruptions; `make battery` runs it."""
    for item in items:
        if item.path.stem in BATTERY:
            item.add_marker(pytest.mark.battery)


@pytest.fixture(autouse=True)
def own_progress_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No test writes into the progress file of whoever runs it."""
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "progress.json"))


@pytest.fixture(scope="session")
def released_course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder with lesson 02 released; read it, copy it, never write into it."""
    course = lay_out(tmp_path_factory.mktemp("released"), [LESSON])
    host.release(course, LESSON)
    return course


@pytest.fixture
def course(released_course: Course, tmp_path: Path) -> Course:
    """A course folder of the test's own, with lesson 02 released."""
    root = tmp_path / "course"
    shutil.copytree(released_course.root, root)
    return Course(root)


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
