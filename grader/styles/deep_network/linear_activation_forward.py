"""Right answers to `linear_activation_forward` in other styles."""

from __future__ import annotations

import sys
import warnings
from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import described, linear_activation_forward, linear_forward, relu, sigmoid

style = Gallery()

Layer = namedtuple("Layer", "linear_cache activation_cache")
ACTIVATIONS = {"sigmoid": sigmoid, "relu": relu}


style("linear_activation_forward")(linear_activation_forward)
style("linear_activation_forward", "activated_described")(described(linear_activation_forward))
style("linear_activation_forward", "activated_as_a_lambda")(
    lambda A_prev, W, b, activation: (
        ACTIVATIONS[activation](W @ A_prev + b)[0],
        (linear_forward(A_prev, W, b)[1], W @ A_prev + b),
    )
)


@style("linear_activation_forward")
def activated_by_table(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = {"sigmoid": sigmoid, "relu": relu}[activation](Z)
    return A, (linear_cache, activation_cache)


@style("linear_activation_forward")
def activated_by_conditional(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = relu(Z) if activation == "relu" else sigmoid(Z)
    return A, (linear_cache, activation_cache)


@style("linear_activation_forward")
def activated_with_early_return(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A, Z = sigmoid(Z)
        return A, (linear_cache, Z)
    if activation == "relu":
        A, Z = relu(Z)
        return A, (linear_cache, Z)
    raise ValueError(activation)


@style("linear_activation_forward")
def activated_by_match(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    match activation:
        case "sigmoid":
            activated = sigmoid(Z)
        case "relu":
            activated = relu(Z)
    return activated[0], (linear_cache, activated[1])


@style("linear_activation_forward")
def activated_by_membership(A_prev, W, b, activation):
    linear = linear_forward(A_prev, W, b)
    g = sigmoid if activation.lower() in ("sigmoid", "sigma") else relu
    activated = g(linear[0])
    cache = (linear[1], activated[1])
    return activated[0], cache


@style("linear_activation_forward")
def activated_by_its_own_formulas(A_prev, W, b, activation):
    Z = np.dot(W, A_prev) + b
    if activation == "sigmoid":
        A = 1 / (1 + np.exp(-Z))
    else:
        A = np.maximum(0, Z)
    return A, ((A_prev, W, b), Z)


@style("linear_activation_forward")
def activated_by_where(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = np.where(Z > 0, Z, 0) if activation == "relu" else np.exp(Z) / (1 + np.exp(Z))
    return A, (linear_cache, Z)


@style("linear_activation_forward")
def activated_by_mask(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = Z * (Z > 0) if activation == "relu" else sigmoid(Z)[0]
    return A, (linear_cache, Z)


@style("linear_activation_forward")
def activated_by_absolute_value(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = (Z + np.abs(Z)) / 2 if activation == "relu" else (1 + np.tanh(Z / 2)) / 2
    return A, (linear_cache, Z)


@style("linear_activation_forward")
def activated_on_a_copy(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == "sigmoid":
        A = np.reciprocal(1.0 + np.exp(-Z))
    else:
        A = Z.copy()
        A[A < 0] = 0
    return A, (linear_cache, Z)


@style("linear_activation_forward")
def activated_by_loops(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = np.zeros(Z.shape)
    for i in range(Z.shape[0]):
        for k in range(Z.shape[1]):
            A[i, k] = max(0.0, Z[i, k]) if activation == "relu" else 1 / (1 + np.exp(-Z[i, k]))
    return A, (linear_cache, Z)


@style("linear_activation_forward")
def activated_by_vectorize(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    g = np.vectorize(lambda z: max(z, 0.0)) if activation == "relu" else np.vectorize(lambda z: sigmoid(z)[0])
    return g(Z), (linear_cache, Z)


@style("linear_activation_forward")
def activated_by_clip(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = Z.clip(min=0) if activation == "relu" else 1 / (1 + np.exp(-np.clip(Z, -500, 500)))
    print(activation, A.mean())
    return A, (linear_cache, Z)


@style("linear_activation_forward")
def activated_with_a_named_cache(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = ACTIVATIONS[activation](Z)
    warnings.warn("a slow machine", stacklevel=2)
    return A, Layer(linear_cache, activation_cache)


@style("linear_activation_forward")
def activated_by_globals(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = eval(activation)(Z)
    print("activation", activation, file=sys.stderr)
    return A, (linear_cache, activation_cache)


@style("linear_activation_forward")
def activated_in_single_precision(A_prev, W, b, activation):
    A_prev, W, b = (array.astype(np.float32) for array in (A_prev, W, b))
    return linear_activation_forward(A_prev, W, b, activation)


@style("linear_activation_forward")
def activated_with_lists_for_caches(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = ACTIVATIONS[activation](Z)
    return A, [list(linear_cache), activation_cache]
