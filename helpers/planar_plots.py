"""The figures of the plane: points, who owns which part of it, and the small networks that decide.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn.
The label 0 is an orange circle, the label 1 a blue triangle.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap, ListedColormap
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from numpy.typing import NDArray

from helpers.planar import sigmoid
from helpers.plots import BLUE, GREY, ORANGE, STYLES, VERMILLION, Plot

Array = NDArray[Any]
Answers = Callable[[Array], Array]  # points (2, m) -> 1 or 0 for each, (1, m)
Panel = tuple[Answers, Array, Array]  # who answers, X and Y

MARKS: tuple[dict[str, Any], ...] = (
    {"color": ORANGE, "marker": "o", "label": "label 0"},
    {"color": BLUE, "marker": "^", "label": "label 1"},
)
GROUND = ListedColormap(["#fbe6bd", "#c9e1f2"])  # the same two colours, pale
SOFT = LinearSegmentedColormap.from_list("soft", ["#dcb0d0", "#ffffff", "#a6d9c6"])  # purple, white, green, pale
ACROSS = 301  # points of the grid along each side
MARGIN = 0.06  # around the points, of their range
LARGEST = 0.42  # radius of a unit in the drawing of a network
SOLVED = 0.85  # of the points right: the least that a title calls solved


def points(X: Array, Y: Array, title: str = "") -> Plot:
    """Draw points in two colours.

    Parameters
    ----------
    X : points, (2, m)
    Y : labels, (1, m)
    title : what the figure says; by default how many points there are
    """
    ones = int(np.sum(Y == 1))
    figure, axes = _plane(title or f"{Y.size} points, {ones} of them blue triangles")
    _scatter(axes, X, Y, side=4.2)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    return Plot(
        figure,
        f"{Y.size} points, {Y.size - ones} orange circles (label 0) and {ones} blue triangles (label 1), with x1 from "
        f"{X[0].min():.1f} to {X[0].max():.1f} and x2 from {X[1].min():.1f} to {X[1].max():.1f}; the two colours "
        f"have their centres {_distance(X, Y):.1f} apart.",
    )


def _distance(X: Array, Y: Array) -> float:
    """Return how far the centres of the two labels are apart."""
    return float(np.linalg.norm(X[:, Y[0] == 1].mean(axis=1) - X[:, Y[0] == 0].mean(axis=1)))


def _plane(title: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(6, 4.4), layout="constrained")
    axes = figure.subplots()
    axes.set(title=title, xlabel="x1 (no unit)", ylabel="x2 (no unit)", aspect="equal")
    return figure, axes


def _scatter(axes: Axes, X: Array, Y: Array, side: float) -> None:
    for label, mark in enumerate(MARKS):
        axes.plot(
            *X[:, Y[0] == label], linestyle="", markersize=side, markeredgewidth=0.2, markeredgecolor="white", **mark
        )


# Who owns which part of the plane


def boundary(answers: Answers, X: Array, Y: Array, name: str) -> Plot:
    """Draw which part of the plane gets which answer, and the points on it.

    Parameters
    ----------
    answers : takes points (2, m) and returns 1 or 0 for each, (1, m)
    X : points, (2, m)
    Y : labels, (1, m)
    name : who answers
    """
    right, share = _judge(answers, X, Y), _share(answers, X)
    figure, axes = _plane(f"{name}: {right:.1%} of the points on their own ground")
    _draw_ground(axes, answers, X)
    _scatter(axes, X, Y, side=4.2)
    axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    return Plot(
        figure,
        f"{name} answers {right:.1%} of {Y.size} points rightly; it gives {share:.0%} of the plane shown "
        f"to the label 1 (blue), the rest to the label 0 (orange).",
    )


def _judge(answers: Answers, X: Array, Y: Array) -> float:
    """Return the share of points with the right answer."""
    return float(np.mean(np.asarray(answers(X)).reshape(1, -1) == Y))


def _grid(X: Array) -> tuple[Array, Array, Array]:
    """Return two axes around the points, and every point of the grid they span, (2, ACROSS**2)."""
    low, high = X.min(axis=1), X.max(axis=1)
    margin = MARGIN * (high - low)
    sides = np.linspace(low - margin, high + margin, ACROSS)  # (ACROSS, 2)
    x1, x2 = sides[:, 0], sides[:, 1]
    return x1, x2, np.stack([np.tile(x1, ACROSS), np.repeat(x2, ACROSS)])


def _ground(answers: Answers, X: Array) -> tuple[Array, Array, Array]:
    x1, x2, everywhere = _grid(X)
    return x1, x2, np.asarray(answers(everywhere), dtype=float).reshape(ACROSS, ACROSS)


def _share(answers: Answers, X: Array) -> float:
    return float(_ground(answers, X)[2].mean())


def _frame(x1: Array, x2: Array) -> dict[str, Any]:
    """Return where an image of the plane lies, for `imshow`."""
    return {"extent": (x1[0], x1[-1], x2[0], x2[-1]), "origin": "lower", "aspect": "equal", "interpolation": "nearest"}


def _draw_ground(axes: Axes, answers: Answers, X: Array) -> None:
    x1, x2, ground = _ground(answers, X)
    axes.imshow(ground, cmap=GROUND, vmin=0, vmax=1, **_frame(x1, x2))
    if ground.min() < ground.max():
        axes.contour(x1, x2, ground, levels=[0.5], colors="black", linewidths=1)


def boundaries(panels: Mapping[str, Panel], claim: str = "", columns: int = 4) -> Plot:
    """Draw several boundaries side by side, each with the share of its points that are right.

    Parameters
    ----------
    panels : name -> (answers, X, Y), as for `boundary`
    claim : what the figure says; by default which panel has the most points right
    columns : panels in a row
    """
    rights = {name: _judge(*panel) for name, panel in panels.items()}
    best = max(rights, key=lambda name: rights[name])
    rows = -(-len(panels) // columns)
    figure = Figure(figsize=(2.2 * columns, 2.45 * rows + 0.5), layout="constrained")
    figure.suptitle(claim or f"Most points are right with {best}: {rights[best]:.1%}")
    cells = figure.subplots(rows, columns, squeeze=False, sharex=False)
    for axes in cells.ravel()[len(panels) :]:
        axes.set_axis_off()
    for axes, (name, (answers, X, Y)) in zip(cells.ravel(), panels.items(), strict=False):
        _draw_ground(axes, answers, X)
        _scatter(axes, X, Y, side=2.2)
        axes.set_aspect("auto")
        axes.set_title(f"{name}: {rights[name]:.1%}", fontsize=9)
        axes.set_xlabel("x1", fontsize=8, labelpad=1)
        axes.set_ylabel("x2", fontsize=8, labelpad=0)
        axes.tick_params(labelsize=7, length=2)
    told = ", ".join(f"{name} {right:.1%}" for name, right in rights.items())
    return Plot(figure, f"{len(panels)} maps of the plane, with the points that are right: {told}.")


def accuracies(by_size: Mapping[int, float]) -> Plot:
    """Draw the accuracy for several numbers of hidden units.

    Parameters
    ----------
    by_size : n_h -> share of the points that are right
    """
    sizes, shares = list(by_size), 100 * np.array(list(by_size.values()))
    enough = next((size for size, share in by_size.items() if share >= SOLVED), None)
    figure = Figure(figsize=(7, 3.2), layout="constrained")
    axes = figure.subplots()
    title = f"{enough} hidden units are enough" if enough else "None of these sizes is enough"
    axes.set(title=title, xlabel="hidden units n_h (number)", ylabel="points right (percent)", ylim=(50, 100))
    axes.grid(color="#dddddd", linewidth=0.7, axis="y")
    axes.spines[["top", "right"]].set_visible(False)
    axes.plot(np.arange(len(sizes)), shares, **STYLES[0])
    axes.set_xticks(np.arange(len(sizes)), [str(size) for size in sizes])
    for place, share in enumerate(shares):
        steep = place + 1 < len(shares) and shares[place + 1] > share + 5  # the line would cross a label above it
        shift = (0, -16 if steep else 7)
        axes.annotate(f"{share:.4g}", (place, share), shift, textcoords="offset points", ha="center", fontsize=9)
    told = ", ".join(f"{size}: {share:.4g}" for size, share in zip(sizes, shares, strict=True))
    return Plot(figure, f"Percentage of points right, by the number of hidden units: {told}.")


# Training


def training(costs: Sequence[float], every: int, answers: Answers, X: Array, Y: Array, name: str) -> Plot:
    """Draw how the cost fell, beside the boundary at the end.

    Parameters
    ----------
    costs : one number for each `every` steps
    every : steps from one number to the next
    answers : takes points (2, m) and returns 1 or 0 for each, (1, m)
    X : points, (2, m)
    Y : labels, (1, m)
    name : what was trained
    """
    right, last = _judge(answers, X, Y), (len(costs) - 1) * every
    figure = Figure(figsize=(8.6, 3.7), layout="constrained")
    figure.suptitle(f"{name}: {right:.1%} of the points right after {last} steps")
    left, plane = figure.subplots(1, 2, width_ratios=(1, 1.05))
    left.plot(np.arange(len(costs)) * every, costs, color=BLUE, linewidth=1.8)
    left.set(title="cost", xlabel="step", ylabel="cost J (mean loss)", ylim=(0, _top(costs)))
    left.grid(color="#dddddd", linewidth=0.7)
    left.spines[["top", "right"]].set_visible(False)
    _draw_ground(plane, answers, X)
    _scatter(plane, X, Y, side=3.2)
    plane.set(title="ground", xlabel="x1 (no unit)", ylabel="x2 (no unit)")
    rises = sum(after > before for before, after in pairwise(costs))  # also of infinite costs
    return Plot(
        figure,
        f"{name}: the cost goes from {costs[0]:.3f} to {costs[-1]:.3f} in {last} steps and rises between "
        f"{rises} of {len(costs) - 1} pairs of points; {right:.1%} of the points end on their own ground.",
    )


def _top(costs: Sequence[float]) -> float:
    """Return the upper end of the axis of costs: what leaves twice the start leaves the frame."""
    finite = [cost for cost in costs if np.isfinite(cost)] or [1.0]
    return float(min(1.08 * max(finite), 2 * finite[0]))


# What is inside


def network(n_x: int, n_h: int, n_y: int) -> Plot:
    """Draw a network with one hidden layer: a circle a number, a line a weight.

    Parameters
    ----------
    n_x, n_h, n_y : numbers of inputs, hidden units and outputs
    """
    figure = Figure(figsize=(7, 3.7), layout="constrained")
    axes = figure.subplots()
    axes.set(xlim=(-1, 9), ylim=(-3.1, 3), aspect="equal")
    axes.set_axis_off()
    weights = n_x * n_h + n_h * n_y
    axes.set_title(f"{weights} weights and {n_h + n_y} biases decide")
    layers = (_column(n_x, 0.0), _column(n_h, 4.0), _column(n_y, 8.0))
    for before, after in pairwise(layers):
        for start in before:
            for end in after:
                axes.plot(*zip(start, end, strict=True), color=GREY, linewidth=0.8, zorder=1)
    captions = (("layer 0", "input", "x"), ("layer 1", "hidden, tanh", "a^{[1]}"), ("layer 2", "output, σ", "a^{[2]}"))
    for layer, (number, role, symbol), colour in zip(layers, captions, (GREY, BLUE, VERMILLION), strict=True):
        radius = min(LARGEST, 0.45 * _gap(len(layer)))
        for index, place in enumerate(layer, start=1):
            axes.add_patch(Circle(place, radius, facecolor="white", edgecolor=colour, linewidth=1.8, zorder=2))
            if radius == LARGEST:  # else there is no room for a name
                axes.text(*place, f"${symbol}_{{{index}}}$", ha="center", va="center", fontsize=11, zorder=3)
        axes.text(layer[0][0], -2.6, f"{number}: {role}", ha="center", va="center", color=colour)
    axes.text(2.0, 2.5, "$W^{[1]}, b^{[1]}$", ha="center")
    axes.text(6.0, 2.5, "$W^{[2]}, b^{[2]}$", ha="center")
    return Plot(
        figure,
        f"Three columns of circles: {n_x} inputs (layer 0), {n_h} hidden units with tanh (layer 1), {n_y} output with "
        f"a sigmoid (layer 2); a line for each of the {n_x * n_h} weights of W1 and the {n_h * n_y} of W2.",
    )


def _column(number: int, x: float) -> list[tuple[float, float]]:
    """Return the places of the circles of a layer, from the top down."""
    gap = _gap(number)
    return [(x, gap * ((number - 1) / 2 - row)) for row in range(number)]


def _gap(number: int) -> float:
    return min(1.2, 4.2 / max(1, number - 1))


def two_activations() -> Plot:
    """Draw tanh and the sigmoid, and their slopes."""
    z = np.linspace(-5, 5, 201)
    s = sigmoid(z)
    values = {"tanh z": np.tanh(z), "σ(z)": s}
    slopes = {"tanh z": 1 - np.tanh(z) ** 2, "σ(z)": s * (1 - s)}
    figure = Figure(figsize=(7.4, 3.1), layout="constrained")
    steepest = [f"{slope.max():.4g}" for slope in slopes.values()]
    figure.suptitle(f"In the middle tanh has the slope {steepest[0]}, the sigmoid {steepest[1]}")
    for axes, curves, what in zip(figure.subplots(1, 2), (values, slopes), ("value", "slope"), strict=True):
        for (name, curve), style in zip(curves.items(), STYLES, strict=False):
            axes.plot(z, curve, label=name, linewidth=1.8, markevery=25, markersize=4, **style)
        axes.set(xlabel="score z (any number)", ylabel=f"{what} (no unit)")
        axes.grid(color="#dddddd", linewidth=0.7)
        axes.spines[["top", "right"]].set_visible(False)
        axes.legend(frameon=False)
    return Plot(
        figure,
        f"Left: tanh climbs from {values['tanh z'][0]:.2f} to {values['tanh z'][-1]:.2f} through 0, the sigmoid from "
        f"{s[0]:.2f} to {s[-1]:.2f} through 0.5; right: their slopes are largest at 0, {steepest[0]} and "
        f"{steepest[1]}, and fall towards 0 on both sides.",
    )


def hidden_units(A1: Callable[[Array], Array], W2: Array, X: Array, Y: Array) -> Plot:
    """Draw what each hidden unit makes of the plane.

    Parameters
    ----------
    A1 : takes points (2, m) and returns the answers of the hidden units, (n_h, m)
    W2 : how much each of them counts, (1, n_h)
    X : points, (2, m)
    Y : labels, (1, m)
    """
    x1, x2, everywhere = _grid(X)
    maps = A1(everywhere).reshape(-1, ACROSS, ACROSS)  # (n_h, ACROSS, ACROSS)
    alone = [max(right, 1 - right) for right in (float(np.mean((unit > 0) == (Y[0] == 1))) for unit in A1(X))]
    figure = Figure(figsize=(2.15 * len(maps) + 0.5, 2.7), layout="constrained")
    figure.suptitle(f"No hidden unit alone does better than {max(alone):.1%}")
    row = figure.subplots(1, len(maps), squeeze=False)[0]
    for number, (axes, unit) in enumerate(zip(row, maps, strict=True)):
        drawn = axes.imshow(unit, cmap=SOFT, vmin=-1, vmax=1, **_frame(x1, x2))
        _scatter(axes, X, Y, side=1.7)
        axes.set_title(f"unit {number + 1}: {alone[number]:.1%}\ncounts {W2[0, number]:+.1f}", fontsize=9)
        axes.set_xlabel("x1", fontsize=8, labelpad=1)
        axes.set_ylabel("x2", fontsize=8, labelpad=0)
        axes.tick_params(labelsize=7, length=2)
    figure.colorbar(drawn, ax=list(row), label="a (from -1 to 1)", shrink=0.8)
    told = ", ".join(f"{right:.1%}" for right in alone)
    return Plot(
        figure,
        f"{len(maps)} maps, one a hidden unit: each is split by one straight, soft line; split there, the points right "
        f"would be {told}; their weights towards the output are {', '.join(f'{w:+.1f}' for w in W2[0])}.",
    )
