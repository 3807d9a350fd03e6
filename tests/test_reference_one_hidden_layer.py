"""The right answers of lesson 03: by hand, by finite differences, at the far ends, and on the published flower."""

from __future__ import annotations

import math
import re
from copy import deepcopy
from typing import Any

import numpy as np
import pytest

from helpers.reference import one_hidden_layer as reference

# By hand, with 1 feature, 2 hidden units, 1 output and 2 examples, where tanh(log 2) = (4 - 1) / (4 + 1) = 3/5:
#   X = | 1  0 |   W1 = | log 2 |   b1 = | 0     |   W2 = | 5  5 |   b2 = -3   Y = | 1  0 |
#                       | 0     |        | log 2 |
#   Z1 = | log 2  0     |   A1 = | 3/5  0   |
#        | log 2  log 2 |        | 3/5  3/5 |
#   Z2 = (5 * 3/5 + 5 * 3/5 - 3, 0 + 5 * 3/5 - 3) = (3, 0)
#   A2 = (s, 1/2) with s = 1 / (1 + e**-3);  J = -(log s + log 1/2) / 2 = (log(1 + e**-3) + log 2) / 2
#   dZ2 = (s - 1, 1/2);  dW2 = dZ2 A1.T / 2 = (3/5 (s - 1) / 2, 3/5 (s - 1/2) / 2);  db2 = (s - 1/2) / 2
#   1 - A1**2 = | 16/25  1     |   dZ1 = 5 dZ2 (1 - A1**2) = | 16/5 (s - 1)  5/2 |
#               | 16/25  16/25 |                             | 16/5 (s - 1)  8/5 |
#   dW1 = dZ1 X.T / 2 = (8/5 (s - 1), 8/5 (s - 1));  db1 = (8/5 (s - 1) + 5/4, 8/5 (s - 1) + 4/5)
L2 = math.log(2)
S = 1 / (1 + math.exp(-3))
X, Y = np.array([[1.0, 0.0]]), np.array([[1, 0]])
PARAMETERS = {
    "W1": np.array([[L2], [0.0]]),
    "b1": np.array([[0.0], [L2]]),
    "W2": np.array([[5.0, 5.0]]),
    "b2": np.array([[-3.0]]),
}
CACHE = {
    "Z1": np.array([[L2, 0.0], [L2, L2]]),
    "A1": np.array([[0.6, 0.0], [0.6, 0.6]]),
    "Z2": np.array([[3.0, 0.0]]),
    "A2": np.array([[S, 0.5]]),
}
GRADS = {
    "dW1": np.array([[1.6 * (S - 1)], [1.6 * (S - 1)]]),
    "db1": np.array([[1.6 * (S - 1) + 1.25], [1.6 * (S - 1) + 0.8]]),
    "dW2": np.array([[0.3 * (S - 1), 0.3 * (S - 0.5)]]),
    "db2": np.array([[(S - 0.5) / 2]]),
}


def same_numbers(expected: Any, actual: Any) -> None:
    assert np.shape(expected) == np.shape(actual)
    np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15)


def same_arrays(expected: dict[str, Any], actual: dict[str, Any]) -> None:
    assert list(expected) == list(actual)
    for name, value in expected.items():
        same_numbers(value, actual[name])


def drawn(seed: int, n_x: int, n_h: int, n_y: int, m: int) -> dict[str, Any]:
    """Return parameters, X and Y."""
    rng = np.random.default_rng(seed)
    shapes = {"W1": (n_h, n_x), "b1": (n_h, 1), "W2": (n_y, n_h), "b2": (n_y, 1)}
    parameters = {name: rng.normal(size=shape) for name, shape in shapes.items()}
    return {"parameters": parameters, "X": rng.normal(size=(n_x, m)), "Y": rng.integers(0, 2, (n_y, m))}


def test_forward_propagation_gives_the_numbers_worked_by_hand() -> None:
    A2, cache = reference.forward_propagation(X, PARAMETERS)

    same_numbers(CACHE["A2"], A2)
    same_arrays(CACHE, cache)


def test_compute_cost_gives_the_number_worked_by_hand() -> None:
    same_numbers((math.log(1 + math.exp(-3)) + L2) / 2, reference.compute_cost(CACHE["A2"], Y))


def test_backward_propagation_gives_the_numbers_worked_by_hand() -> None:
    same_arrays(GRADS, reference.backward_propagation(PARAMETERS, CACHE, X, Y))


def test_update_parameters_goes_against_the_gradient() -> None:
    expected = {name: value - 0.5 * GRADS["d" + name] for name, value in PARAMETERS.items()}

    same_arrays(expected, reference.update_parameters(PARAMETERS, GRADS, learning_rate=0.5))


def test_the_default_learning_rate_is_the_published_one() -> None:
    expected = reference.update_parameters(PARAMETERS, GRADS, learning_rate=1.2)

    same_arrays(expected, reference.update_parameters(PARAMETERS, GRADS))


def test_layer_sizes_are_rows_with_four_hidden_units() -> None:
    assert (5, 4, 2) == reference.layer_sizes(np.zeros((5, 3)), np.zeros((2, 3)))


def test_initialize_parameters_draws_layer_by_layer() -> None:
    """The published numbers come from np.random.seed and randn, W1 first."""
    np.random.seed(2)
    parameters = reference.initialize_parameters(2, 4, 1)
    np.random.seed(2)
    W1, W2 = np.random.randn(4, 2) * 0.01, np.random.randn(1, 4) * 0.01

    same_arrays({"W1": W1, "b1": np.zeros((4, 1)), "W2": W2, "b2": np.zeros((1, 1))}, parameters)


def test_predict_is_one_above_the_threshold_and_zero_on_it() -> None:
    """A2 = (s, 1/2), and 1/2 is not more than 1/2."""
    same_numbers([[1.0, 0.0]], reference.predict(PARAMETERS, X))


def test_nn_model_is_its_parts_in_a_row() -> None:
    np.random.seed(3)
    expected = reference.initialize_parameters(1, 3, 1)
    for _ in range(5):
        _, cache = reference.forward_propagation(X, expected)
        expected = reference.update_parameters(expected, reference.backward_propagation(expected, cache, X, Y))
    np.random.seed(3)

    same_arrays(expected, reference.nn_model(X, Y, n_h=3, num_iterations=5))


def test_without_steps_nn_model_returns_the_first_parameters() -> None:
    np.random.seed(3)
    expected = reference.initialize_parameters(1, 3, 1)
    np.random.seed(3)

    same_arrays(expected, reference.nn_model(X, Y, n_h=3, num_iterations=0))


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("sizes", [(2, 4, 1, 7), (3, 5, 2, 4), (1, 1, 1, 1)])
def test_the_gradients_are_the_slopes_of_the_cost(seed: int, sizes: tuple[int, int, int, int]) -> None:
    """Centred differences err by about e**2 = 1e-10; with several outputs the cost is summed over them."""
    case, step = drawn(seed, *sizes), 1e-5

    def cost(parameters: dict[str, np.ndarray]) -> float:
        A2, _ = reference.forward_propagation(case["X"], parameters)
        return sum(reference.compute_cost(A2[k : k + 1], case["Y"][k : k + 1]) for k in range(len(A2)))

    _, cache = reference.forward_propagation(case["X"], case["parameters"])
    grads = reference.backward_propagation(cache=cache, **case)
    for name, value in case["parameters"].items():
        for place in np.ndindex(value.shape):
            above, below = deepcopy(case["parameters"]), deepcopy(case["parameters"])
            above[name][place] += step
            below[name][place] -= step
            np.testing.assert_allclose(
                grads["d" + name][place], (cost(above) - cost(below)) / (2 * step), rtol=1e-6, atol=1e-8
            )


# far from zero: warnings are errors in these tests, and so are NumPy's


@pytest.fixture
def strict_numpy() -> Any:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        yield


@pytest.mark.usefixtures("strict_numpy")
@pytest.mark.parametrize("far", [50.0, 1000.0])
def test_forward_propagation_does_not_overflow(far: float) -> None:
    A2, _ = reference.forward_propagation(far * np.array([[1.0, -1.0]]), {**PARAMETERS, "W2": np.array([[far, far]])})

    assert np.all((A2 >= 0) & (A2 <= 1))


@pytest.mark.usefixtures("strict_numpy")
@pytest.mark.parametrize(("A2", "label", "cost"), [(1, 1, 0), (0, 0, 0), (0, 1, 708.4), (1, 0, 708.4)])
def test_the_cost_of_being_sure_is_finite(A2: float, label: int, cost: float) -> None:
    """-log of the smallest normal number is 708.4."""
    assert pytest.approx(cost, abs=0.01) == reference.compute_cost(np.array([[float(A2)]]), np.array([[label]]))


@pytest.mark.usefixtures("strict_numpy")
def test_arguments_stay_as_they_are() -> None:
    case = drawn(0, 3, 4, 2, 5)
    parameters, X, Y = case["parameters"], case["X"], case["Y"]
    before = deepcopy(case)
    A2, cache = reference.forward_propagation(X, parameters)
    cached = deepcopy(cache)
    grads = reference.backward_propagation(parameters, cache, X, Y)
    reference.update_parameters(parameters, grads)
    reference.predict(parameters, X)
    reference.compute_cost(A2[:1], Y[:1])
    reference.nn_model(X, Y, n_h=2, num_iterations=2)

    same_arrays(before["parameters"], parameters)
    same_arrays(cached, cache)
    same_numbers(before["X"], X)
    same_numbers(before["Y"], Y)


# the published numbers, on the published flower


def flower() -> tuple[np.ndarray, np.ndarray]:
    """Return the 400 points (2, m) and colours (1, m) that the published numbers belong to."""
    np.random.seed(1)
    m, N = 400, 200
    points, colours = np.zeros((m, 2)), np.zeros((m, 1))
    for j in range(2):
        rows = range(N * j, N * (j + 1))
        t = np.linspace(j * 3.12, (j + 1) * 3.12, N) + np.random.randn(N) * 0.2
        r = 4 * np.sin(4 * t) + np.random.randn(N) * 0.2
        points[rows] = np.c_[r * np.sin(t), r * np.cos(t)]
        colours[rows] = j
    return points.T, colours.T


def test_the_first_costs_and_the_accuracy_are_the_published_ones(capsys: pytest.CaptureFixture[str]) -> None:
    X, Y = flower()
    np.random.seed(3)

    parameters = reference.nn_model(X, Y, n_h=4, num_iterations=10000, print_cost=True)

    costs = [float(text) for text in re.findall(r"Cost after iteration \d+: (\S+)", capsys.readouterr().out)]
    assert 10 == len(costs)
    assert 0.693162 == pytest.approx(costs[0], abs=1e-6)
    assert [0.258625, 0.239334] == pytest.approx(costs[1:3], abs=1e-3)
    assert 90.0 == pytest.approx(100 * np.mean(reference.predict(parameters, X) == Y), abs=1.0)


@pytest.mark.parametrize(("n_h", "accuracy"), [(1, 67.5), (2, 67.25), (3, 90.75), (5, 91.25)])
def test_the_accuracy_by_hidden_size_is_the_published_one(n_h: int, accuracy: float) -> None:
    X, Y = flower()
    np.random.seed(3)

    parameters = reference.nn_model(X, Y, n_h, num_iterations=5000)

    assert accuracy == pytest.approx(100 * np.mean(reference.predict(parameters, X) == Y), abs=1.0)
