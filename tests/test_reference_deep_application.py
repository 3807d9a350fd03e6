"""The right answers of lesson 06: the same as block by block, and on the published pictures the published numbers."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import h5py
import numpy as np
import pytest
from support import ORIGINALS

from helpers.reference import deep_application as reference
from helpers.reference import deep_network as blocks

Arrays = dict[str, np.ndarray]

DEPTHS = [[3, 1], [3, 4, 1], [5, 4, 3, 2], [2, 6, 5, 4, 3, 1]]


def same_numbers(expected: Any, actual: Any) -> None:
    assert np.shape(expected) == np.shape(actual)
    np.testing.assert_allclose(actual, expected, rtol=1e-10, atol=1e-13)


def same_arrays(expected: Arrays, actual: Arrays) -> None:
    assert list(expected) == list(actual)
    for name, value in expected.items():
        same_numbers(value, actual[name])


def drawn(layers_dims: list[int], m: int = 9) -> dict[str, np.ndarray]:
    """Return X and Y."""
    rng = np.random.default_rng(len(layers_dims))
    return {"X": rng.normal(size=(layers_dims[0], m)), "Y": rng.integers(0, 2, (layers_dims[-1], m))}


def block_by_block(
    parameters: Arrays, X: np.ndarray, Y: np.ndarray, learning_rate: float, num_iterations: int
) -> tuple[Arrays, list[float]]:
    """Train as the lesson says it, with the functions of lesson 05."""
    costs = []
    for i in range(num_iterations):
        AL, caches = blocks.L_model_forward(X, parameters)
        if i % 100 == 0:
            costs.append(blocks.compute_cost(AL, Y))
        parameters = blocks.update_parameters(parameters, blocks.L_model_backward(AL, Y, caches), learning_rate)
    return parameters, costs


@pytest.mark.parametrize("layers_dims", DEPTHS)
def test_a_training_is_what_the_blocks_of_lesson_05_do(layers_dims: list[int]) -> None:
    case = drawn(layers_dims)
    np.random.seed(1)
    expected, expected_costs = block_by_block(
        blocks.initialize_parameters_deep(layers_dims), **case, learning_rate=0.1, num_iterations=201
    )
    np.random.seed(1)
    parameters, costs = reference.L_layer_model(**case, layers_dims=layers_dims, learning_rate=0.1, num_iterations=201)

    same_arrays(expected, parameters)
    same_numbers(expected_costs, costs)
    assert 3 == len(costs)


def test_two_layers_begin_with_small_weights() -> None:
    case = drawn([3, 4, 1])
    np.random.seed(1)
    expected, expected_costs = block_by_block(
        blocks.initialize_parameters(3, 4, 1), **case, learning_rate=0.5, num_iterations=101
    )
    np.random.seed(1)
    parameters, costs = reference.two_layer_model(**case, layers_dims=[3, 4, 1], learning_rate=0.5, num_iterations=101)

    same_arrays(expected, parameters)
    same_numbers(expected_costs, costs)


def test_one_step_by_hand() -> None:
    """A neuron with W = (0, 0) on the columns (1, 3) and (2, 4), labels 1 and 1: A = 1/2, dZ = (-1/2, -1/2).

    dW = dZ X.T / 2 = -(1 + 2, 3 + 4) / 4 and db = -1/2; the step goes 2 times against them.
    """
    parameters = {"W1": np.zeros((1, 2)), "b1": np.zeros((1, 1))}
    costs = reference.descend(parameters, np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1, 1]]), 2.0, 1)

    same_numbers([[1.5, 3.5]], parameters["W1"])
    same_numbers([[1.0]], parameters["b1"])
    same_numbers([np.log(2)], costs)


def test_predict_is_one_above_the_threshold_and_zero_on_it() -> None:
    """Z = (0, 1, -1): 1/2 is not more than 1/2."""
    parameters = {"W1": np.array([[1.0]]), "b1": np.array([[0.0]])}

    same_numbers([[0.0, 1.0, 0.0]], reference.predict(np.array([[0.0, 1.0, -1.0]]), parameters))


def test_costs_are_printed_where_that_is_wanted(capsys: pytest.CaptureFixture[str]) -> None:
    _, costs = reference.L_layer_model(**drawn([3, 1]), layers_dims=[3, 1], num_iterations=101, print_cost=True)

    assert [f"Cost after iteration {i}: {cost:.6f}" for i, cost in zip((0, 100), costs, strict=True)] == (
        capsys.readouterr().out.splitlines()
    )


@pytest.mark.parametrize("model", [reference.two_layer_model, reference.L_layer_model])
def test_arguments_stay_as_they_are(model: Callable[..., Any]) -> None:
    """The steps are written into parameters, but only into those that were drawn here."""
    case: dict[str, Any] = {**drawn([3, 4, 1]), "layers_dims": [3, 4, 1]}
    before = deepcopy(case)
    parameters, _ = model(**case, num_iterations=3)
    kept = deepcopy(parameters)
    reference.predict(case["X"], parameters)

    assert before["layers_dims"] == case["layers_dims"]
    same_numbers(before["X"], case["X"])
    same_numbers(before["Y"], case["Y"])
    same_arrays(kept, parameters)


def test_scores_far_from_zero_are_no_trouble() -> None:
    """Warnings are errors in these tests, and so are NumPy's: nothing overflows, no logarithm is of 0."""
    case = {"X": 1e4 * drawn([3, 4, 1])["X"], "Y": drawn([3, 4, 1])["Y"]}
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        parameters, costs = reference.L_layer_model(**case, layers_dims=[3, 4, 1], num_iterations=101)

    assert np.all(np.isfinite(costs))
    assert all(np.all(np.isfinite(value)) for value in parameters.values())


# the published numbers, on the published pictures


@pytest.fixture(scope="module")
def cats() -> dict[str, tuple[np.ndarray, np.ndarray]]:
    """Features / 255 in columns, (12288, m), and labels, (1, m), of both parts."""
    if not (ORIGINALS / "train_catvnoncat.h5").exists():
        pytest.skip("the original pictures have no licence and are not in this project")
    sets = {}
    for part in ("train", "test"):
        with h5py.File(ORIGINALS / f"{part}_catvnoncat.h5") as file:
            pictures, labels = file[f"{part}_set_x"][:], file[f"{part}_set_y"][:]
        sets[part] = pictures.reshape(len(pictures), -1).T / 255, labels[np.newaxis]
    return sets


@pytest.fixture(scope="module")
def turned(cats: dict[str, tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Q with orthonormal columns and R, (209, 209), with X = Q R."""
    Q, R = np.linalg.qr(cats["train"][0])
    return Q, R


def trained(start: Arrays, cats: Any, turned: Any, num_iterations: int) -> tuple[Arrays, list[float]]:
    """Train on the pictures in seconds: gradient descent on R from W1 Q takes the same way as on X = Q R from W1.

    For W1 X = (W1 Q) R, and the step dZ X.T = (dZ R.T) Q.T moves W1 only within the columns of Q.
    """
    Q, R = turned
    parameters = {name: value.copy() for name, value in start.items()} | {"W1": start["W1"] @ Q}
    costs = reference.descend(parameters, R, cats["train"][1], 0.0075, num_iterations)
    return parameters | {"W1": start["W1"] + (parameters["W1"] - start["W1"] @ Q) @ Q.T}, costs


def accuracies(parameters: Arrays, cats: Any) -> list[float]:
    return [
        round(100 * float(np.mean(reference.predict(cats[part][0], parameters) == cats[part][1])), 3)
        for part in ("train", "test")
    ]


def test_the_first_costs_of_two_layers_are_the_published_ones(cats: Any) -> None:
    np.random.seed(1)
    _, costs = reference.two_layer_model(*cats["train"], [12288, 7, 1], num_iterations=1)

    assert [0.693050] == [round(cost, 6) for cost in costs]


def test_the_first_costs_of_four_layers_are_the_published_ones(cats: Any) -> None:
    np.random.seed(1)
    _, costs = reference.L_layer_model(*cats["train"], [12288, 20, 7, 5, 1], num_iterations=101)

    assert [0.771749, 0.672053] == [round(cost, 6) for cost in costs]


def test_two_layers_come_to_the_published_accuracies(cats: Any, turned: Any) -> None:
    """Late costs to 1e-3: they depend a little on the linear algebra library."""
    np.random.seed(1)
    parameters, costs = trained(blocks.initialize_parameters(12288, 7, 1), cats, turned, 2500)

    assert 0.693050 == round(costs[0], 6)
    assert 0.048555 == pytest.approx(costs[24], abs=1e-3)
    assert [100.0, 72.0] == accuracies(parameters, cats)


def test_four_layers_come_to_the_published_accuracies(cats: Any, turned: Any) -> None:
    np.random.seed(1)
    parameters, _ = trained(blocks.initialize_parameters_deep([12288, 20, 7, 5, 1]), cats, turned, 2499)
    AL = reference.activations(cats["train"][0], parameters)[-1]

    assert 0.088440 == pytest.approx(blocks.compute_cost(AL, cats["train"][1]), abs=1e-3)
    assert [98.565, 80.0] == accuracies(parameters, cats)


def test_from_small_weights_four_layers_are_stuck_as_published(cats: Any, turned: Any) -> None:
    np.random.seed(1)
    start = blocks.initialize_parameters_deep([12288, 20, 7, 5, 1])
    small = {name: value * 0.01 * np.sqrt(value.shape[1]) for name, value in start.items()}
    parameters, costs = trained(small, cats, turned, 2500)

    assert 0.644 == round(costs[24], 3)
    assert [65.55, 34.0] == accuracies(parameters, cats)
