"""Submitted notebooks: read whatever was handed in, and put it back on the rails of the source notebook.

Test cells, points and metadata come from the source, never from the submission.
"""

from __future__ import annotations

import itertools
import json
import re
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader.given import find_copies, given_cells, place_of
from helpers.errors import GraderError

MAX_BYTES = 50_000_000  # of a notebook, and of all in a folder that has none of the lesson's name
MAX_FILES = 200
MAX_CELLS = 2_000
MAX_DEPTH = 50  # of the JSON; our own cells need six
NESTED = dict | list
CHECK = "-check"  # a test cell's id is the exercise's name with this ending
KERNEL = ("kernelspec", "language_info")  # of a notebook's metadata; a rebuilt one has the source's
DEMO = "demo"  # the tag of slow cells that grading skips
CELL_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")  # as nbformat has it
HandedIn = dict[str, bytes | str]  # the notebooks in a folder by name: what each holds, or why it cannot be read
DEFINITION = re.compile(r"^(?:def|class)\s+(\w+)|^(\w+)\s*=(?!=)", re.MULTILINE)


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
    return parse_notebook(_content(path))


def parse_notebook(content: bytes) -> NotebookNode:
    """Make a notebook of a file's bytes; see `read_notebook`."""
    try:
        parsed = json.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise Unreadable("its text is not UTF-8") from None
    except (ValueError, RecursionError):
        raise Unreadable("it is no JSON") from None
    return _as_version_4(parsed)


def _content(path: Path) -> bytes:
    try:
        return _read_bytes(path)
    except OSError as error:
        raise Unreadable(error.strerror or "it cannot be opened") from None


def _read_bytes(path: Path) -> bytes:
    status = path.stat()
    if stat.S_ISDIR(status.st_mode):
        raise Unreadable("it is a folder, not a file")
    if not stat.S_ISREG(status.st_mode):  # a pipe or a device would never end
        raise Unreadable("it is not a plain file")
    if path.is_symlink():  # it may lead to the source notebook, or to somebody else's
        raise Unreadable("it is a link to another file")
    if status.st_size > MAX_BYTES:
        raise Unreadable(f"it is larger than {MAX_BYTES // 1_000_000} MB")
    return path.read_bytes()


def _as_version_4(content: Any) -> NotebookNode:
    if not isinstance(content, dict) or not isinstance(content.get("cells", content.get("worksheets")), list):
        raise Unreadable("it has no list of cells")
    if _is_deeper(content, MAX_DEPTH):
        raise Unreadable("it is nested too deeply")
    try:
        if content.get("nbformat", 4) < 4:
            content = nbformat.convert(nbformat.from_dict(content), 4)
        cells = [cell for cell in content["cells"] if isinstance(cell, dict)]
    except Exception:  # what a malformed notebook does to nbformat's converter has no one type
        raise Unreadable("it is of an old format and cannot be converted") from None
    if len(cells) > MAX_CELLS:
        raise Unreadable(f"it has more than {MAX_CELLS} cells")
    metadata = content.get("metadata")
    kernel = {name: metadata[name] for name in KERNEL if name in metadata} if isinstance(metadata, dict) else {}
    return _new_notebook(kernel, list(map(_clean_cell, cells)))


def _new_notebook(metadata: dict[str, Any], cells: list[NotebookNode]) -> NotebookNode:
    """Make a notebook of cells that are nobody else's."""
    return NotebookNode(nbformat=4, nbformat_minor=5, metadata=nbformat.from_dict(metadata), cells=cells)


def _is_deeper(content: Any, depth: int) -> bool:
    level = [content]
    for _ in range(depth - 1):
        level = [
            item
            for node in level
            for item in (node.values() if isinstance(node, dict) else node)
            if isinstance(item, NESTED)
        ]
    return any(level)


def _clean_cell(cell: dict[str, Any]) -> NotebookNode:
    """Rebuild a cell from its source, tags and nbgrader's metadata; outputs that were handed in do not count."""
    kind = str(cell.get("cell_type"))
    ident = _text(cell["id"]) if isinstance(cell.get("id"), str) else ""
    pictures = _pictures(cell.get("attachments"))
    return _new_cell(kind, ident, _text(cell.get("source")), _known_metadata(cell.get("metadata")), pictures)


def _new_cell(
    kind: str, ident: str, source: str, metadata: dict[str, Any], attachments: dict[str, Any] | None = None
) -> NotebookNode:
    """Make a cell as nbformat's makers do, without their check of the schema: a class has 100,000 cells."""
    kind = kind if kind in ("code", "raw") else "markdown"
    more: dict[str, Any] = {"outputs": [], "execution_count": None} if kind == "code" else {}
    if kind == "markdown" and attachments:
        more = {"attachments": nbformat.from_dict(attachments)}
    own = nbformat.from_dict(metadata)  # a copy
    return NotebookNode(cell_type=kind, id=ident, metadata=own, source=source, **more)


def _pictures(attachments: Any) -> dict[str, Any]:
    """Return what was pasted into a markdown cell: texts by their type, by their name."""
    if not isinstance(attachments, dict):
        return {}
    bundles = {_text(name): bundle for name, bundle in attachments.items() if isinstance(bundle, dict)}
    return {
        name: {_text(kind): _text(data) for kind, data in bundle.items() if isinstance(data, str)}
        for name, bundle in bundles.items()
    }


def _known_metadata(metadata: Any) -> dict[str, Any]:
    """Return what grading looks at: nbgrader's part, and the tags where they are texts."""
    if not isinstance(metadata, dict):
        return {}
    known = {"nbgrader": metadata["nbgrader"]} if "nbgrader" in metadata else {}
    tags = metadata.get("tags")
    if isinstance(tags, list) and all(isinstance(tag, str) for tag in tags):
        known["tags"] = tags
    return known


def _text(value: Any) -> str:
    """Return a cell's source as one text that can be written: half a character is replaced."""
    lines = value if isinstance(value, list) else [value]
    text = "".join(line for line in lines if isinstance(line, str))
    return text.encode("utf-8", "replace").decode("utf-8")


def read_folder(folder: Path, lesson: str) -> HandedIn:
    """Read what may be the notebook of a lesson: the file of its name, else every notebook there is."""
    named = folder / f"{lesson}.ipynb"
    if named.exists() or named.is_symlink():
        return {named.name: _content_or_reason(named)}
    others = sorted(path for path in folder.rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts)
    if len(others) > MAX_FILES:
        return {named.name: f"there are more than {MAX_FILES} notebooks, none of them {named.name}"}
    files: HandedIn = {}
    for path in others:
        files[str(path.relative_to(folder))] = _content_or_reason(path)
        if sum(len(content) for content in files.values()) > MAX_BYTES:
            return {named.name: f"all notebooks together are larger than {MAX_BYTES // 1_000_000} MB"}
    return files


def _content_or_reason(path: Path) -> bytes | str:
    try:
        return _content(path)
    except Unreadable as error:
        return str(error)


def find_notebook(files: HandedIn, lesson: str, source: NotebookNode) -> NotebookNode:
    """Return the notebook handed in for a lesson: of several the one that holds most of its cells.

    Raises
    ------
    NotHandedIn
        There is no notebook.
    Unreadable
        There is one that cannot be read.
    """
    if not files:
        raise NotHandedIn(f"{lesson}.ipynb")
    ids = set(_by_id(source))
    return max(_readable(files), key=lambda nb: sum(_ident(cell, ids) is not None for cell in nb.cells))


def _readable(files: HandedIn) -> list[NotebookNode]:
    """Parse those that can be read; where none can, say why the first cannot."""
    found: list[NotebookNode] = []
    refused: list[Unreadable] = []
    for content in files.values():
        try:
            if isinstance(content, str):
                raise Unreadable(content)
            found.append(parse_notebook(content))
        except Unreadable as error:
            refused.append(error)
    if not found:
        raise refused[0]
    return found


def _by_id(source: NotebookNode) -> dict[str, NotebookNode]:
    return {cell["metadata"]["nbgrader"]["grade_id"]: cell for cell in source.cells if "nbgrader" in cell["metadata"]}


def _ident(cell: NotebookNode, ids: Any) -> str | None:
    """Return the source id of a cell: from nbgrader's metadata, else from the cell's own id."""
    metadata = cell["metadata"].get("nbgrader")
    grade_id = metadata.get("grade_id") if isinstance(metadata, dict) else None
    return next((one for one in (grade_id, cell.get("id")) if isinstance(one, str) and one in ids), None)


def rebuild(source: NotebookNode, submitted: NotebookNode) -> NotebookNode:
    """Return the submission as it should have been handed in.

    The student's cells stay in their order. Cells of the source that students do not write (tests, demos) are
    taken from the source and stand where they stood, yet never before the solution that they test; a missing
    test is added, a doubled one counts once, and the last of doubled solutions is the one that counts. Where code
    that the lesson gives is lost, such as the imports, it is put back, ahead of what came behind it.
    """
    wanted = _by_id(source)
    students, seen = _students_cells(wanted, submitted)
    given = given_cells(source)
    copies = find_copies(given, students)
    kept = set(copies.values())
    placed = [((index, 0, 0), _as_code(cell) if index in kept else cell) for index, cell in students.items()]
    placed += _lost_cells(source, given, copies, seen)
    anchor = -1
    for order, cell in enumerate(source.cells):
        ident = _ident(cell, wanted)
        if ident is None:
            continue
        if is_solution(cell):
            anchor = seen.get(ident, anchor)
        elif ident in seen or not is_demo(cell):
            anchor = max(anchor, seen.get(ident, -1))
            placed.append(((anchor, 1, order), nbformat.from_dict(cell)))
    cells = _unique_ids([cell for _, cell in sorted(placed, key=lambda item: item[0])])
    _tag_demos(source, cells)
    return _new_notebook(source.metadata, cells)


def _lost_cells(
    source: NotebookNode, given: dict[int, NotebookNode], copies: dict[int, int], seen: dict[str, int]
) -> Iterator[tuple[tuple[int, int, int], NotebookNode]]:
    """Yield the given cells that the student has no copy of, each with its place."""
    idents = enumerate(_ident(cell, seen) for cell in source.cells)
    places = copies | {place: seen[ident] for place, ident in idents if ident is not None}
    for place, cell in given.items():
        if place not in copies:
            yield (place_of(place, places), 1, place), _as_code(cell)


def _as_code(cell: NotebookNode) -> NotebookNode:
    return _new_cell("code", cell["id"], cell["source"], cell["metadata"])


def _tag_demos(source: NotebookNode, cells: list[NotebookNode]) -> None:
    """Tags count from the source alone: a student's tag lets no cell be skipped."""
    demos = {cell["id"] for cell in source.cells if is_demo(cell)}
    for cell in cells:
        if cell["id"] in demos:
            cell["metadata"]["tags"] = [DEMO]


def _students_cells(
    wanted: dict[str, NotebookNode], submitted: NotebookNode
) -> tuple[dict[int, NotebookNode], dict[str, int]]:
    """Return the cells a student may write by their places, and the last place of every known id."""
    solutions = {ident for ident, cell in wanted.items() if is_solution(cell)}
    found: list[tuple[int, str | None, NotebookNode]] = []
    seen: dict[str, int] = {}
    for index, cell in enumerate(submitted.cells):
        ident = _ident(cell, wanted)
        if ident is not None and ident not in solutions and solutions.intersection(defined_names(cell["source"])):
            ident = None  # a solution in a test's clothes
        if ident is not None:
            seen[ident] = index
        if ident is None or ident in solutions:
            found.append((index, ident, cell))
    _adopt_definitions(solutions, found, seen)
    places = {index: ident for ident, index in reversed(seen.items())}  # adopted ones come last in `seen`
    return {index: _dressed(cell, ident, wanted, places.get(index)) for index, ident, cell in found}, seen


def _dressed(
    cell: NotebookNode, ident: str | None, wanted: dict[str, NotebookNode], counts_as: str | None
) -> NotebookNode:
    """Make a student's cell anew: of the type it should have, with the source's metadata where it counts."""
    kind = wanted[ident]["cell_type"] if ident else cell["cell_type"]
    own, metadata = (cell, {}) if counts_as is None else (wanted[counts_as], wanted[counts_as]["metadata"])
    return _new_cell(kind, own["id"], cell["source"], metadata, cell.get("attachments"))


def _adopt_definitions(
    solutions: set[str], found: list[tuple[int, str | None, NotebookNode]], seen: dict[str, int]
) -> None:
    """Where a solution lost its id, the last cell that defines the function takes its place, whatever else it is."""
    lost = solutions - set(seen)
    for index, _, cell in found:
        if lost and cell["cell_type"] == "code":
            seen |= {name: index for name in defined_names(cell["source"]) if name in lost}


def defined_names(source: str) -> Iterator[str]:
    """Yield the names that a cell's lines define at the left margin, whether or not the cell would run."""
    return (function or name for function, name in DEFINITION.findall(source))


def _unique_ids(cells: list[NotebookNode]) -> list[NotebookNode]:
    """nbformat wants every cell id once, of few letters; the ids of the source come first."""
    used = {cell["id"] for cell in cells if "nbgrader" in cell["metadata"]}
    for number, cell in enumerate(cells):
        if "nbgrader" not in cell["metadata"]:
            cell["id"] = _unused_id(cell["id"], number, used)
            used.add(cell["id"])
    return cells


def _unused_id(ident: str, number: int, used: set[str]) -> str:
    if CELL_ID.fullmatch(ident) and ident not in used:
        return ident
    return next(new for new in (f"cell-{count}" for count in itertools.count(number)) if new not in used)


def is_demo(cell: NotebookNode) -> bool:
    """Whether a cell is a slow demonstration."""
    tags = cell["metadata"].get("tags")
    return isinstance(tags, list) and DEMO in tags


def is_solution(cell: NotebookNode) -> bool:
    """Whether a cell of the source or of a rebuilt notebook is one for the student to write."""
    return bool(cell["metadata"].get("nbgrader", {}).get("solution"))


def is_test(cell: NotebookNode) -> bool:
    """Whether a cell of the source or of a rebuilt notebook is a test cell."""
    metadata = cell["metadata"].get("nbgrader", {})
    return bool(metadata.get("grade")) and not metadata.get("solution")
