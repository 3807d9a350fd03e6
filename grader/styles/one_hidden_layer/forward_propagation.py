"""Right answers to `forward_propagation` in other styles."""

from __future__ import annotations

import math
import warnings
from collections import OrderedDict

import numpy as np

from grader.styles import Gallery
from grader.styles.one_hidden_layer.right import described, forward_propagation, sigmoid

style = Gallery()


style("forward_propagation")(forward_propagation)
style("forward_propagation", "forward_described")(described(forward_propagation))


@style("forward_propagation")
def forward_by_operator(X, parameters):
    W1, b1, W2, b2 = parameters["W1"], parameters["b1"], parameters["W2"], parameters["b2"]
    Z1 = W1 @ X + b1
    A1 = np.tanh(Z1)
    Z2 = W2 @ A1 + b2
    A2 = 1 / (1 + np.exp(-Z2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@style("forward_propagation")
def forward_by_values(X, parameters):
    W1, b1, W2, b2 = parameters.values()
    Z1 = np.matmul(W1, X) + b1
    A1 = np.sinh(Z1) / np.cosh(Z1)
    Z2 = np.matmul(W2, A1) + b2
    A2 = sigmoid(Z2)
    return A2, dict(A2=A2, Z2=Z2, A1=A1, Z1=Z1)


@style("forward_propagation")
def forward_by_exponentials(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = (np.exp(Z1) - np.exp(-Z1)) / (np.exp(Z1) + np.exp(-Z1))
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = np.exp(Z2) / (1 + np.exp(Z2))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@style("forward_propagation")
def forward_by_sigmoids(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = 2 * sigmoid(2 * Z1) - 1
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = (1 + np.tanh(Z2 / 2)) / 2
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@style("forward_propagation")
def forward_by_einsum(X, parameters):
    Z1 = np.einsum("hx,xm->hm", parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.einsum("yh,hm->ym", parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@style("forward_propagation")
def forward_by_loops(X, parameters):
    n_h, n_x = parameters["W1"].shape
    n_y, m = parameters["W2"].shape[0], X.shape[1]
    Z1, A1, Z2, A2 = np.zeros((n_h, m)), np.zeros((n_h, m)), np.zeros((n_y, m)), np.zeros((n_y, m))
    for i in range(m):
        for h in range(n_h):
            Z1[h, i] = sum(parameters["W1"][h, j] * X[j, i] for j in range(n_x)) + parameters["b1"][h, 0]
            A1[h, i] = math.tanh(Z1[h, i])
        for k in range(n_y):
            Z2[k, i] = sum(parameters["W2"][k, h] * A1[h, i] for h in range(n_h)) + parameters["b2"][k, 0]
            A2[k, i] = 1 / (1 + math.exp(-Z2[k, i]))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@style("forward_propagation")
def forward_by_examples(X, parameters):
    columns = []
    for x in X.T:
        z1 = parameters["W1"] @ x[:, None] + parameters["b1"]
        z2 = parameters["W2"] @ np.tanh(z1) + parameters["b2"]
        columns.append((z1, np.tanh(z1), z2, sigmoid(z2)))
    Z1, A1, Z2, A2 = (np.hstack(part) for part in zip(*columns))
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@style("forward_propagation")
def forward_in_rows(X, parameters):
    Z1 = X.T.dot(parameters["W1"].T) + parameters["b1"].T
    A1 = np.tanh(Z1)
    Z2 = A1.dot(parameters["W2"].T) + parameters["b2"].T
    A2 = sigmoid(Z2)
    return A2.T, {"Z1": Z1.T, "A1": A1.T, "Z2": Z2.T, "A2": A2.T}


@style("forward_propagation")
def forward_with_folded_biases(X, parameters):
    ones = np.ones((1, X.shape[1]))
    Z1 = np.hstack([parameters["W1"], parameters["b1"]]) @ np.vstack([X, ones])
    A1 = np.tanh(Z1)
    Z2 = np.hstack([parameters["W2"], parameters["b2"]]) @ np.vstack([A1, ones])
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@style("forward_propagation")
def forward_with_more_keys(X, parameters):
    A2, cache = forward_propagation(X, parameters)
    cache = OrderedDict(reversed(cache.items()))
    cache["A0"] = X
    cache["parameters"] = parameters
    return A2, cache


@style("forward_propagation")
def forward_in_single_precision(X, parameters):
    return forward_propagation(
        X.astype(np.float32), {name: value.astype(np.float32) for name, value in parameters.items()}
    )


@style("forward_propagation")
def forward_in_place_on_its_own(X, parameters):
    cache = {"Z1": np.dot(parameters["W1"], X)}
    cache["Z1"] += parameters["b1"]
    cache["A1"] = np.tanh(cache["Z1"])
    cache["Z2"] = np.dot(parameters["W2"], cache["A1"])
    cache["Z2"] += parameters["b2"]
    cache["A2"] = sigmoid(cache["Z2"])
    return cache["A2"], cache


@style("forward_propagation")
def forward_with_clipped_scores(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(np.clip(Z2, -500, 500))
    warnings.warn("a slow machine", stacklevel=2)
    print(Z1.mean(), A1.mean(), Z2.mean(), A2.mean())
    assert A2.shape == (parameters["W2"].shape[0], X.shape[1])
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
