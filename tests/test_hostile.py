"""The hostile class, graded as one class by the real grader in its sandbox: everybody gets what is due, nobody more."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hostile import handed_in
from support import LESSON

from grader import gradebook, records
from grader.course import Course
from grader.lessons import find_lesson
from grader.sandbox import why_not_isolated
from helpers.records import Outcome

pytestmark = pytest.mark.timeout(900)

EXERCISES = find_lesson(LESSON).exercises
EXPECTED = handed_in.expected(LESSON)
ALL = {"points": [exercise.points for exercise in EXERCISES], "outcomes": {}}
STUDENTS = [
    *(recipe.stem for recipe in handed_in.recipes(LESSON)),
    *handed_in.NOTEBOOKS,
    *handed_in.FILES,
    *handed_in.WEIRD_NAMES,
]
GRADE = """
import sys
from pathlib import Path
from grader import classroom
from grader.course import Course
from grader.sandbox import Limits

if __name__ == "__main__":
    limits = Limits(
        cell_seconds=2,
        call_seconds=2,
        grace_seconds=0.5,
        replay_seconds=20,
        session_seconds=120,
        patience=2,
        memory_bytes=768 * 2**20,
    )
    course, lesson = Course(Path(sys.argv[1])), sys.argv[2]
    rows = classroom.autograde(course, lesson, workers=2, limits=limits)
    classroom.require_scores(course, lesson, rows)
"""


class Graded:
    """The class after the grading, and how the grading ended."""

    def __init__(self, course: Course, done: subprocess.CompletedProcess[str], names: list[str]) -> None:
        self.course, self.done, self.names = course, done, names
        self.rows: dict[str, list[records.VerdictRow]] = {}
        for row in records.load(records.open_records(course.db_url), LESSON):
            self.rows.setdefault(row.student, []).append(row)


@pytest.fixture(scope="module")
def graded(released_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Graded:
    """Everybody's notebook, graded once for all tests of this module."""
    reason = why_not_isolated()
    if reason:
        pytest.skip(f"hostile code runs only where it is isolated: {reason}")
    root = tmp_path_factory.mktemp("hostile") / "course"
    shutil.copytree(released_course.root, root)
    course = Course(root)
    names = handed_in.lay_in(course, LESSON)
    script = root.parent / "grade.py"
    script.write_text(GRADE, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, script, root, LESSON], capture_output=True, text=True, cwd=root.parent, check=False
    )
    return Graded(course, done, names)


def test_every_row_of_the_table_was_handed_in():
    assert set() == set(EXPECTED) - set(STUDENTS)


def test_there_are_at_least_forty_of_them():
    assert len(EXPECTED) >= 40


def test_the_class_is_graded_to_its_end(graded):
    assert graded.done.returncode == 0, graded.done.stderr
    assert sorted(STUDENTS) == graded.names


def test_nothing_of_ours_shows_a_stack_trace(graded):
    said = graded.done.stdout + graded.done.stderr

    assert "Traceback" not in said
    assert "Error" not in said


@pytest.mark.parametrize("student", STUDENTS, ids=ascii)
def test_everybody_earns_what_is_due(graded, student):
    expected = EXPECTED.get(student, ALL)
    mine = graded.rows[student]

    assert expected["points"] == [row.points for row in mine]
    for row in mine:
        assert row.outcome in _allowed(expected["outcomes"], row.exercise), row.message


def _allowed(outcomes: Any, exercise: str) -> list[str]:
    found = outcomes if isinstance(outcomes, str) else outcomes.get(exercise, Outcome.PASSED)
    return found if isinstance(found, list) else [found]


def test_whoever_loses_points_is_told_why(graded):
    silent = [
        (row.student, row.exercise) for rows in graded.rows.values() for row in rows if not row.points and not row.brief
    ]

    assert [] == silent


def test_nbgraders_gradebook_holds_the_same_scores(graded):
    with gradebook.gradebook(graded.course) as book:
        found = {one.student.id: one.score for one in book.assignment_submissions(LESSON)}

    assert {student: sum(row.points for row in rows) for student, rows in graded.rows.items()} == found


def test_every_graded_notebook_is_a_notebook(graded):
    for student in graded.rows:
        path = graded.course.path("autograded", student, LESSON) / f"{LESSON}.ipynb"
        nbformat.validate(nbformat.read(path, as_version=4))


def test_no_link_of_a_students_is_followed_into_the_graded_folder(graded):
    folder = graded.course.path("autograded", "file_strange_files_beside", LESSON)
    found = {path.name for path in folder.rglob("*")}

    assert {"shadow", "everything", "pipe"}.isdisjoint(found)
    assert "numpy.py" in found


def test_nothing_outside_the_sandbox_was_touched(graded):
    root = graded.course.root
    left = {path.name for path in (*root.iterdir(), *root.parent.iterdir())}

    assert {"bombed", "touched"}.isdisjoint(left)
    assert graded.course.source(LESSON).stat().st_size > 10_000
    assert not graded.course.path("submitted", "zz-made-up", LESSON).exists()


def test_what_was_handed_in_is_left_as_it_was(graded):
    place = graded.course.path("submitted", "nb_perfect", LESSON) / f"{LESSON}.ipynb"

    assert handed_in.solved(graded.course, LESSON) == nbformat.read(place, as_version=4)


def test_a_name_that_is_no_text_is_told_and_stops_nobody(course: Course, tmp_path: Path):
    reason = why_not_isolated()
    good = course.path("submitted", "ann", LESSON)
    good.mkdir(parents=True)
    nbformat.write(handed_in.solved(course, LESSON), good / f"{LESSON}.ipynb")
    Path(os.fsdecode(os.fsencode(course.root) + b"/submitted/\xe9va/" + os.fsencode(LESSON))).mkdir(parents=True)
    command = [Path(sys.executable).parent / "course", "autograde", LESSON, "--course", course.root]
    done = subprocess.run(
        [*command, *(["--no-isolation"] if reason else [])], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    rows = records.load(records.open_records(course.db_url), LESSON)

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert "va" in done.stderr.splitlines()[-1]
    assert [("ann", 100)] == [(rows[0].student, sum(row.points for row in rows))]
