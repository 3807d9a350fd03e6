"""The proof of a lesson's notebook: its structure, its freshness, its solution, and its released version."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from itertools import pairwise
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader import build, grade, handout
from grader.course import lay_out
from grader.exercise import Lesson
from grader.host import release
from grader.leaks import answers, leaks
from grader.notebooks import CHECK, is_demo, is_test, read_notebook, rebuild
from grader.sandbox import Runner
from grader.solutions import solutions
from grader.verify.faults import Fault, Proof
from helpers.cases import FOLDER, read_questions
from helpers.check import SOLUTIONS
from helpers.records import Outcome

Prover = Callable[[Lesson, Path, Runner, Proof], Iterable[Fault]]


def structure(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """Ids, points and order of the notebook are those of the declarations."""
    nb = read_notebook(path)
    tests = [cell for cell in nb.cells if is_test(cell)]
    names = [cell.metadata.nbgrader.grade_id.removesuffix(CHECK) for cell in tests]
    wanted = [exercise.name for exercise in lesson.exercises]
    if names != wanted:
        yield Fault(path.name, f"test cells stand in the order {names}", f"make it {wanted}")
    for cell, name in zip(tests, names, strict=True):
        if name in wanted and cell.metadata.nbgrader.points != lesson.exercise(name).points:
            points = lesson.exercise(name).points
            yield Fault(path.name, f"{name} is worth {cell.metadata.nbgrader.points} points", f"make it {points}")
    ids = {cell.get("id") for cell in nb.cells}
    for name in wanted:
        for ending in ("", build.TRY, build.EXPECTED, build.HINTS):
            if name + ending not in ids:
                yield Fault(path.name, f"there is no cell with the id {name + ending}", "add it")
    yield from _markup(nb, path)


def _markup(nb: NotebookNode, path: Path) -> Iterator[Fault]:
    """One H1, headings in order, outputs stripped."""
    text = "\n".join(cell.source for cell in nb.cells if cell.cell_type == "markdown")
    levels = [len(hashes) for hashes in re.findall(r"^(#+) ", re.sub(r"```.*?```", "", text, flags=re.S), flags=re.M)]
    if levels.count(1) != 1 or levels[:1] != [1]:
        yield Fault(path.name, f"it has {levels.count(1)} headings of the first level", "keep one, at the top")
    if any(after > before + 1 for before, after in pairwise(levels)):
        yield Fault(path.name, "a heading skips a level", "step down one level at a time")
    raw = nbformat.read(path, as_version=4)
    if any(cell.get("outputs") or cell.get("execution_count") for cell in raw.cells):
        yield Fault(path.name, "outputs are not stripped", f"run: course build {path.stem}")


def fresh_cases(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """The frozen public cases and the solutions are what declarations and notebook give today."""
    if build.stale_cases(lesson, read_questions(FOLDER / f"{lesson.name}.h5")):
        yield Fault(f"helpers/public_cases/{lesson.name}.h5", "is out of date", f"run: course build {lesson.name}")
    kept = SOLUTIONS / f"{lesson.name}.json"
    if not kept.exists() or json.loads(kept.read_text(encoding="utf-8")) != solutions(lesson, read_notebook(path)):
        yield Fault(f"helpers/solutions/{kept.name}", "is out of date", f"run: course build {lesson.name}")


def computed(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """Expected outputs and hint cells are what the reference and the declarations give today."""
    with runner.session() as session:
        for cell, text in build.computed_cells(lesson, read_notebook(path), session):
            if cell.source != text:
                yield Fault(f"{path.name}, cell {cell.id}", "is out of date", f"run: course build {lesson.name}")


def typed_numbers(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """Accuracies and costs in the text would be typed; only computed cells may hold them."""
    for cell in read_notebook(path).cells:
        if cell.cell_type == "markdown" and not cell.id.endswith((build.EXPECTED, build.HINTS)):
            for number in re.findall(r"\d+(?:\.\d+)?\s*(?:%|\\%| percent)|\b0\.\d{3,}", cell.source):
                yield Fault(f"{path.name}, cell {cell.id}", f"the number {number} is typed", "print it from code")


def solution(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """The solution notebook runs from top to bottom, demonstrations too, and earns every point."""
    source = read_notebook(path)
    with runner.session() as session:
        for cell in source.cells:
            if cell.cell_type == "code" and not is_test(cell):
                error = session.run(cell.source).error
                if error is not None:
                    yield Fault(
                        f"{path.name}, cell {cell.id}",
                        f"stops with {error.kind}: {error.text}",
                        "mend the cell",
                    )
    for mark in _marks(lesson, source, source, runner):
        if not mark.verdict.passed:
            yield Fault(
                path.name,
                f"the solution of {mark.exercise} fails: {mark.verdict.finding}",
                "mend the solution",
            )


def _marks(lesson: Lesson, source: NotebookNode, submitted: NotebookNode, runner: Runner) -> tuple[grade.Mark, ...]:
    nb = rebuild(source, deepcopy(submitted))
    with runner.session() as session:
        return grade.grade_notebook(lesson, nb, session, seed=0)


def released(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """Every stub of the released notebook fails as not attempted; neither it nor its kit holds an answer."""
    with tempfile.TemporaryDirectory() as folder:
        course = lay_out(Path(folder), [lesson.name])
        released = read_notebook(release(course, lesson.name))
        kit = handout.contents(course, [lesson.name])
    source = read_notebook(path)
    stubs = {cell.id: cell.source for cell in released.cells}
    for name in (exercise.name for exercise in lesson.exercises):
        outcome = _outcome_of_stub(lesson, source, name, stubs[name], runner)
        proof.exercises[name]["stub_fails"] = outcome is Outcome.NOT_ATTEMPTED
        if outcome is not Outcome.NOT_ATTEMPTED:
            yield Fault(path.name, f"the stub of {name} ends as {outcome}", "mend the stub")
    yield from _leaks(source, released, path)
    yield from (Fault(*leak) for leak in leaks(kit, answers([source])))


def _outcome_of_stub(lesson: Lesson, source: NotebookNode, name: str, stub: str, runner: Runner) -> Outcome:
    """Hand in the solved notebook with one stub in it."""
    handed_in = deepcopy(source)
    next(cell for cell in handed_in.cells if cell.id == name).source = stub
    marks = _marks(lesson, source, handed_in, runner)
    return next(mark.verdict.outcome for mark in marks if mark.exercise == name)


def _leaks(source: NotebookNode, released: NotebookNode, path: Path) -> Iterator[Fault]:
    text = "\n".join(cell.source for cell in released.cells)
    given = "\n".join(_outside_solutions(cell.source) for cell in source.cells if not is_demo(cell))
    for cell in source.cells:
        for line in solution_code(cell.source):
            if len(line) > 12 and line in text and line not in given:
                yield Fault(f"{path.name}, cell {cell.id}", f"the released notebook shows `{line}`", "take it out")
    if "HIDDEN TESTS" in text or "check_private" in text:
        yield Fault(path.name, "the released notebook shows a hidden test", "close its region")


def solution_code(source: str) -> Iterator[str]:
    """Yield the lines of code of the solution region, stripped, without comments."""
    region = re.findall(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", source, flags=re.S)
    for line in "\n".join(region).splitlines():
        code = line.split("#")[0].strip()
        if code:
            yield code


def _outside_solutions(source: str) -> str:
    return re.sub(r"### BEGIN SOLUTION.*?### END SOLUTION", "", source, flags=re.S)


PROVERS: tuple[Prover, ...] = (structure, fresh_cases, computed, typed_numbers, solution, released)
