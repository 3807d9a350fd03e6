"""What follow-through costs: a call of a stand-in, and a submission that is marked again beside one that is not.

Run it as a script; it prints two tables. The submission is the sample class's with a wrong sigmoid: four exercises
are marked again.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from grader import batch, host, sample_class
from grader.course import lay_out
from grader.sandbox import Runner, StandIns, open_runner, why_not_isolated
from helpers.reference.logistic_regression import sigmoid

LESSON = "02-logistic-regression"
CALLS, ROUNDS = 2000, 5
LOOP = "def sigmoid(z): return z\ndef f(n, z):\n    for _ in range(n): sigmoid(z)"


def calls(runner: Runner) -> None:
    """Time calls of a stand-in, for arrays of some sizes."""
    print("| z | ms a call |\n|---|---:|")
    with runner.session() as session:
        session.run(LOOP)
        for size in (1, 100, 10_000):
            arguments = {"n": CALLS, "z": np.ones((1, size))}
            took = median(lambda arguments=arguments: session.call("f", arguments, StandIns({"sigmoid": sigmoid})))
            print(f"| (1, {size}) | {1000 * took / CALLS:.2f} |")


def submissions(runner: Runner) -> None:
    """Time a submission with nothing to mark again, and one with four exercises."""
    print("\n| submission | s |\n|---|---:|")
    with tempfile.TemporaryDirectory() as folder:
        course = lay_out(Path(folder), [LESSON])
        sample_class.lay_in(course, LESSON, host.release(course, LESSON))
        for student in ("perfect_vectorised", "mistake_sigmoid_sign"):
            (task,) = batch.tasks(course, LESSON, [student])
            took = median(lambda task=task: batch.grade_submission(batch.pack(task), runner))
            print(f"| {student} | {took:.2f} |")


def median(do: Callable[[], object]) -> float:
    """Return the median of some runs, in seconds."""
    return statistics.median(timed(do) for _ in range(ROUNDS))


def timed(do: Callable[[], object]) -> float:
    """Run and return the seconds."""
    begun = time.perf_counter()
    do()
    return time.perf_counter() - begun


if __name__ == "__main__":
    with open_runner(why_not_isolated() is None) as opened:
        calls(opened)
        submissions(opened)
