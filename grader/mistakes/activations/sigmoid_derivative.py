"""Known mistakes in `sigmoid_derivative`."""

from __future__ import annotations

import math

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.activations.right import sigmoid

mistake = Catalogue()


@mistake(
    "sigmoid_derivative",
    says="this is the sigmoid itself, not its slope",
    hint="The value s is only the beginning: the formula goes one step further.",
)
def sigmoid_value(z):
    return sigmoid(z)


@mistake(
    "sigmoid_derivative",
    says="the sign in the bracket is turned: s(1 + s)",
    hint="At z = 0, where s is one half, the slope must be a quarter: try your formula there.",
)
def sigmoid_slope_plus(z):
    s = sigmoid(z)
    return s * (1 + s)


@mistake(
    "sigmoid_derivative",
    says="the formula is used on z, where s belongs",
    hint="The slope is made of the sigmoid's value: compute s first, then use nothing else.",
)
def sigmoid_slope_of_z(z):
    return z * (1 - z)


@mistake(
    "sigmoid_derivative",
    says="one of the two factors holds z, where s belongs",
    hint="Both factors are made of the value s: read the bracket again.",
)
def sigmoid_slope_half_of_z(z):
    return sigmoid(z) * (1 - z)


@mistake(
    "sigmoid_derivative",
    says="the slope of tanh is used, one less the square",
    hint="Each curve has a formula of its own: that of the sigmoid is a product of two factors.",
)
def sigmoid_slope_of_tanh(z):
    s = sigmoid(z)
    return 1 - s**2


@mistake(
    "sigmoid_derivative",
    says="the factor s is missing, only 1 - s is left",
    hint="The slope goes to 0 on both sides: far out to the left, yours does not.",
)
def sigmoid_slope_without_s(z):
    s = sigmoid(z)
    return 1 - s


@mistake(
    "sigmoid_derivative",
    says="the sigmoid is applied twice",
    hint="Once you have s, it goes into the formula as it is.",
)
def sigmoid_slope_twice(z):
    s = sigmoid(sigmoid(z))
    return s * (1 - s)


@mistake(
    "sigmoid_derivative",
    says="the slope has the wrong sign",
    hint="The sigmoid climbs everywhere, so its slope is positive everywhere.",
)
def sigmoid_slope_negated(z):
    s = sigmoid(z)
    return s * (s - 1)


@mistake(
    "sigmoid_derivative",
    says="s is multiplied with itself, not with what is left to 1",
    hint="The slope goes to 0 on both sides: far out to the right, yours does not.",
)
def sigmoid_slope_squared(z):
    s = sigmoid(z)
    return s * s


@mistake(
    "sigmoid_derivative",
    says="it answers for a single number, but an array stops it with a TypeError",
    hint="The functions of `math` take one number only: the sigmoid that you were given takes arrays.",
)
def sigmoid_slope_with_math(z):
    s = 1 / (1 + math.exp(-z))
    return s * (1 - s)


@mistake(
    "sigmoid_derivative",
    says="the answer is right, but your function writes into the array z that it was given",
    hint="`z *= -1` and its like change the caller's array: keep what you compute under a name of its own.",
)
def sigmoid_slope_changes_z(z):
    z *= -1
    s = 1 / (1 + np.exp(z))
    return s * (1 - s)
