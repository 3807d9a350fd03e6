"""What a page folds under each exercise: the solution, why it is right, and the mistakes people make there."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace

from markupsafe import Markup
from nbconvert.filters.highlight import Highlight2HTML
from nbformat import NotebookNode

from grader import html
from grader.exercise import Exercise
from grader.notebooks import is_solution
from grader.release_steps import StubSolutions
from grader.solutions import without_marks
from grader.walkthrough.lessons import Source
from helpers.cases import FOLDER, read_questions
from helpers.judge import judge
from helpers.messages import render
from helpers.records import KnownMistake, Question


@dataclass(frozen=True)
class Slip:
    """A mistake people make: what it is, where and how it shows itself, and the next step that the check suggests."""

    says: str
    where: str
    shows: str
    hint: str


def folded(source: Source) -> dict[str, str]:
    """Return the HTML that stands in the place of each solution cell, by the cell's id."""
    questions = read_questions(FOLDER / f"{source.name}.h5") if source.lesson.exercises else {}
    declared = {exercise.name: exercise for exercise in source.lesson.exercises}
    cells = [cell for cell in source.notebook.cells if cell.cell_type == "code" and is_solution(cell)]
    return {cell.id: _fold(source.name, cell, declared.get(cell.id), questions.get(cell.id)) for cell in cells}


def _fold(lesson: str, cell: NotebookNode, exercise: Exercise | None, question: Question | None) -> str:
    """Return the stub, and the solution folded under it; one that is not graded has no more than these."""
    highlight = Highlight2HTML(pygments_lexer="ipython3")
    page = html.environment("grader.walkthrough").get_template("exercise.html")
    return page.render(
        stub=Markup(highlight(stub_of(lesson, cell))),
        solution=Markup(highlight(without_marks(cell.source))),
        exercise=exercise,
        question=question,
        slips=slips(question) if question else [],
    )


def stub_of(lesson: str, cell: NotebookNode) -> str:
    """Return a solution cell as students get it."""
    who = {"language": "python", "nbgrader": {"assignment": lesson, "notebook": lesson}}
    stub, _ = StubSolutions().preprocess_cell(deepcopy(cell), who, 0)
    return str(stub.source)


def slips(question: Question) -> list[Slip]:
    """Return the known mistakes of an exercise, each with what a check would find in it that did not know it."""
    return [_slip(question, mistake) for mistake in question.mistakes]


def _slip(question: Question, mistake: KnownMistake) -> Slip:
    """Judge the numbers that are on record of a mistake, without looking for known mistakes."""
    found = judge(replace(question, mistakes=()), lambda cases: mistake.observations).finding
    assert found is not None  # `course verify` proves that the cases catch it
    message = render(found)
    shows = message.came if found.code == "values" else f"{message.came}; wanted: {message.wanted}"
    return Slip(mistake.says, message.where.removeprefix(f"{question.name}, "), shows, mistake.hint)
