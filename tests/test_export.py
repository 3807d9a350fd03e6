"""Scores for other programs: each format as its program reads it, whatever is in the names."""

from __future__ import annotations

import csv
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from nbgrader.plugins import CsvExportPlugin
from support import LESSON, PROGRAMS, copy_of, refused, run_here

from grader import gradebook
from grader.course import Course
from grader.export import EXPORTERS, as_csv, export_scores

NAMES = {
    "crash": ("Ann", "O'Hara, Jr."),
    "endless_loop": ('Bob "the" Builder', '=HYPERLINK("http://x","y")'),
    "half_done": ("Zoë", "Ñúñez 🎓"),
    "blank": ("Two\nlines", "@SUM(1)"),
    "renamed_file": ("\tTab", "-2+3"),
}
FORMULAS = ("=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "\n=1", "\0=1", "＝1", "＋1", "－1", "＠1")


@pytest.fixture(scope="module")
def named(graded_course, tmp_path_factory) -> Course:
    """The sample class with difficult names, an absent student, a late one, and one without a score."""
    course = copy_of(graded_course, tmp_path_factory.mktemp("named"))
    with gradebook.gradebook(course) as book:
        for student, (first, last) in NAMES.items():
            book.update_or_create_student(student, first_name=first, last_name=last, lms_user_id=f"{len(student)}")
        book.update_or_create_student("absent", email="absent@example.org")
        book.find_submission_notebook(LESSON, LESSON, "perfect_loops").late_submission_penalty = 12.5
        grade = book.find_grade("model-check", LESSON, LESSON, "perfect_noisy")
        grade.auto_score, grade.needs_manual_grade = None, True
        book.db.commit()
    return course


def exported(
    course: Course, form: str, folder: Path, lesson: str | None = LESSON, bom: bool = False
) -> list[list[str]]:
    target = folder / "scores.csv"
    export_scores(course, lesson, form, target, bom)
    with target.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def by(lines: list[list[str]], column: str) -> dict[str, list[str]]:
    place = lines[0].index(column)
    return {line[place]: line for line in lines[1:]}


@pytest.mark.parametrize("formula", FORMULAS)
def test_no_text_is_a_formula(formula):
    assert as_csv([[formula]]).lstrip('"').startswith("'")


def test_numbers_stay_numbers_and_nothing_stays_nothing():
    assert "-2.5,0,1e-09,\r\n" == as_csv([[-2.5, 0, 1e-9, None]])


def test_harmless_texts_are_left_as_they_are():
    texts = ["O'Hara, Jr.", 'the "one"', "two\nlines", "Zoë 🎓", "a=b", "x-y", "1-2", " leading"]

    assert [texts] == list(csv.reader(as_csv([texts]).splitlines(keepends=True)))


def test_canvas_finds_its_columns_and_the_points_possible(named, tmp_path):
    lines = exported(named, "canvas", tmp_path)

    assert ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", LESSON] == lines[0]
    assert ["    Points Possible", "", "", "", "", "100.0"] == lines[1]
    assert ["O'Hara, Jr., Ann", "5", "", "crash", "", "60.0"] == by(lines, "SIS Login ID")["crash"]


def test_moodle_finds_who_it_is_about(named, tmp_path):
    lines = exported(named, "moodle", tmp_path)

    assert ["First name", "Last name", "ID number", "Email address", LESSON] == lines[0]
    assert ["Zoë", "Ñúñez 🎓", "half_done", "", "40.0"] == by(lines, "ID number")["half_done"]
    assert "absent@example.org" == by(lines, "ID number")["absent"][3]


@pytest.mark.parametrize(("form", "column"), [("canvas", "SIS Login ID"), ("moodle", "ID number")])
def test_what_has_no_score_is_left_empty_and_lateness_is_taken_off(named, tmp_path, form, column):
    scores = {student: line[-1] for student, line in by(exported(named, form, tmp_path), column).items()}

    assert ("", "", "87.5") == (scores["absent"], scores["perfect_noisy"], scores["perfect_loops"])


@pytest.mark.parametrize("form", EXPORTERS)
def test_no_cell_of_any_export_is_a_formula(named, tmp_path, form):
    cells = [cell for line in exported(named, form, tmp_path) for cell in line]

    assert [] == [cell for cell in cells if cell.startswith(FORMULAS)]


def test_names_come_back_whole(named, tmp_path):
    found = by(exported(named, "csv", tmp_path), "student_id")

    assert ['\'=HYPERLINK("http://x","y")', 'Bob "the" Builder'] == found["endless_loop"][4:6]
    assert ["'@SUM(1)", "Two\nlines"] == found["blank"][4:6]


def test_our_csv_is_nbgraders_own(graded_course, tmp_path):
    with gradebook.gradebook(graded_course) as book:
        CsvExportPlugin(to=str(tmp_path / "stock.csv")).export(book)
    with (tmp_path / "stock.csv").open(newline="") as file:
        stock = list(csv.reader(file))

    assert stock[0] == exported(graded_course, "csv", tmp_path)[0]
    assert sorted(stock) == sorted(exported(graded_course, "csv", tmp_path))


def test_dates_and_absence_are_written_as_nbgrader_writes_them(klass, tmp_path):
    when = datetime(2026, 3, 1, 12, tzinfo=UTC)
    with gradebook.gradebook(klass) as book:
        book.update_or_create_assignment(LESSON, duedate=when.isoformat())
        book.update_or_create_submission(LESSON, "crash", timestamp=when + timedelta(days=1))
        book.update_or_create_student("absent")
    found = by(exported(klass, "csv", tmp_path), "student_id")

    assert ["2026-03-01 12:00:00", "2026-03-02 12:00:00"] == found["crash"][1:3]
    assert ["0.0", "0.0", "0.0", "100.0"] == found["absent"][-4:]


def test_tidy_has_a_line_for_every_exercise_in_teaching_order(named, tmp_path):
    lines = exported(named, "tidy", tmp_path)
    mine = [dict(zip(lines[0], line, strict=True)) for line in lines[1:] if line[0] == "mistake_no_mean"]

    assert 1 + 14 * 6 == len(lines)
    assert "sigmoid initialize_with_zeros propagate optimize predict model" == " ".join(one["exercise"] for one in mine)
    assert ("0.0", "20.0", "wrong", "propagate_gradients_without_mean") == tuple(
        mine[2][name] for name in ("points", "max_points", "outcome", "mistake")
    )
    assert float(mine[2]["seconds"]) > 0


def test_a_byte_order_mark_where_it_is_wanted(graded_course, tmp_path):
    export_scores(graded_course, None, "canvas", tmp_path / "with.csv", bom=True)
    export_scores(graded_course, None, "canvas", tmp_path / "without.csv", bom=False)

    assert b"\xef\xbb\xbf" + (tmp_path / "without.csv").read_bytes() == (tmp_path / "with.csv").read_bytes()


def test_nbgrader_export_takes_the_plug_ins(graded_course, tmp_path):
    target = tmp_path / "scores.csv"
    command = [PROGRAMS / "nbgrader", "export", "--exporter=grader.export.CanvasExporter", f"--to={target}"]
    only = f'--assignment=["{LESSON}"]', '--student=["crash"]'
    subprocess.run([*command, *only], cwd=graded_course.root, check=True, capture_output=True)
    with target.open(newline="") as file:
        *_, last = csv.reader(file)

    assert ["crash", "", "60.0"] == last[3:]


def test_the_command_says_who_has_no_complete_score(named, tmp_path):
    done = run_here("export", "--all", "--to", "canvas", "-o", tmp_path / "x.csv", "--course", named.root)

    assert 0 == done.returncode
    assert "perfect_noisy" in done.stderr
    assert str(tmp_path / "x.csv") in done.stdout


@pytest.mark.parametrize("arguments", [(), (LESSON, "--all"), ("--all", "--to", "excel"), ("--all",)])
def test_bad_arguments_end_in_usage(klass, arguments):
    output = () if arguments == ("--all",) else ("-o", "x.csv")

    refused(run_here("export", *arguments, *output, "--course", klass.root), "Usage")


def test_what_is_not_in_the_gradebook_is_named_beside_what_is(graded_course):
    refused(run_here("export", "77-nothing", "-o", "x.csv", "--course", graded_course.root), "77-nothing", LESSON)


@pytest.mark.parametrize("lesson", [LESSON, "--all"])
def test_where_nothing_is_graded_nothing_is_written(course, tmp_path, lesson):
    refused(run_here("export", lesson, "-o", tmp_path / "x.csv", "--course", course.root), "graded yet")
    assert not (tmp_path / "x.csv").exists()


@pytest.mark.parametrize(("target", "reason"), [("/dev/full", "No space left"), ("no/such/x.csv", "No such file")])
def test_a_file_that_cannot_be_written(graded_course, tmp_path, target, reason):
    refused(run_here("export", "--all", "-o", tmp_path / target, "--course", graded_course.root), reason)
