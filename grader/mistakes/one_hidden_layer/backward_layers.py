"""Known mistakes in `backward_propagation`: the errors dZ2 and dZ1, and what they are multiplied with."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.right import backward_propagation, grads_of, hidden_error

mistake = Catalogue()


@mistake(
    "backward_propagation",
    says="the slope of tanh is written 1 - A1, without the square",
    hint="At A1 = 0 and at A1 = -1 the slope of tanh is 1 and 0: does yours agree?",
)
def backward_slope_without_square(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - cache["A1"])
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="the slope of tanh is written 1 + A1**2",
    hint="tanh is steepest at 0 and flat far out, so its slope is at most 1: check the sign.",
)
def backward_slope_plus(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 + cache["A1"] ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="the slope of tanh is written with Z1, as 1 - Z1**2",
    hint="The formula needs the value of tanh, not its argument: which matrix of the cache is that?",
)
def backward_slope_of_z1(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - cache["Z1"] ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="tanh is applied to A1 once more before the slope is taken",
    hint="A1 is the value of tanh already: print one entry of it beside tanh of Z1.",
)
def backward_tanh_twice(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - np.tanh(cache["A1"]) ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="the slope of tanh is left out of dZ1",
    hint="W2.T dZ2 is the slope by A1; one factor of the formula leads from A1 on to Z1.",
)
def backward_without_slope(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="dZ1 has the sigmoid's slope, A1(1 - A1), where tanh's belongs",
    hint="Each activation has its own slope: which one does the hidden layer use?",
)
def backward_sigmoid_slope(parameters, cache, X, Y):
    A1, dZ2 = cache["A1"], cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * A1 * (1 - A1)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="dZ1 has relu's slope, 1 or 0, where tanh's belongs",
    hint="Each activation has its own slope: which one does the hidden layer use?",
)
def backward_relu_slope(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (cache["Z1"] > 0)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="A1 is doubled, not squared",
    hint="For A1 = 0.5 the slope of tanh is 0.75: what does your line give?",
)
def backward_slope_doubled(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) * (1 - 2 * cache["A1"])
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="W2.T dZ2 is divided by the slope of tanh",
    hint="By the chain rule slopes are multiplied along the path.",
)
def backward_divided_by_slope(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"].T, dZ2) / (1 - cache["A1"] ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="W2 and dZ2 are multiplied entry by entry, which fits a single output only",
    hint="With several outputs each sends its error to each hidden unit, and these are summed: which product sums?",
)
def backward_elementwise_error(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = parameters["W2"].T * dZ2 * (1 - cache["A1"] ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="W2 is not turned in dZ1",
    hint="dZ2 is (n_y, m) and dZ1 is (n_h, m): which shape must the matrix between them have?",
)
def backward_w2_not_turned(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W2"], dZ2) * (1 - cache["A1"] ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="dZ1 is made with W1, where W2 belongs",
    hint="The error of the output comes back through the weights between hidden layer and output.",
)
def backward_with_w1(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(parameters["W1"].T, dZ2) * (1 - cache["A1"] ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="the slope of tanh enters by a matrix product, not entry by entry",
    hint="Every entry of Z1 has a slope of its own: which product leaves the shape as it is?",
)
def backward_slope_by_product(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    dZ1 = np.dot(np.dot(parameters["W2"].T, dZ2), 1 - cache["A1"] ** 2)
    return grads_of(cache, X, dZ1, dZ2)


@mistake(
    "backward_propagation",
    says="all gradients have the wrong sign: they are made of Y - A2",
    hint="Where A2 is too large, the gradient must be positive: which way round is the difference?",
)
def backward_y_minus_a2(parameters, cache, X, Y):
    dZ2 = Y - cache["A2"]
    return grads_of(cache, X, hidden_error(parameters, cache, dZ2), dZ2)


@mistake(
    "backward_propagation",
    says="dZ2 is made of Z2, where A2 belongs",
    hint="The error is the distance between probability and label: which matrix holds the probabilities?",
)
def backward_z2_minus_y(parameters, cache, X, Y):
    dZ2 = cache["Z2"] - Y
    return grads_of(cache, X, hidden_error(parameters, cache, dZ2), dZ2)


@mistake(
    "backward_propagation",
    says="dZ2 carries an extra factor A2(1 - A2), as for the squared error",
    hint="With the cross-entropy the slope of the sigmoid cancels: dZ2 is simpler than you think.",
)
def backward_with_output_slope(parameters, cache, X, Y):
    A2 = cache["A2"]
    dZ2 = (A2 - Y) * A2 * (1 - A2)
    return grads_of(cache, X, hidden_error(parameters, cache, dZ2), dZ2)


@mistake(
    "backward_propagation",
    says="the labels are left out: dZ2 is A2",
    hint="The error of an example is the distance between its probability and its label.",
)
def backward_without_labels(parameters, cache, X, Y):
    dZ2 = cache["A2"]
    return grads_of(cache, X, hidden_error(parameters, cache, dZ2), dZ2)


@mistake(
    "backward_propagation",
    says="dW2 is made of Z1, where A1 belongs",
    hint="W2 is multiplied with what the hidden layer hands on, its value after the activation.",
)
def backward_dw2_of_z1(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {**grads, "dW2": np.dot(cache["A2"] - Y, cache["Z1"].T) / X.shape[1]}


@mistake(
    "backward_propagation",
    says="dW2 is made of X, where A1 belongs",
    hint="In the forward formula W2 stands before A1: its gradient is made of the same matrix.",
)
def backward_dw2_of_x(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {**grads, "dW2": np.dot(cache["A2"] - Y, X.T) / X.shape[1]}


@mistake(
    "backward_propagation",
    says="dW1 is made of A1, where X belongs",
    hint="In the forward formula W1 stands before X: its gradient is made of the same matrix.",
)
def backward_dw1_of_a1(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    dZ1 = hidden_error(parameters, cache, cache["A2"] - Y)
    return {**grads, "dW1": np.dot(dZ1, cache["A1"].T) / X.shape[1]}


@mistake(
    "backward_propagation",
    says="dW1 and db1 are made of the output's error dZ2, where dZ1 belongs",
    hint="The hidden layer has an error of its own: is it used after it was computed?",
)
def backward_output_error_twice(parameters, cache, X, Y):
    dZ2 = cache["A2"] - Y
    return grads_of(cache, X, dZ2, dZ2)


@mistake(
    "backward_propagation",
    says="db1 is made of dZ2, where dZ1 belongs",
    hint="Each bias belongs to its own layer: compare db1 with dW1.",
)
def backward_db1_of_dz2(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {**grads, "db1": grads["db2"]}


@mistake(
    "backward_propagation",
    says="both weight gradients are transposed: their factors are swapped",
    hint="dW1 has the shape of W1: which factor comes first, and which one is turned?",
)
def backward_transposed(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {**grads, "dW1": grads["dW1"].T, "dW2": grads["dW2"].T}


@mistake(
    "backward_propagation",
    says="dW1 is transposed: its factors are swapped",
    hint="dW1 has the shape of W1: which factor comes first, and which one is turned?",
)
def backward_dw1_transposed(parameters, cache, X, Y):
    grads = backward_propagation(parameters, cache, X, Y)
    return {**grads, "dW1": grads["dW1"].T}


@mistake(
    "backward_propagation",
    says="the answer is right, but `-=` writes into the cache that your function was given",
    hint="dZ2 is another name for the array A2 of the cache: which way of writing the difference makes a new array?",
)
def backward_changes_cache(parameters, cache, X, Y):
    old = cache["A2"].copy()
    cache["A2"] -= Y
    dZ2 = cache["A2"]
    return grads_of({**cache, "A2": old}, X, hidden_error(parameters, cache, dZ2), dZ2)
