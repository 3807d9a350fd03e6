"""The hostile class: what it hands in, made from the lesson as it is released today and a perfect solution of it.

A recipe in the folder of the lesson is as in tests/submissions, but what it leaves out is solved. Beside `# %% name`
there is `# %% after:name`, a new cell behind that one. `@COURSE@` is the course folder, `@ROOT@` the repository,
`@NUL@` the character that no text holds.
"""

from __future__ import annotations

import copy
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader import sample_class
from grader.course import ROOT, Course

FOLDER = Path(__file__).parent
WEIRD_NAMES = (
    "Ann B. Student",
    "-rf",
    "--force",
    "Zoë Ångström-Müller",
    "李雷",
    "🧠🐈",
    "O'Brien",
    'say "hi"',
    "semi;colon & $(touch bombed) `x`",
    "per%cent %s {student_id}",
    "star[0-9]*?",
    "back\\slash",
    "plus+minus",
    "new\nline",
    "tab\tand\x1b[31mred",
    "..hidden",
    "trailing ",
    "0",
    "n" * 200,
)


def expected(lesson: str) -> dict[str, Any]:
    """Return what everybody must earn; who is not in the table must earn all."""
    table: dict[str, Any] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))[lesson]
    return table


def recipes(lesson: str) -> list[Path]:
    return sorted((FOLDER / lesson).glob("*.py"))


def solutions(recipe: Path) -> dict[str, str]:
    """Return the cells of a recipe by name."""
    _, *parts = sample_class.CELL.split(recipe.read_text(encoding="utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def solved(course: Course, lesson: str, cells: dict[str, str] | None = None) -> NotebookNode:
    """Return the released notebook with these cells, all others solved."""
    perfect = solutions(sample_class.FOLDER / lesson / "perfect_vectorised.py")
    wanted = {**perfect, **(cells or {})}
    nb = nbformat.read(course.path("release", ".", lesson) / f"{lesson}.ipynb", as_version=4)
    for cell in nb.cells:
        cell.source = wanted.get(cell.id, cell.source).rstrip("\n")
    for name, source in wanted.items():
        before, _, behind = name.partition("after:")
        if not before and behind:
            place = next(index for index, cell in enumerate(nb.cells) if cell.id == behind)
            nb.cells.insert(place + 1, nbformat.v4.new_code_cell(source.rstrip("\n")))
    return nb


def lay_in(course: Course, lesson: str) -> list[str]:
    """Hand everything in; return the students."""
    for recipe in recipes(lesson):
        cells = {name: _filled(source, course) for name, source in solutions(recipe).items()}
        _write(solved(course, lesson, cells), _place(course, lesson, recipe.stem))
    for name, make in NOTEBOOKS.items():
        _write(make(solved(course, lesson)), _place(course, lesson, name))
    for name, put in FILES.items():
        put(_place(course, lesson, name), course)
    for name in WEIRD_NAMES:
        _write(solved(course, lesson), _place(course, lesson, name))
    return course.students(lesson)


def _filled(source: str, course: Course) -> str:
    for mark, text in (("@COURSE@", str(course.root)), ("@ROOT@", str(ROOT)), ("@NUL@", "\0")):
        source = source.replace(mark, text)
    return source


def _place(course: Course, lesson: str, student: str) -> Path:
    folder = course.path("submitted", student, lesson)
    folder.mkdir(parents=True)
    return folder / f"{lesson}.ipynb"


def _write(content: Any, path: Path) -> None:
    if isinstance(content, bytes):
        path.write_bytes(content)
    else:
        path.write_text(json.dumps(content), encoding="utf-8")


NOTEBOOKS: dict[str, Callable[[NotebookNode], Any]] = {}
FILES: dict[str, Callable[[Path, Course], object]] = {}


def notebook(make: Callable[[NotebookNode], Any]) -> Callable[[NotebookNode], Any]:
    """Hand in what this makes of a solved notebook, by a student of its name."""
    NOTEBOOKS[f"nb_{make.__name__}"] = make
    return make


def file(put: Callable[[Path, Course], object]) -> Callable[[Path, Course], object]:
    """Hand in what this puts in the place of the notebook, by a student of its name."""
    FILES[f"file_{put.__name__}"] = put
    return put


def is_check(cell: NotebookNode) -> bool:
    return str(cell.id).endswith("-check")


def is_solution(cell: NotebookNode) -> bool:
    return bool(cell.metadata.get("nbgrader", {}).get("solution"))


def find(nb: NotebookNode, ident: str) -> NotebookNode:
    return next(cell for cell in nb.cells if cell.id == ident)


@notebook
def perfect(nb):
    return nb


@notebook
def all_cells_twice(nb):
    nb.cells = [copy.deepcopy(cell) for cell in nb.cells for _ in range(2)]
    return nb


@notebook
def last_of_two_solutions_counts(nb):
    wrong = copy.deepcopy(find(nb, "predict"))
    wrong.source = "def predict(w, b, X):\n    return None"
    nb.cells.insert(nb.cells.index(find(nb, "predict")), wrong)
    return nb


@notebook
def all_tests_deleted(nb):
    nb.cells = [cell for cell in nb.cells if not is_check(cell)]
    return nb


@notebook
def all_tests_edited(nb):
    for cell in filter(is_check, nb.cells):
        cell.source = "print('all tests passed')"
    find(nb, "predict").source = "def predict(w, b, X):\n    return None"
    return nb


@notebook
def only_solutions_left(nb):
    nb.cells = [cell for cell in nb.cells if is_solution(cell)]
    return nb


@notebook
def all_cells_deleted(nb):
    nb.cells = []
    return nb


@notebook
def one_solution_deleted(nb):
    nb.cells.remove(find(nb, "predict"))
    return nb


@notebook
def upside_down(nb):
    nb.cells.reverse()
    return nb


@notebook
def solution_below_its_test(nb):
    cell = find(nb, "predict")
    nb.cells.remove(cell)
    nb.cells.insert(nb.cells.index(find(nb, "predict-check")) + 1, cell)
    return nb


@notebook
def solution_split(nb):
    cell = find(nb, "optimize")
    helper = nbformat.v4.new_code_cell("def stepped(value, slope, rate):\n    return value - rate * slope")
    cell.source = cell.source.replace('w - learning_rate * grads["dw"]', 'stepped(w, grads["dw"], learning_rate)')
    nb.cells.insert(nb.cells.index(cell), helper)
    return nb


@notebook
def solutions_merged(nb):
    cells = list(filter(is_solution, nb.cells))
    cells[0].source = "\n\n".join(cell.source for cell in cells)
    for cell in cells[1:]:
        nb.cells.remove(cell)
    return nb


@notebook
def solutions_as_markdown(nb):
    for cell in filter(is_solution, nb.cells):
        cell.cell_type = "markdown"
    return nb


@notebook
def tests_as_markdown(nb):
    for cell in filter(is_check, nb.cells):
        cell.cell_type = "raw"
    return nb


@notebook
def every_cell_tagged(nb):
    for cell in nb.cells:
        cell.metadata["tags"] = ["skip-execution", "demo", "raises-exception", "remove-cell", 7, None]
    return nb


@notebook
def wrong_and_tagged(nb):
    find(nb, "predict").source = "def predict(w, b, X):\n    return None"
    return every_cell_tagged(nb)


@notebook
def points_edited(nb):
    for cell in nb.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.update(points=1000, grade=True, solution=True, locked=False, task=False)
    find(nb, "predict").source = "def predict(w, b, X):\n    return None"
    return nb


@notebook
def ids_swapped(nb):
    for cell in filter(is_check, nb.cells):
        cell.metadata.nbgrader.grade_id = "sigmoid-check"
    find(nb, "predict").metadata.nbgrader.grade_id = "predict-check"
    return nb


@notebook
def all_metadata_emptied(nb):
    nb.metadata = {}
    for cell in nb.cells:
        cell.metadata = {}
    return nb


@notebook
def metadata_and_ids_gone(nb):
    for cell in nb.cells:
        cell.metadata = {}
        del cell["id"]
    return nb


@notebook
def metadata_of_other_types(nb):
    nb.metadata = ["kernelspec"]
    odd = [None, 7, [], "x", {"nbgrader": 7}, {"nbgrader": []}, {"tags": "demo"}]
    for number, cell in enumerate(nb.cells):
        if not is_solution(cell):
            cell.metadata = odd[number % len(odd)]
    return nb


@notebook
def nbgrader_of_other_types(nb):
    for cell in nb.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader = {"grade_id": [cell.id], "schema_version": "three", "points": {}, "grade": "yes"}
    return nb


@notebook
def kernel_of_another_language(nb):
    nb.metadata = {
        "kernelspec": {"name": "ir", "language": "R", "display_name": "R"},
        "language_info": {"name": "R", "file_extension": ".r"},
    }
    return nb


@notebook
def nbformat_3(nb):
    cells = [
        {"cell_type": "code", "input": cell.source, "language": "python", "outputs": [], "metadata": cell.metadata}
        if cell.cell_type == "code"
        else {"cell_type": "markdown", "source": cell.source, "metadata": {}}
        for cell in nb.cells
    ]
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {"name": ""}, "worksheets": [{"cells": cells}]}


@notebook
def nbformat_4_0(nb):
    for cell in nb.cells:
        del cell["id"]
    nb.nbformat_minor = 0
    return nb


@notebook
def nbformat_of_the_future(nb):
    nb.nbformat, nb.nbformat_minor = 9, 99
    return nb


@notebook
def nbformat_of_no_number(nb):
    nb.nbformat = "four"
    return nb


@notebook
def nbformat_endless(nb):
    nb.nbformat = float("inf")
    return nb


@notebook
def worksheets_of_no_kind(nb):
    return {"nbformat": 3, "nbformat_minor": 0, "metadata": {}, "worksheets": [7, None, {"cells": [7, {}]}]}


@notebook
def cells_of_no_kind(nb):
    nb.cells = [None, 7, "cell", [], {}, {"cell_type": 7}, {"cell_type": "code", "source": {"a": 1}}, *nb.cells]
    return nb


@notebook
def cells_as_a_dict(nb):
    return {**nb, "cells": {cell.id: cell for cell in nb.cells}}


@notebook
def only_a_list(nb):
    return nb.cells


@notebook
def only_a_number(nb):
    return 7


@notebook
def sources_as_lists(nb):
    for cell in nb.cells:
        cell.source = cell.source.splitlines(keepends=True)
    return nb


@notebook
def sources_with_windows_lines(nb):
    for cell in nb.cells:
        cell.source = cell.source.replace("\n", "\r\n")
    return nb


@notebook
def sources_missing(nb):
    for cell in nb.cells:
        if not is_solution(cell):
            del cell["source"]
    return nb


@notebook
def half_a_character(nb):
    find(nb, "predict").source += "\n# half a character: \ud83e"
    nb.cells.append({**nb.cells[0], "id": "\ud83e", "source": "\ud83e"})
    return nb


@notebook
def ids_of_no_kind(nb):
    for number, cell in enumerate(nb.cells):
        if "nbgrader" not in cell.metadata:
            cell.id = ["", "a b", "é", "x" * 500, "predict-check", 7, None, {}][number % 8]
    return nb


@notebook
def outputs_of_ten_megabytes(nb):
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs = [nbformat.v4.new_output("stream", text="x" * 500_000)]
    return nb


@notebook
def outputs_of_no_kind(nb):
    for cell in nb.cells:
        cell["outputs"] = [7, {"output_type": "seven"}, None]
        cell["execution_count"] = 10**400
    return nb


@notebook
def two_thousand_cells(nb):
    more = 2000 - len(nb.cells)
    nb.cells += [nbformat.v4.new_code_cell(f"x = {number}") for number in range(more)]
    return nb


@notebook
def three_thousand_cells(nb):
    nb.cells += [nbformat.v4.new_markdown_cell("more")] * 3000
    return nb


@notebook
def nested_too_deeply(nb):
    deep: Any = 0
    for _ in range(500):
        deep = [deep]
    nb.metadata["deep"] = deep
    return nb


@notebook
def nested_beyond_json(nb):
    return json.dumps(nb).encode()[:-1] + b', "deep": ' + b"[" * 200_000 + b"]" * 200_000 + b"}"


@notebook
def fields_twice(nb):
    return json.dumps(nb).encode()[:-1] + b', "cells": 7}'


@notebook
def cut_off(nb):
    return json.dumps(nb).encode()[:5000]


@notebook
def utf_16(nb):
    return json.dumps(nb).encode("utf-16")


@notebook
def latin_1(nb):
    return json.dumps(nb, ensure_ascii=False).encode().replace(b"title", b"title \xe9\xff")


@notebook
def with_a_byte_order_mark(nb):
    return b"\xef\xbb\xbf" + json.dumps(nb).encode()


@notebook
def empty(nb):
    return b""


@notebook
def zeros(nb):
    return bytes(100_000)


@notebook
def a_picture(nb):
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 100


@notebook
def a_merge_conflict(nb):
    return b"<<<<<<< HEAD\n" + json.dumps(nb, indent=1).encode() + b"\n=======\n>>>>>>> theirs\n"


@file
def a_folder(path, course):
    path.mkdir()
    (path / "inside.txt").write_text("where is my notebook?")


@file
def none_at_all(path, course):
    path.with_name("homework.docx").write_bytes(b"PK")


@file
def in_another_folder(path, course):
    inner = path.parent / "my work" / "second try"
    inner.mkdir(parents=True)
    _write(solved(course, path.stem), inner / "lösung (final).ipynb")


@file
def the_emptier_of_two(path, course):
    released = course.path("release", ".", path.stem) / path.name
    _write(solved(course, path.stem), path.with_name("a.ipynb"))
    cells = [cell for cell in nbformat.read(released, as_version=4).cells if not is_check(cell)]
    _write(nbformat.v4.new_notebook(cells=cells), path.with_name("b.ipynb"))


@file
def dangling_link(path, course):
    path.symlink_to(path.parent / "gone.ipynb")


@file
def link_to_itself(path, course):
    path.symlink_to(path)


@file
def link_to_passwords(path, course):
    path.symlink_to("/etc/passwd")


@file
def link_to_source(path, course):
    path.symlink_to(course.source(path.stem))


@file
def link_by_another_name(path, course):
    path.with_name("mine.ipynb").symlink_to(course.source(path.stem))


@file
def link_through_a_folder(path, course):
    (path.parent / "mine").symlink_to(course.source(path.stem).parent)


@file
def link_without_end(path, course):
    path.symlink_to("/dev/zero")


@file
def pipe(path, course):
    os.mkfifo(path)


@file
def nothing_but_a_file(path, course):
    path.parent.rmdir()
    path.parent.write_text("a file where a folder should be")


@file
def strange_timestamp(path, course):
    _write(solved(course, path.stem), path)
    path.with_name("timestamp.txt").write_bytes(b"the day before yesterday \xff\0")


@file
def endless_timestamp(path, course):
    _write(solved(course, path.stem), path)
    path.with_name("timestamp.txt").symlink_to("/dev/zero")


@file
def folder_for_a_timestamp(path, course):
    _write(solved(course, path.stem), path)
    path.with_name("timestamp.txt").mkdir()


@file
def strange_files_beside(path, course):
    _write(solved(course, path.stem), path)
    os.mkfifo(path.with_name("pipe"))
    path.with_name("shadow").symlink_to("/etc/shadow")
    path.with_name("everything").symlink_to("/")
    Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff\xfe.ipynb")).write_text("no notebook")
    Path(os.fsdecode(os.fsencode(path.parent) + b"/\xff\xfe.csv")).write_text("1,2")
    (path.parent / "unreadable.csv").write_text("1,2")
    (path.parent / "unreadable.csv").chmod(0)
    for module in ("numpy", "helpers", "grader", "json", "sitecustomize"):
        (path.parent / f"{module}.py").write_text("raise RuntimeError('the wrong module')\n")
    shutil.copytree(path.parent, path.parent / "again", symlinks=True, ignore=shutil.ignore_patterns("pipe", "again"))
