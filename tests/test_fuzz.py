"""Notebooks damaged at random: whatever comes out, it is graded or refused in one sentence, and stops nobody."""

from __future__ import annotations

import copy
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import numpy as np
import pytest
from hostile import handed_in
from support import LESSON

from grader import classroom, gradebook, records
from grader.course import Course
from grader.lessons import find_lesson
from grader.notebooks import (
    CHECK,
    SubmissionError,
    find_notebook,
    is_solution,
    is_test,
    read_folder,
    read_notebook,
    rebuild,
)
from grader.sandbox import Limits, why_not_isolated

pytestmark = pytest.mark.timeout(600)

READ = range(300)  # seeds; the test's id tells which one failed
GRADED = range(1000, 1030)
EXERCISES = find_lesson(LESSON).exercises
LIMITS = Limits(cell_seconds=1.5, call_seconds=1.5, grace_seconds=0.5, replay_seconds=10, session_seconds=30)
Notebook = dict[str, Any]
Dice = np.random.Generator

JUNK: tuple[Any, ...] = (
    None, True, 0, -1, 7.5, 10**30, float("nan"), "", "x", "\ud83e\0", "é" * 200, [], [7, None], {}, {"a": {"b": [1]}},
    [[[[]]]], {"nbgrader": {}}, {"tags": ["demo"]},
)  # fmt: skip
NAMES = tuple(exercise.name for exercise in EXERCISES)
IDS = (*NAMES, *(name + CHECK for name in NAMES), "setup", "", "new one")
CHARACTERS = "()[]{}:=+-*/%!@#'\"\\,.;\n\t 0159abz_\0é🧠\u202e"
FIELDS = ("grade_id", "grade", "solution", "locked", "points", "schema_version", "cell_type", "task", "checksum")


def pick(dice: Dice, things: Any) -> Any:
    return things[int(dice.integers(len(things)))]


def some_cell(dice: Dice, nb: Notebook) -> Any:
    """Return one of the cells, or an empty one to play with where there is none that is a cell."""
    cells = [cell for cell in nb["cells"] if isinstance(cell, dict)] if isinstance(nb["cells"], list) else []
    return pick(dice, cells) if cells else {}


def lines_of(cell: Any) -> list[str]:
    return str(cell.get("source", "")).splitlines() or [""]


def delete_cells(dice: Dice, nb: Notebook) -> None:
    nb["cells"] = [cell for cell in nb["cells"] if dice.random() > 0.1]


def double_cell(dice: Dice, nb: Notebook) -> None:
    nb["cells"].insert(int(dice.integers(len(nb["cells"]) + 1)), copy.deepcopy(some_cell(dice, nb)))


def move_cell(dice: Dice, nb: Notebook) -> None:
    if nb["cells"]:
        cell = nb["cells"].pop(int(dice.integers(len(nb["cells"]))))
        nb["cells"].insert(int(dice.integers(len(nb["cells"]) + 1)), cell)


def shuffle_cells(dice: Dice, nb: Notebook) -> None:
    start = int(dice.integers(len(nb["cells"]) + 1))
    part = nb["cells"][start : start + 6]
    nb["cells"][start : start + 6] = [part[index] for index in dice.permutation(len(part))]


def split_cell(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    lines = lines_of(cell)
    place = int(dice.integers(len(lines) + 1))
    second = copy.deepcopy(cell) | {"source": "\n".join(lines[place:])}
    cell["source"] = "\n".join(lines[:place])
    nb["cells"].insert(int(dice.integers(len(nb["cells"]) + 1)), second)


def retype_cell(dice: Dice, nb: Notebook) -> None:
    some_cell(dice, nb)["cell_type"] = pick(dice, ("code", "markdown", "raw", "heading", "", None))


def rename_cell(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    cell["id"] = pick(dice, IDS)
    cell["metadata"] = {"nbgrader": {"grade_id": pick(dice, IDS)}}


def edit_nbgrader(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    metadata = cell.get("metadata")
    if isinstance(metadata, dict) and isinstance(metadata.get("nbgrader"), dict):
        metadata["nbgrader"][pick(dice, FIELDS)] = pick(dice, (*JUNK, *IDS, 1000))


def tag_cell(dice: Dice, nb: Notebook) -> None:
    some_cell(dice, nb)["metadata"] = {"tags": ["demo", "skip-execution"]}


def junk_in_a_cell(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    cell[pick(dice, (*cell, "attachments", "outputs", "execution_count", "more"))] = pick(dice, JUNK)


def field_of_a_cell_lost(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    if cell:
        del cell[pick(dice, tuple(cell))]


def junk_for_a_cell(dice: Dice, nb: Notebook) -> None:
    nb["cells"].insert(int(dice.integers(len(nb["cells"]) + 1)), pick(dice, JUNK))


def junk_at_the_top(dice: Dice, nb: Notebook) -> None:
    nb[pick(dice, ("metadata", "nbformat", "nbformat_minor", "worksheets", "more"))] = pick(dice, (*JUNK, 3, 4, 5))


def line_lost(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    lines = lines_of(cell)
    del lines[int(dice.integers(len(lines)))]
    cell["source"] = "\n".join(lines)


def lines_swapped(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    lines = lines_of(cell)
    one, other = dice.integers(len(lines), size=2)
    lines[one], lines[other] = lines[other], lines[one]
    cell["source"] = "\n".join(lines)


def line_of_another_cell(dice: Dice, nb: Notebook) -> None:
    cell, other = some_cell(dice, nb), some_cell(dice, nb)
    cell["source"] = "\n".join([*lines_of(cell), pick(dice, lines_of(other))])


def characters_changed(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    text = list(str(cell.get("source", "")))
    for _ in range(min(3, len(text))):
        text[int(dice.integers(len(text)))] = pick(dice, CHARACTERS)
    cell["source"] = "".join(text)


def source_as_a_list(dice: Dice, nb: Notebook) -> None:
    cell = some_cell(dice, nb)
    cell["source"] = [*lines_of(cell), pick(dice, JUNK)]


MUTATIONS: tuple[Callable[[Dice, Notebook], None], ...] = (
    delete_cells, double_cell, move_cell, shuffle_cells, split_cell, retype_cell, rename_cell, edit_nbgrader, tag_cell,
    junk_in_a_cell, field_of_a_cell_lost, junk_for_a_cell, junk_at_the_top, line_lost, lines_swapped,
    line_of_another_cell, characters_changed, source_as_a_list,
)  # fmt: skip


def text_damaged(dice: Dice, text: bytes) -> bytes:
    """Damage the file as a disk, an editor or a merge would."""
    start, stop = sorted(int(place) for place in dice.integers(len(text) + 1, size=2))
    stop = min(stop, start + 50)
    kinds = (
        text[:start] + text[stop:],
        text[:stop] + text[start:],
        text[:start] + bytes(dice.integers(256, size=3, dtype=np.uint8)) + text[start:],
        text[:start],
        text[:start].replace(b'"', b"'", 1) + text[start:],
        text.replace(b"\\n", b"\\u0000", 1),
    )
    return bytes(pick(dice, kinds))


def damaged(solved: Notebook, seed: int) -> bytes:
    """Return the file of a notebook with a handful of mutations, now and then one of its text."""
    dice = np.random.default_rng(seed)
    nb = json.loads(json.dumps(solved))
    for _ in range(int(dice.integers(1, 8))):
        pick(dice, MUTATIONS)(dice, nb)
    text = json.dumps(nb).encode()
    return text_damaged(dice, text) if dice.random() < 0.15 else text


@pytest.fixture(scope="module")
def solved(released_course: Course) -> Notebook:
    return dict(handed_in.solved(released_course, LESSON))


@pytest.fixture(scope="module")
def source(released_course: Course) -> nbformat.NotebookNode:
    return read_notebook(released_course.source(LESSON))


@pytest.mark.parametrize("seed", READ)
def test_what_is_rebuilt_is_a_whole_lesson(solved, source, seed, tmp_path):
    (tmp_path / f"{LESSON}.ipynb").write_bytes(damaged(solved, seed))
    try:
        submitted = find_notebook(read_folder(tmp_path, LESSON), LESSON, source)
    except SubmissionError:
        submitted = nbformat.v4.new_notebook()
    nb = rebuild(source, submitted)
    nbformat.validate(nbformat.reads(nbformat.writes(nb), as_version=4))
    tests = [cell for cell in nb.cells if is_test(cell)]
    solutions = [cell.metadata.nbgrader.grade_id for cell in nb.cells if is_solution(cell)]
    originals = {cell.id: cell for cell in source.cells}

    assert sorted(name + CHECK for name in NAMES) == sorted(cell.metadata.nbgrader.grade_id for cell in tests)
    assert all(originals[cell.id] == cell for cell in tests)
    assert len(set(solutions)) == len(solutions)


def test_the_mutations_do_damage_and_leave_something(solved, tmp_path, source):
    """Else the tests of this file would prove nothing."""
    readable = changed = 0
    for seed in READ:
        text = damaged(solved, seed)
        changed += text != json.dumps(solved).encode()
        (tmp_path / f"{LESSON}.ipynb").write_bytes(text)
        try:
            find_notebook(read_folder(tmp_path, LESSON), LESSON, source)
            readable += 1
        except SubmissionError:
            pass

    assert changed > 0.9 * len(READ)
    assert 0.5 * len(READ) < readable < len(READ)


def test_a_seed_damages_in_the_same_way_every_time(solved):
    assert damaged(solved, 1) == damaged(solved, 1)
    assert damaged(solved, 1) != damaged(solved, 2)


@pytest.fixture(scope="module")
def graded(released_course: Course, solved: Notebook, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class of damaged notebooks, and one that is whole, graded once for all tests below."""
    root = tmp_path_factory.mktemp("fuzz") / "course"
    shutil.copytree(released_course.root, root)
    course = Course(root)
    for seed in GRADED:
        hand_in(course, str(seed), damaged(solved, seed))
    hand_in(course, "whole", json.dumps(solved).encode())
    found = classroom.autograde(course, LESSON, isolated=why_not_isolated() is None, limits=LIMITS)
    classroom.require_scores(course, LESSON, found)
    return course


def hand_in(course: Course, student: str, text: bytes) -> None:
    folder: Path = course.path("submitted", student, LESSON)
    folder.mkdir(parents=True)
    (folder / f"{LESSON}.ipynb").write_bytes(text)


def marks(course: Course, student: str) -> list[records.VerdictRow]:
    return [row for row in records.load(records.open_records(course.db_url), LESSON) if row.student == student]


@pytest.mark.parametrize("seed", GRADED)
def test_a_damaged_notebook_has_a_mark_for_every_exercise(graded, seed):
    found = marks(graded, str(seed))
    nb = nbformat.read(graded.path("autograded", str(seed), LESSON) / f"{LESSON}.ipynb", as_version=4)
    nbformat.validate(nb)

    assert list(NAMES) == [row.exercise for row in found]
    assert all(row.points in (0, exercise.points) for row, exercise in zip(found, EXERCISES, strict=True))
    assert all(row.brief for row in found if not row.points)


def test_beside_them_a_whole_one_earns_everything(graded):
    assert [exercise.points for exercise in EXERCISES] == [row.points for row in marks(graded, "whole")]


def test_the_damaged_earn_something_too(graded):
    """Points are kept where the answer is still there."""
    with gradebook.gradebook(graded) as book:
        scores = [one.score for one in book.assignment_submissions(LESSON)]

    assert len(GRADED) + 1 == len(scores)
    assert sum(score > 0 for score in scores) > len(GRADED) / 2
    assert all(0 <= score <= 100 for score in scores)
