"""From a declaration to a question: draw the cases, run the reference and every known mistake on them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

from grader.exercise import Exercise, Lesson, about
from helpers.cases import FOLDER, write_questions
from helpers.observe import defaults, observe_seeded, seed_global_generators
from helpers.plain import to_plain
from helpers.records import Case, KnownMistake, Observation, Question

PUBLIC_SEED = 2  # of the frozen cases that travel with the student kit


def draw(lesson: Lesson, exercise: Exercise, seed: int) -> Question:
    """Draw a question with its known mistakes: the same seed gives the same cases."""
    question = draw_cases(exercise, seed)
    known = known_mistakes(lesson, exercise, question.cases)
    mistakes = tuple(replace(one, observations=tuple(map(_without_line, one.observations))) for one in known)
    return replace(question, mistakes=mistakes, builds_on=lesson.builds_on.name if lesson.builds_on else "")


def _without_line(observation: Observation) -> Observation:
    """Drop the line of a mistake's own code that an error came from: what travels to students holds no code."""
    return replace(observation, error=observation.error and replace(observation.error, line=""))


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
        defaults=_defaults(exercise),
    )


def _defaults(exercise: Exercise) -> dict[str, tuple[int, Any]]:
    parameters = _signature(exercise.reference).parameters
    return {name: (list(parameters).index(name), parameters[name].default) for name in exercise.defaults}


_signature = cache(inspect.signature)  # asked for with each submission; it takes longer than most answers


def _cases(exercise: Exercise, seed: int) -> tuple[Case, ...]:
    generators = np.random.default_rng(seed).spawn(len(exercise.cases))
    kept = defaults(_signature(exercise.reference))
    cases = []
    for maker, rng in zip(exercise.cases, generators, strict=True):
        arguments = maker(rng)
        text, suspect = about(maker)
        right = Observation(_answer(exercise.reference, arguments), defaults=kept)
        cases.append(Case(maker.__name__, text, arguments, right, suspect))
    return tuple(cases)


def _answer(reference: Callable[..., Any], arguments: dict[str, Any]) -> Any:
    """Ask the reference, which is ours: nobody has to watch its time, its prints or what it does to its arguments."""
    seed_global_generators()
    return to_plain(reference(*deepcopy(arguments).values()))


class Observed(Sequence[Observation]):
    """What a wrong version does on each case, found out when it is asked for: one look often rules it out."""

    def __init__(self, wrong: Callable[..., Any], cases: tuple[Case, ...]) -> None:
        self.wrong, self.cases = wrong, cases
        self.seen: dict[int, Observation] = {}

    def __len__(self) -> int:
        return len(self.cases)

    def __getitem__(self, index: Any) -> Any:
        if index not in self.seen:
            self.seen[index] = observe_seeded(self.wrong, self.cases[index].arguments)
        return self.seen[index]


def known_mistakes(lesson: Lesson, exercise: Exercise, cases: tuple[Case, ...]) -> tuple[KnownMistake, ...]:
    """Return the known mistakes of an exercise on these cases."""
    return tuple(
        KnownMistake(mistake.name, mistake.says, mistake.hint, Observed(mistake.wrong, cases))
        for mistake in lesson.mistakes_of(exercise)
    )


def write_public(lesson: Lesson, folder: Path = FOLDER) -> Path:
    """Write the frozen public cases of a lesson, and return the file."""
    path = folder / f"{lesson.name}.h5"
    write_questions(path, (draw(lesson, exercise, PUBLIC_SEED) for exercise in lesson.exercises))
    return path
