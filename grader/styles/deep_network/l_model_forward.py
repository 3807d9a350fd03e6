"""Right answers to `L_model_forward` in other styles."""

from __future__ import annotations

import functools
import itertools
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import L_model_forward, described, linear_activation_forward

style = Gallery()


style("L_model_forward")(L_model_forward)
style("L_model_forward", "forward_described")(described(L_model_forward))


@style("L_model_forward")
def forward_in_one_loop(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        activation = "relu" if l < L else "sigmoid"
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)
        caches.append(cache)
    return A, caches


@style("L_model_forward")
def forward_counted_from_zero(X, parameters):
    A, caches = X, []
    L = int(len(parameters) / 2)
    for l in range(L - 1):
        A, cache = linear_activation_forward(A, parameters[f"W{l + 1}"], parameters[f"b{l + 1}"], "relu")
        caches += [cache]
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], activation="sigmoid")
    caches += [cache]
    return AL, caches


@style("L_model_forward")
def forward_by_layers(X, parameters):
    L = len(parameters) // 2
    layers = [(parameters[f"W{l}"], parameters[f"b{l}"]) for l in range(1, L + 1)]
    A, caches = X, []
    for W, b in layers[:-1]:
        A, cache = linear_activation_forward(A, W, b, "relu")
        caches.append(cache)
    A, cache = linear_activation_forward(A, *layers[-1], "sigmoid")
    return A, [*caches, cache]


@style("L_model_forward")
def forward_by_zip(X, parameters):
    L = len(parameters) // 2
    A, caches = X, []
    for l, activation in zip(range(1, L + 1), ["relu"] * (L - 1) + ["sigmoid"]):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], activation)
        caches.insert(len(caches), cache)
    return A, caches


@style("L_model_forward")
def forward_by_recursion(X, parameters, last="sigmoid"):
    L = len(parameters) // 2
    if L == 0:
        return X, []
    before = {name: value for name, value in parameters.items() if name not in (f"W{L}", f"b{L}")}
    A, caches = forward_by_recursion(X, before, "relu")
    A, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], last)
    return A, caches + [cache]


@style("L_model_forward")
def forward_with_a_while(X, parameters):
    A, caches, l = X, [], 1
    while f"W{l + 1}" in parameters:
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
        caches.append(cache)
        l += 1
    A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "sigmoid")
    caches.append(cache)
    return A, caches


@style("L_model_forward")
def forward_by_count(X, parameters):
    L = sum(1 for name in parameters if name.startswith("W"))
    A, caches = X, []
    for l in itertools.count(1):
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        A, cache = linear_activation_forward(A, W, b, "sigmoid" if l == L else "relu")
        caches.append(cache)
        if l == L:
            return A, caches


@style("L_model_forward")
def forward_keeping_every_a(X, parameters):
    L = len(parameters) // 2
    A = {0: X}
    caches = [None] * L
    for l in range(1, L + 1):
        g = ["relu", "sigmoid"][l == L]
        A[l], caches[l - 1] = linear_activation_forward(A[l - 1], parameters[f"W{l}"], parameters[f"b{l}"], g)
    return A[L], caches


@style("L_model_forward")
def forward_by_reduce(X, parameters):
    L = len(parameters) // 2

    def step(so_far, l):
        A, caches = so_far
        activation = "relu" if l < L else "sigmoid"
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)
        return A, [*caches, cache]

    return functools.reduce(step, range(1, L + 1), (X, []))


@style("L_model_forward")
def forward_with_a_tuple_of_caches(X, parameters):
    A, caches = X, ()
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A, cache = linear_activation_forward(
            A, parameters["W" + str(l)], parameters["b" + str(l)], "relu" if l != L else "sigmoid"
        )
        caches = (*caches, cache)
    return A, caches


@style("L_model_forward")
def forward_without_the_blocks(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        W, b = parameters[f"W{l}"], parameters[f"b{l}"]
        Z = W @ A + b
        caches.append(((A, W, b), Z))
        A = np.maximum(Z, 0) if l < L else 1 / (1 + np.exp(-Z))
    return A, caches


@style("L_model_forward")
def forward_last_layer_once_more(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A_prev = A
        A, cache = linear_activation_forward(A_prev, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
        caches.append(cache)
    AL, caches[-1] = linear_activation_forward(A_prev, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")
    return AL, caches


@style("L_model_forward")
def forward_with_lists_in_lists(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, [[list(linear_cache), Z] for linear_cache, Z in caches]


@style("L_model_forward")
def forward_by_generator(X, parameters):
    def layers():
        A, L = X, len(parameters) // 2
        for l in range(1, L + 1):
            activation = "relu" if l < L else "sigmoid"
            A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], activation)
            yield A, cache

    outputs, caches = zip(*layers())
    return outputs[-1], list(caches)


@style("L_model_forward")
def forward_with_prints(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    warnings.warn("a slow machine", stacklevel=2)
    print("AL", AL, file=sys.stderr)
    print("There are", len(caches), "caches.")
    return AL, caches


@style("L_model_forward")
def forward_in_single_precision(X, parameters):
    return L_model_forward(X.astype(np.float32), {name: value.astype(np.float32) for name, value in parameters.items()})
