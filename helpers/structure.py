"""Pair what was wanted with what came: the parts of tuples and lists, the keys of dicts, down to the leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.plain import Opaque
from helpers.tolerance import is_number
from helpers.words import listed, quoted, type_name


@dataclass(frozen=True)
class Leaf:
    """A named part of a result: what was wanted there and what came."""

    name: str
    want: Any
    got: Any


class Mismatch(Exception):
    """The structure of a result differs; carries the code and facts of the finding."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def leaves(want: Any, got: Any, name: str, parts: tuple[str, ...] | None = None) -> Iterator[Leaf]:
    """Pair the leaves of a wanted and a returned result.

    `parts` names the parts of a result that is itself a tuple; with () they are numbered. A tuple within a result has
    no such names (`None`), and may as well come as a list.

    Raises
    ------
    Mismatch
        The structure differs, so that leaves cannot be paired.
    """
    if got is None and want is not None:
        raise Mismatch("nothing_returned", name=name)
    if isinstance(want, tuple) and parts is not None:
        yield from _tuple_leaves(want, got, name, parts)
    elif isinstance(want, dict):
        yield from _dict_leaves(want, got, name)
    elif isinstance(want, list | tuple):
        yield from _list_leaves(want, got, name)
    else:
        _check_kind(want, got, name)
        yield Leaf(name, want, got)


def _tuple_leaves(want: tuple, got: Any, name: str, parts: tuple[str, ...]) -> Iterator[Leaf]:
    names = part_names(parts, len(want))
    if type(got) is not tuple:
        raise Mismatch("type", name=name, got=type_name(got), want=f"a tuple {listed(names)}")
    if len(got) != len(want):
        raise Mismatch("arity", got=str(len(got)), want=str(len(want)), listed=listed(names))
    for part, one, other in zip(names, want, got, strict=True):
        yield from leaves(one, other, part)


def part_names(parts: tuple[str, ...], count: int) -> tuple[str, ...]:
    """Return the names of a tuple's parts, or number them."""
    return parts if len(parts) == count else tuple(f"result {place}" for place in range(1, count + 1))


def _dict_leaves(want: dict, got: Any, name: str) -> Iterator[Leaf]:
    keys = quoted(want)
    if not isinstance(got, dict):
        raise Mismatch("type", name=name, got=type_name(got), want=f"a dictionary with the keys {keys}")
    missing = [key for key in want if key not in got]
    if missing:
        raise Mismatch("keys", name=name, missing=quoted(missing[:1]), got=quoted(got) or "none", want=keys)
    for key, value in want.items():
        yield from leaves(value, got[key], key)


def _list_leaves(want: list | tuple, got: Any, name: str) -> Iterator[Leaf]:
    items = list(got) if isinstance(got, np.ndarray) and got.ndim == 1 else got
    if not isinstance(items, list | tuple):
        raise Mismatch("type", name=name, got=type_name(got), want=type_name(want))
    if len(items) != len(want):
        raise Mismatch("length", name=name, got=str(len(items)), want=str(len(want)))
    for index, (one, other) in enumerate(zip(want, items, strict=True)):
        yield from leaves(one, np.asarray(other) if isinstance(other, np.generic) else other, f"{name}[{index}]")


def _check_kind(want: Any, got: Any, name: str) -> None:
    kind = _wanted_kind(want, got)
    if kind and isinstance(got, Opaque) and got.type_name.startswith(ARRAY_OF):
        raise Mismatch("not_numbers", name=name, got=got.type_name.removeprefix(ARRAY_OF))
    if kind:
        raise Mismatch("type", name=name, got=type_name(got), want=kind)


ARRAY_OF = "array of "  # how `to_plain` begins the type of an array that holds no numbers


def _wanted_kind(want: Any, got: Any) -> str:
    """Return the wanted kind in words where `got` is not of it, else ""."""
    if isinstance(want, Opaque):
        return type_name(want)  # nothing can be compared with it
    if isinstance(want, str | None):
        return "" if type(got) is type(want) else type_name(want)
    if isinstance(want, np.ndarray) and want.ndim:
        return "" if isinstance(got, np.ndarray) else "a NumPy array"
    if np.asarray(want).dtype.kind == "b":
        return "" if isinstance(got, bool | np.ndarray) and np.asarray(got).dtype.kind == "b" else "True or False"
    return "" if is_number(got) or (isinstance(got, np.ndarray) and got.dtype.kind != "b") else "a number"
