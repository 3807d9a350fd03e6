"""Pages of feedback: every question with its reason and its place, nothing that is not the student's."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from support import LESSON, PROGRAMS, copy_of, refused, run_here

from grader import classroom, gradebook, sample_class
from grader.course import ROOT, Course
from grader.feedback.pages import write_feedback
from grader.lessons import LESSONS
from grader.sandbox import why_not_isolated
from helpers.errors import GraderError

HOSTILE = "[c]rash *"  # to a glob: crash, and whatever begins so
ANSWER = """# Its error tells of paths, and would be markup.
# %% sigmoid
def sigmoid(z):
    import numpy
    raise ValueError("<script>alert(1)</script> " + numpy.__file__ + " {root}")
"""

STUDENTS = (
    *("blank", "crash", "deleted_test_cell", "half_done", HOSTILE),
    *("mistake_no_mean", "not_a_notebook", "perfect_loops", "renamed_file"),
)


@pytest.fixture(scope="module")
def answered(graded_course, tmp_path_factory) -> Course:
    """Some of the sample class and a hostile student, with feedback."""
    folder = tmp_path_factory.mktemp("answered")
    course = copy_of(graded_course, folder)
    (folder / "hostile.py").write_text(ANSWER.replace("{root}", '" "'.join(str(ROOT))), encoding="utf-8")
    released = course.path("release", ".", LESSON) / f"{LESSON}.ipynb"
    sample_class.hand_in(folder / "hostile.py", released, course.path("submitted", HOSTILE, LESSON))
    classroom.autograde(course, LESSON, [HOSTILE], isolated=why_not_isolated() is None)
    write_feedback(course, LESSON, STUDENTS)
    return course


def path(course: Course, student: str) -> Path:
    return course.path("feedback", student, LESSON) / f"{LESSON}.html"


def page(course: Course, student: str) -> BeautifulSoup:
    return BeautifulSoup(path(course, student).read_text(encoding="utf-8"), "html.parser")


def lines(soup: BeautifulSoup) -> dict[str, list[str]]:
    """The words of the summary, by question."""
    found = soup.find(class_="summary").tbody.find_all("tr")
    return {
        row.th.get_text(strip=True): [cell.get_text(" ", strip=True) for cell in row.find_all("td")] for row in found
    }


def test_every_question_has_its_points_its_message_and_its_hint(answered):
    summary = lines(page(answered, "mistake_no_mean"))
    mistake = next(one for one in LESSONS[LESSON].mistakes if one.name == "propagate_gradients_without_mean")

    assert [one.name for one in LESSONS[LESSON].exercises] == list(summary)
    assert ["0 / 20", mistake.hint] == [summary["propagate"][0], summary["propagate"][2]]
    assert "not right yet" in summary["propagate"][1]
    assert mistake.says in summary["propagate"][1]
    assert ["10 / 10", "✓ right", ""] == summary["sigmoid"]


@pytest.mark.parametrize("student", ["perfect_loops", "deleted_test_cell", "renamed_file", "not_a_notebook", "blank"])
def test_every_link_leads_to_a_place_on_the_page(answered, student):
    soup = page(answered, student)
    anchors = [link["href"] for link in soup.find(class_="summary").find_all("a")]

    assert 6 == len(anchors)
    assert all(soup.find(id=anchor.removeprefix("#")) for anchor in anchors)


def test_a_link_leads_to_the_answer(answered):
    soup = page(answered, "crash")
    link = soup.find(class_="summary").find("a", string=re.compile("predict"))

    assert "os._exit" in soup.find(id=link["href"][1:]).get_text()


def test_the_total_is_the_gradebooks(answered):
    assert f"{LESSON}: 60 of 100 points" == page(answered, "crash").h1.get_text(strip=True)


def test_a_page_holds_nothing_that_is_not_the_students(answered):
    students = {one.name for one in (answered.root / "submitted").iterdir()}
    for student in ("crash", HOSTILE, "perfect_loops"):
        text = path(answered, student).read_text(encoding="utf-8")

        assert not [one for one in students - {student} if f'"{one}"' in text or f">{one}<" in text]
        assert "check_private" not in text
        assert "HIDDEN" not in text
        assert not [one for one in (str(ROOT), str(answered.root), sys.prefix) if one in text]


def test_what_a_students_error_says_is_text(answered):
    """With the paths taken out of it."""
    soup = page(answered, HOSTILE)

    assert "<script>alert(1)</script> …/" in lines(soup)["sigmoid"][1]
    assert not [one for one in soup.find_all("script") if "alert(1)" in one.get_text()]


def test_a_page_can_be_read_without_seeing_it(answered):
    soup = page(answered, "crash")

    assert "en" == soup.html["lang"]
    assert 1 == len(soup.find_all("main"))
    assert soup.find(class_="summary").caption.get_text(strip=True)
    assert all(one.get("scope") for one in soup.find(class_="summary").find_all("th"))


def times(course: Course) -> dict[str, int]:
    return {one.parent.parent.name: one.stat().st_mtime_ns for one in course.root.glob("feedback/*/*/*.html")}


def made_again(course: Course, **options: object) -> set[str]:
    before = times(course)
    write_feedback(course, LESSON, **{"students": STUDENTS, **options})
    return {student for student, time in times(course).items() if time != before.get(student)}


def test_only_what_changed_is_made_again(answered, tmp_path):
    course = copy_of(answered, tmp_path)
    assert set() == made_again(course)

    with gradebook.gradebook(course) as book:
        book.find_grade("predict-check", LESSON, LESSON, "crash").manual_score = 5
        book.find_comment("model", LESSON, LESSON, "half_done").manual_comment = "Come and <b>see</b> me"
        book.find_submission_notebook(LESSON, LESSON, "blank").late_submission_penalty = 1
        book.db.commit()
    half = path(course, "perfect_loops")
    half.write_bytes(half.read_bytes()[:-200])  # stopped in the middle
    path(course, "renamed_file").unlink()

    assert {"crash", "half_done", "blank", "perfect_loops", "renamed_file"} == made_again(course)
    assert "Your teacher set these points." in lines(page(course, "crash"))["predict"][1]
    assert "5 / 20" == lines(page(course, "crash"))["predict"][0]
    assert "Come and <b>see</b> me" in lines(page(course, "half_done"))["model"][1]
    assert "handed in late" in page(course, "blank").find(class_="summary").get_text()
    assert {"crash"} == made_again(course, students=["crash"], force=True)


def test_stock_generate_feedback_makes_the_same_page(answered, tmp_path):
    course = copy_of(answered, tmp_path)
    command = [PROGRAMS / "nbgrader", "generate_feedback", LESSON, "--student=crash", "--force"]
    subprocess.run(command, cwd=course.root, check=True, capture_output=True)

    assert lines(page(answered, "crash")) == lines(page(course, "crash"))


def test_what_nbgrader_needs_to_release_feedback_lies_beside_the_page(klass):
    folder = klass.path("autograded", "crash", LESSON)
    (folder / "timestamp.txt").write_text("2026-03-01 12:00:00 UTC")
    (folder / "submission_secret.txt").write_text("secret")
    write_feedback(klass, LESSON, ["crash"])

    assert {"timestamp.txt", "submission_secret.txt", f"{LESSON}.html"} == {
        one.name for one in path(klass, "crash").parent.iterdir()
    }


def test_whose_page_cannot_be_made_is_named_once_all_others_are(klass):
    (klass.path("autograded", "crash", LESSON) / f"{LESSON}.ipynb").unlink()
    with pytest.raises(GraderError, match="crash"):
        write_feedback(klass, LESSON, ["blank", "crash", "half_done"])

    assert {"blank", "half_done"} == set(times(klass))


def test_an_unknown_student_is_named(klass):
    refused(run_here("feedback", LESSON, "--student", "nobody", "--course", klass.root), "nobody")


def test_before_grading_it_says_to_grade_first(course):
    refused(run_here("feedback", LESSON, "--course", course.root), "grade it first")


def test_a_folder_that_cannot_be_made(klass):
    (klass.root / "feedback").write_text("a file in the way")

    refused(run_here("feedback", LESSON, "--student", "crash", "--course", klass.root), "crash", "feedback")
