"""Stock `nbgrader` commands from the repository root, and from anywhere without our configuration."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from support import LESSON

from grader import sample_class
from grader.course import ROOT, Course
from grader.gradebook import gradebook
from grader.sandbox import why_not_isolated

PROGRAMS = Path(sys.executable).parent
STUDENTS = ("perfect_noisy", "mistake_threshold_on_z", "deleted_test_cell")


def nbgrader(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"}
    command = [PROGRAMS / "nbgrader", *arguments]
    return subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The repository root as a course folder: its configuration and its notebooks."""
    folder = tmp_path_factory.mktemp("checkout")
    shutil.copy(ROOT / "nbgrader_config.py", folder)
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    return folder


@pytest.fixture(scope="module")
def released(root: Path) -> Path:
    done = nbgrader("generate_assignment", LESSON, "--force", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "release" / LESSON / f"{LESSON}.ipynb"


def hand_in(root: Path, released: Path) -> None:
    for student in STUDENTS:
        sample_class.hand_in(
            sample_class.FOLDER / LESSON / f"{student}.py", released, root / "submitted" / student / LESSON
        )


def test_generate_assignment_leaves_stubs_that_name_their_exercise(released):
    sources = "\n".join(cell.source for cell in nbformat.read(released, as_version=4).cells)

    assert 'raise NotImplementedError("propagate is not written yet")' in sources
    assert "BEGIN SOLUTION" not in sources
    assert "check_private" not in sources


@pytest.mark.skipif(why_not_isolated() is not None, reason="nbgrader's own commands grade in the sandbox")
def test_nbgrader_autograde_gives_the_scores_of_course_autograde(root, released):
    hand_in(root, released)
    done = nbgrader("autograde", LESSON, cwd=root)
    assert done.returncode == 0, done.stderr
    with gradebook(Course(root)) as book:
        scores = {student: book.find_submission(LESSON, student).score for student in STUDENTS}

    assert {student: sum(sample_class.expected(LESSON)[student]["points"]) for student in STUDENTS} == scores


def test_without_our_configuration_the_test_cells_still_grade(tmp_path, released):
    """A stock course: only folders. No partial failure, no stderr, no missing check costs or gives points."""
    (tmp_path / "nbgrader_config.py").write_text("c = get_config()\nc.CourseDirectory.course_id = 'stock'\n")
    shutil.copytree(ROOT / "notebooks" / LESSON, tmp_path / "source" / LESSON)
    assert nbgrader("generate_assignment", LESSON, cwd=tmp_path).returncode == 0
    for student in STUDENTS[:2]:
        folder = tmp_path / "submitted" / student / LESSON
        sample_class.hand_in(sample_class.FOLDER / LESSON / f"{student}.py", released, folder)
        _without_demos(folder / f"{LESSON}.ipynb")
    done = nbgrader("autograde", LESSON, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    with gradebook(Course(tmp_path)) as book:
        scores = {student: book.find_submission(LESSON, student).score for student in STUDENTS[:2]}

    assert {student: sum(sample_class.expected(LESSON)[student]["points"]) for student in STUDENTS[:2]} == scores


def _without_demos(path: Path) -> None:
    """Stock nbgrader would run the slow demonstrations; this test is about the checks."""
    nb = nbformat.read(path, as_version=4)
    nb.cells = [cell for cell in nb.cells if "demo" not in cell.metadata.get("tags", [])]
    nbformat.write(nb, path)


def test_the_solution_notebook_passes_stock_validate(root):
    done = nbgrader("validate", f"notebooks/{LESSON}/{LESSON}.ipynb", cwd=root)

    assert "Success! Your notebook passes all the tests." in done.stdout, done.stdout + done.stderr
