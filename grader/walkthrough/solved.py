"""A source notebook with its outputs: solved, executed from top to bottom in a room as students' code is."""

from __future__ import annotations

import re
from copy import deepcopy

from nbformat import NotebookNode, from_dict

from grader.build import EXPECTED
from grader.sandbox import Runner, Session
from grader.solutions import without_marks
from grader.walkthrough.lessons import Source
from helpers.errors import GraderError

HIDDEN = re.compile(r"\n*### BEGIN HIDDEN TESTS.*?### END HIDDEN TESTS", flags=re.S)
CUT = "[The rest of this cell's output was cut"


def solve(source: Source, runner: Runner) -> NotebookNode:
    """Return the solved notebook with its outputs, its figures each with its description.

    The cells that say what to expect are left out: what was printed stands there.

    Raises
    ------
    GraderError
        A cell stops with an error, shows more than a page can take, or a figure without a description.
    """
    nb = deepcopy(source.notebook)
    nb.cells = [cell for cell in nb.cells if not cell.id.endswith(EXPECTED)]
    with runner.session() as session:
        for cell in nb.cells:
            if cell.cell_type == "code":
                _run(cell, session, f"{source.path.name}, cell {cell.id}")
    return nb


def _run(cell: NotebookNode, session: Session, place: str) -> None:
    cell.source = without_marks(HIDDEN.sub("", cell.source))
    result = session.run(cell.source)
    if result.error is not None:
        raise GraderError(f"{place} stops with {result.error.kind}: {result.error.text}; mend the cell.")
    cell.execution_count = result.count
    cell.outputs = [from_dict(output) for output in result.outputs]
    if any(output.get("text", "").lstrip().startswith(CUT) for output in cell.outputs):
        raise GraderError(f"{place} shows more than a page can take; show less.")
    _describe_figures(cell, place)


def _describe_figures(cell: NotebookNode, place: str) -> None:
    """Move what `plots.show` prints under a figure, one line, into the figure."""
    for number, output in enumerate(cell.outputs):
        if "image/png" in output.get("data", {}):
            below = cell.outputs[number + 1] if number + 1 < len(cell.outputs) else {}
            caption, _, rest = below.get("text", "").partition("\n")
            if not caption:
                raise GraderError(f"{place} shows a figure without a description; show it with plots.show.")
            output.metadata["caption"], below["text"] = caption, rest
    cell.outputs = [output for output in cell.outputs if output.get("text") != ""]
