"""The author's proof: everything that must hold for a lesson, every fault with its place and its mend."""

from __future__ import annotations

from pathlib import Path

from grader.course import ROOT
from grader.exercise import Lesson
from grader.sandbox import Runner
from grader.verify.exercises import prove_exercise
from grader.verify.faults import Fault, Proof
from grader.verify.notebooks import PROVERS, Prover
from helpers.errors import CourseError

__all__ = ["Fault", "Proof", "verify"]


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
