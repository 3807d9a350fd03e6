"""Plain values as JSON and raw bytes, and back again without faith in what came."""

from __future__ import annotations

import math
import re
from typing import Any

import numpy as np

from helpers.plain import flatten, unflatten

from .wire import Malformed

DTYPE = re.compile(r"[<>|](b1|[iu][1248]|f2|f4|f8|f16|c8|c16)")
MAX_ARRAYS = 20_000
MAX_DIMENSIONS = 32


def pack(value: Any) -> tuple[dict[str, Any], list[memoryview]]:
    """Turn a plain value into a JSON object and its arrays' bytes."""
    skeleton, arrays = flatten(value)
    table = [[path, array.dtype.str, list(array.shape)] for path, array in arrays.items()]
    chunks = [np.ascontiguousarray(array).reshape(-1).view(np.uint8).data for array in arrays.values() if array.size]
    return {"skeleton": skeleton, "arrays": table}, chunks


def unpack(packed: Any, data: bytearray) -> Any:
    """Put together what `pack` took apart.

    Raises
    ------
    Malformed
        It is not what `pack` makes, or the bytes do not fit the shapes.
    """
    try:
        arrays = _arrays(packed["arrays"], memoryview(data))
        return unflatten(packed["skeleton"], arrays)
    except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
        raise Malformed("an answer that does not fit together") from error


def ordinary(value: Any) -> Any:
    """Return a plain value as NumPy's functions return it: each array has memory of its own, a number is a scalar."""
    if isinstance(value, np.ndarray):
        return value.copy() if value.ndim else value[()]
    if isinstance(value, dict):
        return {key: ordinary(item) for key, item in value.items()}
    return type(value)(map(ordinary, value)) if isinstance(value, list | tuple) else value


def _arrays(table: Any, data: memoryview) -> dict[str, np.ndarray]:
    if not isinstance(table, list) or len(table) > MAX_ARRAYS:
        raise ValueError("the arrays are a short list")
    arrays, start = {}, 0
    for path, dtype_text, shape in table:
        dtype = _dtype(dtype_text)
        end = start + dtype.itemsize * _size(shape)
        if not isinstance(path, str) or end > len(data):
            raise ValueError("an array longer than its bytes")
        arrays[path] = _array(data[start:end], dtype, shape)
        start = end
    if start != len(data):
        raise ValueError("bytes that belong to no array")
    return arrays


def _dtype(text: Any) -> np.dtype[Any]:
    if not isinstance(text, str) or not DTYPE.fullmatch(text):
        raise ValueError("a dtype that is no number")
    return np.dtype(text)


def _size(shape: Any) -> int:
    if not isinstance(shape, list) or len(shape) > MAX_DIMENSIONS or not all(type(n) is int and n >= 0 for n in shape):
        raise ValueError("a shape is a short list of counts")
    return math.prod(shape)


def _array(data: memoryview, dtype: np.dtype[Any], shape: list[int]) -> np.ndarray:
    if dtype.kind == "b":  # a byte of a bool may only be 0 or 1
        return (np.frombuffer(data, np.uint8) != 0).reshape(shape)
    return np.frombuffer(data, dtype).reshape(shape).astype(dtype.newbyteorder("="), copy=False)
