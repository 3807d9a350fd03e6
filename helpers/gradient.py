"""The gradient check: is a returned gradient the slope of the cost that is returned with it?

Source: Andrew Ng's gradient checking; centred differences, (J(t + e) - J(t - e)) / 2e, error O(e**2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from itertools import islice
from typing import Any

import numpy as np

from helpers.compare import compare
from helpers.records import Call, Case, Finding, Observation, Outcome, Question
from helpers.structure import Mismatch, leaves
from helpers.tolerance import as_real
from helpers.words import index_text, number_text

STEP = 1e-2  # the error e**2 stays below 1e-4, and a cost in float32 still has digits left
RELATIVE, ABSOLUTE = 1e-2, 1e-3  # loose: the numbers were compared before, this asks whether they follow the arguments
ENTRIES = 2  # of each gradient


def gradient_finding(question: Question, call: Call) -> Finding | None:
    """Compare each gradient with the measured slope on the first case; return the first that differs.

    The function is called with arguments moved by ± `STEP`, so an answer copied from the cases fails here. A
    function that answers its first case differently when asked again is told so.
    """
    case = question.cases[0]
    entries = list(_entries(question, case))
    moved = [_moved(case, argument, index, step) for _, argument, index in entries for step in (STEP, -STEP)]
    again, *others = call([case.arguments, *moved])
    found = compare(question, case, again)
    if found is not None:
        return found
    parts, where = _named_parts(question, case, again), f"{question.name}, {case.about}"
    for place, (name, argument, index) in enumerate(entries):
        got = float(as_real(parts[name]).reshape(np.shape(case.arguments[argument]))[index])
        slope = _slope(question, case, others[2 * place : 2 * place + 2])
        if slope is None:
            return Finding("no_slope", Outcome.WRONG, where, {"name": argument})
        if abs(got - slope) > RELATIVE * abs(slope) + ABSOLUTE:
            facts = {"name": name, "index": index_text(index), "got": number_text(got), "slope": number_text(slope)}
            return Finding("gradient", Outcome.WRONG, where, facts)
    return None


def _entries(question: Question, case: Case) -> Iterator[tuple[str, str, tuple[int, ...]]]:
    """Yield the entries to look at: the gradient's name, the argument's, and where."""
    for name, argument in question.gradients.items():
        for index in islice(np.ndindex(np.shape(case.arguments[argument])), ENTRIES):
            yield name, argument, index


def _named_parts(question: Question, case: Case, got: Observation) -> dict[str, Any]:
    return {leaf.name: leaf.got for leaf in leaves(case.expected.result, got.result, "the result", question.parts)}


def _moved(case: Case, argument: str, index: tuple[int, ...], step: float) -> dict[str, Any]:
    """Return a case's arguments with one entry of one of them moved."""
    array = np.array(case.arguments[argument], dtype=float)
    array[index] += step
    return {**deepcopy(case.arguments), argument: array if array.ndim else float(array)}


def _slope(question: Question, case: Case, pair: Sequence[Observation]) -> float | None:
    """Return the slope between an entry moved up and the same moved down, None where no costs came back."""
    try:
        up, down = (float(as_real(_named_parts(question, case, got)["cost"]).reshape(())) for got in pair)
    except (Mismatch, KeyError, ValueError):  # none, or one of another structure or size
        return None
    slope = (up - down) / (2 * STEP)
    return slope if np.isfinite(slope) else None
