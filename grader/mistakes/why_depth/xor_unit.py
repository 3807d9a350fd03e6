"""Known mistakes in `xor_unit`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.why_depth.right import step

mistake = Catalogue()


@mistake(
    "xor_unit",
    says="this is OR: two ones give 1",
    hint="One neuron is not enough: the one that sees both bits has to speak against the answer.",
)
def xor_as_or(a, b):
    return step(a + b - 0.5)


@mistake(
    "xor_unit",
    says="this is AND: only two ones give 1",
    hint="XOR is 1 where exactly one bit is 1: which of your neurons sees a single one?",
)
def xor_as_and(a, b):
    return step(a + b - 1.5)


@mistake(
    "xor_unit",
    says="the answer is turned: 1 where the bits are equal",
    hint="Exactly one of the two bits has to be 1: try a = b = 0 in your head.",
)
def xor_as_equal(a, b):
    return 1 - step(step(a + b - 0.5) - step(a + b - 1.5) - 0.5)


@mistake(
    "xor_unit",
    says="this is NAND: two zeros give 1",
    hint="'Not both' is one half of it: at least one bit has to be 1 as well.",
)
def xor_as_nand(a, b):
    return 1 - step(a + b - 1.5)


@mistake(
    "xor_unit",
    says="only a without b is found: the difference of the bits has one sign",
    hint="b without a is XOR too: one difference of the bits does not see it.",
)
def xor_one_way(a, b):
    return step(a - b)


@mistake(
    "xor_unit",
    says="a 1 of b without a comes out as -1: the bits are subtracted",
    hint="The answer is a bit again, 0 or 1, for each of the four pairs.",
)
def xor_as_difference(a, b):
    return a - b


@mistake(
    "xor_unit",
    says="two ones give 2: the bits are added",
    hint="The answer is a bit again, 0 or 1: what has to happen where both are 1?",
)
def xor_as_sum(a, b):
    return a + b


@mistake(
    "xor_unit",
    says="the answer is always 0: both neurons have the same threshold",
    hint="'At least one' and 'both' differ in their thresholds: between which numbers of ones does each lie?",
)
def xor_of_equal_thresholds(a, b):
    either = step(a + b - 1.5)
    both = step(a + b - 1.5)
    return step(either - both - 0.5)


@mistake(
    "xor_unit",
    says="the answer is always 1: the last bias is added, not subtracted",
    hint="A threshold is reached when the score is larger: its bias has a minus.",
)
def xor_with_last_bias_added(a, b):
    either = step(a + b - 0.5)
    both = step(a + b - 1.5)
    return step(either - both + 0.5)


@mistake(
    "xor_unit",
    says="`and`, `or` and `if` decide for one number: an array stops them with a ValueError",
    hint="The neurons compute with sums and thresholds, which work for every entry of an array.",
)
def xor_with_if(a, b):
    if (a and not b) or (b and not a):
        return 1.0
    return 0.0


@mistake(
    "xor_unit",
    says="`^` does not work on these bits, which are the floats 0.0 and 1.0: it stops with a TypeError",
    hint="Build it of neurons: sums and thresholds work for floats.",
)
def xor_by_caret(a, b):
    return a ^ b


@mistake(
    "xor_unit",
    says="the answer is right, but your function writes into the array a that it was given",
    hint="An operation with `=` at its end changes the caller's array: keep the sum under a name of its own.",
)
def xor_changes_a(a, b):
    a += b
    return step(step(a - 0.5) - step(a - 1.5) - 0.5)
