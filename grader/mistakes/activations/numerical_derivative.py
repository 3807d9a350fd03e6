"""Known mistakes in `numerical_derivative`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.activations.right import FUNCTIONS

mistake = Catalogue()


@mistake(
    "numerical_derivative",
    says="this is the one-sided difference: it goes to the right only",
    hint="Seen from z, one place lies to the right and one to the left: your second place is z itself.",
)
def numerical_to_the_right(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z)) / h


@mistake(
    "numerical_derivative",
    says="this is the one-sided difference: it goes to the left only",
    hint="Seen from z, one place lies to the right and one to the left: your first place is z itself.",
)
def numerical_to_the_left(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z) - g(z - h)) / h


@mistake(
    "numerical_derivative",
    says="it is twice as large: the difference is divided by h, not by 2h",
    hint="How far is it from the place on the left to the place on the right?",
)
def numerical_over_h(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z - h)) / h


@mistake(
    "numerical_derivative",
    says="the difference is divided by 2 and multiplied by h: the brackets around 2h are missing",
    hint="Python divides and multiplies from left to right: what stands under the bar needs brackets.",
)
def numerical_without_brackets(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z - h)) / 2 * h


@mistake(
    "numerical_derivative",
    says="only the second term is divided: the brackets around the difference are missing",
    hint="Python divides before it subtracts: what stands above the bar needs brackets of its own.",
)
def numerical_difference_without_brackets(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return g(z + h) - g(z - h) / (2 * h)


@mistake(
    "numerical_derivative",
    says="the sign is turned: left less right",
    hint="Where the curve climbs, the slope must be positive: which of the two values comes first?",
)
def numerical_negated(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z - h) - g(z + h)) / (2 * h)


@mistake(
    "numerical_derivative",
    says="the two values are added, not subtracted",
    hint="A slope is a difference of heights over a distance: look at the sign between the two values.",
)
def numerical_sum(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) + g(z - h)) / (2 * h)


@mistake(
    "numerical_derivative",
    says="the difference is not divided by anything",
    hint="A difference of heights becomes a slope when it is divided by the way between the two places.",
)
def numerical_undivided(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return g(z + h) - g(z - h)


@mistake(
    "numerical_derivative",
    says="the difference is divided by 2 alone, not by 2h",
    hint="The two places lie a little way apart, and not 2: what is missing under the fraction bar?",
)
def numerical_over_two(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z - h)) / 2


@mistake(
    "numerical_derivative",
    says="the step is written as a number, 1e-5, whatever h was handed over",
    hint="The argument h has a default value already: use its name in every place.",
)
def numerical_fixed_step(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + 1e-5) - g(z - 1e-5)) / 2e-5


@mistake(
    "numerical_derivative",
    says="it measures the sigmoid, whatever name was handed over",
    hint="The stub has made g for you: call g, and not a function by its own name.",
)
def numerical_of_sigmoid(activation, z, h=1e-5):
    g = FUNCTIONS["sigmoid"]
    return (g(z + h) - g(z - h)) / (2 * h)


@mistake(
    "numerical_derivative",
    says="h is multiplied with z, not added",
    hint="The two places lie beside z, h to the right and h to the left.",
)
def numerical_scaled(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z * (1 + h)) - g(z * (1 - h))) / (2 * h)


@mistake(
    "numerical_derivative",
    says="the answer is right, but `+=` writes into the array z that your function was given",
    hint="`z += h` changes the caller's array: write the sum inside the call of g, which makes a new one.",
)
def numerical_changes_z(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    z += h
    right = g(z)
    z -= 2 * h
    return (right - g(z)) / (2 * h)
