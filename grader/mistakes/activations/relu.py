"""Known mistakes in `relu`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.activations.right import sigmoid

mistake = Catalogue()


@mistake(
    "relu",
    says="the smaller of 0 and z is taken, not the larger",
    hint="A positive score passes unchanged, a negative one becomes 0: yours is the other way round.",
)
def relu_minimum(z):
    return np.minimum(0, z)


@mistake(
    "relu",
    says="this is the absolute value: negative scores come out positive",
    hint="A negative score becomes 0, however far from 0 it is.",
)
def relu_absolute(z):
    return np.abs(z)


@mistake(
    "relu",
    says="this is a step, 0 or 1: it is the slope of ReLU",
    hint="A positive score comes out as it is, not as 1.",
)
def relu_step(z):
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "relu",
    says="this is the leaky ReLU: negative scores are not 0, only small",
    hint="Here a negative score becomes exactly 0; the leaky curve comes next.",
)
def relu_leaky(z):
    return np.where(z > 0, z, 0.01 * z)


@mistake(
    "relu",
    says="it stops on an array: `max` and `if` compare one number, not a whole array",
    hint="NumPy has a function that takes the larger of two numbers for every entry of an array.",
)
def relu_builtin_max(z):
    return max(0, z)


@mistake(
    "relu",
    says="np.max finds the largest entry of one array: it does not compare z with 0",
    hint="NumPy has another function, with a longer name, which takes the larger of two for every entry.",
)
def relu_np_max(z):
    return np.max(z)


@mistake(
    "relu",
    says="what is above 1 is cut off as well",
    hint="There is a floor at 0 and no ceiling: large scores pass unchanged.",
)
def relu_clipped(z):
    return np.clip(z, 0, 1)


@mistake(
    "relu",
    says="this is the softplus, log(1 + e^z), a rounded ReLU",
    hint="The ReLU has a corner: below 0 it is exactly 0.",
)
def relu_softplus(z):
    return np.log(1 + np.exp(z))


@mistake(
    "relu",
    says="this is the sigmoid",
    hint="The ReLU has no exponential in it: write down the formula above the cell.",
)
def relu_sigmoid(z):
    return sigmoid(z)


@mistake(
    "relu",
    says="the score is multiplied with the sigmoid, which is another activation",
    hint="The ReLU has no exponential in it: each score is either kept or becomes 0.",
)
def relu_swish(z):
    return z * sigmoid(z)


@mistake(
    "relu",
    says="the negative entries are left out, so that the answer has another shape",
    hint="A layer must answer for every unit and example: a negative score becomes 0, and stays in its place.",
)
def relu_filtered(z):
    z = np.atleast_1d(z)
    return z[z > 0]


@mistake(
    "relu",
    says="negative scores become 1, not 0",
    hint="A unit that is not excited says nothing: which number is that?",
)
def relu_one_below(z):
    return np.where(z > 0, z, 1.0)


@mistake(
    "relu",
    says="the answer is right, but your function writes into the array z that it was given",
    hint="The score z is needed again on the way back: make a new array, and leave the caller's as it is.",
)
def relu_changes_z(z):
    z *= z > 0
    return z
