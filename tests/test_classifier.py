"""The network of lesson 07: its steps are gradient descent, it learns, and a penalty's pull ends at zero."""

from __future__ import annotations

from functools import partial

import numpy as np
import pytest

from helpers import classifier, planar
from helpers.classifier import Classifier
from helpers.reference.training_in_practice import (
    cross_entropy,
    l1_penalty,
    l2_penalty,
    one_hot,
    random_mini_batches,
)

BOTH = Classifier(cross_entropy, random_mini_batches)
X, LABELS = planar.more_points("moons", m=60)
Y = one_hot(LABELS, 2)


def cost_of(layers: classifier.Layers) -> float:
    return cross_entropy(classifier.scores(layers, X), Y)[0]


def nudged(layers: classifier.Layers, layer: int, part: int, place: tuple[int, ...], by: float) -> classifier.Layers:
    moved = [(W.copy(), b.copy()) for W, b in layers]
    moved[layer][part][place] += by
    return moved


@pytest.mark.parametrize("hidden", [[], [5], [20, 15, 10]])
def test_a_step_with_all_examples_goes_down_the_measured_slope(hidden: list[int]) -> None:
    before = classifier.start([2, *hidden, 2], np.random.default_rng(classifier.SEED))
    after = BOTH.train(X, Y, hidden, epochs=1, learning_rate=0.01, mini_batch_size=60).layers
    for layer, pair in enumerate(before):
        for part, array in enumerate(pair):
            place = (0, 0)
            costs = [cost_of(nudged(before, layer, part, place, by)) for by in (1e-6, -1e-6)]
            slope = (costs[0] - costs[1]) / 2e-6

            assert -0.01 * slope == pytest.approx(after[layer][part][place] - array[place], rel=1e-5, abs=1e-9)


def test_it_learns_the_moons_and_notes_each_epoch() -> None:
    trained = BOTH.train(X, Y, [16], epochs=600, learning_rate=0.3, note=True)

    assert trained.share_right(X, LABELS) > 0.95
    assert [(0, 0.0), (1200, trained.noted[-1].seconds)] == [trained.noted[at][:2] for at in (0, -1)]
    assert cost_of(trained.layers) == pytest.approx(trained.noted[-1].cost)
    assert (16 * 2 + 16) + (2 * 16 + 2) == trained.size


def test_the_same_seed_trains_the_same_network() -> None:
    one, again, other = (BOTH.train(X, Y, [3], epochs=2, seed=seed).layers[0][0] for seed in (1, 1, 2))

    assert np.array_equal(one, again)
    assert not np.array_equal(one, other)


def test_answers_are_a_row_of_classes() -> None:
    answers = BOTH.train(X, Y, epochs=3).answers(X)

    assert (1, 60) == answers.shape
    assert set(answers.ravel()) <= {0, 1}


@pytest.mark.parametrize(("penalty", "none"), [(l1_penalty, False), (l2_penalty, True)])
def test_l1_makes_zeros_and_l2_makes_none(penalty, none) -> None:
    useless = np.vstack([X, np.random.default_rng(0).normal(size=(20, 60)) * 0.01])
    weights = BOTH.train(useless, Y, epochs=100, penalty=partial(penalty, lambd=0.02)).layers[0][0]

    assert none == bool(np.all(weights != 0))


def test_a_pull_ends_at_zero_from_either_side() -> None:
    W = np.array([[0.5, -0.5, 0.01, -0.01, 0.0]])

    came = classifier.pulled(W, partial(l1_penalty, lambd=1.0), 0.1)

    np.testing.assert_allclose(came, [[0.4, -0.4, 0, 0, 0]], atol=1e-15)


def test_a_rate_that_is_far_too_large_ends_without_a_word() -> None:
    trained = BOTH.train(X * 1e3, Y, [8], epochs=5, learning_rate=1e6, note=True)

    assert (1, 60) == trained.answers(X).shape
