"""The instructor's own course folder: made in one go, added to on purpose, and no mark in a repository."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from support import LESSON, refused, run_here

from grader.course import ROOT, Course

OTHER = "03-one-hidden-layer"
MARKS = (
    "gradebook.db",
    "grades.csv",
    f"submitted/ann/{LESSON}/{LESSON}.ipynb",
    "report/page.html",
    "feedback/ann/x.html",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A new course folder with lesson 02."""
    done = run_here("init", tmp_path / "my class", "--lesson", LESSON)
    assert done.returncode == 0, done.stderr
    return tmp_path / "my class"


def test_a_new_folder_has_settings_the_lesson_room_and_next_steps(root):
    course = Course(root)

    assert {"nbgrader_config.py", "source", "submitted", "README.md", ".gitignore"} == set(os.listdir(root))
    assert [LESSON] == course.lessons()
    assert (ROOT / "notebooks" / LESSON / f"{LESSON}.ipynb").read_bytes() == course.source(LESSON).read_bytes()
    assert f"course release {LESSON} --kit kit.zip" in (root / "README.md").read_text("utf-8")
    assert "$" not in (root / "README.md").read_text("utf-8")


def test_git_sees_the_lessons_and_no_mark_and_no_name(root):
    for name in (*MARKS, "versions/x/y.ipynb", "source/picture.png"):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("ann: 3 points")
    subprocess.run(["git", "init", "--quiet", root], check=True)
    subprocess.run(["git", "add", "--all"], cwd=root, check=True)
    found = subprocess.run(["git", "ls-files"], cwd=root, check=True, capture_output=True, text=True).stdout.split()

    assert {".gitignore", "README.md", "nbgrader_config.py"} == {name for name in found if "/" not in name}
    assert {"source", "versions"} == {name.partition("/")[0] for name in found if "/" in name}


def test_every_lesson_is_there_where_none_is_chosen(tmp_path):
    done = run_here("init", tmp_path / "all")

    assert done.returncode == 0, done.stderr
    assert {LESSON, OTHER} <= set(Course(tmp_path / "all").lessons())


def test_an_empty_folder_that_is_there_is_taken(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "class").mkdir()
    monkeypatch.chdir("class")

    assert run_here("init", ".", "--lesson", LESSON).returncode == 0
    assert [LESSON] == Course(tmp_path / "class").lessons()


def test_a_lesson_is_added_and_what_is_there_stays(root):
    source, readme = Course(root).source(LESSON), root / "README.md"
    source.write_text("my own lesson")
    readme.write_text("my own page")
    done = run_here("init", root, "--lesson", LESSON, "--lesson", OTHER)

    assert done.returncode == 0, done.stderr
    assert f"{LESSON} is there already and stays as it is." in done.stdout
    assert f"New: {Course(root).source(OTHER)}" in done.stdout
    assert ("my own lesson", "my own page") == (source.read_text(), readme.read_text())


def test_a_path_with_dots_leads_where_it_says(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert run_here("init", "nowhere/../class", "--lesson", LESSON).returncode == 0
    assert [LESSON] == Course(tmp_path / "class").lessons()


def test_a_course_folder_is_not_made_again(root):
    refused(run_here("init", root), "is a course folder already", "--lesson LESSON")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "marks.csv").write_text("ann,3")

    refused(run_here("init", tmp_path / "marks.csv"), "is a file")
    refused(run_here("init", tmp_path / "marks.csv" / "class"), "Not a directory")


def test_a_folder_that_holds_something_else_is_left_alone(tmp_path):
    (tmp_path / "thesis.txt").write_text("years of work")

    refused(run_here("init", tmp_path), "is not empty and no course folder")
    assert ["thesis.txt"] == os.listdir(tmp_path)


@pytest.mark.parametrize("inside", ["", "my-class", "notebooks/../my-class"])
def test_marks_do_not_belong_into_the_checkout(inside):
    refused(run_here("init", ROOT / inside, "--lesson", LESSON), "lies in the software's own folder")
    assert not (ROOT / "my-class").exists()


@pytest.mark.parametrize(
    "lesson", ["77-nothing", "../02-logistic-regression", "", "02-logistic-regression/", "Übung 🎓"]
)
def test_an_unknown_lesson_changes_nothing(tmp_path, lesson):
    refused(run_here("init", tmp_path / "class", "--lesson", lesson), "There is no lesson", LESSON)
    assert not (tmp_path / "class").exists()


@pytest.mark.parametrize("name", ["what?", "a[1]", "all*", "two\nlines", "half \udcff a letter"])
def test_a_name_that_nbgrader_would_lose_itself_in_is_refused(tmp_path, name):
    refused(run_here("init", tmp_path / name), "choose another name")
    assert [] == os.listdir(tmp_path)


def test_a_place_where_nothing_can_be_written():
    refused(run_here("init", "/proc/class"), "/proc/class cannot be made a course folder")


def test_a_folder_without_lessons_says_how_to_get_one(root):
    Course(root).source(LESSON).unlink()

    refused(run_here("release", "--course", root), "There is no lesson in", "course init")
