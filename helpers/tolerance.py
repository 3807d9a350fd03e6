"""When two numbers, arrays or plain values count as the same."""

from __future__ import annotations

from typing import Any

import numpy as np

from helpers.plain import MAX_INT

# |got - want| <= RELATIVE |want| + FLOOR max|want|; the first is numpy.allclose's own default
RELATIVE, FLOOR = 1e-5, 1e-9
SINGLE_RELATIVE, SINGLE_FLOOR = 1e-4, 1e-5  # for answers computed in float32


def is_number(value: Any) -> bool:
    """Whether a plain value may stand where one number is wanted: float, int, 0-d, (1,) or (1, 1)."""
    if isinstance(value, np.ndarray):
        return value.size == 1 and value.dtype.kind != "b"
    return type(value) is float or (type(value) is int and abs(value) < MAX_INT)


def as_real(value: Any) -> np.ndarray:
    """Return numbers as an array of float64, without their imaginary parts."""
    with np.errstate(all="ignore"):
        return np.asarray(value).real.astype(float)


def close(got: np.ndarray, want: np.ndarray) -> np.ndarray:
    """Elementwise: equal within the tolerance; inf and nan equal nothing but themselves."""
    single = got.dtype.kind == "f" and got.dtype.itemsize <= 4
    relative, floor = (SINGLE_RELATIVE, SINGLE_FLOOR) if single else (RELATIVE, FLOOR)
    got, want = as_real(got), as_real(want)
    finite = np.isfinite(want)
    with np.errstate(all="ignore"):
        scale = np.max(np.abs(want), initial=0.0, where=finite)
        near = np.abs(got - want) <= relative * np.abs(want) + floor * scale
    return np.where(finite, near, (got == want) | (np.isnan(got) & np.isnan(want)))


def near(got: Any, want: Any) -> bool:
    """Whether numbers came as wanted, each within `RELATIVE` of a finite one.

    It is a quick look at what is mostly right, stricter than `close` and only for the usual types: where it is False,
    look closer.
    """
    if type(got) in (float, int) and type(want) in (float, int):
        return abs(got - want) <= RELATIVE * abs(want) < np.inf
    if not _are_doubles(got, want):
        return False
    with np.errstate(all="ignore"):
        return bool(np.isfinite(want).all() and (abs(got - want) <= RELATIVE * abs(want)).all())


def _are_doubles(got: Any, want: Any) -> bool:
    """Whether both are of double precision and of one shape; where a single number is wanted, any shape will do."""
    if not isinstance(got, np.ndarray) or got.dtype != float:
        return False
    if isinstance(want, np.ndarray):
        return want.dtype == float and got.shape == want.shape
    return type(want) is float and got.size == 1


def same_value(one: Any, other: Any) -> bool:
    """Whether two plain values are alike in structure, shape and (within tolerance) numbers.

    A number is the same as an array that holds it alone.
    """
    if is_number(one) and is_number(other) and 0 in (np.ndim(one), np.ndim(other)):
        return near(one, other) or _same_array(np.asarray(one).reshape(()), np.asarray(other).reshape(()))
    if type(one) is not type(other):
        return False
    if isinstance(one, np.ndarray):
        return _same_array(one, other)
    if isinstance(one, list | tuple):
        return len(one) == len(other) and all(map(same_value, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(same_value(one[key], other[key]) for key in one)
    return bool(one == other)


def _same_array(one: np.ndarray, other: np.ndarray) -> bool:
    if one.shape != other.shape:
        return False
    if "c" in (one.dtype.kind, other.dtype.kind):
        return np.array_equal(one, other, equal_nan=True)
    return bool(close(one, other).all())
