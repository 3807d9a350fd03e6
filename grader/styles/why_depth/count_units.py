"""Right answers to `count_units` in other styles."""

from __future__ import annotations

import math
import warnings
from collections import namedtuple

import numpy as np

from grader.styles import Gallery
from grader.styles.why_depth.right import count_units, described

style = Gallery()


style("count_units")(count_units)
style("count_units", "units_described")(described(count_units))
style("count_units", "units_as_a_lambda")(lambda n: (n - 1, 2 ** (n - 1)))
style("count_units", "units_by_shift")(lambda n: (n - 1, 1 << (n - 1)))


@style("count_units")
def units_by_half(n):
    return n - 1, 2**n // 2


@style("count_units")
def units_by_division(n):
    return n - 1, 2**n / 2


@style("count_units")
def units_as_floats(n):
    return float(n - 1), 2.0 ** (n - 1)


@style("count_units")
def units_by_pow(n):
    return n - 1, pow(2, n - 1)


@style("count_units")
def units_by_math(n):
    return n - 1, int(math.pow(2, n - 1))


@style("count_units")
def units_by_numpy(n):
    return np.subtract(n, 1), np.power(2, np.int64(n - 1))


@style("count_units")
def units_by_layers(n):
    tree, bits = 0, n
    while bits > 1:
        bits //= 2
        tree += bits
    return tree, 2 ** (n - 1)


@style("count_units")
def units_by_sum_of_powers(n):
    return sum(2**l for l in range(int(math.log2(n)))), 2 ** (n - 1)


@style("count_units")
def units_by_doubling(n):
    wide = 1
    for _ in range(n - 1):
        wide = wide * 2
    return (n - 1, wide)


@style("count_units")
def units_by_binomials(n):
    return n - 1, sum(math.comb(n, ones) for ones in range(1, n + 1, 2))


@style("count_units")
def units_as_a_named_tuple(n):
    units = namedtuple("Units", "tree wide")
    return units(n - 1, 2 ** (n - 1))


@style("count_units")
def units_that_talk(n):
    tree, wide = n - 1, 2 ** (n - 1)
    print(tree, "against", wide)
    warnings.warn("that is a lot", stacklevel=2)
    assert tree < wide
    return tree, wide
