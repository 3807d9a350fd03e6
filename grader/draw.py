"""From a declaration to a question: draw the cases, run the reference and every known mistake on them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from grader.exercise import Exercise, Lesson, Mistake, about
from helpers.cases import FOLDER, write_questions
from helpers.observe import observe
from helpers.records import Case, KnownMistake, Question

PUBLIC_SEED = 2  # of the frozen cases that travel with the student kit


def draw(lesson: Lesson, exercise: Exercise, seed: int) -> Question:
    """Draw a question with its known mistakes: the same seed gives the same cases."""
    question = draw_cases(exercise, seed)
    return replace(question, mistakes=known_mistakes(lesson, exercise, question))


def draw_cases(exercise: Exercise, seed: int) -> Question:
    """Draw a question without the known mistakes, which are costly and only needed for a wrong answer."""
    return Question(
        name=exercise.name,
        cases=_cases(exercise, seed),
        uses=exercise.uses,
        hints=exercise.hints,
        parts=exercise.parts,
        checks=exercise.checks,
        gradients=exercise.gradients,
        properties=exercise.properties,
    )


def _cases(exercise: Exercise, seed: int) -> tuple[Case, ...]:
    generators = np.random.default_rng(seed).spawn(len(exercise.cases))
    cases = []
    for maker, rng in zip(exercise.cases, generators, strict=True):
        arguments = maker(rng)
        text, suspect = about(maker)
        cases.append(Case(maker.__name__, text, arguments, observe(exercise.reference, arguments), suspect))
    return tuple(cases)


def known_mistakes(lesson: Lesson, exercise: Exercise, question: Question) -> tuple[KnownMistake, ...]:
    """Run every known mistake of an exercise on the cases of a question."""
    return tuple(_known(mistake, question.cases) for mistake in lesson.mistakes_of(exercise))


def _known(mistake: Mistake, cases: tuple[Case, ...]) -> KnownMistake:
    observations = tuple(observe(mistake.wrong, case.arguments) for case in cases)
    return KnownMistake(mistake.name, mistake.says, mistake.hint, observations)


def write_public(lesson: Lesson, folder: Path = FOLDER) -> Path:
    """Write the frozen public cases of a lesson, and return the file."""
    path = folder / f"{lesson.name}.h5"
    write_questions(path, (draw(lesson, exercise, PUBLIC_SEED) for exercise in lesson.exercises))
    return path
