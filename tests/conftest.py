"""What the tests share: a released course folder, and nothing of the user's own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
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
