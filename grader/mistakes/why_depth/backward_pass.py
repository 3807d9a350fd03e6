"""Known mistakes in `backward_pass`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.why_depth.right import backward_step

mistake = Catalogue()


@mistake(
    "backward_pass",
    says="the layers are walked from the first to the last",
    hint="The derivatives come from the end: which layer has to be first?",
)
def pass_forward(Js):
    d = np.ones((1, 1))
    for J in Js:
        d = backward_step(d, J)
    return d


@mistake(
    "backward_pass",
    says="the last layer is left out",
    hint="The pass begins with 1 behind the last layer: that layer's J is the first to be used.",
)
def pass_without_last(Js):
    d = np.ones((len(Js[-1].T), 1))
    for J in reversed(Js[:-1]):
        d = backward_step(d, J)
    return d


@mistake(
    "backward_pass",
    says="the first layer is left out",
    hint="The pass ends at the inputs: is the J of the first layer used?",
)
def pass_without_first(Js):
    d = np.ones((1, 1))
    for J in reversed(Js[1:]):
        d = backward_step(d, J)
    return d


@mistake(
    "backward_pass",
    says="only the last layer is used",
    hint="One step goes one layer back, so it takes as many as there are layers. How far is your `return` indented?",
)
def pass_one_step(Js):
    return backward_step(np.ones((1, 1)), Js[-1])


@mistake(
    "backward_pass",
    says="each step begins anew with ones: what the step before returned is not used",
    hint="A step takes the d of the layer behind it: which variable holds that?",
)
def pass_not_handed_on(Js):
    for J in reversed(Js):
        d = backward_step(np.ones((len(J), 1)), J)
    return d


@mistake(
    "backward_pass",
    says="the pass begins with 0, so that every derivative is 0",
    hint="The derivative of the end by itself is 1: the stub gives it.",
)
def pass_of_zeros(Js):
    d = np.zeros((1, 1))
    for J in reversed(Js):
        d = backward_step(d, J)
    return d


@mistake(
    "backward_pass",
    says="the derivatives are added up into one number",
    hint="Each input has a derivative of its own: nothing is summed at the end.",
)
def pass_summed(Js):
    d = np.ones((1, 1))
    for J in reversed(Js):
        d = backward_step(d, J)
    return np.sum(d)


@mistake(
    "backward_pass",
    says="the answer is a row, not a column",
    hint="Derivatives stand in a column, (n_0, 1), as each step returns them.",
)
def pass_row(Js):
    d = np.ones((1, 1))
    for J in reversed(Js):
        d = backward_step(d, J)
    return d.T


@mistake(
    "backward_pass",
    says="the derivatives of all layers come back in a list",
    hint="Only those by the inputs are asked for: the last ones that were computed.",
)
def pass_all_layers(Js):
    ds = [np.ones((1, 1))]
    for J in reversed(Js):
        ds.append(backward_step(ds[-1], J))
    return ds


@mistake(
    "backward_pass",
    says="the result of each step is added to d, where it takes the place of d",
    hint="A step already returns the derivatives of the layer before: nothing of the old d belongs to them.",
)
def pass_accumulates(Js):
    d = np.ones((1, 1))
    for J in reversed(Js):
        d = np.sum(d) + backward_step(d, J)
    return d


@mistake(
    "backward_pass",
    says="the answer is right, but your function turns the caller's list round",
    hint="`Js.reverse()` changes the list itself: there is a way to walk through it backwards that does not.",
)
def pass_reverses_list(Js):
    Js.reverse()
    d = np.ones((1, 1))
    for J in Js:
        d = backward_step(d, J)
    return d


@mistake(
    "backward_pass",
    says="the answer is right, but your function empties the caller's list",
    hint="`Js.pop()` takes the matrices away for good: walk through the list and leave it as it is.",
)
def pass_empties_list(Js):
    d = np.ones((1, 1))
    while Js:
        d = backward_step(d, Js.pop())
    return d
