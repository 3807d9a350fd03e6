"""What is asked of an answer that is drawn at random, where no two right answers hold the same numbers.

A question names its properties with their bounds, as plain data: `parts` are the parts of the result whose numbers are
free. Shapes are compared before; the reference's own draw, the wanted result, gives the scale. The statistics err by
less than eight standard errors, so that a right answer meets its bad luck less than once in 1e12 checks.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count, takewhile
from typing import Any

import numpy as np

from helpers.records import Case, Finding, Outcome
from helpers.structure import Leaf
from helpers.tolerance import as_real
from helpers.words import number_text

ERRORS = 8  # standard errors that luck is given
MANY = 200  # numbers from which a spread can be measured: its logarithm errs by about sqrt(1 / 2n)
SOME = 64  # numbers of which not all have one sign by luck

Leaves = Mapping[str, Leaf]
Bounds = Mapping[str, Any]
Property = Callable[[Leaves, Case, Bounds], Finding | None]


def property_finding(properties: Mapping[str, Bounds], case: Case, found: Leaves) -> Finding | None:
    """Return the first property that the leaves of an answer lack, or None."""
    findings = (PROPERTIES[name](found, case, bounds) for name, bounds in properties.items())
    return next((finding for finding in findings if finding is not None), None)


def free_parts(properties: Mapping[str, Bounds]) -> set[str]:
    """Return the names of the parts that no exact numbers are wanted for."""
    return {part for bounds in properties.values() for part in bounds["parts"]}


def drawn(found: Leaves, case: Case, bounds: Bounds) -> Finding | None:
    """Each part is a draw of the wanted scale around 0, whatever the generator; no two units are alike."""
    findings = (_drawn(name, as_real(found[name].got), as_real(found[name].want)) for name in bounds["parts"])
    return next((finding for finding in findings if finding is not None), None)


def _drawn(name: str, got: np.ndarray, want: np.ndarray) -> Finding | None:
    return _constant(name, got) or _twins(name, got) or _one_sided(name, got) or _spread(name, got, want)


def _constant(name: str, got: np.ndarray) -> Finding | None:
    if got.size < 2 or np.any(got != got.flat[0]):
        return None
    return Finding("constant", Outcome.WRONG, facts={"name": name, "got": number_text(got.flat[0])})


def _twins(name: str, got: np.ndarray) -> Finding | None:
    """No two rows are alike, and no two columns; rows of a single number may meet by luck in single precision."""
    for kind, lines in (("rows", got), ("columns", got.T)):
        different, first = np.unique(lines, axis=0, return_index=True)
        if lines.ndim == 2 and lines.shape[1] > 1 and len(different) < len(lines):
            again = next(place for place in range(len(lines)) if place not in first)
            before = next(place for place in range(again) if np.array_equal(lines[place], lines[again]))
            return Finding("twins", Outcome.WRONG, facts={"name": name, "lines": f"{kind} {before} and {again}"})
    return None


def _one_sided(name: str, got: np.ndarray) -> Finding | None:
    if got.size < SOME or (np.any(got > 0) and np.any(got < 0)):
        return None
    sign = "positive" if np.any(got > 0) else "negative"
    return Finding("one_sided", Outcome.WRONG, facts={"name": name, "sign": sign})


def _spread(name: str, got: np.ndarray, want: np.ndarray) -> Finding | None:
    if got.size < MANY:
        return None
    spread, wanted = float(got.std()), float(want.std())
    if abs(np.log(spread / wanted)) > ERRORS / np.sqrt(got.size):
        facts = {"name": name, "got": f"{spread:.2g}", "want": f"{wanted:.2g}"}
        return Finding("spread", Outcome.WRONG, facts=facts)
    if abs(got.mean()) > ERRORS * spread / np.sqrt(got.size):
        return Finding("off_centre", Outcome.WRONG, facts={"name": name, "got": f"{got.mean():.2g}"})
    return None


def trained(found: Leaves, case: Case, bounds: Bounds) -> Finding | None:
    """The parameters W1, b1, W2, ... reach the cost that as many steps reach from another start.

    Of the first steps and of the last ones the cost does not depend on the draw (within `bounds["cost"]`, where
    the problem is small and has one best cost). `bounds["hidden"]` names the activation of the hidden layers. Where
    `bounds["start"]` is set, what is large enough to be measured has hardly moved yet, and is still like the draw.
    """
    parameters = {name: as_real(leaf.got) for name, leaf in found.items()}
    twins = next(filter(None, (_twins(name, parameters[name]) for name in _weights(parameters)[:-1])), None)
    parts = {name: found[name] for name in bounds["parts"]}
    start = parts if bounds.get("start") else {}
    return twins or _unmoved(parts) or _reached(found, case, bounds) or _started(start)


def _started(found: Leaves) -> Finding | None:
    numbers = ((name, as_real(leaf.got), as_real(leaf.want)) for name, leaf in found.items())
    findings = (_one_sided(name, got) or _spread(name, _within(got), _within(want)) for name, got, want in numbers)
    return next(filter(None, findings), None)


def _within(numbers: np.ndarray) -> np.ndarray:
    """Return each number less the mean along the longest axis: of units that are alike nothing is left."""
    return numbers - numbers.mean(axis=int(np.argmax(numbers.shape)), keepdims=True)


def _weights(parameters: Mapping[str, Any]) -> list[str]:
    return list(takewhile(lambda name: name in parameters, (f"W{layer}" for layer in count(1))))


def _unmoved(found: Leaves) -> Finding | None:
    for name, leaf in found.items():
        if np.any(leaf.want) and not np.any(leaf.got):
            return Finding("unmoved", Outcome.WRONG, facts={"name": name})
    return None


def _reached(found: Leaves, case: Case, bounds: Bounds) -> Finding | None:
    got, want = (
        _cost({name: as_real(getattr(leaf, side)) for name, leaf in found.items()}, case.arguments, bounds["hidden"])
        for side in ("got", "want")
    )
    if abs(got - want) <= bounds["cost"]:
        return None
    return Finding("reached", Outcome.WRONG, facts={"got": f"{got:.3f}", "want": f"{want:.3f}"})


HIDDEN: dict[str, Callable[[np.ndarray], np.ndarray]] = {"tanh": np.tanh, "relu": lambda Z: np.maximum(Z, 0)}


def _cost(parameters: Mapping[str, np.ndarray], arguments: Mapping[str, Any], hidden: str) -> float:
    """Return the cross-entropy of a network of any depth, from the scores of its last layer."""
    scores = arguments["X"]
    with np.errstate(all="ignore"):
        for layer, name in enumerate(_weights(parameters), start=1):
            scores = parameters[name] @ (HIDDEN[hidden](scores) if layer > 1 else scores) + parameters[f"b{layer}"]
        return float(np.mean(np.logaddexp(0, scores) - arguments["Y"] * scores))


PROPERTIES: dict[str, Property] = {"drawn": drawn, "trained": trained}
