"""Right answers to `L_model_backward` in other styles."""

from __future__ import annotations

import sys
from collections import OrderedDict
from copy import deepcopy

import numpy as np

from grader.styles import Gallery
from grader.styles.deep_network.right import (
    L_model_backward,
    described,
    linear_activation_backward,
    linear_backward,
    relu_backward,
    sigmoid_backward,
)

style = Gallery()


style("L_model_backward")(L_model_backward)
style("L_model_backward", "model_backward_described")(described(L_model_backward))


@style("L_model_backward")
def model_backward_in_one_loop(AL, Y, caches):
    dA = -(Y / AL - (1 - Y) / (1 - AL))
    grads = {}
    for l in range(len(caches), 0, -1):
        activation = "sigmoid" if l == len(caches) else "relu"
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l - 1], activation)
        grads[f"dA{l - 1}"] = dA
    return grads


@style("L_model_backward")
def model_backward_counting_down(AL, Y, caches):
    L = len(caches)
    grads = {}
    dAL = (1 - Y) / (1 - AL) - Y / AL
    grads["dA" + str(L - 1)], grads["dW" + str(L)], grads["db" + str(L)] = linear_activation_backward(
        dAL, caches[-1], "sigmoid"
    )
    for l in range(L - 2, -1, -1):
        grads["dA" + str(l)], grads["dW" + str(l + 1)], grads["db" + str(l + 1)] = linear_activation_backward(
            grads["dA" + str(l + 1)], caches[l], "relu"
        )
    return grads


@style("L_model_backward")
def model_backward_by_while(AL, Y, caches):
    l = len(caches)
    dA, activation = (AL - Y) / (AL * (1 - AL)), "sigmoid"
    grads = {}
    while l > 0:
        dA, dW, db = linear_activation_backward(dA, caches[l - 1], activation)
        activation = "relu"
        grads["dW" + str(l)] = dW
        grads["db" + str(l)] = db
        l -= 1
        grads["dA" + str(l)] = dA
    return grads


@style("L_model_backward")
def model_backward_by_negative_index(AL, Y, caches):
    L = len(caches)
    dAL = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    dA, dW, db = linear_activation_backward(dAL, caches[-1], "sigmoid")
    grads = {f"dA{L - 1}": dA, f"dW{L}": dW, f"db{L}": db}
    for back in range(2, L + 1):
        dA, dW, db = linear_activation_backward(dA, caches[-back], "relu")
        l = L - back + 1
        grads.update({f"dA{l - 1}": dA, f"dW{l}": dW, f"db{l}": db})
    return grads


@style("L_model_backward")
def model_backward_by_enumerate(AL, Y, caches):
    grads, dA = {}, np.where(Y == 1, -1 / AL, 1 / (1 - AL))
    for l, cache in reversed(list(enumerate(caches))):
        dA, dW, db = linear_activation_backward(dA, cache, ["relu", "sigmoid"][l == len(caches) - 1])
        grads[f"dA{l}"], grads[f"dW{l + 1}"], grads[f"db{l + 1}"] = dA, dW, db
    return grads


@style("L_model_backward")
def model_backward_with_short_output_error(AL, Y, caches):
    """Use that the sigmoid's slope and dAL make AL - Y together."""
    L = len(caches)
    grads = {}
    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(AL - Y, caches[L - 1][0])
    grads[f"dA{L - 1}"] = dA
    for l in reversed(range(1, L)):
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l - 1], "relu")
        grads[f"dA{l - 1}"] = dA
    return grads


@style("L_model_backward")
def model_backward_by_linear_backward(AL, Y, caches):
    dA = -(Y / AL) + (1 - Y) / (1 - AL)
    grads = {}
    for l in range(len(caches))[::-1]:
        linear_cache, Z = caches[l]
        dZ = sigmoid_backward(dA, Z) if l == len(caches) - 1 else relu_backward(dA, Z)
        dA, grads["dW" + str(l + 1)], grads["db" + str(l + 1)] = linear_backward(dZ, linear_cache)
        grads["dA" + str(l)] = dA
    return grads


@style("L_model_backward")
def model_backward_in_one_piece(AL, Y, caches):
    L, m = len(caches), Y.shape[1]
    dZ, grads = AL - Y, {}
    for l in range(L, 0, -1):
        (A_prev, W, b), Z = caches[l - 1]
        grads["dW" + str(l)] = dZ @ A_prev.T / m
        grads["db" + str(l)] = dZ.sum(axis=1, keepdims=True) / m
        grads["dA" + str(l - 1)] = W.T @ dZ
        if l > 1:
            dZ = grads["dA" + str(l - 1)] * (A_prev > 0)
    return grads


@style("L_model_backward")
def model_backward_by_recursion(AL, Y, caches, dA=None):
    activation = "sigmoid" if dA is None else "relu"
    if dA is None:
        dA = -(Y / AL - (1 - Y) / (1 - AL))
    if not caches:
        return {}
    l = len(caches)
    dA_prev, dW, db = linear_activation_backward(dA, caches[-1], activation)
    return {
        f"dA{l - 1}": dA_prev,
        f"dW{l}": dW,
        f"db{l}": db,
        **(model_backward_by_recursion(AL, Y, caches[:-1], dA_prev) if l > 1 else {}),
    }


@style("L_model_backward")
def model_backward_popping_a_copy(AL, Y, caches):
    left = list(caches)
    grads = {}
    dA, dW, db = linear_activation_backward(-(Y / AL - (1 - Y) / (1 - AL)), left.pop(), "sigmoid")
    while True:
        l = len(left) + 1
        grads[f"dA{l - 1}"], grads[f"dW{l}"], grads[f"db{l}"] = dA, dW, db
        if not left:
            return grads
        dA, dW, db = linear_activation_backward(dA, left.pop(), "relu")


@style("L_model_backward")
def model_backward_with_more_keys(AL, Y, caches):
    L = len(caches)
    grads = OrderedDict(reversed(L_model_backward(AL, Y, caches).items()))
    grads["dA" + str(L)] = -(np.divide(Y, AL) - np.divide(1 - Y, 1 - AL))
    grads["m"] = AL.shape[1]
    return grads


@style("L_model_backward")
def model_backward_sorted(AL, Y, caches):
    grads = L_model_backward(AL, Y, deepcopy(caches))
    return {name: grads[name] for name in sorted(grads)}


@style("L_model_backward")
def model_backward_by_lists(AL, Y, caches):
    triples, dA = [], -(Y / AL - (1 - Y) / (1 - AL))
    for cache in caches[::-1]:
        triples.insert(0, linear_activation_backward(dA, cache, "relu" if triples else "sigmoid"))
        dA = triples[0][0]
    dAs = {f"dA{l}": triple[0] for l, triple in enumerate(triples)}
    dWs = {f"dW{l}": triple[1] for l, triple in enumerate(triples, 1)}
    return dAs | dWs | {f"db{l}": triple[2] for l, triple in enumerate(triples, 1)}


@style("L_model_backward")
def model_backward_by_examples(AL, Y, caches):
    m, grads = Y.shape[1], {}
    columns = []
    for i in range(m):
        one = [((A[:, [i]], W, b), Z[:, [i]]) for (A, W, b), Z in caches]
        columns.append(L_model_backward(AL[:, [i]], Y[:, [i]], one))
    for name in columns[0]:
        arrays = [column[name] for column in columns]
        grads[name] = np.hstack(arrays) if name.startswith("dA") else sum(arrays) / m
    return grads


@style("L_model_backward")
def model_backward_with_guarded_division(AL, Y, caches):
    clipped = np.clip(AL, 1e-12, 1 - 1e-12)
    dA = -(Y / clipped - (1 - Y) / (1 - clipped))
    grads = {}
    activations = ["relu"] * (len(caches) - 1) + ["sigmoid"]
    for l, (cache, activation) in list(enumerate(zip(caches, activations), start=1))[::-1]:
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, cache, activation)
        grads[f"dA{l - 1}"] = dA
    return grads


@style("L_model_backward")
def model_backward_in_single_precision(AL, Y, caches):
    single = [((np.float32(A), np.float32(W), np.float32(b)), np.float32(Z)) for (A, W, b), Z in caches]
    AL, Y = AL.astype(np.float32), Y.astype(np.float32)
    grads = model_backward_in_one_piece(AL, Y, single)
    return {name: value.astype("float32") for name, value in grads.items()}


@style("L_model_backward")
def model_backward_that_prints(AL, Y, caches):
    L = len(caches)
    print("L =", L)
    grads = L_model_backward(AL, Y, caches)
    for l in reversed(range(L)):
        print(f"layer {l + 1}", np.linalg.norm(grads[f"dW{l + 1}"]), file=sys.stderr)
    assert len(grads) == 3 * L
    return grads
