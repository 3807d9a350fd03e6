"""The building blocks that the playground trains with: the reader's own of lesson 05, or the course's right answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from helpers.errors import CourseError

MISSING = (
    "The playground trains with five functions of lesson 05, and this notebook lacks {missing}: copy your own into the "
    "cell above, run it, and run this cell again."
)


class BlocksMissing(CourseError):
    """There are not all the functions that a network is made of."""


class Blocks(NamedTuple):
    """The five functions of lesson 05 that a network of any depth, with any activation, is made of."""

    initialize_parameters_deep: Callable[..., Any]
    linear_forward: Callable[..., Any]
    compute_cost: Callable[..., Any]
    linear_backward: Callable[..., Any]
    update_parameters: Callable[..., Any]


def find(names: Mapping[str, Any]) -> Blocks:
    """Return a notebook's own functions; where it has none of them, the right answers of a course with the reference.

    Parameters
    ----------
    names : what the notebook defines, its `globals()`

    Raises
    ------
    BlocksMissing
        It has only some of them; or none, and there is no reference, as in a student kit.
    """
    own = {name: names[name] for name in Blocks._fields if callable(names.get(name))}
    found = own or _right_answers()
    missing = [f"`{name}`" for name in Blocks._fields if name not in found]
    if missing:
        raise BlocksMissing(MISSING.format(missing=", ".join(missing)))
    return Blocks(**found)


def _right_answers() -> dict[str, Callable[..., Any]]:
    try:
        from helpers.reference import deep_network
    except ImportError:  # a student kit
        return {}
    return {name: getattr(deep_network, name) for name in Blocks._fields}
