"""What a worker hands back of a graded notebook: nbformat's own text, and what nbgrader's rules look at."""

from __future__ import annotations

import copy
import pickle

import nbformat
import pytest
from nbformat import NotebookNode
from support import LESSON

from grader import grade
from grader.course import ROOT
from grader.lessons import find_lesson
from grader.notebooks import read_notebook, rebuild
from grader.paper import LONGEST_KEPT, make_paper


@pytest.fixture
def nb() -> NotebookNode:
    """A notebook with cells of every kind, and a picture."""
    source = read_notebook(ROOT / "notebooks" / LESSON / f"{LESSON}.ipynb")
    submitted = copy.deepcopy(source)
    submitted.cells.append(nbformat.v4.new_markdown_cell("Zoë 😀\n", attachments={"a": {"image/png": "x"}}))
    return rebuild(source, submitted)


def test_the_text_is_nbformats_own(nb):
    marks = grade.refuse(find_lesson(LESSON), nb, "unreadable", "two\nlines")
    nb.cells[0].source = "one\ntwo"
    expected = nbformat.v4.writes(nb) + "\n"

    assert expected == make_paper(nb, marks).text


def test_outputs_and_long_cells_are_written_as_nbformat_does_the_first_time_and_the_second(nb):
    data = {"text/plain": "[]\n\u2028\x85x", "application/json": {"b": [], "a": [{}, 1e-5, float("inf"), None]}}
    outputs = [
        nbformat.v4.new_output("stream", text='one\n"two"\n'),
        nbformat.v4.new_output("display_data", data, metadata={"width": 3}),
        nbformat.v4.new_output("error", ename="E", evalue="\ud800", traceback=["x\ny"]),
    ]
    longer = nbformat.v4.new_code_cell("x\n" * LONGEST_KEPT, outputs=outputs)
    nb.cells += [nbformat.v4.new_code_cell("", outputs=outputs), longer]
    expected = nbformat.v4.writes(nb) + "\n"

    assert [expected] * 2 == [make_paper(nb, ()).text for _ in range(2)]


def test_a_notebook_without_cells(nb):
    nb.cells = []

    assert nbformat.v4.writes(nb) + "\n" == make_paper(nb, ()).text


def test_the_cells_are_those_that_are_not_ours_to_mark(nb):
    lesson = find_lesson(LESSON)
    role = {"grade": False, "solution": False, "locked": True, "schema_version": 3}
    for ident, own in (("theirs", {"grade": True, "points": 1}), ("task", {"task": True}), ("read-only", {})):
        nb.cells.append(nbformat.v4.new_code_cell("1\n2", metadata={"nbgrader": {**role, **own, "grade_id": ident}}))
    paper = pickle.loads(pickle.dumps(make_paper(nb, grade.refuse(lesson, nb, "unreadable", "x"))))

    assert {*(exercise.name for exercise in lesson.exercises), "theirs", "task"} == set(paper.cells)
    assert "1\n2" == paper.cells["theirs"].source
