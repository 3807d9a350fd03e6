"""Known mistakes in `sigmoid`."""

from __future__ import annotations

import math

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "sigmoid",
    says="the minus in e^(-z) is missing",
    hint="Put z = 10 into your formula: the answer must be close to 1, so the power of e has to be small there.",
)
def sigmoid_without_minus(z):
    return 1 / (1 + np.exp(z))


@mistake(
    "sigmoid",
    says="the result is 1 + e^(-z): only the 1, if anything, stands under the fraction bar",
    hint="Python divides before it adds: which part of the formula stands under the bar, and needs brackets?",
)
def sigmoid_without_brackets(z):
    return 1 / 1 + np.exp(-z)


@mistake(
    "sigmoid",
    says="the 1 under the fraction bar is missing, so the result is e^z",
    hint="Put z = 0 into your formula: the answer there must be one half.",
)
def sigmoid_without_one(z):
    return 1 / np.exp(-z)


@mistake(
    "sigmoid",
    says="e^(-z) is subtracted from the 1 under the fraction bar, not added",
    hint="At z = 0 your formula divides by 0: look at the sign between the 1 and the exponential.",
)
def sigmoid_with_difference(z):
    return 1 / (1 - np.exp(-z))


@mistake(
    "sigmoid",
    says="this is tanh, which runs from -1 to 1",
    hint="The sigmoid runs from 0 to 1 and is one half at z = 0; write down the formula above the cell.",
)
def sigmoid_as_tanh(z):
    return np.tanh(z)


@mistake(
    "sigmoid",
    says="this is the slope of the sigmoid, s(1 - s), and not the sigmoid itself",
    hint="The slope has its place in backpropagation; here the curve is asked for, so stop one line earlier.",
)
def sigmoid_slope(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@mistake(
    "sigmoid",
    says="the result is only 0 or 1, as if a threshold had been applied",
    hint="The sigmoid is a smooth curve: return the probability as it is; rounding it belongs to predict.",
)
def sigmoid_as_step(z):
    return np.round(1 / (1 + np.exp(-z)))


@mistake(
    "sigmoid",
    says="this is relu, which keeps positive z and cuts off the rest",
    hint="The sigmoid ends between 0 and 1 for every z; write down the formula above the cell.",
)
def sigmoid_as_relu(z):
    return np.maximum(0, z)


@mistake(
    "sigmoid",
    says="this is softmax: the entries share a total of 1",
    hint="Each entry of z has an answer of its own, whatever the others are: nothing is summed.",
)
def sigmoid_as_softmax(z):
    e = np.exp(z)
    return e / np.sum(e)


@mistake(
    "sigmoid",
    says="e was typed as 2.718, which is not exact enough",
    hint="NumPy has the exponential function with all its digits: use it in place of the typed number.",
)
def sigmoid_with_typed_e(z):
    return 1 / (1 + 2.718 ** (-z))


@mistake(
    "sigmoid",
    says="it answers for a single number, but an array stops it with a TypeError",
    hint="The functions of `math` take one number only: which library has one that takes a whole array?",
)
def sigmoid_with_math(z):
    return 1 / (1 + math.exp(-z))


@mistake(
    "sigmoid",
    says="it answers for a single number, but an `if` on a whole array stops it with a ValueError",
    hint="The formula is the same for negative and positive z, so it needs no `if`.",
)
def sigmoid_with_if(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))


@mistake(
    "sigmoid",
    says="the answer is right, but your function writes into the array z that it was given",
    hint="`z *= -1` and its like change the caller's array: write -z inside the formula, which makes a new one.",
)
def sigmoid_changes_z(z):
    z *= -1
    return 1 / (1 + np.exp(z))
