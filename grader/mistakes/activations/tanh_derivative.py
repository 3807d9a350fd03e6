"""Known mistakes in `tanh_derivative`."""

from __future__ import annotations

import math

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.activations.right import sigmoid

mistake = Catalogue()


@mistake(
    "tanh_derivative",
    says="this is tanh itself, not its slope",
    hint="The value t is only the beginning: the formula goes one step further.",
)
def tanh_value(z):
    return np.tanh(z)


@mistake(
    "tanh_derivative",
    says="the sign is turned: 1 + t^2",
    hint="tanh is nowhere steeper than at 0, where its slope is 1: try your formula far out.",
)
def tanh_slope_plus(z):
    return 1 + np.tanh(z) ** 2


@mistake(
    "tanh_derivative",
    says="z is squared, where t belongs",
    hint="The slope is made of the value of tanh: compute t first, then use nothing else.",
)
def tanh_slope_of_z(z):
    return 1 - z**2


@mistake(
    "tanh_derivative",
    says="the square is missing",
    hint="The slope is the same on both sides of 0, so the sign of t cannot matter.",
)
def tanh_slope_without_square(z):
    return 1 - np.tanh(z)


@mistake(
    "tanh_derivative",
    says="the whole bracket is squared, not t alone",
    hint="Powers come before differences: which part of the formula carries the 2?",
)
def tanh_slope_bracket_squared(z):
    return (1 - np.tanh(z)) ** 2


@mistake(
    "tanh_derivative",
    says="the slope of the sigmoid is used, with t in it",
    hint="Each curve has a formula of its own: that of tanh is one less a square.",
)
def tanh_slope_as_sigmoids(z):
    t = np.tanh(z)
    return t * (1 - t)


@mistake(
    "tanh_derivative",
    says="this is the slope of the sigmoid",
    hint="Another curve is asked for: which function gives the value t?",
)
def tanh_slope_of_the_sigmoid(z):
    s = sigmoid(z)
    return s * (1 - s)


@mistake(
    "tanh_derivative",
    says="z is squared before tanh is taken",
    hint="The 2 belongs to the value of tanh: close the bracket of tanh first.",
)
def tanh_slope_squared_inside(z):
    return 1 - np.tanh(z**2)


@mistake(
    "tanh_derivative",
    says="tanh is applied twice",
    hint="Once you have t, it goes into the formula as it is.",
)
def tanh_slope_twice(z):
    t = np.tanh(np.tanh(z))
    return 1 - t**2


@mistake(
    "tanh_derivative",
    says="the slope has the wrong sign",
    hint="tanh climbs everywhere, so its slope is positive everywhere.",
)
def tanh_slope_negated(z):
    return np.tanh(z) ** 2 - 1


@mistake(
    "tanh_derivative",
    says="t is doubled, where its square belongs",
    hint="In Python `**` makes a power and `*` a product.",
)
def tanh_slope_doubled(z):
    return 1 - np.tanh(z) * 2


@mistake(
    "tanh_derivative",
    says="it answers for a single number, but an array stops it with a TypeError",
    hint="The functions of `math` take one number only: NumPy has a tanh that takes arrays.",
)
def tanh_slope_with_math(z):
    return 1 - math.tanh(z) ** 2


@mistake(
    "tanh_derivative",
    says="the answer is right, but your function writes into the array z that it was given",
    hint="An operation with `=` at its end changes the caller's array: keep the square under a name of its own.",
)
def tanh_slope_changes_z(z):
    t = np.tanh(z)
    z *= 0
    z += 1 - t**2
    return z
