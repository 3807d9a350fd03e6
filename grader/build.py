"""What is computed and never typed: public cases, solutions, expected outputs and hint cells of a lesson.

The author runs `course build LESSON` after a change; `course verify` says where it was forgotten.
"""

from __future__ import annotations

import contextlib
import html
from collections.abc import Iterator
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader.draw import write_public
from grader.exercise import Lesson
from grader.grade import Session
from grader.notebooks import is_demo, is_test
from grader.solutions import write_solutions
from helpers.errors import DataError, GraderError

TRY, EXPECTED, HINTS = "-try", "-expected", "-hints"


def build(lesson: Lesson, path: Path, session: Session) -> list[str]:
    """Refresh the computed cells of a source notebook, the public cases and the solutions; return what changed."""
    nb = nbformat.read(path, as_version=4)
    changed = refresh_cases(lesson) + write_solutions(lesson, nb)
    before = len(changed)
    for cell, text in computed_cells(lesson, nb, session):
        if cell.source != text:
            cell.source = text
            changed.append(f"{path.name}, cell {cell.id}")
    if len(changed) > before:
        write_source(nb, path)
    return changed


def write_source(nb: NotebookNode, path: Path) -> None:
    """Write a source notebook the one way it is written: stripped of outputs, one space deep."""
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.outputs, cell.execution_count = [], None
    nbformat.write(nb, path)


def refresh_cases(lesson: Lesson) -> list[str]:
    """Write the public cases anew; return the file's name where its numbers changed."""
    from helpers.cases import FOLDER, read_questions

    path = FOLDER / f"{lesson.name}.h5"
    with contextlib.suppress(DataError):  # of another format: as good as none
        if not stale_cases(lesson, read_questions(path)):
            return []
    write_public(lesson)
    return [path.name]


def stale_cases(lesson: Lesson, frozen: object) -> bool:
    """Whether the frozen public cases differ from what the declarations draw today."""
    from grader.draw import PUBLIC_SEED, draw
    from helpers.cases import to_tree
    from helpers.compare import same_value

    today = {exercise.name: to_tree(draw(lesson, exercise, PUBLIC_SEED)) for exercise in lesson.exercises}
    assert isinstance(frozen, dict)
    before = {name: to_tree(question) for name, question in frozen.items()}
    return list(today) != list(before) or not same_value(today, before)


def computed_cells(lesson: Lesson, nb: NotebookNode, session: Session) -> Iterator[tuple[NotebookNode, str]]:
    """Yield every computed cell of a source notebook with the text it should have."""
    cells = {cell.id: cell for cell in nb.cells}
    printed = _printed(nb, session)
    for exercise in lesson.exercises:
        if exercise.name + HINTS in cells:
            yield cells[exercise.name + HINTS], hints_text(exercise.hints)
        if exercise.name + EXPECTED in cells:
            yield cells[exercise.name + EXPECTED], expected_text(printed.get(exercise.name + TRY, ""))


def _printed(nb: NotebookNode, session: Session) -> dict[str, str]:
    """Run the solved notebook without tests and demos; return what each try-it cell printed.

    Raises
    ------
    GraderError
        A cell does not run to its end.
    """
    printed = {}
    for cell in nb.cells:
        if cell.cell_type == "code" and not is_test(cell) and not is_demo(cell):
            result = session.run(cell.source)
            if result.error is not None:
                raise GraderError(f"Cell {cell.id} stops with {result.error.kind}: {result.error.text}; mend it first.")
            printed[cell.id] = "".join(one["text"] for one in result.outputs if one["output_type"] == "stream")
    return printed


def expected_text(printed: str) -> str:
    """Return the markdown of an expected-output cell."""
    return f"Expected output:\n\n```text\n{printed.rstrip()}\n```"


def hints_text(hints: tuple[tuple[str, str], ...]) -> str:
    """Return the markdown of a hint cell: one fold for each hint, titled by the doubt."""
    return "\n".join(_fold(number, *hint) for number, hint in enumerate(hints, start=1))


def _fold(number: int, doubt: str, help_text: str) -> str:
    summary = f"Hint {number}: {html.escape(doubt, quote=False)}"
    return f"<details>\n<summary>{summary}</summary>\n\n{help_text}\n\n</details>"
