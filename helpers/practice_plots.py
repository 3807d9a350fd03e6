"""The figures of training in practice: digits, ways downhill, gaps, pulled weights, confusions, searches, growth.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FixedLocator, NullLocator
from numpy.typing import NDArray

from helpers.classifier import Trained
from helpers.plots import BLUE, GREY, STYLES, VERMILLION, Plot

Array = NDArray[Any]
Shares = tuple[float, float]  # right answers on the examples learned from, and on new ones

SIDE = 8  # pixels of a digit along each side
COLUMNS = 8
LEARNED: dict[str, Any] = {"color": BLUE, "linestyle": "-", "marker": "o"}
NEW: dict[str, Any] = {"color": VERMILLION, "linestyle": "--", "marker": "s"}


def digits(X: Array, captions: Sequence[object], claim: str) -> Plot:
    """Draw digits in rows, each with a caption below it.

    Parameters
    ----------
    X : pictures in columns, (64, m)
    captions : a word or a number for each, (m,)
    claim : what the figure says
    """
    rows = max(1, -(-len(captions) // COLUMNS))
    figure = Figure(figsize=(COLUMNS * 0.85, rows * 1.05 + 0.4), layout="constrained")
    figure.suptitle(claim)
    cells = figure.subplots(rows, COLUMNS, squeeze=False).ravel()
    for axes in cells[len(captions) :]:
        axes.set_axis_off()
    for axes, picture, caption in zip(cells, X.T, captions, strict=False):
        axes.imshow(picture.reshape(SIDE, SIDE), cmap="Greys", vmin=0, vmax=1)
        axes.set_xlabel(str(caption), fontsize=9)
        axes.set(xticks=[], yticks=[])
    told = ", ".join(map(str, captions))
    return Plot(figure, f"{len(captions)} pictures of {SIDE} by {SIDE} grey pixels, row by row: {told}.")


def descents(trainings: Mapping[str, Trained]) -> Plot:
    """Draw the cost of several trainings, against the steps they took and against the time they took.

    Parameters
    ----------
    trainings : name -> a training that noted its epochs
    """
    figure = Figure(figsize=(8.4, 3.5), layout="constrained")
    ends = {name: one.noted[-1] for name, one in trainings.items()}
    lowest = min(ends, key=lambda name: ends[name].cost)
    figure.suptitle(f"After as many epochs, {lowest} in a step ends lowest")
    by_steps, by_time = figure.subplots(1, 2, sharey=True)
    for (name, one), style in zip(trainings.items(), STYLES, strict=False):
        steps, seconds, costs = zip(*one.noted[1:], strict=True)
        marks = {"markersize": 4, "markevery": max(1, len(costs) // 8), **style}
        by_steps.plot(steps, costs, label=name, **marks)
        by_time.plot(seconds, costs, label=name, **marks)
    by_steps.set(xlabel="steps (number)", ylabel="cost J (mean loss)", xscale="log", title="against steps")
    by_time.set(xlabel="time (seconds)", xscale="log", title="against time")
    for axes in (by_steps, by_time):
        _plain(axes)
        axes.set_ylim(bottom=0)
    by_time.legend(frameon=False, title="in a step")
    told = "; ".join(
        f"{name}: {end.steps} steps in {end.seconds:.2g} s, cost {end.cost:.3f}" for name, end in ends.items()
    )
    return Plot(figure, f"Cost after each of {len(trainings[lowest].noted) - 1} epochs, on two scales; {told}.")


def _plain(axes: Axes) -> None:
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)


def gaps(sets: Mapping[str, Mapping[str, Shares]]) -> Plot:
    """Draw, for each set of points, what networks get right on the points they learned from and on new ones.

    Parameters
    ----------
    sets : name of the set -> name of the network, smallest first -> the two shares
    """
    figure = Figure(figsize=(4.3 * len(sets), 3.6), layout="constrained")
    last = {name: list(networks.values())[-1] for name, networks in sets.items()}
    widest = max(last, key=lambda name: last[name][0] - last[name][1])
    figure.suptitle(
        f"On {widest}, the largest network is {_points(last[widest])} percent points better at what it knows"
    )
    for axes, (name, networks) in zip(figure.subplots(1, len(sets), squeeze=False)[0], sets.items(), strict=True):
        learned, new = 100 * np.array(list(networks.values())).T
        places = np.arange(len(networks))
        axes.fill_between(places, learned, new, color="#eeeeee")
        axes.plot(places, learned, label="learned from", **LEARNED)
        axes.plot(places, new, label="new", **NEW)
        axes.set(title=name, xlabel="hidden layers (units)", ylabel="points right (percent)")
        axes.set_xticks(places, [network.replace(", ", "\n") for network in networks], fontsize=8)
        axes.legend(frameon=False, loc="lower right")
        _plain(axes)
    told = "; ".join(
        f"{name}: " + ", ".join(f"{network} {one:.1%} and {other:.1%}" for network, (one, other) in networks.items())
        for name, networks in sets.items()
    )
    return Plot(figure, f"Points right among those learned from and among new ones, by network. {told}.")


def _points(shares: Shares) -> str:
    return f"{100 * (shares[0] - shares[1]):.0f}"


def pulled_weights(networks: Mapping[str, Trained]) -> Plot:
    """Draw how much of each pixel the first layer takes in, for networks trained with different penalties.

    Parameters
    ----------
    networks : name of the penalty -> a network for digits
    """
    first = {name: one.layers[0][0] for name, one in networks.items()}  # (n, 64)
    zeros = {name: int(np.sum(W == 0)) for name, W in first.items()}
    most = max(zeros, key=lambda name: zeros[name])
    figure = Figure(figsize=(2.6 * len(first) + 0.8, 3.1), layout="constrained")
    figure.suptitle(f"With {most}, {zeros[most]} of {first[most].size} weights are exactly 0")
    row = figure.subplots(1, len(first), squeeze=False)[0]
    sizes = {name: np.abs(W).sum(axis=0).reshape(SIDE, SIDE) for name, W in first.items()}
    top = max(float(size.max()) for size in sizes.values()) or 1.0
    for axes, (name, size) in zip(row, sizes.items(), strict=True):
        drawn = axes.imshow(size, cmap="Purples", vmin=0, vmax=top)
        for y, x in np.argwhere(size == 0):
            axes.text(x, y, "0", ha="center", va="center", fontsize=8, color=GREY)
        axes.set_title(f"{name}\n{zeros[name]} zeros", fontsize=10)
        axes.set(xlabel="column (pixel)", ylabel="row (pixel)")
    figure.colorbar(drawn, ax=list(row), label="sum of sizes |w|", shrink=0.8)
    told = "; ".join(
        f"{name}: {zeros[name]} of {W.size} weights are 0, {int(np.sum(sizes[name] == 0))} of {SIDE**2} pixels are not "
        f"used at all, and the sizes of all weights add up to {np.abs(W).sum():.1f}"
        for name, W in first.items()
    )
    return Plot(figure, f"A map of the pixels for each network, darker where the weights are larger. {told}.")


def confusion(counts: Array) -> Plot:
    """Draw a confusion matrix: a row for each label, a column for each answer.

    Parameters
    ----------
    counts : how many examples of class k were answered with class j, (C, C)
    """
    counts = np.asarray(counts)
    right, m = int(np.trace(counts)), int(counts.sum())
    wrong = counts - np.diag(np.diag(counts))
    k, j = np.unravel_index(int(wrong.argmax()), wrong.shape)
    figure = Figure(figsize=(5.4, 4.8), layout="constrained")
    axes = figure.subplots()
    axes.imshow(np.log1p(counts), cmap="Blues")
    for (row, column), count in np.ndenumerate(counts):
        light = np.log1p(count) > 0.6 * np.log1p(counts.max())
        axes.text(column, row, f"{count:.0f}", ha="center", va="center", color="white" if light else "black")
    classes = np.arange(len(counts))
    axes.set(title=f"{right} of {m} digits are right", xlabel="answer (digit)", ylabel="label (digit)")
    axes.set(xticks=classes, yticks=classes)
    told = f"the most frequent is {k} taken for {j}, {int(wrong.max())} times" if wrong.any() else "there is none"
    return Plot(
        figure,
        f"A table of {len(counts)} by {len(counts)} counts: {right} of {m} stand on the diagonal, where the answer is "
        f"the label; of the {m - right} confusions beside it, {told}.",
    )


def searched(rights: Mapping[str, Mapping[float, float]]) -> Plot:
    """Draw what a search found: validation accuracy against the learning rate, a line for each network.

    Parameters
    ----------
    rights : name of the network -> learning rate -> share of right answers on the validation set
    """
    figure = Figure(figsize=(7, 3.5), layout="constrained")
    axes = figure.subplots()
    for (name, found), style in zip(rights.items(), STYLES, strict=False):
        axes.plot(list(found), [100 * right for right in found.values()], label=name, **style)
    network = max(rights, key=lambda name: max(rights[name].values()))
    rate = max(rights[network], key=lambda rate: rights[network][rate])
    axes.set(
        title=f"Best on the validation set: {network} at α = {rate:.2g}, {rights[network][rate]:.1%}",
        xlabel="learning rate α (logarithmic scale)",
        ylabel="validation pictures right (percent)",
        xscale="log",
    )
    _plain(axes)
    axes.legend(frameon=False, title="hidden layers")
    told = "; ".join(
        f"{name}: " + ", ".join(f"{right:.1%} at {rate:.2g}" for rate, right in found.items())
        for name, found in rights.items()
    )
    return Plot(figure, f"A line for each network, over {len(rights[network])} learning rates. {told}.")


def growth(curves: Mapping[str, Mapping[int, float]]) -> Plot:
    """Draw how the accuracy on new examples grows with the number of examples learned from.

    Parameters
    ----------
    curves : name of the model -> m -> share of new examples that are right
    """
    figure = Figure(figsize=(7, 3.8), layout="constrained")
    axes = figure.subplots()
    sizes = sorted({m for curve in curves.values() for m in curve})
    for (name, curve), style in zip(curves.items(), STYLES, strict=False):
        axes.plot(list(curve), [100 * right for right in curve.values()], label=name, **style)
    best = {m: max(curves, key=lambda name: curves[name][m]) for m in (sizes[0], sizes[-1])}
    few, many = (f"{best[m]} with {m} pictures" for m in (sizes[0], sizes[-1]))
    axes.set(
        title=f"Ahead: {few}, {many}",
        xlabel="pictures learned from, m (logarithmic scale)",
        ylabel="new pictures right (percent)",
        xscale="log",
    )
    axes.xaxis.set_major_locator(FixedLocator(sizes))
    axes.xaxis.set_minor_locator(NullLocator())
    axes.set_xticklabels(map(str, sizes))
    _plain(axes)
    axes.legend(frameon=False)
    told = "; ".join(f"{name} from {curve[sizes[0]]:.1%} to {curve[sizes[-1]]:.1%}" for name, curve in curves.items())
    return Plot(figure, f"New pictures right, with {sizes[0]} to {sizes[-1]} pictures to learn from: {told}.")
