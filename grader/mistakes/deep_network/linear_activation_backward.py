"""Known mistakes in `linear_activation_backward`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import linear_activation_backward, linear_backward
from helpers.activations import relu, relu_backward, sigmoid, sigmoid_backward

mistake = Catalogue()


@mistake(
    "linear_activation_backward",
    says='relu and sigmoid are exchanged: "relu" calls sigmoid_backward, and "sigmoid" calls relu_backward',
    hint="Read each condition together with the line below it.",
)
def activation_backward_exchanged(dA, cache, activation):
    other = {"relu": "sigmoid", "sigmoid": "relu"}[activation]
    return linear_activation_backward(dA, cache, other)


@mistake(
    "linear_activation_backward",
    says="relu_backward is called whatever the activation",
    hint="Is the condition ever false? In Python `activation == a or b` is true for every b that is not empty.",
)
def activation_backward_always_relu(dA, cache, activation):
    return linear_activation_backward(dA, cache, "relu")


@mistake(
    "linear_activation_backward",
    says="sigmoid_backward is called whatever the activation",
    hint="Is the condition ever false? In Python `activation == a or b` is true for every b that is not empty.",
)
def activation_backward_always_sigmoid(dA, cache, activation):
    return linear_activation_backward(dA, cache, "sigmoid")


@mistake(
    "linear_activation_backward",
    says="the activation is left out: dA is handed on as if it were dZ",
    hint="Between A and Z stands g: which of the given functions leads from dA to dZ?",
)
def activation_backward_without_slope(dA, cache, activation):
    linear_cache, activation_cache = cache
    return linear_backward(dA, linear_cache)


@mistake(
    "linear_activation_backward",
    says="relu's slope is left out: for relu dA is handed on as if it were dZ",
    hint="relu stops what was negative on the way forward: what comes back through such an entry?",
)
def activation_backward_relu_without_slope(dA, cache, activation):
    if activation == "relu":
        return linear_backward(dA, cache[0])
    return linear_activation_backward(dA, cache, activation)


@mistake(
    "linear_activation_backward",
    says="the sigmoid's slope is left out: for the sigmoid dA is handed on as if it were dZ",
    hint="dA is the slope by A, and dZ the one by Z: which factor leads from one to the other?",
)
def activation_backward_sigmoid_without_slope(dA, cache, activation):
    if activation == "sigmoid":
        return linear_backward(dA, cache[0])
    return linear_activation_backward(dA, cache, activation)


@mistake(
    "linear_activation_backward",
    says="the slope is taken at A_prev, from the linear cache, where Z belongs",
    hint="The cache is a pair of caches: which half was made by the activation?",
)
def activation_backward_slope_at_a_prev(dA, cache, activation):
    (A_prev, W, b), Z = cache
    dZ = relu_backward(dA, A_prev) if activation == "relu" else sigmoid_backward(dA, A_prev)
    return linear_backward(dZ, (A_prev, W, b))


@mistake(
    "linear_activation_backward",
    says="sigmoid_backward is given A: it takes the sigmoid of it a second time",
    hint="What `sigmoid_backward` wants is what `sigmoid` returned as its cache: print it beside yours.",
)
def activation_backward_slope_at_a(dA, cache, activation):
    linear_cache, Z = cache
    A = sigmoid(Z)[0] if activation == "sigmoid" else relu(Z)[0]
    return linear_activation_backward(dA, (linear_cache, A), activation)


@mistake(
    "linear_activation_backward",
    says="the sigmoid's slope is written Z(1 - Z), where A(1 - A) belongs",
    hint="At Z = 0 the sigmoid is steepest, with a slope of 0.25: what does your line give there?",
)
def activation_backward_slope_of_z(dA, cache, activation):
    linear_cache, Z = cache
    dZ = relu_backward(dA, Z) if activation == "relu" else dA * Z * (1 - Z)
    return linear_backward(dZ, linear_cache)


@mistake(
    "linear_activation_backward",
    says="the sigmoid's slope is written A(1 + A)",
    hint="The sigmoid is flat where A is near 0 and where A is near 1: is your slope 0 at both ends?",
)
def activation_backward_slope_plus(dA, cache, activation):
    linear_cache, Z = cache
    A, _ = sigmoid(Z)
    dZ = relu_backward(dA, Z) if activation == "relu" else dA * A * (1 + A)
    return linear_backward(dZ, linear_cache)


@mistake(
    "linear_activation_backward",
    says="dA is multiplied twice: the given backward functions do it already",
    hint="`relu_backward(dA, Z)` returns dZ, not the slope alone: is anything left to multiply with?",
)
def activation_backward_da_twice(dA, cache, activation):
    linear_cache, Z = cache
    slope = relu_backward(dA, Z) if activation == "relu" else sigmoid_backward(dA, Z)
    return linear_backward(dA * slope, linear_cache)


@mistake(
    "linear_activation_backward",
    says="dA is not used: dZ is the slope of the activation alone",
    hint="By the chain rule slopes are multiplied along the path: which one comes from the layer after?",
)
def activation_backward_without_da(dA, cache, activation):
    linear_cache, Z = cache
    A, _ = sigmoid(Z)
    dZ = (Z > 0) * 1.0 if activation == "relu" else A * (1 - A)
    return linear_backward(dZ, linear_cache)


@mistake(
    "linear_activation_backward",
    says="dA and Z have changed places in the calls of relu_backward and sigmoid_backward",
    hint="Both are of one shape, so no error tells you: which one does their docstring name first?",
)
def activation_backward_arguments_swapped(dA, cache, activation):
    linear_cache, Z = cache
    dZ = relu_backward(Z, dA) if activation == "relu" else sigmoid_backward(Z, dA)
    return linear_backward(dZ, linear_cache)


@mistake(
    "linear_activation_backward",
    says="dZ is relu or sigmoid of dA: the functions of the way forward are called",
    hint="`helpers.activations` has a second function for each activation, for the way back.",
)
def activation_backward_by_forward_functions(dA, cache, activation):
    dZ, _ = relu(dA) if activation == "relu" else sigmoid(dA)
    return linear_backward(dZ, cache[0])


@mistake(
    "linear_activation_backward",
    says="for relu dA is set to 0 where dA itself is negative, not where Z is",
    hint="The slope of relu depends on what went into relu: which array was that?",
)
def activation_backward_mask_of_da(dA, cache, activation):
    if activation == "relu":
        return linear_backward(dA * (dA > 0), cache[0])
    return linear_activation_backward(dA, cache, activation)


@mistake(
    "linear_activation_backward",
    says="relu's mask is the wrong way round: dZ is 0 where Z is positive",
    hint="Where Z is positive, relu hands it on unchanged: what is its slope there?",
)
def activation_backward_mask_turned(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        return linear_backward(np.where(Z > 0, 0, dA), linear_cache)
    return linear_activation_backward(dA, cache, activation)


@mistake(
    "linear_activation_backward",
    says="for relu dA is multiplied with max(0, Z), the value of relu, where its slope belongs",
    hint="To the right of 0 relu is a straight line: how steep is it?",
)
def activation_backward_relu_not_its_slope(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "relu":
        return linear_backward(dA * np.maximum(0, Z), linear_cache)
    return linear_activation_backward(dA, cache, activation)


@mistake(
    "linear_activation_backward",
    says='for "sigmoid" there is no dZ: no branch fits, as when the word is spelled otherwise',
    hint="Compare the two words in your conditions with those of the docstring, letter by letter.",
)
def activation_backward_spelled_otherwise(dA, cache, activation):
    linear_cache, activation_cache = cache
    if activation == "relu":
        dZ = relu_backward(dA, activation_cache)
    elif activation == "Sigmoid":
        dZ = sigmoid_backward(dA, activation_cache)
    return linear_backward(dZ, linear_cache)


@mistake(
    "linear_activation_backward",
    says='for "sigmoid" nothing comes back: the return belongs to the branch of relu',
    hint="How far is the `return` indented? Each activation must reach one.",
)
def activation_backward_returns_for_relu_only(dA, cache, activation):
    if activation == "relu":
        return linear_activation_backward(dA, cache, activation)


@mistake(
    "linear_activation_backward",
    says="dW and db are divided by m once more: `linear_backward` has done it already",
    hint="Each of the two functions has its own task: in which one does the 1/m stand?",
)
def activation_backward_mean_twice(dA, cache, activation):
    dA_prev, dW, db = linear_activation_backward(dA, cache, activation)
    return dA_prev, dW / dA.shape[1], db / dA.shape[1]


@mistake(
    "linear_activation_backward",
    says="dZ is divided by m before it is handed to `linear_backward`, which has a 1/m of its own",
    hint="Each of the two functions has its own task: does the formula of dZ have a 1/m?",
)
def activation_backward_error_with_mean(dA, cache, activation):
    return linear_activation_backward(dA / dA.shape[1], cache, activation)


@mistake(
    "linear_activation_backward",
    says="dZ comes back in the place of dA_prev",
    hint="Which of the arrays that `linear_backward` returns is not returned by your function?",
)
def activation_backward_returns_dz(dA, cache, activation):
    linear_cache, Z = cache
    dZ = relu_backward(dA, Z) if activation == "relu" else sigmoid_backward(dA, Z)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return dZ, dW, db


@mistake(
    "linear_activation_backward",
    says="the gradients come back in the order dW, db, dA_prev",
    hint="Whoever calls it unpacks by place: in which order does the docstring name them?",
)
def activation_backward_da_last(dA, cache, activation):
    dA_prev, dW, db = linear_activation_backward(dA, cache, activation)
    return dW, db, dA_prev


@mistake(
    "linear_activation_backward",
    says="dW and db have changed places: they are unpacked or returned in the wrong order",
    hint="`linear_backward` returns by place: in which order does its docstring name the three?",
)
def activation_backward_db_before_dw(dA, cache, activation):
    dA_prev, dW, db = linear_activation_backward(dA, cache, activation)
    return dA_prev, db, dW


@mistake(
    "linear_activation_backward",
    says="the answer is right, but your function sets entries of the dA that it was given to 0",
    hint="dA belongs to the caller: make a copy before you write into it, or choose with a mask.",
)
def activation_backward_in_place(dA, cache, activation):
    linear_cache, Z = cache
    if activation == "sigmoid":
        return linear_activation_backward(dA, cache, activation)
    dZ = dA
    dZ[Z <= 0] = 0
    return linear_backward(dZ, linear_cache)
