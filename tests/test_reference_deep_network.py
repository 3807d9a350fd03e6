"""The right answers of lesson 05 and the activations it is given: by hand, by finite differences, at the far ends."""

from __future__ import annotations

import inspect
import math
import warnings
from copy import deepcopy
from typing import Any

import numpy as np
import pytest

from helpers import activations
from helpers.plain import identical
from helpers.reference import deep_network as reference
from helpers.reference import one_hidden_layer

# By hand, with 1 feature, 2 hidden units, 1 output and 2 examples, c = log 3, so that sigma(c) = 3/4:
#   X = | 1  -2 |   W1 = |  1 |   b1 = 0   W2 = | c  -c/2 |   b2 = 0   Y = | 1  1 |
#                        | -1 |
#   Z1 = |  1  -2 |   A1 = | 1  0 |   Z2 = | c  -c |   A2 = | 3/4  1/4 |
#        | -1   2 |        | 0  2 |
#   J = -(log 3/4 + log 1/4) / 2 = (log 4/3 + log 4) / 2
#   dA2 = | -4/3  -4 |;  dZ2 = dA2 * | 3/16  3/16 | = | -1/4  -3/4 |
#   dW2 = dZ2 A1.T / 2 = | -1/8  -3/4 |;  db2 = (-1/4 - 3/4) / 2 = -1/2
#   dA1 = W2.T dZ2 = | -c/4  -3c/4 |   dZ1 = | -c/4  0    |   dW1 = dZ1 X.T / 2 = | -c/8  |   db1 = | -c/8  |
#                    |  c/8   3c/8 |         |  0    3c/8 |                       | -3c/8 |         | 3c/16 |
#   dA0 = W1.T dZ1 = | -c/4  -3c/8 |
C = math.log(3)
X, Y = np.array([[1.0, -2.0]]), np.array([[1, 1]])
W1, b1 = np.array([[1.0], [-1.0]]), np.zeros((2, 1))
W2, b2 = np.array([[C, -C / 2]]), np.zeros((1, 1))
PARAMETERS = {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
Z1, A1 = np.array([[1.0, -2.0], [-1.0, 2.0]]), np.array([[1.0, 0.0], [0.0, 2.0]])
Z2, A2 = np.array([[C, -C]]), np.array([[0.75, 0.25]])
CACHES = [((X, W1, b1), Z1), ((A1, W2, b2), Z2)]
DA2, DZ2 = np.array([[-4 / 3, -4.0]]), np.array([[-0.25, -0.75]])
GRADS = {
    "dW2": np.array([[-0.125, -0.75]]),
    "db2": np.array([[-0.5]]),
    "dA1": np.array([[-C / 4, -3 * C / 4], [C / 8, 3 * C / 8]]),
    "dW1": np.array([[-C / 8], [-3 * C / 8]]),
    "db1": np.array([[-C / 8], [3 * C / 16]]),
    "dA0": np.array([[-C / 4, -3 * C / 8]]),
}
DEPTHS = ([3, 2], [4, 5, 1], [2, 4, 3, 2], [5, 3, 4, 6, 1], [3, 6, 4, 7, 5, 2])


def same(expected: Any, actual: Any) -> None:
    """The same structure, and numbers but for rounding."""
    assert type(expected) is type(actual)
    if isinstance(expected, dict):
        assert expected.keys() == actual.keys()
        expected, actual = list(expected.values()), [actual[key] for key in expected]
    if isinstance(expected, list | tuple):
        assert len(expected) == len(actual)
        for one, other in zip(expected, actual, strict=True):
            same(one, other)
    else:
        assert np.shape(expected) == np.shape(actual)
        np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15)


def drawn(layer_dims: list[int], seed: int = 5, m: int = 6) -> tuple[dict[str, np.ndarray], np.ndarray, np.ndarray]:
    """Return parameters with biases, X and Y."""
    rng = np.random.default_rng(seed)
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters[f"W{l}"] = rng.normal(size=(layer_dims[l], layer_dims[l - 1]))
        parameters[f"b{l}"] = rng.normal(size=(layer_dims[l], 1))
    return parameters, rng.normal(size=(layer_dims[0], m)), rng.integers(0, 2, (layer_dims[-1], m))


def cost(X: np.ndarray, Y: np.ndarray, parameters: dict[str, np.ndarray]) -> float:
    return reference.compute_cost(reference.L_model_forward(X, parameters)[0], Y)


def test_linear_forward_gives_the_numbers_worked_by_hand() -> None:
    same((Z1, (X, W1, b1)), reference.linear_forward(X, W1, b1))


def test_linear_activation_forward_gives_the_numbers_worked_by_hand() -> None:
    same((A1, CACHES[0]), reference.linear_activation_forward(X, W1, b1, "relu"))
    same((A2, CACHES[1]), reference.linear_activation_forward(A1, W2, b2, "sigmoid"))


def test_L_model_forward_gives_the_numbers_worked_by_hand() -> None:
    same((A2, CACHES), reference.L_model_forward(X, PARAMETERS))


def test_compute_cost_gives_the_number_worked_by_hand() -> None:
    same((math.log(4 / 3) + math.log(4)) / 2, reference.compute_cost(A2, Y))


def test_linear_backward_gives_the_numbers_worked_by_hand() -> None:
    same((GRADS["dA1"], GRADS["dW2"], GRADS["db2"]), reference.linear_backward(DZ2, CACHES[1][0]))


def test_linear_activation_backward_gives_the_numbers_worked_by_hand() -> None:
    of_2, of_1 = (GRADS["dA1"], GRADS["dW2"], GRADS["db2"]), (GRADS["dA0"], GRADS["dW1"], GRADS["db1"])

    same(of_2, reference.linear_activation_backward(DA2, CACHES[1], "sigmoid"))
    same(of_1, reference.linear_activation_backward(GRADS["dA1"], CACHES[0], "relu"))


def test_L_model_backward_gives_the_numbers_worked_by_hand() -> None:
    same(GRADS, reference.L_model_backward(A2, Y, CACHES))


def test_update_parameters_goes_against_the_gradient_in_every_layer() -> None:
    expected = {name: value - 0.5 * GRADS["d" + name] for name, value in PARAMETERS.items()}

    same(expected, reference.update_parameters(PARAMETERS, GRADS, 0.5))


def test_initialize_parameters_is_that_of_lesson_03() -> None:
    assert reference.initialize_parameters is one_hidden_layer.initialize_parameters


def test_initialize_parameters_deep_draws_layer_by_layer() -> None:
    """The published numbers come from np.random.seed and randn, W1 first."""
    np.random.seed(3)
    parameters = reference.initialize_parameters_deep([5, 4, 3])
    np.random.seed(3)
    W1, W2 = np.random.randn(4, 5) / np.sqrt(5), np.random.randn(3, 4) / np.sqrt(4)

    same({"W1": W1, "b1": np.zeros((4, 1)), "W2": W2, "b2": np.zeros((3, 1))}, parameters)


@pytest.mark.parametrize("layer_dims", DEPTHS, ids=len)
def test_each_gradient_is_the_slope_of_the_cost(layer_dims: list[int]) -> None:
    """By each parameter and by X: dA0 has no 1/m, as its columns are single examples."""
    parameters, X, Y = drawn(layer_dims)
    AL, caches = reference.L_model_forward(X, parameters)
    grads = reference.L_model_backward(AL, Y, caches)
    computed = {name: grads["d" + name] for name in parameters} | {"X": grads["dA0"] / X.shape[1]}
    at = {**parameters, "X": X}
    for name, slope in computed.items():
        for index in np.ndindex(slope.shape):
            costs = []
            for step in (1e-5, -1e-5):
                moved = deepcopy(at)
                moved[name][index] += step
                costs.append(cost(moved.pop("X"), Y, moved))
            assert slope[index] == pytest.approx((costs[0] - costs[1]) / 2e-5, rel=1e-5, abs=1e-8)


@pytest.mark.parametrize("layer_dims", DEPTHS, ids=len)
def test_shapes_follow_the_layers(layer_dims: list[int]) -> None:
    parameters, X, Y = drawn(layer_dims)
    AL, caches = reference.L_model_forward(X, parameters)
    grads = reference.L_model_backward(AL, Y, caches)

    assert Y.shape == AL.shape
    assert len(layer_dims) - 1 == len(caches)
    assert all(grads["d" + name].shape == value.shape for name, value in parameters.items())
    assert [(n, X.shape[1]) for n in layer_dims[:-1]] == [grads[f"dA{l}"].shape for l in range(len(caches))]
    assert 3 * len(caches) == len(grads)


def test_two_layers_are_one_hidden_layer_with_another_bend() -> None:
    """The last layer's gradients are those of lesson 03, where A1 is the same."""
    parameters, X, Y = drawn([3, 4, 2])
    AL, caches = reference.L_model_forward(X, parameters)
    A1 = caches[1][0][0]
    expected = one_hidden_layer.backward_propagation(parameters, {"A1": A1, "A2": AL}, X, Y)
    grads = reference.L_model_backward(AL, Y, caches)

    same(expected["dW2"], grads["dW2"])
    same(expected["db2"], grads["db2"])


def test_a_step_downhill_lowers_the_cost() -> None:
    parameters, X, Y = drawn([3, 6, 4, 1])
    AL, caches = reference.L_model_forward(X, parameters)
    moved = reference.update_parameters(parameters, reference.L_model_backward(AL, Y, caches), 1e-3)

    assert cost(X, Y, moved) < cost(X, Y, parameters)


@pytest.mark.parametrize("scale", [1e3, 1e200])
def test_far_out_nothing_overflows_or_is_no_number(scale: float) -> None:
    """Probabilities of exactly 0 and 1, right and wrong ones."""
    parameters = {"W1": np.array([[scale]]), "b1": np.zeros((1, 1))}
    X, Y = np.array([[1.0, -1.0, 1.0, -1.0]]), np.array([[1, 0, 0, 1]])
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        AL, caches = reference.L_model_forward(X, parameters)
        grads = reference.L_model_backward(AL, Y, caches)

        assert [[1.0, 0.0, 1.0, 0.0]] == AL.tolist()
        assert np.isfinite(reference.compute_cost(AL, Y))
    assert all(np.all(np.isfinite(gradient)) for gradient in grads.values())


def test_arguments_are_left_as_they_were() -> None:
    parameters, X, Y = drawn([3, 4, 2, 1])
    AL, caches = reference.L_model_forward(X, parameters)
    grads = reference.L_model_backward(AL, Y, caches)
    given = (X, Y, AL, parameters, caches, grads)
    before = deepcopy(given)
    reference.L_model_forward(X, parameters)
    reference.compute_cost(AL, Y)
    reference.L_model_backward(AL, Y, caches)
    reference.update_parameters(parameters, grads, 0.1)

    assert identical(before, given)


def test_activations_and_their_slopes_worked_by_hand() -> None:
    """sigma(log 3) = 3/4, whose slope is 3/16; relu is 0 and flat below 0, and at 0 by convention."""
    Z, dA = np.array([[C, -C, 0.0]]), np.array([[2.0, 2.0, 2.0]])

    same((np.array([[0.75, 0.25, 0.5]]), Z), activations.sigmoid(Z))
    same((np.array([[C, 0.0, 0.0]]), Z), activations.relu(Z))
    same(np.array([[0.375, 0.375, 0.5]]), activations.sigmoid_backward(dA, Z))
    same(np.array([[2.0, 0.0, 0.0]]), activations.relu_backward(dA, Z))


@pytest.mark.parametrize("activation", ["sigmoid", "relu"])
def test_the_way_back_through_an_activation_is_its_slope(activation: str) -> None:
    Z, dA = np.array([[-3.0, -0.4, 0.3, 2.0]]), np.array([[1.0, -2.0, 0.5, 3.0]])
    forward, backward = getattr(activations, activation), getattr(activations, f"{activation}_backward")
    slope = (forward(Z + 1e-6)[0] - forward(Z - 1e-6)[0]) / 2e-6

    np.testing.assert_allclose(backward(dA, Z), dA * slope, rtol=1e-7, atol=1e-9)


def test_activations_leave_their_arguments_and_never_overflow() -> None:
    Z, dA = np.array([[-1e4, 1e4]]), np.ones((1, 2))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        for name in ("sigmoid", "relu"):
            getattr(activations, name)(Z)
            getattr(activations, f"{name}_backward")(dA, Z)

    assert [[-1e4, 1e4]] == Z.tolist()
    assert [[1.0, 1.0]] == dA.tolist()


def test_students_get_the_activations_without_the_reference() -> None:
    """The kit leaves `helpers.reference` out."""
    assert "helpers.reference" not in inspect.getsource(activations)
