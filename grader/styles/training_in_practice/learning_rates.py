"""Right answers to `learning_rates` in other styles."""

from __future__ import annotations

import math
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.training_in_practice.right import described

style = Gallery()


@style("learning_rates")
def rates_by_geomspace(lowest, highest, n):
    return np.geomspace(lowest, highest, num=n)


style("learning_rates", "rates_described")(described(rates_by_geomspace))
style("learning_rates", "rates_as_a_lambda")(lambda low, high, n: low * (high / low) ** np.linspace(0, 1, n))


@style("learning_rates")
def rates_by_logspace(lowest, highest, n):
    return np.logspace(np.log10(lowest), np.log10(highest), n)


@style("learning_rates")
def rates_by_powers_of_ten(lowest, highest, n):
    exponents = np.linspace(math.log10(lowest), math.log10(highest), n)
    return 10**exponents


@style("learning_rates")
def rates_by_exp(lowest, highest, n):
    return np.exp(np.linspace(np.log(lowest), np.log(highest), n))


@style("learning_rates")
def rates_by_formula(lowest, highest, n):
    k = np.arange(n)
    return lowest * (highest / lowest) ** (k / (n - 1))


@style("learning_rates")
def rates_by_factor(lowest, highest, n):
    factor = (highest / lowest) ** (1 / (n - 1))
    return lowest * factor ** np.arange(n)


@style("learning_rates")
def rates_by_loop(lowest, highest, n):
    factor = math.exp((math.log(highest) - math.log(lowest)) / (n - 1))
    rates = [lowest]
    for _ in range(n - 1):
        rates.append(rates[-1] * factor)
    return np.array(rates)


@style("learning_rates")
def rates_filled_in(lowest, highest, n):
    rates = np.zeros(n)
    for k in range(n):
        rates[k] = lowest * pow(highest / lowest, k / (n - 1))
    return rates


@style("learning_rates")
def rates_by_product(lowest, highest, n):
    factors = np.full(n, (highest / lowest) ** (1 / (n - 1)))
    factors[0] = lowest
    return np.cumprod(factors)


@style("learning_rates")
def rates_by_mixture(lowest, highest, n):
    share = np.linspace(0, 1, n)
    return np.power(lowest, 1 - share) * np.power(highest, share)


@style("learning_rates")
def rates_by_comprehension(lowest, highest, n):
    low, high = np.log2(lowest), np.log2(highest)
    return np.array([2 ** (low + k * (high - low) / (n - 1)) for k in range(n)])


@style("learning_rates")
def rates_by_exponent_steps(lowest, highest, n):
    step = (np.log10(highest) - np.log10(lowest)) / (n - 1)
    rates = np.power(10, np.log10(lowest) + step * np.arange(n))
    assert np.isclose(rates[-1], highest)
    return rates


@style("learning_rates")
def rates_in_single_precision(lowest, highest, n):
    return np.geomspace(lowest, highest, n, dtype=np.float32)


@style("learning_rates")
def rates_that_warn(lowest, highest, n):
    warnings.warn("many rates", stacklevel=2)
    print(lowest, highest, n, file=sys.stderr)
    return np.geomspace(highest, lowest, n)[::-1]
