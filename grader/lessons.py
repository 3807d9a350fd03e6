"""The course: every lesson by name, its declarations joined with its known mistakes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any

from grader.exercise import Lesson
from helpers.errors import GraderError

MODULES = {  # of grader.exercises, grader.mistakes and grader.styles; a page without exercises has none
    "00-warm-up": "warm_up",
    "01-single-neuron": "single_neuron",
    "02-logistic-regression": "logistic_regression",
    "03-one-hidden-layer": "one_hidden_layer",
    "04-activations": "activations",
    "05-deep-network": "deep_network",
    "06-deep-application": "deep_application",
    "07-training-in-practice": "training_in_practice",
    "08-why-depth": "why_depth",
    "99-playground": "",
}
BUILDS_ON = {"06-deep-application": "05-deep-network"}


class Lessons(Mapping[str, Lesson]):
    """The lessons in teaching order; each is imported when it is first asked for, and a class wants one of them."""

    def __getitem__(self, name: str) -> Lesson:
        return _lesson(name)

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)

    def __contains__(self, name: object) -> bool:
        return name in MODULES


LESSONS = Lessons()


@cache
def _lesson(name: str) -> Lesson:
    module, earlier = MODULES[name], BUILDS_ON.get(name)
    if not module:
        return Lesson(name, exercises=())
    return Lesson(
        name,
        _declared("exercises", module).EXERCISES,
        _declared("mistakes", module).MISTAKES,
        _declared("styles", module).STYLES,
        builds_on=_lesson(earlier) if earlier else None,
    )


def _declared(what: str, module: str) -> Any:
    return import_module(f"grader.{what}.{module}")


def find_lesson(name: str) -> Lesson:
    """Return a lesson by the name of its folder.

    Raises
    ------
    GraderError
        There is no such lesson.
    """
    if name not in LESSONS:
        raise GraderError(f'There is no lesson "{name}"; the course has: {", ".join(LESSONS)}.')
    return LESSONS[name]
