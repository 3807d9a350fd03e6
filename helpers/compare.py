"""Compare what a function returned with what is right, stage by stage: the first stage that speaks ends it.

structure -> shape -> dtype -> finite -> values -> arguments untouched. Each stage takes the leaves of the
two results and returns a `Finding` or None. Nothing here raises for any plain value.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from helpers.plain import Opaque
from helpers.records import Case, Finding, Observation, Outcome, Question
from helpers.relations import relation

# |got - want| <= RELATIVE |want| + FLOOR max|want|; the first is numpy.allclose's own default
RELATIVE, FLOOR = 1e-5, 1e-9
SINGLE_RELATIVE, SINGLE_FLOOR = 1e-4, 1e-5  # for answers computed in float32


@dataclass(frozen=True)
class Leaf:
    """A named part of a result: what was wanted there and what came."""

    name: str
    want: Any
    got: Any


class Mismatch(Exception):  # noqa: N818 - carries a finding up from a nested result, is no error
    """The structure of a result differs; carries the code and facts of the finding."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code, self.facts = code, facts


def compare(question: Question, case: Case, got: Observation) -> Finding | None:
    """Return what is wrong with `got` on `case`, or None."""
    found = _error(got) or _result(question, case, got)
    if found is None and "untouched" in question.checks:
        found = _untouched(got)
    return _place(found, question, case)


def _place(found: Finding | None, question: Question, case: Case) -> Finding | None:
    if found is None:
        return None
    return Finding(found.code, found.outcome, f"{question.name}, {case.about}", found.facts)


def _error(got: Observation) -> Finding | None:
    error = got.error
    if error is None:
        return None
    if error.kind == "NotImplementedError":
        return Finding("not_attempted", Outcome.NOT_ATTEMPTED)
    if error.kind == "not_defined":
        return Finding("not_defined", Outcome.NOT_DEFINED)
    if error.kind == "time_out":
        return Finding("time_out", Outcome.TIMED_OUT, facts={"seconds": error.text})
    if error.kind == "died":
        return Finding("died", Outcome.DIED, facts={"how": error.text})
    if error.kind == "signature":
        return Finding("signature", Outcome.RAISED, facts={"text": error.text})
    line = f", at `{error.line}`" if error.line else ""
    return Finding("raised", Outcome.RAISED, facts={"kind": error.kind, "text": error.text, "line": line})


def _result(question: Question, case: Case, got: Observation) -> Finding | None:
    try:
        found_leaves = list(leaves(case.expected.result, got.result, "the result", question.parts))
    except Mismatch as mismatch:
        return Finding(mismatch.code, Outcome.WRONG, facts=mismatch.facts)
    for stage in STAGES:
        for leaf in found_leaves:
            facts = stage(leaf, case)
            if facts is not None:
                return Finding(stage.__name__, Outcome.WRONG, facts={"name": leaf.name, **facts})
    return None


def leaves(want: Any, got: Any, name: str, parts: tuple[str, ...] = ()) -> Iterator[Leaf]:
    """Pair the leaves of a wanted and a returned result.

    Raises
    ------
    Mismatch
        The structure differs, so that leaves cannot be paired.
    """
    if got is None and want is not None:
        raise Mismatch("nothing_returned", name=name)
    if isinstance(want, tuple):
        yield from _tuple_leaves(want, got, parts)
    elif isinstance(want, dict):
        yield from _dict_leaves(want, got, name)
    elif isinstance(want, list):
        yield from _list_leaves(want, got, name)
    else:
        wanted_kind = _wrong_kind(want, got)
        if wanted_kind:
            raise Mismatch("type", name=name, got=type_name(got), want=wanted_kind)
        yield Leaf(name, want, got)


def _tuple_leaves(want: tuple, got: Any, parts: tuple[str, ...]) -> Iterator[Leaf]:
    names = parts or tuple(f"result {i + 1}" for i in range(len(want)))
    listed = "(" + ", ".join(names) + ")"
    if type(got) is not tuple:
        raise Mismatch("type", name="the result", got=type_name(got), want=f"a tuple {listed}")
    if len(got) != len(want):
        raise Mismatch("arity", got=str(len(got)), want=str(len(want)), listed=listed)
    for name, one, other in zip(names, want, got, strict=True):
        yield from leaves(one, other, name)


def _dict_leaves(want: dict, got: Any, name: str) -> Iterator[Leaf]:
    listed = ", ".join(f'"{key}"' for key in want)
    if not isinstance(got, dict):
        raise Mismatch("type", name=name, got=type_name(got), want=f"a dictionary with the keys {listed}")
    missing = [key for key in want if key not in got]
    if missing:
        came = ", ".join(f'"{key}"' for key in got) or "none"
        raise Mismatch("keys", name=name, missing=f'"{missing[0]}"', got=came[:200], want=listed)
    for key, value in want.items():
        yield from leaves(value, got[key], key)


def _list_leaves(want: list, got: Any, name: str) -> Iterator[Leaf]:
    items = list(got) if isinstance(got, np.ndarray) and got.ndim == 1 else got
    if not isinstance(items, list | tuple):
        raise Mismatch("type", name=name, got=type_name(got), want="a list")
    if len(items) != len(want):
        raise Mismatch("length", name=name, got=str(len(items)), want=str(len(want)))
    for index, (one, other) in enumerate(zip(want, items, strict=True)):
        yield from leaves(one, np.asarray(other) if isinstance(other, np.generic) else other, f"{name}[{index}]")


def _wrong_kind(want: Any, got: Any) -> str:
    """Return the wanted kind in words where `got` is not of it, else ""."""
    if isinstance(want, np.ndarray) and want.ndim:
        return "" if isinstance(got, np.ndarray) else "a NumPy array"
    if isinstance(want, bool | str | None):
        return "" if type(got) is type(want) else type_name(want)
    return "" if is_number(got) else "a number"


def is_number(value: Any) -> bool:
    """Whether a plain value may stand where one number is wanted: float, int, 0-d, (1,) or (1, 1)."""
    if isinstance(value, np.ndarray):
        return value.size == 1 and value.dtype.kind != "b"
    return type(value) in (int, float)


def type_name(value: Any) -> str:
    """Name the type of a plain value as a student would."""
    if isinstance(value, Opaque):
        return f"of type {value.type_name}"
    names = {np.ndarray: "a NumPy array", type(None): "None", dict: "a dictionary", str: "a text"}
    return names.get(type(value), f"of type {type(value).__name__}")


def shape(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """An array has the wanted shape."""
    if np.ndim(leaf.want) == 0 or leaf.got.shape == leaf.want.shape:
        return None
    kind = relation(leaf.got, leaf.want, case.arguments)
    return {"got": str(leaf.got.shape), "want": str(leaf.want.shape), "relation": kind}


def dtype(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """The numbers are real."""
    if not isinstance(leaf.got, np.ndarray) or leaf.got.dtype.kind != "c":
        return None
    return {"got": str(leaf.got.dtype)}


def not_finite(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """No nan or inf where a finite number is wanted."""
    if isinstance(leaf.want, str | None):
        return None
    got = np.asarray(leaf.got, dtype=float)
    bad = ~np.isfinite(got) & np.isfinite(np.asarray(leaf.want, dtype=float)).reshape(got.shape)
    if not bad.any():
        return None
    index = tuple(int(i) for i in np.argwhere(bad)[0])
    return {"got": f"{got[index]}", "index": index_text(index), "count": count_text(bad)}


def values(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """The numbers are right, within the tolerance of this module."""
    if isinstance(leaf.want, str | None):
        return None if leaf.got == leaf.want else {"count": "", "sample": "", "relation": ""}
    got = np.asarray(leaf.got)
    want = np.asarray(leaf.want).reshape(got.shape)
    wrong = ~close(got, want)
    if not wrong.any():
        return None
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    sample = f"{index_text(index)} {number_text(got[index])} came, {number_text(want[index])} was wanted"
    kind = relation(got, want, case.arguments)
    return {"count": count_text(wrong), "sample": sample, "relation": kind}


STAGES = (shape, dtype, not_finite, values)


def close(got: np.ndarray, want: np.ndarray) -> np.ndarray:
    """Elementwise: equal within the tolerance; never true for nan."""
    single = got.dtype.kind == "f" and got.dtype.itemsize <= 4
    relative, floor = (SINGLE_RELATIVE, SINGLE_FLOOR) if single else (RELATIVE, FLOOR)
    want = want.astype(float)
    with np.errstate(all="ignore"):
        scale = np.max(np.abs(want), initial=0.0)
        return np.abs(got.astype(float) - want) <= relative * np.abs(want) + floor * scale


def _untouched(got: Observation) -> Finding | None:
    if not got.changed:
        return None
    return Finding("changed", Outcome.WRONG, facts={"name": ", ".join(got.changed)})


def same(one: Observation, other: Observation) -> bool:
    """Whether two observations cannot be told apart: the same error, or results of one shape and value."""
    if one.error is not None or other.error is not None:
        return one.error is not None and other.error is not None and one.error.kind == other.error.kind
    return one.changed == other.changed and same_value(one.result, other.result)


def same_value(one: Any, other: Any) -> bool:
    """Whether two plain values are alike in structure, shape and (within tolerance) numbers."""
    if isinstance(one, Opaque) or isinstance(other, Opaque):
        return one == other
    if isinstance(one, list | tuple):
        alike = type(one) is type(other) and len(one) == len(other)
        return alike and all(map(same_value, one, other))
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and one.keys() == other.keys()
            and all(same_value(one[key], other[key]) for key in one)
        )
    if is_number(one) and is_number(other) and not (isinstance(one, np.ndarray) and one.ndim):
        return _same_numbers(np.asarray(one).reshape(()), np.asarray(other).reshape(()))
    if type(one) is not type(other):
        return False
    return _same_numbers(one, other) if isinstance(one, np.ndarray) else bool(one == other)


def _same_numbers(one: np.ndarray, other: np.ndarray) -> bool:
    if one.shape != other.shape or "c" in (one.dtype.kind, other.dtype.kind):
        return False
    one, other = one.astype(float), other.astype(float)
    odd = ~np.isfinite(other)
    if not np.array_equal(one[odd], other[odd], equal_nan=True):
        return False
    return bool(close(one[~odd], other[~odd]).all())


def index_text(index: tuple[int, ...]) -> str:
    """Name a place in an array: " at [0, 1]", or nothing for a single number."""
    return f" at [{', '.join(map(str, index))}]" if index else ""


def count_text(wrong: np.ndarray) -> str:
    """Say how many entries: " in 3 of 8 entries", or nothing for a single number."""
    return f" in {int(wrong.sum())} of {wrong.size} entries" if wrong.size > 1 else ""


def number_text(value: Any) -> str:
    """Print a number to six digits."""
    return f"{float(value):.6g}"
