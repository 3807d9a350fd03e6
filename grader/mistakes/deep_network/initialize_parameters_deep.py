"""Known mistakes in `initialize_parameters_deep`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import initialize_parameters_deep

mistake = Catalogue()


@mistake(
    "initialize_parameters_deep",
    says="the weights are not divided by the square root of the layer before",
    hint="A unit sums over all units of the layer before: what does the formula divide the draw by?",
    finding="spread",
)
def deep_without_scale(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the weights are multiplied by 0.01, as in the two-layer network",
    hint="Layer after layer the numbers would get a hundred times smaller: which scale has the formula of this one?",
    finding="spread",
)
def deep_times_a_hundredth(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * 0.01
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the weights are divided by the square root of their own layer's size",
    hint="The sum in Z has a term for each unit of the layer before: whose size keeps it from growing?",
    finding="spread",
)
def deep_scaled_by_own_layer(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="every layer is divided by the square root of the input's size",
    hint="Each layer has a layer before it of its own: which entry of layer_dims belongs to layer l?",
    finding="spread",
)
def deep_scaled_by_input(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[0])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the weights are divided by the size of the layer before, not by its square root",
    hint="Variances add up, not the numbers themselves: which function stands below the line of the formula?",
    finding="spread",
)
def deep_without_root(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / layer_dims[l - 1]
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the weights are multiplied by the square root, not divided",
    hint="The wider the layer before, the smaller the weights: which operation makes them smaller?",
    finding="spread",
)
def deep_times_root(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the scale is sqrt(2 / n_prev), He's",
    hint="It is a good one for relu, but not this exercise's: is there a 2 in its formula?",
    finding="spread",
)
def deep_by_he(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) * np.sqrt(2 / layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the weights are zeros",
    hint="With equal weights all units of a layer stay twins: which parameters may begin as zeros, and which may not?",
    finding="constant",
)
def deep_zeros(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.zeros((layer_dims[l], layer_dims[l - 1]))
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the weights are uniform from 0 upwards, none of them negative",
    hint="`rand` and `randn` are two functions: the n stands for normal, around 0.",
    finding="one_sided",
)
def deep_uniform(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.rand(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="every unit of a layer gets the same row of weights",
    hint="Units that begin alike stay alike: draw as many rows as the layer has units.",
    finding="twins",
)
def deep_one_row(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        row = np.random.randn(1, layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["W" + str(l)] = np.repeat(row, layer_dims[l], axis=0)
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the weights are transposed",
    hint="In W A_prev the number of columns of W must be the number of rows of A_prev: which size comes first?",
    finding="shape",
)
def deep_transposed(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l - 1], layer_dims[l]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the 1 is taken from the size of the layer, and not from its index",
    hint="`layer_dims` is a list of sizes: where does the square bracket close?",
    finding="shape",
)
def deep_minus_outside_the_index(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l] - 1
        parameters["W" + str(l)] = np.random.randn(n, n_prev) / np.sqrt(n_prev)
        parameters["b" + str(l)] = np.zeros((n, 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the biases are drawn at random",
    hint="Random weights are enough to make the units different: what does the formula say of b?",
    finding="values",
)
def deep_random_biases(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.random.randn(layer_dims[l], 1)
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the biases are ones",
    hint="NumPy fills an array with ones and with zeros by two functions of the same form: which one is asked for?",
    finding="values",
)
def deep_biases_of_one(layer_dims):
    parameters = initialize_parameters_deep(layer_dims)
    return {name: np.ones(value.shape) if name[0] == "b" else value for name, value in parameters.items()}


@mistake(
    "initialize_parameters_deep",
    says="the biases have one axis only, (n,)",
    hint="b is a column with a row for each unit: the shape that you hand to zeros has two numbers.",
    finding="shape",
)
def deep_flat_biases(layer_dims):
    parameters = initialize_parameters_deep(layer_dims)
    return {name: np.zeros(len(value)) if name[0] == "b" else value for name, value in parameters.items()}


@mistake(
    "initialize_parameters_deep",
    says="the biases are rows, not columns",
    hint="b is added to each column of W A_prev: which of its two sizes is 1?",
    finding="shape",
)
def deep_rows_of_biases(layer_dims):
    parameters = initialize_parameters_deep(layer_dims)
    return {name: value.T if name[0] == "b" else value for name, value in parameters.items()}


@mistake(
    "initialize_parameters_deep",
    says="the biases have a row for each unit of the layer before",
    hint="Every unit has one bias of its own: whose units does layer l hold?",
    finding="shape",
)
def deep_biases_of_the_layer_before(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l - 1], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the parameters of the last layer are missing",
    hint="`range` leaves its end out, and layer_dims counts the input too: write down which l your loop takes.",
    finding="keys",
)
def deep_without_last_layer(layer_dims):
    parameters = {}
    L = len(layer_dims) - 1
    for l in range(1, L):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="only the first layer is made: the return stands inside the loop",
    hint="A function ends at its first return: how far is yours indented?",
    finding="keys",
)
def deep_return_in_the_loop(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
        return parameters


@mistake(
    "initialize_parameters_deep",
    says='the keys lack the number of their layer: each layer overwrites "W" and "b"',
    hint="The later functions look for W1, b1, W2, ...: `str(l)` makes the number part of a text.",
    finding="keys",
)
def deep_keys_without_number(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W"] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b"] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the keys count from W0",
    hint="Layer 0 is the input, which has no weights: which number has the first layer that does?",
    finding="keys",
)
def deep_keys_from_zero(layer_dims):
    parameters = {}
    for l in range(len(layer_dims) - 1):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l + 1], layer_dims[l]) / np.sqrt(layer_dims[l])
        parameters["b" + str(l)] = np.zeros((layer_dims[l + 1], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="layer 0 gets parameters too, W0 and b0",
    hint="Layer 0 is the input, which has no weights, and layer_dims[-1] is the last entry: where should range begin?",
    finding="more_keys",
)
def deep_with_layer_zero(layer_dims):
    parameters = {}
    for l in range(len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="something is handed over in the wrong way: randn takes two numbers, zeros one pair, and a key is all text",
    hint="Look at the line that raised: count its brackets, and ask of each part whether it is a number or a text.",
    finding="raised",
)
def deep_shape_in_brackets(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        parameters["W" + str(l)] = np.random.randn((layer_dims[l], layer_dims[l - 1])) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters


@mistake(
    "initialize_parameters_deep",
    says="the loop runs past the end of layer_dims",
    hint="A list of five sizes has the indices 0 to 4: which is the largest l of your loop?",
    finding="raised",
)
def deep_one_layer_too_many(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims) + 1):
        parameters["W" + str(l)] = np.random.randn(layer_dims[l], layer_dims[l - 1]) / np.sqrt(layer_dims[l - 1])
        parameters["b" + str(l)] = np.zeros((layer_dims[l], 1))
    return parameters
