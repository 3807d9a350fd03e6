"""The formgrader's buttons on a real Jupyter server, then nbgrader's own commands on what they graded."""

from __future__ import annotations

import csv
import html
import json
import re
import shutil
import subprocess
import sys
import urllib.request
from pathlib import Path
from typing import Any

import nbformat
import pytest
from notebook_server import ANSWER_SECONDS, TOKEN, server
from support import LESSON, once
from test_nbgrader_whole import GUIDE, ISOLATED, PROGRAMS, run

from grader import records, sample_class
from grader.course import ROOT, Course
from grader.gradebook import gradebook

pytestmark = pytest.mark.timeout(400)  # a server and a class; on a busy machine too
STUDENTS = ("perfect_noisy", "mistake_threshold_on_z", "crash", "not_a_notebook", "renamed_file")
LATE, HOURS = "mistake_threshold_on_z", 3
MANUAL = "sum_of_squares_equation"
EXPECTED = sample_class.expected(LESSON)
CONFIG = f"""
from nbgrader.plugins import LateSubmissionPlugin


class PointAnHour(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return total_seconds_late // 3600


c.AssignLatePenalties.plugin_class = PointAnHour
c.Grade.isolation = {ISOLATED}
"""
CURIOUS = """import sys, warnings
print(np.__file__, sys.prefix, file=sys.stderr)
warnings.warn("careful")
np.linalg.inv(np.zeros((2, 2)))"""


def ask(address: str, method: str, what: str, body: dict[str, Any] | None = None) -> Any:
    """Ask the formgrader's API as its pages do."""
    request = urllib.request.Request(
        f"{address}formgrader/api/{what}",
        method=method,
        data=json.dumps(body or {}).encode(),
        headers={"Authorization": f"token {TOKEN}"},
    )
    with urllib.request.urlopen(request, timeout=ANSWER_SECONDS) as response:
        return json.load(response)


def lay_out(root: Path, released: Course) -> None:
    """A course folder with a lesson and nbgrader's sample assignment, handed in by a few students."""
    shutil.copytree(released.root, root)
    with (root / "nbgrader_config.py").open("a", encoding="utf-8") as config:
        config.write(CONFIG)
    shutil.copytree(GUIDE / "source" / "ps1", root / "source" / "ps1")
    shutil.copytree(GUIDE / "submitted" / "hacker", root / "submitted" / "hacker")
    notebook = root / "release" / LESSON / f"{LESSON}.ipynb"
    for student in STUDENTS:
        folder = root / "submitted" / student / LESSON
        sample_class.hand_in(sample_class.FOLDER / LESSON / f"{student}.py", notebook, folder)
        hour = 12 + (HOURS if student == LATE else 0)
        (folder / "timestamp.txt").write_text(f"2026-01-01 {hour}:00:00 UTC", encoding="utf-8")
    path = root / "submitted" / "perfect_noisy" / LESSON / f"{LESSON}.ipynb"
    nb = nbformat.read(path, as_version=4)
    nb.cells.append(nbformat.v4.new_code_cell(CURIOUS))
    nbformat.write(nb, path)


def click(root: Path) -> None:
    """Press the formgrader's buttons, grade by hand, press them again; then end the server."""
    answers: dict[str, Any] = {}
    with server(root, root.with_name("server")) as address:
        due = {"duedate_notimezone": "2026-01-01 12:00:00", "duedate_timezone": "UTC"}
        ask(address, "PUT", f"assignment/{LESSON}", due)
        answers["assign"] = ask(address, "POST", "assignment/ps1/assign")
        for student in STUDENTS:
            answers[student] = ask(address, "POST", f"submission/{LESSON}/{student}/autograde")
        answers["hacker"] = ask(address, "POST", "submission/ps1/hacker/autograde")
        answers["before"] = ask(address, "GET", "submission/ps1/hacker")
        for submission, ident, score in (("hacker", MANUAL, 0.5), ("crash", "predict-check", 7)):
            ask(address, "PUT", f"grade/{grade_id(root, submission, ident)}", {"manual_score": score})
        answers["by hand"] = ask(address, "GET", "submission/ps1/hacker")
        ask(address, "POST", "submission/ps1/hacker/autograde")
        ask(address, "POST", f"submission/{LESSON}/crash/autograde")
        answers["again"] = ask(address, "GET", "submission/ps1/hacker")
    (root / "answers.json").write_text(json.dumps(answers), encoding="utf-8")


def grade_id(root: Path, student: str, ident: str) -> str:
    lesson, notebook = (LESSON, LESSON) if student in STUDENTS else ("ps1", "problem1")
    with gradebook(Course(root)) as book:
        return str(book.find_grade(ident, notebook, lesson, student).id)


@pytest.fixture(scope="module")
def graded(released_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course folder after all buttons and commands."""

    def make(folder: Path) -> None:
        root = folder / "course"
        lay_out(root, released_course)
        click(root)
        for command in (["generate_feedback", LESSON], ["export"]):
            done = run(*command, cwd=root)
            assert done.returncode == 0, done.stderr

    return once(tmp_path_factory, "formgrader", make) / "course"


@pytest.fixture(scope="module")
def answers(graded) -> dict[str, Any]:
    return dict(json.loads((graded / "answers.json").read_text(encoding="utf-8")))


def rows(root: Path) -> list[records.VerdictRow]:
    engine = records.open_records(Course(root).db_url)
    try:
        return records.load(engine, LESSON)
    finally:
        engine.dispose()


def page(root: Path, student: str) -> str:
    return (root / "feedback" / student / LESSON / f"{LESSON}.html").read_text(encoding="utf-8")


def text_of(markup: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", markup)).replace("`", "").split())


def sentences(message: str) -> list[str]:
    """What stands behind "came:", "wanted:" and "next:"."""
    return [text_of(line.partition(":")[2]) for line in message.splitlines()[1:]]


# ---------------------------------------------------------------- the button


@pytest.mark.parametrize("student", [*STUDENTS, "hacker"])
def test_the_button_says_that_it_worked(answers, student):
    assert answers[student]["success"], answers[student]


@pytest.mark.parametrize("student", STUDENTS)
def test_the_button_grades_by_our_execution(graded, student):
    mine = [row for row in rows(graded) if row.student == student]

    assert EXPECTED[student]["points"] == [row.points for row in mine]
    assert EXPECTED[student]["outcomes"] == {row.exercise: row.outcome for row in mine if row.outcome != "passed"}
    assert {ISOLATED} == {row.isolated for row in mine}


@pytest.mark.parametrize("student", [name for name in STUDENTS if name != "crash"])
def test_the_gradebook_has_the_score(graded, student):
    with gradebook(Course(graded)) as book:
        submission = book.find_submission(LESSON, student)

        assert sum(EXPECTED[student]["points"]) == submission.score
        assert not submission.needs_manual_grade


def test_the_button_grades_other_assignments_too(answers):
    expected = {"score": 3.0, "max_score": 13.0, "needs_manual_grade": True, "autograded": True}

    assert expected == {name: answers["before"][name] for name in expected}


def test_the_server_leaves_no_sandbox_behind(graded):
    assert [] == list((graded.parent / "server").glob("course-*"))


# ---------------------------------------------------------------- by hand, and late


def test_a_score_given_by_hand_stays_after_a_new_click(answers, graded):
    with gradebook(Course(graded)) as book:
        grade = book.find_grade(MANUAL, "problem1", "ps1", "hacker")

        assert (0.5, 0.5) == (grade.manual_score, grade.score)
        assert grade.needs_manual_grade  # stock asks a person to look again
    assert [3.0, 3.5, 3.5] == [answers[when]["score"] for when in ("before", "by hand", "again")]


def test_a_score_given_by_hand_to_a_lessons_question_stays_too(graded):
    with gradebook(Course(graded)) as book:
        grade = book.find_grade("predict-check", LESSON, LESSON, "crash")

        assert (0, 7, 7) == (grade.auto_score, grade.manual_score, grade.score)
        assert grade.needs_manual_grade


def test_late_work_is_penalised_by_the_plugin_of_the_configuration(graded):
    with gradebook(Course(graded)) as book:
        penalties = {
            student: book.find_submission(LESSON, student).late_submission_penalty for student in ("crash", LATE)
        }

    assert {"crash": 0, LATE: HOURS} == penalties


def test_export_writes_scores_and_penalties(graded):
    with (graded / "grades.csv").open(encoding="utf-8", newline="") as file:
        lines = {line["student_id"]: line for line in csv.DictReader(file) if line["assignment"] == LESSON}
    total = sum(EXPECTED[LATE]["points"])
    expected = (total, HOURS, total - HOURS)

    assert expected == tuple(float(lines[LATE][name]) for name in ("raw_score", "late_submission_penalty", "score"))
    assert sum(EXPECTED["perfect_noisy"]["points"]) == float(lines["perfect_noisy"]["score"])


def test_course_autograde_grades_again_what_the_button_graded(graded, tmp_path):
    """The button's verdicts carry no content hash: nothing says that all of nbgrader's own steps ended well."""
    root = tmp_path / "course"
    shutil.copytree(graded, root)
    command = [PROGRAMS / "course", "autograde", LESSON, "--student", "crash"]
    subprocess.run([*command, *([] if ISOLATED else ["--no-isolation"])], cwd=root, check=True, capture_output=True)
    hashed = {row.student for row in rows(root) if row.content}

    assert {"crash"} == hashed
    with gradebook(Course(root)) as book:
        assert book.find_grade("predict-check", LESSON, LESSON, "crash").score == 7


# ---------------------------------------------------------------- feedback


@pytest.mark.parametrize("student", STUDENTS)
def test_feedback_shows_every_questions_points_and_reason(graded, student):
    shown = text_of(page(graded, student))
    mine = [row for row in rows(graded) if row.student == student]
    scores = [7 if (student, row.exercise) == ("crash", "predict") else row.points for row in mine]
    expected = [f"{score:.1f} / {row.max_points:.1f}" for score, row in zip(scores, mine, strict=True)]
    unsaid = [sentence for row in mine for sentence in sentences(row.message) if sentence not in shown]

    assert expected == re.findall(r"Score: (\S+ / \S+)\s+\(Top\)", shown)
    assert [] == unsaid


@pytest.mark.parametrize("student", STUDENTS)
def test_feedback_keeps_what_is_not_for_the_student(graded, student):
    shown = page(graded, student)
    private = ["check_private", "HIDDEN", *(other for other in STUDENTS if other != student)]
    folders = [sys.prefix, sys.base_prefix, str(ROOT), str(graded), f"{Path.home()}/", str(graded.parent)]
    found = [words for words in (*private, *(one for one in folders if one != "/usr")) if words in shown]

    assert [] == found


def test_feedback_still_shows_where_an_error_was(graded):
    shown = page(graded, "perfect_noisy")

    assert "LinAlgError" in shown
    assert "…/lib/" in shown


@pytest.mark.parametrize("student", STUDENTS)
def test_the_graded_notebook_is_valid(graded, student):
    nbformat.validate(nbformat.read(graded / "autograded" / student / LESSON / f"{LESSON}.ipynb", as_version=4))


def test_an_unreadable_notebook_is_told_to_the_student_in_a_sentence(graded):
    assert "it is no JSON" in page(graded, "not_a_notebook")


# ---------------------------------------------------------------- a lesson is never marked unread


def test_a_lesson_is_not_graded_without_running_it(graded, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(graded, root)
    done = run("autograde", LESSON, "--force", "--no-execute", "--student", "perfect_noisy", cwd=root)

    assert done.returncode == 1
    assert f"{LESSON} is graded by running it; leave out --no-execute." in done.stderr
    assert "Traceback" not in done.stderr
