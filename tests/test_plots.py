"""The figures say what they show: named axes, a title, and a sentence computed from the numbers drawn."""

from __future__ import annotations

import ast
import inspect
from io import BytesIO

import matplotlib
import numpy as np
import pytest
from matplotlib.figure import Figure

matplotlib.use("Agg")

from helpers import plots

CLASSES = ["something else", "cat"]
VALUES = {"x1": 1.0, "w1": 0.5, "x2": 3.0, "w2": -0.25, "b": 0.1, "z": -0.15, "a": 0.46257, "L": 0.77096}
DERIVATIVES = {"w1": -0.53743, "w2": -1.61229, "b": -0.53743, "z": -0.53743, "a": -2.16183}


def sigmoid(z: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-z))


def some_pictures(m: int) -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (m, 64, 64, 3), dtype=np.uint8)


def some_weights() -> np.ndarray:
    """Weights (12288, 1) of which one pixel is large, one small, and three quarters of the others positive."""
    w = np.where(np.arange(64 * 64) % 4 < 3, 0.01, -0.01).repeat(3).reshape(64, 64, 3) / 3
    w[10, 20], w[30, 40] = 0.5, -0.25
    return w.reshape(-1, 1)


PLOTS = {
    "pictures": lambda: plots.pictures(some_pictures(3), np.array([[1, 0, 1]]), CLASSES, columns=2),
    "wrong_pictures": lambda: plots.wrong_pictures(
        some_pictures(4), np.array([[1, 1, 0, 0]]), np.array([[0.0, 0.0, 1.0, 0.0]]), CLASSES
    ),
    "one_picture": lambda: plots.one_picture(some_pictures(1)[0], 0.25),
    "weights": lambda: plots.weights(some_weights()),
    "sigmoid_curve": lambda: plots.sigmoid_curve(sigmoid),
    "loss_curves": plots.loss_curves,
    "two_costs": lambda: plots.two_costs(sigmoid, np.array([[2, 10, 1.5, 3, 0.5]]), np.array([[1, 0, 1, 1, 0]])),
    "computation_graph": lambda: plots.computation_graph(VALUES, DERIVATIVES),
    "cost_curve": lambda: plots.cost_curve([0.7, 0.5, 0.6, 0.4]),
    "learning_curves": lambda: plots.learning_curves({0.001: [0.7, 0.68, 0.66], 0.1: [0.7, 2.0, 0.9]}, every=10),
}
WITH_AXES = ["weights", "sigmoid_curve", "loss_curves", "two_costs", "cost_curve", "learning_curves"]


def test_every_plot_is_tested() -> None:
    """A plot is what returns a `Plot` and is public."""
    functions = inspect.getmembers(plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == public


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_has_a_title_and_one_sentence(name: str) -> None:
    figure, description = PLOTS[name]()

    assert isinstance(figure, Figure)
    assert plots.title_of(figure)
    assert description.endswith(".")
    assert "\n" not in description


@pytest.mark.parametrize("name", WITH_AXES)
def test_every_axis_is_named(name: str) -> None:
    figure, _ = PLOTS[name]()

    for axes in figure.axes:
        assert axes.get_ylabel()
        assert axes.get_xlabel() or axes.get_label() == "<colorbar>"


@pytest.mark.parametrize("name", PLOTS)
def test_no_figure_stays_open(name: str) -> None:
    from matplotlib import pyplot

    PLOTS[name]()

    assert [] == pyplot.get_fignums()


FACTS = {
    "pictures": ["3 pictures, 2 of them", "cat, something else; cat"],
    "wrong_pictures": ["3 of 4 answers are wrong", "for 2 pictures the answer cat was missed", "for 1 it was given"],
    "one_picture": ["25.0%", "not a cat"],
    "weights": ["from -0.750 to 1.500", "for a cat at row 10, column 20", "against it at row 30, column 40", "75%"],
    "sigmoid_curve": ["from 0.002", "0.500 at z = 0", "to 0.998", "steepest at z = 0"],
    "loss_curves": ["5.3 at a = 0.005", "0.69"],
    "two_costs": ["5 examples", "cross-entropy has 1 hollow, at", "squared error has 2 hollows, at"],
    "computation_graph": ["z = -0.1500", "a = 0.4626", "dL/dw2 = -1.6123"],
    "cost_curve": ["starts at 0.700", "falls", "after 300 iterations it is 0.400", "rises 1 time."],
    "learning_curves": [
        "0.001 goes from 0.70 to 0.66 and rises 0 times",
        "0.1 goes from 0.70 to 0.90 and rises 1 time.",
    ],
}


@pytest.mark.parametrize("name", FACTS)
def test_the_sentence_holds_facts_of_the_data(name: str) -> None:
    _, description = PLOTS[name]()

    assert [] == [fact for fact in FACTS[name] if fact not in description]


def test_names_of_labels_may_be_bytes() -> None:
    """As they are in the data set's file."""
    _, description = plots.pictures(some_pictures(1), np.array([[1]]), np.array([b"non-cat", b"cat"]))

    assert "row by row: cat." in description


def test_a_rising_cost_is_not_said_to_fall() -> None:
    figure, description = plots.cost_curve([0.4, 0.7])

    assert "does not fall" in description
    assert "does not fall" in plots.title_of(figure)


def test_costs_that_are_no_numbers_do_not_end_lowest() -> None:
    figure, _ = plots.learning_curves({0.5: [0.7, np.nan], 0.01: [0.7, 0.6]}, every=10)

    assert plots.title_of(figure) == "Of these learning rates, 0.01 ends lowest"


def test_no_wrong_picture_leaves_an_empty_grid() -> None:
    Y = np.array([[1, 0]])
    figure, description = plots.wrong_pictures(some_pictures(2), Y, Y, CLASSES)

    figure.savefig(BytesIO(), format="png")
    assert description.startswith("0 of 2 answers are wrong")


def test_show_gives_an_image_its_alternative_text_and_prints_the_sentence(capsys, monkeypatch) -> None:
    shown = []
    monkeypatch.setattr("IPython.display.display", shown.append)
    figure, description = plots.cost_curve([0.7, 0.5])

    plots.show(figure, description)

    [image] = shown
    assert image.alt == "The cost falls in 100 iterations (described below)"
    assert image.width == 672
    assert capsys.readouterr().out == description + "\n"


def test_curves_differ_in_more_than_colour() -> None:
    styles = [(str(style["linestyle"]), style["marker"]) for style in plots.STYLES]

    assert len(set(styles)) == len(styles)


def test_the_module_works_without_pyplot() -> None:
    """Pyplot keeps figures open and shows them a second time."""
    tree = ast.parse(inspect.getsource(plots))
    modules = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]

    assert "matplotlib.pyplot" not in modules
