"""The author's proof: everything that must hold for a lesson, every fault with its place and its mend."""

from __future__ import annotations

import re
import tempfile
import warnings
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from grader import build, grade
from grader.course import ROOT, lay_out
from grader.draw import PUBLIC_SEED, draw
from grader.exercise import Exercise, Lesson
from grader.host import release
from grader.mutants import survey
from grader.notebooks import CHECK, is_demo, is_test, read_notebook, rebuild
from grader.sandbox import Runner
from helpers.cases import FOLDER, read_questions
from helpers.errors import CourseError
from helpers.judge import judge
from helpers.observe import observe
from helpers.records import Outcome

SEEDS = (PUBLIC_SEED, 11, 12, 13, 14, 15)


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: where, what, and how to mend it."""

    place: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what} -> {self.mend}"


@dataclass
class Proof:
    """What was proved of one lesson."""

    lesson: str
    exercises: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the proof as plain data."""
        return {
            "lesson": self.lesson,
            "exercises": self.exercises,
            "faults": [asdict(one) for one in self.faults],
        }


def verify(lesson: Lesson, runner: Runner, root: Path = ROOT) -> Proof:
    """Prove a lesson; collect every fault, stop at none."""
    proof = Proof(lesson.name)
    path = root / "notebooks" / lesson.name / f"{lesson.name}.ipynb"
    declared = f"grader/exercises ({lesson.name})"
    for exercise in lesson.exercises:
        record: dict[str, Any] = {}
        proof.exercises[exercise.name] = record
        proof.faults += list(_reference(lesson, exercise, record, declared))
        proof.faults += list(_mistakes(lesson, exercise, record))
        proof.faults += list(_styles(lesson, exercise, record))
        proof.faults += list(_mutants(exercise, record))
        proof.faults += list(_hints(exercise, declared))
    for prove in (_structure, _fresh_cases, _computed, _typed_numbers, _solution, _released):
        proof.faults += _guarded(prove, lesson, path, runner, proof)
    return proof


Prover = Callable[[Lesson, Path, Runner, Proof], Iterable[Fault]]


def _guarded(prove: Prover, lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> list[Fault]:
    """A part of the proof that cannot be carried out is a fault, and the next part still runs."""
    try:
        return list(prove(lesson, path, runner, proof))
    except (CourseError, OSError, ValueError) as error:
        return [Fault(path.name, f"the proof of {prove.__name__.strip('_')} stopped: {error}", "mend this first")]


def _reference(lesson: Lesson, exercise: Exercise, record: dict[str, Any], place: str) -> Iterator[Fault]:
    record["reference_passes"], record["warnings"] = True, 0
    for seed in SEEDS:
        question = draw(lesson, exercise, seed)
        if not judge(question, partial(observe, exercise.reference)).passed:
            record["reference_passes"] = False
            yield Fault(place, f"the reference {exercise.name} fails its own cases (seed {seed})", "mend the cases")
        for case in question.cases:
            with warnings.catch_warnings(record=True) as caught:
                warnings.simplefilter("always")
                exercise.reference(*deepcopy(case.arguments).values())
            record["warnings"] += len(caught)
            if caught:
                yield Fault(place, f"the reference {exercise.name} warns: {caught[0].message}", "use a stable form")


def _mistakes(lesson: Lesson, exercise: Exercise, record: dict[str, Any]) -> Iterator[Fault]:
    known = lesson.mistakes_of(exercise)
    caught, named = {one.name for one in known}, {one.name for one in known}
    for seed in SEEDS:
        question = draw(lesson, exercise, seed)
        for one in known:
            verdict = judge(question, partial(observe, one.wrong))
            if verdict.passed:
                caught.discard(one.name)
                yield Fault(f"grader/mistakes, {one.name}", f"passes the checks (seed {seed})", "add a case it fails")
            elif verdict.mistake != one.name:
                named.discard(one.name)
                yield Fault(
                    f"grader/mistakes, {one.name}",
                    f"is taken for {verdict.mistake or 'no known mistake'} (seed {seed})",
                    "add a case that tells the two apart",
                )
    record["mistakes"] = {"caught": len(caught), "named": len(named & caught), "total": len(known)}


def _styles(lesson: Lesson, exercise: Exercise, record: dict[str, Any]) -> Iterator[Fault]:
    styles = lesson.styles_of(exercise)
    passed = {style.__name__ for style in styles}
    for seed in SEEDS:
        question = draw(lesson, exercise, seed)
        for style in styles:
            verdict = judge(question, partial(observe, style))
            if not verdict.passed:
                passed.discard(style.__name__)
                yield Fault(
                    f"grader/styles, {style.__name__}",
                    f"a right answer is refused (seed {seed})",
                    "mend the check",
                )
    record["styles"] = {"passed": len(passed), "total": len(styles)}


def _mutants(exercise: Exercise, record: dict[str, Any]) -> Iterator[Fault]:
    found = survey(exercise)
    record["mutants"] = {"killed": found.killed, "total": found.total, "explained": len(found.explained)}
    for change in found.unexplained:
        place = f"grader/exercises, {exercise.name}"
        yield Fault(place, f"a mutant survives: {change}", "add a case it fails, or a reason to grader/equivalents.py")
    for change in found.stale:
        yield Fault("grader/equivalents.py", f"no mutant of {exercise.name} is: {change}", "take it out")


def _hints(exercise: Exercise, place: str) -> Iterator[Fault]:
    if not 2 <= len(exercise.hints) <= 3:
        yield Fault(place, f"{exercise.name} has {len(exercise.hints)} hints", "write two or three, rising")


def _structure(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
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


def _fresh_cases(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    if build.stale_cases(lesson, read_questions(FOLDER / f"{lesson.name}.h5")):
        yield Fault(f"helpers/public_cases/{lesson.name}.h5", "is out of date", f"run: course build {lesson.name}")


def _computed(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    with runner.session() as session:
        for cell, text in build.computed_cells(lesson, read_notebook(path), session):
            if cell.source != text:
                yield Fault(f"{path.name}, cell {cell.id}", "is out of date", f"run: course build {lesson.name}")


def _typed_numbers(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """Accuracies and costs in the text would be typed; only computed cells may hold them."""
    for cell in read_notebook(path).cells:
        if cell.cell_type == "markdown" and not cell.id.endswith((build.EXPECTED, build.HINTS)):
            for number in re.findall(r"\d+(?:\.\d+)?\s*(?:%|\\%| percent)|\b0\.\d{3,}", cell.source):
                yield Fault(f"{path.name}, cell {cell.id}", f"the number {number} is typed", "print it from code")


def _solution(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
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


def _released(lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> Iterator[Fault]:
    """Every stub of the released notebook fails as not attempted, and no answer is left in it."""
    with tempfile.TemporaryDirectory() as folder:
        course = lay_out(Path(folder), [lesson.name])
        released = read_notebook(release(course, lesson.name))
    source = read_notebook(path)
    for mark in _marks(lesson, source, released, runner):
        fails = mark.verdict.outcome is Outcome.NOT_ATTEMPTED
        proof.exercises[mark.exercise]["stub_fails"] = fails
        if not fails:
            yield Fault(path.name, f"the stub of {mark.exercise} ends as {mark.verdict.outcome}", "mend the stub")
    yield from _leaks(source, released, path)


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
