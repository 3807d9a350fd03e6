"""What a walkthrough is made of: the source notebook of a lesson, and what its declarations say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader import kit, stamps
from grader.exercise import Lesson
from grader.lessons import LESSONS
from grader.notebooks import read_notebook
from helpers.errors import GraderError


@dataclass(frozen=True)
class Source:
    """A lesson as an author wrote it.

    Parameters
    ----------
    path
        Its source notebook, named after the lesson.
    """

    path: Path

    @property
    def name(self) -> str:
        """The name of the lesson's folder."""
        return self.path.stem

    @property
    def lesson(self) -> Lesson:
        """Its declarations."""
        return LESSONS[self.name]

    @cached_property
    def notebook(self) -> NotebookNode:
        """The source notebook."""
        return read_notebook(self.path)

    @cached_property
    def about(self) -> dict[str, Any]:
        """What the notebook's metadata say about the lesson: goals, minutes; `read_notebook` drops them."""
        return dict(nbformat.read(self.path, as_version=4).metadata.get("course", {}))

    @property
    def title(self) -> str:
        """The first heading."""
        text = "\n".join(cell.source for cell in self.notebook.cells if cell.cell_type == "markdown")
        return next(iter(re.findall(r"^# (.+)$", text, flags=re.M)), self.name)

    def made_of(self) -> str:
        """Return the fingerprint of everything that the page is made of and that may change."""
        text = "\n".join(cell.source for cell in self.notebook.cells)
        earlier = [self.lesson.builds_on.name] if self.lesson.builds_on else []
        read = kit.needed([self.name, *earlier], text) | _own_files()
        declared = [(one.name, one.points, one.why) for one in self.lesson.exercises]
        return stamps.digest([declared, self.path.read_bytes(), *((name, read[name].read_bytes()) for name in read)])


def _own_files() -> dict[str, Path]:
    """Return the code and the templates that make pages."""
    here = Path(__file__).parent
    ours = (path for path in here.rglob("*") if path.is_file() and not kit.is_left_over(path.relative_to(here)))
    return {path.relative_to(here).as_posix(): path for path in sorted(ours)}


def find_sources(root: Path, names: Sequence[str] = ()) -> list[Source]:
    """Return the lessons of these names, or all, in course order.

    Raises
    ------
    GraderError
        There is no such lesson, or none at all.
    """
    paths = {name: root / "notebooks" / name / f"{name}.ipynb" for name in LESSONS}
    every = {name: Source(path) for name, path in paths.items() if path.is_file()}
    if not every:
        raise GraderError(f"There is no lesson in {root / 'notebooks'}; run this with a checkout of the course.")
    unknown = [name for name in names if name not in every]
    if unknown:
        raise GraderError(f'There is no lesson "{unknown[0]}"; the course has: {", ".join(every)}.')
    return [source for name, source in every.items() if name in names or not names]
