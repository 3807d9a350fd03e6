"""The figures and the table of lesson 06 say what they show, in one sentence computed from the numbers drawn."""

from __future__ import annotations

import matplotlib
import pytest
from matplotlib.figure import Figure

matplotlib.use("Agg")

from helpers import cat_plots, plots
from helpers.table import Table

SCORES = {"one neuron": (0.9, 0.64), "two layers": (1.0, 0.7), "four layers": (0.985, 0.7)}

PLOTS = {
    "accuracies": lambda: cat_plots.accuracies(SCORES, (0.656, 0.34)),
    "costs": lambda: cat_plots.costs({"one neuron": [0.7, 0.5], "two layers": [0.69, 0.6, 0.3]}),
    "slopes": lambda: cat_plots.slopes({"root": [0.02, 0.05, 0.08], "hundredth": [2e-7, 5e-6, 8e-4]}),
}
FACTS = {
    "accuracies": ["two layers 100.0% and 70.0%", "never says cat is right on 65.6% and 34.0%"],
    "costs": ["one neuron from 0.700 to 0.500 in 100 iterations", "two layers from 0.690 to 0.300 in 200"],
    "slopes": ["with root 2.0e-02, 5.0e-02, 8.0e-02", "with hundredth 2.0e-07"],
}
TITLES = {
    "accuracies": "On the test pictures, two layers and four layers are ahead",
    "costs": "The cost of two layers ends lowest",
    "slopes": "With hundredth, layer 1 gets 1e-05 of the gradient it gets with root",
}


@pytest.mark.parametrize("name", PLOTS)
def test_a_plot_has_a_title_named_axes_and_one_sentence_of_facts(name: str) -> None:
    figure, description = PLOTS[name]()

    assert isinstance(figure, Figure)
    assert TITLES[name] == plots.title_of(figure)
    assert description.endswith(".")
    assert "\n" not in description
    assert [] == [fact for fact in FACTS[name] if fact not in description]
    assert all(axes.get_xlabel() and axes.get_ylabel() for axes in figure.axes)


def test_the_lone_leader_is_named() -> None:
    figure, _ = cat_plots.accuracies({"one neuron": (0.9, 0.64), "two layers": (1.0, 0.7)}, (0.6, 0.3))

    assert "On the test pictures, two layers is ahead" == plots.title_of(figure)


TABLE = Table(("model", "test"), (("one neuron", "64.0%"), ("<b> & co", "70.0%")))


def test_a_table_stands_in_columns_in_a_terminal() -> None:
    assert ["model       test", "one neuron  64.0%", "<b> & co    70.0%"] == repr(TABLE).splitlines()


def test_a_table_has_heads_of_columns_and_rows_on_a_page() -> None:
    page = TABLE.html()

    assert (2, 2) == (page.count('scope="col"'), page.count('scope="row"'))
    assert "&lt;b&gt; &amp; co" in page
