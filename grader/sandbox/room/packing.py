"""Plain values as JSON and raw bytes, and back again without faith in what came.

In the JSON, numbers, texts, lists, True, False and None stand for themselves. Everything else is an object with one
entry, whose name says what it is: "dict", "tuple", "opaque", or "array", whose bytes follow those of the one before.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

import numpy as np

from helpers.plain import MAX_NESTING, MAX_TEXT, Opaque, is_scalar

from .wire import Malformed

DTYPE = re.compile(r"[<>|](b1|[iu][1248]|f2|f4|f8|f16|c8|c16)")
MAX_ARRAYS = 20_000


def pack(value: Any) -> tuple[Any, list[memoryview]]:
    """Turn a plain value into what JSON can hold, and its arrays' bytes."""
    chunks: list[memoryview] = []
    return _skeleton(value, chunks), chunks


def _skeleton(value: Any, chunks: list[memoryview]) -> Any:
    kind = type(value)
    if kind is np.ndarray:
        chunks.append(value.data)
        return {"array": [value.dtype.str, list(value.shape)]}
    if kind is list:
        return [_skeleton(item, chunks) for item in value]
    if kind is tuple:
        return {"tuple": [_skeleton(item, chunks) for item in value]}
    if kind is dict:
        return {"dict": {key: _skeleton(item, chunks) for key, item in value.items()}}
    return {"opaque": value.type_name} if kind is Opaque else value


def unpack(skeleton: Any, data: bytearray) -> Any:
    """Put together what `pack` took apart.

    Raises
    ------
    Malformed
        It is not what `pack` makes, or the bytes do not fit the shapes.
    """
    arrays = Arrays(memoryview(data))
    try:
        value = _value(skeleton, arrays)
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise Malformed("an answer that does not fit together") from error
    if arrays.left:
        raise Malformed("bytes that belong to no array")
    return value


def ordinary(value: Any) -> Any:
    """Return a plain value as NumPy's functions return it: each array has memory of its own, a number is a scalar."""
    if isinstance(value, np.ndarray):
        return value.copy() if value.ndim else value[()]
    if isinstance(value, dict):
        return {key: ordinary(item) for key, item in value.items()}
    return type(value)(map(ordinary, value)) if isinstance(value, list | tuple) else value


class Arrays:
    """The arrays in a run of bytes, taken off one after another."""

    def __init__(self, data: memoryview) -> None:
        self._data = data
        self._count = self._start = 0

    @property
    def left(self) -> int:
        """The number of bytes that nobody has taken."""
        return len(self._data) - self._start

    def take(self, dtype_text: Any, shape: Any) -> np.ndarray:
        """Return the next one.

        Raises
        ------
        ValueError, TypeError
            It is no array of numbers, or longer than the bytes.
        """
        array: np.ndarray = np.ndarray(shape, _dtype(dtype_text), self._data, self._start)
        self._start += array.nbytes
        self._count += 1
        if list(array.shape) != shape or self._count > MAX_ARRAYS:
            raise ValueError("a shape with a -1 in it, or more arrays than there may be")
        return _own(array)


def _value(skeleton: Any, arrays: Arrays, depth: int = 0) -> Any:
    kind = type(skeleton)
    if depth > MAX_NESTING:
        raise ValueError("nested without end")
    if kind is list:
        return [_value(item, arrays, depth + 1) for item in skeleton]
    if is_scalar(skeleton):
        return skeleton
    if kind is not dict:
        raise ValueError("no number that a plain value may be")
    ((name, content),) = skeleton.items()
    if name == "array":
        return arrays.take(*content)
    if name == "tuple" and type(content) is list:
        return tuple([_value(item, arrays, depth + 1) for item in content])
    if name == "dict" and type(content) is dict:
        return {key: _value(item, arrays, depth + 1) for key, item in content.items()}
    if name == "opaque" and type(content) is str:
        return Opaque(content[:MAX_TEXT])
    raise ValueError("an object of no known name, or with something else in it")


@cache
def _dtype(text: Any) -> np.dtype[Any]:
    if not isinstance(text, str) or not DTYPE.fullmatch(text):
        raise ValueError("a dtype that is no number")
    return np.dtype(text)


def _own(array: np.ndarray) -> np.ndarray:
    """Return the same numbers in this machine's order; a byte of a bool may only be 0 or 1."""
    if array.dtype.kind == "b":
        return np.asarray(array.view(np.uint8) != 0)
    return array if array.dtype.isnative else array.astype(array.dtype.newbyteorder("="))
