"""The numbers of a report: what a class test's theory asks of each exercise, and plain counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from grader.exercise import Lesson
from grader.records import VerdictRow
from helpers.records import Outcome

Array = NDArray[np.float64]

RIGHT, NAMED, OTHER, CRASHED, BLOCKED, EMPTY, UNREADABLE, FAULT = (
    "right",
    "known mistake",
    "other fault",
    "crash or time-out",
    "waits for an earlier one",
    "not attempted",
    "unreadable",
    "no score",
)
ENDINGS: dict[str, str] = {  # what is not here is an other fault
    Outcome.PASSED: RIGHT,
    Outcome.TIMED_OUT: CRASHED,
    Outcome.DIED: CRASHED,
    Outcome.BLOCKED: BLOCKED,
    Outcome.NOT_ATTEMPTED: EMPTY,
    Outcome.UNREADABLE: UNREADABLE,
    Outcome.FAULT: FAULT,
}
ORDER = (RIGHT, NAMED, OTHER, CRASHED, BLOCKED, EMPTY, UNREADABLE, FAULT)


@dataclass(frozen=True)
class Summary:
    """The distribution of the totals in a few numbers; `spread` is the sample's standard deviation."""

    count: int
    mean: float
    spread: float | None
    lowest: float
    quarter: float
    median: float
    three_quarters: float
    highest: float


def summary(totals: Array) -> Summary | None:
    """Summarise the totals; None where there are none."""
    if not totals.size:
        return None
    lowest, quarter, median, three_quarters, highest = np.percentile(totals, [0, 25, 50, 75, 100])
    spread = float(totals.std(ddof=1)) if totals.size > 1 else None
    return Summary(totals.size, float(totals.mean()), spread, lowest, quarter, median, three_quarters, highest)


def difficulty(points: Array, most: float) -> float | None:
    """Return the share of an exercise's points that the class has earned: 1 is easy.

    Parameters
    ----------
    points
        One number a student. (n,)
    most
        What the exercise is worth.
    """
    return float(points.mean() / most) if points.size and most else None


def discrimination(points: Array, totals: Array) -> float | None:
    """Return the corrected item-total correlation: r between an exercise and the total of all the others.

    Parameters
    ----------
    points, totals
        One number a student: of the exercise, and of the whole lesson. (n,)

    Returns
    -------
    float or None
        None where the exercise, or the rest of the lesson, was the same for everybody: there is no correlation then.
    """
    rest = totals - points
    if points.size < 2 or np.ptp(points) == 0 or np.ptp(rest) == 0:
        return None
    return float(np.corrcoef(points, rest)[0, 1])


def ending(row: VerdictRow) -> str:
    """Return in which of a few ways an exercise ended."""
    return NAMED if row.mistake else ENDINGS.get(row.outcome, OTHER)


def endings(rows: Iterable[VerdictRow], exercise: str) -> dict[str, int]:
    """Count how an exercise ended, in the order of `ORDER`."""
    counts = Counter(ending(row) for row in rows if row.exercise == exercise)
    return {name: counts[name] for name in ORDER}


@dataclass(frozen=True)
class MistakeCount:
    """A known mistake, how many made it, and the hint they were given."""

    exercise: str
    name: str
    says: str
    hint: str
    count: int


def mistakes(rows: Sequence[VerdictRow], lesson: Lesson) -> list[MistakeCount]:
    """Count the known mistakes, the most frequent first."""
    hints = {(one.exercise, one.name): one.hint for one in lesson.mistakes}
    said = {(row.exercise, row.mistake): row.brief for row in rows if row.mistake}
    counts = Counter((row.exercise, row.mistake) for row in rows if row.mistake)
    return [MistakeCount(*key, said[key], hints.get(key, ""), count) for key, count in counts.most_common()]


def other_reasons(rows: Iterable[VerdictRow], most: int) -> list[tuple[str, str, int]]:
    """Count what else was found wrong, where more than one student heard it: exercise, reason, count."""
    counts = Counter((row.exercise, row.brief) for row in rows if ending(row) == OTHER)
    return [(*key, count) for key, count in counts.most_common(most) if count > 1]


def lost(rows: Iterable[VerdictRow]) -> list[VerdictRow]:
    """Return the questions that a crash, a time-out or a fault of the machinery took."""
    return [row for row in rows if ending(row) in (CRASHED, FAULT)]


def slowest(rows: Iterable[VerdictRow], most: int) -> list[VerdictRow]:
    """Return the answers that took longest to come, the slowest first."""
    timed = [row for row in rows if row.seconds is not None and ending(row) not in (CRASHED, FAULT)]
    return sorted(timed, key=lambda row: -(row.seconds or 0))[:most]


def median_seconds(rows: Iterable[VerdictRow], exercise: str) -> float | None:
    """Return what the middle one of the right answers to an exercise took."""
    seconds = [row.seconds for row in rows if row.exercise == exercise and ending(row) == RIGHT]
    timed = [one for one in seconds if one is not None]
    return float(np.median(timed)) if timed else None
