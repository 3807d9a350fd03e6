"""Long loops that can be watched and stopped: a bar with the cost, and an end that keeps what was learned.

It only looks on: `for i in range(num_iterations)` trains the same network.
"""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import FrameType
from typing import Any

from helpers.panel import BAR_GREEN, BAR_WIDTH, Shown, in_kernel
from helpers.progress import GRADING

REFRESH_SECONDS = 0.2  # from one look of the bar to the next


class Steps:
    """The numbers 0, 1, ..., num_iterations - 1, to loop over.

    Where they are watched, a bar shows how far the loop is, and stopping it (Kernel > Interrupt, or Ctrl-C) ends it
    after the step it is in: the function goes on behind the loop and returns what was learned. A second time, it is
    interrupted at once. Without a notebook, each cost is printed; while nbgrader runs one, nothing is shown.

    Parameters
    ----------
    num_iterations : how many there are
    watch : whether to watch them; if not, they are as plain as those of `range`
    """

    def __init__(self, num_iterations: int, watch: bool = False) -> None:
        self.bar = Bar(0, num_iterations)
        self.watched = watch and not any(name in os.environ for name in GRADING)
        self._handle: Any = None  # of the bar on the page
        self._begun = self._shown = time.monotonic()

    def __iter__(self) -> Iterator[int]:
        if not self.watched:
            yield from range(self.bar.total)
            return
        self._begun = time.monotonic()
        with on_interruption(self._stop):
            for i in range(self.bar.total):
                if self.bar.stopped:
                    break
                yield i
                self.bar.done = i + 1
                if time.monotonic() - self._shown > REFRESH_SECONDS:
                    self._refresh()
        self._refresh()

    def show(self, cost: Any) -> None:
        """Show the cost of the step that the loop is in, a number or an array that holds one."""
        self.bar.cost = float(getattr(cost, "item", lambda: cost)())
        if self.watched and not in_kernel():
            print(f"Cost after iteration {self.bar.done}: {self.bar.cost:.6f}")

    def _stop(self) -> None:
        self.bar.stopped = True

    def _refresh(self) -> None:
        self._shown = time.monotonic()
        self.bar.seconds = (self._shown - self._begun) / max(self.bar.done, 1) * (self.bar.total - self.bar.done)
        if in_kernel():
            self._draw()
        elif self.bar.stopped:
            print(self.bar)

    def _draw(self) -> None:
        from IPython.display import display

        if self._handle is None:
            self._handle = display(self.bar, display_id=True)
        else:
            self._handle.update(self.bar)


@dataclass
class Bar(Shown):
    """How far a training is, as it is shown; `seconds` are those that are left."""

    done: int
    total: int
    cost: float | None = None
    seconds: float = 0.0
    stopped: bool = False

    @property
    def words(self) -> str:
        """The bar in words."""
        cost = "" if self.cost is None else f", cost {self.cost:.4f}"
        if self.stopped:
            return f"stopped by hand after {self.done} of {self.total} steps{cost}; what was learned so far is kept"
        left = f", about {self.seconds:.0f} s left" if self.done < self.total else ""
        return f"{self.done} of {self.total} steps{cost}{left}"

    def __repr__(self) -> str:
        filled = BAR_WIDTH * self.done // max(self.total, 1)
        return f"[{'#' * filled}{'.' * (BAR_WIDTH - filled)}] {self.words}"

    def html(self) -> str:
        """Return the bar as one HTML element."""
        bar = (
            f'<progress value="{self.done}" max="{max(self.total, 1)}" aria-label="training" '
            f'style="width:20em;max-width:100%;accent-color:{BAR_GREEN}"></progress>'
        )
        return f'<div style="color:var(--jp-content-font-color1,inherit)">{bar} {self.words}</div>'


@contextmanager
def on_interruption(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` at the first interruption (SIGINT) within the block; the next one is what it ever was.

    Elsewhere than on the main thread, to which all signals go, nothing is changed.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.getsignal(signal.SIGINT) or signal.default_int_handler  # None: not set from Python

    def once(number: int, frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        stop()

    signal.signal(signal.SIGINT, once)
    try:
        yield
    finally:
        if signal.getsignal(signal.SIGINT) is once:
            signal.signal(signal.SIGINT, before)
