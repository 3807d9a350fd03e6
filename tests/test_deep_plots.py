"""The figures of networks of L layers say what they show: a title, and a sentence computed from the numbers drawn."""

from __future__ import annotations

import inspect
from io import BytesIO

import numpy as np
import pytest
from matplotlib.figure import Figure

from helpers import deep_plots, plots

W1, b1 = np.array([[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]]), np.array([[0.0], [0.0], [-1.0]])  # (3, 2), (3, 1)
X = np.array([[1.0, -1.0], [2.0, 3.0]])  # (2, 2)
Z1 = W1 @ X + b1  # | 1 -1 |, | 2 3 |, | 2 1 |: one of six is not above 0
W2, b2 = np.array([[1.0, 2.0, 3.0]]), np.array([[0.5]])
A1 = np.maximum(Z1, 0)
CACHES = [((X, W1, b1), Z1), ((A1, W2, b2), W2 @ A1 + b2)]
SLOPES = {"W1": np.array([[0.5, -1.0]]), "b1": np.array([[0.25]])}
MISSED = {"W1": np.array([[0.5, 1.0]]), "b1": np.array([[0.25]])}

PLOTS = {
    "network": lambda: deep_plots.network([4, 5, 3, 1]),
    "there_and_back": lambda: deep_plots.there_and_back([3, 4, 2, 1], 5),
    "caches": lambda: deep_plots.caches(CACHES),
    "slopes": lambda: deep_plots.slopes(SLOPES, SLOPES),
    "signals": lambda: deep_plots.signals({"a root": [1.0, 0.7, 0.5], "a whisper": [1.0, 0.1, 0.01]}),
}
WITH_AXES = ("slopes", "signals")


def drawn(figure: Figure) -> bytes:
    picture = BytesIO()
    figure.savefig(picture, format="png", dpi=40)
    return picture.getvalue()


def texts(figure: Figure) -> str:
    return "\n".join(text.get_text() for text in figure.axes[0].texts)


def test_every_plot_is_tested() -> None:
    """A plot is what returns a `Plot` and is public."""
    functions = inspect.getmembers(deep_plots, inspect.isfunction)
    public = {name for name, fn in functions if fn.__annotations__.get("return") == "Plot" and name[0] != "_"}

    assert set(PLOTS) == public


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_has_a_title_and_one_sentence(name: str) -> None:
    """And it can be drawn."""
    figure, description = PLOTS[name]()

    assert drawn(figure)
    assert plots.title_of(figure)
    assert description.endswith(".")
    assert ". " not in description
    assert "\n" not in description


@pytest.mark.parametrize("name", WITH_AXES)
def test_every_axis_is_named(name: str) -> None:
    axes = PLOTS[name]().figure.axes[0]

    assert axes.get_xlabel()
    assert axes.get_ylabel()


def test_a_network_counts_its_weights_and_biases() -> None:
    """5 * 4 + 3 * 5 + 1 * 3 = 38 lines."""
    figure, description = PLOTS["network"]()

    assert "3 layers: 38 weights and 9 biases decide" == plots.title_of(figure)
    assert "4, 5, 3, 1 units" in description
    assert len(figure.axes[0].lines) == 38
    assert "$W^{[3]}$ (1, 3)" in texts(figure)


@pytest.mark.parametrize("layer_dims", [[2, 1], [3, 40, 1], [2, 2, 2, 2, 2, 2, 2]])
def test_shallow_wide_and_deep_networks_can_be_drawn(layer_dims: list[int]) -> None:
    for plot in (deep_plots.network(layer_dims), deep_plots.there_and_back(layer_dims, 7)):
        assert drawn(plot.figure)


def test_there_and_back_names_every_gradient_with_its_shape() -> None:
    figure, description = PLOTS["there_and_back"]()

    for text in ("$dW^{[1]}$ (4, 3)", "$db^{[2]}$ (2, 1)", "$dA^{[0]}$\n(3, 5)", "$A^{[3]}$\n(1, 5)", "cache 3"):
        assert text in texts(figure)
    assert "3 backward blocks turn dA3 into dA0" in description


def test_caches_are_drawn_number_by_number() -> None:
    """4 + 6 + 3 + 6 numbers in the first cache, 6 + 3 + 1 + 2 in the second."""
    figure, description = PLOTS["caches"]()

    assert "2 caches keep 31 numbers for the way back" == plots.title_of(figure)
    assert 31 == sum(np.size(grid.get_array()) for grid in figure.axes[0].collections)
    assert "of the 6 numbers in hidden Z, 1 are not above 0" in description


def test_caches_of_a_single_layer_and_of_zeros() -> None:
    figure, _ = deep_plots.caches([((np.zeros((2, 3)), np.zeros((1, 2)), np.zeros((1, 1))), np.zeros((1, 3)))])

    assert drawn(figure)
    assert "1 cache keeps 12 numbers for the way back" == plots.title_of(figure)


def test_slopes_that_agree_and_slopes_that_do_not() -> None:
    agreed, missed = PLOTS["slopes"](), deep_plots.slopes(SLOPES, MISSED)

    assert "All 3 slopes lie on the diagonal" == plots.title_of(agreed.figure)
    assert "1 of 3 slopes misses the diagonal" == plots.title_of(missed.figure)
    assert (
        "2 of them lie on the diagonal, and the largest difference between measured and computed is 2.0e+00"
        in missed[1]
    )


def test_slopes_of_many_parameters_have_a_marker_each() -> None:
    many = {f"{kind}{l}": np.array([[float(l)]]) for l in range(1, 7) for kind in "Wb"}
    lines = deep_plots.slopes(many, many).figure.axes[0].lines[:12]

    assert 12 == len({(line.get_marker(), line.get_fillstyle()) for line in lines})


def test_signals_tell_the_start_that_fades_most() -> None:
    figure, description = PLOTS["signals"]()

    assert "With a whisper, layer 2 hears 1e-02 of the signal" == plots.title_of(figure)
    assert "log" == figure.axes[0].get_yscale()
    assert "with a root from 1 to 0.5; with a whisper from 1 to 0.01." in description


def test_no_figure_stays_open() -> None:
    """Figures are made without pyplot, so none is shown twice."""
    assert "pyplot" not in inspect.getsource(deep_plots)
