"""The command line: help everywhere, one clear line and a non-zero exit for whatever is wrong."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from support import LESSON, refused, run, run_here

COMMANDS = (
    *("init", "release", "autograde", "feedback", "report", "export"),
    *("verify", "build", "doctor", "demo", "lab", "walkthrough"),
)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command):
    done = run(command, "--help")

    assert done.returncode == 0
    assert "Usage: course " + command in done.stdout


@pytest.mark.parametrize("lesson", [f"../{LESSON}", f"{LESSON}/", "Übung 🎓", ""])
def test_a_lesson_is_a_name_and_no_path(course, lesson):
    refused(run_here("release", lesson, "--course", course.root), "There is no lesson", LESSON)


def test_an_unknown_lesson_is_named_beside_the_known_ones(course):
    refused(run("release", "77-nothing", "--course", course.root), "77-nothing", LESSON)


def test_a_folder_that_is_no_course_is_refused(tmp_path):
    refused(run_here("release", LESSON, "--course", tmp_path), "no course folder", "nbgrader_config.py")


def test_a_missing_source_notebook_is_named(course):
    (course.root / "source" / LESSON / f"{LESSON}.ipynb").unlink()

    refused(run_here("release", LESSON, "--course", course.root), f"{LESSON}.ipynb", "missing")


def test_grading_before_releasing_says_to_release_first(course):
    (course.root / "gradebook.db").unlink()
    (course.root / "submitted" / "ann" / LESSON).mkdir(parents=True)

    refused(run_here("autograde", LESSON, "--course", course.root), "release it first")


def test_an_empty_class_says_where_to_put_notebooks(course):
    refused(run_here("autograde", LESSON, "--course", course.root), "Nobody has handed in", "submitted")


def test_a_page_to_play_with_is_not_graded(course):
    refused(run_here("autograde", "99-playground", "--course", course.root), "no exercises", "nothing to grade")


def test_an_unknown_student_is_named(course):
    (course.root / "submitted" / "ann" / LESSON).mkdir(parents=True)

    refused(run_here("autograde", LESSON, "--course", course.root, "--student", "bob"), "bob")


def test_feedback_before_grading_says_to_grade_first(course):
    refused(run_here("feedback", LESSON, "--course", course.root), "grade it first")


def test_a_gradebook_that_is_no_database_is_one_clear_line(course):
    (course.root / "gradebook.db").write_text("not a database at all, but long enough to be looked at" * 50)
    (course.root / "submitted" / "ann" / LESSON).mkdir(parents=True)

    refused(run_here("autograde", LESSON, "--course", course.root), "gradebook")


def test_a_broken_configuration_is_one_clear_line(course):
    (course.root / "nbgrader_config.py").write_text("c = get_config(\n")

    refused(run_here("release", LESSON, "--course", course.root), "nbgrader_config.py")


def test_results_that_cannot_be_written_are_one_clear_line(course, tmp_path):
    refused(
        run_here("release", LESSON, "--course", course.root, "--json", tmp_path / "no" / "where.json"), "where.json"
    )


@pytest.mark.parametrize("arguments", [("autograde",), ("autograde", LESSON, "--workers", "0"), ("dance",)])
def test_bad_arguments_end_in_usage(arguments):
    refused(run_here(*arguments), "Usage")


def test_release_writes_its_result_as_json(course, tmp_path):
    target = tmp_path / "release.json"
    done = run_here("release", LESSON, "--course", course.root, "--json", target)

    assert done.returncode == 0, done.stderr
    assert Path(json.loads(target.read_text())["released"]).is_file()


def test_several_lessons_or_all_are_released_with_their_kit(tmp_path):
    root = tmp_path / "class"
    assert 0 == run_here("init", root, "--lesson", LESSON, "--lesson", "03-one-hidden-layer").returncode
    done = run_here(
        "release", "--course", root, "--kit", tmp_path / "Übung 1 🎓.zip", "--json", tmp_path / "release.json"
    )

    assert 0 == done.returncode, done.stderr
    assert [LESSON, "03-one-hidden-layer"] == [
        one["lesson"] for one in json.loads((tmp_path / "release.json").read_text())
    ]
    assert f"The student kit: {tmp_path / 'Übung 1 🎓.zip'}" in done.stdout


def test_a_kit_that_would_take_the_place_of_something_else_stops_before_anything_is_released(course):
    shutil.rmtree(course.path("release", ".", LESSON))

    refused(run_here("release", LESSON, "--course", course.root, "--kit", course.root / "gradebook.db"), "end in .zip")
    assert not course.path("release", ".", LESSON).exists()


def test_doctor_says_whether_code_can_be_isolated():
    done = run_here("doctor")

    assert "Isolation of student code" in done.stdout


def test_a_personal_copy_never_overwrites_work(tmp_path, monkeypatch):
    monkeypatch.setattr("grader.personal.LESSONS", (LESSON, "03-one-hidden-layer"))
    notebook = tmp_path / LESSON / f"{LESSON}.ipynb"
    first = run_here("lab", tmp_path, "--no-open")
    assert (tmp_path / "03-one-hidden-layer" / "03-one-hidden-layer.ipynb").is_file()
    notebook.write_text("my work")
    second = run_here("lab", tmp_path, "--no-open")

    assert (0, 0) == (first.returncode, second.returncode)
    assert "my work" == notebook.read_text()


def test_a_demo_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")

    refused(run_here("demo", "--folder", tmp_path), "not empty")
    assert "years of work" == (tmp_path / "thesis.txt").read_text()
