"""The picture of a training: who owns the plane, what each hidden unit says about it, and the costs.

The figure is laid out once. From frame to frame only what changes is drawn, on a copy of the rest: that is what makes
it fast enough to be watched.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from numpy.typing import NDArray

from helpers.planar_plots import MARKS, SOFT
from helpers.playground.points import SIZE
from helpers.playground.training import Costs, Training
from helpers.plots import PIXELS_PER_INCH, STYLES, Plot

Array = NDArray[Any]

EDGE = 1.25 * SIZE  # of the plane that is shown
ACROSS = 73  # points of the grid along each side
QUALITY = 90  # of the JPEG, which is made in a quarter of the time of a PNG
EVERY = 2  # for the unit's own pictures each of so many points is enough
GAP = 3  # points between two of them
LEAST_ROWS = 4  # of the units' pictures, so that none is as large as the plane's
SHORTEST = 200  # steps that the axes of the costs begin with
HIGHEST = 16  # cost that they reach to
MOST_COSTS = 300  # points of a curve
HOLLOW = {"fillstyle": "none"}
ANSWERS = LinearSegmentedColormap.from_list("answers", ["#f7cf95", "#fdf3df", "#ffffff", "#e3f0f9", "#a5cfea"])


class Picture:
    """Draws a training, as often as it is asked to.

    Parameters
    ----------
    training : what is drawn
    """

    def __init__(self, training: Training) -> None:
        self._training = training
        side = np.linspace(-EDGE, EDGE, ACROSS)
        self._everywhere = np.stack([np.tile(side, ACROSS), np.repeat(side, ACROSS)])  # (2, ACROSS^2)
        self.figure = Figure(figsize=(10, 3.9), dpi=PIXELS_PER_INCH, layout="constrained")
        self._canvas = FigureCanvasAgg(self.figure)
        plane, units, curves = self.figure.subplots(1, 3)
        self._parts = (_Ground(plane), _Units(units), _Curves(curves))
        self._rest: Any = None  # the pixels of all that stays
        self._frame: tuple[int, int, int] | None = None  # what they were drawn for

    def jpeg(self) -> bytes:
        """Return the picture as it is now."""
        from PIL import Image

        self._update()
        self._canvas.restore_region(self._rest)
        for axes in self.figure.axes:
            for artist in axes.get_children():
                if artist.get_animated():
                    axes.draw_artist(artist)
        file = BytesIO()
        Image.fromarray(np.asarray(self._canvas.buffer_rgba())).convert("RGB").save(
            file, "jpeg", quality=QUALITY, subsampling=0
        )
        return file.getvalue()

    def plot(self) -> Plot:
        """Return the picture as a figure, with its description."""
        self._update()
        return Plot(self.figure, describe(self._training))

    def _update(self) -> None:
        """Bring what changes up to date, and draw what stays anew where it does not fit any more."""
        *hidden, answer = (A.reshape(-1, ACROSS, ACROSS) for A in self._training.layers(self._everywhere))
        ground, units, curves = self._parts
        ground.update(answer[0], self._training)
        units.update(hidden)
        curves.update(self._training.costs)
        highest = max((one.train for one in self._training.costs if np.isfinite(one.train)), default=1.0)
        frame = (
            sum(map(len, hidden)),
            _doubled(SHORTEST, self._training.step),
            _doubled(1, highest, HIGHEST),
        )
        if frame != self._frame:
            count, steps, cost = frame
            units.make_room(count)
            curves.make_room(steps, cost)
            self._canvas.draw()
            self._rest, self._frame = self._canvas.copy_from_bbox(self.figure.bbox), frame


def _doubled(start: int, enough: float, most: float = np.inf) -> int:
    """Return how far an axis reaches: twice as far whenever it is full."""
    while start < min(enough, most):
        start *= 2
    return start


def describe(training: Training) -> str:
    """Return in one sentence what the picture shows."""
    now, hidden = training.costs[-1], training.settings.hidden
    units = f"hidden layers of {', '.join(map(str, hidden))} units" if hidden else "no hidden layer"
    return (
        f"After {now.step} steps a network with {units} has the cost {now.train:.3f} on the {training.train[1].size} "
        f"points it learned from and {now.test:.3f} on {training.test[1].size} others, of which it answers "
        f"{training.right():.1%} rightly."
    )


class _Ground:
    """The plane in the colours of the answers, with the points on it."""

    def __init__(self, axes: Axes) -> None:
        axes.set(title="who owns the plane", xlabel="x1 (no unit)", ylabel="x2 (no unit)")
        self._image = _image(axes, ANSWERS, (0, 1), interpolation="bilinear")
        looks = ({"markersize": 4.2, "markeredgewidth": 0.3, "markeredgecolor": "white"}, {"markersize": 4, **HOLLOW})
        self._points = [
            [axes.plot([], [], linestyle="", animated=True, **mark | look)[0] for mark in MARKS] for look in looks
        ]

    def update(self, answer: Array, training: Training) -> None:
        self._image.set_data(np.nan_to_num(answer))
        for (X, Y), lines in zip((training.train, training.test), self._points, strict=True):
            for label, line in enumerate(lines):
                line.set_data(*X[:, Y[0] == label])


class _Units:
    """Each hidden unit's own picture of the plane: a column for each layer."""

    def __init__(self, axes: Axes) -> None:
        self._axes = axes
        axes.set_axis_off()
        self._image = _image(axes, SOFT.with_extremes(bad="white"), (-1, 1), interpolation="nearest")

    def update(self, hidden: list[Array]) -> None:
        self._image.set_data(_montage(hidden))

    def make_room(self, count: int) -> None:
        self._axes.set_title(f"what {count} hidden units say" if count else "no hidden unit")


def _montage(hidden: list[Array]) -> Array:
    """Put the units' pictures, each in its own scale, into one: a layer a column, the first unit at the top."""
    side = len(range(0, ACROSS, EVERY))
    rows = max([LEAST_ROWS, *map(len, hidden)])
    whole = np.full((rows * (side + GAP), rows * (side + GAP)), np.nan)
    for column, layer in enumerate(hidden):
        left = round((column + 0.5) / len(hidden) * len(whole) - side / 2)
        for row, unit in enumerate(layer):
            bottom = round(
                (0.5 + (len(layer) - 1) / 2 / rows - row / rows) * len(whole) - side / 2
            )  # the origin is below
            tile = unit[::EVERY, ::EVERY]
            whole[bottom : bottom + side, left : left + side] = tile / (np.abs(tile).max() or 1.0)
    return whole


class _Curves:
    """The costs, step by step."""

    def __init__(self, axes: Axes) -> None:
        self._axes = axes
        axes.set(title="cost", xlabel="step (of gradient descent)", ylabel="cost J (mean loss)")
        axes.grid(color="#dddddd", linewidth=0.7)
        axes.spines[["top", "right"]].set_visible(False)
        looks = {"points learned from": STYLES[0], "test points": STYLES[1]}
        self._lines = [
            axes.plot([], [], label=name, animated=True, **look | {"marker": ""})[0] for name, look in looks.items()
        ]
        axes.legend(frameon=False, loc="upper right")

    def update(self, costs: list[Costs]) -> None:
        shown = [*costs[:: 1 + len(costs) // MOST_COSTS], costs[-1]]
        for line, name in zip(self._lines, ("train", "test"), strict=True):
            line.set_data([one.step for one in shown], [getattr(one, name) for one in shown])

    def make_room(self, steps: int, cost: int) -> None:
        self._axes.set(xlim=(0, steps), ylim=(0, cost))


def _image(axes: Axes, colours: Any, limits: tuple[float, float], interpolation: Any) -> Any:
    frame = (-EDGE, EDGE, -EDGE, EDGE)
    low, high = limits
    return axes.imshow(
        np.zeros((2, 2)),
        cmap=colours,
        vmin=low,
        vmax=high,
        extent=frame,
        origin="lower",
        interpolation=interpolation,
        animated=True,
    )
