"""Right answers in other styles: one module a lesson; no check may refuse any of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Right = Callable[..., Any]


class Gallery(dict[str, tuple[Right, ...]]):
    """The right styles of one lesson by exercise, entered by decorating the answers.

    Made one a lesson, named as its entries are to be read::

        style = Gallery()

        @style("sigmoid")
        def sigmoid_in_one_line(z): ...

        style("sigmoid", "sigmoid_as_a_lambda")(lambda z: ...)
    """

    def __call__(self, exercise: str, name: str = "") -> Callable[[Right], Right]:
        """Enter the decorated callable as an answer to `exercise`; `name` is for those without a name of their own."""

        def enter(right: Right) -> Right:
            if name:
                right.__name__ = name
            self[exercise] = (*self.get(exercise, ()), right)
            return right

        return enter
