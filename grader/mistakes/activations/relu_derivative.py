"""Known mistakes in `relu_derivative`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "relu_derivative",
    says="this is the value of the curve, not its slope",
    hint="Right of 0 the curve climbs at the same rate everywhere: z itself is in the condition only.",
)
def relu_slope_value(z, slope=0.0):
    return np.where(z > 0, z, slope * z)


@mistake(
    "relu_derivative",
    says="left of 0 the slope is always 0, whatever was handed over",
    hint="For the leaky curve the slope on the left is the argument: it is not used yet.",
)
def relu_slope_without_leak(z, slope=0.0):
    return np.where(z > 0, 1.0, 0.0)


@mistake(
    "relu_derivative",
    says="left of 0 the slope is written as a number, 0.01",
    hint="The same function serves ReLU and every leaky curve: use the argument's name.",
)
def relu_slope_fixed(z, slope=0.0):
    return np.where(z > 0, 1.0, 0.01)


@mistake(
    "relu_derivative",
    says="the two sides are swapped",
    hint="Right of 0 the curve is z itself: how steep is that? The first answer of np.where belongs to that side.",
)
def relu_slope_swapped(z, slope=0.0):
    return np.where(z > 0, slope, 1.0)


@mistake(
    "relu_derivative",
    says="left of 0 the slope is multiplied with z",
    hint="A straight line has one slope for all z: only the value of the curve grows with z.",
)
def relu_slope_times_z(z, slope=0.0):
    return np.where(z > 0, 1.0, slope * z)


@mistake(
    "relu_derivative",
    says="right of 0 stands z, not 1",
    hint="How fast does z itself grow when z grows?",
)
def relu_slope_z_above(z, slope=0.0):
    return np.where(z > 0, z, slope)


@mistake(
    "relu_derivative",
    says="left of 0 stands -1: this is the sign of z",
    hint="The absolute value falls left of 0. This curve is flat there, or leaks a little.",
)
def relu_slope_sign(z, slope=0.0):
    return np.sign(z)


@mistake(
    "relu_derivative",
    says="left of 0 the slope has the wrong sign",
    hint="Left of 0 the leaky curve still climbs, only slowly.",
)
def relu_slope_negated(z, slope=0.0):
    return np.where(z > 0, 1.0, -slope)


@mistake(
    "relu_derivative",
    says="left of 0 stands 1 less the slope",
    hint="The argument is how steep the line on the left is, as it stands.",
)
def relu_slope_complement(z, slope=0.0):
    return np.where(z > 0, 1.0, 1 - slope)


@mistake(
    "relu_derivative",
    says="the slope is 1 everywhere",
    hint="That is the slope of a line without a corner: what is different left of 0?",
)
def relu_slope_one(z, slope=0.0):
    return np.ones_like(z)


@mistake(
    "relu_derivative",
    says="it stops on an array: `if` decides for one number, not for a whole array",
    hint="NumPy has a function that decides for every entry of an array.",
)
def relu_slope_with_if(z, slope=0.0):
    if z > 0:
        return 1.0
    return slope


@mistake(
    "relu_derivative",
    says="the answer is right, but your function writes into the array z that it was given",
    hint="The score z may be needed again: make a new array, and leave the caller's as it is.",
)
def relu_slope_changes_z(z, slope=0.0):
    above = z > 0
    z *= 0
    z += np.where(above, 1.0, slope)
    return z
