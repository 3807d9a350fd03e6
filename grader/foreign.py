"""Assignments that are not lessons of this course: run in the sandbox, scored by nbgrader from the cells' outputs.

Their tests are cells like any other and run beside the student's code, as nbgrader means them to. What is ours is the
wall around both, that each cell's death costs that cell alone, and that no cell is paid for a verdict it never gave.
"""

from __future__ import annotations

import base64
import json
import math
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader import utils
from nbgrader.api import Notebook, SourceCell
from nbgrader.nbgraderformat import MetadataValidator

from grader.sandbox import Session
from helpers.errors import GraderError
from helpers.records import Raised

SKIP = "skip-execution"  # the tag as Jupyter has it
MAX_FILE_BYTES = 16 * 2**20  # of all files beside a notebook; the private folder inside holds more
NOT_BESIDE = ["*.ipynb"]


@dataclass(frozen=True)
class Released:
    """A notebook as the gradebook holds it: nothing in it can be changed by handing in something else.

    Parameters
    ----------
    cells
        nbgrader's cells by grade id, in the order of the source notebook.
    language
        What the notebook is written in, as far as the source said so.
    """

    cells: dict[str, NotebookNode]
    language: str


def read_released(notebook: Notebook, source: Path) -> Released:
    """Read a released notebook from the gradebook; order and tags, which it does not keep, from the source file."""
    tags = _tags(source)
    grades = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
    kinds = {kind: {cell.name for cell in getattr(notebook, f"{kind}_cells")} for kind in ("grade", "solution", "task")}
    known = {cell.name: cell for cell in notebook.source_cells}
    order = [name for name in tags if name in known] + sorted(known.keys() - tags.keys())
    cells = {name: _cell(known[name], kinds, grades.get(name), tags.get(name, [])) for name in order}
    kernelspec = json.loads(notebook.kernelspec or "null") or {}
    return Released(cells, str(kernelspec.get("language") or "python"))


def _tags(source: Path) -> dict[str, list[str]]:
    """Return the tags of nbgrader's cells in the source notebook, in its order; nothing where it has gone."""
    if not source.is_file():
        return {}
    cells = nbformat.read(source, as_version=4).cells
    return {ident: cell.metadata.get("tags", []) for cell in cells if (ident := _grade_id(cell)) is not None}


def _grade_id(cell: NotebookNode) -> str | None:
    metadata = cell.metadata.get("nbgrader") if isinstance(cell.metadata, dict) else None
    ident = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return ident if isinstance(ident, str) else None


def _cell(source: SourceCell, kinds: dict[str, set[str]], points: float | None, tags: list[str]) -> NotebookNode:
    nbgrader = {
        "schema_version": MetadataValidator.schema_version,
        "grade_id": source.name,
        "cell_type": source.cell_type,
        "checksum": source.checksum,
        "locked": source.locked,
        **{kind: source.name in names for kind, names in kinds.items()},
    }
    if points is not None:
        nbgrader["points"] = points
    metadata = nbformat.from_dict({"nbgrader": nbgrader, **({"tags": tags} if tags else {})})
    return _new_cell(source.cell_type, source.source or "", metadata)


def _new_cell(kind: str, source: str, metadata: NotebookNode) -> NotebookNode:
    make = nbformat.v4.new_code_cell if kind == "code" else nbformat.v4.new_markdown_cell
    cell = make(source, metadata=metadata)
    cell.pop("id", None)  # of the notebook's format, which may have none
    return cell


def restore(nb: NotebookNode, released: Released) -> NotebookNode:
    """Give the released cells their type and metadata back, in place; nbgrader's own steps then see to their text.

    A missing test or locked cell is put back after the cell it followed; where nothing of the source is left before
    it, a test goes to the end. Of doubled cells the last counts, as in
    nbgrader; what carries an unknown id is an ordinary cell.
    """
    seen: set[str] = set()
    for index in reversed(range(len(nb.cells))):
        ident = _grade_id(nb.cells[index])
        if ident is None or ident not in released.cells or ident in seen:
            nb.cells[index].metadata.pop("nbgrader", None)
            continue
        seen.add(ident)
        nb.cells[index] = _restored(nb.cells[index], released.cells[ident])
    place: int | None = None
    for ident, cell in released.cells.items():
        if ident in seen:
            place = next(index for index, one in enumerate(nb.cells) if _grade_id(one) == ident) + 1
        elif not utils.is_solution(cell):
            if place is None:
                place = len(nb.cells) if utils.is_grade(cell) else 0
            nb.cells.insert(place, _with_id(nb, _copy(cell)))
            place += 1
    return nb


def _restored(cell: NotebookNode, released: NotebookNode) -> NotebookNode:
    new = _copy(released)
    new.source = cell.source  # where that may not differ, nbgrader's OverwriteCells mends it and says so in the log
    for key in ("id", "outputs", "execution_count") if new.cell_type == cell.cell_type else ("id",):
        if key in cell:
            new[key] = cell[key]
    if new.cell_type == "markdown" and "attachments" in cell:  # a picture in an answer
        new["attachments"] = cell["attachments"]
    return new


def _copy(cell: NotebookNode) -> NotebookNode:
    return nbformat.from_dict(json.loads(json.dumps(cell)))


def _with_id(nb: NotebookNode, cell: NotebookNode) -> NotebookNode:
    if (nb.nbformat, nb.nbformat_minor) >= (4, 5):
        cell["id"] = nbformat.v4.new_code_cell().id
    return cell


def require_python(released: Released, name: str) -> None:
    """Make sure that the sandbox can run the notebook.

    Raises
    ------
    GraderError
        It is written in another language.
    """
    if released.language.lower() != "python":
        raise GraderError(
            f'The notebook "{name}" is written in {released.language}, and the sandbox runs Python only; '
            "grade this assignment from a course folder without this course's configuration."
        )


def run_notebook(nb: NotebookNode, session: Session, files: dict[str, bytes]) -> None:
    """Run a notebook's cells in a session, beside copies of these files, and fill in the outputs."""
    laid_out = session.run(_laying_out(files), counted=False)
    if laid_out.error is not None:
        why = f"{laid_out.error.kind} {laid_out.error.text}"
        raise GraderError(f"The files beside the notebook could not be brought into the sandbox: {why}.")
    for cell in nb.cells:
        if cell.cell_type != "code":
            continue
        cell.outputs, cell.execution_count = [], None
        if not cell.source.strip() or _is_skipped(cell):
            continue
        result = session.run(cell.source)
        cell.execution_count = result.count
        cell.outputs = [nbformat.from_dict(output) for output in result.outputs]
        if result.error is not None and not _has_failed(cell):  # its output may be cut, or silenced by the student
            cell.outputs.append(_error(result.error))


def _is_skipped(cell: NotebookNode) -> bool:
    """Whether a tag asks not to run the cell; a test without a run would be a test without a verdict."""
    return SKIP in cell.metadata.get("tags", []) and not utils.is_grade(cell)


def _has_failed(cell: NotebookNode) -> bool:
    return any(output.output_type == "error" for output in cell.outputs)


def _error(error: Raised) -> NotebookNode:
    line = f"{error.kind}: {error.text}"
    return nbformat.v4.new_output("error", ename=error.kind, evalue=error.text, traceback=[line])


def files_beside(folder: Path, submitted: Path, source: Path) -> dict[str, bytes]:
    """Return the files of a folder in `autograded/` that the student's code shall see, by their relative paths.

    nbgrader has put the student's files there, following links, and the source's files over them. What the student
    handed in as a link may be a copy of anything on this machine and stays outside.

    Raises
    ------
    GraderError
        They are too large for the sandbox.
    """
    found = [Path(name).relative_to(folder) for name in utils.find_all_files(str(folder), NOT_BESIDE)]
    names = [name for name in sorted(found) if (source / name).is_file() or not _is_linked(submitted, name)]
    size = sum((folder / name).stat().st_size for name in names)
    if size > MAX_FILE_BYTES:
        raise GraderError(
            f"The files beside the notebooks in {submitted} hold {size // 2**20} MB; the sandbox takes "
            f"{MAX_FILE_BYTES // 2**20} MB. Remove what the notebooks do not need."
        )
    return {name.as_posix(): (folder / name).read_bytes() for name in names}


def _is_linked(folder: Path, name: Path) -> bool:
    return any((folder / part).is_symlink() for part in (name, *name.parents) if part != Path())


def _laying_out(files: dict[str, bytes]) -> str:
    """Return a cell that writes the files and lets modules among them be imported; it defines and shows nothing."""
    return "\n".join(("if __import__('sys').path.insert(0, ''): pass", *_writing(files)))


def _writing(files: dict[str, bytes]) -> Iterator[str]:
    for name, data in files.items():
        packed = base64.b64encode(zlib.compress(data)).decode()
        path = f"__import__('pathlib').Path({name!r})"
        content = f"__import__('zlib').decompress(__import__('base64').b64decode({packed!r}))"
        yield f"if {path}.parent.mkdir(parents=True, exist_ok=True) or not {path}.write_bytes({content}): pass"


def settle(cell: NotebookNode) -> None:
    """Leave nbgrader's scoring one way to read a test cell, the way that its documentation promises.

    A test passes if it raises nothing. Its value is its last line's, and a number is partial credit only between
    zero and the cell's points.
    """
    outputs = [_as_stdout(output) for output in cell.outputs]  # a warning is no error
    values = [output for output in outputs if output.output_type == "execute_result"]
    counts = None if _has_failed(cell) or not values else values[-1]
    fault = "" if counts is None else _fault(counts, float(cell.metadata.nbgrader.points))
    if fault or (counts is not None and not counts.data.get("text/plain")):
        counts = None
    cell.outputs = [output if output is counts else _as_display(output) for output in outputs]
    if fault:
        cell.outputs.append(_error(Raised("NoScore", fault)))


def _as_stdout(output: NotebookNode) -> NotebookNode:
    if output.output_type == "stream":
        output.name = "stdout"
    return output


def _as_display(output: NotebookNode) -> NotebookNode:
    if output.output_type != "execute_result":
        return output
    return nbformat.v4.new_output("display_data", data=output.data, metadata=output.get("metadata", {}))


def _fault(value: NotebookNode, points: float) -> str:
    """Say why a test's value is a number that cannot be its score; nothing where it can, or is no number."""
    text: Any = value.data.get("text/plain", "")
    try:
        number = float("".join(text))
    except ValueError:
        return ""
    if math.isfinite(number) and 0 <= number <= points:
        return ""
    return f"the test's value {number:g} is no number of points from 0 to {points:g}"
