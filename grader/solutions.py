"""The solutions a self-learner may open: the solved cells of a source notebook, as data beside the public cases.

They lie in the checkout only; neither the student kit nor the sandbox holds them.
"""

from __future__ import annotations

import json
from pathlib import Path

from nbformat import NotebookNode

from grader.exercise import Lesson
from helpers.check import SOLUTIONS

MARKS = ("### BEGIN SOLUTION", "### END SOLUTION")


def write_solutions(lesson: Lesson, nb: NotebookNode, folder: Path = SOLUTIONS) -> list[str]:
    """Write the solutions of a source notebook anew; return the file's name where they changed."""
    path = folder / f"{lesson.name}.json"
    text = json.dumps(solutions(lesson, nb), indent=1, ensure_ascii=False) + "\n"
    if path.exists() and path.read_text(encoding="utf-8") == text:
        return []
    folder.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [path.name]


def solutions(lesson: Lesson, nb: NotebookNode) -> dict[str, str]:
    """Return the source of each exercise's solution cell, without the delimiters, in teaching order."""
    cells = {cell.metadata.get("nbgrader", {}).get("grade_id"): cell.source for cell in nb.cells}
    return {one.name: without_marks(cells[one.name]) for one in lesson.exercises if one.name in cells}


def without_marks(source: str) -> str:
    """Return a cell's source without the lines that delimit its solution."""
    lines = [line for line in source.splitlines() if line.strip() not in MARKS]
    return "\n".join(lines)
