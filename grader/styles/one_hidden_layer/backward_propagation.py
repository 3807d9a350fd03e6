"""Right answers to `backward_propagation` in other styles."""

from __future__ import annotations

import sys
from collections import OrderedDict

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import backward_propagation, described

style = Gallery()


style("backward_propagation")(backward_propagation)
style("backward_propagation", "backward_described")(described(backward_propagation))


@style("backward_propagation")
def backward_by_operator(parameters, cache, X, Y):
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dW2 = dZ2 @ cache["A1"].T / m
    db2 = dZ2.sum(axis=1, keepdims=True) / m
    dZ1 = parameters["W2"].T @ dZ2 * (1 - cache["A1"] ** 2)
    dW1 = dZ1 @ X.T / m
    db1 = dZ1.sum(axis=1, keepdims=True) / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


@style("backward_propagation")
def backward_by_means(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = (parameters["W2"].T @ dZ2) * (1 - np.square(cache["A1"]))
    return dict(
        dW2=np.mean(dZ2[:, None, :] * cache["A1"][None, :, :], axis=2),
        db2=np.mean(dZ2, axis=1, keepdims=True),
        dW1=np.mean(dZ1[:, None, :] * X[None, :, :], axis=2),
        db1=np.mean(dZ1, axis=1, keepdims=True),
    )


@style("backward_propagation")
def backward_with_mean_in_the_error(parameters, cache, X, Y):
    dZ2 = (cache["A2"] - Y) / Y.shape[1]
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - cache["A1"]) * (1 + cache["A1"])
    return {
        "dW1": np.dot(dZ1, X.T),
        "db1": np.sum(dZ1, axis=1).reshape(-1, 1),
        "dW2": np.dot(dZ2, cache["A1"].T),
        "db2": np.sum(dZ2, axis=1)[:, np.newaxis],
    }


@style("backward_propagation")
def backward_from_z1(parameters, cache, X, Y):
    m = Y.shape[1]
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) / np.cosh(cache["Z1"]) ** 2
    ones = np.ones((m, 1))
    return {"dW1": dZ1 @ X.T / m, "db1": dZ1 @ ones / m, "dW2": dZ2 @ cache["A1"].T / m, "db2": dZ2 @ ones / m}


@style("backward_propagation")
def backward_by_einsum(parameters, cache, X, Y):
    m = X.shape[1]
    dZ2 = cache["A2"] - Y
    dA1 = np.einsum("yh,ym->hm", parameters["W2"], dZ2)
    dZ1 = np.einsum("hm,hm->hm", dA1, 1 - np.tanh(cache["Z1"]) ** 2)
    return {
        "dW1": np.einsum("hm,xm->hx", dZ1, X) / m,
        "db1": np.einsum("hm->h", dZ1)[:, None] / m,
        "dW2": np.einsum("ym,hm->yh", dZ2, cache["A1"]) / m,
        "db2": np.einsum("ym->y", dZ2)[:, None] / m,
    }


@style("backward_propagation")
def backward_by_examples(parameters, cache, X, Y):
    m = X.shape[1]
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    grads = {"d" + name: np.zeros_like(value) for name, value in parameters.items()}
    for i in range(m):
        x, a1 = X[:, i : i + 1], A1[:, i : i + 1]
        dz2 = A2[:, i : i + 1] - Y[:, i : i + 1]
        dz1 = np.dot(W2.T, dz2) * (1 - a1**2)
        for name, value in zip(("dW1", "db1", "dW2", "db2"), (dz1 @ x.T, dz1, dz2 @ a1.T, dz2)):
            grads[name] += value / m
    return grads


@style("backward_propagation")
def backward_by_loops(parameters, cache, X, Y):
    (n_h, n_x), (n_y, m) = parameters["W1"].shape, Y.shape
    dW1, db1, dW2, db2 = np.zeros((n_h, n_x)), np.zeros((n_h, 1)), np.zeros((n_y, n_h)), np.zeros((n_y, 1))
    for i in range(m):
        errors = [cache["A2"][k, i] - Y[k, i] for k in range(n_y)]
        for k in range(n_y):
            db2[k, 0] += errors[k] / m
            for h in range(n_h):
                dW2[k, h] += errors[k] * cache["A1"][h, i] / m
        for h in range(n_h):
            back = sum(parameters["W2"][k, h] * errors[k] for k in range(n_y)) * (1 - cache["A1"][h, i] ** 2)
            db1[h, 0] += back / m
            for j in range(n_x):
                dW1[h, j] += back * X[j, i] / m
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}


@style("backward_propagation")
def backward_in_rows(parameters, cache, X, Y):
    m = len(X.T)
    error = (cache["A2"] - Y).T
    hidden = error @ parameters["W2"] * (1 - cache["A1"].T ** 2)
    return {
        "dW1": (X @ hidden).T / m,
        "db1": hidden.mean(axis=0, keepdims=True).T,
        "dW2": (cache["A1"] @ error).T / m,
        "db2": error.mean(axis=0, keepdims=True).T,
    }


@style("backward_propagation")
def backward_with_more_keys(parameters, cache, X, Y):
    grads = OrderedDict(reversed(backward_propagation(parameters, cache, X, Y).items()))
    grads["dZ2"] = cache["A2"] - Y
    grads["m"] = X.shape[1]
    return grads


@style("backward_propagation")
def backward_in_single_precision(parameters, cache, X, Y):
    single = {name: value.astype(np.float32) for name, value in (parameters | cache).items()}
    X, Y, m = X.astype(np.float32), Y.astype(np.float32), np.float32(X.shape[1])
    dZ2 = single["A2"] - Y
    dZ1 = single["W2"].T @ dZ2 * (1 - single["A1"] ** 2)
    return {
        "dW1": dZ1 @ X.T / m,
        "db1": dZ1.sum(axis=1, keepdims=True) / m,
        "dW2": dZ2 @ single["A1"].T / m,
        "db2": dZ2.sum(axis=1, keepdims=True) / m,
    }


@style("backward_propagation")
def backward_with_slope_from_the_whole_chain(parameters, cache, X, Y):
    """Go the long way: dL/da2, and a2(1 - a2)."""
    A1, A2, m = cache["A1"], cache["A2"], X.shape[1]
    dA2 = -(Y / A2 - (1 - Y) / (1 - A2))
    dZ2 = dA2 * A2 * (1 - A2)
    dA1 = np.dot(parameters["W2"].T, dZ2)
    dZ1 = dA1 * (1 - A1 * A1)
    assert dZ1.shape == A1.shape
    print("errors", np.abs(dZ2).max(), file=sys.stderr)
    return {
        "dW1": np.dot(dZ1, X.T) * 1.0 / m,
        "db1": np.sum(dZ1, 1, keepdims=True) / float(m),
        "dW2": np.inner(dZ2, A1) / m,
        "db2": np.sum(dZ2, 1, keepdims=True) / float(m),
    }


@style("backward_propagation")
def backward_in_place_on_copies(parameters, cache, X, Y):
    dZ2 = cache["A2"].copy()
    dZ2 -= Y
    slope = cache["A1"] ** 2
    slope *= -1
    slope += 1
    dZ1 = parameters["W2"].T @ dZ2
    dZ1 *= slope
    grads = {"dW1": dZ1 @ X.T, "db1": dZ1.sum(1, keepdims=True), "dW2": dZ2 @ cache["A1"].T}
    grads["db2"] = dZ2.sum(1, keepdims=True)
    for name in grads:
        grads[name] /= X.shape[1]
    return grads
