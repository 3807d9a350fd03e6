"""A trial trains a network and adds a row to the table, by a call or by a button."""

from __future__ import annotations

import sys
from types import SimpleNamespace
from typing import Any

import IPython
import IPython.display
import numpy as np
import pytest

from helpers import trials
from helpers.reference import deep_application as reference
from helpers.trials import Trial, Trials, read_layers

rng = np.random.default_rng(0)
X = rng.normal(size=(4, 60))
Y = (X[:1] + X[1:2] > 0).astype(int)
LEARN, ASIDE = (X[:, :40], Y[:, :40]), (X[:, 40:], Y[:, 40:])


@pytest.fixture
def made() -> Trials:
    return Trials(reference.L_layer_model, reference.predict, LEARN, ASIDE)


def test_a_row_holds_the_settings_and_what_they_came_to(made: Trials, capsys: pytest.CaptureFixture[str]) -> None:
    made.run([5, 3], 0.1, 301)
    np.random.seed(trials.SEED)
    parameters, costs = reference.L_layer_model(*LEARN, [4, 5, 3, 1], 0.1, 301)
    learned, aside = (np.mean(reference.predict(X, parameters) == Y) for X, Y in (LEARN, ASIDE))

    assert [Trial((5, 3), 0.1, 301, costs[3], learned, aside)] == made.done
    assert "5, 3" in capsys.readouterr().out


def test_every_trial_starts_from_the_same_seed(made: Trials) -> None:
    made.run([5], 0.1, 101)
    made.run([5], 0.1, 101)

    assert made.done[0] == made.done[1]


def test_no_hidden_layer_is_a_neuron(made: Trials) -> None:
    made.run([], 0.1, 101)

    assert "none" == made.done[0].row()[0]


def test_a_rate_that_is_far_too_large_gives_a_row_and_no_warning(made: Trials) -> None:
    made.run([5, 3], 1e300, 201)

    assert "no number" == made.done[0].row()[3]


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("20, 7, 5", (20, 7, 5)),
        ("20 7;5", (20, 7, 5)),
        ("[7]", (7,)),
        ("(20, 7,)", (20, 7)),
        ("", ()),
        ("  ", ()),
        ("0", None),
        ("-3", None),
        ("7.5", None),
        ("seven", None),
        ("99999999999", None),
        ("501", None),
        ("²", None),
        ("1,1,1,1,1,1,1,1,1", None),
    ],
)
def test_hidden_layers_are_read_as_they_are_written(text: str, hidden: tuple[int, ...] | None) -> None:
    assert hidden == read_layers(text)


def test_without_a_kernel_the_table_is_printed_with_a_way_on(made: Trials, capsys: pytest.CaptureFixture[str]) -> None:
    made.run([5], 0.1, 101)
    made.explore()

    assert trials.NO_CONTROLS in capsys.readouterr().out


class Page:
    """A kernel's page: what was displayed; tables by their handles."""

    def __init__(self) -> None:
        self.shown: list[Any] = []
        self.execution_count = 1
        self.kernel = True

    def display(self, *things: Any, display_id: bool = False) -> Any:
        self.shown += [SimpleNamespace(now=thing) if display_id else thing for thing in things]
        if not display_id:
            return None
        handle = self.shown[-1]
        handle.update = lambda thing: setattr(handle, "now", thing)
        return handle


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> Page:
    page = Page()
    monkeypatch.setattr(IPython, "get_ipython", lambda: page)
    monkeypatch.setattr(IPython.display, "display", page.display)
    return page


def test_in_a_cell_one_table_grows(made: Trials, page: Page) -> None:
    made.run([5], 0.1, 101)
    made.run([5], 0.2, 101)

    assert [2] == [len(one.now.rows) for one in page.shown]


def test_a_later_cell_shows_the_table_again_and_both_are_the_same(made: Trials, page: Page) -> None:
    made.run([5], 0.1, 101)
    page.execution_count = 2
    made.run([5], 0.2, 101)

    assert [2, 2] == [len(one.now.rows) for one in page.shown]


def test_the_button_adds_a_row_and_a_text_that_is_no_layers_is_answered(made: Trials, page: Page) -> None:
    made.explore()
    layers, _, steps, button, words, table = page.shown
    layers.value, steps.value = "4, 3", 200
    button.click()
    layers.value = "four"
    button.click()

    assert [(4, 3)] == [one.hidden for one in made.done]
    assert 1 == len(table.now.rows)
    assert "whole numbers" in words.value
    assert not button.disabled


def test_a_model_that_breaks_is_told_in_one_line(made: Trials, page: Page) -> None:
    def broken(*_: Any) -> Any:
        raise ValueError("shapes (3,2) and (4,5) not aligned")

    Trials(broken, reference.predict, LEARN, ASIDE).explore()
    button, words = page.shown[3:5]
    button.click()

    assert "Your model stopped with ValueError: shapes (3,2) and (4,5) not aligned" in words.value
    assert not button.disabled


def test_without_ipywidgets_there_is_the_table(
    made: Trials, page: Page, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    made.explore()

    assert trials.NO_CONTROLS in capsys.readouterr().out
