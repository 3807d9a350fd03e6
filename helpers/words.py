"""How values are put into words: their types, their places, their numbers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np

from helpers.plain import Opaque

MAX_LIST = 200  # letters of a list of keys

TYPE_NAMES = {
    type(None): "None",
    bool: "True or False",
    int: "a whole number",
    float: "a number",
    str: "a text",
    list: "a list",
    tuple: "a tuple",
    dict: "a dictionary",
    np.ndarray: "a NumPy array",
}


def type_name(value: Any) -> str:
    """Name the type of a plain value as a student would."""
    if isinstance(value, Opaque):
        return f"an {value.type_name}" if value.type_name.startswith("array") else f"of type {value.type_name}"
    return TYPE_NAMES.get(type(value), f"of type {type(value).__name__}")


def listed(names: Iterable[str]) -> str:
    """Name the parts of a tuple as Python writes them: "(w, b)"."""
    return f"({', '.join(names)})"


def quoted(keys: Iterable[str]) -> str:
    """Name the keys of a dict: `"dw", "db"`."""
    text = ", ".join(f'"{key}"' for key in keys)
    return text if len(text) <= MAX_LIST else text[:MAX_LIST] + " ..."


def first_index(where: np.ndarray) -> tuple[int, ...]:
    """Return the place of the first True."""
    return tuple(int(place) for place in np.argwhere(where)[0])


def sample_text(index: tuple[int, ...], got: np.ndarray, want: np.ndarray) -> str:
    """Show one entry: what came, what was wanted, and the difference."""
    with np.errstate(all="ignore"):
        difference = got[index] - want[index]
    sample = f"{number_text(got[index])} came, {number_text(want[index])} was wanted, off by {difference:.3g}"
    return f"{index_text(index)} {sample}"


def index_text(index: tuple[int, ...]) -> str:
    """Name a place in an array: " at [0, 1]", or nothing for a single number."""
    return f" at [{', '.join(map(str, index))}]" if index else ""


def count_text(wrong: np.ndarray) -> str:
    """Say how many entries: " in 3 of 8 entries", or nothing for a single number."""
    return f" in {int(wrong.sum())} of {wrong.size} entries" if wrong.size > 1 else ""


def number_text(value: Any) -> str:
    """Print a number to six digits."""
    return f"{float(value):.6g}"
