"""The class report: numbers worked by hand, a page that stands alone, names that cannot harm, questions with care."""

from __future__ import annotations

import base64
import hashlib
import re
import resource
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import nbformat
import numpy as np
import pytest
from bs4 import BeautifulSoup
from support import LESSON, refused, run_here

from grader import gradebook, records
from grader.class_report import alike, figures, statistics, write_report
from grader.class_report.alike import Shape, shape
from grader.course import Course
from grader.lessons import LESSONS

HOSTILE = '<script>alert("me")</script>'
CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")


def rows(course: Course) -> list[records.VerdictRow]:
    return records.load(records.open_records(course.db_url), LESSON)


def page(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def table(soup: BeautifulSoup, section: str) -> list[list[str]]:
    """The words of the first table under a heading, without its head."""
    found = soup.find(id=section).find_parent("section").find("table")
    return [
        [cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in found.tbody.find_all("tr")
    ]


# Numbers


def test_discrimination_is_the_correlation_with_the_rest():
    points = np.array([1.0, 0, 1, 0])
    rest = np.array([2.0, 0, 1, 1])  # deviations (.5 -.5 .5 -.5) and (1 -1 0 0): r = 1 / sqrt(1 * 2)

    assert 1 / np.sqrt(2) == pytest.approx(statistics.discrimination(points, points + rest))


def test_an_exercise_that_the_weak_solve_discriminates_below_zero():
    points = np.array([10.0, 0, 10])
    rest = np.array([0.0, 20, 10])  # deviations (10 -20 10)/3 and (-10 10 0): r = -300/3 / sqrt(600/9 * 200)

    assert -100 / np.sqrt(600 / 9 * 200) == pytest.approx(statistics.discrimination(points, points + rest))


@pytest.mark.parametrize(
    ("points", "rest"), [([1, 1, 1], [0, 1, 2]), ([0, 1, 2], [5, 5, 5]), ([1], [2]), ([], [])], ids=str
)
def test_where_all_are_alike_there_is_no_discrimination(points, rest):
    points, rest = np.array(points, dtype=float), np.array(rest, dtype=float)

    assert statistics.discrimination(points, points + rest) is None


def test_difficulty_is_the_share_of_the_points_earned():
    assert 0.375 == statistics.difficulty(np.array([20.0, 0, 10, 0]), 20)
    assert statistics.difficulty(np.array([]), 20) is None


def test_a_summary_worked_by_hand():
    found = statistics.summary(np.array([0.0, 40, 60, 100]))

    assert (4, 50, 0, 30, 50, 70, 100) == (
        *(found.count, found.mean, found.lowest, found.quarter),
        *(found.median, found.three_quarters, found.highest),
    )
    assert np.sqrt((50**2 + 10**2 + 10**2 + 50**2) / 3) == pytest.approx(found.spread)


def test_one_student_has_no_spread_and_none_no_summary():
    assert statistics.summary(np.array([7.0])).spread is None
    assert statistics.summary(np.array([])) is None


def test_the_endings_of_the_sample_class(graded_course):
    counts = statistics.endings(rows(graded_course), "optimize")

    assert {
        statistics.RIGHT: 7,
        statistics.NAMED: 1,
        statistics.CRASHED: 1,
        statistics.BLOCKED: 2,
        statistics.EMPTY: 2,
        statistics.UNREADABLE: 1,
    } == {ending: count for ending, count in counts.items() if count}


def test_every_call_was_timed(graded_course):
    times = {(row.student, row.exercise): row.seconds for row in rows(graded_course)}

    assert times["perfect_loops", "model"] > 0
    assert times["endless_loop", "optimize"] > 1
    assert times["not_a_notebook", "model"] is None


def test_a_time_out_is_no_slow_answer(graded_course):
    found = statistics.slowest(rows(graded_course), 100)
    times = [row.seconds for row in found]

    assert times == sorted(times, reverse=True)
    assert 14 * 6 - 6 - 2 == len(found)  # without those of no notebook, and of a time-out and a crash


# Answers that are alike

LONG = """
def optimize(w, b, X):
    '''Says something.'''
    costs = []  # here
    for i in range(10):
        A = X @ w
        B = A + b
        cost = B.sum()
        w = w - 0.1 * cost
        b = b - 0.2 * cost
        costs.append(cost)
        if i % 2 == 0:
            print(cost)
    total = sum(costs)
    mean = total / len(costs)
    return w, b, mean
"""
RENAMED = """
def optimize(weights, bias,
             data: "array") -> tuple:
    history = []
    for step in range(10):
        product = data @ weights
        shifted = product + bias
        c = shifted.sum()
        weights = weights - (0.1 * c)
        bias = bias - 0.2 * c
        history.append(c)
        if step % 2 == 0: print(c)
    whole = sum(history)
    # the mean
    average = whole / len(history)
    return weights, bias, average
"""


def test_names_comments_docstrings_and_formatting_make_no_difference():
    assert shape(LONG) == shape(RENAMED)
    assert 13 == shape(LONG).statements


@pytest.mark.parametrize(
    ("old", "new"),
    [("0.1", "0.2"), ("X @ w", "w @ X"), ("sum(", "max("), ("i % 2", "w % 2"), ("w, b, mean", "b, w, mean")],
)
def test_whatever_else_differs_makes_another_answer(old, new):
    assert shape(LONG) != shape(LONG.replace(old, new))


@pytest.mark.parametrize(
    "source",
    ["def f(:", "a\0b", "(" * 100_000, "x = " + "-" * 50_000 + "1", "%matplotlib inline", "é = '" + "a" * 30_000 + "'"],
    ids=["syntax", "null", "brackets", "minuses", "magic", "long"],
)
def test_what_cannot_be_compared_is_left_out(source):
    assert shape(source) is None


def test_a_strange_escape_warns_nobody():
    assert shape(r"x = '\d'") is not None


def klass_of(**answers: list[str]) -> dict[str, dict[str, Shape]]:
    return {student: {f"part{k}": shape(one) for k, one in enumerate(mine)} for student, mine in answers.items()}


def own(number: int) -> str:
    return LONG.replace("0.1", str(number))


def test_two_who_share_a_long_rare_answer_are_a_question():
    answers = klass_of(ann=[LONG], bob=[RENAMED], cem=[own(3)], dan=[own(4)])

    assert [alike.Group(("ann", "bob"), ("part0",), 13)] == alike.groups(answers, {})


def test_short_answers_are_no_question():
    short = "def f(z):\n    a = 1 + z\n    return 1 / a\n"
    answers = {name: {f"part{k}": shape(short) for k in range(20)} for name in ("ann", "bob")}

    assert [] == alike.groups(answers, {})


def test_the_lessons_own_solution_is_no_question():
    assert [] == alike.groups(klass_of(ann=[LONG], bob=[RENAMED]), {"part0": shape(LONG)})


def test_what_many_write_is_no_question():
    many = {f"student{k}": [LONG] for k in range(alike.FEW + 1)}

    assert [] == alike.groups(klass_of(**many), {})
    assert (alike.FEW + 1, False) == alike.commonest(klass_of(**many), {})


def test_in_a_large_class_more_may_write_alike_and_still_be_few():
    others = {f"student{k}": [own(k + 10)] for k in range(300)}
    copies = {f"copy{k}": [LONG] for k in range(6)}

    assert [6] == [len(group.students) for group in alike.groups(klass_of(**others, **copies), {})]


def test_a_chain_is_one_group_with_what_all_share():
    answers = klass_of(ann=[LONG, own(1)], bob=[LONG, own(2)], cem=[own(3), own(2)])

    assert [alike.Group(("ann", "bob", "cem"), (), 0)] == alike.groups(answers, {})


def test_the_most_frequent_notebook_is_told_from_the_solution():
    assert (0, False) == alike.commonest({}, {})
    assert (2, True) == alike.commonest(klass_of(ann=[LONG], bob=[LONG]), {"part0": shape(RENAMED)})


# The page


@pytest.fixture(scope="module")
def report(graded_course, tmp_path_factory) -> Path:
    """The report on the sample class."""
    return write_report(graded_course, LESSON, target=tmp_path_factory.mktemp("report") / "report.html")


def test_the_page_asks_nobody_for_anything(report):
    text = report.read_text(encoding="utf-8")
    pictures = [
        base64.b64decode(one).decode("utf-8") for one in re.findall(r"data:image/svg\+xml;base64,([\w+/=]+)", text)
    ]
    asked = re.findall(r"(?:src|href|url)\s*[=(]\s*[\"']?(?!data:|#)[^\"')>\s]+", text)

    assert 3 == len(pictures)
    assert [] == asked
    assert "http" not in re.sub(r"base64,[\w+/=]+", "", text).replace("http-equiv", "")
    assert [] == [one for svg in pictures for one in re.findall(r"(?:href|src|url)[=(]\"?https?:[^\"]*", svg)]


def test_the_browser_is_told_to_let_nothing_else_run(report):
    soup = page(report)
    policy = soup.find("meta", attrs={"http-equiv": "Content-Security-Policy"})["content"]
    (script,) = soup.find_all("script")
    digest = base64.b64encode(hashlib.sha256(script.string.encode("utf-8")).digest()).decode()

    assert "default-src 'none'" in policy
    assert f"script-src 'sha256-{digest}'" in policy


def test_the_page_can_be_read_without_seeing_it(report):
    soup = page(report)
    levels = [int(one.name[1]) for one in soup.find_all(["h1", "h2", "h3"])]

    assert "en" == soup.html["lang"]
    assert 1 == levels[0]
    assert 1 == levels.count(1)
    assert all(after - before <= 1 for before, after in pairwise(levels))
    assert all(len(one["alt"]) > 40 for one in soup.find_all("img"))
    assert all(one.caption.get_text(strip=True) for one in soup.find_all("table"))
    assert all(one.get("scope") in ("col", "row") for one in soup.find_all("th"))
    assert {one["href"][1:] for one in soup.nav.find_all("a")} <= {one["id"] for one in soup.find_all(id=True)}


def test_it_prints(report):
    assert "@media print" in page(report).style.string


def test_the_numbers_of_the_sample_class(report):
    soup = page(report)
    exercises = {row[0]: row[1:3] for row in table(soup, "exercises")}

    assert ["14 graded", "0 handed in, not graded", "0 not handed in", "60 median of 100", "60.7 mean"] == [
        one.get_text(" ", strip=True) for one in soup.find(class_="facts").find_all("li")
    ][:5]
    assert ["20", "50%"] == exercises["optimize"]
    assert ["10", "86%"] == exercises["initialize_with_zeros"]
    assert [5, 2] == [int(row[1]) for row in table(soup, "scores")][::-9]


def test_named_mistakes_come_with_their_hint(report):
    hints = {one.says: one.hint for one in LESSONS[LESSON].mistakes}
    found = table(page(report), "mistakes")

    assert 4 == len(found)
    assert all(hints[says].replace("`", "") == hint for _, _, says, hint in found)


def test_what_crashes_and_time_outs_took(report):
    assert [["crash", "predict", "died"], ["endless_loop", "optimize", "timed out"]] == table(page(report), "lost")


def test_every_student_has_a_line_with_the_total(report):
    totals = {row[0]: row[-1] for row in table(page(report), "students")}

    assert 14 == len(totals)
    assert ("80", "100") == (totals["mistake_in_place"], totals["perfect_loops"])


def test_who_is_missing_and_who_waits(klass):
    with gradebook.gradebook(klass) as book:
        book.update_or_create_student("zoë", first_name="Zoë", last_name="O'Hara, Jr.")
    shutil.copytree(klass.path("submitted", "blank", LESSON), klass.path("submitted", "late", LESSON))
    text = page(write_report(klass, LESSON)).find(id="missing").find_parent("section").get_text(" ", strip=True)

    assert "1 of the 16 students" in text
    assert "Zoë O'Hara, Jr. (zoë)" in text
    assert "late" in text.split("Handed in, not graded")[1]


def test_points_that_a_teacher_changed_count(klass):
    with gradebook.gradebook(klass) as book:
        book.find_grade("model-check", LESSON, LESSON, "blank").manual_score = 7.5
        book.db.commit()
    totals = {row[0]: row[-1] for row in table(page(write_report(klass, LESSON)), "students")}

    assert "7.5" == totals["blank"]


def test_names_and_messages_cannot_harm(klass):
    with gradebook.gradebook(klass) as book:
        book.update_or_create_student("blank", first_name=HOSTILE, last_name="<img src=x onerror=alert(1)>")
        for row in book.db.query(records.VerdictRow).filter_by(exercise="predict", outcome="died"):
            row.outcome, row.mistake, row.brief = "wrong", HOSTILE, HOSTILE
        book.db.commit()
    soup = page(write_report(klass, LESSON))

    assert 1 == len(soup.find_all("script"))
    assert 3 == len(soup.find_all("img"))
    assert HOSTILE in soup.get_text()


def test_without_names_nobody_is_named(klass):
    names = [row.student for row in rows(klass)]
    with gradebook.gradebook(klass) as book:
        book.update_or_create_student("ann-absent")
    named = page(write_report(klass, LESSON)).get_text()
    anonymous = page(write_report(klass, LESSON, anonymous=True)).get_text()

    assert all(name in named for name in [*names, "ann-absent"])
    assert not [name for name in {*names, "ann-absent"} - {"crash"} if name in anonymous]
    assert "student 14" in anonymous


def test_without_isolation_the_report_says_so(klass):
    with gradebook.gradebook(klass) as book:
        book.db.query(records.VerdictRow).filter_by(student="blank").update({"isolated": False})
        book.db.query(records.VerdictRow).filter(records.VerdictRow.student != "blank").update({"isolated": True})
        book.db.commit()

    assert "1 of 14 submissions were run without isolation" in write_report(klass, LESSON).read_text(encoding="utf-8")


def test_a_copied_notebook_is_a_question_in_the_report(klass):
    path = klass.path("autograded", "perfect_loops", LESSON) / f"{LESSON}.ipynb"
    nb = nbformat.read(path, as_version=4)
    for cell in nb.cells:
        cell.source = cell.source.replace("total", "whole_sum").replace("  #", "  # mine:")
    nbformat.write(nb, klass.path("autograded", "half_done", LESSON) / path.name)
    (group,) = table(page(write_report(klass, LESSON)), "alike")

    assert "half_done; perfect_loops" == group[0]
    assert "propagate" in group[2]


def test_a_fault_of_the_machinery_is_no_zero(klass):
    with gradebook.gradebook(klass) as book:
        for row in book.db.query(records.VerdictRow).filter_by(student="blank"):
            row.points, row.outcome = None, "fault of the machinery"
        for grade in book.find_submission_notebook(LESSON, LESSON, "blank").grades:
            grade.auto_score, grade.needs_manual_grade = None, True
        book.db.commit()
    soup = page(write_report(klass, LESSON))

    assert "–" == {row[0]: row[-1] for row in table(soup, "students")}["blank"]
    assert "13 students with a complete score" in soup.get_text()
    assert "no score; course autograde" in soup.find(id="lost").find_parent("section").get_text()


@pytest.mark.skipif(CHROMIUM is None, reason="needs a browser")
def test_a_click_sorts_a_table(report, tmp_path):
    """In a real browser: names by name, totals by number, each once more and turned round; ties stay as they were."""
    clicks = (
        "<script>const heads = [...document.querySelectorAll('#students ~ .scroll th[scope=col] button')];"
        "const first = () => document.querySelector('#students ~ .scroll tbody tr').cells[0].textContent;"
        "const seen = []; for (const head of [0, 0, 7, 7]) { heads.at(head).click(); seen.push(first()); }"
        "document.title = seen.join(' ');</script></body>"
    )
    text = re.sub(r"<meta http-equiv[^>]*>", "", report.read_text(encoding="utf-8")).replace("</body>", clicks)
    (tmp_path / "clicked.html").write_text(text, encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}"]
    done = subprocess.run(
        [*command, "--dump-dom", f"file://{tmp_path / 'clicked.html'}"], capture_output=True, text=True, check=True
    )

    assert "<title>blank renamed_file not_a_notebook renamed_file</title>" in done.stdout


# What can go wrong


def test_before_grading_it_says_to_grade_first(course):
    refused(run_here("report", LESSON, "--course", course.root), "grade it first", "course autograde")


def test_an_unknown_lesson_is_named(klass):
    refused(run_here("report", "77-nothing", "--course", klass.root), "77-nothing", LESSON)


def test_a_lesson_that_was_never_released_here(klass):
    refused(run_here("report", "03-one-hidden-layer", "--course", klass.root), "03-one-hidden-layer", "release")


def test_where_no_gradebook_is_none_is_made(course):
    (course.root / "gradebook.db").unlink()

    refused(run_here("report", LESSON, "--course", course.root), "no gradebook", "course release")
    assert not (course.root / "gradebook.db").exists()


@pytest.mark.parametrize("command", [("report", LESSON), ("feedback", LESSON), ("export", "--all", "-o", "/dev/null")])
def test_a_gradebook_that_is_no_database(course, command):
    (course.root / "gradebook.db").write_text("not a database at all, but long enough to be looked at" * 50)

    refused(run_here(*command, "--course", course.root), "gradebook", "not a database")


@pytest.mark.parametrize("command", [("report", LESSON), ("feedback", LESSON), ("export", "--all", "-o", "/dev/null")])
def test_a_gradebook_of_a_newer_nbgrader(klass, command):
    with gradebook.gradebook(klass) as book:
        book.db.connection().exec_driver_sql("update alembic_version set version_num = 'ffff00000000'")
        book.db.commit()

    refused(run_here(*command, "--course", klass.root), "ffff00000000", "update nbgrader")


def test_a_full_disk_leaves_the_old_report(klass):
    old = write_report(klass, LESSON)
    before = old.read_bytes()

    refused(run_here("report", LESSON, "--course", klass.root, "-o", "/dev/full"), "/dev/full", "No space left")
    limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(before) // 2, limit[1]))  # the disk fills in the middle
    try:
        done = run_here("report", LESSON, "--course", klass.root)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limit)

    refused(done, "cannot be written")
    assert before == old.read_bytes()
    assert [old] == list(old.parent.iterdir())


def test_a_place_that_is_not_there(klass, tmp_path):
    refused(
        run_here("report", LESSON, "--course", klass.root, "-o", tmp_path / "no" / "x.html"),
        "x.html",
        "cannot be written",
    )
    (klass.root / "report").write_text("a file in the way")
    refused(run_here("report", LESSON, "--course", klass.root), "report", "cannot be made")


def test_figures_of_an_empty_class_are_words():
    nothing = figures.quality(["a"], [None], [None])

    assert "No exercise has a score yet." == nothing.description
