"""A class of real notebooks through the whole course: released, handed in, graded, answered."""

from __future__ import annotations

import json
import subprocess

import nbformat
import pytest
from sqlalchemy import inspect, text
from support import LESSON, PROGRAMS, copy_of, run_here

from grader import classroom, gradebook, records, sample_class
from grader.course import Course
from grader.feedback.pages import write_feedback
from grader.sandbox import why_not_isolated

EXPECTED = sample_class.expected(LESSON)


@pytest.fixture(scope="module", params=["graded_course", "graded_in_postgresql"], ids=["sqlite", "postgresql"])
def graded(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """The sample class, graded and answered once for all tests of this module, in both kinds of gradebook."""
    course = copy_of(request.getfixturevalue(request.param), tmp_path_factory.mktemp("answered"))
    write_feedback(course, LESSON)
    return course


def rows(course: Course) -> list[records.VerdictRow]:
    return records.load(records.open_records(course.db_url), LESSON)


def test_there_is_a_recipe_for_every_row_of_the_table():
    recipes = {path.stem for path in (sample_class.FOLDER / LESSON).glob("*.py")}

    assert set(EXPECTED) == recipes


@pytest.mark.parametrize("student", EXPECTED)
def test_a_sample_earns_its_points_for_its_reason(graded, student):
    mine = [row for row in rows(graded) if row.student == student]

    assert EXPECTED[student]["points"] == [row.points for row in mine]
    assert EXPECTED[student]["outcomes"] == {row.exercise: row.outcome for row in mine if row.outcome != "passed"}


@pytest.mark.parametrize("student", EXPECTED)
def test_nbgraders_own_gradebook_holds_the_same_score(graded, student):
    with gradebook.gradebook(graded) as book:
        submission = book.find_submission(LESSON, student)

        assert sum(EXPECTED[student]["points"]) == submission.score
        assert not submission.needs_manual_grade


@pytest.mark.parametrize("student", EXPECTED)
def test_every_failed_exercise_has_a_reason_in_words(graded, student):
    silent = [row.exercise for row in rows(graded) if row.student == student and not row.points and not row.brief]

    assert [] == silent


def test_known_mistakes_are_named(graded):
    named = {row.student: row.mistake for row in rows(graded) if row.mistake}

    assert {"mistake_in_place", "mistake_no_mean", "mistake_sigmoid_sign", "mistake_threshold_on_z"} <= set(named)


def test_feedback_is_written_for_everybody_and_shows_no_hidden_test(graded):
    for student in EXPECTED:
        page = (graded.path("feedback", student, LESSON) / f"{LESSON}.html").read_text(encoding="utf-8")

        assert "check_private" not in page
        assert "HIDDEN" not in page


def test_feedback_tells_the_reason(graded):
    page = (graded.path("feedback", "mistake_threshold_on_z", LESSON) / f"{LESSON}.html").read_text(encoding="utf-8")

    assert "without the sigmoid" in page


def test_the_graded_notebook_is_a_valid_notebook(graded):
    for student in EXPECTED:
        nbformat.validate(nbformat.read(graded.path("autograded", student, LESSON) / f"{LESSON}.ipynb", as_version=4))


def test_what_is_graded_and_unchanged_is_not_graded_again(graded):
    before = {row.student: row.graded_at for row in rows(graded)}
    classroom.autograde(graded, LESSON, isolated=why_not_isolated() is None)

    assert before == {row.student: row.graded_at for row in rows(graded)}


def test_nbgrader_export_writes_the_scores(graded):
    subprocess.run([PROGRAMS / "nbgrader", "export"], cwd=graded.root, check=True, capture_output=True)
    lines = (graded.root / "grades.csv").read_text(encoding="utf-8").splitlines()

    assert len(lines) == 1 + len(EXPECTED)


def test_stock_generate_feedback_works_on_our_grading(graded):
    done = subprocess.run(
        [PROGRAMS / "nbgrader", "generate_feedback", LESSON, "--student", "perfect_loops", "--force"],
        cwd=graded.root,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_the_verdicts_lie_in_the_gradebooks_database(graded):
    with gradebook.gradebook(graded) as book, book.engine.connect() as database:
        tables = inspect(database).get_table_names()

        assert {"course_verdict", "submitted_notebook"} <= set(tables)
        assert len(EXPECTED) * 6 == database.scalar(text("select count(*) from course_verdict"))


def test_json_holds_one_record_for_each_student_and_exercise(graded, tmp_path):
    target = tmp_path / "results.json"
    done = run_here("autograde", LESSON, "--course", graded.root, "--json", target, *_isolation())
    assert 0 == done.returncode, done.stderr
    written = json.loads(target.read_text(encoding="utf-8"))

    assert len(EXPECTED) * 6 == len(written)
    assert set(records.FIELDS) <= set(written[0])


def _isolation() -> list[str]:
    return ["--no-isolation"] if why_not_isolated() else []
