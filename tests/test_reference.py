"""The right answers of lesson 02: by hand, by finite differences, at the far ends, and on the published pictures."""

from __future__ import annotations

import math
from typing import Any

import h5py
import numpy as np
import pytest
from support import ORIGINALS

from helpers.reference import logistic_regression as reference

# By hand, with 2 features, 3 examples and w = (1, 2), b = -1:
#   X = | 1  0  -1 |    Y = | 1  0  1 |
#       | 0  1   1 |
#   z = w.T X + b = (1 + 0 - 1, 0 + 2 - 1, -1 + 2 - 1) = (0, 1, 0)
#   A = sigma(z)  = (1/2, s, 1/2)  with s = 1 / (1 + 1/e) = 0.731058...
#   J = -1/3 (log 1/2 + log(1 - s) + log 1/2) = (2 log 2 + log(1 + e)) / 3
#   A - Y = (-1/2, s, -1/2)
#   dw1 = (1 * -1/2 + 0 * s - 1 * -1/2) / 3 = 0
#   dw2 = (0 * -1/2 + 1 * s + 1 * -1/2) / 3 = (s - 1/2) / 3
#   db  = (-1/2 + s - 1/2) / 3 = (s - 1) / 3
S = 1 / (1 + 1 / math.e)
W, B = np.array([[1.0], [2.0]]), -1.0
X = np.array([[1.0, 0.0, -1.0], [0.0, 1.0, 1.0]])
Y = np.array([[1, 0, 1]])


def same_numbers(expected: Any, actual: Any) -> None:
    assert np.shape(expected) == np.shape(actual)
    np.testing.assert_allclose(actual, expected, rtol=1e-12, atol=1e-15)


def test_propagate_gives_the_numbers_worked_by_hand() -> None:
    grads, cost = reference.propagate(W, B, X, Y)

    same_numbers((2 * math.log(2) + math.log(1 + math.e)) / 3, cost)
    same_numbers([[0.0], [(S - 0.5) / 3]], grads["dw"])
    same_numbers((S - 1) / 3, grads["db"])


def test_one_step_of_optimize_goes_against_the_gradient() -> None:
    """With alpha = 3: w2 = 2 - 3 (s - 1/2) / 3 = 2.5 - s, b = -1 - 3 (s - 1) / 3 = -s."""
    params, grads, costs = reference.optimize(W, B, X, Y, num_iterations=1, learning_rate=3.0)

    same_numbers([[1.0], [2.5 - S]], params["w"])
    same_numbers(-S, params["b"])
    same_numbers([[0.0], [(S - 0.5) / 3]], grads["dw"])
    same_numbers([(2 * math.log(2) + math.log(1 + math.e)) / 3], costs)


def test_optimize_returns_the_gradients_of_the_last_step_and_every_hundredth_cost() -> None:
    before, _, _ = reference.optimize(W, B, X, Y, num_iterations=200, learning_rate=0.1)
    _, grads, costs = reference.optimize(W, B, X, Y, num_iterations=201, learning_rate=0.1)
    expected, last_cost = reference.propagate(**before, X=X, Y=Y)

    same_numbers(expected["dw"], grads["dw"])
    assert 3 == len(costs)
    same_numbers(last_cost, costs[2])


def test_predict_is_one_above_the_threshold_and_zero_on_it() -> None:
    """z = (0, 1, 0): 1/2 is not more than 1/2."""
    same_numbers([[0.0, 1.0, 0.0]], reference.predict(W, B, X))


def test_initialize_with_zeros_makes_a_column_and_a_number() -> None:
    w, b = reference.initialize_with_zeros(3)

    same_numbers([[0.0], [0.0], [0.0]], w)
    assert (0.0, float) == (b, type(b))


def test_model_is_its_parts_in_a_row() -> None:
    X_test = np.array([[2.0], [0.5]])
    result = reference.model(X, Y, X_test, np.array([[1]]), num_iterations=150, learning_rate=0.1)
    params, _, costs = reference.optimize(np.zeros((2, 1)), 0.0, X, Y, 150, 0.1)

    same_numbers(params["w"], result["w"])
    same_numbers(costs, result["costs"])
    same_numbers(reference.predict(**params, X=X), result["Y_prediction_train"])
    same_numbers(reference.predict(**params, X=X_test), result["Y_prediction_test"])
    assert (params["b"], 150, 0.1) == (result["b"], result["num_iterations"], result["learning_rate"])


@pytest.mark.parametrize("seed", range(5))
def test_the_gradients_are_the_slopes_of_the_cost(seed: int) -> None:
    """Centred differences: (J(w + e) - J(w - e)) / 2e errs by about e**2 = 1e-10."""
    rng = np.random.default_rng(seed)
    w, b, step = rng.normal(size=(4, 1)), float(rng.normal()), 1e-5
    X, Y = rng.normal(size=(4, 7)), rng.integers(0, 2, (1, 7))

    def cost(w: np.ndarray, b: float) -> float:
        return reference.propagate(w, b, X, Y)[1]

    moves = step * np.eye(4)[..., np.newaxis]  # (4, 4, 1): one entry moved at a time
    slopes = [[(cost(w + move, b) - cost(w - move, b)) / (2 * step)] for move in moves]
    grads, _ = reference.propagate(w, b, X, Y)

    np.testing.assert_allclose(grads["dw"], slopes, atol=1e-8)
    np.testing.assert_allclose(grads["db"], (cost(w, b + step) - cost(w, b - step)) / (2 * step), atol=1e-8)


# far from zero: warnings are errors in these tests, and so are NumPy's


@pytest.fixture
def strict_numpy() -> Any:
    with np.errstate(over="raise", invalid="raise", divide="raise"):
        yield


@pytest.mark.usefixtures("strict_numpy")
@pytest.mark.parametrize(
    ("z", "a"),
    [(0, 0.5), (1, S), (-1, 1 - S), (1000, 1.0), (-1000, 0.0), (40, 1.0), (-700, math.exp(-700)), (-0.0, 0.5)],
)
def test_sigmoid_keeps_its_digits_at_both_ends(z: float, a: float) -> None:
    same_numbers(a, reference.sigmoid(z))
    same_numbers([[a, a]], reference.sigmoid(np.array([[z, z]])))


@pytest.mark.usefixtures("strict_numpy")
def test_sigmoid_mirrors_itself_at_one_half() -> None:
    z = np.linspace(-1000, 1000, 2001)

    same_numbers(1 - reference.sigmoid(z), reference.sigmoid(-z))


@pytest.mark.usefixtures("strict_numpy")
@pytest.mark.parametrize(("z", "label", "cost"), [(1000, 1, 0), (1000, 0, 1000), (-1000, 1, 1000), (-1000, 0, 0)])
def test_the_cost_of_being_sure_is_finite(z: float, label: int, cost: float) -> None:
    """-log sigma(-1000) is 1000, though sigma(-1000) is 0 in floating point."""
    grads, actual = reference.propagate(np.array([[float(z)]]), 0.0, np.array([[1.0]]), np.array([[label]]))

    same_numbers(cost, actual)
    same_numbers([[float(z > 0) - label]], grads["dw"])


@pytest.mark.usefixtures("strict_numpy")
def test_arguments_stay_as_they_are() -> None:
    arguments = W.copy(), X.copy(), Y.copy()
    reference.optimize(W, B, X, Y, num_iterations=3)
    reference.predict(W, B, X)

    assert all(np.array_equal(before, after) for before, after in zip(arguments, (W, X, Y), strict=True))


# the published numbers, on the published pictures


def load(part: str) -> tuple[np.ndarray, np.ndarray]:
    """Return features / 255 in columns, (12288, m), and labels, (1, m)."""
    with h5py.File(ORIGINALS / f"{part}_catvnoncat.h5") as file:
        pictures, labels = file[f"{part}_set_x"][:], file[f"{part}_set_y"][:]
    return pictures.reshape(len(pictures), -1).T / 255, labels[np.newaxis]


@pytest.fixture(scope="module")
def cats() -> dict[str, np.ndarray]:
    if not (ORIGINALS / "train_catvnoncat.h5").exists():
        pytest.skip("the original pictures have no licence and are not in this project")
    (X_train, Y_train), (X_test, Y_test) = load("train"), load("test")
    return {"X_train": X_train, "Y_train": Y_train, "X_test": X_test, "Y_test": Y_test}


@pytest.fixture(scope="module")
def trained(cats: dict[str, np.ndarray]) -> dict[str, Any]:
    return reference.model(**cats, num_iterations=2000, learning_rate=0.005)


def test_the_first_costs_are_the_published_ones(trained: dict[str, Any]) -> None:
    assert [0.693147, 0.584508, 0.466949, 0.376007] == [round(cost, 6) for cost in trained["costs"][:4]]


def test_the_last_cost_is_the_published_one(trained: dict[str, Any]) -> None:
    """To 1e-3: late costs depend a little on the linear algebra library."""
    assert 20 == len(trained["costs"])
    assert pytest.approx(0.140872, abs=1e-3) == trained["costs"][19]


@pytest.mark.parametrize(("part", "accuracy"), [("train", 99.043), ("test", 70.0)])
def test_the_accuracies_are_the_published_ones(
    trained: dict[str, Any], cats: dict[str, np.ndarray], part: str, accuracy: float
) -> None:
    right = trained[f"Y_prediction_{part}"] == cats[f"Y_{part}"]

    assert accuracy == round(100 * float(np.mean(right)), 3)
