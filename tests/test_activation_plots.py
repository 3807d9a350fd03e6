"""The figures of lesson 04 say what they show: a title, and a sentence computed from the numbers drawn."""

from __future__ import annotations

import inspect
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure

from helpers import activation_plots, plots

CURVES = {"square": (np.square, lambda z: 2 * z), "line": (lambda z: 3 * z, lambda z: 3 + 0 * z)}
SIZES = {"values": np.array([1.0, 0.5]), "errors": np.array([0.25, 1.0])}


def measured(name: str, z: np.ndarray) -> np.ndarray:
    return CURVES[name][1](z)


PLOTS = {
    "curves": lambda: activation_plots.curves(CURVES, measured),
    "bends": lambda: activation_plots.bends(
        np.linspace(-1, 1, 21), {"none": np.linspace(0, 3, 21), "square": np.linspace(-1, 1, 21) ** 2}
    ),
    "step_errors": lambda: activation_plots.step_errors(
        np.array([0.001, 0.01, 0.1]), {"one way": np.array([0.1, 0.2, 0.3]), "both ways": np.array([0.1, 0.01, 0.2])}
    ),
    "error_maps": lambda: activation_plots.error_maps(
        {"flat": [np.array([0.01, 1.0]), np.array([0.001, 0.01, 1.0])], "level": [np.ones(2), np.ones(3)]}
    ),
    "against_depth": lambda: activation_plots.against_depth([2, 3, 4], {"calm": [1, 1, 0.5], "wild": [2, 20, 200]}),
    "dying": lambda: activation_plots.dying({"gentle": [0, 0, 0], "rough": [0, 3, 5]}, units=6, every=10),
    "starts": lambda: activation_plots.starts(
        {"large": SIZES, "small": {k: 0.1 * v for k, v in SIZES.items()}}, "tanh"
    ),
    "costs": lambda: activation_plots.costs({"one": [0.7, 0.6], "other": [0.7, 0.2]}, 50, "starts"),
}


def drawn(figure: Figure) -> bytes:
    picture = BytesIO()
    figure.savefig(picture, format="png", dpi=40)
    return picture.getvalue()


def test_every_plot_is_tested() -> None:
    """A plot is what returns a `Plot` and is public."""
    functions = inspect.getmembers(activation_plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == public


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_has_a_title_and_one_sentence(name: str) -> None:
    """And it can be drawn, with names on its axes."""
    figure, description = PLOTS[name]()

    assert drawn(figure)
    assert plots.title_of(figure)
    assert all(axes.get_xlabel() or axes.get_ylabel() for axes in figure.axes)
    assert description.endswith(".")
    assert ". " not in description
    assert "\n" not in description


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("curves", "square runs from 16.00 to 16.00 and is at most 8 steep"),
        ("bends", "none gives a straight line, square gives bends"),
        ("step_errors", "both ways errs least at h = 1e-02, by 1e-02"),
        ("error_maps", "with flat 1e-03, with level 1e+00"),
        ("against_depth", "with wild it ends at 2.0e+02"),
        ("dying", "after 20 steps there are, by training, gentle: 0 of 6; rough: 5 of 6"),
        ("starts", "with large the values go from 1.0e+00 to 5.0e-01"),
        ("costs", "with other from 0.700 to 0.200"),
    ],
)
def test_a_sentence_is_made_of_the_numbers_drawn(name: str, said: str) -> None:
    assert said in PLOTS[name]()[1]


def test_a_wrong_slope_is_not_called_right() -> None:
    right = activation_plots.curves(CURVES, measured)
    wrong = activation_plots.curves(CURVES, lambda name, z: measured(name, z) + 0.01)

    assert "Measured and computed slopes agree" == plots.title_of(right.figure)
    assert "Measured and computed slopes do not agree" == plots.title_of(wrong.figure)
