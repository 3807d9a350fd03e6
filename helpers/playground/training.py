"""One training: its points, the network, and the costs on the way. No clock, no page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.playground.blocks import Blocks
from helpers.playground.network import Network
from helpers.playground.points import draw, features
from helpers.playground.settings import Settings

Array = NDArray[Any]

POINTS = 500  # half of them to learn from, half to test with
SEED = 3
ANEW = ("data", "noise", "features", "hidden", "activation")  # settings that another network is needed for


@dataclass(frozen=True)
class Costs:
    """The costs J after so many steps, on the points learned from and on those that test."""

    step: int
    train: float
    test: float


class Training:
    """A network that learns, step by step.

    Parameters
    ----------
    blocks : the functions it is made of
    settings : what was chosen
    """

    def __init__(self, blocks: Blocks, settings: Settings) -> None:
        self._blocks, self.settings = blocks, settings
        self.reset()

    def reset(self) -> None:
        """Draw the points and start from new parameters; the same settings start from the same ones."""
        self._rng = np.random.default_rng(SEED)
        X, Y = draw(self.settings.data, self.settings.noise, POINTS, self._rng)
        half = POINTS // 2
        self.train, self.test = (X[:, :half], Y[:, :half]), (X[:, half:], Y[:, half:])
        sizes = (len(self.settings.features), *self.settings.hidden, 1)
        self.network = Network(self._blocks, sizes, self.settings.activation, SEED)
        self._seen, self._order = half, np.arange(half)
        self.step, self.costs = 0, list[Costs]()
        self._note()

    def change(self, **choices: Any) -> None:
        """Take other settings: on the go where the network can stay as it is, else from a new start."""
        before, self.settings = self.settings, replace(self.settings, **choices)
        if any(getattr(before, name) != getattr(self.settings, name) for name in ANEW):
            self.reset()

    def go(self, steps: int) -> None:
        """Take some steps of gradient descent, each on the next batch, and note the costs."""
        chosen = self.settings
        with np.errstate(all="ignore"):  # a rate that is too large is there to be seen, not to warn
            for _ in range(steps):
                X, Y = self._batch()
                self.network.step(X, Y, chosen.learning_rate, chosen.penalty, chosen.strength)
        self.step += steps
        self._note()

    def layers(self, X: Array) -> list[Array]:
        """Return what every layer says to points, (2, m): A of layers 1 to L."""
        with np.errstate(all="ignore"):
            return self.network.layers(features(X, self.settings.features))

    def right(self) -> float:
        """Return the share of the test points with the right answer."""
        X, Y = self.test
        return float(np.mean((self.layers(X)[-1] > 0.5) == Y))

    @property
    def is_lost(self) -> bool:
        """Whether the parameters went astray: the cost is no finite number any more."""
        return not np.isfinite(self.costs[-1].train)

    def _note(self) -> None:
        with np.errstate(all="ignore"):
            train, test = (
                self.network.cost(features(X, self.settings.features), Y) for X, Y in (self.train, self.test)
            )
        self.costs.append(Costs(self.step, train, test))

    def _batch(self) -> tuple[Array, Array]:
        """Return the next points to learn from; once all were seen, they are shuffled."""
        X, Y = self.train
        size = self.settings.batch_size or Y.size
        if self._seen >= Y.size:
            self._seen, self._order = 0, self._rng.permutation(Y.size)
        some = self._order[self._seen : self._seen + size]
        self._seen += size
        return features(X[:, some], self.settings.features), Y[:, some]
