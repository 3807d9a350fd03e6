"""Known mistakes in `linear_backward`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import linear_backward

mistake = Catalogue()


@mistake(
    "linear_backward",
    says="dW and db lack the 1/m",
    hint="Both are means over the examples, and you have their sums: what is left to divide by?",
)
def linear_backward_without_mean(dZ, cache):
    A_prev, W, b = cache
    return np.dot(W.T, dZ), np.dot(dZ, A_prev.T), np.sum(dZ, axis=1, keepdims=True)


@mistake(
    "linear_backward",
    says="dW lacks the 1/m",
    hint="The matrix product adds up the examples, and dW is their mean: what is left to divide by?",
)
def linear_backward_dw_without_mean(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, np.dot(dZ, cache[0].T), db


@mistake(
    "linear_backward",
    says="db lacks the 1/m",
    hint="db is a mean over the examples, and you have their sum: what is left to divide by?",
)
def linear_backward_db_without_mean(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, np.sum(dZ, axis=1, keepdims=True)


@mistake(
    "linear_backward",
    says="db is divided by m twice: np.mean holds one 1/m already",
    hint="A mean is a sum divided by its count: is anything left to divide by after np.mean?",
)
def linear_backward_db_mean_twice(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, np.mean(dZ, axis=1, keepdims=True) / dZ.shape[1]


@mistake(
    "linear_backward",
    says="dA_prev is divided by m, which only dW and db are",
    hint="dA_prev has a column for each example, so nothing was summed over the examples there: is it a mean?",
)
def linear_backward_da_with_mean(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev / dZ.shape[1], dW, db


@mistake(
    "linear_backward",
    says="dZ is divided by m at the start, and with it dA_prev",
    hint="Two of the three formulas have a 1/m: which one has none?",
)
def linear_backward_error_with_mean(dZ, cache):
    m = dZ.shape[1]
    return linear_backward(dZ / m, cache)


@mistake(
    "linear_backward",
    says="m is taken from the rows of A_prev, which are the units of the layer before",
    hint="A_prev is (n_prev, m), an example in each column: which of its two sizes is m?",
)
def linear_backward_rows_of_a_prev(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[0]
    return np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / m, np.sum(dZ, axis=1, keepdims=True) / m


@mistake(
    "linear_backward",
    says="m is taken from the rows of dZ, which are the units of this layer",
    hint="dZ is (n, m), an example in each column: which of its two sizes is m?",
)
def linear_backward_rows_of_dz(dZ, cache):
    A_prev, W, b = cache
    m = len(dZ)
    return np.dot(W.T, dZ), np.dot(dZ, A_prev.T) / m, np.sum(dZ, axis=1, keepdims=True) / m


@mistake(
    "linear_backward",
    says="db has lost its second axis",
    hint="A bias is a column, (n, 1): with which setting does np.sum keep the axis it sums over?",
)
def linear_backward_db_flat(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, np.sum(dZ, axis=1) / dZ.shape[1]


@mistake(
    "linear_backward",
    says="db is summed over the units, not over the examples",
    hint="Rows are units and columns are examples: which axis is to disappear?",
)
def linear_backward_db_over_units(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, np.sum(dZ, axis=0, keepdims=True) / dZ.shape[1]


@mistake(
    "linear_backward",
    says="db is summed over the units, as Python's own sum does, and has one axis only",
    hint="db has an entry for each unit, in a column: over which axis do the examples lie, and which shape is kept?",
)
def linear_backward_db_by_python_sum(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, sum(dZ) / dZ.shape[1]


@mistake(
    "linear_backward",
    says="db is a single number: the sum runs over the units, too",
    hint="Every unit has a bias of its own: over which axis do the examples lie?",
)
def linear_backward_db_of_everything(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, np.sum(dZ) / dZ.shape[1]


@mistake(
    "linear_backward",
    says="db is the mean of the whole matrix dZ, over its units, too",
    hint="Every unit has a bias of its own: over which axis do the examples lie?",
)
def linear_backward_db_mean_of_everything(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, np.mean(dZ)


@mistake(
    "linear_backward",
    says="db is not summed: there is a column for each example",
    hint="A bias gradient has the shape of its bias: what does the big sigma of the formula ask for?",
)
def linear_backward_db_not_summed(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, dZ / dZ.shape[1]


@mistake(
    "linear_backward",
    says="db is the bias b from the cache, divided by m",
    hint="A bias gradient does not depend on the bias: what is summed in its formula?",
)
def linear_backward_db_of_b(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, dW, np.sum(cache[2], axis=1, keepdims=True) / dZ.shape[1]


@mistake(
    "linear_backward",
    says="W is not turned in dA_prev",
    hint="dZ is (n, m) and dA_prev is (n_prev, m): which shape must the matrix before dZ have?",
)
def linear_backward_w_not_turned(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dA_prev = np.dot(W, dZ)
    return dA_prev, np.dot(dZ, A_prev.T) / m, np.sum(dZ, axis=1, keepdims=True) / m


@mistake(
    "linear_backward",
    says="A_prev is not turned in dW",
    hint="dZ is (n, m) and dW is (n, n_prev): which shape must the matrix after dZ have?",
)
def linear_backward_a_prev_not_turned(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = np.dot(dZ, A_prev) / m
    return np.dot(W.T, dZ), dW, np.sum(dZ, axis=1, keepdims=True) / m


@mistake(
    "linear_backward",
    says="dW is transposed: its factors are swapped",
    hint="dW has the shape of W, (n, n_prev): which factor comes first, and which one is turned?",
)
def linear_backward_dw_transposed(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, np.dot(cache[0], dZ.T) / dZ.shape[1], db


@mistake(
    "linear_backward",
    says="dA_prev is transposed: its factors are swapped",
    hint="dA_prev has the shape of A_prev, (n_prev, m): which factor comes first, and which one is turned?",
)
def linear_backward_da_transposed(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return np.dot(dZ.T, cache[1]), dW, db


@mistake(
    "linear_backward",
    says="W and dZ are multiplied entry by entry, which fits a single unit only",
    hint="With several units each sends its error back to each unit before, and these are summed: which product sums?",
)
def linear_backward_da_elementwise(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dA_prev = W.T * dZ
    return dA_prev, np.dot(dZ, A_prev.T) / m, np.sum(dZ, axis=1, keepdims=True) / m


@mistake(
    "linear_backward",
    says="the bias is added to dA_prev, as on the way forward",
    hint="A constant has no slope: does b stand in the formula of dA_prev?",
)
def linear_backward_da_with_bias(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dA_prev = np.dot(W.T, dZ) + b
    return dA_prev, np.dot(dZ, A_prev.T) / m, np.sum(dZ, axis=1, keepdims=True) / m


@mistake(
    "linear_backward",
    says="the cache is unpacked in another order than it was packed: W is called A_prev, and A_prev is called W",
    hint="`linear_forward` packed three arrays: read there in which order.",
)
def linear_backward_unpacked_otherwise(dZ, cache):
    W, A_prev, b = cache
    return linear_backward(dZ, (A_prev, W, b))


@mistake(
    "linear_backward",
    says="all three gradients have the wrong sign",
    hint="The minus of the descent belongs into `update_parameters`: do these formulas have one?",
)
def linear_backward_negated(dZ, cache):
    return linear_backward(-dZ, cache)


@mistake(
    "linear_backward",
    says="the gradients come back in the order dW, db, dA_prev",
    hint="Whoever calls it unpacks by place: in which order does the docstring name them?",
)
def linear_backward_da_last(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dW, db, dA_prev


@mistake(
    "linear_backward",
    says="dW and db have changed places in what comes back",
    hint="Whoever calls it unpacks by place: in which order does the docstring name them?",
)
def linear_backward_db_before_dw(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dA_prev, db, dW


@mistake(
    "linear_backward",
    says="dA_prev does not come back",
    hint="The layer before needs its gradient, too: how many arrays does the docstring name?",
)
def linear_backward_without_da(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return dW, db


@mistake(
    "linear_backward",
    says="the gradients come back in a dictionary, not as three arrays",
    hint="Whoever calls it unpacks three arrays: what stands behind the `return`?",
)
def linear_backward_dictionary(dZ, cache):
    dA_prev, dW, db = linear_backward(dZ, cache)
    return {"dA_prev": dA_prev, "dW": dW, "db": db}


@mistake(
    "linear_backward",
    says="the answer is right, but `/=` writes into the dZ that your function was given",
    hint="dZ belongs to the caller: which way of dividing makes a new array?",
)
def linear_backward_in_place(dZ, cache):
    A_prev, W, b = cache
    dA_prev = np.dot(W.T, dZ)
    dZ /= dZ.shape[1]
    return dA_prev, np.dot(dZ, A_prev.T), np.sum(dZ, axis=1, keepdims=True)
