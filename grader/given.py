"""The code that a lesson gives: cells that the student runs and does not write, found in whatever was handed in."""

from __future__ import annotations

from collections.abc import Mapping

from nbformat import NotebookNode


def given_cells(source: NotebookNode) -> dict[int, NotebookNode]:
    """Return the source's code cells that are neither solution, test nor demonstration, by their places."""
    return {
        place: cell
        for place, cell in enumerate(source.cells)
        if cell["cell_type"] == "code" and "nbgrader" not in cell["metadata"]
    }


def find_copies(given: Mapping[int, NotebookNode], cells: Mapping[int, NotebookNode]) -> dict[int, int]:
    """Return where each given cell stands among a student's, by its place in the source; lost ones are left out.

    It is the first cell with its id, unless nothing is left in it, else the code with most of its lines: a copy may
    have been changed, retyped or merged into another cell, and its id may be gone.
    """
    lines = {index: _lines(cell) for index, cell in cells.items()}
    named = {cells[index]["id"]: index for index in reversed(list(cells)) if lines[index]}
    code = {index: lines[index] for index, cell in cells.items() if cell["cell_type"] == "code"}
    found = {
        place: named[cell["id"]] if cell["id"] in named else _most_alike(_lines(cell), code)
        for place, cell in given.items()
    }
    return {place: index for place, index in found.items() if index is not None}


def _lines(cell: NotebookNode) -> set[str]:
    lines = (line.strip() for line in cell["source"].splitlines())
    return {line for line in lines if line and not line.startswith("#")}


def _most_alike(wanted: set[str], code: Mapping[int, set[str]]) -> int | None:
    """Return the cell with most of these lines, at least half."""
    shared = {index: len(wanted & lines) for index, lines in code.items()}
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
