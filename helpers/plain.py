"""Plain values: what may travel between a student's function and the judgement of its answer.

A plain value is None, a bool, int, float or str, a NumPy array of numbers, or a list, tuple or dict of
plain values. Everything else becomes an `Opaque` leaf that only remembers its type, so no object of a student's is
ever compared, called or stored. `flatten` splits a plain value into JSON and arrays, for HDF5 and for pipes.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

NUMBER_KINDS = "biufc"
MAX_DEPTH = 6
MAX_ITEMS = 10_000
MAX_INT = 2**63
MAX_TEXT = 10_000


@dataclass(frozen=True)
class Opaque:
    """A value that is not plain; only the name of its type is kept."""

    type_name: str


def to_plain(value: Any, depth: int = 0) -> Any:
    """Copy `value` into plain values; whatever is not plain becomes `Opaque`.

    Exact types are asked for, not `isinstance`: a subclass of ndarray may claim anything. Named tuples and
    the dicts of the standard library are read through the methods of their base class.
    """
    kind = type(value)
    if value is None or kind in (bool, float):
        return value
    if kind is int:
        return value if abs(value) < MAX_INT else Opaque("int beyond 64 bits")
    if kind is str:
        return value[:MAX_TEXT]
    if kind is np.ndarray or (issubclass(kind, np.generic) and kind.__module__ == "numpy"):
        return _plain_array(np.asarray(value))
    if depth >= MAX_DEPTH:
        return Opaque("deeply nested " + kind.__name__)
    return _plain_container(value, depth + 1)


def _plain_array(array: np.ndarray) -> Any:
    if array.dtype.kind not in NUMBER_KINDS or array.dtype.itemsize > 16:
        return Opaque(f"array of {array.dtype}")
    return np.array(array, dtype=array.dtype.newbyteorder("="), order="C")


def _plain_container(value: Any, depth: int) -> Any:
    if isinstance(value, list) and list.__len__(value) <= MAX_ITEMS:
        return [to_plain(item, depth) for item in list.__iter__(value)]
    if isinstance(value, tuple) and tuple.__len__(value) <= MAX_ITEMS:
        return tuple(to_plain(item, depth) for item in tuple.__iter__(value))
    if isinstance(value, dict) and dict.__len__(value) <= MAX_ITEMS:
        items = list(dict.items(value))
        if all(type(key) is str for key, _ in items):
            return {key: to_plain(item, depth) for key, item in items}
    return Opaque(str(type(value).__name__)[:80])


def identical(one: Any, other: Any) -> bool:
    """Whether two plain values are the same to the last bit."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape) == (other.dtype, other.shape) and one.tobytes() == other.tobytes()
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(identical, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(identical(one[key], other[key]) for key in one)
    return bool(one == other) or one != one  # nan is itself


def flatten(value: Any, path: str = "value") -> tuple[Any, dict[str, np.ndarray]]:
    """Split a plain value into a JSON skeleton and its arrays, keyed by their path in the value."""
    if isinstance(value, np.ndarray):
        return {"array": path}, {path: value}
    if isinstance(value, Opaque):
        return {"opaque": value.type_name}, {}
    if isinstance(value, dict):
        skeletons, arrays = _flatten_items(value, path)
        return {"dict": skeletons}, arrays
    if isinstance(value, list | tuple):
        skeletons, arrays = _flatten_items({str(i): item for i, item in enumerate(value)}, path)
        return {type(value).__name__: list(skeletons.values())}, arrays
    return {"value": value}, {}


def _flatten_items(items: Mapping[str, Any], path: str) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
    skeletons: dict[str, Any] = {}
    arrays: dict[str, np.ndarray] = {}
    for index, (key, item) in enumerate(items.items()):
        step = key if key.isidentifier() else str(index)
        skeletons[key], inner = flatten(item, f"{path}/{step}")
        arrays |= inner
    return skeletons, arrays


def unflatten(skeleton: Any, arrays: Mapping[str, np.ndarray]) -> Any:
    """Put a plain value together again.

    Raises
    ------
    ValueError
        The skeleton is not one that `flatten` makes, or an array is missing.
    """
    if not isinstance(skeleton, dict) or len(skeleton) != 1:
        raise ValueError("a skeleton is a dict with one entry")
    ((kind, content),) = skeleton.items()
    if kind == "array" and isinstance(content, str) and content in arrays:
        return arrays[content]
    if kind == "opaque" and isinstance(content, str):
        return Opaque(content)
    if kind == "dict" and isinstance(content, dict):
        return {key: unflatten(item, arrays) for key, item in content.items()}
    if kind in ("list", "tuple") and isinstance(content, list):
        items = [unflatten(item, arrays) for item in content]
        return items if kind == "list" else tuple(items)
    if kind == "value" and (content is None or isinstance(content, bool | int | float | str)):
        return content
    raise ValueError(f"a skeleton has no entry {kind!r} with this content")
