"""The author's proof: everything that must hold for a lesson, every fault with its place and its mend."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path

from grader.course import ROOT
from grader.exercise import Lesson
from grader.lessons import find_lesson
from grader.nbgrader_steps import DEMO_SECONDS
from grader.sandbox import Limits, Runner, open_runner
from grader.verify.exercises import prove_exercise
from grader.verify.faults import Fault, Proof
from grader.verify.notebooks import PROVERS, Prover
from grader.workers import open_pool
from helpers.errors import CourseError

__all__ = ["Fault", "Proof", "verify", "verify_each"]


def verify_each(lessons: Sequence[Lesson], isolated: bool, workers: int) -> Iterator[Proof]:
    """Prove lessons, each in a process of its own, `workers` at a time; yield the proofs in the lessons' order."""
    with open_pool(min(workers, len(lessons)), _use_folder, preload=__name__) as pool:
        yield from pool.map(partial(_verify_named, isolated=isolated), [lesson.name for lesson in lessons])


def _use_folder(folder: str) -> None:
    tempfile.tempdir = folder


def _verify_named(name: str, isolated: bool) -> Proof:
    with open_runner(isolated, Limits(cell_seconds=DEMO_SECONDS)) as runner:
        return verify(find_lesson(name), runner)


def verify(lesson: Lesson, runner: Runner, root: Path = ROOT) -> Proof:
    """Prove a lesson; collect every fault, stop at none."""
    proof = Proof(lesson.name)
    for exercise in lesson.exercises:
        proof.exercises[exercise.name] = {}
        proof.faults += prove_exercise(lesson, exercise, proof.exercises[exercise.name])
    path = root / "notebooks" / lesson.name / f"{lesson.name}.ipynb"
    for prove in PROVERS:
        proof.faults += _guarded(prove, lesson, path, runner, proof)
    return proof


def _guarded(prove: Prover, lesson: Lesson, path: Path, runner: Runner, proof: Proof) -> list[Fault]:
    """A part of the proof that cannot be carried out is a fault, and the next part still runs."""
    try:
        return list(prove(lesson, path, runner, proof))
    except (CourseError, OSError, ValueError) as error:
        return [Fault(path.name, f"the proof of {prove.__name__} stopped: {error}", "mend this first")]
