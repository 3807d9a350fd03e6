"""The figures of the plane say what they show: named axes, a title, and a sentence computed from the numbers drawn."""

from __future__ import annotations

import inspect
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure

from helpers import planar_plots, plots

X = np.array([[-2.0, -1.0, 1.0, 2.0, 0.5], [1.0, -1.0, 2.0, -2.0, 0.0]])  # (2, m)
Y = np.array([[0, 0, 1, 1, 0]])  # (1, m)
W1 = np.array([[3.0, 0.0], [0.0, 3.0], [-3.0, 0.0]])  # (n_h, 2)


def right_half(points: np.ndarray) -> np.ndarray:
    return points[:1] > 0


def never(points: np.ndarray) -> np.ndarray:
    return np.zeros((1, points.shape[1]))


def hidden(points: np.ndarray) -> np.ndarray:
    return np.tanh(W1 @ points)


PLOTS = {
    "points": lambda: planar_plots.points(X, Y),
    "boundary": lambda: planar_plots.boundary(right_half, X, Y, "The right half"),
    "boundaries": lambda: planar_plots.boundaries({"half": (right_half, X, Y), "never": (never, X, Y)}, columns=3),
    "accuracies": lambda: planar_plots.accuracies({1: 0.6725, 3: 0.9, 20: 0.88}),
    "training": lambda: planar_plots.training([0.7, 0.5, 0.6], 10, right_half, X, Y, "A trial"),
    "network": lambda: planar_plots.network(2, 4, 1),
    "two_activations": planar_plots.two_activations,
    "hidden_units": lambda: planar_plots.hidden_units(hidden, np.array([[1.0, -2.0, 0.5]]), X, Y),
}
WITH_AXES = set(PLOTS) - {"network"}


def test_every_plot_is_tested() -> None:
    """A plot is what returns a `Plot` and is public."""
    functions = inspect.getmembers(planar_plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == public


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_has_a_title_and_one_sentence(name: str) -> None:
    """And it can be drawn."""
    figure, description = PLOTS[name]()
    figure.savefig(BytesIO(), format="png", dpi=40)

    assert isinstance(figure, Figure)
    assert plots.title_of(figure)
    assert description.endswith(".")
    assert ". " not in description
    assert "\n" not in description


@pytest.mark.parametrize("name", sorted(WITH_AXES))
def test_every_axis_is_named(name: str) -> None:
    figure, _ = PLOTS[name]()

    for axes in figure.axes:
        if axes.axison:
            assert axes.get_ylabel()
            assert axes.get_xlabel() or axes.get_label() == "<colorbar>"


def test_points_are_told_apart_by_shape_too() -> None:
    """Not by colour alone."""
    figure, _ = PLOTS["points"]()

    assert ["o", "^"] == [line.get_marker() for line in figure.axes[0].lines]


def test_points_counts_the_labels() -> None:
    _, description = PLOTS["points"]()

    assert "3 orange circles (label 0) and 2 blue triangles (label 1)" in description


def test_boundary_counts_points_and_ground() -> None:
    """Of five points one is on the wrong side; half of the plane is on the right."""
    figure, description = PLOTS["boundary"]()

    assert "answers 80.0% of 5 points rightly; it gives 50% of the plane" in description
    assert figure.axes[0].get_title() == "The right half: 80.0% of the points on their own ground"


def test_boundary_of_one_answer_everywhere() -> None:
    """There is no line to draw, and no warning."""
    _, description = planar_plots.boundary(never, X, Y, "Never")

    assert "60.0% of 5 points rightly; it gives 0% of the plane" in description


def test_boundaries_name_the_best() -> None:
    figure, description = PLOTS["boundaries"]()

    assert "Most points are right with half: 80.0%" == plots.title_of(figure)
    assert "half 80.0%, never 60.0%." in description


def test_boundaries_make_the_claim_they_are_given() -> None:
    figure, _ = planar_plots.boundaries({"half": (right_half, X, Y)}, "A claim", columns=1)

    assert "A claim" == plots.title_of(figure)


def test_accuracies_name_the_smallest_size_that_is_enough() -> None:
    figure, description = PLOTS["accuracies"]()

    assert "3 hidden units are enough" == plots.title_of(figure)
    assert "1: 67.25, 3: 90, 20: 88." in description
    assert "None of these sizes is enough" == plots.title_of(planar_plots.accuracies({1: 0.6}).figure)


def test_training_counts_the_rises() -> None:
    _, description = PLOTS["training"]()

    assert "from 0.700 to 0.600 in 20 steps and rises between 1 of 2 pairs of points; 80.0%" in description


@pytest.mark.parametrize("costs", [[0.7, 50.0, np.nan], [np.nan, np.nan]])
def test_training_that_went_astray(costs: list[float]) -> None:
    """A cost that is no number, or a hundred times the first, still gives a figure."""
    figure, description = planar_plots.training(costs, 1, never, X, Y, "Too fast")
    figure.savefig(BytesIO(), format="png", dpi=40)

    assert figure.axes[0].get_ylim()[1] < 3
    assert "nan" in description


@pytest.mark.parametrize("n_h", [1, 4, 50])
def test_network_counts_weights(n_h: int) -> None:
    """Also where a layer has a single unit, or no room for names."""
    figure, description = planar_plots.network(2, n_h, 1)
    figure.savefig(BytesIO(), format="png", dpi=40)

    assert f"{3 * n_h} weights and {n_h + 1} biases decide" == plots.title_of(figure)
    assert f"a line for each of the {2 * n_h} weights of W1" in description


def test_hidden_units_are_judged_one_by_one() -> None:
    """Unit 1 says right or left and is right four times of five; unit 3 says the same with the opposite sign."""
    figure, description = PLOTS["hidden_units"]()

    assert "No hidden unit alone does better than 80.0%" == plots.title_of(figure)
    assert "80.0%, 60.0%, 80.0%; their weights towards the output are +1.0, -2.0, +0.5." in description


def test_no_figure_stays_open() -> None:
    """Figures are made without pyplot, so none is shown twice."""
    assert "pyplot" not in inspect.getsource(planar_plots)
