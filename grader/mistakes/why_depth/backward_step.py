"""Known mistakes in `backward_step`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "backward_step",
    says="J is not turned",
    hint="Going back, the sum runs over the rows of J: write the shapes under both factors.",
)
def step_not_turned(d, J):
    return np.dot(J, d)


@mistake(
    "backward_step",
    says="only the first path is followed",
    hint="All paths end in the same place: what comes along each of them has to be added.",
)
def step_first_path(d, J):
    return d[0] * J[:1].T


@mistake(
    "backward_step",
    says="only the last path is left: each one overwrites what came before",
    hint="Where paths meet, their parts add up: is the sum begun before the loop, and added to in it?",
)
def step_last_path(d, J):
    return d[-1] * J[-1:].T


@mistake(
    "backward_step",
    says="the mean over the paths is taken, not the sum",
    hint="What comes along the paths adds up: nothing is divided.",
)
def step_mean(d, J):
    return np.dot(J.T, d) / len(d)


@mistake(
    "backward_step",
    says="the largest of the paths is taken, not their sum",
    hint="Every path has its share: they add up.",
)
def step_largest(d, J):
    return np.max(d * J, axis=0)[:, np.newaxis]


@mistake(
    "backward_step",
    says="the paths are multiplied with one another, where they meet",
    hint="Along a path the derivatives are multiplied, where paths meet they are added.",
)
def step_product(d, J):
    return np.prod(d * J, axis=0)[:, np.newaxis]


@mistake(
    "backward_step",
    says="d is left out: only the local derivatives are added",
    hint="A path goes on to the end: what the rest of it is worth is what d says.",
)
def step_without_d(d, J):
    return np.sum(J, axis=0)[:, np.newaxis]


@mistake(
    "backward_step",
    says="the local derivatives are added to d, not multiplied with it",
    hint="Along a path the derivatives are multiplied, where paths meet they are added.",
)
def step_added(d, J):
    return np.sum(d + J, axis=0)[:, np.newaxis]


@mistake(
    "backward_step",
    says="the sum is missing: each path stands alone",
    hint="For each unit before, the parts of all its paths make one number.",
)
def step_not_summed(d, J):
    return (d * J).T


@mistake(
    "backward_step",
    says="the answer is a row, not a column",
    hint="Derivatives stand in a column, (n_prev, 1), as d does: which factor comes first?",
)
def step_row(d, J):
    return np.dot(d.T, J)


@mistake(
    "backward_step",
    says="the sign is turned",
    hint="This is the derivative; the minus belongs to the step downhill, which comes later.",
)
def step_negated(d, J):
    return -np.dot(J.T, d)


@mistake(
    "backward_step",
    says="the answer is right, but `*=` writes into the array J that your function was given",
    hint="A product under a name of its own leaves the caller's array as it is.",
)
def step_changes_j(d, J):
    J *= d
    return np.sum(J, axis=0)[:, np.newaxis]
