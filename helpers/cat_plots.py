"""The figures of lesson 06: models side by side, and slopes layer by layer.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter
from numpy.typing import NDArray

from helpers.plots import BLUE, GREY, ORANGE, STYLES, Plot

Array = NDArray[Any]

WIDTH = 0.36  # of a bar
BEHIND = {"facecolor": "white", "edgecolor": "none", "pad": 0.4}  # of a number: no line runs through it


def accuracies(scores: Mapping[str, tuple[float, float]], lazy: tuple[float, float]) -> Plot:
    """Draw how many training and test pictures each model answers rightly.

    Parameters
    ----------
    scores : name of the model -> share of right answers on the training set, and on the test set
    lazy : the same for the lazy answer "no cat", whatever the picture
    """
    figure = Figure(figsize=(7, 3.6), layout="constrained")
    axes = figure.subplots()
    places = np.arange(len(scores))
    for part, (label, colour, hatch) in enumerate((("training", BLUE, ""), ("test", ORANGE, "//"))):
        shares = [score[part] for score in scores.values()]
        bars = axes.bar(places + (part - 0.5) * WIDTH, shares, WIDTH, label=label, color=colour, hatch=hatch)
        axes.bar_label(bars, [f"{share:.0%}" for share in shares], padding=2, fontsize=9, bbox=BEHIND)
        axes.hlines(lazy[part], -0.5, len(scores) - 0.5, color=colour, linestyle=":", linewidth=1.5)
        axes.annotate(f"never a cat, {label}", (len(scores) - 0.5, lazy[part]), fontsize=8, color=GREY, va="center")
    best = max(scores, key=lambda name: scores[name][1])
    axes.set(title=_ahead(best, scores), xlabel="model", ylabel="share of right answers", ylim=(0, 1.12))
    axes.set_xlim(-0.5, len(scores) - 0.05)
    axes.set_xticks(places, list(scores))
    axes.yaxis.set_major_formatter(PercentFormatter(1))
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="upper left", ncols=2, bbox_to_anchor=(0, -0.1))
    told = "; ".join(f"{name} {train:.1%} and {test:.1%}" for name, (train, test) in scores.items())
    return Plot(
        figure,
        f"Right answers on training and test pictures: {told}; "
        f"who never says cat is right on {lazy[0]:.1%} and {lazy[1]:.1%}.",
    )


def _ahead(best: str, scores: Mapping[str, tuple[float, float]]) -> str:
    level = [name for name, score in scores.items() if score[1] == scores[best][1]]
    return f"On the test pictures, {' and '.join(level)} {'is' if len(level) == 1 else 'are'} ahead"


def costs(curves: Mapping[str, Sequence[float]], every: int = 100) -> Plot:
    """Draw the cost of several models while they learned.

    Parameters
    ----------
    curves : name of the model -> costs, one number for each `every` iterations
    every : iterations from one number to the next
    """
    figure = Figure(figsize=(7, 3.4), layout="constrained")
    axes = figure.subplots()
    for (name, curve), style in zip(curves.items(), STYLES, strict=False):
        axes.plot(np.arange(len(curve)) * every, curve, label=name, markersize=5, **style)
    lowest = min(curves, key=lambda name: curves[name][-1])
    axes.set(title=f"The cost of {lowest} ends lowest", xlabel="iteration", ylabel="cost J (mean loss)")
    axes.set_ylim(0, 1.05 * max(map(max, curves.values())))
    axes.legend(frameon=False)
    _calm(axes)
    told = "; ".join(
        f"{name} from {curve[0]:.3f} to {curve[-1]:.3f} in {(len(curve) - 1) * every} iterations"
        for name, curve in curves.items()
    )
    return Plot(figure, f"The cost while learning: {told}.")


def slopes(sizes: Mapping[str, Sequence[float]]) -> Plot:
    """Draw how large the gradients of the weights are, layer by layer, for several starts.

    Parameters
    ----------
    sizes : name of the start -> root mean square of dW1, dW2, ...
    """
    figure = Figure(figsize=(7, 3.3), layout="constrained")
    axes = figure.subplots()
    for (name, size), style in zip(sizes.items(), STYLES, strict=False):
        axes.plot(range(1, len(size) + 1), size, label=name, **style)
    axes.set(xlabel="layer", ylabel="size of its gradient dW\n(root mean square)", yscale="log")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.legend(frameon=False)
    _calm(axes)
    first = {name: size[0] for name, size in sizes.items()}
    weakest, strongest = min(first, key=lambda name: first[name]), max(first, key=lambda name: first[name])
    ratio = first[weakest] / first[strongest]
    axes.set_title(f"With {weakest}, layer 1 gets {ratio:.0e} of the gradient it gets with {strongest}")
    told = "; ".join(f"with {name} " + ", ".join(f"{one:.1e}" for one in size) for name, size in sizes.items())
    return Plot(figure, f"The size of dW, from layer 1 to the last: {told}.")


def _calm(axes: Axes) -> None:
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)
