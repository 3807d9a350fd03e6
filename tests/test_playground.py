"""The playground without a browser: points, network, training, and the states of its player."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import IPython
import numpy as np
import pytest

from helpers import playground
from helpers.playground import blocks, controls, points
from helpers.playground.controls import Panel
from helpers.playground.network import ACTIVATIONS, PENALTIES, Network
from helpers.playground.picture import Picture
from helpers.playground.player import Player
from helpers.playground.points import FEATURES, SETS
from helpers.playground.settings import Settings, read
from helpers.playground.training import POINTS, Training
from helpers.reference import deep_network

RIGHT = blocks.find({})
OWN = RIGHT._asdict()
WAIT = 60  # seconds, for what takes milliseconds


# Points


@pytest.mark.parametrize("name", SETS)
def test_a_set_has_points_of_both_colours_and_the_same_seed_draws_the_same(name: str) -> None:
    X, Y = points.draw(name, 0.2, 60, np.random.default_rng(1))
    again, _ = points.draw(name, 0.2, 60, np.random.default_rng(1))

    assert ((2, 60), (1, 60)) == (X.shape, Y.shape)
    assert {0, 1} == set(Y[0])
    assert np.array_equal(X, again)


def test_noise_is_what_is_added() -> None:
    """Without it, the points of the circle lie where its formula says."""
    X, Y = points.draw("circle", 0, 200, np.random.default_rng(1))
    r = np.linalg.norm(X, axis=0)

    assert np.all((r < 0.6 * points.SIZE) == (Y[0] == 1))
    assert np.any(points.draw("circle", 1, 200, np.random.default_rng(1))[0] != X)


def test_features_stand_in_their_own_order() -> None:
    X = np.array([[2.0], [3.0]])

    assert [[2.0], [6.0]] == points.features(X, ("x1 x2", "x1")).tolist()
    assert (len(FEATURES), 1) == points.features(X, tuple(FEATURES)).shape


# The network


def drawn(rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    return rng.normal(size=(2, 7)), rng.integers(0, 2, (1, 7))


def test_a_relu_network_takes_the_step_of_the_reference() -> None:
    X, Y = drawn(np.random.default_rng(0))
    network = Network(RIGHT, (2, 4, 3, 1), "relu", 1)
    AL, caches = deep_network.L_model_forward(X, network.parameters)
    wanted = deep_network.update_parameters(
        network.parameters, deep_network.L_model_backward(AL, Y, caches), learning_rate=0.5
    )

    assert np.allclose(AL, network.layers(X)[-1])
    network.step(X, Y, 0.5)
    assert all(np.allclose(wanted[name], network.parameters[name]) for name in wanted)


@pytest.mark.parametrize("penalty", PENALTIES)
@pytest.mark.parametrize("activation", ACTIVATIONS)
def test_a_step_goes_down_the_slope_of_cost_and_penalty(activation: str, penalty: str) -> None:
    """Measured by differences, at one weight of each layer and at a bias."""
    X, Y = drawn(np.random.default_rng(0))
    network = Network(RIGHT, (2, 3, 2, 1), activation, 1)
    network.parameters = {name: value + 0.1 for name, value in network.parameters.items()}  # off the kink at b = 0
    start = network.parameters
    network.step(X, Y, 1.0, penalty, 0.3)
    after, h = network.parameters, 1e-6
    for name in ("W1", "W2", "W3", "b2"):
        ends = []
        for sign in (1, -1):
            network.parameters = {key: value.copy() for key, value in start.items()}
            network.parameters[name][0, 0] += sign * h
            w = network.parameters[name][0, 0]
            costly = {"none": 0, "L1, the sum of |w|": abs(w), "L2, half the sum of w²": w**2 / 2}[penalty]
            ends.append(network.cost(X, Y) + 0.3 * costly * (name[0] == "W"))

        assert np.isclose((ends[0] - ends[1]) / (2 * h), start[name][0, 0] - after[name][0, 0], atol=1e-6)


def test_a_saturated_answer_does_not_break_a_cost_that_cannot_bear_it() -> None:
    """As most students write it: 0 * log(0)."""
    naive = RIGHT._replace(compute_cost=lambda AL, Y: -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1])
    network = Network(naive, (1, 1), "tanh", 1)
    network.parameters = {"W1": np.array([[1000.0]]), "b1": np.zeros((1, 1))}

    assert np.isclose(0, network.cost(np.array([[-1.0, 1.0]]), np.array([[0, 1]])))


# Whose functions


def test_the_notebook_s_own_functions_are_taken() -> None:
    mine = OWN | {"compute_cost": lambda AL, Y: 0.0}

    assert mine["compute_cost"] is blocks.find(mine).compute_cost


def test_without_any_the_right_answers_are_taken_where_there_are_some() -> None:
    assert deep_network.linear_backward is blocks.find({"np": np}).linear_backward


@pytest.fixture
def kit(monkeypatch: pytest.MonkeyPatch) -> None:
    """No reference, as in a student kit."""
    monkeypatch.setitem(sys.modules, "helpers.reference", None)


@pytest.mark.parametrize(
    ("names", "lacks"),
    [({}, "`initialize_parameters_deep`, `linear_forward`"), (OWN | {"linear_forward": 3}, "`linear_forward`")],
)
def test_in_a_kit_one_sentence_says_what_is_missing(
    names: dict[str, Any], lacks: str, kit: None, capsys: pytest.CaptureFixture[str]
) -> None:
    playground.show(names)

    assert f"and this notebook lacks {lacks}" in capsys.readouterr().out


def test_half_of_one_s_own_is_not_filled_up_with_right_answers(capsys: pytest.CaptureFixture[str]) -> None:
    playground.show({name: OWN[name] for name in OWN if name != "linear_backward"})

    assert "lacks `linear_backward`:" in capsys.readouterr().out


# A training


def test_the_same_settings_give_the_same_training() -> None:
    """Also after a reset."""
    first, second = Training(RIGHT, Settings()), Training(RIGHT, Settings())
    first.go(30)
    second.go(7)
    second.reset()
    second.go(30)

    assert first.costs == second.costs
    assert first.costs[-1].train < first.costs[0].train


@pytest.mark.parametrize(("size", "seen"), [(100, [100, 100, 50, 100]), (0, [250] * 4), (1, [1] * 4)])
def test_batches_hold_every_point_once_before_any_comes_again(size: int, seen: list[int]) -> None:
    batches = []

    def watched(dZ: np.ndarray, cache: Any) -> Any:
        batches.append(cache[0].T)
        return RIGHT.linear_backward(dZ, cache)

    training = Training(RIGHT._replace(linear_backward=watched), Settings(hidden=(), batch_size=size))
    training.go(4)

    assert seen == [len(one) for one in batches]
    assert POINTS // 2 == training.train[1].size
    if size == 100:
        assert POINTS // 2 == len(np.unique(np.concatenate(batches[:3]), axis=0))


@pytest.mark.parametrize("choice", [{"learning_rate": 1.0}, {"batch_size": 1}, {"penalty": "L1, the sum of |w|"}])
def test_what_can_change_on_the_go_does(choice: dict[str, Any]) -> None:
    training = Training(RIGHT, Settings())
    training.go(5)
    training.change(**choice)

    assert 5 == training.step


@pytest.mark.parametrize(
    "choice", [{"data": "spiral"}, {"noise": 1.0}, {"features": ("x1",)}, {"hidden": (3,)}, {"activation": "relu"}]
)
def test_what_needs_another_network_starts_one(choice: dict[str, Any]) -> None:
    training = Training(RIGHT, Settings())
    training.go(5)
    training.change(**choice)
    training.go(1)

    assert [0, 1] == [one.step for one in training.costs]


@pytest.mark.parametrize(
    "choice",
    [
        {"sky": 1},
        {"data": "moons"},
        {"features": ["x3"]},
        {"features": []},
        {"hidden": [9]},
        {"hidden": [1] * 5},
        {"activation": 3},
    ],
)
def test_settings_that_are_none_are_one_sentence(choice: dict[str, Any], capsys: pytest.CaptureFixture[str]) -> None:
    playground.show({}, **choice)

    assert next(iter(choice)) in capsys.readouterr().out


def test_settings_may_be_what_no_menu_has(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(kernel=True))
    training = Training(RIGHT, read({"learning_rate": 0.5, "batch_size": 7, "hidden": [3], "noise": 2}))
    panel = Panel(training, Picture(training), b"")

    assert (0.5, 7) == (panel.settings["learning_rate"].value, panel.settings["batch_size"].value)


# The player


class Audience:
    """Looks on, and can be waited for."""

    def __init__(self) -> None:
        self.seen = threading.Condition()
        self.frames = 0

    def __call__(self) -> None:
        with self.seen:
            self.frames += 1
            self.seen.notify_all()

    def wait_for(self, condition: Any) -> None:
        with self.seen:
            assert self.seen.wait_for(condition, WAIT)


@pytest.fixture
def audience() -> Audience:
    return Audience()


@pytest.fixture
def player(audience: Audience) -> Iterator[Player]:
    player = Player(Training(RIGHT, Settings()), audience)
    yield player
    player.pause()


def test_it_plays_until_it_is_paused_and_then_stands_still(player: Player, audience: Audience) -> None:
    player.start()
    audience.wait_for(lambda: player.training.step >= 5 * player.pace)
    player.pause()
    threads = [one for one in threading.enumerate() if one.name == "playground"]
    stood = player.training.step
    for one in threads:
        one.join(WAIT)

    assert not player.is_playing
    assert 0 == stood % player.pace
    assert stood == player.training.step


def test_start_twice_plays_once(player: Player) -> None:
    player.start()
    player.start()

    assert player.is_playing
    assert 1 == sum(one.name == "playground" for one in threading.enumerate())


def test_it_plays_on_after_a_pause(player: Player, audience: Audience) -> None:
    for _ in range(3):
        before = player.training.step
        player.start()
        audience.wait_for(lambda before=before: player.training.step > before)
        player.pause()


def test_step_takes_one_step_and_pauses(player: Player) -> None:
    player.start()
    player.step()
    step = player.training.step
    player.step()

    assert not player.is_playing
    assert step + 1 == player.training.step


def test_reset_goes_back_to_the_same_start(player: Player, audience: Audience) -> None:
    start = player.training.network.parameters
    player.start()
    audience.wait_for(lambda: player.training.step > 0)
    player.reset()

    assert (0, False) == (player.training.step, player.is_playing)
    assert all(np.array_equal(start[name], value) for name, value in player.training.network.parameters.items())


def test_a_change_lets_it_play_on(player: Player, audience: Audience) -> None:
    player.start()
    player.change(learning_rate=1.0)
    step = player.training.step
    audience.wait_for(lambda: player.training.step > step)

    assert player.is_playing
    assert 1.0 == player.training.settings.learning_rate


def test_what_nobody_looks_at_ends_by_itself(
    player: Player, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("helpers.playground.player.MOST_FRAMES", 3)
    player.start()
    audience.wait_for(lambda: audience.frames == 5)

    assert (3 * player.pace, False) == (player.training.step, player.is_playing)


def test_steps_that_are_too_long_pause_it(player: Player, audience: Audience) -> None:
    player.change(features=tuple(FEATURES), activation="linear", learning_rate=1e6)
    player.start()
    audience.wait_for(lambda: not player.is_playing)

    assert player.training.is_lost
    player.change(learning_rate=0.1)
    player.reset()
    assert not player.training.is_lost


def test_a_block_that_breaks_pauses_it(player: Player, audience: Audience) -> None:
    def broken(*_: Any) -> Any:
        raise ZeroDivisionError("of mine")

    player.training._blocks = RIGHT._replace(update_parameters=broken)
    player.reset()
    player.start()
    audience.wait_for(lambda: not player.is_playing)

    assert isinstance(player.error, ZeroDivisionError)


# The page


@pytest.fixture
def panel(monkeypatch: pytest.MonkeyPatch) -> Iterator[Panel]:
    """The page, as in a notebook, with nobody behind it but the test."""
    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(kernel=True))
    training = Training(RIGHT, Settings())
    picture = Picture(training)
    panel = Panel(training, picture, picture.jpeg())
    yield panel
    panel.player.pause()


def test_buttons_and_menus_reach_the_training(panel: Panel) -> None:
    first = panel.image.value
    panel.buttons["Step"].click()
    panel.settings["learning_rate"].value = 1.0
    panel.settings["batch_size"].value = 0

    assert panel.words.value.startswith("Paused. After 1 steps")
    assert first != panel.image.value
    assert (1.0, 0) == (panel.player.training.settings.learning_rate, panel.player.training.settings.batch_size)
    panel.buttons["Start"].click()
    assert panel.buttons["Start"].disabled
    panel.buttons["Reset"].click()
    assert panel.buttons["Pause"].disabled
    assert first == panel.image.value


def test_features_and_units_are_ticked_and_pushed(panel: Panel) -> None:
    panel.features["x1 x2"].value = True
    for slider in panel.units:
        slider.value = 0

    assert (("x1", "x2", "x1 x2"), ()) == (
        panel.player.training.settings.features,
        panel.player.training.settings.hidden,
    )
    assert "a network with no hidden layer" in panel.words.value
    for tick in panel.features.values():
        tick.value = False
    assert controls.NO_FEATURE == panel.words.value
    assert ("x1 x2",) == panel.player.training.settings.features


def test_a_block_that_breaks_is_one_sentence_on_the_page(panel: Panel) -> None:
    panel.player.training._blocks = RIGHT._replace(linear_forward=lambda A, W, b: W @ A[:1] + b)
    panel.buttons["Reset"].click()

    assert panel.words.value.startswith("A function of yours stopped with ValueError: ")


def test_a_page_without_controls_has_one_figure(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(IPython.display, "display", shown.append)
    playground.show({}, hidden=(8, 3), data="spiral")

    assert 1 == len(shown)
    assert "After 600 steps a network with hidden layers of 8, 3 units has the cost" in capsys.readouterr().out


@pytest.mark.parametrize("hidden", [(), (1,), (8, 8, 8, 8)])
def test_every_network_has_its_picture(hidden: tuple[int, ...]) -> None:
    training = Training(RIGHT, Settings(hidden=hidden))
    picture = Picture(training)
    before = picture.jpeg()
    training.go(1000)

    assert before.startswith(b"\xff\xd8")
    assert before != picture.jpeg()
