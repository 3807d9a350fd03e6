"""Right answers to `compute_cost` in other styles."""

from __future__ import annotations

import math
import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import compute_cost, described

style = Gallery()


style("compute_cost")(compute_cost)
style("compute_cost", "cost_described")(described(compute_cost))
style("compute_cost", "cost_as_a_lambda")(lambda A2, Y: -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)).mean())


@style("compute_cost")
def cost_by_dot(A2, Y):
    m = Y.shape[1]
    return -(np.dot(Y, np.log(A2).T) + np.dot(1 - Y, np.log(1 - A2).T)) / m


@style("compute_cost")
def cost_squeezed(A2, Y):
    m = Y.shape[1]
    cost = -1 / m * (Y @ np.log(A2).T + (1 - Y) @ np.log(1 - A2).T)
    return np.squeeze(cost)


@style("compute_cost")
def cost_kept_in_an_array(A2, Y):
    return np.mean(-Y * np.log(A2) - (1 - Y) * np.log(1 - A2), axis=1)


@style("compute_cost")
def cost_by_loops(A2, Y):
    m, total = Y.shape[1], 0.0
    for i in range(m):
        total -= Y[0, i] * math.log(A2[0, i]) + (1 - Y[0, i]) * math.log(1 - A2[0, i])
    return total / m


@style("compute_cost")
def cost_by_zip(A2, Y):
    losses = [-math.log(a if y == 1 else 1 - a) for a, y in zip(A2.ravel(), Y.ravel())]
    return sum(losses) / len(losses)


@style("compute_cost")
def cost_by_where(A2, Y):
    return -np.log(np.where(Y == 1, A2, 1 - A2)).mean()


@style("compute_cost")
def cost_by_masks(A2, Y):
    return -(np.log(A2[Y == 1]).sum() + np.log(1 - A2[Y == 0]).sum()) / Y.size


@style("compute_cost")
def cost_by_likelihood(A2, Y):
    return -np.log(np.prod(A2**Y * (1 - A2) ** (1 - Y))) / Y.shape[1]


@style("compute_cost")
def cost_by_distance(A2, Y):
    return float(-np.average(np.log(1 - np.abs(A2 - Y))))


@style("compute_cost")
def cost_with_epsilon(A2, Y):
    epsilon = 1e-8
    m = Y.shape[1]
    return -np.sum(Y * np.log(A2 + epsilon) + (1 - Y) * np.log(1 - A2 + epsilon)) / m


@style("compute_cost")
def cost_clipped(A2, Y):
    A2 = np.clip(A2, 1e-12, 1 - 1e-12)
    return -np.sum(Y * np.log(A2) + (1 - Y) * np.log(1 - A2)) / A2.shape[1]


@style("compute_cost")
def cost_by_log1p(A2, Y):
    return -np.einsum("ym,ym->", Y, np.log(A2)) / Y.size - np.einsum("ym,ym->", 1 - Y, np.log1p(-A2)) / Y.size


@style("compute_cost")
def cost_in_single_precision(A2, Y):
    A2 = A2.astype(np.float32)
    return -np.mean(Y.astype(np.float32) * np.log(A2) + (1 - Y).astype(np.float32) * np.log(1 - A2))


@style("compute_cost")
def cost_from_scores(A2, Y):
    Z2 = np.log(A2 / (1 - A2))
    print("scores", Z2, file=sys.stderr)
    return np.mean(np.logaddexp(0, Z2) - Y * Z2)
