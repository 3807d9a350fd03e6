"""Known mistakes in `layer_sizes`."""

from __future__ import annotations

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "layer_sizes",
    says="n_x and n_y count the columns, which are the examples",
    hint="X is (n_x, m): of the two numbers in its shape, the first is asked for.",
)
def layer_sizes_of_columns(X, Y):
    n_x = X.shape[1]
    n_h = 4
    n_y = Y.shape[1]
    return n_x, n_h, n_y


@mistake(
    "layer_sizes",
    says="n_x and n_y have changed places",
    hint="n_x belongs to the inputs X, n_y to the labels Y: compare your lines with the order in the docstring.",
)
def layer_sizes_swapped(X, Y):
    n_x = Y.shape[0]
    n_h = 4
    n_y = X.shape[0]
    return n_x, n_h, n_y


@mistake(
    "layer_sizes",
    says="whole shapes come back where single numbers are wanted",
    hint="A shape is a pair, (rows, columns): which of its two entries is the size of the layer?",
)
def layer_sizes_whole_shapes(X, Y):
    n_x = X.shape
    n_h = 4
    n_y = Y.shape
    return n_x, n_h, n_y


@mistake(
    "layer_sizes",
    says="n_y is taken from X",
    hint="The output layer has one unit for each row of the labels.",
)
def layer_sizes_all_from_x(X, Y):
    n_x = X.shape[0]
    n_h = 4
    n_y = X.shape[0]
    return n_x, n_h, n_y


@mistake(
    "layer_sizes",
    says="n_x is taken from Y",
    hint="The input layer has one unit for each row of the features.",
)
def layer_sizes_all_from_y(X, Y):
    n_x = Y.shape[0]
    n_h = 4
    n_y = Y.shape[0]
    return n_x, n_h, n_y


@mistake(
    "layer_sizes",
    says="n_y is always 1",
    hint="This data set has one label a point, another may have more: where does Y say how many?",
)
def layer_sizes_one_output(X, Y):
    return X.shape[0], 4, 1


@mistake(
    "layer_sizes",
    says="n_x is always 2",
    hint="The points of this lesson have two coordinates, other examples have more: where does X say how many?",
)
def layer_sizes_two_inputs(X, Y):
    return 2, 4, Y.shape[0]


@mistake(
    "layer_sizes",
    says="all sizes are written as numbers, 5, 4 and 2",
    hint="They fit one example only: take them from the arguments X and Y.",
)
def layer_sizes_typed(X, Y):
    return 5, 4, 2


@mistake(
    "layer_sizes",
    says="the number of hidden units is the number of features",
    hint="The hidden layer's size is free to choose, and is chosen in the text above the cell.",
)
def layer_sizes_hidden_as_input(X, Y):
    return X.shape[0], X.shape[0], Y.shape[0]


@mistake(
    "layer_sizes",
    says="the number of hidden units is the number of examples",
    hint="The hidden layer's size is free to choose, and is chosen in the text above the cell.",
)
def layer_sizes_hidden_as_examples(X, Y):
    return X.shape[0], X.shape[1], Y.shape[0]


@mistake(
    "layer_sizes",
    says="the sizes come back as (n_x, n_y, n_h)",
    hint="The order is that of the layers, from the input to the output.",
)
def layer_sizes_hidden_last(X, Y):
    return X.shape[0], Y.shape[0], 4


@mistake(
    "layer_sizes",
    says="n_x and n_y count all entries of the arrays",
    hint="Only the rows are units; the columns are examples, of which there may be any number.",
)
def layer_sizes_all_entries(X, Y):
    return X.size, 4, Y.size
