"""The figures of the lessons: each function returns a figure and one sentence that says what it shows.

The sentence is computed from the numbers drawn, so that it holds for them; it is the text alternative.
Figures are made without pyplot: none stays open, none is shown twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Circle
from numpy.typing import NDArray

Array = NDArray[Any]

# Okabe and Ito's colours, told apart by every eye; each goes with a line style and a marker of its own
BLUE, VERMILLION, GREEN, ORANGE, PURPLE = "#0072B2", "#D55E00", "#009E73", "#E69F00", "#CC79A7"
GREY = "#555555"
STYLES: tuple[dict[str, Any], ...] = (
    {"color": BLUE, "linestyle": "-", "marker": "o"},
    {"color": VERMILLION, "linestyle": "--", "marker": "s"},
    {"color": GREEN, "linestyle": "-.", "marker": "^"},
    {"color": PURPLE, "linestyle": ":", "marker": "D"},
    {"color": ORANGE, "linestyle": (0, (5, 1)), "marker": "v"},
)
HIGHEST = 3.5  # a cost above this many times the first leaves the frame of `learning_curves`
PIXELS_PER_INCH = 96
SHARPNESS = 2  # dots drawn for each pixel shown


class Plot(NamedTuple):
    """A figure and the sentence that says what it shows."""

    figure: Figure
    description: str


def show(figure: Figure, description: str) -> None:
    """Show a figure in the notebook, and print its description below it."""
    from IPython.display import display

    display(image(figure))
    print(description)


def image(figure: Figure) -> Any:
    """Return a figure as a picture that a notebook can show."""
    from IPython.display import Image

    png = BytesIO()
    figure.savefig(png, format="png", dpi=SHARPNESS * PIXELS_PER_INCH)
    width = round(figure.get_figwidth() * PIXELS_PER_INCH)
    return Image(png.getvalue(), format="png", width=width, alt=f"{title_of(figure)} (described below)")


def title_of(figure: Figure) -> str:
    """Return the title of a figure: its own, else that of its first axes."""
    return figure.get_suptitle() or figure.axes[0].get_title()


def _axes(title: str, x_label: str, y_label: str, height: float = 3.4) -> tuple[Figure, Axes]:
    """Make a figure with one pair of axes, named."""
    figure = Figure(figsize=(7, height), layout="constrained")
    axes = figure.subplots()
    axes.set(title=title, xlabel=x_label, ylabel=y_label)
    axes.grid(color="#dddddd", linewidth=0.7)
    axes.spines[["top", "right"]].set_visible(False)
    return figure, axes


# Pictures


def pictures(X: Array, Y: Array, classes: Sequence[str | bytes] | Array, columns: int = 6) -> Plot:
    """Draw pictures in a grid, each with its label in words.

    Parameters
    ----------
    X : pictures, (m, height, width, 3)
    Y : labels, (1, m)
    classes : the name of label 0 and the name of label 1
    columns : pictures in a row
    """
    words = _words(classes)
    names = [words[int(label)] for label in Y[0]]
    cats = names.count(words[1])
    figure = _grid(X, names, f"{cats} of these {len(names)} pictures show a {words[1]}", columns)
    rows = [", ".join(names[start : start + columns]) for start in range(0, len(names), columns)]
    return Plot(figure, f"{len(names)} pictures, {cats} of them labelled {words[1]}; row by row: {'; '.join(rows)}.")


def _words(classes: Sequence[str | bytes] | Array) -> list[str]:
    """Return the names of the labels as text; HDF5 keeps them as bytes."""
    return [name.decode() if isinstance(name, bytes) else str(name) for name in classes]


def wrong_pictures(
    X: Array, Y: Array, Y_prediction: Array, classes: Sequence[str | bytes] | Array, most: int = 12
) -> Plot:
    """Draw the pictures that were answered wrongly, each with what was said.

    Parameters
    ----------
    X : pictures, (m, height, width, 3)
    Y : labels, (1, m)
    Y_prediction : answers, (1, m)
    classes : the name of label 0 and the name of label 1
    most : draw no more than this number of pictures
    """
    wrong = np.flatnonzero(Y[0] != Y_prediction[0])
    missed = int(np.sum(Y[0, wrong] == 1))
    shown = wrong[:most]
    words = _words(classes)
    captions = [f"said: {words[int(answer)]}" for answer in Y_prediction[0, shown]]
    figure = _grid(X[shown], captions, f"{wrong.size} of {Y.size} pictures got the wrong answer")
    return Plot(
        figure,
        f"{wrong.size} of {Y.size} answers are wrong: for {missed} pictures the answer {words[1]} was missed, "
        f"for {wrong.size - missed} it was given without reason; {shown.size} of them are shown.",
    )


def one_picture(picture: Array, probability: float, name: str = "cat", who: str = "neuron") -> Plot:
    """Draw a picture with the answer of a neuron, or of a network.

    Parameters
    ----------
    picture : a picture, (height, width, 3)
    probability : a = P(y = 1 given x), a number
    name : the name of label 1
    who : who answers
    """
    answer = name if probability > 0.5 else f"not a {name}"
    figure = _grid(picture[np.newaxis], [f"{probability:.0%} {name}"], f"The {who} says: {answer}", 1, size=2.6)
    return Plot(
        figure,
        f"A picture to which the {who} gives a probability of {probability:.1%} for {name}: {answer}.",
    )


def _grid(X: Array, captions: Sequence[str], title: str, columns: int = 6, size: float = 1.15) -> Figure:
    """Draw pictures in rows, each with a caption below it."""
    rows = max(1, -(-len(captions) // columns))
    figure = Figure(figsize=(columns * size, rows * (size + 0.25) + 0.4), layout="constrained")
    figure.suptitle(title)
    cells = np.atleast_1d(figure.subplots(rows, columns, squeeze=False)).ravel()
    for axes in cells[len(captions) :]:
        axes.set_axis_off()
    for axes, picture, caption in zip(cells, X, captions, strict=False):
        axes.imshow(picture)
        axes.set_xlabel(caption, fontsize=9)
        axes.set(xticks=[], yticks=[])
    return figure


def weights(w: Array, side: int = 64) -> Plot:
    """Draw learned weights where their pixels were, summed over red, green and blue.

    Parameters
    ----------
    w : weights, (side * side * 3, 1)
    side : height and width of the pictures, in pixels
    """
    image = w.reshape(side, side, 3).sum(axis=2)  # (side, side)
    for_cat, against = _place(image), _place(-image)
    figure = Figure(figsize=(5.4, 4.2), layout="constrained")
    axes = figure.subplots()
    share = np.mean(image > 0)
    axes.set(
        title=f"Light speaks for a cat in {share:.0%} of the pixels",
        xlabel="column (pixel)",
        ylabel="row (pixel)",
    )
    limit = float(np.abs(image).max()) or 1.0
    drawn = axes.imshow(image, cmap="PuOr", vmin=-limit, vmax=limit)
    figure.colorbar(drawn, label="weight (summed over the three colours)")
    return Plot(
        figure,
        f"A map of the weights, from {image.min():.3f} to {image.max():.3f}: light speaks most for a cat at "
        f"{for_cat}, most against it at {against}, and for it in {share:.0%} of the pixels.",
    )


def _place(image: Array) -> str:
    row, column = np.unravel_index(int(image.argmax()), image.shape)
    return f"row {row}, column {column}"


# Curves of the theory


def sigmoid_curve(sigmoid: Callable[[Array], Array]) -> Plot:
    """Draw a sigmoid function from -6 to 6.

    Parameters
    ----------
    sigmoid : takes z and returns an array of the same shape
    """
    z = np.linspace(-6, 6, 241)
    a = sigmoid(z)
    low, middle, high = a[0], a[z.size // 2], a[-1]
    figure, axes = _axes(
        f"Between {np.floor(low):.0f} and {np.ceil(high):.0f}, and {middle:.2g} in the middle",
        "score z (any number)",
        "a = σ(z) (probability)",
        3.0,
    )
    axes.plot(z, a, color=BLUE, linewidth=2)
    axes.plot([0], [middle], color=VERMILLION, marker="o")
    axes.annotate("undecided", (0, middle), (0.4, middle - 0.08), color=VERMILLION)
    return Plot(
        figure,
        f"The curve climbs from {low:.3f} at z = -6 through {middle:.3f} at z = 0 to {high:.3f} at z = 6; "
        f"it is steepest at z = {z[np.gradient(a).argmax()]:.0f}.",
    )


def loss_curves() -> Plot:
    """Draw the loss of one example against the neuron's answer a, for both labels."""
    a = np.linspace(0.005, 0.995, 199)
    figure, axes = _axes("Sure and wrong is what costs most", "answer a (probability of a cat)", "loss L (no unit)")
    axes.plot(a, -np.log(a), label="a cat, y = 1:  −log a", color=BLUE, linewidth=2)
    axes.plot(a, -np.log(1 - a), label="no cat, y = 0:  −log(1 − a)", color=VERMILLION, linewidth=2, linestyle="--")
    axes.legend(frameon=False, loc="upper center")
    unsure, wrong = -np.log(0.5), -np.log(a[0])
    return Plot(
        figure,
        f"Two mirrored curves: for a cat the loss falls from {wrong:.1f} at a = {a[0]:.3f} to 0 at a = 1, "
        f"otherwise it rises from 0 at a = 0 to as much; they cross at a = 0.5, where the loss is {unsure:.2f}.",
    )


def two_costs(sigmoid: Callable[[Array], Array], x: Array, Y: Array) -> Plot:
    """Draw cross-entropy and squared error of a neuron with one weight and no bias, against the weight.

    Parameters
    ----------
    sigmoid : takes z and returns an array of the same shape
    x : the one feature, (1, m)
    Y : labels, (1, m)
    """
    w = np.linspace(-3, 3, 601)
    a = sigmoid(w[:, np.newaxis] * x)  # (601, m)
    truth = np.where(Y == 1, a, 1 - a)  # the probability that was given to the true label
    costs = {"cross-entropy": -np.log(truth).mean(axis=1), "squared error": ((1 - truth) ** 2).mean(axis=1)}
    found = {name: _hollows(cost) for name, cost in costs.items()}
    figure = Figure(figsize=(7, 3.2), layout="constrained")
    counts = [f"{name} has {_counted(len(places), 'hollow')}" for name, places in found.items()]
    figure.suptitle(", ".join(counts).capitalize())
    for axes, (name, cost), style in zip(figure.subplots(1, 2), costs.items(), STYLES, strict=False):
        axes.plot(w, cost, markevery=list(found[name]), linewidth=2, markersize=8, **style)
        axes.set(title=name, xlabel="weight w (no unit)", ylabel="cost J (no unit)")
        axes.spines[["top", "right"]].set_visible(False)
    at = [" and ".join(f"{w[place]:.1f}" for place in places) for places in found.values()]
    told = "; ".join(f"{count}, at w = {where}" for count, where in zip(counts, at, strict=True))
    return Plot(figure, f"The same {x.size} examples, two costs against one weight: {told}.")


def _hollows(cost: Array) -> Array:
    """Return where a curve is lower than on both sides."""
    return np.flatnonzero((cost[1:-1] < cost[:-2]) & (cost[1:-1] < cost[2:])) + 1


def _counted(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"


# The computation graph of one neuron: where each value stands, and which arrows lead to it

INPUTS = {"x1": (0.0, 4.0), "w1": (0.0, 3.0), "x2": (0.0, 2.0), "w2": (0.0, 1.0), "b": (0.0, 0.0)}
PLACES = {**INPUTS, "z": (2.3, 2.0), "a": (4.6, 2.0), "L": (6.9, 2.0)}
FORMULAS = {"z": "$w_1 x_1 + w_2 x_2 + b$", "a": "$\\sigma(z)$", "L": "loss"}
RADIUS = 0.34


def computation_graph(values: Mapping[str, float], derivatives: Mapping[str, float]) -> Plot:
    """Draw one neuron with two features as a graph: values above the nodes, derivatives below them.

    Parameters
    ----------
    values : the values of "x1", "w1", "x2", "w2", "b", "z", "a" and "L"
    derivatives : the derivatives of L by any of them
    """
    figure = Figure(figsize=(7, 4.1), layout="constrained")
    axes = figure.subplots()
    axes.set(xlim=(-1.2, 8.0), ylim=(-0.6, 4.6), aspect="equal")
    axes.set_axis_off()
    axes.set_title("Values run to the right, derivatives run back to the left")
    for start in INPUTS:
        _arrow(axes, start, "z")
    _arrow(axes, "z", "a")
    _arrow(axes, "a", "L")
    for name in PLACES:
        _node(axes, name, values[name], derivatives.get(name))
    axes.text(4.6, 0.5, "above: values, left to right →", color=BLUE, ha="center")
    axes.text(4.6, 0.0, "← below: derivatives of L, right to left", color=VERMILLION, ha="center")
    forward = ", ".join(f"{name} = {value:.4f}" for name, value in values.items())
    backward = ", ".join(f"dL/d{name} = {value:.4f}" for name, value in derivatives.items())
    return Plot(figure, f"Values, left to right: {forward}. Derivatives, right to left: {backward}.")


def _arrow(axes: Axes, start: str, end: str) -> None:
    style = {"arrowstyle": "-|>", "color": GREY, "shrinkA": 17, "shrinkB": 17}
    axes.annotate("", PLACES[end], PLACES[start], arrowprops=style)


def _node(axes: Axes, name: str, value: float, derivative: float | None) -> None:
    x, y = PLACES[name]
    axes.add_patch(Circle((x, y), RADIUS, facecolor="white", edgecolor="black"))
    axes.text(x, y, f"${name[0]}_{name[1]}$" if name[1:] else f"${name}$", ha="center", va="center", fontsize=12)
    axes.text(x, y + 1.1, FORMULAS.get(name, ""), ha="center", va="center")
    if name in INPUTS:
        x, distance, side = x - 0.45, 0.17 * (derivative is not None), "right"
    else:
        distance, side = 0.6, "center"
    axes.text(x, y + distance, f"{value:.3f}", ha=side, va="center", color=BLUE)
    if derivative is not None:
        axes.text(x, y - distance, f"{derivative:.3f}", ha=side, va="center", color=VERMILLION)


# Curves of learning


def cost_curve(costs: Sequence[float], every: int = 100) -> Plot:
    """Draw the cost while a model learned.

    Parameters
    ----------
    costs : one number for each `every` iterations
    every : iterations from one number to the next
    """
    last = (len(costs) - 1) * every
    change = "falls" if costs[-1] < costs[0] else "does not fall"
    rises = _rises(costs)
    figure, axes = _axes(
        f"The cost {change} in {last} iterations",
        "iteration (steps of gradient descent)",
        "cost J (mean loss)",
    )
    axes.plot(np.arange(len(costs)) * every, costs, markersize=4, **STYLES[0])
    axes.set_ylim(bottom=0)
    return Plot(
        figure,
        f"The cost starts at {costs[0]:.3f} and {change}: after {last} iterations it is {costs[-1]:.3f}, and "
        f"from one point to the next it rises {_counted(rises, 'time')}.",
    )


def learning_curves(curves: Mapping[float, Sequence[float]], every: int) -> Plot:
    """Draw the cost against the iteration for several learning rates.

    Parameters
    ----------
    curves : learning rate -> costs, one number for each `every` iterations
    every : iterations from one number to the next
    """
    ends = {rate: costs[-1] if np.all(np.isfinite(costs)) else np.inf for rate, costs in curves.items()}
    best = min(ends, key=lambda rate: ends[rate])
    figure, axes = _axes(
        f"Of these learning rates, {best:g} ends lowest",
        "iteration (steps of gradient descent)",
        "cost J (mean loss)",
    )
    for (rate, costs), style in zip(curves.items(), STYLES, strict=False):
        steps = np.arange(len(costs)) * every
        axes.plot(steps, costs, label=f"α = {rate:g}", markevery=max(1, len(costs) // 8), markersize=5, **style)
    axes.legend(title="learning rate", loc="upper right")
    axes.set_ylim(0, HIGHEST * max(costs[0] for costs in curves.values()))
    told = "; ".join(
        f"{rate:g} goes from {costs[0]:.2f} to {costs[-1]:.2f} and rises {_counted(_rises(costs), 'time')}"
        for rate, costs in curves.items()
    )
    return Plot(figure, f"{len(curves)} learning rates: {told}.")


def _rises(costs: Sequence[float]) -> int:
    return int(np.sum(np.diff(costs) > 0))
