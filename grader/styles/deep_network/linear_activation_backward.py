"""Right answers to `linear_activation_backward` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import (
    described,
    linear_activation_backward,
    linear_backward,
    relu,
    relu_backward,
    sigmoid,
    sigmoid_backward,
)

style = Gallery()


style("linear_activation_backward")(linear_activation_backward)
style("linear_activation_backward", "activation_backward_described")(described(linear_activation_backward))
style("linear_activation_backward", "activation_backward_as_a_lambda")(
    lambda dA, cache, activation: linear_backward(
        (relu_backward if activation == "relu" else sigmoid_backward)(dA, cache[1]), cache[0]
    )
)


@style("linear_activation_backward")
def activation_backward_by_table(dA, cache, activation):
    backward = {"relu": relu_backward, "sigmoid": sigmoid_backward}
    return linear_backward(backward[activation](dA, cache[1]), cache[0])


@style("linear_activation_backward")
def activation_backward_by_match(dA, cache, activation):
    linear_cache, Z = cache
    match activation:
        case "relu":
            return linear_backward(relu_backward(dA, Z), linear_cache)
        case "sigmoid":
            return linear_backward(sigmoid_backward(dA, Z), linear_cache)
    raise ValueError(activation)


@style("linear_activation_backward")
def activation_backward_by_mask(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        dZ = dA * (Z > 0)
    if activation == "sigmoid":
        s = 1 / (1 + np.exp(-Z))
        dZ = dA * s * (1 - s)
    return linear_backward(dZ, linear_cache)


@style("linear_activation_backward")
def activation_backward_by_copy(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        dZ = np.array(dA, copy=True)
        dZ[Z <= 0] = 0
    else:
        dZ = sigmoid_backward(dA, Z)
    return linear_backward(dZ, linear_cache)


@style("linear_activation_backward")
def activation_backward_by_where(dA, cache, activation):
    linear_cache, Z = cache
    slope = np.where(Z > 0, 1, 0) if activation == "relu" else np.exp(-Z) / np.square(1 + np.exp(-Z))
    return linear_backward(np.multiply(dA, slope), linear_cache)


@style("linear_activation_backward")
def activation_backward_by_value(dA, cache, activation):
    """Take the slope from A, which is made of the cache once more."""
    linear_cache, Z = cache
    A, _ = relu(Z) if activation == "relu" else sigmoid(Z)
    dZ = dA * np.sign(A) if activation == "relu" else dA * (A - A**2)
    return linear_backward(dZ, linear_cache)


@style("linear_activation_backward")
def activation_backward_by_heaviside(dA, cache, activation):
    linear_cache, Z = cache
    dZ = dA * np.heaviside(Z, 0) if activation == "relu" else dA / (2 + 2 * np.cosh(Z))
    return linear_backward(dZ, linear_cache)


@style("linear_activation_backward")
def activation_backward_from_linear_cache(dA, cache, activation):
    A_prev, W, b = cache[0]
    Z = W @ A_prev + b
    dZ = relu_backward(dA, Z) if activation == "relu" else sigmoid_backward(dA, Z)
    return linear_backward(dZ, (A_prev, W, b))


@style("linear_activation_backward")
def activation_backward_without_linear_backward(dA, cache, activation):
    (A_prev, W, b), Z = cache
    m = A_prev.shape[1]
    dZ = relu_backward(dA, Z) if activation == "relu" else sigmoid_backward(dA, Z)
    return W.T @ dZ, dZ @ A_prev.T / m, dZ.mean(axis=1, keepdims=True)


@style("linear_activation_backward")
def activation_backward_by_elements(dA, cache, activation):
    linear_cache, Z = cache
    dZ = np.zeros_like(dA)
    for i in range(Z.shape[0]):
        for j in range(Z.shape[1]):
            if activation == "relu":
                dZ[i, j] = dA[i, j] if Z[i, j] > 0 else 0
            else:
                s = sigmoid(Z[i, j])[0]
                dZ[i, j] = dA[i, j] * s * (1 - s)
    return linear_backward(dZ, linear_cache)


@style("linear_activation_backward")
def activation_backward_in_single_precision(dA, cache, activation):
    (A_prev, W, b), Z = cache
    linear_cache = A_prev.astype(np.float32), W.astype(np.float32), b.astype(np.float32)
    dA, Z = np.float32(dA), np.float32(Z)
    dZ = dA * (Z > 0) if activation == "relu" else sigmoid_backward(dA, Z)
    return linear_backward(dZ, linear_cache)


@style("linear_activation_backward")
def activation_backward_with_inner_function(dA, cache, activation="relu"):
    def slope(Z):
        if "relu" in activation:
            return (Z > 0).astype(int)
        a = sigmoid(Z)[0]
        return a * (1 - a)

    dA_prev, dW, db = linear_backward(dA * slope(cache[1]), cache[0])
    return dA_prev, dW, db


@style("linear_activation_backward")
def activation_backward_that_prints(dA, cache, activation):
    linear_cache, activation_cache = cache
    print(activation, dA.shape)
    print("sizes", [array.shape for array in linear_cache], file=sys.stderr)
    if activation != "sigmoid":
        dZ = relu_backward(dA, activation_cache)
    else:
        dZ = sigmoid_backward(dA, activation_cache)
    assert dZ.shape == activation_cache.shape
    gradients = linear_backward(dZ, linear_cache)
    return gradients[0], gradients[1], gradients[2]
