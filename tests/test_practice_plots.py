"""The figures of lesson 07 say what they show: named axes, a title, and a sentence computed from the numbers drawn."""

from __future__ import annotations

import inspect
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure

from helpers import plots, practice_plots
from helpers.classifier import Noted, Trained

W = np.zeros((3, 64))
W[0, 10], W[1, 10] = 0.5, -2.0
FEW = Trained([(W, np.zeros((3, 1)))], [])
ALL = Trained([(W + 1, np.zeros((3, 1)))], [])
NOTED = [Noted(0, 0.0, 2.0), Noted(5, 0.1, 1.0), Noted(10, 0.25, 0.5)]
SLOW = [Noted(0, 0.0, 2.0), Noted(1, 0.01, 1.9), Noted(2, 0.02, 1.75)]
COUNTS = np.array([[7, 1], [2, 0]])

PLOTS = {
    "digits": lambda: practice_plots.digits(np.zeros((64, 9)), list(range(9)), "Nine digits"),
    "descents": lambda: practice_plots.descents({"8": Trained([], NOTED), "all": Trained([], SLOW)}),
    "gaps": lambda: practice_plots.gaps({"moons": {"none": (0.8, 0.75), "64": (1.0, 0.9)}, "disc": {"2": (0.7, 0.7)}}),
    "pulled_weights": lambda: practice_plots.pulled_weights({"nothing": ALL, "L1": FEW}),
    "confusion": lambda: practice_plots.confusion(COUNTS),
    "searched": lambda: practice_plots.searched({"none": {0.01: 0.5, 0.1: 0.75}, "16": {0.01: 0.6, 0.1: 0.7}}),
    "growth": lambda: practice_plots.growth({"line": {10: 0.6, 100: 0.7}, "large": {10: 0.55, 100: 0.9}}),
}
TOLD = {  # what each figure says: its title, and a part of its sentence
    "digits": ("Nine digits", "9 pictures of 8 by 8 grey pixels"),
    "descents": ("After as many epochs, 8 in a step ends lowest", "8: 10 steps in 0.25 s, cost 0.500"),
    "gaps": ("On moons, the largest network is 10 percent points better at what it knows", "64 100.0% and 90.0%"),
    "pulled_weights": ("With L1, 190 of 192 weights are exactly 0", "63 of 64 pixels are not used at all"),
    "confusion": ("7 of 10 digits are right", "the most frequent is 1 taken for 0, 2 times"),
    "searched": ("Best on the validation set: none at α = 0.1, 75.0%", "16: 60.0% at 0.01, 70.0% at 0.1"),
    "growth": ("Ahead: line with 10 pictures, large with 100 pictures", "large from 55.0% to 90.0%"),
}
WITH_AXES = set(PLOTS) - {"digits"}


def test_every_plot_is_tested() -> None:
    functions = inspect.getmembers(practice_plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == set(TOLD) == public


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_says_what_it_shows(name: str) -> None:
    """And it can be drawn."""
    figure, description = PLOTS[name]()
    figure.savefig(BytesIO(), format="png", dpi=40)
    title, part = TOLD[name]

    assert isinstance(figure, Figure)
    assert title == plots.title_of(figure)
    assert part in description
    assert description.endswith(".")


@pytest.mark.parametrize("name", sorted(WITH_AXES))
def test_axes_are_named_with_their_unit(name: str) -> None:
    axes = [one for one in PLOTS[name]().figure.axes if one.get_title()]

    assert axes
    assert all("(" in one.get_xlabel() and ("(" in one.get_ylabel() or not one.get_ylabel()) for one in axes)
    assert any(one.get_ylabel() for one in axes)


def test_a_table_without_confusions_says_so() -> None:
    assert "there is none" in practice_plots.confusion(np.diag([3, 4])).description
