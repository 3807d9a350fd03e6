"""What a check costs: its time beyond the student's own, and the import of `helpers` beside NumPy and Matplotlib.

Run it as a script; it prints two tables. A right and a wrong answer of every exercise are checked as in a plain
terminal: the panel is made and printed, the progress file written; only the text is thrown away.
"""

from __future__ import annotations

import contextlib
import functools
import io
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

LESSON = "02-logistic-regression"
ROUNDS = 20
OURS = "import helpers.check, helpers.data, helpers.plots"
THEIRS = "import numpy, matplotlib.pyplot"
GOAL_SECONDS, GOAL_RATIO = 0.1, 1.3


class Timed:
    """A function that adds up the time it takes."""

    def __init__(self, fn: Callable[..., Any], name: str) -> None:
        functools.update_wrapper(self, fn)
        self.__name__ = name
        self._fn = fn
        self.seconds = 0.0

    def __call__(self, *arguments: Any) -> Any:
        start = time.perf_counter()
        try:
            return self._fn(*arguments)
        finally:
            self.seconds += time.perf_counter() - start


def beyond(check: Any, name: str, fn: Callable[..., Any]) -> float:
    """Return the seconds that one check takes beyond the function's own."""
    timed = Timed(fn, name)
    start = time.perf_counter()
    with contextlib.redirect_stdout(io.StringIO()):
        check(timed)
    return time.perf_counter() - start - timed.seconds


def median_beyond(check: Any, name: str, fn: Callable[..., Any]) -> float:
    """Return the median over the rounds."""
    return statistics.median(beyond(check, name, fn) for _ in range(ROUNDS))


def check_times() -> Iterator[tuple[str, float, float]]:
    """Yield for each exercise the median for a right answer and for the first known mistake."""
    from grader.lessons import find_lesson
    from helpers.check import Check

    lesson, check = find_lesson(LESSON), Check(LESSON)
    for exercise in lesson.exercises:
        globals().update({one.name: one.reference for one in lesson.exercises})  # what it may call is right
        right, wrong = exercise.reference, lesson.mistakes_of(exercise)[0].wrong
        yield exercise.name, median_beyond(check, exercise.name, right), median_beyond(check, exercise.name, wrong)


def import_times() -> tuple[list[float], list[float]]:
    """Import ours and theirs in fresh processes, in turn."""
    ours, theirs = [], []
    for _ in range(ROUNDS):
        ours.append(_seconds(OURS))
        theirs.append(_seconds(THEIRS))
    return ours, theirs


def _seconds(statement: str) -> float:
    """Return what a fresh Python needs to run an import, without its own start."""
    code = f"import time; start = time.perf_counter()\n{statement}\nprint(time.perf_counter() - start)"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout)


def main() -> None:
    """Print both tables."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["COURSE_PROGRESS"] = os.path.join(folder, "progress.json")
        print(
            f"check(fn) beyond the student's own time, median of {ROUNDS}; goal: under {GOAL_SECONDS * 1000:.0f} ms\n"
        )
        print("| exercise | right answer, ms | wrong answer, ms |\n|---|---:|---:|")
        for name, right, wrong in check_times():
            print(f"| `{name}` | {right * 1000:.1f} | {wrong * 1000:.1f} |")
    ours, theirs = map(statistics.median, import_times())
    print(f"\nImports in fresh processes, in turn, median of {ROUNDS}; goal: ratio at most {GOAL_RATIO}\n")
    print("| what | s |\n|---|---:|")
    print(f"| `{OURS}` | {ours:.3f} |\n| `{THEIRS}` | {theirs:.3f} |\n| ratio | {ours / theirs:.2f} |")


if __name__ == "__main__":
    main()
