"""The figures of the warm-up say what they show: a title, and a sentence computed from the numbers drawn."""

from __future__ import annotations

import inspect
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure

from helpers import plots, warm_up_plots

X = np.arange(6).reshape(2, 3)
PLOTS = {
    "broadcasting": lambda: warm_up_plots.broadcasting(X, np.array([[10], [20]])),
    "sums": lambda: warm_up_plots.sums(X),
    "times": lambda: warm_up_plots.times({"a loop": 2.0, "an array": 0.0016}, "A sum"),
}


def test_every_plot_is_tested() -> None:
    functions = inspect.getmembers(warm_up_plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == public


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_has_a_title_and_one_sentence_and_can_be_drawn(name: str) -> None:
    figure, description = PLOTS[name]()
    figure.savefig(BytesIO(), format="png", dpi=40)

    assert isinstance(figure, Figure)
    assert plots.title_of(figure)
    assert description.endswith(".")


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ((2, 3), (2, 1), "A is used as it is and B is copied 3 times; the sum has the shape (2, 3)"),
        ((3, 1), (1, 4), "A is copied 4 times and B is copied 3 times; the sum has the shape (3, 4)"),
        ((3, 1), (3,), "A is copied 3 times and B is copied 3 times; the sum has the shape (3, 3)"),
        ((3,), (3,), "A is used as it is and B is used as it is; the sum has the shape (3,)"),
        ((2, 3), (2,), "A + B stops with an error: written flush right, 3 meets 2, and neither is 1"),
        ((2, 3), (3, 2), "A + B stops with an error: written flush right, 3 meets 2 and 2 meets 3, and neither is 1"),
    ],
)
def test_broadcasting_tells_what_numpy_does(first: tuple[int, ...], second: tuple[int, ...], words: str) -> None:
    plot = warm_up_plots.broadcasting(np.ones(first), np.ones(second))

    assert words in plot.description


def test_only_the_first_copy_is_an_array_s_own() -> None:
    """A column is copied to the right, an array of one axis downwards."""
    figure, _ = warm_up_plots.broadcasting(np.ones((2, 1)), np.ones(3))
    colours = [[patch.get_facecolor() for patch in axes.patches] for axes in figure.axes]
    own = [[colour == colours[0][0] for colour in panel] for panel in colours[:2]]

    assert [[True, False, False, True, False, False], [True, True, True, False, False, False]] == own


def test_times_tells_how_many_times_as_fast() -> None:
    figure, description = warm_up_plots.times({"a loop": 2.0, "an array": 0.0016}, "A sum")

    assert "A sum: an array, 1,200 times as fast" == plots.title_of(figure)
    assert "A sum: a loop 2,000 ms, an array 1.6 ms; an array is 1,200 times as fast as a loop." == description


def test_sums_tells_the_sums_over_both_axes() -> None:
    description = warm_up_plots.sums(X).description

    assert "leaves 3 numbers: 3, 5, 7;" in description
    assert "along each row, 2 numbers: 3, 12." in description
