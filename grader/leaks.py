"""What would give an answer away in a student kit: a walk through every file of it.

A kit holds files of a few kinds, each of which can be read to its end: there is no archive in it, nothing compiled and
nothing packed. Whatever in it parses as Python (code, a cell, a text within code, a line of prose) is compared in its
normal form with the answers: bodies of functions that are right, wrong on purpose, or draw hidden cases, and
the expressions of those that are right.
"""

from __future__ import annotations

import ast
import base64
import functools
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple

import h5py
from nbformat import NotebookNode

import grader
import helpers
from grader.forms import bodies, expressions, parse

REFERENCE = Path(helpers.__file__).parent / "reference"
OTHERS = tuple(Path(grader.__file__).parent / name for name in ("exercises", "mistakes", "styles"))
SOLUTION = re.compile(r"### BEGIN SOLUTION.*?### END SOLUTION", flags=re.S)
BLOCK = re.compile(r"```\w*\n(.*?)```|`([^`]+)`", flags=re.S)  # in prose: code on lines of its own, or within one
COMMENT = re.compile(r"#(.+)$", flags=re.M)
PROSE = (".md", ".txt", ".yml", ".csv", ".svg", "")
PICTURES = {".png": b"\x89PNG\r\n", ".jpg": b"\xff\xd8\xff", ".jpeg": b"\xff\xd8\xff", ".gif": b"GIF8"}
NOT_OURS = {"grader", "reference", "solutions", "exercises", "mistakes", "styles", "__pycache__"}
FORBIDDEN = ("check_private", "HIDDEN TESTS", "BEGIN SOLUTION", "helpers.reference", "from grader", "import grader")
PACKED = re.compile(r"[A-Za-z0-9+/=\\]{200,}")  # longer than any word, path or checksum
LONGEST_BYTES = 64
WORDS = re.compile(r"[\w/.]*")  # a name, a path, a number
GIVEN = {  # what a kit shows of an answer, with the reason why it may
    ("helpers/plots.py", "np.where(Y == 1, a, 1 - a)"): "lesson 02 draws two losses; logarithm, mean and sign are left",
    ("helpers/playground/blocks.py", "helpers.reference"): "the playground runs on it where it is; no kit holds it",
}


class Leak(NamedTuple):
    """One thing that does not belong in a kit: where, what, and how to mend it."""

    place: str
    what: str
    mend: str


def answers(notebooks: Iterable[NotebookNode]) -> dict[str, str]:
    """Return the forms of what no kit may hold, each with where it comes from.

    Parameters
    ----------
    notebooks
        Source notebooks, with their solutions; what the stub of a solution gives is no answer.
    """
    found = dict(_written())
    stubs: set[str] = set()
    for cell in (cell for nb in notebooks for cell in nb.cells if SOLUTION.search(cell.source)):
        solved, given = _solution(cell.source)
        found |= dict.fromkeys(solved, f"the solution of {cell.id}")
        stubs |= given
    return {form: home for form, home in found.items() if form not in stubs}


@functools.cache
def _written() -> dict[str, str]:
    """Return the forms of the answers that lie in modules of their own."""
    found: dict[str, str] = {}
    for folder in (REFERENCE, *OTHERS):
        for path in sorted(folder.rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            found |= {form: f"{function.name} in {path.name}" for form, function in bodies(tree)}
            if folder == REFERENCE:
                found |= {form: path.name for form, _ in expressions(tree)}
    return found


def _solution(source: str) -> tuple[set[str], set[str]]:
    """Return the forms of a cell's solution, and those of the expressions that stand outside the delimiters."""
    tree = ast.parse(source)
    inside = {line for region in SOLUTION.finditer(source) for line in _lines(source, region)}
    parts = list(expressions(tree))
    solved = {form for form, _ in bodies(tree)} | {form for form, node in parts if node.lineno in inside}
    return solved, {form for form, node in parts if node.lineno not in inside}


def _lines(source: str, region: re.Match[str]) -> range:
    first, last = (source.count("\n", 0, place) + 1 for place in region.span())
    return range(first, last + 1)


def leaks(kit: Mapping[str, bytes], known: Mapping[str, str]) -> Iterator[Leak]:
    """Yield whatever in a kit gives an answer away, or cannot be looked into.

    Parameters
    ----------
    kit
        The bytes of each file by its name.
    known
        What `answers` returned.
    """
    for name, content in kit.items():
        if NOT_OURS.intersection(PurePosixPath(name).with_suffix("").parts):
            yield Leak(name, "belongs in no kit", "leave it out")
        try:
            for place, text in dict.fromkeys(_texts(name, content)):
                yield from _in_text(place, text, known)
        except (OSError, ValueError) as error:
            yield Leak(name, f"cannot be looked into for answers: {error}", "hand it out beside the kit")


def _texts(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """Yield every text in a file, with its place.

    Raises
    ------
    ValueError
        It is of no kind that can be read to its end.
    """
    kind = PurePosixPath(name).suffix.lower()
    if kind == ".h5":
        yield from ((name, text) for text in _in_numbers(content))
    elif kind == ".ipynb":
        yield from _in_notebook(name, json.loads(content))
    elif kind == ".py":
        _require_python(content.decode())
        yield name, content.decode()
    elif kind in PICTURES:
        _require_picture(content, PICTURES[kind])
    elif kind in PROSE:
        yield name, content.decode()
    else:
        raise ValueError(f"files {kind} are not known here")


def _in_numbers(content: bytes) -> Iterator[str]:
    """Yield the names and the texts of an HDF5 file; a text that is JSON is taken apart."""
    with h5py.File(io.BytesIO(content), "r") as file:
        found: list[Any] = []
        file.visititems(lambda name, item: found.append((name, item)))
        for name, item in [("", file), *found]:
            yield name
            yield from (str(value) for value in item.attrs.values())
            if isinstance(item, h5py.Dataset) and item.dtype.kind not in "biuf":
                yield from _strings(_loaded(item))


def _loaded(item: h5py.Dataset) -> Any:
    if item.dtype.kind not in "OS":
        raise ValueError(f"{item.name} holds neither numbers nor texts")
    texts = [text.decode() for text in (item[()].ravel() if item.ndim else [item[()]])]
    try:
        return [json.loads(text) for text in texts]
    except ValueError:
        return texts


def _in_notebook(name: str, content: Any) -> Iterator[tuple[str, str]]:
    cells = content.pop("cells")
    yield from ((name, text) for text in _strings(content))
    for cell in cells:
        place = f"{name}, cell {cell.get('id')}"
        source = "".join(cell.pop("source"))
        yield from ((place, text) for text in (source, *_strings(cell)))
        if cell["cell_type"] == "code":
            _require_python(source)


def _strings(content: Any) -> Iterator[str]:
    """Yield every text in nested data; a picture is only made sure to be one."""
    if isinstance(content, str):
        yield content
    elif isinstance(content, list):
        for item in content:
            yield from _strings(item)
    elif isinstance(content, dict):
        for key, value in content.items():
            yield str(key)
            if key in ("image/png", "image/jpeg"):
                picture = base64.b64decode("".join(value))
                _require_picture(picture, PICTURES["." + key.partition("/")[2]])
            else:
                yield from _strings(value)


def _require_picture(content: bytes, beginning: bytes) -> None:
    if not content.startswith(beginning):
        raise ValueError("it is no picture")


def _require_python(source: str) -> None:
    """Make sure that code can be looked into."""
    tree = parse(source)
    if tree is None:
        raise ValueError("it is no Python")
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, bytes) and len(node.value) > LONGEST_BYTES:
            raise ValueError(f"it holds {len(node.value)} bytes as a constant")


def _in_text(place: str, text: str, known: Mapping[str, str]) -> Iterator[Leak]:
    for word in FORBIDDEN:
        if word in text and (place, word) not in GIVEN:
            yield Leak(place, f"names {word}", "take it out")
    for packed in PACKED.findall(text):
        yield Leak(place, f"holds something packed: {packed[:20]}...", "take it out")
    forms = dict(form for tree in _trees(text) for form in (*bodies(tree), *expressions(tree)))
    for code, home in {ast.unparse(node): known[form] for form, node in forms.items() if form in known}.items():
        if (place, code) not in GIVEN:
            yield Leak(place, f"shows `{code}`, of {home}", "take it out (what is shown on purpose stands in GIVEN)")


def _trees(text: str) -> Iterator[ast.AST]:
    """Yield the syntax tree of whatever is Python in a text: all of it, or code within prose, comments, other texts."""
    if WORDS.fullmatch(text):
        return
    tree = parse(text)
    if tree is not None:
        yield tree
        texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)]
        yield from (inner for value in texts if isinstance(value, str) for inner in _trees(value))
        pieces = COMMENT.findall(text)
    else:
        pieces = [block or span for block, span in BLOCK.findall(text)] + text.splitlines()
    yield from (inner for piece in pieces if (bare := piece.strip(" \t-*>`$#")) != text for inner in _trees(bare))
