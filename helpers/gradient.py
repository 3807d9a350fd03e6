"""The gradient check: is a returned gradient the slope of the cost that is returned with it?

Source: Andrew Ng's gradient checking; centred differences, (J(t + e) - J(t - e)) / 2e, error O(e**2).
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import numpy as np

from helpers.compare import index_text, leaves, number_text
from helpers.records import Call, Case, Finding, Outcome, Question

STEP = 1e-2  # the error e**2 stays below 1e-5, and a cost in float32 still has digits left
TOLERANCE = 1e-3  # relative
ENTRIES = 2  # of each gradient


def gradient_finding(question: Question, call: Call) -> Finding | None:
    """Compare each gradient with the measured slope on the first case; return the first that differs.

    The function is called with arguments moved by ± `STEP`, so an answer copied from the cases fails here.
    """
    case = question.cases[0]
    parts = _named_parts(question, case, call(case.arguments).result)
    for name, argument in question.gradients.items():
        for index in _indices(case.arguments[argument]):
            slope = _slope(question, case, call, argument, index)
            got = float(np.asarray(parts[name]).reshape(np.shape(case.arguments[argument]))[index])
            if slope is None or abs(got - slope) > TOLERANCE * max(abs(got), abs(slope), STEP):
                facts = {"name": name, "index": index_text(index), "got": number_text(got)}
                facts["want"] = "nothing that could be measured" if slope is None else number_text(slope)
                return Finding("gradient", Outcome.WRONG, f"{question.name}, {case.about}", facts)
    return None


def _indices(argument: Any) -> Iterator[tuple[int, ...]]:
    return (tuple(map(int, index)) for index, _ in zip(np.ndindex(np.shape(argument)), range(ENTRIES), strict=False))


def _named_parts(question: Question, case: Case, result: Any) -> dict[str, Any]:
    return {leaf.name: leaf.got for leaf in leaves(case.expected.result, result, "the result", question.parts)}


def _slope(question: Question, case: Case, call: Call, argument: str, index: tuple[int, ...]) -> float | None:
    costs = []
    for step in (STEP, -STEP):
        moved = deepcopy(case.arguments)
        array = np.array(moved[argument], dtype=float)
        array[index] += step
        moved[argument] = array if array.ndim else float(array)
        try:
            costs.append(float(np.asarray(_named_parts(question, case, call(moved).result)["cost"]).reshape(())))
        except Exception:  # no cost came back, or one of another structure: there is no slope
            return None
    return (costs[0] - costs[1]) / (2 * STEP)
