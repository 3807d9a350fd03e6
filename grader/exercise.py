"""The frozen records an author writes: a lesson, its exercises, and the mistakes people make in them."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import numpy as np

from helpers.errors import GraderError

CaseMaker = Callable[[np.random.Generator], dict[str, Any]]


@dataclass(frozen=True)
class Exercise:
    """One function for the student to write, declared once.

    Parameters
    ----------
    reference
        The right answer; its name is the exercise's id everywhere.
    points
        What it is worth.
    cases
        Functions rng -> arguments by name. The first line of a docstring completes "with ...", the rest
        is the next step to suggest when this is the first case that fails.
    hints
        In rising order: (the doubt a student has, the sentence that helps); the last stops short of the line.
    uses
        Earlier exercises the function may call: of its own lesson, or of the one that this lesson builds on.
    parts
        Names of the parts of a returned tuple.
    gradients
        Returned gradient -> the argument it belongs to; asks for the gradient check.
    checks
        Stages beside the fixed ones: "untouched" asks that arguments are left as they were, "counted" that a
        dictionary has no keys beside the wanted ones.
    properties
        For a function that draws at random: name in `helpers.properties.PROPERTIES` -> its bounds. The parts that
        the bounds name are judged by these properties, and not by their numbers.
    defaults
        Parameters whose default values are to be kept; they are read off the first line, so that no case has to run
        thousands of steps.
    why
        Why the right answer is right, in a sentence or two; the walkthroughs show it under the solution.
    """

    reference: Callable[..., Any]
    points: int
    cases: tuple[CaseMaker, ...]
    hints: tuple[tuple[str, str], ...]
    uses: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    gradients: dict[str, str] = field(default_factory=dict)
    checks: tuple[str, ...] = ("untouched",)
    properties: dict[str, dict[str, Any]] = field(default_factory=dict)
    defaults: tuple[str, ...] = ()
    why: str = ""

    @property
    def name(self) -> str:
        """The id: the function's name."""
        return self.reference.__name__


@dataclass(frozen=True)
class Mistake:
    """A wrong version of an exercise that people really write.

    Parameters
    ----------
    exercise
        The name of the exercise.
    wrong
        The executable wrong version; its name is the mistake's id.
    says
        What is wrong, as a clause: "dw lacks the 1/m".
    hint
        One next step; it stops short of the line.
    finding
        Where the exercise is judged by properties: the code of the finding that tells of this mistake when another
        generator draws, so that its numbers cannot be recognised.
    """

    exercise: str
    wrong: Callable[..., Any]
    says: str
    hint: str
    finding: str = ""

    @property
    def name(self) -> str:
        """The id: the wrong function's name."""
        return self.wrong.__name__


@dataclass(frozen=True)
class Lesson:
    """A lesson: the name of its folder, its exercises in teaching order, known mistakes and right styles.

    Parameters
    ----------
    builds_on
        The lesson whose functions students bring along, and paste into the notebook of this one.
    """

    name: str
    exercises: tuple[Exercise, ...]
    mistakes: tuple[Mistake, ...] = ()
    styles: dict[str, tuple[Callable[..., Any], ...]] = field(default_factory=dict, hash=False)
    builds_on: Lesson | None = None

    @property
    def points(self) -> int:
        """The points of the whole lesson."""
        return sum(exercise.points for exercise in self.exercises)

    @property
    def brought(self) -> tuple[Exercise, ...]:
        """The exercises whose functions students bring along, but for those that this lesson has anew."""
        own = {exercise.name for exercise in self.exercises}
        earlier = self.builds_on.in_reach if self.builds_on else ()
        return tuple(exercise for exercise in earlier if exercise.name not in own)

    @property
    def in_reach(self) -> tuple[Exercise, ...]:
        """The exercises whose functions there may be in this lesson's notebook, in teaching order."""
        return self.brought + self.exercises

    def exercise(self, name: str) -> Exercise:
        """Return one exercise by its name.

        Raises
        ------
        GraderError
            The lesson has no such exercise.
        """
        found = next((exercise for exercise in self.exercises if exercise.name == name), None)
        if found is None:
            names = ", ".join(exercise.name for exercise in self.exercises)
            raise GraderError(f'Lesson "{self.name}" has no exercise "{name}"; it has: {names}.')
        return found

    def used_by(self, names: Collection[str]) -> list[str]:
        """Return the earlier exercises that these use, directly or through others, in teaching order."""
        used: set[str] = set()
        for exercise in reversed(self.in_reach):  # an exercise uses earlier ones only
            if exercise.name in names or exercise.name in used:
                used |= set(exercise.uses)
        return [exercise.name for exercise in self.in_reach if exercise.name in used]

    def mistakes_of(self, exercise: Exercise) -> tuple[Mistake, ...]:
        """Return the known mistakes of one exercise."""
        return tuple(mistake for mistake in self.mistakes if mistake.exercise == exercise.name)

    def styles_of(self, exercise: Exercise) -> tuple[Callable[..., Any], ...]:
        """Return right answers to one exercise in other styles, which every check must pass."""
        return self.styles.get(exercise.name, ())


@cache
def about(maker: CaseMaker) -> tuple[str, str]:
    """Return what a case maker's docstring says: the first line, and the rest."""
    first, _, rest = inspect.cleandoc(maker.__doc__ or "").partition("\n")
    return first.rstrip("."), " ".join(rest.split())
