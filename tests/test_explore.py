"""The explorer trains with the functions it is given, and shows one plain figure where sliders cannot work."""

from __future__ import annotations

import itertools
import sys
from types import SimpleNamespace
from typing import Any

import IPython
import IPython.display
import numpy as np
import pytest

from helpers import explore, planar, plots

X, Y = planar.flower(m=80)


def initialize_parameters(n_x: int, n_h: int, n_y: int) -> dict[str, np.ndarray]:
    W1 = np.random.randn(n_h, n_x) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": np.random.randn(n_y, n_h) * 0.01, "b2": np.zeros((n_y, 1))}


def forward_propagation(X: np.ndarray, parameters: dict[str, np.ndarray]) -> tuple[np.ndarray, dict[str, np.ndarray]]:
    A1 = np.tanh(parameters["W1"] @ X + parameters["b1"])
    A2 = planar.sigmoid(parameters["W2"] @ A1 + parameters["b2"])
    return A2, {"A1": A1, "A2": A2}


def compute_cost(A2: np.ndarray, Y: np.ndarray) -> np.ndarray:
    """As some students return it, (1, 1)."""
    return np.mean(-np.log(np.where(Y == 1, A2, 1 - A2)), keepdims=True)


def backward_propagation(parameters: Any, cache: Any, X: np.ndarray, Y: np.ndarray) -> dict[str, np.ndarray]:
    m, dZ2 = X.shape[1], cache["A2"] - Y
    dZ1 = parameters["W2"].T @ dZ2 * (1 - cache["A1"] ** 2)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": dZ1.mean(axis=1, keepdims=True),
        "dW2": dZ2 @ cache["A1"].T / m,
        "db2": dZ2.mean(axis=1, keepdims=True),
    }


def update_parameters(parameters: Any, grads: Any, learning_rate: float = 1.2) -> dict[str, np.ndarray]:
    return {name: value - learning_rate * grads["d" + name] for name, value in parameters.items()}


def in_place(parameters: Any, grads: Any, learning_rate: float = 1.2) -> Any:
    """A student's function that writes into what it is given."""
    for name in parameters:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


NETWORK = explore.Network(
    X, Y, initialize_parameters, forward_propagation, compute_cost, backward_propagation, update_parameters
)


def test_descent_by_hand() -> None:
    """Three steps, one after the other, and the cost before the first, and after the second."""
    here = start = NETWORK.start(3)
    costs = [NETWORK.cost(here)]
    for _ in range(3):
        here = update_parameters(here, NETWORK.slopes(here), 0.5)
        costs.append(NETWORK.cost(here))
    descent = NETWORK.descend(start, 0.5, steps=3, every=2)

    assert [costs[0], costs[2]] == descent.costs
    assert all(np.array_equal(here[name], value) for name, value in descent.parameters.items())


def test_no_steps() -> None:
    """Where nobody goes, one stays."""
    start = NETWORK.start(2)
    descent = NETWORK.descend(start, steps=0)

    assert 1 == len(descent.costs)
    assert all(np.array_equal(start[name], value) for name, value in descent.parameters.items())


def test_same_seed_same_start() -> None:
    assert np.array_equal(NETWORK.start(4)["W1"], NETWORK.start(4)["W1"])
    assert not np.array_equal(NETWORK.start(4)["W1"], NETWORK.start(4, seed=5)["W1"])


def test_a_function_that_writes_in_place_cannot_spoil_the_start() -> None:
    """And goes the same way."""
    start = NETWORK.start(3)
    kept = {name: value.copy() for name, value in start.items()}
    network = NETWORK._replace(update_parameters=in_place)

    assert NETWORK.descend(start, steps=40).costs == network.descend(start, steps=40).costs
    assert all(np.array_equal(kept[name], value) for name, value in start.items())


def test_a_huge_rate_gives_a_figure() -> None:
    """No warning, no error: the cost is there to be seen leaping."""
    figure, description = explore.trained(NETWORK, 3, 1e6)

    assert "learning rate 1e+06" in plots.title_of(figure)
    assert description.endswith(".")


def test_answers_are_for_any_points() -> None:
    answers = NETWORK.answers(NETWORK.start(4))

    assert (1, 7) == answers(np.zeros((2, 7))).shape


def test_plain_figure_without_a_kernel(capsys: pytest.CaptureFixture[str], displayed: list[Any]) -> None:
    """A notebook that is graded or printed has nobody to move a slider."""
    explore.hidden_layer(NETWORK, n_h=2)

    assert 1 == len(displayed)
    assert explore.NO_SLIDERS in capsys.readouterr().out


def test_plain_figure_without_ipywidgets(
    capsys: pytest.CaptureFixture[str], displayed: list[Any], kernel: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "ipywidgets", None)
    explore.hidden_layer(NETWORK, n_h=2)

    assert 1 == len(displayed)
    assert explore.NO_SLIDERS in capsys.readouterr().out


def test_figure_and_sentence_follow_the_sliders(displayed: list[Any], kernel: None) -> None:
    """Two sliders, a picture and its sentence; after a move both are new."""
    explore.hidden_layer(NETWORK)
    size, rate, picture, sentence = displayed

    assert "n_h = 4, learning rate 1.2" in sentence.now["text/plain"]
    first = picture.now.data
    size.value, rate.value = 2, 0.1

    assert "n_h = 2, learning rate 0.1" in sentence.now["text/plain"]
    assert first != picture.now.data


@pytest.fixture
def displayed(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """What was displayed; a handle where one was asked for."""
    shown: list[Any] = []

    def display(*things: Any, display_id: bool = False, **_: Any) -> Any:
        for thing in things:
            shown.append(_Handle(thing) if display_id else thing)
        return shown[-1] if display_id else None

    monkeypatch.setattr(IPython.display, "display", display)
    return shown


class _Handle:
    """Stands for a display handle."""

    def __init__(self, thing: Any) -> None:
        self.now = thing

    def update(self, thing: Any, **_: Any) -> None:
        self.now = thing


@pytest.fixture
def kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(kernel=True))


# the bowl

LINE = explore.Line(
    np.array([[-1.0, 1.0]]),
    np.array([[-1.0, 3.0]]),  # y = 2 x + 1
    lambda w, b, X, Y: np.mean((w.T @ X + b - Y) ** 2, keepdims=True) / 2,
    lambda w, b, X, Y: ((w.T @ X + b - Y) @ X.T / 2, np.mean(w.T @ X + b - Y, keepdims=True)),
)


def test_a_walk_by_hand() -> None:
    """J = ((w - 2)**2 + (b - 1)**2) / 2: with rate 1/2, each step goes half of the way."""
    assert (2.0, 1.0) == pytest.approx(LINE.lowest())
    assert [4.0, 0.0, 3.0, 0.5, 2.5, 0.75] == pytest.approx([*itertools.chain(*LINE.walk(4.0, 0.0, 0.5, 2))])
    assert 2.5 == pytest.approx(LINE.cost(4.0, 0.0))


def test_the_bowl_is_one_plain_figure_without_a_kernel(
    capsys: pytest.CaptureFixture[str], displayed: list[Any]
) -> None:
    explore.bowl(LINE)

    assert 1 == len(displayed)
    assert explore.NO_SLIDERS in capsys.readouterr().out


def test_the_bowl_follows_its_slider(displayed: list[Any], kernel: None) -> None:
    explore.bowl(LINE, learning_rate=0.4)
    rate, picture, sentence = displayed

    assert "it arrives at the bottom" in sentence.now["text/plain"]
    first = picture.now.data
    rate.value = 0.01

    assert "With learning rate 0.01" in sentence.now["text/plain"]
    assert "not there yet" in sentence.now["text/plain"]
    assert first != picture.now.data
