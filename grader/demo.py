"""The demonstration: a lesson released, a sample class graded and answered, in a scratch course folder."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from rich.console import Console

from grader import classroom, host, report, sample_class
from grader.course import CONFIG_NAME, lay_out
from grader.feedback.pages import write_feedback
from grader.lessons import LESSONS
from grader.sandbox import why_not_isolated
from helpers.errors import GraderError

LESSON = "02-logistic-regression"


def run(folder: Path, workers: int) -> list[dict[str, Any]]:
    """Run the demonstration in `folder`, which is made anew, and return a record per student and exercise."""
    console = report.wide_console()
    _clear(folder)
    course = lay_out(folder, [LESSON])
    released = host.release(course, LESSON)
    students = sample_class.lay_in(course, LESSON, released)
    console.print(f"Released {LESSON} ({LESSONS[LESSON].points} points); {len(students)} students have handed in.")
    reason = why_not_isolated()
    if reason:
        console.print(f"This run is not isolated: {reason}", style="bold")
    rows = classroom.autograde(course, LESSON, workers=workers, isolated=reason is None)
    pages = write_feedback(course, LESSON, workers=workers)
    report.print_table(rows, console)
    _print_paths(console, course.root, pages, released)
    return [row.as_json() for row in rows]


def _clear(folder: Path) -> None:
    """Remove an earlier demonstration, and nothing else."""
    if folder.exists() and any(folder.iterdir()) and not (folder / CONFIG_NAME).is_file():
        raise GraderError(f"{folder} is not empty and no course folder; name another one with --folder.")
    shutil.rmtree(folder, ignore_errors=True)


def _print_paths(console: Console, root: Path, pages: dict[str, Path], released: Path) -> None:
    console.print("Feedback pages:", style="bold")
    for student, page in pages.items():
        console.print(f"  {student}: {page}", soft_wrap=True)
    console.print(f"Gradebook: {root / 'gradebook.db'}", soft_wrap=True)
    console.print(f"Open the lesson: jupyter lab {released}   (or a copy of your own: make lab)", soft_wrap=True)
