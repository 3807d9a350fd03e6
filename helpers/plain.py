"""Plain values: what may travel between a student's function and the judgement of its answer.

A plain value is None, a bool, int, float or str, a NumPy array of numbers, or a list, tuple or dict of
plain values. Everything else becomes an `Opaque` leaf that only remembers its type, so no object of a student's is
ever compared, called or stored. `flatten` splits a plain value into JSON and arrays, for HDF5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

NUMBER_KINDS = "biufc"
NUMPY_SCALARS = frozenset(map(id, np.sctypeDict.values()))  # the types themselves, however equal another claims to be
MAX_DEPTH = 6
MAX_ITEMS = 10_000
MAX_INT = 2**63
MAX_TEXT = 10_000
MAX_NESTING = 50  # of a whole question in a case file
MAX_BYTES = 2**28  # of one value; shared out among the items of a list, tuple or dict
ITEM_BYTES = 64  # what an item of a list costs, roughly


@dataclass(frozen=True)
class Opaque:
    """A value that is not plain; only the name of its type is kept."""

    type_name: str


def to_plain(value: Any, depth: int = 0, room: int = MAX_BYTES) -> Any:
    """Copy `value` into plain values; whatever is not plain, or is too large, becomes `Opaque`.

    Nothing of a student's is called: types are asked for by identity, as a class can claim to equal any other,
    and not by `isinstance`, as an object can name any class its own. Named tuples and the dicts of the
    standard library are read through the methods of their base class.
    """
    kind = type(value)
    if value is None or kind is bool or kind is float:
        return value
    if kind is int:
        return value if abs(value) < MAX_INT else Opaque("int beyond 64 bits")
    if kind is str:
        return value[:MAX_TEXT]
    if kind is np.ndarray or _is_numpy_scalar(kind):
        return _plain_array(np.asarray(value), room)
    if depth >= MAX_DEPTH:
        return Opaque("deeply nested " + name_of(kind))
    return _plain_container(value, depth + 1, room)


def _is_numpy_scalar(kind: type) -> bool:
    return id(kind) in NUMPY_SCALARS


def name_of(kind: type) -> str:
    """Return a class's name as Python keeps it, whatever its metaclass says."""
    return str(type.__dict__["__name__"].__get__(kind))[:80]


def _plain_array(array: np.ndarray, room: int) -> Any:
    if array.dtype.kind not in NUMBER_KINDS or array.dtype.itemsize > 16:
        return Opaque(f"array of {ODD_KINDS.get(array.dtype.kind, array.dtype)}")
    if array.nbytes > room:
        return Opaque(f"array, too large at {array.nbytes:,} bytes")
    return np.array(array, dtype=array.dtype.newbyteorder("="), order="C")


ODD_KINDS = {"O": "Python objects", "U": "texts", "S": "bytes", "M": "dates", "m": "times", "V": "records"}


def _plain_container(value: Any, depth: int, room: int) -> Any:
    kind = type(value)
    if issubclass(kind, list) and _fits(list.__len__(value), room):
        return [to_plain(item, depth, _share(value, list, room)) for item in list.__iter__(value)]
    if issubclass(kind, tuple) and _fits(tuple.__len__(value), room):
        return tuple(to_plain(item, depth, _share(value, tuple, room)) for item in tuple.__iter__(value))
    if issubclass(kind, dict) and _fits(dict.__len__(value), room):
        return _plain_dict(list(dict.items(value)), depth, _share(value, dict, room))
    return Opaque(name_of(kind))


def _plain_dict(items: list[tuple[Any, Any]], depth: int, room: int) -> Any:
    if not all(issubclass(type(key), str) for key, _ in items):
        return Opaque("dict with a key that is no text")
    return {str.__str__(key)[:MAX_TEXT]: to_plain(item, depth, room) for key, item in items}


def _fits(count: int, room: int) -> bool:
    return count <= MAX_ITEMS and count * ITEM_BYTES <= room


def _share(value: Any, base: Any, room: int) -> int:
    return int(room // max(base.__len__(value), 1))


def identical(one: Any, other: Any) -> bool:
    """Whether two plain values are the same to the last bit; the order of keys does count."""
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return (one.dtype, one.shape) == (other.dtype, other.shape) and one.tobytes() == other.tobytes()
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(identical, one, other))
    if isinstance(one, dict):
        return list(one) == list(other) and all(identical(one[key], other[key]) for key in one)
    return repr(one) == repr(other)  # so that nan is itself, and -0.0 is not 0.0


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


def unflatten(skeleton: Any, arrays: Mapping[str, np.ndarray], depth: int = 0) -> Any:
    """Put a plain value together again.

    Raises
    ------
    ValueError
        The skeleton is not one that `flatten` makes, or an array is missing.
    """
    if not isinstance(skeleton, dict) or len(skeleton) != 1 or depth > MAX_NESTING:
        raise ValueError("a skeleton is a dict with one entry, not nested without end")
    ((kind, content),) = skeleton.items()
    if kind == "array" and isinstance(content, str) and content in arrays:
        return arrays[content]
    if kind == "opaque" and isinstance(content, str):
        return Opaque(content[:MAX_TEXT])
    if kind == "dict" and isinstance(content, dict):
        return {key: unflatten(item, arrays, depth + 1) for key, item in content.items()}
    if kind in ("list", "tuple") and isinstance(content, list):
        items = [unflatten(item, arrays, depth + 1) for item in content]
        return items if kind == "list" else tuple(items)
    if kind == "value" and is_scalar(content):
        return content
    raise ValueError(f"a skeleton has no entry {kind[:80]!r} with this content")


def is_scalar(content: Any) -> bool:
    """Whether what a parser of JSON made is a number, a text, True, False or None that a plain value may be."""
    if isinstance(content, int):
        return abs(content) < MAX_INT
    return content is None or isinstance(content, float | str)
