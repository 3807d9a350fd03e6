"""Known mistakes in `linear_forward`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import linear_forward, relu, sigmoid

mistake = Catalogue()


@mistake(
    "linear_forward",
    says="b is left out",
    hint="Compare your line with the formula: what is added to the product?",
)
def linear_without_b(A, W, b):
    Z = np.dot(W, A)
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="b is subtracted",
    hint="Compare your line with the formula: which sign stands before b?",
)
def linear_minus_b(A, W, b):
    Z = np.dot(W, A) - b
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="b is added twice",
    hint="One b for each unit: how many of your lines add it?",
)
def linear_b_twice(A, W, b):
    Z = np.dot(W, A) + b
    Z = Z + b
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="b is multiplied with the product, not added",
    hint="Compare your line with the formula: what does it do with b?",
)
def linear_times_b(A, W, b):
    Z = np.dot(W, A) * b
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="all units get the first unit's bias",
    hint="b is a column with a row for each unit, and broadcasting wants all of it: what is picked out of b?",
)
def linear_first_b(A, W, b):
    Z = np.dot(W, A) + b[0]
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="b is turned into a row",
    hint="Z has a row for each unit, and so has b as it is: write the shapes of both under the plus.",
)
def linear_b_turned(A, W, b):
    Z = np.dot(W, A) + b.T
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="b is added to A, before the product",
    hint="b has a row for each unit of this layer, A for each of the layer before: where does the bracket close?",
)
def linear_b_inside(A, W, b):
    Z = np.dot(W, A + b)
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="W is turned, as w was in lesson 02",
    hint="W is (n, n_prev) and A is (n_prev, m): do the inner sizes agree as they are?",
)
def linear_w_turned(A, W, b):
    Z = np.dot(W.T, A) + b
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="the factors of the product are swapped",
    hint="In a matrix product the order counts: which factor has n_prev columns?",
)
def linear_swapped_product(A, W, b):
    Z = np.dot(A, W) + b
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="W and A are multiplied entry by entry",
    hint="Every unit sums over all units of the layer before: `*` does not sum, the matrix product does.",
)
def linear_elementwise(A, W, b):
    Z = W * A + b
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="Z is transposed: an example stands in each row",
    hint="Examples stand in columns throughout: which shape has the product in the order of the formula?",
)
def linear_transposed(A, W, b):
    Z = np.dot(A.T, W.T) + b.T
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="Z is divided by the number of examples",
    hint="Each example has its own Z: where in the formula is there a mean?",
)
def linear_over_m(A, W, b):
    m = A.shape[1]
    Z = (np.dot(W, A) + b) / m
    return Z, (A, W, b)


@mistake(
    "linear_forward",
    says="the sigmoid is already applied to Z",
    hint="This function is the linear part alone; the activation follows in the next exercise.",
)
def linear_with_sigmoid(A, W, b):
    Z, cache = linear_forward(A, W, b)
    return sigmoid(Z)[0], cache


@mistake(
    "linear_forward",
    says="relu is already applied to Z",
    hint="This function is the linear part alone; the activation follows in the next exercise.",
)
def linear_with_relu(A, W, b):
    Z, cache = linear_forward(A, W, b)
    return relu(Z)[0], cache


@mistake(
    "linear_forward",
    says="the cache is in another order: W stands before A",
    hint="What reads the cache goes by place, not by name: in which order does the docstring list it?",
)
def linear_cache_w_first(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (W, A, b)


@mistake(
    "linear_forward",
    says="the cache is in another order: A stands last",
    hint="What reads the cache goes by place, not by name: in which order does the docstring list it?",
)
def linear_cache_a_last(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (W, b, A)


@mistake(
    "linear_forward",
    says="the cache holds Z where A belongs",
    hint="The gradient of W will need what came into the layer, not what goes out of it.",
)
def linear_cache_z_for_a(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (Z, W, b)


@mistake(
    "linear_forward",
    says="the cache holds Z beside A, W and b",
    hint="The linear cache keeps what came in: how many entries does the docstring list?",
)
def linear_cache_of_four(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (A, W, b, Z)


@mistake(
    "linear_forward",
    says="b is missing in the cache",
    hint="The docstring lists three entries: which argument is not kept?",
)
def linear_cache_without_b(A, W, b):
    Z = np.dot(W, A) + b
    return Z, (A, W)


@mistake(
    "linear_forward",
    says="the cache is a dictionary, not a tuple",
    hint="What reads the cache unpacks it by place: which brackets make a tuple?",
)
def linear_cache_dictionary(A, W, b):
    Z = np.dot(W, A) + b
    return Z, {"A": A, "W": W, "b": b}


@mistake(
    "linear_forward",
    says="the cache is unpacked: four results come back, not two",
    hint="A, W and b travel as one thing, the cache: put brackets around the three.",
)
def linear_cache_unpacked(A, W, b):
    Z = np.dot(W, A) + b
    return Z, A, W, b


@mistake(
    "linear_forward",
    says="only Z comes back, without the cache",
    hint="The way back needs what came into the layer: the docstring lists two results.",
)
def linear_without_cache(A, W, b):
    return np.dot(W, A) + b


@mistake(
    "linear_forward",
    says="the cache comes first, and Z second",
    hint="In which order does the docstring list the two results?",
)
def linear_cache_first(A, W, b):
    Z = np.dot(W, A) + b
    return (A, W, b), Z
