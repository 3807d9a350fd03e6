"""Lesson 08: what layers buy, in units and in multiplications."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np

from grader.exercise import Exercise
from helpers.parity import all_inputs, odd_patterns
from helpers.reference import why_depth as reference

Arguments = dict[str, Any]


def shuffled(rng: np.random.Generator, n: int) -> np.ndarray:
    """Return all inputs of n bits, (n, 2**n), in a random order."""
    return rng.permutation(all_inputs(n), axis=1)


# xor_unit


def four_pairs(rng: np.random.Generator) -> Arguments:
    """with the four pairs of bits, in rows of shape (4,)."""
    a, b = shuffled(rng, 2)
    return {"a": a, "b": b}


def rows_of_pairs(rng: np.random.Generator) -> Arguments:
    """with bits of shape (3, 4).

    The answer has the shape of a: each bit of a meets the bit of b in its own place, and nothing is summed.
    """
    a, b = np.stack([shuffled(rng, 2) for _ in range(3)], axis=1)
    return {"a": a, "b": b}


def two_bits(rng: np.random.Generator) -> Arguments:
    """with a single pair of bits, in arrays of shape (1, 1)."""
    return {"a": np.array([[1.0]]), "b": np.array([[float(rng.integers(2))]])}


# parity_tree


def parity_of_two(rng: np.random.Generator) -> Arguments:
    """with every input of 2 bits."""
    return {"X": shuffled(rng, 2)}


def parity_of_four(rng: np.random.Generator) -> Arguments:
    """with every input of 4 bits.

    Two bits are right: four take two layers, the second of which pairs the answers of the first.
    """
    return {"X": shuffled(rng, 4)}


def parity_of_eight(rng: np.random.Generator) -> Arguments:
    """with every input of 8 bits.

    Four bits are right: is the number of layers written down, where it depends on n?
    """
    return {"X": shuffled(rng, 8)}


def one_input(rng: np.random.Generator) -> Arguments:
    """with a single input of 16 bits.

    A single input still makes X a matrix, (n, 1), and the answer one of shape (1, 1).
    """
    return {"X": rng.permutation(np.repeat([1.0, 0.0], [7, 9]))[:, np.newaxis]}


# pattern_detectors


def patterns_of_three(rng: np.random.Generator) -> Arguments:
    """with the four odd patterns of 3 bits."""
    return {"P": rng.permutation(odd_patterns(3))}


def patterns_of_four(rng: np.random.Generator) -> Arguments:
    """with the eight odd patterns of 4 bits.

    Is a size written as a number? The ones of each pattern are counted along its own row.
    """
    return {"P": rng.permutation(odd_patterns(4))}


def one_pattern(rng: np.random.Generator) -> Arguments:
    """with a single pattern of 5 bits.

    A single pattern still makes P a matrix, (1, n), and b a column, (1, 1).
    """
    return {"P": rng.permutation([1.0, 1.0, 1.0, 0.0, 0.0])[np.newaxis]}


# count_units


def eight_bits(rng: np.random.Generator) -> Arguments:
    """with n = 8."""
    return {"n": 8}


def few_bits(rng: np.random.Generator) -> Arguments:
    """with n = 4."""
    return {"n": 4}


def many_bits(rng: np.random.Generator) -> Arguments:
    """with n = 32."""
    return {"n": 32}


# backward_step


def layer(rng: np.random.Generator, n: int, n_prev: int) -> np.ndarray:
    """Draw local derivatives (n, n_prev), none of them near 0."""
    return rng.choice([-1, 1], (n, n_prev)) * rng.uniform(0.4, 1.6, (n, n_prev))


def two_paths(rng: np.random.Generator) -> Arguments:
    """with two paths that meet: 1 unit before, 2 units in the layer."""
    return {"d": layer(rng, 2, 1), "J": layer(rng, 2, 1)}


def several_units(rng: np.random.Generator) -> Arguments:
    """with 4 units before and 3 in the layer.

    Each unit before has a sum of its own, over the units of the layer.
    """
    return {"d": layer(rng, 3, 1), "J": layer(rng, 3, 4)}


def as_many_units(rng: np.random.Generator) -> Arguments:
    """with 3 units before and 3 in the layer.

    Where both sizes are equal every product fits: J has a row for each unit of the layer, and the sum runs over those.
    """
    return {"d": layer(rng, 3, 1), "J": layer(rng, 3, 3)}


def last_unit(rng: np.random.Generator) -> Arguments:
    """with 5 units before and a single one in the layer.

    From a single unit one path leads to each unit before.
    """
    return {"d": layer(rng, 1, 1), "J": layer(rng, 1, 5)}


# backward_pass


def layers(rng: np.random.Generator, *widths: int) -> Arguments:
    """Draw local derivatives of layers of these widths, the input first."""
    return {"Js": [layer(rng, n, n_prev) for n_prev, n in pairwise(widths)]}


def two_layers(rng: np.random.Generator) -> Arguments:
    """with 3 inputs and layers of 2 and 1 units."""
    return layers(rng, 3, 2, 1)


def one_layer(rng: np.random.Generator) -> Arguments:
    """with 4 inputs and a single layer of 1 unit.

    Does the pass begin with 1, the derivative of the end by itself, and use the last layer too?
    """
    return layers(rng, 4, 1)


def five_layers(rng: np.random.Generator) -> Arguments:
    """with 2 inputs and layers of 3, 4, 4, 2 and 1 units.

    Fewer layers are right: does each step begin with what the step before it returned?
    """
    return layers(rng, 2, 3, 4, 4, 2, 1)


def narrow_layers(rng: np.random.Generator) -> Arguments:
    """with 1 input and four layers of 1 unit.

    Here the derivative is one product, a factor a layer: none is left out, and none is added.
    """
    return layers(rng, 1, 1, 1, 1, 1)


# count_multiplications


def small_widths(rng: np.random.Generator) -> Arguments:
    """with the widths 3, 2, 1."""
    return {"widths": [3, 2, 1]}


def deep_widths(rng: np.random.Generator) -> Arguments:
    """with the widths 2, 5, 4, 3, 1.

    Another network was right: L is the number of layers, and layer 0, the input, is not counted.
    """
    return {"widths": [2, 5, 4, 3, 1]}


def drawn_widths(rng: np.random.Generator) -> Arguments:
    """with seven layers of other widths.

    Fewer layers are right: is a number of layers written down?
    """
    return {"widths": [*map(int, rng.integers(2, 7, 7)), 1]}


EXERCISES = (
    Exercise(
        reference=reference.xor_unit,
        points=15,
        why=(
            "One neuron fires for at least one bit, another for both; the third takes the first and is held back by "
            "the second, so it fires for exactly one. The thresholds lie halfway between the sums that can occur, so "
            "nothing hangs on rounding."
        ),
        cases=(four_pairs, rows_of_pairs, two_bits),
        hints=(
            (
                "How does a neuron say 'at least one'?",
                "Add the bits and compare with a threshold between 0 and 1: the bias is minus that threshold.",
            ),
            (
                "How does it say 'both'?",
                "The same sum, with a threshold between 1 and 2.",
            ),
            (
                "How do the two make XOR?",
                "At least one, but not both: the second speaks against the first, so its weight is negative.",
            ),
        ),
    ),
    Exercise(
        reference=reference.parity_tree,
        points=20,
        why=(
            "Parity is the XOR of the parities of two halves, so each round pairs the rows, which halves their "
            "number, until one is left. The slices [0::2] and [1::2] hold the two partners of every pair, for all "
            "examples at once."
        ),
        uses=("xor_unit",),
        cases=(parity_of_two, parity_of_four, parity_of_eight, one_input),
        hints=(
            (
                "How do I pair the rows?",
                "A slice with a step of 2 takes every second row; begun at 0 and at 1 it gives the two partners.",
            ),
            (
                "How often?",
                "As long as there is more than one row left: each layer halves them.",
            ),
        ),
    ),
    Exercise(
        reference=reference.pattern_detectors,
        points=15,
        why=(
            "With weight 1 where the pattern has a one and -1 where it has a zero, the pattern itself scores its "
            "number of ones, and every bit that differs takes 1 away. The bias moves the best score to 1 and all "
            "others to 0 or below, so a threshold at 0 tells them apart."
        ),
        parts=("W", "b"),
        cases=(patterns_of_three, patterns_of_four, one_pattern),
        hints=(
            (
                "How do I get -1 and 1 from 0 and 1?",
                "Stretch and shift: a straight line that takes 0 to -1 and 1 to 1.",
            ),
            (
                "What is the score for the pattern itself?",
                "Each one of the pattern adds 1 and each zero nothing, so it is the number of ones, before b.",
            ),
            ("What shape has b?", "A column with a row for each unit: (k, 1). Sums lose their axis unless kept."),
        ),
    ),
    Exercise(
        reference=reference.count_units,
        points=10,
        why=(
            "Each XOR unit makes one bit of two, so n bits become one after n - 1 units. The wide layer needs a unit "
            "for every odd pattern, and half of the 2**n inputs are odd."
        ),
        parts=("tree", "wide"),
        cases=(eight_bits, few_bits, many_bits),
        hints=(
            (
                "How many XOR units has the tree?",
                "Each takes two bits and returns one, so each makes one bit less. You begin with n and end with one.",
            ),
            (
                "How many inputs are odd?",
                "Half of all inputs: change the first bit, and an odd input becomes an even one.",
            ),
        ),
    ),
    Exercise(
        reference=reference.backward_step,
        points=15,
        why=(
            "Along a path the derivatives are multiplied, and where paths meet they are added: for each unit before, "
            "the sum runs over the units of this layer, which are the rows of J. That is the product of J, turned, "
            "with d."
        ),
        cases=(two_paths, several_units, as_many_units, last_unit),
        hints=(
            (
                "What happens along one path?",
                "The derivative by the unit of the layer is multiplied with that unit's own local derivative.",
            ),
            (
                "What happens where paths meet?",
                "They add up. For each unit before, the sum runs over the rows of J.",
            ),
            ("Which product does that?", "Write the shapes: (n_prev, n) times (n, 1). Which matrix has to be turned?"),
        ),
    ),
    Exercise(
        reference=reference.backward_pass,
        points=15,
        why=(
            "The derivative of the end by itself is 1. From there each layer hands its derivatives on to the one "
            "before it, so every local derivative is used once, and the list is walked backwards without being "
            "changed."
        ),
        uses=("backward_step",),
        cases=(two_layers, one_layer, five_layers, narrow_layers),
        hints=(
            ("Where do I begin?", "At the end, with 1: the last unit's derivative by itself, given in the stub."),
            (
                "In which order?",
                "From the last layer to the first. Python can walk through a list backwards and leave it as it is.",
            ),
        ),
    ),
    Exercise(
        reference=reference.count_multiplications,
        points=10,
        why=(
            "A path picks one unit in each layer, the input too, so the widths multiply to the number of paths, each "
            "with one product a layer. On the way back each entry of each J is used once, and J has n times n_prev "
            "entries."
        ),
        parts=("by_paths", "backward"),
        cases=(small_widths, deep_widths, drawn_widths),
        hints=(
            (
                "How many paths are there?",
                "A path picks one unit in each layer, the input too: multiply the numbers of choices.",
            ),
            (
                "And on the way back?",
                "Every local derivative is used once. How many entries have all the matrices J together?",
            ),
        ),
    ),
)
