"""The figures of lesson 04: activations and their slopes, and what becomes of signals and errors in deep stacks.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.colors import LogNorm
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from helpers.plots import GREY, STYLES, Plot

Array = NDArray[Any]
Curve = Callable[[Array], Array]

FARTHEST = 4.0  # from 0, of the scores drawn
FEWEST = 1e-12  # what is smaller has the palest colour of `error_maps`


def curves(functions: Mapping[str, tuple[Curve, Curve]], measured: Callable[[str, Array], Array]) -> Plot:
    """Draw activations and their slopes, and measured slopes as dots.

    Parameters
    ----------
    functions : name -> the activation and its derivative, each takes an array and returns one of its shape
    measured : takes a name and an array z, and returns the measured slopes at z
    """
    z, dots = np.linspace(-FARTHEST, FARTHEST, 161), np.arange(-3.75, 4, 0.5)
    figure, (left, right) = _pair()
    apart, told = 0.0, []
    for (name, (g, slope)), style in zip(functions.items(), STYLES, strict=False):
        line, point = {**style, "marker": ""}, {**style, "linestyle": "", "markersize": 4}
        left.plot(z, g(z), linewidth=1.8, **line)
        right.plot(z, slope(z), linewidth=1.8, label=name, **line)
        right.plot(dots, measured(name, dots), **point)
        apart = max(apart, float(np.max(np.abs(measured(name, dots) - slope(dots)))))
        told.append(f"{name} runs from {g(z)[0]:.2f} to {g(z)[-1]:.2f} and is at most {np.max(slope(z)):.3g} steep")
    left.set(title="the activation g(z)", xlabel="score z (any number)", ylabel="value (no unit)")
    right.set(title="lines: your formula, dots: measured", xlabel="score z (any number)", ylabel="slope (no unit)")
    figure.legend(loc="outside lower center", ncols=len(functions), frameon=False)
    agree = "agree" if apart < 1e-6 else "do not agree"
    figure.suptitle(f"Measured and computed slopes {agree}")
    between = f"measured and computed slopes differ by {apart:.0e} at most"
    return Plot(figure, f"From z = {z[0]:.0f} to z = {z[-1]:.0f}, {'; '.join(told)}; {between}.")


def _pair(height: float = 3.4) -> tuple[Figure, tuple[Axes, Axes]]:
    """Make a figure with two pairs of axes, side by side."""
    figure = Figure(figsize=(7.6, height), layout="constrained")
    left, right = figure.subplots(1, 2)
    _quiet(left)
    _quiet(right)
    return figure, (left, right)


def _quiet(axes: Axes) -> None:
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)


def bends(x: Array, outputs: Mapping[str, Array]) -> Plot:
    """Draw what stacks of layers make of one feature.

    Parameters
    ----------
    x : the feature, evenly spaced, (k,)
    outputs : name of the activation -> what comes out for each x, (k,)
    """
    figure = Figure(figsize=(7, 3.2), layout="constrained")
    axes = figure.subplots()
    _quiet(axes)
    straight = {}
    for (name, y), style in zip(outputs.items(), STYLES, strict=False):
        axes.plot(x, y / np.max(np.abs(y)), label=name, markevery=max(1, len(x) // 8), markersize=4, **style)
        straight[name] = bool(np.max(np.abs(np.diff(y, 2))) < 1e-9 * np.max(np.abs(y)))
    lines = [name for name, is_line in straight.items() if is_line]
    axes.set_title(f"A straight line: {', '.join(lines) or 'none'}")
    axes.set(xlabel="feature x (no unit)", ylabel="output of the stack\n(its largest is 1)")
    axes.legend(frameon=False)
    told = ", ".join(f"{name} gives {'a straight line' if is_line else 'bends'}" for name, is_line in straight.items())
    return Plot(figure, f"The output of stacks with the same weights against one feature: {told}.")


def step_errors(h: Array, errors: Mapping[str, Array]) -> Plot:
    """Draw the error of measured slopes against the step h.

    Parameters
    ----------
    h : steps, (k,)
    errors : name of the way to measure -> absolute errors, (k,)
    """
    best = {name: int(np.argmin(error)) for name, error in errors.items()}
    first = min(errors, key=lambda name: errors[name][best[name]])
    axes_title = f"The smallest step is not the best: {first} errs least at h = {h[best[first]]:.0e}"
    told = "; ".join(f"{name} errs least at h = {h[i]:.0e}, by {errors[name][i]:.0e}" for name, i in best.items())
    figure = _lines(dict.fromkeys(errors, h), errors, axes_title, "step h (in units of z)", "error of the slope")
    figure.axes[0].set(xscale="log", yscale="log")
    return Plot(figure, f"The error against the step, each falling and then rising again: {told}.")


def _lines(x: Mapping[str, Array], y: Mapping[str, Array], title: str, x_label: str, y_label: str) -> Figure:
    """Draw lines by name."""
    figure = Figure(figsize=(7, 3.4), layout="constrained")
    axes = figure.subplots()
    _quiet(axes)
    for (name, values), style in zip(y.items(), STYLES, strict=False):
        axes.plot(x[name], values, label=name, markevery=max(1, len(values) // 10), markersize=4, **style)
    axes.set(title=title, xlabel=x_label, ylabel=y_label)
    axes.legend(frameon=False)
    return figure


def error_maps(maps: Mapping[str, Sequence[Array]]) -> Plot:
    """Draw how large the error is in each layer of stacks of growing depth, a row for each depth.

    Parameters
    ----------
    maps : name of the activation -> for each depth 2, 3, ... the sizes of dZ[1] to dZ[depth], each divided by the last
    """
    figure = Figure(figsize=(8.4, 3.3), layout="constrained")
    panels = np.atleast_1d(figure.subplots(1, len(maps), sharey=True))
    for axes, (name, rows) in zip(panels, maps.items(), strict=True):
        deepest = len(rows) + 1
        grid = np.full((len(rows), deepest), np.nan)
        for row, sizes in enumerate(rows):
            grid[row, : len(sizes)] = np.maximum(sizes, FEWEST)
        edges = np.arange(deepest + 1) + 0.5, np.arange(len(rows) + 1) + 1.5
        drawn = axes.pcolormesh(*edges, grid, cmap="viridis", norm=LogNorm(FEWEST, 10))
        axes.set(title=name, xlabel="layer l")
        axes.xaxis.set_major_locator(MaxNLocator(4, integer=True))
    panels[0].set_ylabel("depth of the stack (layers)")
    figure.colorbar(drawn, ax=list(panels), label="size of dZ[l] against the top's", extend="min")
    left = {name: float(rows[-1][0]) for name, rows in maps.items()}
    worst = min(left, key=lambda name: left[name])
    figure.suptitle(f"Of the error at the top, {left[worst]:.0e} reaches layer 1 through {deepest} layers of {worst}")
    told = ", ".join(f"with {name} {share:.0e}" for name, share in left.items())
    return Plot(
        figure,
        f"A map for each activation, a row for each depth from 2 to {deepest}, a column for each layer: the share of "
        f"the error that comes back from the top to layer 1 of the deepest stack is {told}.",
    )


def against_depth(depths: Sequence[int], shares: Mapping[str, Sequence[float]]) -> Plot:
    """Draw which share of the error at the top reaches layer 1, against the depth.

    Parameters
    ----------
    depths : depths of the stacks, (k,)
    shares : name of the stack -> size of dZ[1] divided by that of the last layer, (k,)
    """
    ends = {name: values[-1] for name, values in shares.items()}
    most, least = (pick(ends, key=ends.__getitem__) for pick in (max, min))
    title = f"Through {depths[-1]} layers, {ends[least]:.0e} to {ends[most]:.0e} times the error comes back"
    x = dict.fromkeys(shares, np.array(depths))
    y = {name: np.array(values) for name, values in shares.items()}
    figure = _lines(x, y, title, "depth of the stack (layers)", "size of dZ[1] against the top's")
    figure.axes[0].set_yscale("log")
    figure.axes[0].axhline(1, color=GREY, linewidth=0.8)
    told = "; ".join(f"with {name} it ends at {value:.1e}" for name, value in ends.items())
    return Plot(figure, f"The share of the error that reaches layer 1, from depth {depths[0]} to {depths[-1]}: {told}.")


def dying(counts: Mapping[str, Sequence[int]], units: int, every: int) -> Plot:
    """Draw how many hidden units are dead while a network learns.

    Parameters
    ----------
    counts : name of the training -> dead units, one number for each `every` steps
    units : how many there are
    every : steps from one number to the next
    """
    ends = {name: values[-1] for name, values in counts.items()}
    worst = max(ends, key=lambda name: ends[name])
    y = {name: np.array(values) for name, values in counts.items()}
    x = {name: np.arange(len(values)) * every for name, values in counts.items()}
    title = f"{ends[worst]} of {units} units die: {worst}"
    figure = _lines(x, y, title, "step of gradient descent", "dead hidden units")
    figure.axes[0].set_ylim(-0.5, units + 0.5)
    figure.axes[0].yaxis.set_major_locator(MaxNLocator(integer=True))
    told = "; ".join(f"{name}: {value} of {units}" for name, value in ends.items())
    steps = max(len(values) - 1 for values in counts.values()) * every
    return Plot(figure, f"Dead units, counted while training; after {steps} steps there are, by training, {told}.")


def starts(measured: Mapping[str, Mapping[str, Array]], activation: str) -> Plot:
    """Draw the sizes of values and errors in each layer, for several ways to draw the first weights.

    Parameters
    ----------
    measured : name of the start -> {"values": (depth,), "errors": (depth,)}
    activation : the name of the activation
    """
    figure, panels = _pair(3.7)
    titles = {"values": "values A[l], going up", "errors": "errors dZ[l], coming back"}
    for axes, (what, title) in zip(panels, titles.items(), strict=True):
        for (name, sizes), style in zip(measured.items(), STYLES, strict=False):
            layers = np.arange(1, len(sizes[what]) + 1)
            label = name if what == "values" else None
            axes.plot(layers, sizes[what], label=label, markevery=4, markersize=4, **style)
        axes.set(title=title, xlabel="layer l", ylabel="size (root mean square)", yscale="log")
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    figure.legend(loc="outside lower center", ncols=len(measured), frameon=False)
    tops = {name: float(sizes["values"][-1]) for name, sizes in measured.items()}
    best = max(tops, key=lambda name: tops[name])
    figure.suptitle(f"{activation}: with {best}, most of the signal reaches layer {layers[-1]}")
    told = "; ".join(
        f"with {name} the values go from {sizes['values'][0]:.1e} to {sizes['values'][-1]:.1e} and the errors, from "
        f"the top, from {sizes['errors'][-1]:.1e} to {sizes['errors'][0]:.1e}"
        for name, sizes in measured.items()
    )
    return Plot(figure, f"Two panels over {layers[-1]} layers of {activation}: {told}.")


def costs(curves: Mapping[str, Sequence[float]], every: int, what: str) -> Plot:
    """Draw the cost against the step for several trainings.

    Parameters
    ----------
    curves : name of the training -> costs, one for each `every` steps
    every : steps from one cost to the next
    what : what the names name
    """
    ends = {name: values[-1] for name, values in curves.items()}
    best = min(ends, key=lambda name: ends[name])
    x = {name: np.arange(len(values)) * every for name, values in curves.items()}
    y = {name: np.array(values) for name, values in curves.items()}
    figure = _lines(x, y, f"Of these {what}, {best} ends lowest", "step of gradient descent", "cost J (mean loss)")
    figure.axes[0].set_ylim(bottom=0)
    told = "; ".join(f"with {name} from {values[0]:.3f} to {values[-1]:.3f}" for name, values in curves.items())
    return Plot(figure, f"The cost of {len(curves)} {what}: {told}.")
