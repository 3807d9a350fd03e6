"""Known mistakes in `learning_rates`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "learning_rates",
    says="the steps are even, and not the factors",
    hint="Nearly all of them lie near the highest: on a logarithmic scale each is the same multiple of the last.",
)
def rates_even_steps(lowest, highest, n):
    return np.linspace(lowest, highest, n)


@mistake(
    "learning_rates",
    says="lowest and highest are taken for exponents",
    hint="`np.logspace` wants the powers of ten of the two ends, and was given the ends themselves.",
)
def rates_ends_as_exponents(lowest, highest, n):
    return np.logspace(lowest, highest, n)


@mistake(
    "learning_rates",
    says="the exponents come back, and not the rates",
    hint="A logarithm was taken on the way there: what undoes it?",
)
def rates_exponents(lowest, highest, n):
    return np.linspace(np.log10(lowest), np.log10(highest), n)


@mistake(
    "learning_rates",
    says="a natural logarithm is undone by a power of ten",
    hint="np.log belongs with np.exp, np.log10 with powers of ten.",
)
def rates_two_bases(lowest, highest, n):
    return 10 ** np.linspace(np.log(lowest), np.log(highest), n)


@mistake(
    "learning_rates",
    says="each rate is ten times the one before, wherever that ends",
    hint="The last rate is the highest one: the factor follows from the two ends and from n.",
)
def rates_by_tens(lowest, highest, n):
    return lowest * 10.0 ** np.arange(n)


@mistake(
    "learning_rates",
    says="each rate is twice the one before, wherever that ends",
    hint="The last rate is the highest one: the factor follows from the two ends and from n.",
)
def rates_by_twos(lowest, highest, n):
    return lowest * 2.0 ** np.arange(n)


@mistake(
    "learning_rates",
    says="the highest rate is missing: n factors are used where there are n - 1",
    hint="Between n posts there are n - 1 gaps.",
)
def rates_without_highest(lowest, highest, n):
    return lowest * (highest / lowest) ** (np.arange(n) / n)


@mistake(
    "learning_rates",
    says="the lowest rate is missing",
    hint="The first of the rates is lowest itself: what is k there?",
)
def rates_without_lowest(lowest, highest, n):
    return lowest * (highest / lowest) ** (np.arange(1, n + 1) / n)


@mistake(
    "learning_rates",
    says="there is one rate too many",
    hint="n rates were asked for, both ends among them.",
)
def rates_one_too_many(lowest, highest, n):
    return lowest * (highest / lowest) ** (np.arange(n + 1) / n)


@mistake(
    "learning_rates",
    says="they run from the highest to the lowest",
    hint="The lowest comes first: look at the order of the two ends.",
)
def rates_downwards(lowest, highest, n):
    return np.geomspace(highest, lowest, n)


@mistake(
    "learning_rates",
    says="the factor itself is added, and not multiplied by",
    hint="The same multiple each time: the rates are a product of factors.",
)
def rates_added(lowest, highest, n):
    factor = (highest / lowest) ** (1 / (n - 1))
    return lowest + factor * np.arange(n)


@mistake(
    "learning_rates",
    says="lowest stands twice: it is multiplied in again after the power",
    hint="At k = 0 the power is 1, and the rate must be lowest: try it in your formula.",
)
def rates_lowest_twice(lowest, highest, n):
    return lowest * np.geomspace(lowest, highest, n)
