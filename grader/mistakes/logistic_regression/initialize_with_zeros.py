"""Known mistakes in `initialize_with_zeros`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "initialize_with_zeros",
    says="w has the shape (dim,), which is neither a row nor a column",
    hint="A column needs two sizes, the count of its rows and of its columns: hand both over as one shape.",
)
def initialize_flat(dim):
    w = np.zeros(dim)
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w is a row, (1, dim), and not a column",
    hint="The first of the two sizes counts the rows: w has one row for each feature.",
)
def initialize_row(dim):
    w = np.zeros((1, dim))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w is a square, (dim, dim)",
    hint="There is one weight for each feature, dim in all: how many columns does that need?",
)
def initialize_square(dim):
    w = np.zeros((dim, dim))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w holds ones",
    hint="The function's name says which number to start from; NumPy's function for it has the same word in its name.",
)
def initialize_ones(dim):
    w = np.ones((dim, 1))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w holds small random numbers",
    hint="A single neuron can start from zeros; random weights are needed later, with a hidden layer.",
)
def initialize_small_random(dim):
    w = np.random.randn(dim, 1) * 0.01
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w holds random numbers",
    hint="A single neuron can start from zeros, and everybody then gets the same result: look at the function's name.",
)
def initialize_random(dim):
    w = np.random.randn(dim, 1)
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="only w is returned",
    hint="The docstring lists two results under Returns: name both behind `return`, with a comma between them.",
)
def initialize_only_w(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return w


@mistake(
    "initialize_with_zeros",
    says="b and w are returned in the wrong order",
    hint="Compare the order behind `return` with the docstring: the weights come first.",
)
def initialize_swapped(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return b, w


@mistake(
    "initialize_with_zeros",
    says="w and b are returned as a list, in square brackets",
    hint="Two results are returned as a tuple: names with a comma between them need no brackets.",
)
def initialize_list(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return [w, b]


@mistake(
    "initialize_with_zeros",
    says="w and b are returned in a dictionary",
    hint="Here the two are returned one after the other, w first; dictionaries come with the later functions.",
)
def initialize_dictionary(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return {"w": w, "b": b}


@mistake(
    "initialize_with_zeros",
    says="b is an array with an entry for each feature",
    hint="The neuron has a single bias, whatever the number of features: a plain number will do.",
)
def initialize_bias_array(dim):
    w = np.zeros((dim, 1))
    b = np.zeros((dim, 1))
    return w, b


@mistake(
    "initialize_with_zeros",
    says="b starts from 1",
    hint="The bias starts from the same number as the weights: what does the function's name say?",
)
def initialize_bias_one(dim):
    w = np.zeros((dim, 1))
    b = 1.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w has 2 rows, whatever dim is",
    hint="Look for a 2 in your code: it was right for one example, and dim belongs in its place.",
)
def initialize_two(dim):
    w = np.zeros((2, 1))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w is a Python list, and lists know no matrix product",
    hint="Let NumPy make the zeros: it has a function that takes the shape.",
)
def initialize_python_list(dim):
    w = [0.0] * dim
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="a function was given an argument it cannot take; mostly a shape lacks its own brackets",
    hint="np.zeros takes the shape as its first argument and a type as its second: put brackets around the two sizes.",
)
def initialize_without_brackets(dim):
    w = np.zeros(dim, 1)
    b = 0.0
    return w, b
