"""The knobs of the playground, the words below them, and the picture; one plain figure where there are no knobs."""

from __future__ import annotations

import base64
import html
from collections.abc import Iterable, Mapping
from typing import Any

from helpers import plots
from helpers.errors import CourseError
from helpers.panel import widgets
from helpers.playground import blocks
from helpers.playground.network import ACTIVATIONS, PENALTIES
from helpers.playground.picture import Picture, describe
from helpers.playground.player import Player
from helpers.playground.points import FEATURES, SETS
from helpers.playground.settings import MOST_LAYERS, MOST_UNITS, Settings, read
from helpers.playground.training import Training

NOISES = (0.0, 0.1, 0.2, 0.4, 0.6, 1.0)
RATES = (0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0)
STRENGTHS = (0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1)
BATCHES = (1, 10, 30, 100)
PACES = (1, 10, 50)
FRAMES = 60  # of the plain figure
NO_CONTROLS = "There are no controls here, so this is one figure; in JupyterLab the same cell can be played with."
STOPPED = "A function of yours stopped with {kind}: {error}. Mend it above, run its cell, and run this cell again."
LOST = "The cost is no number any more: the steps are too long. Take a smaller learning rate, and press Reset."
NO_FEATURE = "A network needs something to look at: tick a feature."

_latest: list[Player] = []  # one plays at a time: a cell that is run again leaves none behind


def show(names: Mapping[str, Any], **settings: Any) -> None:
    """Show the playground; in a page without controls, what it comes to after some steps.

    Parameters
    ----------
    names : the notebook's `globals()`: its own building blocks are taken where it has them
    settings : what to begin with, fields of `Settings`
    """
    try:
        training = Training(blocks.find(names), read(settings))
        picture = Picture(training)
        first = picture.jpeg()
    except CourseError as refusal:
        print(refusal)
    except Exception as error:
        print(_stopped(error))
    else:
        _show_plain(training, picture) if widgets() is None else _show_live(training, picture, first)


def _show_plain(training: Training, picture: Picture) -> None:
    for _ in range(FRAMES):
        training.go(PACES[1])
    plots.show(*picture.plot())
    print(NO_CONTROLS)


def _show_live(training: Training, picture: Picture, first: bytes) -> None:
    from IPython.display import display

    for player in _latest:
        player.pause()
    panel = Panel(training, picture, first)
    _latest[:] = [panel.player]
    page = panel.page._repr_mimebundle_()
    still = {"image/jpeg": base64.b64encode(first).decode(), "text/plain": describe(training)}  # for a printed page
    display(page | still, raw=True)


def _stopped(error: Exception) -> str:
    return STOPPED.format(kind=type(error).__name__, error=error)


class Panel:
    """The page: buttons, settings, picture and words, joined with a player."""

    def __init__(self, training: Training, picture: Picture, first: bytes) -> None:
        self.player = Player(training, self._look)
        self._training, self._picture = training, picture
        ui, chosen = widgets(), training.settings
        self.image = ui.Image(value=first, format="jpeg", layout={"max_width": "100%"})
        self.words = ui.HTML()
        self.buttons = {name: ui.Button(description=name) for name in ("Start", "Pause", "Step", "Reset")}
        self.pace = _menu(ui, "steps a frame", PACES, self.player.pace)
        self.settings = _menus(ui, chosen)
        self.features = {name: _tick(ui, name, name in chosen.features) for name in FEATURES}
        self.units = [_units(ui, number, size) for number, size in enumerate(_padded(chosen.hidden), start=1)]
        menus = ui.VBox(list(self.settings.values()))
        ticks = _titled(ui, "features", self.features.values())
        sliders = _titled(ui, "units of the hidden layers", self.units)
        buttons = ui.HBox([*self.buttons.values(), self.pace])
        self.page = ui.VBox([buttons, ui.HBox([menus, ticks, sliders]), self.words, self.image])
        self._join()
        self._speak()

    def _join(self) -> None:
        """Have the player told of whatever is pressed, chosen, ticked or pushed."""
        for name, button in self.buttons.items():
            act = getattr(self.player, name.lower())
            button.on_click(lambda _, act=act: act())
        for name, menu in self.settings.items():
            menu.observe(lambda change, name=name: self.player.change(**{name: change["new"]}), names="value")
        self.pace.observe(self._set_pace, names="value")
        for tick in self.features.values():
            tick.observe(self._set_features, names="value")
        for slider in self.units:
            slider.observe(self._set_units, names="value")

    def _set_pace(self, change: Any) -> None:
        self.player.pace = change["new"]

    def _set_features(self, _: Any) -> None:
        chosen = tuple(name for name, tick in self.features.items() if tick.value)
        if chosen:
            self.player.change(features=chosen)
        else:
            self.player.pause()
            self.words.value = NO_FEATURE

    def _set_units(self, _: Any) -> None:
        self.player.change(hidden=tuple(slider.value for slider in self.units if slider.value))

    def _look(self) -> None:
        """Show the training as it is now."""
        if not self.player.error:
            self.image.value = self._picture.jpeg()
        self._speak()

    def _speak(self) -> None:
        player, playing = self.player, self.player.is_playing
        self.buttons["Start"].disabled, self.buttons["Pause"].disabled = playing, not playing
        if player.error:
            self.words.value = html.escape(_stopped(player.error))
        elif self._training.is_lost:
            self.words.value = LOST
        else:
            self.words.value = f"{'Playing' if playing else 'Paused'}. {describe(self._training)}"


def _padded(hidden: tuple[int, ...]) -> tuple[int, ...]:
    return hidden + (0,) * (MOST_LAYERS - len(hidden))


def _menus(ui: Any, chosen: Settings) -> dict[str, Any]:
    batches = {size: str(size) for size in BATCHES} | {chosen.batch_size: str(chosen.batch_size)} | {0: "all"}
    return {
        "data": _menu(ui, "data", SETS, chosen.data),
        "noise": _menu(ui, "noise", {*NOISES, chosen.noise}, chosen.noise),
        "activation": _menu(ui, "activation", ACTIVATIONS, chosen.activation),
        "learning_rate": _menu(ui, "learning rate", {*RATES, chosen.learning_rate}, chosen.learning_rate),
        "penalty": _menu(ui, "regularisation", PENALTIES, chosen.penalty),
        "strength": _menu(ui, "its strength", {*STRENGTHS, chosen.strength}, chosen.strength),
        "batch_size": _menu(ui, "batch size", [(words, size) for size, words in batches.items()], chosen.batch_size),
    }


def _menu(ui: Any, words: str, options: Iterable[Any], value: Any) -> Any:
    """Return a menu; numbers, which may be a set, in their order."""
    choices = sorted(options) if isinstance(options, set) else list(options)
    look = {"style": {"description_width": "7.5em"}, "layout": {"width": "19em"}}
    return ui.Dropdown(description=words, options=choices, value=value, **look)


def _tick(ui: Any, name: str, value: bool) -> Any:
    return ui.Checkbox(description=name, value=value, indent=False, layout={"width": "8em"})


def _units(ui: Any, number: int, size: int) -> Any:
    return ui.IntSlider(description=f"layer {number}", value=size, min=0, max=MOST_UNITS, continuous_update=False)


def _titled(ui: Any, words: str, parts: Any) -> Any:
    return ui.VBox([ui.HTML(f"<b>{words}</b>"), *parts], layout={"margin": "0 0 0 2em"})
