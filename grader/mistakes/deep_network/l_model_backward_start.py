"""Known mistakes in `L_model_backward`: the gradient it starts from, the activations, and the 1/m."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import (
    L_model_backward,
    linear_activation_backward,
    linear_backward,
    output_error,
)

mistake = Catalogue()


def walk(dA, caches, output="sigmoid", hidden="relu"):
    grads = {}
    for l in range(len(caches), 0, -1):
        activation = output if l == len(caches) else hidden
        dA, grads[f"dW{l}"], grads[f"db{l}"] = linear_activation_backward(dA, caches[l - 1], activation)
        grads[f"dA{l - 1}"] = dA
    return grads


def times(grads, factor, *kinds):
    return {name: value * factor if name[:2] in kinds else value for name, value in grads.items()}


@mistake(
    "L_model_backward",
    says="the minus in front of dAL is missing, so all gradients have the wrong sign",
    hint="Where Y is 1, a larger AL makes the cost smaller: which sign has the slope there?",
)
def model_backward_without_minus(AL, Y, caches):
    dAL = np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)
    return walk(dAL, caches)


@mistake(
    "L_model_backward",
    says="the minus stands before the first term of dAL only, and the second has the wrong sign",
    hint="A bracket holds both terms behind the minus: what is the sign of the second one without it?",
)
def model_backward_minus_without_bracket(AL, Y, caches):
    dAL = -np.divide(Y, AL) - np.divide(1 - Y, 1 - AL)
    return walk(dAL, caches)


@mistake(
    "L_model_backward",
    says="dAL has only the term of the examples with label 1",
    hint="The loss has two terms, and so has its slope: what do the examples with label 0 add?",
)
def model_backward_first_term_only(AL, Y, caches):
    dAL = -np.divide(Y, AL)
    return walk(dAL, caches)


@mistake(
    "L_model_backward",
    says="the fractions of dAL are upside down: AL is divided by Y",
    hint="The slope of log(a) is 1/a: which of the two belongs below the line? A label may be 0.",
)
def model_backward_fractions_turned(AL, Y, caches):
    dAL = -(np.divide(AL, Y) - np.divide(1 - AL, 1 - Y))
    return walk(dAL, caches)


@mistake(
    "L_model_backward",
    says="AL - Y is handed to `linear_activation_backward` as dAL, but it is dZ: the sigmoid's slope is in it already",
    hint="Start from the slope of the cost by AL, and leave the sigmoid's slope to the function that knows it.",
)
def model_backward_error_as_dal(AL, Y, caches):
    return walk(AL - Y, caches)


@mistake(
    "L_model_backward",
    says="the slope of the squared error, 2(AL - Y), stands where the cross-entropy's belongs",
    hint="Which cost did `compute_cost` compute? Take the slope of that one by AL.",
)
def model_backward_of_squared_error(AL, Y, caches):
    return walk(2 * (AL - Y), caches)


@mistake(
    "L_model_backward",
    says="the sigmoid's slope is left out at the output: dAL goes into `linear_backward` as if it were dZ",
    hint="The output has an activation, too: which of your functions takes care of it?",
)
def model_backward_output_without_slope(AL, Y, caches):
    grads = {}
    L = len(caches)
    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_backward(output_error(AL, Y), caches[L - 1][0])
    grads[f"dA{L - 1}"] = dA
    return {**walk(dA, caches[: L - 1], output="relu"), **grads}


@mistake(
    "L_model_backward",
    says="Y is transposed before it meets AL",
    hint="Y has an example in each column, as AL has: print both shapes.",
)
def model_backward_labels_transposed(AL, Y, caches):
    dAL = output_error(AL, Y.T)
    return walk(dAL, caches)


@mistake(
    "L_model_backward",
    says="dAL is divided by m: the 1/m of dW and db comes twice, and dA has one that it should not have",
    hint="`linear_backward` holds the only 1/m: does the formula of dAL have one?",
)
def model_backward_dal_with_mean(AL, Y, caches):
    m = AL.shape[1]
    return walk(output_error(AL, Y) / m, caches)


@mistake(
    "L_model_backward",
    says="every dW and db is divided by m twice",
    hint="`linear_backward` returns means already: is anything left to divide by?",
)
def model_backward_mean_twice(AL, Y, caches):
    return times(L_model_backward(AL, Y, caches), 1 / AL.shape[1], "dW", "db")


@mistake(
    "L_model_backward",
    says="the sigmoid's slope is taken in the hidden layers, where relu's belongs",
    hint="Which activation had the hidden layers on the way forward? Each goes back through its own slope.",
)
def model_backward_hidden_sigmoid(AL, Y, caches):
    return walk(output_error(AL, Y), caches, hidden="sigmoid")


@mistake(
    "L_model_backward",
    says="relu's slope is taken at the output, where the sigmoid's belongs",
    hint="Which activation made AL on the way forward? Each layer goes back through its own slope.",
)
def model_backward_output_relu(AL, Y, caches):
    return walk(output_error(AL, Y), caches, output="relu")


@mistake(
    "L_model_backward",
    says="the activations are exchanged: relu's slope at the output, the sigmoid's in the hidden layers",
    hint="Go through the layers in the order of the way forward: which activation did each have?",
)
def model_backward_activations_exchanged(AL, Y, caches):
    return walk(output_error(AL, Y), caches, output="relu", hidden="sigmoid")


@mistake(
    "L_model_backward",
    says="relu's slope is left out: the hidden layers go through `linear_backward` alone",
    hint="The hidden layers have an activation, too: which of your functions takes care of it?",
)
def model_backward_hidden_without_slope(AL, Y, caches):
    grads = {}
    L = len(caches)
    dA, grads[f"dW{L}"], grads[f"db{L}"] = linear_activation_backward(output_error(AL, Y), caches[L - 1], "sigmoid")
    grads[f"dA{L - 1}"] = dA
    for l in reversed(range(L - 1)):
        dA, grads[f"dW{l + 1}"], grads[f"db{l + 1}"] = linear_backward(dA, caches[l][0])
        grads[f"dA{l}"] = dA
    return grads


@mistake(
    "L_model_backward",
    says="only the output layer has gradients: the loop over the hidden layers never runs",
    hint="Print l in the loop: a range that counts down needs a third number.",
)
def model_backward_output_only(AL, Y, caches):
    L = len(caches)
    dA, dW, db = linear_activation_backward(output_error(AL, Y), caches[L - 1], "sigmoid")
    return {f"dA{L - 1}": dA, f"dW{L}": dW, f"db{L}": db}
