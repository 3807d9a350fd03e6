"""The figures of networks of L layers: their units, their caches, the way there and back, slopes, and signals.

As in `helpers.plots`, each function returns a figure and one sentence, computed from the numbers drawn. Forward is blue
and solid, backward is vermillion and dashed, what is kept between the two is grey and dotted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle, FancyBboxPatch
from matplotlib.ticker import MaxNLocator
from numpy.typing import NDArray

from helpers.plots import BLUE, GREY, STYLES, VERMILLION, Plot

Array = NDArray[Any]
Cache = tuple[tuple[Array, Array, Array], Array]  # ((A_prev, W, b), Z)
Place = tuple[float, float]

FORWARD: dict[str, Any] = {"color": BLUE, "linestyle": "-"}
BACKWARD: dict[str, Any] = {"color": VERMILLION, "linestyle": "--"}
KEPT: dict[str, Any] = {"color": GREY, "linestyle": ":"}
STEP = 3.0  # from one layer to the next
TOP, MIDDLE, BOTTOM = 3.1, 1.55, 0.0  # of the way there and back
WIDTH, HEIGHT = 1.5, 0.9  # of a block
NARROWEST, BETWEEN = 2, 1.6  # of the grids of a cache, in squares
AGREE = 1e-6  # relative: measured and computed slopes that differ by less are the same


def network(layer_dims: Sequence[int]) -> Plot:
    """Draw a network: a circle a unit, a line a weight, and the shapes of W and b between the layers.

    Parameters
    ----------
    layer_dims : units of layer 0, the input, to layer L, (L + 1,)
    """
    L = len(layer_dims) - 1
    figure, axes = _canvas((-0.9, STEP * L + 0.9), (-3.3, 3.1))
    weights = sum(n * n_prev for n_prev, n in pairwise(layer_dims))
    axes.set_title(f"{L} layers: {weights} weights and {sum(layer_dims[1:])} biases decide")
    columns = [_column(n, STEP * l) for l, n in enumerate(layer_dims)]
    for l, (before, after) in enumerate(pairwise(columns), start=1):
        for start, end in ((start, end) for start in before for end in after):
            axes.plot(*zip(start, end, strict=True), color=GREY, linewidth=0.7, zorder=1)
        shapes = f"$W^{{[{l}]}}$ ({len(after)}, {len(before)})\n$b^{{[{l}]}}$ ({len(after)}, 1)"
        axes.text(STEP * (l - 0.5), 2.6, shapes, ha="center", va="center", fontsize=10)
    for l, column in enumerate(columns):
        colour, role = _role(l, L)
        for place in column:
            axes.add_patch(Circle(place, 0.3, facecolor="white", edgecolor=colour, linewidth=1.8, zorder=2))
        axes.text(STEP * l, -2.8, f"layer {l}\n{role}", ha="center", va="center", color=colour)
    told = ", ".join(str(n) for n in layer_dims)
    return Plot(
        figure,
        f"{L + 1} columns of circles, with {told} units from layer 0, the input, to layer {L}: the hidden ones take "
        f"relu, the last one the sigmoid; a line for each of the {weights} weights.",
    )


def _canvas(x: Place, y: Place, share: float = 1.0) -> tuple[Figure, Axes]:
    """Make a figure without axes, about as wide as the page, for a drawing that takes a share of the width."""
    width = 7.6
    figure = Figure(figsize=(width, share * width * (y[1] - y[0]) / (x[1] - x[0]) + 0.4), layout="constrained")
    axes = figure.subplots()
    axes.set(xlim=x, ylim=y, aspect="equal")
    axes.set_axis_off()
    return figure, axes


def _column(n: int, x: float) -> list[Place]:
    """Return the places of the units of a layer, from the top down."""
    gap = min(0.9, 3.6 / max(1, n - 1))
    return [(x, gap * ((n - 1) / 2 - row)) for row in range(n)]


def _role(l: int, L: int) -> tuple[str, str]:
    """Return the colour of a layer and what it is."""
    if l == 0:
        return GREY, "input"
    return (VERMILLION, "output, σ") if l == L else (BLUE, "hidden, relu")


def there_and_back(layer_dims: Sequence[int], m: int) -> Plot:
    """Draw the way forward and the way back as one picture, joined by the cost and by the caches.

    Parameters
    ----------
    layer_dims : units of layer 0, the input, to layer L, (L + 1,)
    m : examples
    """
    L = len(layer_dims) - 1
    figure, axes = _canvas((-0.4, STEP * (L + 1) + 0.9), (-1.9, 4.3))
    axes.set_title("Each block of the way back opens the cache of its own layer")
    for l in range(1, L + 1):
        _layer(axes, l, L, layer_dims, m)
    end, turn = STEP * L + WIDTH / 2, STEP * (L + 1) - 0.4
    _arrow(axes, (end, TOP), (turn, MIDDLE + 0.3), FORWARD)
    _arrow(axes, (turn, MIDDLE - 0.3), (end, BOTTOM), BACKWARD)
    _name(axes, (turn - 0.1, TOP - 0.2), "A", L, (layer_dims[L], m), BLUE)
    _name(axes, (turn - 0.1, BOTTOM + 0.2), "dA", L, (layer_dims[L], m), VERMILLION)
    axes.text(turn, MIDDLE, "cost $J$", ha="center", va="center", fontsize=11)
    sizes = ", ".join(str(n) for n in layer_dims)
    return Plot(
        figure,
        f"A loop for a network with {sizes} units a layer and {m} examples: along the top, left to right, {L} forward "
        f"blocks turn A0 into A{L}, which gives the cost; along the bottom, right to left, {L} backward blocks turn "
        f"dA{L} into dA0 and let dW and db out; a dotted arrow takes each forward block's cache down to its partner.",
    )


def _layer(axes: Axes, l: int, L: int, layer_dims: Sequence[int], m: int) -> None:
    """Draw the two blocks of a layer, what flows into them, the cache between them, and the gradients that come out."""
    x, activation = STEP * l, "σ" if l == L else "relu"
    _block(axes, (x, TOP), f"linear\n{activation}", BLUE)
    _block(axes, (x, BOTTOM), f"{activation} back\nlinear back", VERMILLION)
    left, right = x - STEP + WIDTH / 2, x - WIDTH / 2
    _arrow(axes, (left, TOP), (right, TOP), FORWARD)
    _arrow(axes, (right, BOTTOM), (left, BOTTOM), BACKWARD)
    middle, shape = (left + right) / 2, (layer_dims[l - 1], m)
    _name(axes, (middle, TOP + 0.55), "A" if l > 1 else "X = A", l - 1, shape, BLUE)
    _name(axes, (middle, BOTTOM - 0.55), "dA", l - 1, shape, VERMILLION)
    _arrow(axes, (x, TOP - HEIGHT / 2), (x, BOTTOM + HEIGHT / 2), KEPT)
    axes.text(x + 0.12, MIDDLE, f"cache {l}", va="center", fontsize=9, color=GREY)
    _arrow(axes, (x, BOTTOM - HEIGHT / 2), (x, BOTTOM - 1.15), BACKWARD)
    gradients = f"$dW^{{[{l}]}}$ ({layer_dims[l]}, {layer_dims[l - 1]})\n$db^{{[{l}]}}$ ({layer_dims[l]}, 1)"
    axes.text(x, BOTTOM - 1.55, gradients, ha="center", va="center", fontsize=9, color=VERMILLION)


def _block(axes: Axes, centre: Place, text: str, colour: str) -> None:
    corner = (centre[0] - WIDTH / 2, centre[1] - HEIGHT / 2)
    axes.add_patch(FancyBboxPatch(corner, WIDTH, HEIGHT, boxstyle="round,pad=0", facecolor="white", edgecolor=colour))
    axes.text(*centre, text, ha="center", va="center", fontsize=9)


def _arrow(axes: Axes, start: Place, end: Place, style: Mapping[str, Any]) -> None:
    axes.annotate("", end, start, arrowprops={"arrowstyle": "-|>", "shrinkA": 1, "shrinkB": 1, **style})


def _name(axes: Axes, place: Place, name: str, l: int, shape: tuple[int, int], colour: str) -> None:
    text = f"${name}^{{[{l}]}}$\n{shape}"
    axes.text(*place, text, ha="center", va="center", fontsize=9, color=colour)


def caches(caches: Sequence[Cache]) -> Plot:
    """Draw what each layer keeps: A_prev, W, b and Z, a square a number.

    Parameters
    ----------
    caches : of layer 1 to layer L, each ((A_prev (n_prev, m), W (n, n_prev), b (n, 1)), Z (n, m))
    """
    kept = [(*linear_cache, Z) for linear_cache, Z in caches]  # L times (A_prev, W, b, Z)
    widths = [max(arrays[place].shape[1] for arrays in kept) for place in range(4)]
    lefts = np.cumsum([0, *(max(width, NARROWEST) + BETWEEN for width in widths)])
    heights = [max(len(array) for array in arrays) + BETWEEN for arrays in kept]
    bounds = (-0.2, float(lefts[-1]) - BETWEEN + 0.2), (BETWEEN - sum(heights) - 0.2, BETWEEN - 0.4)
    figure, axes = _canvas(*bounds, share=0.85)  # the rest is the colour bar's
    numbers = sum(array.size for arrays in kept for array in arrays)
    who = "1 cache keeps" if len(kept) == 1 else f"{len(kept)} caches keep"
    axes.set_title(f"{who} {numbers} numbers for the way back")
    limit = max(float(np.abs(array).max()) for arrays in kept for array in arrays) or 1.0
    for l, arrays in enumerate(kept, start=1):
        names = (f"$A^{{[{l - 1}]}}$", f"$W^{{[{l}]}}$", f"$b^{{[{l}]}}$", f"$Z^{{[{l}]}}$")
        for name, array, left in zip(names, arrays, lefts, strict=False):
            drawn = _squares(axes, array, f"{name} {array.shape}", (float(left), -sum(heights[: l - 1])), limit)
    figure.colorbar(drawn, ax=axes, label="value (no unit)", shrink=0.6)
    shapes = "; ".join(f"layer {l}: {', '.join(str(array.shape) for array in row)}" for l, row in enumerate(kept, 1))
    hidden = [Z for *_, Z in kept[:-1]]
    silent = sum(int(np.sum(Z <= 0)) for Z in hidden)
    return Plot(
        figure,
        f"A row of four coloured grids for each layer, A_prev, W, b and Z, with the shapes {shapes}; of the "
        f"{sum(Z.size for Z in hidden)} numbers in hidden Z, {silent} are not above 0, and stand as zeros in the A of "
        f"the next row.",
    )


def _squares(axes: Axes, array: Array, title: str, corner: Place, limit: float) -> Any:
    """Draw an array from its upper left corner, a square a number, with its title above."""
    x, y = corner
    axes.text(x, y + 0.25, title, ha="left", va="bottom", fontsize=9)
    edges = (x + np.arange(array.shape[1] + 1), y - np.arange(array.shape[0] + 1))
    return axes.pcolormesh(*edges, array, cmap="PuOr", vmin=-limit, vmax=limit, edgecolors="#bbbbbb", linewidth=0.5)


def slopes(measured: Mapping[str, Array], computed: Mapping[str, Array]) -> Plot:
    """Draw the measured slope of each parameter against the computed one.

    Parameters
    ----------
    measured, computed : slopes of the cost by parameter, such as "W1" -> (n[1], n[0])
    """
    figure = Figure(figsize=(5.6, 4.4), layout="constrained")
    axes = figure.subplots()
    for (name, slope), style in zip(measured.items(), _markers(len(measured)), strict=True):
        axes.plot(computed[name].ravel(), slope.ravel(), label=name, alpha=0.8, **style)
    low, high = axes.get_xlim()
    axes.plot((low, high), (low, high), color=GREY, linewidth=0.8, zorder=0)
    axes.set(xlabel="by the chain rule (your gradients)", ylabel="measured (your costs)")
    axes.xaxis.set_major_locator(MaxNLocator(5))
    axes.legend(frameon=False, loc="upper left", bbox_to_anchor=(1, 1))
    axes.spines[["top", "right"]].set_visible(False)
    one, other = (np.concatenate([each[name].ravel() for name in measured]) for each in (measured, computed))
    apart, largest = np.abs(one - other), np.max(np.abs(one))
    off = int(np.sum(~(apart <= AGREE * largest)))
    missed = f"{off} of {one.size} slopes {'misses' if off == 1 else 'miss'} the diagonal"
    axes.set_title(missed if off else f"All {one.size} slopes lie on the diagonal")
    return Plot(
        figure,
        f"{one.size} points, one a parameter, with slopes up to {largest:.3f}: {one.size - off} of them lie on the "
        f"diagonal, and the largest difference between measured and computed is {apart.max():.1e}.",
    )


def _markers(number: int) -> list[dict[str, Any]]:
    """Return a marker for each parameter: full for a first round through the styles, hollow for the next."""
    rounds = ({"fillstyle": "full"}, {"fillstyle": "none"}, {"fillstyle": "left"})
    return [
        {**STYLES[i % len(STYLES)], **rounds[i // len(STYLES) % len(rounds)], "linestyle": ""} for i in range(number)
    ]


def signals(sizes: Mapping[str, Sequence[float]]) -> Plot:
    """Draw how large a layer's answers are, layer by layer, for several starts.

    Parameters
    ----------
    sizes : name of the start -> root mean square of A[0], A[1], ...
    """
    figure = Figure(figsize=(7, 3.3), layout="constrained")
    axes = figure.subplots()
    for (name, size), style in zip(sizes.items(), STYLES, strict=False):
        axes.plot(range(len(size)), size, label=name, **style)
    axes.set(xlabel="layer", ylabel="size of its answers A\n(root mean square)", yscale="log")
    axes.xaxis.set_major_locator(MaxNLocator(integer=True))
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False, loc="lower left")
    left = {name: size[-1] / size[0] for name, size in sizes.items()}
    worst = min(left, key=lambda name: left[name])
    axes.set_title(f"With {worst}, layer {len(sizes[worst]) - 1} hears {left[worst]:.0e} of the signal")
    told = "; ".join(f"with {name} from {size[0]:.2g} to {size[-1]:.2g}" for name, size in sizes.items())
    return Plot(figure, f"The size of the answers from layer 0 to layer {len(sizes[worst]) - 1}, {told}.")
