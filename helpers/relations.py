"""How a wrong array relates to the right one: transposed, negated, a factor of m off, another axis."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from helpers.tolerance import as_real

NEARLY = 1e-4  # a relation is a hint: answers in float32 deserve it, too
EXAMPLES_IN_COLUMNS = ("X", "Y", "X_train", "A_prev", "A", "AL", "dA", "dZ")


def relation(got: np.ndarray, want: np.ndarray, arguments: dict[str, Any]) -> str:
    """Name the first relation that holds, "" where none does.

    Parameters
    ----------
    got, want
        The returned and the right array, possibly of different shapes.
    arguments
        The case's arguments; the number of examples m is the width of ``X``, or of another that has them in columns.
    """
    if got.size == 0 or want.size == 0 or got.dtype.kind == "c":
        return ""
    got, want = as_real(got), as_real(want)
    m = _examples(arguments)
    with np.errstate(all="ignore"):
        return next((name for name, holds in RELATIONS.items() if holds(got, want, m)), "")


def _examples(arguments: dict[str, Any]) -> int:
    for name in EXAMPLES_IN_COLUMNS:
        array = arguments.get(name)
        if isinstance(array, np.ndarray) and array.ndim == 2:
            return int(array.shape[1])
    return 1


def _near(one: np.ndarray, other: np.ndarray) -> bool:
    return one.shape == other.shape and bool(
        np.all(np.abs(one - other) <= NEARLY * (np.abs(other) + np.max(np.abs(other))))
    )


def _factor(factor: Callable[[int], float]) -> Callable[[np.ndarray, np.ndarray, int], bool]:
    return lambda got, want, m: m > 1 and bool(np.any(want)) and _near(got, want * factor(m))


def _summed(got: np.ndarray, want: np.ndarray, m: int) -> bool:
    """The right answer is what is left when `got` is summed over one axis."""
    sums = [got.sum(axis=axis, keepdims=True) for axis in range(got.ndim)]
    return any(_near(total, want) or _near(total.ravel(), want.ravel()) for total in sums)


def _same_total(got: np.ndarray, want: np.ndarray, m: int) -> bool:
    """Sums of one matrix over different axes have one total; a total near 0 would prove nothing."""
    total, size = want.sum(), np.abs(want).sum()
    return got.shape != want.shape and bool(np.abs(total) > 0.01 * size and _near(got.sum(), total))


RELATIONS: dict[str, Callable[[np.ndarray, np.ndarray, int], bool]] = {
    "transposed": lambda got, want, m: got.ndim == 2 and want.ndim == 2 and want.size > 1 and _near(got.T, want),
    "flattened": lambda got, want, m: got.shape != want.shape and _near(got.ravel(), want.ravel()),
    "negated": lambda got, want, m: bool(np.any(want)) and _near(-got, want),
    "times_m": _factor(lambda m: m),
    "over_m": _factor(lambda m: 1 / m),
    "negated_times_m": _factor(lambda m: -m),
    "negated_over_m": _factor(lambda m: -1 / m),
    "not_summed": lambda got, want, m: got.size > want.size and _summed(got, want, m),
    "over_summed": lambda got, want, m: got.size < want.size and _summed(want, got, m),
    "other_axis": _same_total,
}
