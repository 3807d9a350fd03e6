"""The figures of the single neuron: prices, losses, and the bowl that gradient descent walks down.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from numpy.typing import NDArray

from helpers.planar_plots import GROUND, MARKS, Panel
from helpers.plots import BLUE, GREY, STYLES, VERMILLION, Plot

Array = NDArray[Any]
Answers = Callable[[Array], Array]  # X (n_x, m) -> answers (1, m)
Cost = Callable[[float, float], float]  # w, b -> J

ACROSS = 121  # points of a curve
GRID = 61  # points of the bowl along each side
HALF = 3.2  # of the bowl's width and height, around its lowest point
FAR = 1e6  # nothing of a walk is drawn beyond


def prices(X: Array, Y: Array, answers: Mapping[str, Answers], title: str) -> Plot:
    """Draw homes by size and price, and what each answerer says for any size.

    Parameters
    ----------
    X : sizes, (1, m)
    Y : prices, (1, m)
    answers : name -> takes sizes (1, m) and returns prices (1, m)
    title : what the figure says
    """
    figure, axes = _axes(title, "size (square metres)", "price (thousand euros)")
    axes.scatter(X[0], Y[0], s=22, color=GREY, label="homes")
    sizes = np.linspace(0, X.max() * 1.05, ACROSS)[np.newaxis, :]  # (1, ACROSS)
    told = []
    for (name, answer), style in zip(answers.items(), STYLES, strict=False):
        said = answer(sizes)
        axes.plot(sizes[0], said[0], label=name, linewidth=2, color=style["color"], linestyle=style["linestyle"])
        below = sizes[said < -1e-9]
        told.append(f"{name} is below zero {f'up to {below.max():.0f} square metres' if below.size else 'nowhere'}")
    axes.axhline(0, color="black", linewidth=0.8)
    axes.legend(frameon=False)
    return Plot(figure, f"{X.size} homes of {X.min():.0f} to {X.max():.0f} square metres; {'; '.join(told)}.")


def _axes(title: str, x_label: str, y_label: str) -> tuple[Figure, Axes]:
    figure = Figure(figsize=(7, 3.4), layout="constrained")
    axes = figure.subplots()
    axes.set(title=title, xlabel=x_label, ylabel=y_label)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


def three_losses() -> Plot:
    """Draw the losses of linear regression, the perceptron and logistic regression against the score, for y = 1."""
    z = np.linspace(-3, 4, 2 * ACROSS - 1)
    losses = {
        "squared error: half of (z − 1)²": (z - 1) ** 2 / 2,
        "perceptron: −z where z is below 0": np.maximum(-z, 0),
        "cross-entropy: −log σ(z)": np.logaddexp(0, -z),
    }
    figure, axes = _axes("Only the squared error grows where the answer is too right", "score z (for y = 1)", "loss L")
    for (name, loss), style in zip(losses.items(), STYLES, strict=False):
        axes.plot(z, loss, label=name, linewidth=2, color=style["color"], linestyle=style["linestyle"])
    axes.set_ylim(0, 5)
    axes.legend(frameon=False, loc="upper center")
    ends = "; ".join(f"{name.partition(':')[0]} {loss[0]:.2f} and {loss[-1]:.2f}" for name, loss in losses.items())
    return Plot(
        figure, f"Three losses of one example with y = 1, at the scores z = {z[0]:g} and z = {z[-1]:g}: {ends}."
    )


def gates(panels: Mapping[str, Panel]) -> Plot:
    """Draw the four corners of the square for each task, and on which side of a line each of them lies.

    Parameters
    ----------
    panels : name of the task -> (answers, X, Y): who answers, the corners (2, 4), their labels (1, 4)
    """
    rights = {name: int(np.sum(answers(X) == Y)) for name, (answers, X, Y) in panels.items()}
    parted = [name for name, right in rights.items() if right == panels[name][2].size]
    figure = Figure(figsize=(2.5 * len(panels), 3.1), layout="constrained")
    figure.suptitle(f"A line that parts all four points was found for {' and '.join(parted) or 'none'}")
    for axes, (name, (answers, X, Y)) in zip(figure.subplots(1, len(panels)), panels.items(), strict=True):
        _draw_sides(axes, answers)
        for label, mark in enumerate(MARKS):
            axes.scatter(*X[:, Y[0] == label], s=130, edgecolor="black", **mark)
        axes.set(title=f"{name}: {rights[name]} of {Y.size} right", xlabel="x1", ylabel="x2", aspect="equal")
    figure.axes[0].legend(loc="center", fontsize=9)
    told = ", ".join(f"{right} for {name}" for name, right in rights.items())
    return Plot(figure, f"Four corners of a square for each of {len(panels)} tasks; right answers: {told}.")


def _draw_sides(axes: Axes, answers: Answers) -> None:
    """Colour the plane around the unit square by the answers it gets."""
    side = np.linspace(-0.4, 1.4, ACROSS)
    grid = np.stack(np.meshgrid(side, side)).reshape(2, -1)  # (2, ACROSS * ACROSS)
    said = np.asarray(answers(grid), dtype=float).reshape(ACROSS, ACROSS)
    axes.pcolormesh(side, side, said, cmap=GROUND, vmin=0, vmax=1)
    axes.set(xticks=[0, 1], yticks=[0, 1])


def bowl(cost: Cost, path: Sequence[tuple[float, float]], centre: tuple[float, float], learning_rate: float) -> Plot:
    """Draw the cost over w and b as lines of equal height, and a walk of gradient descent on it.

    Parameters
    ----------
    cost : takes two numbers, w and b, and returns J
    path : w and b before the first step and after each
    centre : w and b where the cost is lowest
    learning_rate : alpha, for the title
    """
    heights = [cost(*place) for place in (path[0], path[-1], centre)]
    figure = Figure(figsize=(6.2, 4.4), layout="constrained")
    axes = figure.subplots()
    _draw_heights(axes, cost, centre)
    walk = np.clip(path, -FAR, FAR)
    axes.plot(*walk.T, color=VERMILLION, marker="o", markersize=4, linewidth=1.2, label="gradient descent")
    axes.plot(*walk[0], color=BLUE, marker="s", markersize=8, linestyle="none", label="start")
    axes.plot(*centre, color="black", marker="*", markersize=12, linestyle="none", label="lowest point")
    verdict = _verdict(*heights)
    axes.set(title=f"α = {learning_rate:g}: {verdict}", xlabel="weight w (no unit)", ylabel="bias b (no unit)")
    axes.legend(loc="upper right", fontsize=9)
    first, last, lowest = heights
    return Plot(
        figure,
        f"A bowl whose lowest cost is {lowest:.3f}. With learning rate {learning_rate:g}, {len(path) - 1} steps lead "
        f"from a cost of {first:.3f} to {last:.4g}: {verdict}.",
    )


def _draw_heights(axes: Axes, cost: Cost, centre: tuple[float, float]) -> None:
    w, b = (np.linspace(middle - HALF, middle + HALF, GRID) for middle in centre)
    heights = [[cost(float(one), float(other)) for one in w] for other in b]
    drawn = axes.contourf(w, b, heights, levels=14, cmap="Blues")
    axes.figure.colorbar(drawn, ax=axes, label="cost J (no unit)")
    axes.set(xlim=(w[0], w[-1]), ylim=(b[0], b[-1]))


def _verdict(first: float, last: float, lowest: float) -> str:
    """Say how a walk ended, by the share of the way down that is left."""
    left = (last - lowest) / (first - lowest)
    if not left <= 1:
        return "each step leaps across and lands higher"
    if left < 0.001:
        return "it arrives at the bottom"
    return "on its way down, but not there yet"
