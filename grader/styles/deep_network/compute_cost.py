"""Right answers to `compute_cost` in other styles."""

from __future__ import annotations

import math
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import compute_cost, described

style = Gallery()


style("compute_cost")(compute_cost)
style("compute_cost", "cost_described")(described(compute_cost))
style("compute_cost", "cost_as_a_lambda")(lambda AL, Y: -(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)).sum() / Y.shape[1])


@style("compute_cost")
def cost_by_mean(AL, Y):
    return -np.mean(Y * np.log(AL) + (1 - Y) * np.log(1 - AL))


@style("compute_cost")
def cost_by_dot(AL, Y):
    m = Y.shape[1]
    cost = -1 / m * (np.dot(Y, np.log(AL).T) + np.dot(1 - Y, np.log(1 - AL).T))
    cost = np.squeeze(cost)
    assert cost.shape == ()
    return cost


@style("compute_cost")
def cost_by_operator(AL, Y):
    m = AL.shape[1]
    return -(Y @ np.log(AL).T + (1 - Y) @ np.log(1 - AL).T) / m


@style("compute_cost")
def cost_by_axes(AL, Y):
    losses = -Y * np.log(AL) - (1 - Y) * np.log(1 - AL)
    return losses.sum(axis=0).mean()


@style("compute_cost")
def cost_kept_in_an_array(AL, Y):
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL), axis=1, keepdims=True) / Y.shape[1]


@style("compute_cost")
def cost_by_loops(AL, Y):
    n_y, m = Y.shape
    total = 0
    for k in range(n_y):
        for i in range(m):
            total += Y[k, i] * math.log(AL[k, i]) + (1 - Y[k, i]) * math.log(1 - AL[k, i])
    return -total / m


@style("compute_cost")
def cost_by_zip(AL, Y):
    losses = [-math.log(a if y else 1 - a) for a, y in zip(AL.ravel(), Y.ravel())]
    return math.fsum(losses) / AL.shape[1]


@style("compute_cost")
def cost_by_where(AL, Y):
    return -np.log(np.where(Y == 1, AL, 1 - AL)).sum() / Y.shape[1]


@style("compute_cost")
def cost_by_masks(AL, Y):
    return -(np.log(AL[Y == 1]).sum() + np.log(1 - AL[Y == 0]).sum()) / Y.shape[1]


@style("compute_cost")
def cost_by_likelihood(AL, Y):
    return -np.log(np.prod(AL**Y * (1 - AL) ** (1 - Y))) / Y.shape[1]


@style("compute_cost")
def cost_by_distance(AL, Y):
    return float(np.sum(-np.log1p(-np.abs(AL - Y))) / Y.shape[1])


@style("compute_cost")
def cost_by_einsum(AL, Y):
    of_ones = np.einsum("km,km->", Y.astype(float), np.log(AL))
    of_zeros = np.einsum("km,km->", 1.0 - Y, np.log(1 - AL))
    return -(of_ones + of_zeros) / Y.shape[1]


@style("compute_cost")
def cost_with_epsilon(AL, Y):
    epsilon = 1e-8
    m = Y.shape[1]
    return -np.sum(Y * np.log(AL + epsilon) + (1 - Y) * np.log(1 - AL + epsilon)) / m


@style("compute_cost")
def cost_clipped(AL, Y):
    AL = np.clip(AL, 1e-12, 1 - 1e-12)
    warnings.warn("clipped", stacklevel=2)
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / AL.shape[1]


@style("compute_cost")
def cost_by_vdot(AL, Y):
    return -(np.vdot(Y, np.log(AL)) + np.vdot(1 - Y, np.log(1 - AL))) / Y.shape[-1]


@style("compute_cost")
def cost_by_python_sum(AL, Y):
    Y, AL = Y.tolist()[0], AL.tolist()[0]
    return sum(-y * math.log(a) - (1 - y) * math.log(1 - a) for y, a in zip(Y, AL)) / len(Y)


@style("compute_cost")
def cost_in_single_precision(AL, Y):
    AL, Y = AL.astype(np.float32), Y.astype(np.float32)
    return -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / Y.shape[1]


@style("compute_cost")
def cost_from_scores(AL, Y):
    ZL = np.log(AL / (1 - AL))
    print("scores", ZL, file=sys.stderr)
    return np.sum(np.logaddexp(0, ZL) - Y * ZL) / Y.shape[1]
