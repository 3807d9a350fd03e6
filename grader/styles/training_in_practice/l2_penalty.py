"""Right answers to `l2_penalty` in other styles."""

from __future__ import annotations

import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described

style = Gallery()


@style("l2_penalty")
def l2_plainly(W, lambd):
    cost = lambd * np.sum(W**2)
    dW = 2 * lambd * W
    return cost, dW


style("l2_penalty", "l2_described")(described(l2_plainly))
style("l2_penalty", "l2_as_a_lambda")(lambda W, lambd: (lambd * (W * W).sum(), lambd * W * 2))


@style("l2_penalty")
def l2_by_square(W, lambd):
    return lambd * np.sum(np.square(W)), np.multiply(2 * lambd, W)


@style("l2_penalty")
def l2_by_norm(W, lambd):
    return lambd * np.linalg.norm(W) ** 2, lambd * (W + W)


@style("l2_penalty")
def l2_by_frobenius(W, lambd):
    return lambd * np.power(np.linalg.norm(W, "fro"), 2), 2.0 * W * lambd


@style("l2_penalty")
def l2_by_loops(W, lambd):
    total, dW = 0.0, np.zeros(W.shape)
    for i in range(W.shape[0]):
        for j in range(W.shape[1]):
            total += W[i, j] ** 2
            dW[i, j] = 2 * lambd * W[i, j]
    return lambd * total, dW


@style("l2_penalty")
def l2_by_dot(W, lambd):
    w = W.reshape(-1, 1)
    return lambd * np.dot(w.T, w), 2 * lambd * W


@style("l2_penalty")
def l2_by_trace(W, lambd):
    return np.trace(W.T @ W) * lambd, W * (2 * lambd)


@style("l2_penalty")
def l2_by_vdot(W, lambd):
    return float(lambd * np.vdot(W, W)), 2 * (lambd * W)


@style("l2_penalty")
def l2_by_einsum(W, lambd):
    return np.squeeze(lambd * np.einsum("ij,ij->", W, W)), np.einsum("ij->ij", W) * 2 * lambd


@style("l2_penalty")
def l2_by_list(W, lambd):
    return sum(lambd * w * w for w in W.ravel().tolist()), np.array([[2 * lambd * w for w in row] for row in W])


@style("l2_penalty")
def l2_by_copy(W, lambd):
    dW = W.copy()
    dW *= 2 * lambd
    return lambd * np.sum(dW**2) / (4 * lambd**2), dW


@style("l2_penalty")
def l2_kept_in_an_array(W, lambd):
    return np.sum(lambd * W**2, keepdims=True), 2 * lambd * W


@style("l2_penalty")
def l2_in_single_precision(W, lambd):
    W = W.astype(np.float32)
    return np.float32(lambd) * np.sum(W**2), np.float32(2 * lambd) * W


@style("l2_penalty")
def l2_that_warns(W, lambd):
    warnings.warn("weights are large", stacklevel=2)
    print("penalty", file=sys.stderr)
    return lambd * sum(sum(W**2)), 2 * lambd * W
