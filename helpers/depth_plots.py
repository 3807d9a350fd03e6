"""The figures of lesson 08: a tree of XOR units, paths that meet, and what depth saves, in units and in products.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from helpers.plots import BLUE, GREY, ORANGE, STYLES, VERMILLION, Plot

Array = NDArray[Any]
Place = tuple[float, float]

RADIUS = 0.3
MILLION = 10**6  # from which a count is told by its power of ten
ABOVE = 1.6  # from one layer of the tree to the next


def tree(layers: Sequence[Array]) -> Plot:
    """Draw a tree of XOR units with the bits that pass through it.

    Parameters
    ----------
    layers : the bits of one input, (n,), then the answers of each layer, half as many each time, down to (1,)
    """
    n, depth = len(layers[0]), len(layers) - 1
    figure = Figure(figsize=(7.4, 1.0 + 0.85 * depth), layout="constrained")
    axes = figure.subplots()
    axes.set(xlim=(-1.9, n), ylim=(-0.6, ABOVE * depth + 0.6), aspect="equal")
    axes.set_axis_off()
    units = sum(len(bits) for bits in layers[1:])
    axes.set_title(f"{n} bits, {depth} layers, {units} XOR units")
    places = [[(2**l * (k + 0.5) - 0.5, ABOVE * l) for k in range(len(bits))] for l, bits in enumerate(layers)]
    for below, above in pairwise(places):
        for k, place in enumerate(below):
            axes.plot(*zip(place, above[k // 2], strict=True), color=GREY, linewidth=0.8, zorder=1)
    for l, bits in enumerate(layers):
        axes.text(-0.8, ABOVE * l, "input" if l == 0 else f"layer {l}", ha="right", va="center", color=GREY)
        for place, bit in zip(places[l], bits, strict=True):
            _node(axes, place, f"{bit:.0f}", ORANGE if bit else "white")
    told = "; ".join(f"layer {l}: {_bits(bits)}" for l, bits in enumerate(layers) if l)
    ones = int(np.sum(layers[0]))
    return Plot(
        figure,
        f"A tree over {n} bits, {_bits(layers[0])}, with {ones} ones: each unit takes two neighbours of the layer "
        f"below; {told}.",
    )


def _bits(bits: Array) -> str:
    return " ".join(f"{bit:.0f}" for bit in bits)


def _node(axes: Axes, place: Place, text: str, fill: str = "white") -> None:
    axes.add_patch(Circle(place, RADIUS, facecolor=fill, edgecolor="black", zorder=2))
    axes.text(*place, text, ha="center", va="center", zorder=3)


def units(n: Sequence[int], counts: Mapping[str, Sequence[float]]) -> Plot:
    """Draw how many units the parity of n bits takes, for several networks.

    Parameters
    ----------
    n : numbers of bits, (k,)
    counts : name of the network -> its units, (k,)
    """
    ends = {name: float(values[-1]) for name, values in counts.items()}
    most, least = (pick(ends, key=ends.__getitem__) for pick in (max, min))
    title = f"{n[-1]} bits: {_count(ends[least])} units for {least}, {_count(ends[most])} for {most}"
    figure = _against(n, counts, title, "bits n", "units")
    told = "; ".join(f"{name} from {_count(values[0])} to {_count(values[-1])}" for name, values in counts.items())
    return Plot(figure, f"Units, from {n[0]} to {n[-1]} bits: {told}.")


def _count(number: float) -> str:
    return f"{number:,.0f}" if number < MILLION else f"{number:.1e}"


def products(depths: Sequence[int], counts: Mapping[str, Sequence[float]]) -> Plot:
    """Draw how many multiplications the derivatives by all inputs take, against the depth.

    Parameters
    ----------
    depths : numbers of layers, (k,)
    counts : name of the way -> multiplications, (k,)
    """
    ends = {name: float(values[-1]) for name, values in counts.items()}
    most, least = (pick(ends, key=ends.__getitem__) for pick in (max, min))
    title = f"{depths[-1]} layers: {_count(ends[most])} products {most}, {_count(ends[least])} {least}"
    figure = _against(depths, counts, title, "depth (layers)", "multiplications")
    told = "; ".join(f"{name} from {_count(values[0])} to {_count(values[-1])}" for name, values in counts.items())
    return Plot(figure, f"Multiplications, from {depths[0]} to {depths[-1]} layers: {told}.")


def _against(x: Sequence[int], counts: Mapping[str, Sequence[float]], title: str, x_label: str, y_label: str) -> Figure:
    """Draw counts by name, on a scale of powers of ten."""
    figure = Figure(figsize=(7, 3.3), layout="constrained")
    axes = figure.subplots()
    for (name, values), style in zip(counts.items(), STYLES, strict=False):
        axes.plot(x, [float(value) for value in values], label=name, markersize=5, **style)
    axes.set(title=title, xlabel=x_label, ylabel=f"{y_label} (powers of ten)", yscale="log")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)
    return figure


def meeting_paths(names: Sequence[str], first: Sequence[float], second: Sequence[float]) -> Plot:
    """Draw one input, the units between, and the end, with the local derivative at each arrow.

    Parameters
    ----------
    names : of the input, of each unit between, and of the end, (k + 2,)
    first : derivatives of the units between by the input, (k,)
    second : derivatives of the end by the units between, (k,)
    """
    figure = Figure(figsize=(7, 3.2), layout="constrained")
    axes = figure.subplots()
    k = len(first)
    axes.set(xlim=(-0.8, 6.8), ylim=(-0.9 - 0.75 * (k - 1), 0.9 + 0.75 * (k - 1)), aspect="equal")
    axes.set_axis_off()
    total = float(np.dot(first, second))
    axes.set_title(
        f"{k} paths meet: " + " + ".join(f"{a * b:.3f}" for a, b in zip(first, second, strict=True)) + f" = {total:.3f}"
    )
    start, end = (0.0, 0.0), (6.0, 0.0)
    between = [(3.0, 1.5 * ((k - 1) / 2 - row)) for row in range(k)]
    for place, one, other in zip(between, first, second, strict=True):
        _arrow(axes, start, place, one, BLUE)
        _arrow(axes, place, end, other, VERMILLION)
    for place, name in zip((start, *between, end), names, strict=True):
        _node(axes, place, f"${name}$")
    told = "; ".join(
        f"over {name} {one:.3f} times {other:.3f}" for name, one, other in zip(names[1:-1], first, second, strict=True)
    )
    return Plot(figure, f"From {names[0]} to {names[-1]} lead {k} paths, {told}; added up they make {total:.3f}.")


def _arrow(axes: Axes, start: Place, end: Place, value: float, colour: str) -> None:
    axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "color": GREY, "shrinkA": 14, "shrinkB": 14})
    middle = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    up = 0.3 if middle[1] >= 0 else -0.3
    axes.text(middle[0], middle[1] + up, f"{value:.3f}", ha="center", va="center", color=colour)
