"""Facts and helpers the tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import pytest
from filelock import FileLock

from grader.cli import main
from grader.course import Course

LESSON = "02-logistic-regression"
# the pictures that the published numbers belong to; they have no licence, and are not in this project
ORIGINALS = Path(os.environ.get("COURSE_ORIGINAL_CATS", Path(__file__).parents[2] / "shared" / "data"))
PROGRAMS = Path(sys.executable).parent


def copy_of(course: Course, folder: Path) -> Course:
    """Copy a course folder into a folder of the test's own."""
    return Course(Path(shutil.copytree(course.root, folder / "course")))


def once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], object]) -> Path:
    """Make a folder for all tests, and for all processes that run them."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    with FileLock(base / f"{name}.lock"):
        if not (base / name).exists():
            shutil.rmtree(base / f"{name}.part", ignore_errors=True)
            make(base / f"{name}.part")
            (base / f"{name}.part").rename(base / name)
    return base / name


def run(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run `course` as a user does."""
    command = [PROGRAMS / "course", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=cwd, check=False)


def run_here(*arguments: object) -> subprocess.CompletedProcess[str]:
    """Run `course` in this process, which has imported everything already: what a user sees, in a tenth of the time."""
    out, err = StringIO(), StringIO()
    code: object = 0
    with redirect_stdout(out), redirect_stderr(err), patch.object(sys, "argv", ["course", *map(str, arguments)]):
        try:
            main()
        except SystemExit as stop:
            code = stop.code
    return subprocess.CompletedProcess(arguments, int(code or 0), out.getvalue(), err.getvalue())


def refused(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """The command ended in one clear line with these words, and no stack trace."""
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    for word in words:
        assert word in done.stderr
