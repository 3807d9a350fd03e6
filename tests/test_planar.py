"""Points in the plane: the flower's own recipe, four further sets, and the straight line that fails on them."""

from __future__ import annotations

import builtins
import sys
from typing import Any

import numpy as np
import pytest

from helpers import planar
from helpers.errors import DataError


def by_the_recipe(seed: int) -> tuple[np.ndarray, np.ndarray]:
    """The flower point by point, as the recipe reads."""
    np.random.seed(seed)
    X, Y = np.zeros((400, 2)), np.zeros((400, 1))
    for j in range(2):
        some = range(200 * j, 200 * (j + 1))
        t = np.linspace(j * 3.12, (j + 1) * 3.12, 200) + np.random.randn(200) * 0.2
        r = 4 * np.sin(4 * t) + np.random.randn(200) * 0.2
        X[some], Y[some] = np.c_[r * np.sin(t), r * np.cos(t)], j
    return X.T, Y.T


@pytest.mark.parametrize("seed", [1, 7])
def test_flower_is_made_by_the_recipe(seed: int) -> None:
    """To the last bit, so that the published numbers can be reproduced."""
    X, Y = planar.flower(seed)
    want_X, want_Y = by_the_recipe(seed)

    assert np.array_equal(want_X, X)
    assert np.array_equal(want_Y, Y)


def test_flower_of_another_size() -> None:
    """Half of the points have each label."""
    X, Y = planar.flower(m=60)

    assert (2, 60) == X.shape
    assert (1, 60) == Y.shape
    assert 30 == Y.sum()


def test_flower_leaves_numpys_own_generator_alone() -> None:
    """A student's seed keeps its meaning."""
    np.random.seed(3)
    wanted = np.random.randn()
    np.random.seed(3)
    planar.flower()

    assert wanted == np.random.randn()


def test_the_best_straight_line_fails_on_the_flower() -> None:
    """As published: 47 % of the points."""
    X, Y = planar.flower()
    w, b = planar.straight_line(X, Y)

    assert 0.47 == np.mean((w.T @ X + b > 0) == Y)


def test_straight_line_is_where_gradient_descent_ends() -> None:
    """There the gradient of the cost is zero, in w and in b."""
    rng = np.random.default_rng(0)
    X = rng.normal(size=(3, 50))
    Y = (X[:1] + rng.normal(size=(1, 50)) > 0.2).astype(int)
    w, b = planar.straight_line(X, Y)
    error = planar.sigmoid(w.T @ X + b) - Y

    assert (3, 1) == w.shape
    assert np.allclose(0, X @ error.T / 50)
    assert abs(error.mean()) < 1e-9


def test_straight_line_between_points_that_can_be_parted() -> None:
    """The best weights are infinite; finite ones that part the points are given."""
    X = np.array([[-2.0, -1.0, 1.0, 2.0]])
    Y = np.array([[0, 0, 1, 1]])
    w, b = planar.straight_line(X, Y)

    assert np.all(np.isfinite(w))
    assert np.array_equal(Y, w.T @ X + b > 0)


def test_sigmoid_by_hand() -> None:
    """The values of 1 / (1 + e^-z), in the shape of z, also far out."""
    z = np.array([[-1000.0, -2.0, 0.0], [0.5, 3.0, 1000.0]])

    assert np.allclose(1 / (1 + np.exp(-z[:, 1:2])), planar.sigmoid(z)[:, 1:2])
    assert z.shape == planar.sigmoid(z).shape
    assert [0, 0.5, 1] == [planar.sigmoid(-1000), planar.sigmoid(0), planar.sigmoid(1000)]


@pytest.mark.parametrize("name", planar.MORE_SETS)
def test_further_sets(name: str) -> None:
    """A point a column, labels 0 and 1, the same for the same seed, another for another."""
    pytest.importorskip("sklearn")
    X, Y = planar.more_points(name, m=120)

    assert (2, 120) == X.shape
    assert (1, 120) == Y.shape
    assert [0, 1] == np.unique(Y).tolist()
    assert np.array_equal(X, planar.more_points(name, m=120)[0])
    assert not np.array_equal(X, planar.more_points(name, seed=2, m=120)[0])


def test_unknown_set() -> None:
    with pytest.raises(DataError, match=r'no set of points "spiral"; choose one of: moons, circles, blobs, rings\.'):
        planar.more_points("spiral")


def test_without_scikit_learn(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is missing is named, with the command that brings it."""
    real = builtins.__import__

    def refuse(name: str, *more: Any) -> Any:
        if name.startswith("sklearn"):
            raise ImportError(name)
        return real(name, *more)

    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(DataError, match="run `pip install scikit-learn`"):
        planar.more_points("moons")


def test_the_flower_does_not_wait_for_scikit_learn() -> None:
    """It is imported where it is needed only."""
    import subprocess

    code = "import sys; from helpers import planar; planar.flower(); print('sklearn' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "False" == result.stdout.strip()
