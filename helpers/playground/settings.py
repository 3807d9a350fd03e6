"""What can be chosen in the playground."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from helpers.errors import CourseError
from helpers.playground.network import ACTIVATIONS, PENALTIES
from helpers.playground.points import FEATURES, SETS

MOST_LAYERS, MOST_UNITS = 4, 8
NAMED: Mapping[str, Collection[str]] = {"data": SETS, "activation": ACTIVATIONS, "penalty": PENALTIES}


@dataclass(frozen=True)
class Settings:
    """What was chosen; a batch size of 0 means all points."""

    data: str = "circle"
    noise: float = 0.2
    features: tuple[str, ...] = ("x1", "x2")
    hidden: tuple[int, ...] = (4, 2)
    activation: str = "tanh"
    learning_rate: float = 0.3
    penalty: str = "none"
    strength: float = 0.001
    batch_size: int = 10


def read(choices: Mapping[str, Any]) -> Settings:
    """Return settings from what a reader wrote.

    Raises
    ------
    CourseError
        There is no such setting, or no such choice.
    """
    known = Settings.__dataclass_fields__
    for name in choices:
        _require(name in known, f'There is no setting "{name}"', known)
    for name, options in NAMED.items():
        _require(choices.get(name, next(iter(options))) in options, f"{name} is {choices.get(name)!r}", options)
    features, hidden = (tuple(choices.get(name, ())) for name in ("features", "hidden"))
    _require(
        set(features) <= set(FEATURES) and ("features" not in choices or features), "features are unknown", FEATURES
    )
    if len(hidden) > MOST_LAYERS or not all(1 <= n <= MOST_UNITS for n in hidden):
        raise CourseError(
            f"hidden is {hidden}; it takes at most {MOST_LAYERS} layers, of 1 to {MOST_UNITS} units each."
        )
    return Settings(**{**choices, **{name: tuple(choices[name]) for name in ("features", "hidden") if name in choices}})


def _require(holds: Any, what: str, options: Collection[str]) -> None:
    if not holds:
        raise CourseError(f"{what}; choose from: {', '.join(options)}.")
