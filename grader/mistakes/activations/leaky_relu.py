"""Known mistakes in `leaky_relu`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "leaky_relu",
    says="this is ReLU: negative scores become 0, nothing leaks",
    hint="Left of 0 a little of the score is kept: how much is the argument that you do not use yet.",
)
def leaky_without_leak(z, slope=0.01):
    return np.maximum(0, z)


@mistake(
    "leaky_relu",
    says="the slope is written as a number, 0.01, whatever was handed over",
    hint="The argument has that default value already: use its name.",
)
def leaky_fixed_slope(z, slope=0.01):
    return np.where(z > 0, z, 0.01 * z)


@mistake(
    "leaky_relu",
    says="negative scores become the slope itself, not the slope times z",
    hint="Left of 0 runs a straight line that goes down on and on, not a shelf.",
)
def leaky_constant(z, slope=0.01):
    return np.where(z > 0, z, slope)


@mistake(
    "leaky_relu",
    says="the two sides are swapped: positive scores are made small",
    hint="A positive score passes unchanged: which of the two answers does np.where take when its condition holds?",
)
def leaky_swapped(z, slope=0.01):
    return np.where(z > 0, slope * z, z)


@mistake(
    "leaky_relu",
    says="negative scores come out positive",
    hint="Left of 0 the line lies below the axis: look at the sign.",
)
def leaky_turned_up(z, slope=0.01):
    return np.where(z > 0, z, -slope * z)


@mistake(
    "leaky_relu",
    says="both sides are multiplied with the slope",
    hint="A positive score passes unchanged; only a negative one is made smaller.",
)
def leaky_both_sides(z, slope=0.01):
    return slope * z


@mistake(
    "leaky_relu",
    says="negative scores are divided by the slope, which makes them large",
    hint="A leak is small: which operation makes a number smaller here?",
)
def leaky_divided(z, slope=0.01):
    return np.where(z > 0, z, z / slope)


@mistake(
    "leaky_relu",
    says="this is the slope of the curve, 1 or the leak, not its value",
    hint="The score itself has to come in: the slope says only what it is multiplied with.",
)
def leaky_derivative(z, slope=0.01):
    return np.where(z > 0, 1.0, slope)


@mistake(
    "leaky_relu",
    says="the curve is cut off at minus the slope, as if the leak were a floor",
    hint="Left of 0 runs a straight line that goes down on and on: the score is multiplied.",
)
def leaky_floor(z, slope=0.01):
    return np.maximum(-slope, z)


@mistake(
    "leaky_relu",
    says="it stops on an array: `max` and `if` compare one number, not a whole array",
    hint="NumPy has functions that decide for every entry of an array.",
)
def leaky_with_if(z, slope=0.01):
    if z > 0:
        return z
    return slope * z


@mistake(
    "leaky_relu",
    says="the answer is right, but your function writes into the array z that it was given",
    hint="The score z is needed again on the way back: make a new array, and leave the caller's as it is.",
)
def leaky_changes_z(z, slope=0.01):
    z *= np.where(z > 0, 1, slope)
    return z
