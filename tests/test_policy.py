"""What a follow-through mark counts: the instructor's choice, in the gradebook, on the feedback page, by every road."""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from nbgrader.api import Gradebook
from rich.console import Console
from support import LESSON
from test_records import old_database
from traitlets.config import Config

from grader import batch, classroom, records, report, sample_class
from grader.course import Course
from grader.feedback.pages import write_feedback
from grader.nbgrader_steps import Grade
from grader.policy import Policy, read_policy
from grader.sandbox import open_runner, why_not_isolated
from helpers.errors import GraderError

PROGRAMS = Path(sys.executable).parent
ISOLATED = why_not_isolated() is None
CHAIN = "mistake_sigmoid_sign"  # everything but sigmoid is right
HALF = [0, 10, 10, 10, 10, 10]
FULL = [0, 10, 20, 20, 20, 20]
CONFIG = f"\nc.Grade.follow_through = 'follow-through'\nc.Grade.isolation = {ISOLATED}\n"


@pytest.mark.parametrize(
    ("text", "policy"),
    [("strict", 0), ("follow-through", 1), ("0.5", 0.5), (0.25, 0.25), (1, 1), ("0", 0), (0.0, 0)],
)
def test_a_policy_is_a_name_or_a_factor(text, policy):
    read = read_policy(text)

    assert Policy(policy) == read == read_policy(str(read))


@pytest.mark.parametrize("text", ["half", "1.5", "-0.1", "nan", "inf", "", "50%", None, [0.5]])
def test_what_is_no_policy_says_what_would_be_one(text):
    with pytest.raises(GraderError, match="strict, follow-through, or a factor from 0 to 1"):
        read_policy(text)


def test_a_policy_that_is_none_ends_the_command_in_one_line(course):
    command = [PROGRAMS / "course", "autograde", LESSON, "--course", course.root, "--follow-through", "half"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert 1 == done.returncode
    assert done.stderr.startswith('course: "half" is no policy')
    assert 1 == done.stderr.count("\n")


def test_a_configuration_with_no_policy_stops_every_road_before_the_first_submission(course):
    with (course.root / "nbgrader_config.py").open("a") as config:
        config.write("c.Grade.follow_through = 'half'\n")

    with pytest.raises(GraderError, match='"half" is no policy'):
        classroom.autograde(Course(course.root), LESSON)
    said = Grade(config=Config(Grade={"follow_through": "half"})).refusal(LESSON)
    assert re.match('"half" is no policy .* `c.Grade.follow_through` in nbgrader_config.py', said or "")


# ---------------------------------------------------------------- a gradebook, by one policy after the other


def state(root: Path) -> dict[str, Any]:
    """What is recorded of the chain: by us, and by nbgrader."""
    course = Course(root)
    engine = records.open_records(course.db_url)
    rows = [row for row in records.load(engine, LESSON) if row.student == CHAIN]
    engine.dispose()
    with Gradebook(course.db_url, course.directory.course_id) as book:
        submission = book.find_submission(LESSON, CHAIN)
        scores = {one.name.removesuffix("-check"): one.auto_score for one in submission.notebooks[0].grades}
    return {"rows": rows, "scores": [scores[row.exercise] for row in rows]}


@pytest.fixture(scope="module")
def states(released_course: Course, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """An old gradebook; graded for half the points by our command, then for all of them by nbgrader's."""
    root = tmp_path_factory.mktemp("policy") / "course"
    shutil.copytree(released_course.root, root)
    old_database(f"sqlite:///{root / 'gradebook.db'}", "long-gone")
    notebook = root / "release" / LESSON / f"{LESSON}.ipynb"
    sample_class.hand_in(sample_class.FOLDER / LESSON / f"{CHAIN}.py", notebook, root / "submitted" / CHAIN / LESSON)
    results = root.parent / "results.json"
    ours = ["course", "autograde", LESSON, "--json", results, "--follow-through", "0.5"]
    run(root, *ours, *([] if ISOLATED else ["--no-isolation"]))
    found = {"half": state(root), "json": json.loads(results.read_text()), "root": root}
    write_feedback(Course(root), LESSON, [CHAIN])
    page = root / "feedback" / CHAIN / LESSON / f"{LESSON}.html"
    found["page"] = page.read_text(encoding="utf-8")
    with (root / "nbgrader_config.py").open("a") as config:
        config.write(CONFIG)
    run(root, "nbgrader", "autograde", LESSON, "--force")
    return {**found, "full": state(root)}


def run(root: Path, program: str, *arguments: object) -> None:
    done = subprocess.run(
        [PROGRAMS / program, *map(str, arguments)], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("when", "points", "policy"), [("half", HALF, "0.5"), ("full", FULL, "follow-through")])
def test_the_points_are_the_policys_in_our_table_and_in_nbgraders(states, when, points, policy):
    rows = states[when]["rows"]

    assert points == [row.points for row in rows] == states[when]["scores"]
    assert {policy} == {row.policy for row in rows}
    assert ["", "", *["passed"] * 4] == [row.followed for row in rows]
    assert ["wrong", "passed", *["waits for an earlier one"] * 4] == [row.outcome for row in rows]


def test_the_seed_that_was_recorded_gives_the_same_marks_again(states, tmp_path):
    """By the same road, with the seed from the gradebook and another policy."""
    course, rows = Course(states["root"]), states["half"]["rows"]
    (task,) = batch.tasks(course, LESSON, [CHAIN], Policy(0.5))
    with open_runner(ISOLATED) as runner:
        _, marks = batch.grade_submission(batch.pack(replace(task, seed=rows[0].seed)), runner)
    again = [
        records.VerdictRow(**records.row(CHAIN, LESSON, mark, row.content, ISOLATED, Policy(0.5)))
        for mark, row in zip(marks, rows, strict=True)
    ]

    assert [row.as_json() for row in rows] == [row.as_json() for row in again]


def test_the_results_hold_both(states):
    assert ["", "", *["passed"] * 4] == [row["followed"] for row in states["json"]]
    assert {"0.5"} == {row["policy"] for row in states["json"]}


def test_the_feedback_page_says_so_in_a_sentence(states):
    shown = " ".join(re.sub(r"<[^>]+>", "", states["page"]).split())

    assert "your optimize is right: it was given a wrong sigmoid" in shown
    assert "Mend sigmoid; this one needs no change. As it stands it counts 10 of 20 points." in shown


def test_an_old_row_of_somebody_else_is_still_there(states):
    course = Course(states["root"])
    (row,) = [row for row in records.load(records.open_records(course.db_url), LESSON) if row.student == "long-gone"]

    assert ("abc", "strict") == (row.content, row.policy)


def test_the_table_shows_what_was_followed_and_why_points_are_missing(states):
    console = Console(width=200, record=True, file=io.StringIO())
    report.print_table(states["half"]["rows"], console)
    shown = console.export_text()

    assert 4 == shown.count("↑ 10")
    assert "right, but sigmoid is not" in shown


def test_another_policy_is_due_again_and_the_same_is_not(states, tmp_path):
    root = tmp_path / "course"
    shutil.copytree(states["root"], root)
    course = Course(root)
    task = batch.tasks(course, LESSON, [CHAIN])[0]
    hashes = {str(policy): batch.content_hash(task.folder, task.source, policy) for policy in map(Policy, (0, 0.5, 1))}

    assert 3 == len(set(hashes.values()))
    assert hashes["0.5"] == states["half"]["rows"][0].content
    assert hashes["strict"] == batch.content_hash(task.folder, task.source)
