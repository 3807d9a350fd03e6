"""Hyperparameters tried by hand: each trial trains a network anew, and adds a row to a table.

Where there are no controls (ipywidgets is missing, or nothing runs behind the page) trials are made by calls.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers.panel import in_kernel, widgets
from helpers.table import Table

Array = NDArray[Any]
Set = tuple[Array, Array]  # examples in columns (n_x, m), and labels (1, m)

RATES = (0.0003, 0.001, 0.003, 0.0075, 0.01, 0.03, 0.1, 0.3)
STEPS = (200, 300, 500, 1000, 2000)
SEED = 1
MOST_LAYERS, MOST_UNITS = 8, 500
HEAD = (
    "hidden layers",
    "learning rate",
    "iterations",
    "last cost",
    "right, of those learned",
    "right, of those put aside",
)
NO_CONTROLS = "There are no controls here; a call such as trials.run([20, 7, 5], 0.03, 300) adds a row."
UNREADABLE = "Hidden layers are whole numbers with commas, as in 20, 7, 5: at most {layers} of them, 1 to {units} each."


class Trial(NamedTuple):
    """What was tried, and what it came to."""

    hidden: tuple[int, ...]
    learning_rate: float
    num_iterations: int
    cost: float
    learned: float  # share of right answers on the examples it learned from
    aside: float  # the same on those that were put aside

    def row(self) -> tuple[str, ...]:
        """Return the trial as a row of the table."""
        settings = (", ".join(map(str, self.hidden)) or "none", f"{self.learning_rate:g}", str(self.num_iterations))
        cost = f"{self.cost:.4f}" if np.isfinite(self.cost) else "no number"
        return (*settings, cost, f"{self.learned:.1%}", f"{self.aside:.1%}")


class Trials:
    """A table of trials that grows by a row a trial.

    Parameters
    ----------
    model : `L_layer_model`, which returns parameters and costs
    predict : answers for X and parameters
    learn : X and Y to learn from
    aside : X and Y that were put aside, to choose by
    """

    def __init__(self, model: Callable[..., Any], predict: Callable[..., Array], learn: Set, aside: Set) -> None:
        self._model, self._predict = model, predict
        self._learn, self._aside = learn, aside
        self.done: list[Trial] = []
        self._places: dict[Any, Any] = {}  # cell -> the table's display in it

    def run(self, hidden: Sequence[int], learning_rate: float, num_iterations: int) -> None:
        """Train a network with these hidden layers, always from the same seed, and add a row.

        Parameters
        ----------
        hidden : units of the hidden layers, first to last; none is lesson 02's neuron
        learning_rate : alpha, the length of a step
        num_iterations : number of steps
        """
        self._train(hidden, learning_rate, num_iterations)
        self._show()

    def explore(self, hidden: Sequence[int] = (20, 7, 5), learning_rate: float = 0.03) -> None:
        """Show controls for the three settings, a button, and the table.

        Parameters
        ----------
        hidden : units of the hidden layers to start with
        learning_rate : the learning rate to start with
        """
        controls = _controls(hidden, learning_rate)
        if controls is None:
            print(self.table())
            print(NO_CONTROLS)
            return
        self._show_with(*controls)

    def table(self) -> Table:
        """Return the table as it is now."""
        return Table(HEAD, tuple(trial.row() for trial in self.done))

    def _train(self, hidden: Sequence[int], learning_rate: float, num_iterations: int) -> None:
        X, Y = self._learn
        np.random.seed(SEED)  # noqa: NPY002 - the student's function has no generator to be handed
        with np.errstate(all="ignore"):  # a rate that is too large is there to be seen, not to warn
            parameters, costs = self._model(X, Y, [len(X), *hidden, len(Y)], learning_rate, num_iterations)
            learned, aside = (float(np.mean(self._predict(X, parameters) == Y)) for X, Y in (self._learn, self._aside))
        cost = float(np.squeeze(costs[-1]))
        self.done.append(Trial(tuple(hidden), learning_rate, num_iterations, cost, learned, aside))

    def _show(self) -> None:
        """Bring the table up to date wherever it stands, and put it into this cell where it does not."""
        if not in_kernel():
            print(Table(HEAD, (self.done[-1].row(),)))
            return
        from IPython import get_ipython
        from IPython.display import display

        for place in self._places.values():
            place.update(self.table())
        cell = get_ipython().execution_count
        if cell not in self._places:
            self._places[cell] = display(self.table(), display_id=True)

    def _show_with(self, layers: Any, rate: Any, steps: Any, button: Any, words: Any) -> None:
        """Show the controls; the table is an ordinary output, so that it can be printed."""
        from IPython import get_ipython
        from IPython.display import display

        display(layers, rate, steps, button, words)
        self._places[get_ipython().execution_count] = display(self.table(), display_id=True)

        def train(_: Any) -> None:
            hidden = read_layers(layers.value)
            if hidden is None:
                words.value = UNREADABLE.format(layers=MOST_LAYERS, units=MOST_UNITS)
                return
            button.disabled, words.value = True, "learning ..."
            try:
                self._train(hidden, rate.value, steps.value)
                words.value = f"{len(self.done)} trials so far"
            except Exception as error:  # the student's function; a button has no place for a stack trace
                words.value = (
                    f"Your model stopped with {type(error).__name__}: {error}; check(L_layer_model) says more."
                )
            finally:
                button.disabled = False
            for place in self._places.values():
                place.update(self.table())

        button.on_click(train)


def read_layers(text: str) -> tuple[int, ...] | None:
    """Read the units of the hidden layers from a text such as "20, 7, 5"; None where they cannot be meant so."""
    words = [word for word in re.split(r"[\s,;]+", text.strip("()[] ")) if word]
    if not all(word.isascii() and word.isdigit() and len(word) < 5 for word in words):
        return None
    hidden = tuple(map(int, words))
    return hidden if len(hidden) <= MOST_LAYERS and all(0 < n <= MOST_UNITS for n in hidden) else None


def _controls(hidden: Sequence[int], learning_rate: float) -> tuple[Any, ...] | None:
    """Return a field for the layers, two sliders, a button and a line of words; None where they cannot work."""
    ipywidgets = widgets()
    if ipywidgets is None:
        return None
    wide = {"style": {"description_width": "9em"}, "layout": {"width": "32em"}}
    return (
        ipywidgets.Text(description="hidden layers", value=", ".join(map(str, hidden)), **wide),
        ipywidgets.SelectionSlider(description="learning rate", options=RATES, value=learning_rate, **wide),
        ipywidgets.SelectionSlider(description="iterations", options=STEPS, value=300, **wide),
        ipywidgets.Button(description="Train"),
        ipywidgets.Label(),
    )
