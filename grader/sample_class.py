"""The sample class: submissions written as short recipes, handed in as notebooks of the lesson released today."""

from __future__ import annotations

import copy
import json
import re
from pathlib import Path
from typing import Any

import nbformat

from grader.course import ROOT, Course
from helpers.errors import GraderError

FOLDER = ROOT / "tests" / "submissions"
CELL = re.compile(r"^# %% (\S+)\n", flags=re.M)
DIRECTIVE = re.compile(r"^# (file|delete|double): (.+)$", flags=re.M)


def expected(lesson: str) -> dict[str, Any]:
    """Return the table of what each sample submission must earn."""
    table: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))[lesson]
    return table


def lay_in(course: Course, lesson: str, released: Path) -> list[str]:
    """Hand in every sample submission of a lesson; return the students' names.

    Raises
    ------
    GraderError
        There are no samples: this is no checkout of the course.
    """
    recipes = sorted((FOLDER / lesson).glob("*.py"))
    if not recipes:
        raise GraderError(f"There are no sample submissions in {FOLDER / lesson}; run this from a checkout.")
    for recipe in recipes:
        hand_in(recipe, released, course.path("submitted", recipe.stem, lesson))
    return [recipe.stem for recipe in recipes]


def hand_in(recipe: Path, released: Path, folder: Path) -> None:
    """Write one submission into its folder."""
    text = recipe.read_text(encoding="utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    if text.startswith("# raw\n"):
        (folder / released.name).write_text(text.removeprefix("# raw\n"), encoding="utf-8")
        return
    head, *parts = CELL.split(text)
    directives: dict[str, str] = dict(DIRECTIVE.findall(head))
    nb = nbformat.read(released, as_version=4)
    solutions = dict(zip(parts[::2], parts[1::2], strict=True))
    nb.cells = [one for cell in nb.cells for one in _cells(cell, directives)]
    for cell in nb.cells:
        cell.source = solutions.get(cell.id, cell.source).rstrip("\n")
    nbformat.write(nb, folder / directives.get("file", released.name))


def _cells(cell: Any, directives: dict[str, str]) -> list[Any]:
    """Return a released cell as often as it was handed in."""
    if cell.id == directives.get("delete"):
        return []
    if cell.id == directives.get("double"):
        twin = copy.deepcopy(cell)
        twin.id += "-again"
        return [cell, twin]
    return [cell]
