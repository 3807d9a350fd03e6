"""A graded notebook as a worker hands it back: the text of its file, and the cells that nbgrader's own rules look at.

The one writer has no more to do than to write it down. A worker does without nbgrader, whose import is a second's work.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Collection
from dataclasses import dataclass

from nbformat import NotebookNode
from nbformat.v4.rwbase import split_lines

from grader.grade import Mark
from grader.notebooks import CHECK

ROLES = ("grade", "solution", "task")  # in nbgrader's metadata; other cells of its are read-only


@dataclass(frozen=True)
class Paper:
    """A graded notebook.

    Parameters
    ----------
    text
        Of its file.
    cells
        By id: the solutions, the tasks, and the graded cells that are not ours to mark.
    """

    text: str
    cells: dict[str, NotebookNode]


def make_paper(nb: NotebookNode, marks: Collection[Mark]) -> Paper:
    """Make a paper of a notebook whose outputs are filled in; the notebook is used up."""
    marked = {mark.exercise + CHECK for mark in marks}
    cells = {
        cell.metadata.nbgrader.grade_id: copy.deepcopy(cell)
        for cell in nb.cells
        if _is_looked_at(cell) and cell.metadata.nbgrader.grade_id not in marked
    }
    return Paper(_text(nb), cells)


def _is_looked_at(cell: NotebookNode) -> bool:
    metadata = cell.metadata.get("nbgrader", {})
    return any(metadata.get(role) for role in ROLES)


def _text(nb: NotebookNode) -> str:
    """Return the text that nbformat writes, without the copy that it makes first."""
    return json.dumps(split_lines(nb), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
