"""Explorers: sliders that train a network anew, with the student's own functions.

Where there are no sliders (ipywidgets is missing, or nothing runs behind the page) one plain figure is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, repeat
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers import planar_plots, plots, single_neuron_plots
from helpers.panel import widgets

Array = NDArray[Any]
Parameters = dict[str, Array]

SIZES = (1, 2, 3, 4, 5, 10, 20)
RATES = (0.01, 0.1, 0.3, 0.6, 1.2, 3, 10)
SEED = 3
STEPS = 2000
EVERY = 20  # steps from one cost to the next
NO_SLIDERS = "There are no sliders here, so this is one figure; in JupyterLab the same cell shows them."

BOWL_RATES = (0.01, 0.03, 0.1, 0.4, 0.8, 0.95)
BOWL_STEPS = 25
FROM_THE_CENTRE = (-2.6, 2.2)  # where a walk on the bowl begins


class Descent(NamedTuple):
    """What gradient descent came to, and the costs on its way."""

    parameters: Parameters
    costs: list[float]


class Network(NamedTuple):
    """A network with one hidden layer, made of the student's own functions, and the points it learns."""

    X: Array  # (2, m)
    Y: Array  # (1, m)
    initialize_parameters: Callable[..., Parameters]
    forward_propagation: Callable[..., tuple[Array, dict[str, Array]]]
    compute_cost: Callable[..., float]
    backward_propagation: Callable[..., dict[str, Array]]
    update_parameters: Callable[..., Parameters]

    def start(self, n_h: int, seed: int = SEED) -> Parameters:
        """Draw parameters for n_h hidden units, the same for the same seed."""
        np.random.seed(seed)  # noqa: NPY002  -- the student's function has no generator to be handed
        return self.initialize_parameters(self.X.shape[0], n_h, self.Y.shape[0])

    def cost(self, parameters: Parameters) -> float:
        """Return the cost J."""
        return float(np.squeeze(self.compute_cost(self.forward_propagation(self.X, parameters)[0], self.Y)))

    def slopes(self, parameters: Parameters) -> dict[str, Array]:
        """Return the gradients."""
        return self.backward_propagation(parameters, self.forward_propagation(self.X, parameters)[1], self.X, self.Y)

    def answers(self, parameters: Parameters) -> planar_plots.Answers:
        """Return the function that answers 1 or 0 for points, (2, m) -> (1, m)."""
        return lambda points: self.forward_propagation(points, parameters)[0] > 0.5

    def descend(self, start: Parameters, learning_rate: float = 1.2, steps: int = STEPS, every: int = EVERY) -> Descent:
        """Go downhill, and note the cost before the first step and after each `every` steps.

        Parameters
        ----------
        start : parameters to start from; they are left unchanged
        learning_rate : the length of a step
        steps : number of steps
        every : steps from one cost to the next
        """
        way = accumulate(
            repeat(learning_rate, steps),
            lambda here, rate: self.update_parameters(here, self.slopes(here), rate),
            initial={name: value.copy() for name, value in start.items()},
        )
        costs, here = [], start
        with np.errstate(all="ignore"):  # a rate that is too large is there to be seen, not to warn
            for step, here in enumerate(way):
                if step % every == 0:
                    costs.append(self.cost(here))
        return Descent(here, costs)


def hidden_layer(network: Network, n_h: int = 4, learning_rate: float = 1.2) -> None:
    """Show cost and boundary for a number of hidden units and a learning rate, both chosen by sliders.

    Parameters
    ----------
    network : the functions and the points
    n_h : the number of hidden units to start with
    learning_rate : the learning rate to start with
    """
    sliders = _sliders(n_h, learning_rate)
    if sliders is None:
        plots.show(*trained(network, n_h, learning_rate))
        print(NO_SLIDERS)
        return
    _show_with_sliders(lambda units, rate: trained(network, units, rate), *sliders)


def trained(network: Network, n_h: int, learning_rate: float) -> plots.Plot:
    """Train anew and draw the cost and the boundary."""
    descent = network.descend(network.start(n_h), learning_rate)
    name = f"n_h = {n_h}, learning rate {learning_rate:g}"
    return planar_plots.training(descent.costs, EVERY, network.answers(descent.parameters), network.X, network.Y, name)


def _sliders(n_h: int, learning_rate: float) -> tuple[Any, Any] | None:
    """Return a slider for n_h and one for the learning rate; None where sliders cannot work."""
    if widgets() is None:
        return None
    return _slider("hidden units n_h", SIZES, n_h), _slider("learning rate", RATES, learning_rate)


def _slider(description: str, options: Sequence[float], value: float) -> Any | None:
    """Return a slider over some numbers; None where sliders cannot work."""
    ipywidgets = widgets()
    return ipywidgets and ipywidgets.SelectionSlider(
        description=description,
        options=options,
        value=value,
        style={"description_width": "9em"},
        layout={"width": "32em"},
        continuous_update=False,
    )


def _show_with_sliders(draw: Callable[..., plots.Plot], *sliders: Any) -> None:
    """Show sliders and the figure of their values; the figure is an ordinary output, so that it can be printed."""
    from IPython.display import display

    display(*sliders)
    figure, description = draw(*(slider.value for slider in sliders))
    picture = display(plots.image(figure), display_id=True)
    sentence = display(_as_text(description), raw=True, display_id=True)

    def follow(_: Any) -> None:
        figure, description = draw(*(slider.value for slider in sliders))
        picture.update(plots.image(figure))
        sentence.update(_as_text(description), raw=True)

    for slider in sliders:
        slider.observe(follow, names="value")


def _as_text(sentence: str) -> dict[str, str]:
    return {"text/plain": sentence}


class Line(NamedTuple):
    """Linear regression with one feature, made of the student's own functions: a cost over two parameters."""

    X: Array  # (1, m)
    Y: Array  # (1, m)
    compute_cost: Callable[..., float]
    gradients: Callable[..., tuple[Array, float]]

    def cost(self, w: float, b: float) -> float:
        """Return the cost J of two numbers."""
        return float(np.squeeze(self.compute_cost(np.array([[w]]), b, self.X, self.Y)))

    def walk(self, w: float, b: float, learning_rate: float, steps: int) -> list[tuple[float, float]]:
        """Return w and b before the first step downhill, and after each."""
        path = [(w, b)]
        with np.errstate(all="ignore"):  # a rate that is too large is there to be seen, not to warn
            for _ in range(steps):
                w, b = path[-1]
                slopes = self.gradients(np.array([[w]]), b, self.X, self.Y)
                dw, db = (float(np.squeeze(slope)) for slope in slopes)
                path.append((w - learning_rate * dw, b - learning_rate * db))
        return path

    def lowest(self) -> tuple[float, float]:
        """Return the w and b of the lowest cost, by least squares."""
        w, b = np.polyfit(self.X[0], self.Y[0], 1)
        return float(w), float(b)


def bowl(line: Line, learning_rate: float = 0.1) -> None:
    """Show a walk of gradient descent on the bowl of its cost, for a learning rate that is chosen by a slider.

    Parameters
    ----------
    line : the functions and the points
    learning_rate : the learning rate to start with, one of BOWL_RATES
    """
    slider = _slider("learning rate", BOWL_RATES, learning_rate)
    if slider is None:
        plots.show(*walked(line, learning_rate))
        print(NO_SLIDERS)
        return
    _show_with_sliders(lambda rate: walked(line, rate), slider)


def walked(line: Line, learning_rate: float) -> plots.Plot:
    """Walk anew and draw the way."""
    w, b = line.lowest()
    path = line.walk(w + FROM_THE_CENTRE[0], b + FROM_THE_CENTRE[1], learning_rate, BOWL_STEPS)
    return single_neuron_plots.bowl(line.cost, path, (w, b), learning_rate)
