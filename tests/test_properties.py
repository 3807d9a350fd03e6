"""What is asked of a draw and of a training: the luck of a right answer is allowed for, a wrong one is told why."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from helpers.cases import question_from_tree, to_tree
from helpers.compare import compare
from helpers.judge import judge
from helpers.messages import render
from helpers.observe import calling
from helpers.plain import flatten, unflatten
from helpers.properties import PROPERTIES, free_parts
from helpers.records import Case, Finding, Observation, Question

ROWS, COLUMNS, SCALE = 25, 20, 0.5
WANTED = {"W": SCALE * np.random.default_rng(0).normal(size=(ROWS, COLUMNS)), "b": np.zeros((ROWS, 1))}


def question(wanted: dict[str, Any], properties: dict[str, Any], **arguments: Any) -> Question:
    case = Case("one", "with one case", arguments, Observation(wanted))
    return Question("f", (case,), properties=properties)


DRAW = question(WANTED, {"drawn": {"parts": ("W",)}})


def finding(asked: Question, result: Any) -> Finding | None:
    return compare(asked, asked.cases[0], Observation(result))


def code(asked: Question, result: Any) -> str:
    found = finding(asked, result)
    return "" if found is None else found.code


# a draw


@pytest.mark.parametrize(
    "draw",
    [
        lambda shape: SCALE * np.random.randn(*shape),
        lambda shape: np.random.default_rng().normal(0, SCALE, shape),
        lambda shape: np.random.RandomState(5).standard_normal(shape) * SCALE,
        lambda shape: SCALE * np.random.default_rng(1).standard_normal(shape, dtype=np.float32),
        lambda shape: np.random.default_rng().uniform(-1, 1, shape) * SCALE * np.sqrt(3),
    ],
)
def test_a_right_draw_passes_a_thousand_times(draw: Callable[..., Any]) -> None:
    codes = {code(DRAW, {**WANTED, "W": draw((ROWS, COLUMNS))}) for _ in range(1000)}

    assert {""} == codes


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (lambda W: 0 * W, "constant"),
        (lambda W: 0 * W + SCALE, "constant"),
        (lambda W: 0 * W + W[:1], "twins"),
        (lambda W: 0 * W + W[:, :1], "twins"),
        (lambda W: np.vstack([W[:-1], W[:1]]), "twins"),
        (lambda W: np.hstack([W[:, :-1], W[:, 3:4]]), "twins"),
        (np.abs, "one_sided"),
        (lambda W: -np.abs(W), "one_sided"),
        (lambda W: W * 2, "spread"),
        (lambda W: W / 2, "spread"),
        (lambda W: W / SCALE**8, "spread"),
        (lambda W: W + 0.8 * SCALE, "off_centre"),
        (lambda W: W.T, "shape"),
        (lambda W: W[:, 0], "shape"),
        (lambda W: W * np.nan, "not_finite"),
        (lambda W: W + 0j, "dtype"),
    ],
)
def test_a_wrong_draw_is_told_what_it_lacks(wrong: Callable[..., Any], expected: str) -> None:
    W = SCALE * np.random.default_rng(3).normal(size=(ROWS, COLUMNS))

    assert expected == code(DRAW, {**WANTED, "W": wrong(W)})


def test_the_other_parts_are_compared_by_their_numbers() -> None:
    assert "values" == code(DRAW, {**WANTED, "b": np.ones((ROWS, 1))})


def test_twins_are_named_by_their_places() -> None:
    W = np.array(WANTED["W"])
    W[7] = W[4]
    found = finding(DRAW, {**WANTED, "W": W})

    assert found is not None
    assert "rows 4 and 7 of W are alike" == render(found).came


@pytest.mark.parametrize("shape", [(1, 1), (1, 4), (4, 1), (2, 2)])
def test_a_small_draw_is_not_measured(shape: tuple[int, int]) -> None:
    """Of a few numbers neither scale nor sign tells anything."""
    small = question({"W": np.ones(shape)}, {"drawn": {"parts": ("W",)}})
    rng = np.random.default_rng(0)
    codes = {code(small, {"W": np.abs(rng.normal(size=shape)) * 100}) for _ in range(200)}

    assert {""} == codes


# a training: Y is 1 for 3 examples of 4, and what is learned is that alone

X = np.array([[1.0, 2.0, 3.0, 4.0]])
Y = np.array([[1, 1, 0, 1]])


def network(score: float, **changes: Any) -> dict[str, Any]:
    """Return a network whose answer is sigma(score) for every example."""
    parameters = {"W1": np.array([[0.1], [0.2]]), "b1": np.array([[0.3], [0.4]]), "W2": np.array([[1.0, -1.0]])}
    parameters["W2"] = parameters["W2"] * 1e-9
    return {**parameters, "b2": np.array([[score]]), **changes}


def training(hidden: str = "tanh") -> Question:
    bounds = {"parts": ("W1", "b1", "W2", "b2"), "hidden": hidden, "cost": 0.01}
    return question(network(1.0), {"trained": bounds}, X=X, Y=Y)


@pytest.mark.parametrize("hidden", ["tanh", "relu"])
def test_other_parameters_of_the_same_cost_pass(hidden: str) -> None:
    other = network(1.001, W1=np.array([[-3.0], [2.0]]), b1=np.array([[5.0], [0.0]]))

    assert "" == code(training(hidden), other)


@pytest.mark.parametrize(
    ("parameters", "expected"),
    [
        (network(0.0), "unmoved"),
        (network(0.2), "reached"),
        (network(-1.0), "reached"),
        (network(1e9), "reached"),
        (network(1.0, b1=np.zeros((2, 1))), "unmoved"),
        (network(1.0, W2=np.zeros((1, 2))), "unmoved"),
        (network(1.0, W1=np.array([[1.0, 1.0, 1.0]])), "shape"),
        (network(1.0, W2=np.array([[9.0, 0.0]])), "reached"),
        ({name: value for name, value in network(1.0).items() if name != "b1"}, "keys"),
    ],
)
def test_a_training_that_ends_elsewhere_is_told_so(parameters: dict[str, Any], expected: str) -> None:
    assert expected == code(training(), parameters)


def test_the_cost_is_the_cross_entropy_by_hand() -> None:
    """sigma(0) = 1/2 for all four examples: -log 1/2 = 0.693, whatever the labels."""
    found = finding(training(), network(1e-12))

    assert found is not None
    assert ("0.693", "0.563") == (found.facts["got"], found.facts["want"])  # (3 log(1 + 1/e) + log(1 + e)) / 4


def test_hidden_units_that_stay_twins_are_named() -> None:
    bounds = {"parts": ("W1", "b1", "W2", "b2"), "hidden": "tanh", "cost": 0.01}
    wide = {
        "W1": np.array([[1.0, 2.0], [3.0, 5.0]]),
        "b1": np.ones((2, 1)),
        "W2": np.ones((1, 2)),
        "b2": np.ones((1, 1)),
    }
    asked = question(wide, {"trained": bounds}, X=np.vstack([X, X]), Y=Y)

    assert "twins" == code(asked, {**wide, "W1": np.array([[1.0, 2.0], [1.0, 2.0]])})


@pytest.mark.parametrize(
    ("W1", "expected"),
    [
        (lambda W: W[::-1], ""),
        (lambda W: 3 * W, "spread"),
        (lambda W: np.abs(W), "one_sided"),
        (lambda W: np.repeat([[1.0, -1.0]], len(W), axis=0) + 1e-6 * W, "spread"),  # all units alike
    ],
)
def test_what_has_hardly_moved_is_still_like_the_draw(W1: Callable[..., Any], expected: str) -> None:
    drawn = np.random.default_rng(5).normal(size=(300, 2))
    bounds = {"parts": ("W1", "b1", "W2", "b2"), "start": True, "hidden": "tanh", "cost": 0.01}
    large = {"W1": drawn, "b1": drawn[:, :1], "W2": 1e-9 * drawn[:, :1].T, "b2": np.ones((1, 1))}
    asked = question(large, {"trained": bounds}, X=np.vstack([X, X]), Y=Y)

    assert expected == code(asked, {**large, "W1": W1(drawn)})


@pytest.mark.parametrize("huge", [1e300, -1e300])
def test_numbers_that_overflow_are_a_finding_and_no_fault(huge: float) -> None:
    assert "reached" == code(training(), network(huge, W2=np.array([[huge, huge]])))


@pytest.mark.parametrize(("score", "expected"), [(1.0, ""), (1.4, ""), (0.7, ""), (3.0, "reached"), (-2.0, "reached")])
def test_a_cost_may_be_wanted_in_its_size_alone(score: float, expected: str) -> None:
    """The cost for the scores 1, 1.4 and 0.7 is 0.563, 0.570 and 0.578, for 3 and -2 it is 0.799 and 1.627."""
    bounds = {"parts": ("W1", "b1", "W2", "b2"), "hidden": "tanh", "factor": 1.1}

    assert expected == code(question(network(1.0), {"trained": bounds}, X=X, Y=Y), network(score))


# a training at a tiny rate, by hand: with W1 = (1, -1), b1 = 0, W2 = (log 3, 1), b2 = 0 and X = (1, -1) the relus are
#   A1 = | 1  0 |   Z2 = (log 3, 1)   A2 = (3/4, s) with s = 1 / (1 + 1/e)   dZ2 = A2 - Y = (-1/4, s)
#        | 0  1 |   db2 = (s - 1/4) / 2   dZ1 = | -log 3 / 4  0 |   db1 = | -log 3 / 8 |
#                                               | 0           s |         | s / 2      |
#   J = (-log 3/4 - log(1 - s)) / 2

S = 1 / (1 + np.exp(-1))
SLOPES = {"b1": np.array([[-np.log(3) / 8], [S / 2]]), "b2": np.array([[(S - 0.25) / 2]])}
FIRST_COST = (-np.log(0.75) - np.log(1 - S)) / 2
WEIGHTS = {"W1": np.array([[1.0], [-1.0]]), "W2": np.array([[np.log(3), 1.0]])}


def crept_by(factor: float, costs: list[float] | None = None) -> tuple[Any, list[float]]:
    """Return what comes back after `factor` steps, each 1e-15 times the slopes."""
    moved = {name: -factor * 1e-15 * slope for name, slope in SLOPES.items()}
    return {**WEIGHTS, **moved}, [FIRST_COST] if costs is None else costs


def crept_case(num_iterations: int) -> Question:
    bounds = {"parts": ("W1", "b1", "W2", "b2", "costs"), "hidden": "relu"}
    other = {name: 2 * value for name, value in crept_by(1)[0].items()}
    arguments = {"X": np.array([[1.0, -1.0]]), "Y": np.array([[1, 0]])}
    case = Case(
        "one",
        "with one case",
        {**arguments, "learning_rate": 1e-15, "num_iterations": num_iterations},
        Observation((other, [9.0])),
    )
    return Question("f", (case,), parts=("parameters", "costs"), properties={"crept": bounds})


@pytest.mark.parametrize("steps", [1, 2, 50])
def test_steps_at_a_tiny_rate_are_right_for_the_weights_that_come_back(steps: int) -> None:
    """The reference drew twice as large weights."""
    assert "" == code(crept_case(steps), crept_by(steps))


def test_a_right_answer_in_single_precision_passes() -> None:
    parameters, costs = crept_by(3)

    assert "" == code(crept_case(3), ({name: np.float32(value) for name, value in parameters.items()}, costs))


@pytest.mark.parametrize("wrong", [0, 1, 2, 4, -3, 3e12])
def test_too_few_and_too_many_steps_at_a_tiny_rate_are_told(wrong: float) -> None:
    found = finding(crept_case(3), crept_by(wrong))

    assert found is not None
    assert ("crept", "b1", "3 steps at the learning rate 1e-15") == (
        found.code,
        found.facts["name"],
        found.facts["asked"],
    )


@pytest.mark.parametrize("name", ["b1", "b2"])
def test_a_layer_that_rests_is_named(name: str) -> None:
    parameters, costs = crept_by(1)
    found = finding(crept_case(1), ({**parameters, name: 0 * parameters[name]}, costs))

    assert found is not None
    assert ("crept", name) == (found.code, found.facts["name"])


@pytest.mark.parametrize("cost", [FIRST_COST * 2, FIRST_COST / 2, -FIRST_COST, 0.0, 1.01 * FIRST_COST])
def test_another_cost_than_that_of_the_parameters_is_told(cost: float) -> None:
    found = finding(crept_case(1), crept_by(1, [cost]))

    assert found is not None
    assert ("cost", "costs[0]") == (found.code, found.facts["name"])


def test_a_cost_that_is_no_number_is_told() -> None:
    assert "not_finite" == code(crept_case(1), crept_by(1, [float("nan")]))


@pytest.mark.parametrize(("got", "expected"), [([0.5, 0.25], ""), ([0.5, 0.26], "cost"), ([0.5], "length")])
def test_recorded_costs_are_compared_where_the_draw_has_no_share_in_them(got: list[float], expected: str) -> None:
    case = Case("one", "with one case", {}, Observation(({"W1": np.ones((2, 2))}, [0.5, 0.25])))
    properties: dict[str, Any] = {"drawn": {"parts": ("W1",), "cases": ()}, "recorded": {"parts": ("costs",)}}
    asked = Question("f", (case,), parts=("parameters", "costs"), properties=properties)

    assert expected == code(asked, ({"W1": np.zeros((2, 2))}, got))


def test_a_property_is_asked_in_its_own_cases_alone() -> None:
    asked = [question(WANTED, {"drawn": {"parts": ("W",), "cases": cases}}) for cases in (("one", "two"), ("two",))]

    assert ["constant", ""] == [code(one, {**WANTED, "W": 0 * WANTED["W"]}) for one in asked]


# as data


def test_a_property_that_is_asked_for_must_exist() -> None:
    assert {"drawn", "crept", "trained", "recorded"} == set(PROPERTIES)


def test_the_parts_that_are_free_are_those_of_all_properties() -> None:
    assert {"a", "b", "c"} == free_parts({"one": {"parts": ("a", "b")}, "two": {"parts": ["c"]}})


@pytest.mark.parametrize("asked", [DRAW, training()])
def test_properties_travel_as_plain_data(asked: Question) -> None:
    skeleton, arrays = flatten(to_tree(asked))
    back = question_from_tree(unflatten(json.loads(json.dumps(skeleton)), arrays))

    assert asked.properties == back.properties
    assert "" == code(back, back.cases[0].expected.result)


def test_a_changed_argument_is_found_behind_the_properties() -> None:
    asked = Question("f", training().cases, properties=training().properties, checks=("untouched",))

    def greedy(X: np.ndarray, Y: np.ndarray) -> dict[str, Any]:
        X += 1
        return network(1.0)

    found = judge(asked, calling(greedy)).finding

    assert found is not None
    assert "changed" == found.code
