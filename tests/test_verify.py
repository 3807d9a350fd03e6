"""The author's proof finds what is wrong with a lesson, and says where and how to mend it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import nbformat
import pytest
from support import LESSON

from grader.build import computed_cells
from grader.course import ROOT
from grader.exercise import Exercise, Lesson, Mistake
from grader.lessons import find_lesson
from grader.sandbox import PlainRunner
from grader.verify import Proof
from grader.verify.exercises import prove_exercise
from grader.verify.notebooks import structure, typed_numbers
from helpers.errors import GraderError
from helpers.reference import logistic_regression as reference

SIGMOID = find_lesson(LESSON).exercise("sigmoid")


def lesson_with(**changes: object) -> Lesson:
    """Lesson 02's sigmoid alone, with something wrong."""
    whole = find_lesson(LESSON)
    known = tuple(one for one in whole.mistakes if one.exercise == "sigmoid")
    small = Lesson(LESSON, (SIGMOID,), known, {"sigmoid": whole.styles["sigmoid"]})
    return replace(small, **changes)  # type: ignore[arg-type]


def faults(lesson: Lesson, exercise: Exercise = SIGMOID) -> list[str]:
    return [fault.what for fault in prove_exercise(lesson, exercise, {})]


def test_a_right_lesson_has_no_fault():
    assert [] == faults(lesson_with())


def test_a_mistake_that_is_none_is_told():
    right = Mistake("sigmoid", reference.sigmoid, "nothing is wrong", "Go on.")

    assert any("passes the checks" in what for what in faults(lesson_with(mistakes=(right,))))


def test_two_mistakes_that_look_alike_are_told():
    known = lesson_with().mistakes
    twin = replace(known[0], wrong=lambda z: known[0].wrong(z))

    assert any(f"is taken for {known[0].name}" in what for what in faults(lesson_with(mistakes=(*known, twin))))


def test_a_style_that_is_wrong_is_told():
    wrong = lesson_with().mistakes[0].wrong

    assert any("a right answer is refused" in what for what in faults(lesson_with(styles={"sigmoid": (wrong,)})))


def test_an_exercise_whose_cases_tell_too_little_is_told():
    blind = replace(SIGMOID, cases=SIGMOID.cases[:1], hints=SIGMOID.hints[:1])
    found = faults(lesson_with(exercises=(blind,)), blind)

    assert any("a mutant survives" in what for what in found)
    assert "has 1 hints" in found


@pytest.fixture
def notebook(tmp_path: Path) -> Path:
    """The notebook of lesson 02, to be spoiled."""
    return Path(shutil.copy(ROOT / "notebooks" / LESSON / f"{LESSON}.ipynb", tmp_path))


def in_notebook(path: Path, nb: nbformat.NotebookNode) -> str:
    nbformat.write(nb, path)
    lesson, proof = find_lesson(LESSON), Proof(LESSON)
    runner = PlainRunner()  # neither of these proofs starts it
    return " ".join(fault.what for prove in (structure, typed_numbers) for fault in prove(lesson, path, runner, proof))


def test_a_typed_number_a_skipped_heading_and_wrong_points_are_told(notebook):
    nb = nbformat.read(notebook, as_version=4)
    text = next(cell for cell in nb.cells if cell.cell_type == "markdown")
    text.source += "\n\n#### Too deep\n\nIt reaches 72.5 % in the end."
    test = next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == "sigmoid-check")
    test.metadata.nbgrader.points += 1
    found = in_notebook(notebook, nb)

    assert "72.5 % is typed" in found
    assert "a heading skips a level" in found
    assert f"sigmoid is worth {SIGMOID.points + 1} points" in found


def test_outputs_and_a_missing_cell_are_told(notebook):
    nb = nbformat.read(notebook, as_version=4)
    nb.cells = [cell for cell in nb.cells if cell.id != "propagate-hints"]
    next(cell for cell in nb.cells if cell.cell_type == "code").execution_count = 1
    found = in_notebook(notebook, nb)

    assert "there is no cell with the id propagate-hints" in found
    assert "outputs are not stripped" in found


def test_a_cell_that_stops_is_no_expected_output(notebook):
    """Else its output, cut short, would be shown to students as what to expect."""
    nb = nbformat.read(notebook, as_version=4)
    next(cell for cell in nb.cells if cell.id == "sigmoid-try").source = "print('half')\nraise ValueError('no')"
    with PlainRunner() as runner, runner.session() as session, pytest.raises(GraderError, match="sigmoid-try stops"):
        list(computed_cells(find_lesson(LESSON), nb, session))
