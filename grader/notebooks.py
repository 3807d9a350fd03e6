"""Submitted notebooks: read whatever was handed in, and put it back on the rails of the source notebook.

Test cells, points and metadata come from the source, never from the submission.
"""

from __future__ import annotations

import ast
import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from helpers.errors import GraderError

MAX_BYTES = 50_000_000
CHECK = "-check"  # a test cell's id is the exercise's name with this ending
DEMO = "demo"  # the tag of slow cells that grading skips


class SubmissionError(GraderError):
    """There is no notebook to grade; `code` is the finding's, the text completes its sentence."""

    code = "unreadable"


class Unreadable(SubmissionError):
    """What was handed in is not a notebook; the text says what it is."""


class NotHandedIn(SubmissionError):
    """There is no notebook where one should be; the text is the name it should have."""

    code = "not_handed_in"


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook of any nbformat and return it as version 4, every cell well formed.

    Raises
    ------
    Unreadable
        It is a folder, a dangling link, too large, wrongly encoded, no JSON, or no notebook.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise Unreadable(f"it is larger than {MAX_BYTES // 1_000_000} MB")
        content = json.loads(path.read_bytes().decode("utf-8-sig"))
    except IsADirectoryError:
        raise Unreadable("it is a folder, not a file") from None
    except OSError as error:
        raise Unreadable(error.strerror or "it cannot be opened") from None
    except UnicodeDecodeError:
        raise Unreadable("its text is not UTF-8") from None
    except (ValueError, RecursionError):
        raise Unreadable("it is no JSON") from None
    return _as_version_4(content)


def _as_version_4(content: Any) -> NotebookNode:
    if not isinstance(content, dict) or not isinstance(content.get("cells", content.get("worksheets")), list):
        raise Unreadable("it has no list of cells")
    try:
        if content.get("nbformat", 4) < 4:
            content = nbformat.convert(nbformat.from_dict(content), 4)
    except Exception:
        raise Unreadable("it is of an old format and cannot be converted") from None
    cells = [cell for cell in map(_clean_cell, content["cells"]) if cell is not None]
    return nbformat.v4.new_notebook(cells=cells)


def _clean_cell(cell: Any) -> NotebookNode | None:
    """Rebuild a cell from its source and metadata alone; outputs that were handed in do not count."""
    if not isinstance(cell, dict):
        return None
    source = cell.get("source", "")
    source = "".join(map(str, source)) if isinstance(source, list) else str(source)
    metadata = cell.get("metadata")
    makers = {"code": nbformat.v4.new_code_cell, "raw": nbformat.v4.new_raw_cell}
    make = makers.get(str(cell.get("cell_type")), nbformat.v4.new_markdown_cell)
    clean = make(source, metadata=nbformat.from_dict(metadata if isinstance(metadata, dict) else {}))
    if isinstance(cell.get("id"), str):
        clean["id"] = cell["id"]
    return clean


def find_notebook(folder: Path, lesson: str, source: NotebookNode) -> NotebookNode:
    """Return the notebook handed in for a lesson: by its name, else the one that holds most of its cells.

    Raises
    ------
    NotHandedIn
        There is no notebook in the folder.
    Unreadable
        There is one that cannot be read.
    """
    named = folder / f"{lesson}.ipynb"
    if named.exists() or named.is_symlink():
        return read_notebook(named)
    others = sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    if not others:
        raise NotHandedIn(f"{lesson}.ipynb")
    ids = set(_by_id(source))
    return max(map(read_notebook, others), key=lambda nb: sum(_ident(cell, ids) is not None for cell in nb.cells))


def _by_id(source: NotebookNode) -> dict[str, NotebookNode]:
    return {cell.metadata.nbgrader.grade_id: cell for cell in source.cells if "nbgrader" in cell.metadata}


def _ident(cell: NotebookNode, ids: Any) -> str | None:
    """Return the source id of a cell: from nbgrader's metadata, else from the cell's own id."""
    metadata = cell.metadata.get("nbgrader")
    grade_id = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return next((one for one in (grade_id, cell.get("id")) if isinstance(one, str) and one in ids), None)


def rebuild(source: NotebookNode, submitted: NotebookNode) -> NotebookNode:
    """Return the submission as it should have been handed in.

    The student's cells stay in their order. Cells of the source that students do not write (tests, demos) are
    taken from the source and stand where they stood, yet never before the solution that they test; a missing
    test is added, a doubled one counts once, and the last of doubled solutions is the one that counts.
    """
    wanted = _by_id(source)
    students, seen = _students_cells(wanted, submitted)
    placed = [((index, 0, 0), cell) for index, cell in students]
    anchor = -1
    for order, (ident, cell) in enumerate(wanted.items()):
        if cell.metadata.nbgrader.get("solution"):
            anchor = seen.get(ident, anchor)
        elif ident in seen or not is_demo(cell):
            anchor = max(anchor, seen.get(ident, -1))
            placed.append(((anchor, 1, order), copy.deepcopy(cell)))
    cells = [cell for _, cell in sorted(placed, key=lambda item: item[0])]
    return nbformat.v4.new_notebook(cells=_unique_ids(cells), metadata=copy.deepcopy(source.metadata))


def _students_cells(
    wanted: dict[str, NotebookNode], submitted: NotebookNode
) -> tuple[list[tuple[int, NotebookNode]], dict[str, int]]:
    """Return the cells a student may write with their places, and the last place of every known id."""
    cells, seen = [], {}
    for index, cell in enumerate(submitted.cells):
        ident = _ident(cell, wanted)
        cell.metadata.pop("nbgrader", None)
        if ident is not None:
            seen[ident] = index
        if ident is None or wanted[ident].metadata.nbgrader.get("solution"):
            cells.append((index, _retyped(cell, wanted[ident]) if ident else cell))
    _adopt_definitions(wanted, cells, seen)
    for index, cell in cells:
        for ident in (ident for ident, last in seen.items() if last == index):
            cell.metadata["nbgrader"] = copy.deepcopy(wanted[ident].metadata.nbgrader)
    return cells, seen


def _retyped(cell: NotebookNode, like: NotebookNode) -> NotebookNode:
    if cell.cell_type == like.cell_type:
        return cell
    make = nbformat.v4.new_code_cell if like.cell_type == "code" else nbformat.v4.new_markdown_cell
    return make(cell.source, metadata=cell.metadata)


def _adopt_definitions(
    wanted: dict[str, NotebookNode], cells: list[tuple[int, NotebookNode]], seen: dict[str, int]
) -> None:
    """Where a solution lost its id, the last cell that defines the function takes its place."""
    lost = {ident for ident, cell in wanted.items() if cell.metadata.nbgrader.get("solution")} - set(seen)
    taken = set(seen.values())
    for index, cell in cells:
        if lost and index not in taken and cell.cell_type == "code":
            for name in lost.intersection(defined_names(cell.source)):
                seen[name] = index


def defined_names(source: str) -> Iterator[str]:
    """Yield the names that a cell's source defines at its top level; none where it does not parse."""
    try:
        body = ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    for node in body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign):
            yield from (target.id for target in node.targets if isinstance(target, ast.Name))


def _unique_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """nbformat wants every cell id once; the ids of the source come first."""
    used = {cell.id for cell in cells if "nbgrader" in cell.metadata}
    for cell in cells:
        if "nbgrader" not in cell.metadata and (
            cell.id in used or not cell.id.replace("-", "").replace("_", "").isalnum()
        ):
            cell.id = nbformat.v4.new_code_cell().id
        used.add(cell.id)
    return cells


def is_demo(cell: NotebookNode) -> bool:
    """Whether a source cell is a slow demonstration."""
    return DEMO in cell.metadata.get("tags", [])


def is_test(cell: NotebookNode) -> bool:
    """Whether a rebuilt cell is a test cell."""
    metadata = cell.metadata.get("nbgrader", {})
    return bool(metadata.get("grade")) and not metadata.get("solution")
