"""The figures of a report: each comes with a sentence, computed from the same numbers, that says what it shows.

Bars are told apart by colours for every eye (Okabe and Ito's), by hatching, and by the numbers written in them.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import matplotlib
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from grader.class_report.statistics import ORDER, Array, Summary
from helpers.messages import counted

BINS = 10
WIDTH = 8.0
STYLES: dict[str, dict[str, Any]] = {  # how an exercise ended: colour, hatching; in the order of `ORDER`
    name: {"facecolor": colour, "hatch": hatch}
    for name, (colour, hatch) in zip(
        ORDER,
        [
            ("#009E73", ""),
            ("#E69F00", "//"),
            ("#D55E00", ""),
            ("#CC79A7", "xx"),
            ("#56B4E9", ".."),
            ("#DDDDDD", ""),
            ("#999999", "\\\\"),
            ("#000000", ""),
        ],
        strict=True,
    )
}
SETTINGS: Any = {"svg.fonttype": "none", "svg.hashsalt": "report", "font.size": 11, "hatch.linewidth": 0.4}


@dataclass(frozen=True)
class Picture:
    """A drawing as a data URI, its size, and what it shows in words."""

    uri: str
    width: int
    height: int
    description: str


def scores(totals: Array, most: float, summary: Summary) -> Picture:
    """Draw how the totals are distributed."""
    counts, edges = histogram(totals, most)
    figure, axes = _axes(2.8, "points", "students")
    axes.bar(edges[:-1], counts, width=np.diff(edges), align="edge", color="#0072B2", edgecolor="white")
    axes.axvline(summary.median, color="#D55E00", linestyle="--", linewidth=2)
    axes.annotate(
        f"median {summary.median:g}",
        (summary.median, 1.01),
        xycoords=("data", "axes fraction"),
        ha="center",
        va="bottom",
        color="#A04000",
    )
    axes.yaxis.set_major_locator(MaxNLocator(integer=True, nbins=5))
    axes.set_xlim(edges[0], edges[-1])
    peak = int(np.argmax(counts))
    return _picture(
        figure,
        f"Histogram of {counted(len(totals), 'total', 'totals')}, from {summary.lowest:g} to {summary.highest:g} "
        f"points. The median is {summary.median:g}; the middle half lies between {summary.quarter:g} and "
        f"{summary.three_quarters:g}. Most, {counts[peak]}, lie between {edges[peak]:g} and {edges[peak + 1]:g}.",
    )


def histogram(totals: Array, most: float) -> tuple[Array, Array]:
    """Return counts and edges of equal bins from 0 to the points of the lesson, or further for extra credit."""
    return np.histogram(totals, bins=BINS, range=(0, max(most, totals.max(initial=0))))


def endings(counts: Mapping[str, Mapping[str, int]]) -> Picture:
    """Draw how each exercise ended, one bar an exercise."""
    figure, axes = _axes(1.4 + 0.42 * len(counts), "students", "")
    left = np.zeros(len(counts))
    for ending in ORDER:
        widths = np.array([one[ending] for one in counts.values()], dtype=float)
        if widths.any():
            axes.barh(list(counts), widths, left=left, label=ending, edgecolor="white", **STYLES[ending])
            _write_in(axes, left, widths, ending)
            left += widths
    axes.invert_yaxis()
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(visible=False, axis="y")
    figure.legend(loc="outside lower center", ncols=4, frameon=False, fontsize=9)
    right = {name: one[ORDER[0]] for name, one in counts.items()}
    best, worst = max(right, key=right.__getitem__), min(right, key=right.__getitem__)
    return _picture(
        figure,
        f"One bar for each exercise, divided by how it ended. Most often right: {best}, {right[best]} times; least "
        f"often: {worst}, {right[worst]} times. The table below has every number.",
    )


def _write_in(axes: Axes, left: Array, widths: Array, ending: str) -> None:
    """Write the counts into the bars that are wide enough."""
    whole = max(left.max() + widths.max(), 1)
    for row, (start, width) in enumerate(zip(left, widths, strict=True)):
        if width / whole > 0.04:
            box = {"facecolor": "white", "edgecolor": "none", "pad": 1.0, "alpha": 0.85}
            axes.text(start + width / 2, row, f"{width:g}", ha="center", va="center", fontsize=9, bbox=box)


def quality(
    names: Sequence[str], difficulty: Sequence[float | None], discrimination: Sequence[float | None]
) -> Picture:
    """Draw the share of points earned and the discrimination of each exercise, side by side."""
    figure = Figure(figsize=(WIDTH, 1.2 + 0.36 * len(names)), layout="constrained")
    left, right = figure.subplots(1, 2, sharey=True)
    left.barh(names, [one or 0 for one in difficulty], color="#0072B2", edgecolor="white")
    left.set(xlim=(0, 1), xlabel="share of the points earned")
    known = [(name, one) for name, one in zip(names, discrimination, strict=True) if one is not None]
    right.axvline(0, color="#555555", linewidth=1)
    right.hlines([name for name, _ in known], 0, [one for _, one in known], color="#D55E00", linewidth=2)
    right.plot([one for _, one in known], [name for name, _ in known], "D", color="#D55E00")
    right.set(xlim=(-1.05, 1.05), xlabel="discrimination (correlation with the rest)")
    left.invert_yaxis()
    for axes in (left, right):
        _plain(axes)
    return _picture(figure, _quality_in_words(names, difficulty, known))


def _quality_in_words(
    names: Sequence[str], difficulty: Sequence[float | None], known: Sequence[tuple[str, float]]
) -> str:
    shares = [(one, name) for name, one in zip(names, difficulty, strict=True) if one is not None]
    if not shares:
        return "No exercise has a score yet."
    (low, hard), (high, easy) = min(shares), max(shares)
    said = (
        f"Two charts with one row an exercise. The hardest is {hard} ({low:.0%} of its points earned), the easiest "
        f"{easy} ({high:.0%})."
    )
    if not known:
        return f"{said} No exercise has a discrimination: each, or all others, were the same for everybody."
    name, least = min(known, key=lambda pair: pair[1])
    return f"{said} {name} discriminates least, with a correlation of {least:.2f}."


def _axes(height: float, x_label: str, y_label: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(WIDTH, height), layout="constrained")
    axes = figure.subplots()
    axes.set(xlabel=x_label, ylabel=y_label)
    _plain(axes)
    return figure, axes


def _plain(axes: Axes) -> None:
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.set_axisbelow(True)
    axes.spines[["top", "right"]].set_visible(False)


def _picture(figure: Figure, description: str) -> Picture:
    """Return a figure as an SVG that needs nothing from outside."""
    svg = BytesIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with matplotlib.rc_context(SETTINGS):
        figure.savefig(svg, format="svg", metadata=nothing)
    uri = "data:image/svg+xml;base64," + base64.b64encode(svg.getvalue()).decode("ascii")
    width, height = figure.get_size_inches() * 96
    return Picture(uri, round(width), round(height), description)
