"""The right answers of lesson 00: by hand, and against what NumPy really does."""

from __future__ import annotations

import numpy as np
import pytest

from helpers.reference import logistic_regression
from helpers.reference import warm_up as reference

SIZES = [(3, 5), (12, 7), (4, 400)]
X = np.array([[1.0, 3.0, 5.0], [2.0, 2.0, 8.0]])  # (n_x, m)


def test_as_column_stands_the_numbers_up() -> None:
    assert [[1.0], [2.0], [3.0]] == reference.as_column(np.array([1.0, 2.0, 3.0])).tolist()


@pytest.mark.parametrize(("n", "m"), SIZES)
def test_the_predicted_shapes_are_those_that_numpy_makes(n: int, m: int) -> None:
    X, w, v = np.ones((n, m)), np.ones((n, 1)), np.ones(n)
    made = {
        "turned": X.T,
        "gram": X @ X.T,
        "products": w.T @ X,
        "example": X[:, 0],
        "kept": X[:, :1],
        "sums": X.sum(axis=0),
        "kept_sums": X.sum(axis=1, keepdims=True),
        "flat": v.T,
    }

    assert {name: array.shape for name, array in made.items()} == reference.predict_shapes(n, m)


@pytest.mark.parametrize(("n", "m"), SIZES)
def test_the_predicted_broadcasts_are_those_that_numpy_makes(n: int, m: int) -> None:
    X, column, row, v, u = (np.ones(shape) for shape in ((n, m), (n, 1), (1, m), n, m))
    lines = {
        "with_column": lambda: X + column,
        "with_row": lambda: X * row,
        "grid": lambda: column + row,
        "with_u": lambda: X + u,
        "with_v": lambda: X + v,
        "trap": lambda: column - v,
        "turned": lambda: X + X.T,
        "pairs": lambda: row - row.T,
    }
    predicted = reference.predict_broadcasts(n, m)

    assert list(lines) == list(predicted)
    for name, line in lines.items():
        if predicted[name] == reference.REFUSED:
            with pytest.raises(ValueError, match="broadcast"):
                line()
        else:
            assert predicted[name] == line().shape


def test_standardise_gives_the_numbers_worked_by_hand() -> None:
    """Row 1: mean 3, deviations -2, 0, 2, variance 8/3. Row 2: mean 4, deviations -2, -2, 4, variance 8."""
    wanted = np.array([[-2, 0, 2] / np.sqrt(8 / 3), [-2, -2, 4] / np.sqrt(8)])

    np.testing.assert_allclose(reference.standardise(X), wanted, rtol=1e-14, atol=1e-15)


def test_dot_adds_up_the_products() -> None:
    assert 1 * 3 + 2 * 4 - 0.5 * 2 == reference.dot(np.array([[1.0], [2.0], [-0.5]]), np.array([[3.0], [4.0], [2.0]]))


def test_scores_gives_the_numbers_worked_by_hand() -> None:
    """w.T X = (1 * 1 - 1/2 * 2, 3 - 1, 5 - 4) = (0, 2, 1)."""
    assert [[0.5, 2.5, 1.5]] == reference.scores(np.array([[1.0], [-0.5]]), 0.5, X).tolist()


def test_gradients_gives_the_numbers_worked_by_hand() -> None:
    """With dZ = (-1, 0, 1/2): X dZ.T = (-1 + 5/2, -2 + 4) = (3/2, 2), and the sum of dZ is -1/2; all over 3."""
    dw, db = reference.gradients(X, np.array([[-1.0, 0.0, 0.5]]))

    np.testing.assert_allclose(dw, [[1.5 / 3], [2 / 3]], rtol=1e-14)
    assert -0.5 / 3 == pytest.approx(db, rel=1e-14)


def test_scores_and_gradients_are_the_two_halves_of_logistic_regression() -> None:
    rng = np.random.default_rng(0)
    w, b, Y = rng.normal(size=(2, 1)), 0.3, np.array([[1, 0, 1]])
    grads, _ = logistic_regression.propagate(w, b, X, Y)
    dw, db = reference.gradients(X, logistic_regression.sigmoid(reference.scores(w, b, X)) - Y)

    np.testing.assert_allclose(dw, grads["dw"], rtol=1e-12)
    assert grads["db"] == pytest.approx(db, rel=1e-12)
