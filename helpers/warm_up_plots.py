"""The figures of the warm-up: arrays drawn cell by cell, and what loops cost.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray

from helpers.plots import BLUE, GREY, VERMILLION, Plot

Array = NDArray[Any]
Shape = tuple[int, ...]

OWN, COPIED, RESULT = "#c9e1f2", "#ffffff", "#fbe6bd"  # pale blue, white, pale orange
LARGEST = 8  # rows and columns that can be drawn


def broadcasting(A: Array, B: Array) -> Plot:
    """Draw A + B: both arrays stretched to their common shape, and the sum; or where they do not fit.

    Parameters
    ----------
    A, B : arrays of one or two axes, with at most 8 rows and columns
    """
    shape = common_shape(A.shape, B.shape)
    if shape is None:
        return _refused(A, B)
    total = A + B
    figure = Figure(figsize=(7.2, 2.6), layout="constrained")
    figure.suptitle(f"{A.shape} and {B.shape} make {shape}")
    panels = figure.subplots(1, 3)
    for axes, array, name in zip(panels, (A, B), ("A", "B"), strict=False):
        _cells(axes, np.broadcast_to(array, shape), _own(array.shape, shape), f"{name} {array.shape}")
    _cells(panels[2], total, None, f"A + B {shape}")
    numbers = "; ".join(", ".join(f"{number:g}" for number in row) for row in np.atleast_2d(total))
    copies = [f"{name} is {_stretched(one.shape, shape)}" for name, one in (("A", A), ("B", B))]
    return Plot(figure, f"{' and '.join(copies)}; the sum has the shape {shape}, row by row: {numbers}.")


def common_shape(first: Shape, second: Shape) -> Shape | None:
    """Return the shape that two shapes are stretched to, None where they do not fit."""
    try:
        return np.broadcast_shapes(first, second)
    except ValueError:
        return None


def _own(shape: Shape, wanted: Shape) -> Array:
    """Return which cells of the stretched array are its own: those of the first copy."""
    own = np.zeros(wanted, dtype=bool)
    padded = (1,) * (len(wanted) - len(shape)) + shape
    own[tuple(slice(size) for size in padded)] = True
    return own


def _stretched(shape: Shape, wanted: Shape) -> str:
    copies = int(np.prod(wanted)) // int(np.prod(shape))
    return "used as it is" if copies == 1 else f"copied {copies} times"


def _refused(A: Array, B: Array) -> Plot:
    """Draw two arrays that do not fit, each by itself."""
    figure = Figure(figsize=(7.2, 2.6), layout="constrained")
    figure.suptitle(f"{A.shape} and {B.shape} do not fit")
    panels = figure.subplots(1, 2, width_ratios=(A.shape[-1], B.shape[-1]))  # cells of one size in both
    for axes, array, name in zip(panels, (A, B), ("A", "B"), strict=True):
        _cells(axes, array, np.ones(array.shape, dtype=bool), f"{name} {array.shape}")
    places = [f"{one} meets {other}" for one, other in _clashes(A.shape, B.shape)]
    return Plot(figure, f"A + B stops with an error: written flush right, {' and '.join(places)}, and neither is 1.")


def _clashes(first: Shape, second: Shape) -> list[tuple[int, int]]:
    """Return the sizes that meet and do not fit, from the right."""
    pairs = zip(reversed(first), reversed(second), strict=False)
    return [(one, other) for one, other in pairs if one != other and 1 not in (one, other)]


def _cells(axes: Axes, array: Array, own: Array | None, title: str) -> None:
    """Draw an array as a grid of numbers: blue where they are its own, white where copied, orange for a result."""
    grid = np.atleast_2d(array)
    mine = np.ones(grid.shape, dtype=bool) if own is None else np.atleast_2d(own)
    rows, columns = grid.shape
    for i, j in np.ndindex(min(rows, LARGEST), min(columns, LARGEST)):
        _cell(axes, (i, j), float(grid[i, j]), RESULT if own is None else OWN if mine[i, j] else COPIED)
    axes.set(xlim=(-0.1, columns + 0.1), ylim=(rows + 0.1, -0.1), aspect="equal", title=title)
    axes.set_axis_off()


def _cell(axes: Axes, place: tuple[float, float], number: float, colour: str) -> None:
    row, column = place
    axes.add_patch(Rectangle((column, row), 1, 1, facecolor=colour, edgecolor=GREY, linewidth=0.8))
    ink = GREY if colour == COPIED else "black"
    axes.text(column + 0.5, row + 0.5, f"{number:g}", ha="center", va="center", color=ink, fontsize=10)


def sums(X: Array) -> Plot:
    """Draw a matrix with its sums over each axis, in the place that keepdims gives them.

    Parameters
    ----------
    X : a matrix, (n_x, m), with at most 8 rows and columns
    """
    n_x, m = X.shape
    over_rows, over_columns = X.sum(axis=0), X.sum(axis=1)
    figure = Figure(figsize=(6, 0.55 * n_x + 2.1), layout="constrained")
    axes = figure.subplots()
    _cells(axes, X, np.ones(X.shape, dtype=bool), "The axis that is named is the one that vanishes")
    for j in range(m):
        _cell(axes, (n_x + 0.7, j), over_rows[j], RESULT)
    for i in range(n_x):
        _cell(axes, (i, m + 0.7), over_columns[i], RESULT)
    axes.text(m / 2, n_x + 2.3, f"axis 0: down each column, shape {over_rows.shape}", ha="center", color=BLUE)
    axes.text(m + 2, n_x / 2, f"axis 1: along each row,\nshape {over_columns.shape}", va="center", color=VERMILLION)
    axes.set(xlim=(-0.5, m + 7), ylim=(n_x + 2.8, -0.2))
    down, along = (", ".join(f"{number:g}" for number in total) for total in (over_rows, over_columns))
    return Plot(
        figure,
        f"A matrix of {n_x} rows and {m} columns. Summed over axis 0, down each column, it leaves {m} numbers: {down}; "
        f"over axis 1, along each row, {n_x} numbers: {along}.",
    )


def times(seconds: Mapping[str, float], work: str) -> Plot:
    """Draw how long each way took, on a scale of powers of ten.

    Parameters
    ----------
    seconds : name of the way -> seconds
    work : what was done, for the title
    """
    slowest, fastest = max(seconds, key=lambda way: seconds[way]), min(seconds, key=lambda way: seconds[way])
    ratio = seconds[slowest] / seconds[fastest]
    figure = Figure(figsize=(7, 0.5 * len(seconds) + 1.4), layout="constrained")
    axes = figure.subplots()
    axes.set(
        title=f"{work}: {fastest}, {_rounded(ratio)} times as fast", xlabel="time (milliseconds, in powers of ten)"
    )
    bars = axes.barh(list(seconds), [1000 * one for one in seconds.values()], color=BLUE)
    axes.bar_label(bars, [_milliseconds(one) for one in seconds.values()], padding=4)
    axes.set_xscale("log")
    axes.set_xlim(right=1000 * seconds[slowest] * 12)
    axes.invert_yaxis()
    axes.spines[["top", "right"]].set_visible(False)
    told = ", ".join(f"{way} {_milliseconds(one)}" for way, one in seconds.items())
    return Plot(figure, f"{work}: {told}; {fastest} is {_rounded(ratio)} times as fast as {slowest}.")


def _milliseconds(seconds: float) -> str:
    return f"{1000 * seconds:,.3g} ms" if seconds < 1 else f"{1000 * seconds:,.0f} ms"


def _rounded(ratio: float) -> str:
    """Round to two digits, without an exponent."""
    return f"{float(f'{ratio:.2g}'):,.10g}"
