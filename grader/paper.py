"""A graded notebook as a worker hands it back: the text of its file, and the cells that nbgrader's own rules look at.

The one writer has no more to do than to write it down. A worker does without nbgrader, whose import is a second's work.
"""

from __future__ import annotations

import copy
import json
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache

import nbformat
from nbformat import NotebookNode
from nbformat.v4.rwbase import split_lines

from grader.grade import Mark
from grader.notebooks import CHECK

LONGEST_KEPT = 10_000  # characters of a cell that is remembered for the class
ENCODER = json.JSONEncoder(sort_keys=True, ensure_ascii=False)
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
    """Return the text that nbformat writes, cell by cell: most are those of the lesson, and the whole class's."""
    cells = ",\n  ".join(map(_cell_text, map(ENCODER.encode, nb.cells)))
    rest = json.dumps({**nb, "cells": []}, indent=1, sort_keys=True, ensure_ascii=False)
    return rest.replace("[]", f"[\n  {cells}\n ]" if nb.cells else "[]", 1) + "\n"  # the cells come first


def _cell_text(cell: str) -> str:
    return _set_out(cell) if len(cell) <= LONGEST_KEPT else _set_out.__wrapped__(cell)


@lru_cache(maxsize=512)
def _set_out(cell: str) -> str:
    """Set out a cell's JSON in lines, as it stands in its notebook."""
    alone = split_lines(nbformat.from_dict({"cells": [json.loads(cell)]}))
    return json.dumps(alone.cells[0], indent=1, ensure_ascii=False).replace("\n", "\n  ")
