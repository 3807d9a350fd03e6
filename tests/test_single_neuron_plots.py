"""The figures of the single neuron say what they show: a title, axes, and a sentence of the numbers drawn."""

from __future__ import annotations

import inspect
from io import BytesIO

import numpy as np
import pytest

from helpers import plots, single_neuron_plots

SIZES, PRICES = np.array([[20.0, 60.0, 100.0]]), np.array([[5.0, 60.0, 180.0]])
ANSWERS = {"line": lambda size: size - 40, "neuron": lambda size: np.maximum(0, size - 40)}
CORNERS = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
BOTH, EITHER = (lambda X: X[:1] + X[1:] > 1.5), (lambda X: X[:1] + X[1:] > 0.5)
GATES = {"AND": (BOTH, CORNERS, np.array([[0, 0, 0, 1]])), "XOR": (EITHER, CORNERS, np.array([[0, 1, 1, 0]]))}
PLOTS = {
    "prices": lambda: single_neuron_plots.prices(SIZES, PRICES, ANSWERS, "Two answers"),
    "gates": lambda: single_neuron_plots.gates(GATES),
    "three_losses": single_neuron_plots.three_losses,
    "bowl": lambda: single_neuron_plots.bowl(lambda w, b: w**2 + b**2, [(2.0, 1.0), (1.0, 0.5)], (0.0, 0.0), 0.25),
}


def test_every_plot_is_tested() -> None:
    functions = inspect.getmembers(single_neuron_plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == public


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_has_a_title_named_axes_and_one_sentence_and_can_be_drawn(name: str) -> None:
    figure, description = PLOTS[name]()
    figure.savefig(BytesIO(), format="png", dpi=40)

    assert plots.title_of(figure)
    assert all(axes.get_ylabel() for axes in figure.axes)
    assert description.endswith(".")


def test_prices_tells_who_goes_below_zero() -> None:
    description = PLOTS["prices"]().description

    assert "line is below zero up to 39 square metres" in description
    assert "neuron is below zero nowhere" in description


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ((0.01, 0.01), "it arrives at the bottom"),
        ((1.0, 0.5), "on its way down, but not there yet"),
        ((9.0, 1.0), "each step leaps across and lands higher"),
        ((np.inf, 1.0), "each step leaps across and lands higher"),
        ((np.nan, 1.0), "each step leaps across and lands higher"),
    ],
)
def test_bowl_tells_how_the_walk_ended(last: tuple[float, float], words: str) -> None:
    figure, description = single_neuron_plots.bowl(lambda w, b: w**2 + b**2, [(2.0, 1.0), last], (0.0, 0.0), 0.25)

    assert f"α = 0.25: {words}" == plots.title_of(figure)
    assert description.endswith(f"{words}.")


def test_gates_tells_which_a_line_parts() -> None:
    figure, description = PLOTS["gates"]()

    assert "A line that parts all four points was found for AND" == plots.title_of(figure)
    assert description.endswith("right answers: 4 for AND, 3 for XOR.")
