"""The figures of lesson 08 say what they show: a title, and a sentence computed from the numbers drawn."""

from __future__ import annotations

import inspect
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure

from helpers import depth_plots, plots

PLOTS = {
    "tree": lambda: depth_plots.tree([np.array([1.0, 0.0, 1.0, 1.0]), np.array([1.0, 0.0]), np.array([1.0])]),
    "units": lambda: depth_plots.units([2, 4], {"a tree": [1, 3], "one layer": [2, 8]}),
    "products": lambda: depth_plots.products([1, 2, 3], {"path by path": [3, 18, 81], "in one pass": [3, 12, 21]}),
    "meeting_paths": lambda: depth_plots.meeting_paths(["x", "u", "v", "y"], [2.0, 0.5], [0.25, 3.0]),
}


def drawn(figure: Figure) -> bytes:
    picture = BytesIO()
    figure.savefig(picture, format="png", dpi=40)
    return picture.getvalue()


def test_every_plot_is_tested() -> None:
    """A plot is what returns a `Plot` and is public."""
    functions = inspect.getmembers(depth_plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == public


@pytest.mark.parametrize(
    ("name", "title", "said"),
    [
        ("tree", "4 bits, 2 layers, 3 XOR units", "with 3 ones: each unit takes two neighbours of the layer below"),
        ("units", "4 bits: 3 units for a tree, 8 for one layer", "a tree from 1 to 3; one layer from 2 to 8"),
        ("products", "3 layers: 81 products path by path, 21 in one pass", "in one pass from 3 to 21"),
        ("meeting_paths", "2 paths meet: 0.500 + 1.500 = 2.000", "over u 2.000 times 0.250; over v 0.500 times 3.000"),
    ],
)
def test_title_and_sentence_are_made_of_the_numbers_drawn(name: str, title: str, said: str) -> None:
    figure, description = PLOTS[name]()

    assert drawn(figure)
    assert title == plots.title_of(figure)
    assert said in description
    assert description.endswith(".")
    assert ". " not in description
    assert "\n" not in description
