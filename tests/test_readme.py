"""What README promises an instructor is run here, command by command, in one course folder."""

from __future__ import annotations

import re
import shlex
import subprocess
from pathlib import Path

import nbformat
import pytest
from support import LESSON, PROGRAMS, run_here

from grader import sample_class
from grader.course import Course
from grader.sandbox import why_not_isolated

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
CLASS = ("perfect_vectorised", "mistake_no_mean")


def examples(heading: str) -> list[list[str]]:
    """The commands under a heading, each as its words."""
    section = README.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    blocks = re.findall(r"^```sh\n(.*?)^```", section, flags=re.M | re.S)
    lines = [shlex.split(line, comments=True) for block in blocks for line in block.splitlines()]
    return [line for line in lines if line]


def hand_in(folder: Path) -> None:
    """Do what README says in words: collect what students hand in."""
    course = Course(folder)
    for student in CLASS:
        recipe = sample_class.FOLDER / LESSON / f"{student}.py"
        released = course.path("release", ".", LESSON) / f"{LESSON}.ipynb"
        sample_class.hand_in(recipe, released, course.path("submitted", student, LESSON))


@pytest.mark.timeout(400)  # a dozen commands, four of them nbgrader's; on a busy machine too
@pytest.mark.skipif(why_not_isolated() is not None, reason="needs the sandbox")
def test_the_instructors_examples_run_in_their_order(tmp_path, monkeypatch):
    """In a folder with spaces, accents and an emoji; from the checkout to the class's own course folder."""
    software = tmp_path / "Übung 1 (Ärger) 👩\u200d🏫" / "software"
    software.mkdir(parents=True)
    monkeypatch.chdir(software)
    for program, *arguments in examples("For instructors"):
        if program == "cd":
            monkeypatch.chdir(arguments[0])
        elif program == "course":
            if arguments[0] == "autograde":
                hand_in(Path.cwd())
            done = run_here(*arguments)
            assert 0 == done.returncode, (arguments, done.stderr)
        else:
            subprocess.run([PROGRAMS / program, *arguments], check=True, capture_output=True)

    assert (Path.cwd() / "report" / f"{LESSON}.html").is_file()
    assert set(CLASS) == {page.parent.parent.name for page in Path.cwd().glob("feedback/*/*/*.html")}
    assert {"kit.zip", "canvas.csv", "tidy.csv", "grades.csv"} <= {one.name for one in Path.cwd().iterdir()}
    assert software.parent / "my-class" == Path.cwd()
    assert [] == list(software.iterdir())
    for step in ("generate_assignment", "autograde"):  # nbgrader's own commands work there too
        subprocess.run([PROGRAMS / "nbgrader", step, LESSON, "--force"], check=True, capture_output=True)


@pytest.mark.parametrize("command", ["init", "doctor", "release", "autograde", "report", "feedback", "export"])
def test_every_instructors_command_has_an_example(command):
    assert command in {arguments[0] for program, *arguments in examples("For instructors") if program == "course"}


@pytest.mark.parametrize("path", sorted(ROOT.glob("notebooks/*/*.ipynb")), ids=lambda path: path.stem)
def test_the_table_of_lessons_says_what_it_teaches_its_points_and_its_minutes(path):
    rows = [
        line.strip("| ").split(" | ") for line in README.read_text(encoding="utf-8").splitlines() if path.name in line
    ]
    nb = nbformat.read(path, 4)
    points = sum(cell.metadata.get("nbgrader", {}).get("points", 0) for cell in nb.cells)

    assert 1 == len(rows)
    assert 4 == len(rows[0])
    assert rows[0][2] == f"{points:g}" or (not points and rows[0][2] == "–")
    assert f"{nb.metadata.course.minutes:g}" == rows[0][3]
    assert nb.metadata.course.goals
