"""Right answers to `l1_penalty` in other styles."""

from __future__ import annotations

import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described

style = Gallery()


@style("l1_penalty")
def l1_plainly(W, lambd):
    cost = lambd * np.sum(np.abs(W))
    dW = lambd * np.sign(W)
    return cost, dW


style("l1_penalty", "l1_described")(described(l1_plainly))
style("l1_penalty", "l1_as_a_lambda")(lambda W, lambd: (lambd * abs(W).sum(), np.sign(W) * lambd))


@style("l1_penalty")
def l1_by_where(W, lambd):
    dW = np.where(W > 0, lambd, np.where(W < 0, -lambd, 0.0))
    return np.sum(np.where(W > 0, W, -W)) * lambd, dW


@style("l1_penalty")
def l1_by_comparisons(W, lambd):
    return lambd * np.abs(W).sum(), lambd * ((W > 0).astype(float) - (W < 0).astype(float))


@style("l1_penalty")
def l1_by_masks(W, lambd):
    dW = np.zeros_like(W)
    dW[W > 0] = lambd
    dW[W < 0] = -lambd
    return lambd * (W[W > 0].sum() - W[W < 0].sum()), dW


@style("l1_penalty")
def l1_by_loops(W, lambd):
    total, dW = 0, np.zeros(W.shape)
    for i, row in enumerate(W):
        for j, w in enumerate(row):
            total += abs(w)
            if w != 0:
                dW[i, j] = lambd * w / abs(w)
    return lambd * total, dW


@style("l1_penalty")
def l1_by_sign_product(W, lambd):
    signs = np.sign(W)
    return lambd * np.sum(signs * W), lambd * signs


@style("l1_penalty")
def l1_by_norm(W, lambd):
    return lambd * np.linalg.norm(W.ravel(), 1), np.multiply(lambd, np.sign(W))


@style("l1_penalty")
def l1_by_root(W, lambd):
    return lambd * np.sum(np.sqrt(W**2)), np.copysign(lambd, W) * (W != 0)


@style("l1_penalty")
def l1_by_division(W, lambd):
    sizes = np.abs(W)
    dW = np.divide(lambd * W, sizes, out=np.zeros_like(W), where=sizes > 0)
    return lambd * sizes.sum(), dW


@style("l1_penalty")
def l1_by_nan(W, lambd):
    return np.fabs(W).sum() * lambd, np.nan_to_num(lambd * W / np.abs(W))


@style("l1_penalty")
def l1_by_maximum(W, lambd):
    return lambd * np.sum(np.maximum(W, -W)), lambd * np.clip(W * 1e6, -1, 1)


@style("l1_penalty")
def l1_by_list(W, lambd):
    cost = sum(lambd * abs(w) for w in W.flatten())
    return cost, np.array([[lambd * int(np.sign(w)) for w in row] for row in W])


@style("l1_penalty")
def l1_kept_in_an_array(W, lambd):
    return np.array([lambd * np.abs(W).sum()]), lambd * np.sign(W)


@style("l1_penalty")
def l1_in_single_precision(W, lambd):
    W = W.astype(np.float32)
    return np.float32(lambd) * np.abs(W).sum(), np.float32(lambd) * np.sign(W)


@style("l1_penalty")
def l1_that_warns(W, lambd):
    warnings.warn("weights are large", stacklevel=2)
    print("penalty", file=sys.stderr)
    return np.squeeze(lambd * sum(sum(abs(W)))), lambd * np.heaviside(W, 0.5) * 2 - lambd
