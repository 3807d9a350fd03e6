"""Known mistakes in `backward_propagation`: sums and means over the examples, and what is returned."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.right import backward_propagation, grads_of, hidden_error

mistake = Catalogue()


def times(grads, factor, *names):
    return {name: value * factor if name in names else value for name, value in grads.items()}


def errors(parameters, cache, Y):
    dZ2 = cache["A2"] - Y
    return hidden_error(parameters, cache, dZ2), dZ2


@mistake(
    "backward_propagation",
    says="all gradients lack the 1/m",
    hint="Each gradient is the slope of a mean, so each is a mean as well: compare them with their formulas.",
)
def backward_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "dW1", "db1", "dW2", "db2")


@mistake(
    "backward_propagation",
    says="dW1 lacks the 1/m",
    hint="The matrix product adds up the examples, and dW1 is their mean: what is left to divide by?",
)
def backward_dw1_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "dW1")


@mistake(
    "backward_propagation",
    says="db1 lacks the 1/m",
    hint="db1 is a mean over the examples, and you have their sum: what is left to divide by?",
)
def backward_db1_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "db1")


@mistake(
    "backward_propagation",
    says="dW2 lacks the 1/m",
    hint="The matrix product adds up the examples, and dW2 is their mean: what is left to divide by?",
)
def backward_dw2_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "dW2")


@mistake(
    "backward_propagation",
    says="db2 lacks the 1/m",
    hint="db2 is a mean over the examples, and you have their sum: what is left to divide by?",
)
def backward_db2_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "db2")


@mistake(
    "backward_propagation",
    says="the weight gradients dW1 and dW2 lack the 1/m",
    hint="The matrix product adds up the examples, and a mean is wanted: what is left to divide by?",
)
def backward_weights_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "dW1", "dW2")


@mistake(
    "backward_propagation",
    says="the bias gradients db1 and db2 lack the 1/m",
    hint="np.sum adds up the examples, and a mean is wanted: what is left to divide by?",
)
def backward_biases_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "db1", "db2")


@mistake(
    "backward_propagation",
    says="both gradients of layer 1 lack the 1/m",
    hint="dW1 and db1 are means over the examples, as dW2 and db2 are: compare the two layers.",
)
def backward_first_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "dW1", "db1")


@mistake(
    "backward_propagation",
    says="both gradients of layer 2 lack the 1/m",
    hint="dW2 and db2 are means over the examples, as dW1 and db1 are: compare the two layers.",
)
def backward_second_without_mean(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1], "dW2", "db2")


@mistake(
    "backward_propagation",
    says="all gradients are divided by m twice",
    hint="Is dZ2 a mean already? Then the gradients, which are made of it, need no 1/m of their own.",
)
def backward_mean_twice(parameters, cache, X, Y):
    dZ2 = (cache["A2"] - Y) / X.shape[1]
    return grads_of(cache, X, hidden_error(parameters, cache, dZ2), dZ2)


@mistake(
    "backward_propagation",
    says="the gradients of layer 1 are divided by m twice",
    hint="Each gradient has one 1/m, and dZ1 has none: follow dW1 back to dZ2, and count.",
)
def backward_first_mean_twice(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), 1 / X.shape[1], "dW1", "db1")


@mistake(
    "backward_propagation",
    says="the means divide by the number of features, not by the number of examples",
    hint="X is (n_x, m), an example in each column: which of its two sizes is m?",
)
def backward_mean_over_features(parameters, cache, X, Y):
    n_x, m = X.shape
    return times(backward_propagation(parameters, cache, X, Y), m / n_x, "dW1", "db1", "dW2", "db2")


@mistake(
    "backward_propagation",
    says="m is written as the number 3",
    hint="The next set of examples has another size: take m from the shape of X.",
)
def backward_three_examples(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1] / 3, "dW1", "db1", "dW2", "db2")


@mistake(
    "backward_propagation",
    says="m is 400, the size of one data set: a global variable or a typed number",
    hint="A function should know its data from its arguments alone: take m from the shape of X.",
)
def backward_four_hundred(parameters, cache, X, Y):
    return times(backward_propagation(parameters, cache, X, Y), X.shape[1] / 400, "dW1", "db1", "dW2", "db2")


@mistake(
    "backward_propagation",
    says="db1 and db2 have lost their second axis",
    hint="A bias is a column: with which setting does np.sum keep the axis it sums over?",
)
def backward_without_keepdims(parameters, cache, X, Y):
    dZ1, dZ2 = errors(parameters, cache, Y)
    m = X.shape[1]
    return {**grads_of(cache, X, dZ1, dZ2), "db1": np.sum(dZ1, axis=1) / m, "db2": np.sum(dZ2, axis=1) / m}


@mistake(
    "backward_propagation",
    says="db1 and db2 are single numbers: the sum runs over the units, too",
    hint="Every unit has a bias of its own: over which axis do the examples lie?",
)
def backward_without_axis(parameters, cache, X, Y):
    dZ1, dZ2 = errors(parameters, cache, Y)
    m = X.shape[1]
    return {**grads_of(cache, X, dZ1, dZ2), "db1": np.sum(dZ1) / m, "db2": np.sum(dZ2) / m}


@mistake(
    "backward_propagation",
    says="db1 and db2 are summed over the units, not over the examples",
    hint="Rows are units and columns are examples: which axis is to disappear?",
)
def backward_axis_zero(parameters, cache, X, Y):
    dZ1, dZ2 = errors(parameters, cache, Y)
    m = X.shape[1]
    db1, db2 = np.sum(dZ1, axis=0, keepdims=True) / m, np.sum(dZ2, axis=0, keepdims=True) / m
    return {**grads_of(cache, X, dZ1, dZ2), "db1": db1, "db2": db2}


@mistake(
    "backward_propagation",
    says="db1 and db2 are not summed: there is a column for each example",
    hint="A bias gradient has the shape of its bias: what does the big sigma of the formula ask for?",
)
def backward_biases_not_summed(parameters, cache, X, Y):
    dZ1, dZ2 = errors(parameters, cache, Y)
    m = X.shape[1]
    return {**grads_of(cache, X, dZ1, dZ2), "db1": dZ1 / m, "db2": dZ2 / m}


@mistake(
    "backward_propagation",
    says="the errors dZ1 and dZ2 come back, where db1 and db2 belong",
    hint="dZ has a column for each example; db is the mean of them.",
)
def backward_errors_returned(parameters, cache, X, Y):
    dZ1, dZ2 = errors(parameters, cache, Y)
    return {**grads_of(cache, X, dZ1, dZ2), "db1": dZ1, "db2": dZ2}


@mistake(
    "backward_propagation",
    says="the gradients of the two layers have changed places",
    hint="Compare each key of the dictionary with its value.",
)
def backward_layers_swapped(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {"dW1": grads["dW2"], "db1": grads["db2"], "dW2": grads["dW1"], "db2": grads["db1"]}


@mistake(
    "backward_propagation",
    says="the keys are W1, b1, W2 and b2, without the d",
    hint="A gradient is not its parameter: the docstring lists the keys.",
)
def backward_keys_without_d(parameters, cache, X, Y):
    return {name[1:]: value for name, value in backward_propagation(parameters, cache, X, Y).items()}


@mistake(
    "backward_propagation",
    says="the gradients come back as a tuple, not as a dictionary",
    hint="`update_parameters` looks the gradients up by name: put each under its key.",
)
def backward_tuple(parameters, cache, X, Y):
    return tuple(backward_propagation(parameters, cache, X, Y).values())
