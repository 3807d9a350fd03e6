"""Known mistakes in `count_multiplications`."""

from __future__ import annotations

import math
from itertools import pairwise

from grader.mistakes import Catalogue

mistake = Catalogue()


def entries(widths):
    return sum(n * n_prev for n_prev, n in pairwise(widths))


@mistake(
    "count_multiplications",
    says="the paths are counted, not the multiplications along them",
    hint="Each path multiplies a local derivative of each layer: how many are that?",
)
def count_paths_only(widths):
    return math.prod(widths), entries(widths)


@mistake(
    "count_multiplications",
    says="the input is counted as a layer: one multiplication too many on each path",
    hint="widths holds the input too, so it is one longer than the number of layers.",
)
def count_with_input_layer(widths):
    return len(widths) * math.prod(widths), entries(widths)


@mistake(
    "count_multiplications",
    says="one multiplication too few is counted on each path",
    hint="A path begins with 1 and multiplies the local derivative of each of its layers.",
)
def count_one_too_few(widths):
    return (len(widths) - 2) * math.prod(widths), entries(widths)


@mistake(
    "count_multiplications",
    says="the widths are added, where the choices of a path multiply",
    hint="For each unit of one layer a path may go on to any unit of the next.",
)
def count_summed_widths(widths):
    return (len(widths) - 1) * sum(widths), entries(widths)


@mistake(
    "count_multiplications",
    says="the paths from one input only are counted",
    hint="The derivatives by all inputs are wanted: a path also chooses where it begins.",
)
def count_from_one_input(widths):
    return (len(widths) - 1) * math.prod(widths[1:]), entries(widths)


@mistake(
    "count_multiplications",
    says="backwards the units are counted, not the local derivatives between them",
    hint="Between two layers there is a local derivative for every pair of units.",
)
def count_units_backward(widths):
    return (len(widths) - 1) * math.prod(widths), sum(widths)


@mistake(
    "count_multiplications",
    says="backwards the first layer is left out",
    hint="The derivatives by the inputs are wanted: the first layer's J is used too.",
)
def count_without_first(widths):
    return (len(widths) - 1) * math.prod(widths), entries(widths[1:])


@mistake(
    "count_multiplications",
    says="backwards the last layer is left out",
    hint="The pass begins with 1 behind the last layer, and multiplies that layer's derivatives too.",
)
def count_without_last(widths):
    return (len(widths) - 1) * math.prod(widths), entries(widths[:-1])


@mistake(
    "count_multiplications",
    says="backwards the products of neighbours are multiplied, not added",
    hint="One layer is done after the other: their work adds up.",
)
def count_multiplied_backward(widths):
    return (len(widths) - 1) * math.prod(widths), math.prod(n * n_prev for n_prev, n in pairwise(widths))


@mistake(
    "count_multiplications",
    says="backwards the squares of the widths are added",
    hint="J has a row for each unit of its layer and a column for each unit of the layer before.",
)
def count_squares_backward(widths):
    return (len(widths) - 1) * math.prod(widths), sum(n * n for n in widths)
