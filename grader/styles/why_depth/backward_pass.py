"""Right answers to `backward_pass` in other styles."""

from __future__ import annotations

import functools
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.why_depth.right import backward_pass, backward_step, described

style = Gallery()


style("backward_pass")(backward_pass)
style("backward_pass", "pass_described")(described(backward_pass))
style("backward_pass", "pass_by_reduce")(lambda Js: functools.reduce(backward_step, Js[::-1], np.ones((1, 1))))


@style("backward_pass")
def pass_by_reversed(Js):
    d = np.array([[1.0]])
    for J in reversed(Js):
        d = backward_step(d, J)
    return d


@style("backward_pass")
def pass_by_index(Js):
    d = np.ones((1, 1))
    for l in range(len(Js) - 1, -1, -1):
        d = backward_step(d, Js[l])
    return d


@style("backward_pass")
def pass_by_negative_index(Js):
    d = np.ones((1, 1))
    for l in range(1, len(Js) + 1):
        d = backward_step(d, Js[-l])
    return d


@style("backward_pass")
def pass_by_reversed_range(Js):
    d = np.ones((1, 1))
    for l in reversed(range(len(Js))):
        d = backward_step(d, Js[l])
    return d


@style("backward_pass")
def pass_by_while(Js):
    d, l = np.ones((1, 1)), len(Js)
    while l > 0:
        l -= 1
        d = backward_step(d, Js[l])
    return d


@style("backward_pass")
def pass_without_the_step(Js):
    d = np.ones((1, 1))
    for J in Js[::-1]:
        d = J.T @ d
    return d


@style("backward_pass")
def pass_by_recursion(Js):
    if len(Js) == 0:
        return np.ones((1, 1))
    return Js[0].T @ pass_by_recursion(Js[1:])


@style("backward_pass")
def pass_by_one_product(Js):
    return np.linalg.multi_dot([*Js[::-1], np.eye(Js[0].shape[1])]).T


@style("backward_pass")
def pass_forward_by_products(Js):
    whole = Js[0]
    for J in Js[1:]:
        whole = J @ whole
    return whole.T


@style("backward_pass")
def pass_with_all_kept(Js):
    kept = [np.ones((1, 1))]
    for J in Js[::-1]:
        kept.insert(0, backward_step(kept[0], J))
    return kept[0]


@style("backward_pass")
def pass_on_a_copy(Js):
    left = list(Js)
    d = np.ones((1, 1))
    while left:
        d = backward_step(d, left.pop())
    return d


@style("backward_pass")
def pass_in_single_precision(Js):
    d = np.ones((1, 1), dtype=np.float32)
    for J in reversed(Js):
        d = J.T.astype(np.float32) @ d
    return d


@style("backward_pass")
def pass_that_talks(Js):
    d = np.ones((1, 1))
    for number, J in enumerate(reversed(Js)):
        d = backward_step(d, J)
        print("after step", number, d.ravel())
    warnings.warn("the values were not checked", stacklevel=2)
    assert d.shape == (Js[0].shape[1], 1)
    return d
