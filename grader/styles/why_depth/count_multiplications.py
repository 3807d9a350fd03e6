"""Right answers to `count_multiplications` in other styles."""

from __future__ import annotations

import functools
import math
import operator
import warnings
from itertools import pairwise

import numpy as np

from grader.styles import Gallery
from grader.styles.why_depth.right import count_multiplications, described

style = Gallery()


style("count_multiplications")(count_multiplications)
style("count_multiplications", "count_described")(described(count_multiplications))
style("count_multiplications", "count_as_a_lambda")(
    lambda widths: (
        (len(widths) - 1) * math.prod(widths),
        sum(widths[l] * widths[l + 1] for l in range(len(widths) - 1)),
    )
)


@style("count_multiplications")
def count_by_numpy(widths):
    widths = np.array(widths)
    return (widths.size - 1) * np.prod(widths), np.sum(widths[1:] * widths[:-1])


@style("count_multiplications")
def count_by_dot(widths):
    return (len(widths) - 1) * np.prod(widths), np.dot(widths[1:], widths[:-1])


@style("count_multiplications")
def count_by_zip(widths):
    by_paths = (len(widths) - 1) * math.prod(widths)
    backward = sum(n * n_prev for n, n_prev in zip(widths[1:], widths[:-1]))
    return by_paths, backward


@style("count_multiplications")
def count_by_pairwise(widths):
    pairs = list(pairwise(widths))
    return len(pairs) * math.prod(widths), sum(map(math.prod, pairs))


@style("count_multiplications")
def count_by_reduce(widths):
    paths = functools.reduce(operator.mul, widths)
    return paths * (len(widths) - 1), sum(map(operator.mul, widths, widths[1:]))


@style("count_multiplications")
def count_by_one_loop(widths):
    L, paths, backward = 0, widths[0], 0
    for n_prev, n in zip(widths, widths[1:]):
        L += 1
        paths *= n
        backward += n_prev * n
    return L * paths, backward


@style("count_multiplications")
def count_by_while(widths):
    l, paths, backward = 1, widths[0], 0
    while l < len(widths):
        paths = paths * widths[l]
        backward = backward + widths[l] * widths[l - 1]
        l = l + 1
    return paths * (l - 1), backward


@style("count_multiplications")
def count_as_floats(widths):
    sizes = np.asarray(widths, dtype=float)
    return sizes.prod() * (len(sizes) - 1), float(sizes[1:] @ sizes[:-1])


@style("count_multiplications")
def count_by_matrices(widths):
    Js = [np.ones((n, n_prev)) for n_prev, n in zip(widths, widths[1:])]
    d = np.ones((1, 1))
    for J in reversed(Js):
        d = J.T @ d
    return int(d.sum()) * len(Js), sum(J.size for J in Js)


@style("count_multiplications")
def count_by_recursion(widths):
    def paths(rest):
        return 1 if not rest else rest[0] * paths(rest[1:])

    def pairs(rest):
        return 0 if len(rest) < 2 else rest[0] * rest[1] + pairs(rest[1:])

    return (len(widths) - 1) * paths(widths), pairs(widths)


@style("count_multiplications")
def count_that_talks(widths):
    L = len(widths) - 1
    by_paths, backward = L * math.prod(widths), sum(widths[l] * widths[l - 1] for l in range(1, L + 1))
    print(by_paths, "against", backward)
    warnings.warn("that is a lot", stacklevel=2)
    assert backward <= by_paths
    return by_paths, backward
