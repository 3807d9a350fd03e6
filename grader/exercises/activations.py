"""Lesson 04: the activations, and their derivatives."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import Exercise
from helpers.reference import activations as reference

Arguments = dict[str, Any]


def mixed(rng: np.random.Generator, shape: tuple[int, ...], low: float = 0.2, high: float = 2.5) -> np.ndarray:
    """Draw numbers of both signs, clear of 0: a corner at 0 is nobody's affair."""
    size = int(np.prod(shape))
    signs = rng.permutation(np.where(np.arange(size) % 2, 1, -1))
    return (signs * rng.uniform(low, high, size)).reshape(shape)


# numerical_derivative


def sigmoid_at_a_number(rng: np.random.Generator) -> Arguments:
    """with the sigmoid, z a single number and h = 0.2."""
    return {"activation": "sigmoid", "z": float(rng.uniform(0.3, 0.9)), "h": 0.2}


def tanh_of_a_row(rng: np.random.Generator) -> Arguments:
    """with tanh, z an array of shape (5,) and h = 0.1.

    Is g the function that the name `activation` stands for, and h the step that was handed over?
    """
    return {"activation": "tanh", "z": mixed(rng, (5,), high=1.2), "h": 0.1}


def exp_of_a_matrix(rng: np.random.Generator) -> Arguments:
    """with exp, z an array of shape (3, 4) and h = 0.05.

    The answer has the shape of z: nothing is summed.
    """
    return {"activation": "exp", "z": mixed(rng, (3, 4), high=1.2), "h": 0.05}


# sigmoid_derivative, tanh_derivative, relu


def a_number(rng: np.random.Generator) -> Arguments:
    """with z a single number."""
    return {"z": float(rng.uniform(0.5, 1.5))}


def a_row(rng: np.random.Generator) -> Arguments:
    """with z an array of shape (6,).

    One number works and an array does not: the functions of `math`, `max` and `if` take a single number only.
    """
    return {"z": mixed(rng, (6,))}


def a_matrix(rng: np.random.Generator) -> Arguments:
    """with z an array of shape (3, 4).

    The answer has the shape of z: nothing is summed, and no entry is left out.
    """
    return {"z": mixed(rng, (3, 4))}


def near_and_far(rng: np.random.Generator) -> Arguments:
    """with z from near 0 to far out.

    Far from zero the curve is flat, so its slope is nearly 0 there.
    """
    return {"z": rng.permutation([0.1, -0.4, -4.0, 5.0, 6.0, -6.5]) + rng.uniform(-0.05, 0.05, 6)}


# leaky_relu, relu_derivative


def default_slope(rng: np.random.Generator) -> Arguments:
    """with z an array of shape (6,), and the default slope."""
    return {"z": mixed(rng, (6,))}


def steeper(rng: np.random.Generator) -> Arguments:
    """with z an array of shape (3, 4) and slope = 0.3.

    The default slope was right: is the argument `slope` used, and no number in its place?
    """
    return {"z": mixed(rng, (3, 4)), "slope": 0.3}


def a_negative_number(rng: np.random.Generator) -> Arguments:
    """with z a single negative number and slope = 0.1.

    An array is right: where(...) takes a single number as well, where indexing with [ ] does not.
    """
    return {"z": float(rng.uniform(-2, -0.5)), "slope": 0.1}


# softmax


def three_classes(rng: np.random.Generator) -> Arguments:
    """with 3 classes and 4 examples."""
    return {"Z": rng.normal(size=(3, 4))}


def as_many_classes(rng: np.random.Generator) -> Arguments:
    """with 4 classes and 4 examples.

    Where Z is square, sums along either axis fit: the classes of one example stand in a column.
    """
    return {"Z": rng.normal(size=(4, 4))}


def one_example(rng: np.random.Generator) -> Arguments:
    """with 5 classes and a single example.

    A single example still makes Z a matrix, (n, 1).
    """
    return {"Z": rng.normal(size=(5, 1))}


def large_scores(rng: np.random.Generator) -> Arguments:
    """with scores near 1000, 0 and -1000 in different columns.

    e to the 1000 is too large for a float: subtract the largest score of each column from that column first.
    """
    steps = rng.permuted(np.repeat([[-128.0], [0.0], [64.0]], 3, axis=1), axis=0) / 64  # exact, in float32 too
    return {"Z": steps + np.array([[1000.0, 0.0, -1000.0]])}


# softmax_derivative


def probabilities(rng: np.random.Generator, n: int) -> Arguments:
    """Draw the probabilities of n classes, all different and none near 0."""
    scores = rng.permutation(np.linspace(-1, 1, n)) + rng.uniform(-0.2, 0.2, n) / n
    return {"a": reference.softmax(scores[:, np.newaxis])}


def of_three_classes(rng: np.random.Generator) -> Arguments:
    """with 3 classes."""
    return probabilities(rng, 3)


def of_two_classes(rng: np.random.Generator) -> Arguments:
    """with 2 classes.

    Is the number of classes written as a number? n is the number of rows of a.
    """
    return probabilities(rng, 2)


def of_many_classes(rng: np.random.Generator) -> Arguments:
    """with 6 classes.

    Is the number of classes written as a number? n is the number of rows of a.
    """
    return probabilities(rng, 6)


EXERCISES = (
    Exercise(
        reference=reference.numerical_derivative,
        points=15,
        why=(
            "The slope is rise over run, measured h to both sides, so the run is 2h; what goes wrong on one side "
            "cancels against the other, and the error is about h**2."
        ),
        cases=(sigmoid_at_a_number, tanh_of_a_row, exp_of_a_matrix),
        defaults=("h",),
        hints=(
            (
                "What is g here?",
                "The stub has looked it up by its name: g is a function, so call it, at one place and at another.",
            ),
            (
                "How far apart are the two places?",
                "One lies h to the right of z, the other h to the left.",
            ),
            (
                "Why is my answer off by a factor?",
                "What stands under the fraction bar is the whole way between the places; put it in brackets.",
            ),
        ),
    ),
    Exercise(
        reference=reference.sigmoid_derivative,
        points=10,
        why=(
            "The slope can be written with the value alone: s (1 - s). It is one quarter where s is one half, and "
            "fades where s comes near 0 or 1."
        ),
        cases=(a_number, a_row, a_matrix, near_and_far),
        hints=(
            ("Where do I begin?", "With the value s at z; the slope is made of s alone, z is not needed again."),
            ("What should come at z = 0?", "There s is one half, and the slope is the largest it ever is, a quarter."),
        ),
    ),
    Exercise(
        reference=reference.tanh_derivative,
        points=10,
        why="The slope is 1 - t**2 with the value t: 1 at z = 0, and nearly 0 far out, where t is near -1 or 1.",
        cases=(a_number, a_row, a_matrix, near_and_far),
        hints=(
            ("Where do I begin?", "With the value t at z, for which NumPy has a function; the slope is made of t."),
            ("What is squared?", "The value t, not the score z: at z = 0 the slope must be 1, far out nearly 0."),
        ),
    ),
    Exercise(
        reference=reference.relu,
        points=10,
        why=(
            "`np.maximum` compares two things entry by entry, here every score with 0, and keeps the larger; it "
            "serves a number and an array of any shape."
        ),
        cases=(a_number, a_row, a_matrix),
        hints=(
            (
                "Python's max stops with an error. Why?",
                "It compares whole arrays. NumPy has a function that takes the larger of two, entry by entry.",
            ),
            (
                "np.max gives a single number. Why?",
                "It looks for the largest entry of one array; its longer-named neighbour compares two.",
            ),
        ),
    ),
    Exercise(
        reference=reference.leaky_relu,
        points=10,
        why=(
            "`np.where` picks for each entry of its own: the score itself where it is positive, and the score times "
            "the slope elsewhere."
        ),
        cases=(default_slope, steeper, a_negative_number),
        defaults=("slope",),
        hints=(
            (
                "How do I treat two kinds of entries differently?",
                "`np.where` takes a condition and two answers, and picks one of the two for each entry.",
            ),
            ("What comes out for a negative z?", "Something negative too, and small: the score times the slope."),
        ),
    ),
    Exercise(
        reference=reference.relu_derivative,
        points=15,
        why=(
            "Right of 0 the curve is z itself, so its slope is 1; left of 0 it is a straight line again, whose slope "
            "was handed over, and 0 for the plain ReLU. The value of z plays no part, only its sign."
        ),
        cases=(default_slope, steeper, a_negative_number),
        defaults=("slope",),
        hints=(
            (
                "Slope or value?",
                "The slope: right of 0 the curve climbs as fast as z itself, however large z is.",
            ),
            (
                "What is left of 0?",
                "A straight line again. How steep it is was handed over as an argument.",
            ),
        ),
    ),
    Exercise(
        reference=reference.softmax,
        points=15,
        why=(
            "e to a power is positive, and dividing by the sum of the column makes its entries add up to 1. Taking "
            "the column's largest score away multiplies above and below the bar by the same factor, and no power "
            "overflows."
        ),
        cases=(three_classes, as_many_classes, one_example, large_scores),
        hints=(
            (
                "Which way do I sum?",
                "The classes of one example stand in a column, so the sum runs down the rows: axis 0.",
            ),
            (
                "Where does nan come from?",
                "From infinity divided by infinity: make the largest score of each column 0 before e comes in.",
            ),
        ),
    ),
    Exercise(
        reference=reference.softmax_derivative,
        points=15,
        why=(
            "Each entry is -a_i a_j, which is the product of a column and a row; on the diagonal a_i comes on top of "
            "it, which makes a_i (1 - a_i). Each column adds up to 0, as the probabilities always add up to 1."
        ),
        cases=(of_three_classes, of_two_classes, of_many_classes),
        hints=(
            (
                "How do I get all products at once?",
                "A column times a row is a matrix that holds the product of every pair.",
            ),
            (
                "How do I fill the diagonal?",
                "`np.diag` makes a matrix of a flat array, (n,). A column (n, 1) has to be made flat first.",
            ),
            (
                "How can I tell that it is right?",
                "Each column adds up to 0: what one class gains, the others lose.",
            ),
        ),
    ),
)
