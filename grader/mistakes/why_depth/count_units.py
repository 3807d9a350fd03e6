"""Known mistakes in `count_units`."""

from __future__ import annotations

import math

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "count_units",
    says="the tree is given a unit for each bit, n",
    hint="Each unit turns two bits into one, so the number of bits goes down by one a unit. Where does it end?",
)
def units_tree_n(n):
    return n, 2 ** (n - 1)


@mistake(
    "count_units",
    says="for the tree the layers are counted, not the units in them",
    hint="The first layer alone has a unit for each pair of bits: add up all layers.",
)
def units_tree_depth(n):
    return int(math.log2(n)), 2 ** (n - 1)


@mistake(
    "count_units",
    says="for the tree only the first layer is counted",
    hint="The answers of the first layer are paired again: add up all layers.",
)
def units_tree_first_layer(n):
    return n // 2, 2 ** (n - 1)


@mistake(
    "count_units",
    says="a unit is counted for every input, odd or even",
    hint="The even inputs need none: the sum over the units is 0 where no unit fires.",
)
def units_wide_all(n):
    return n - 1, 2**n


@mistake(
    "count_units",
    says="the power is turned round: n squared grows far more slowly than 2 to the n",
    hint="Each bit more doubles the number of inputs: which number stands below, and which one above?",
)
def units_wide_square(n):
    return n - 1, (n - 1) ** 2


@mistake(
    "count_units",
    says="2 and n - 1 are multiplied, where a power belongs",
    hint="In Python `**` makes a power. Each bit more doubles the number of inputs.",
)
def units_wide_product(n):
    return n - 1, 2 * (n - 1)


@mistake(
    "count_units",
    says="`^` is no power in Python: it compares bits",
    hint="A power is written with two stars.",
)
def units_wide_caret(n):
    return n - 1, 2 ^ (n - 1)


@mistake(
    "count_units",
    says="the brackets of the exponent are missing: 2 to the n, less 1",
    hint="A power comes before a difference: what belongs above has to stand in brackets.",
)
def units_wide_without_brackets(n):
    return n - 1, 2**n - 1


@mistake(
    "count_units",
    says="the output unit is counted too, in the wide network",
    hint="Asked for are the units of the hidden layer.",
)
def units_wide_with_output(n):
    return n - 1, 2 ** (n - 1) + 1
