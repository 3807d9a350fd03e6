"""The code that a lesson gives: cells that the student runs and does not write, found in whatever was handed in."""

from __future__ import annotations

from collections.abc import Mapping

from nbformat import NotebookNode


def given_cells(source: NotebookNode) -> dict[int, NotebookNode]:
    """Return the source's code cells that are neither solution, test nor demonstration, by their places."""
    return {
        place: cell
        for place, cell in enumerate(source.cells)
        if cell.cell_type == "code" and "nbgrader" not in cell.metadata
    }


def find_copies(source: NotebookNode, cells: Mapping[int, NotebookNode]) -> dict[int, int]:
    """Return where each given cell stands among a student's, by its place in the source; lost ones are left out.

    A copy may have been changed, retyped or merged into another cell, and its id may be gone.
    """
    lines = {index: _lines(cell) for index, cell in cells.items()}
    found = {place: _copy_of(cell, cells, lines) for place, cell in given_cells(source).items()}
    return {place: index for place, index in found.items() if index is not None}


def _lines(cell: NotebookNode) -> set[str]:
    lines = (line.strip() for line in cell.source.splitlines())
    return {line for line in lines if line and not line.startswith("#")}


def _copy_of(given: NotebookNode, cells: Mapping[int, NotebookNode], lines: Mapping[int, set[str]]) -> int | None:
    """Return a cell with its id, unless nothing is left in it, else the code with most of its lines, at least half."""
    named = [index for index, cell in cells.items() if cell.id == given.id and lines[index]]
    if named:
        return named[0]
    wanted = _lines(given)
    shared = {index: len(wanted & lines[index]) for index, cell in cells.items() if cell.cell_type == "code"}
    most = max(shared, key=lambda index: shared[index], default=None)
    return most if most is not None and 0 < len(wanted) <= 2 * shared[most] else None


def place_of(lost: int, places: Mapping[int, int]) -> int:
    """Return the place of the student's cell behind which a lost cell of the source belongs; -1 is before all.

    Parameters
    ----------
    lost
        Its place in the source.
    places
        For the source's cells that are there: place in the source -> place among the student's.
    """
    before = [there for place, there in sorted(places.items()) if place < lost]
    behind = [there - 1 for place, there in places.items() if place > lost]
    return min([before[-1], *behind]) if before else -1
