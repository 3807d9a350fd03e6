"""What is asked of an answer that is drawn at random, where no two right answers hold the same numbers.

A question names its properties with their bounds, as plain data: `parts` are the parts of the result whose numbers are
free (a part "costs" is all of its entries), `cases` the cases that the property is asked in, without it all of them.
Shapes are compared before; the reference's own draw, the wanted result, gives the scale. The statistics err by
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
from helpers.words import first_index, index_text, number_text

ERRORS = 8  # standard errors that luck is given
STEP = 1e-30  # of a complex derivative, which has no rounding to fear
CREPT, CREPT_FLOOR = 1e-3, 1e-6  # of the largest slope, and of 1: answers in single precision have fewer digits
COST = 1e-3  # of the cost wanted
MANY = 200  # numbers from which a spread can be measured: its logarithm errs by about sqrt(1 / 2n)
SOME = 64  # numbers of which not all have one sign by luck

Leaves = Mapping[str, Leaf]
Bounds = Mapping[str, Any]
Property = Callable[[Leaves, Case, Bounds], Finding | None]


def property_finding(properties: Mapping[str, Bounds], case: Case, found: Leaves) -> Finding | None:
    """Return the first property that the leaves of an answer lack, or None."""
    asked = {name: bounds for name, bounds in properties.items() if case.name in bounds.get("cases", (case.name,))}
    findings = (PROPERTIES[name](_parts(found, bounds), case, bounds) for name, bounds in asked.items())
    return next((finding for finding in findings if finding is not None), None)


def free_parts(properties: Mapping[str, Bounds]) -> set[str]:
    """Return the names of the parts that no exact numbers are wanted for."""
    return {part for bounds in properties.values() for part in bounds["parts"]}


def part_of(leaf: Leaf) -> str:
    """Return the name of the part that a leaf is, or is an entry of: "costs" for costs[2]."""
    return leaf.name.partition("[")[0]


def _parts(found: Leaves, bounds: Bounds) -> Leaves:
    """Return the leaves of the parts that a property speaks of; not every answer has as many layers."""
    return {name: leaf for name, leaf in found.items() if part_of(leaf) in bounds["parts"]}


def drawn(found: Leaves, case: Case, bounds: Bounds) -> Finding | None:
    """Each part is a draw of the wanted scale around 0, whatever the generator; no two units are alike.

    Of the parts, a case may want some only: how many layers there are is the case's affair.
    """
    parts = (found[name] for name in bounds["parts"] if name in found)
    findings = (_drawn(leaf.name, as_real(leaf.got), as_real(leaf.want)) for leaf in parts)
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

    Of the first steps and of the last ones the cost does not depend on the draw, where the problem is small and has one
    best cost: it is the same within `bounds["cost"]`, or of the same size within the factor `bounds["factor"]`.
    `bounds["hidden"]` names the activation of the hidden layers. Where `bounds["start"]` is set, what is large enough
    to be measured has hardly moved yet, and is still like the draw.
    """
    parameters = _arrays(found, "got")
    twins = next(filter(None, (_twins(name, parameters[name]) for name in _weights(parameters)[:-1])), None)
    start = {name: found[name] for name in bounds["parts"]} if bounds.get("start") else {}
    return twins or _unmoved(found) or _reached(found, case, bounds) or _started(start)


def _arrays(found: Leaves, side: str) -> dict[str, np.ndarray]:
    return {name: as_real(getattr(leaf, side)) for name, leaf in found.items()}


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
    got, want = (_cost(_arrays(found, side), case.arguments, bounds["hidden"]) for side in ("got", "want"))
    factor = bounds.get("factor", 1)
    if abs(got - want) <= bounds.get("cost", 0) or want / factor <= got <= want * factor:
        return None
    return Finding("reached", Outcome.WRONG, facts={"got": f"{got:.3g}", "want": f"{want:.3g}"})


HIDDEN: dict[str, Callable[[np.ndarray], np.ndarray]] = {"tanh": np.tanh, "relu": lambda Z: np.where(Z.real > 0, Z, 0)}


def _cost(parameters: Mapping[str, np.ndarray], arguments: Mapping[str, Any], hidden: str) -> Any:
    """Return the cross-entropy of a network of any depth, from the scores of its last layer.

    It is log(1 + e^z) - y z, without overflow; complex where a parameter is, and several where one is a stack of them.
    """
    scores = arguments["X"]
    with np.errstate(all="ignore"):
        for layer, name in enumerate(_weights(parameters), start=1):
            scores = parameters[name] @ (HIDDEN[hidden](scores) if layer > 1 else scores) + parameters[f"b{layer}"]
        above = scores.real > 0
        losses = np.where(above, scores, 0) + np.log1p(np.exp(np.where(above, -scores, scores)))
        return np.mean(losses - arguments["Y"] * scores, axis=(-2, -1))


def crept(found: Leaves, case: Case, bounds: Bounds) -> Finding | None:
    """N steps at a rate so small that no slope changes move each bias b from 0 to -N alpha db.

    The slopes db are those at the weights that come back, whatever they were drawn from, and the cost of these weights
    is every cost that was recorded.
    """
    parameters = _arrays(found, "got")
    biases = [name.replace("W", "b") for name in _weights(parameters)]
    findings = (_crept(name, parameters, case.arguments, bounds["hidden"]) for name in biases)
    return next((finding for finding in findings if finding), None) or _level(found, case, bounds)


def _crept(
    name: str, parameters: Mapping[str, np.ndarray], arguments: Mapping[str, Any], hidden: str
) -> Finding | None:
    slopes = _slopes(name, parameters, arguments, hidden)
    moved = -arguments["num_iterations"] * arguments["learning_rate"]
    wrong = ~(np.abs(parameters[name] / moved - slopes) <= CREPT * np.max(np.abs(slopes)) + CREPT_FLOOR)
    if not wrong.any():
        return None
    index = first_index(wrong)
    facts = {"name": name, "got": f"{parameters[name][index]:.3g}", "want": f"{(moved * slopes)[index]:.3g}"}
    steps, rate = arguments["num_iterations"], arguments["learning_rate"]
    asked = f"{steps} {'step' if steps == 1 else 'steps'} at the learning rate {rate:g}"
    return Finding("crept", Outcome.WRONG, facts={**facts, "index": index_text(index), "asked": asked})


def _slopes(name: str, parameters: Mapping[str, np.ndarray], arguments: Mapping[str, Any], hidden: str) -> np.ndarray:
    """Return the derivative of the cost by each entry of a column.

    The imaginary part of J(b + ih) / h is the slope to the last digit (Squire and Trapp, "Using complex variables to
    estimate derivatives of real functions", 1998), also where a step to the side would cross the bend of a relu.
    """
    moves = 1j * STEP * np.eye(len(parameters[name]))[..., np.newaxis]  # (n, n, 1): one entry moved at a time
    costs = _cost({**parameters, name: parameters[name] + moves}, arguments, hidden)  # (n,)
    return costs.imag[:, np.newaxis] / STEP  # (n, 1)


def _level(found: Leaves, case: Case, bounds: Bounds) -> Finding | None:
    """Every recorded cost is that of the parameters, which have hardly moved."""
    cost = _cost(_arrays(found, "got"), case.arguments, bounds["hidden"])
    return _costs({leaf.name: (as_real(leaf.got).item(), cost) for leaf in found.values() if part_of(leaf) == "costs"})


def recorded(found: Leaves, case: Case, bounds: Bounds) -> Finding | None:
    """Every recorded cost is the wanted one, where the draw has no share in it."""
    return _costs({name: (as_real(leaf.got).item(), as_real(leaf.want).item()) for name, leaf in found.items()})


def _costs(pairs: Mapping[str, tuple[float, float]]) -> Finding | None:
    for name, (got, want) in pairs.items():
        if not abs(got - want) <= COST * abs(want):
            facts = {"name": name, "got": number_text(got), "want": number_text(want)}
            return Finding("cost", Outcome.WRONG, facts=facts)
    return None


PROPERTIES: dict[str, Property] = {"drawn": drawn, "crept": crept, "trained": trained, "recorded": recorded}
