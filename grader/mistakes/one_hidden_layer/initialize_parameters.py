"""Known mistakes in `initialize_parameters`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.right import initialize_parameters

mistake = Catalogue()


@mistake(
    "initialize_parameters",
    says="the factor 0.01 is missing",
    hint="Small weights keep tanh near 0, where it is steep: what does the formula multiply the draw with?",
    finding="spread",
)
def initialize_without_scale(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x)
    W2 = np.random.randn(n_y, n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the factor 0.01 is missing in W2",
    hint="Both weight matrices begin small: compare the two lines.",
    finding="spread",
)
def initialize_second_without_scale(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01
    W2 = np.random.randn(n_y, n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the weights are divided by 0.01",
    hint="Dividing by a small number makes a large one: which operation makes the draw smaller?",
    finding="spread",
)
def initialize_divided(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) / 0.01
    W2 = np.random.randn(n_y, n_h) / 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the factor is 0.1",
    hint="Count the zeros behind the point in the formula's factor.",
    finding="spread",
)
def initialize_a_tenth(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.1
    W2 = np.random.randn(n_y, n_h) * 0.1
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the weights are zeros",
    hint="With equal weights all hidden units stay twins: which parameters may begin as zeros, and which may not?",
    finding="constant",
)
def initialize_zeros(n_x, n_h, n_y):
    W1 = np.zeros((n_h, n_x))
    W2 = np.zeros((n_y, n_h))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the weights are all 0.01, not drawn",
    hint="With equal weights all hidden units stay twins: each entry needs a draw of its own.",
    finding="constant",
)
def initialize_ones(n_x, n_h, n_y):
    W1 = np.ones((n_h, n_x)) * 0.01
    W2 = np.ones((n_y, n_h)) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="one random number is used for the whole matrix",
    hint="`np.random.randn()` without sizes draws a single number: hand it the sizes of the matrix.",
    finding="constant",
)
def initialize_one_number(n_x, n_h, n_y):
    W1 = np.ones((n_h, n_x)) * np.random.randn() * 0.01
    W2 = np.ones((n_y, n_h)) * np.random.randn() * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="every unit gets the same row of weights",
    hint="Units that begin alike stay alike: draw as many rows as the layer has units.",
    finding="twins",
)
def initialize_one_row(n_x, n_h, n_y):
    W1 = np.tile(np.random.randn(1, n_x) * 0.01, (n_h, 1))
    W2 = np.tile(np.random.randn(1, n_h) * 0.01, (n_y, 1))
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the weights are uniform between 0 and 0.01, none of them negative",
    hint="`rand` and `randn` are two functions: the n stands for normal, around 0.",
    finding="one_sided",
)
def initialize_uniform(n_x, n_h, n_y):
    W1 = np.random.rand(n_h, n_x) * 0.01
    W2 = np.random.rand(n_y, n_h) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the weights are made positive",
    hint="A weight may well be negative: which function takes the sign away?",
    finding="one_sided",
)
def initialize_positive(n_x, n_h, n_y):
    W1 = np.abs(np.random.randn(n_h, n_x)) * 0.01
    W2 = np.abs(np.random.randn(n_y, n_h)) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="0.01 is added to the draw, not multiplied",
    hint="Adding moves the numbers, multiplying makes them smaller.",
    finding="spread",
)
def initialize_scale_added(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) + 0.01
    W2 = np.random.randn(n_y, n_h) + 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the weights are whole numbers times 0.01, drawn by randint",
    hint="The formula asks for normal numbers around 0: which function of np.random is called after them?",
    finding="spread",
)
def initialize_whole_numbers(n_x, n_h, n_y):
    W1 = np.random.randint(-10, 11, (n_h, n_x)) * 0.01
    W2 = np.random.randint(-10, 11, (n_y, n_h)) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="W1 and W2 are transposed",
    hint="In W1 X the number of columns of W1 must be the number of rows of X: which size comes first?",
    finding="shape",
)
def initialize_transposed(n_x, n_h, n_y):
    W1 = np.random.randn(n_x, n_h) * 0.01
    W2 = np.random.randn(n_h, n_y) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="W2 is transposed",
    hint="In W2 A1 the number of columns of W2 must be the number of rows of A1: which size comes first?",
    finding="shape",
)
def initialize_second_transposed(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01
    W2 = np.random.randn(n_h, n_y) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the sizes are written as numbers, 2, 4 and 1",
    hint="They fit one network only: use the names of the arguments.",
    finding="shape",
)
def initialize_typed_sizes(n_x, n_h, n_y):
    W1 = np.random.randn(4, 2) * 0.01
    W2 = np.random.randn(1, 4) * 0.01
    return {"W1": W1, "b1": np.zeros((4, 1)), "W2": W2, "b2": np.zeros((1, 1))}


@mistake(
    "initialize_parameters",
    says="the biases are drawn at random",
    hint="Random weights are enough to make the units different: what does the formula say of b1 and b2?",
    finding="values",
)
def initialize_random_biases(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.random.randn(n_h, 1) * 0.01
    W2 = np.random.randn(n_y, n_h) * 0.01
    b2 = np.random.randn(n_y, 1) * 0.01
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@mistake(
    "initialize_parameters",
    says="the biases are ones",
    hint="NumPy fills an array with ones and with zeros by two functions of the same form: which one is asked for?",
    finding="values",
)
def initialize_biases_of_one(n_x, n_h, n_y):
    return initialize_parameters(n_x, n_h, n_y) | {"b1": np.ones((n_h, 1)), "b2": np.ones((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the biases have one axis only, (n_h,) and (n_y,)",
    hint="b1 is a column with a row for each unit: the shape that you hand to zeros has two numbers.",
    finding="shape",
)
def initialize_flat_biases(n_x, n_h, n_y):
    return initialize_parameters(n_x, n_h, n_y) | {"b1": np.zeros(n_h), "b2": np.zeros(n_y)}


@mistake(
    "initialize_parameters",
    says="the biases are rows, not columns",
    hint="b1 is added to each column of W1 X: which of its two sizes is 1?",
    finding="shape",
)
def initialize_rows_of_biases(n_x, n_h, n_y):
    return initialize_parameters(n_x, n_h, n_y) | {"b1": np.zeros((1, n_h)), "b2": np.zeros((1, n_y))}


@mistake(
    "initialize_parameters",
    says="b1 is made twice, the second time where b2 is meant",
    hint="Four parameters need four names: read the left sides of your lines.",
    finding="shape",
)
def initialize_first_bias_twice(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01
    b1 = np.zeros((n_h, 1))
    W2 = np.random.randn(n_y, n_h) * 0.01
    b1 = np.zeros((n_y, 1))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b1}


@mistake(
    "initialize_parameters",
    says="W2 and b2 are missing",
    hint="The output layer has parameters of its own: how many entries does the dictionary need?",
    finding="keys",
)
def initialize_one_layer(n_x, n_h, n_y):
    return {"W1": np.random.randn(n_h, n_x) * 0.01, "b1": np.zeros((n_h, 1))}


@mistake(
    "initialize_parameters",
    says="a shape is handed over in the wrong way: randn takes numbers, zeros takes one pair",
    hint="Count the brackets in your lines: `randn` needs no second pair of them, `zeros` does.",
    finding="raised",
)
def initialize_shape_in_brackets(n_x, n_h, n_y):
    W1 = np.random.randn((n_h, n_x)) * 0.01
    b1 = np.zeros((n_h, 1))
    W2 = np.random.randn((n_y, n_h)) * 0.01
    b2 = np.zeros((n_y, 1))
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}


@mistake(
    "initialize_parameters",
    says="four arrays come back, not one dictionary",
    hint="The later functions look the parameters up by name: put each under its key.",
    finding="type",
)
def initialize_tuple(n_x, n_h, n_y):
    return tuple(initialize_parameters(n_x, n_h, n_y).values())
