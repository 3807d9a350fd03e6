"""The catalogue of known mistakes: one module a lesson; each is a short wrong version and a sentence that helps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grader.exercise import Mistake

Wrong = Callable[..., Any]


class Catalogue(list[Mistake]):
    """The mistakes of one lesson, entered by decorating the wrong versions.

    Made one a lesson, named as its entries are to be read::

        mistake = Catalogue()

        @mistake("sigmoid", says="the minus of e^(-z) is missing", hint="At z = 10 the answer must be near 1.")
        def sigmoid_without_minus(z): ...
    """

    def __call__(self, exercise: str, *, says: str, hint: str, finding: str = "") -> Callable[[Wrong], Wrong]:
        """Enter the decorated function as a mistake of `exercise`; its own name is the mistake's id."""

        def enter(wrong: Wrong) -> Wrong:
            self.append(Mistake(exercise, wrong, says, hint, finding))
            return wrong

        return enter
