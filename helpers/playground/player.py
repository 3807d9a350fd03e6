"""Start, pause, step and reset of a training, frame by frame; who looks on is told after each."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any

from helpers.playground.training import Training

FRAME_SECONDS = 1 / 20  # no faster than this: a page has to keep up
REST_SECONDS = 0.005  # at the least, between two frames, for whoever waits to change something
MOST_FRAMES = 6000  # five minutes and more; then nobody may be looking any more


class Player:
    """Plays a training in a thread of its own, so that the notebook stays free.

    Every call returns at once, or when the frame that is being made is shown; `look` is called by one thread at a time.

    Parameters
    ----------
    training : what is played
    look : called after each frame, and after each change of state
    pace : steps of gradient descent from frame to frame
    """

    def __init__(self, training: Training, look: Callable[[], None], pace: int = 10) -> None:
        self.training, self.pace = training, pace
        self.error: Exception | None = None  # what a building block stopped with
        self._look = look
        self._end = threading.Event()
        self._end.set()
        self._lock = threading.RLock()

    @property
    def is_playing(self) -> bool:
        """Whether frames follow one another."""
        return not self._end.is_set()

    def start(self) -> None:
        """Play on; where it plays already, nothing changes."""
        with self._lock:
            if not self.is_playing:
                self._end = threading.Event()
                threading.Thread(target=self._play, args=(self._end,), name="playground", daemon=True).start()
                self._frame(lambda: None)

    def pause(self) -> None:
        """Stand still: no step is taken from now on."""
        with self._lock:
            self._end.set()
            self._frame(lambda: None)

    def step(self) -> None:
        """Pause, and take one step."""
        with self._lock:
            self._end.set()
            self._frame(lambda: self.training.go(1))

    def reset(self) -> None:
        """Pause, and go back to the start."""
        with self._lock:
            self._end.set()
            self._frame(self.training.reset)

    def change(self, **choices: Any) -> None:
        """Take other settings; what plays, plays on."""
        with self._lock:
            self._frame(lambda: self.training.change(**choices))

    def _play(self, end: threading.Event) -> None:
        for _ in range(MOST_FRAMES):
            begun = time.monotonic()
            with self._lock:
                if end.is_set():
                    return
                self._frame(lambda: self.training.go(self.pace))
            end.wait(max(REST_SECONDS, begun + FRAME_SECONDS - time.monotonic()))
        with self._lock:
            if not end.is_set():
                self.pause()

    def _frame(self, act: Callable[[], None]) -> None:
        """Do something to the training, and show it; what goes astray, pauses."""
        self.error = None
        try:
            act()
            if self.training.is_lost:
                self._end.set()
            self._look()
        except Exception as error:  # a student's function; a button has no place for a stack trace
            self.error = error
            self._end.set()
            self._look()
