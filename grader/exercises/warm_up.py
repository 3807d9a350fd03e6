"""Lesson 00: NumPy, shapes, vectorisation."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import Exercise
from helpers.reference import warm_up as reference

Arguments = dict[str, Any]


# as_column


def four_numbers(rng: np.random.Generator) -> Arguments:
    """with v of shape (4,)."""
    return {"v": rng.uniform(0.5, 9, 4)}


def more_numbers(rng: np.random.Generator) -> Arguments:
    """with v of shape (7,).

    Another length was right: is the length written as a number?
    """
    return {"v": rng.normal(size=7)}


def one_number(rng: np.random.Generator) -> Arguments:
    """with v of shape (1,).

    A single number makes a column, too: its shape is (1, 1).
    """
    return {"v": rng.uniform(0.5, 9, 1)}


# predict_shapes and predict_broadcasts: n and m differ, and neither is 1


def three_and_five(rng: np.random.Generator) -> Arguments:
    """with n = 3 and m = 5."""
    return {"n": 3, "m": 5}


def tall(rng: np.random.Generator) -> Arguments:
    """with n larger than m.

    Other sizes were right: is a size written as a number, and not as n or m?
    """
    return {"n": int(rng.integers(9, 14)), "m": int(rng.integers(6, 9))}


def wide(rng: np.random.Generator) -> Arguments:
    """with m much larger than n.

    Other sizes were right: is a size written as a number, and not as n or m?
    """
    return {"n": int(rng.integers(4, 9)), "m": int(rng.integers(100, 1000))}


# standardise


def features(rng: np.random.Generator, n_x: int, m: int) -> Arguments:
    """Draw features of different size, each around a mean of its own that is not 0."""
    spread, mean = rng.uniform(0.5, 3, (n_x, 1)), rng.choice([-1, 1], (n_x, 1)) * rng.uniform(1, 4, (n_x, 1))
    return {"X": spread * rng.permuted(np.tile(np.linspace(-1.7, 1.9, m), (n_x, 1)), axis=1) + mean}


def two_features(rng: np.random.Generator) -> Arguments:
    """with 2 features and 5 examples."""
    return features(rng, 2, 5)


def as_many_features(rng: np.random.Generator) -> Arguments:
    """with 4 features and 4 examples.

    Where X is square, every way to subtract fits: do mu and sigma belong to the rows?
    """
    return features(rng, 4, 4)


def one_feature(rng: np.random.Generator) -> Arguments:
    """with a single feature and 9 examples.

    A single feature still makes X a matrix, (1, m).
    """
    return features(rng, 1, 9)


# dot


def columns(rng: np.random.Generator, n: int) -> Arguments:
    """Draw two columns whose products are all positive, so that their sum is not near 0."""
    sign = rng.choice([-1, 1], (n, 1))
    return {"w": sign * rng.uniform(0.5, 2, (n, 1)), "x": sign * rng.uniform(0.5, 2, (n, 1))}


def short_columns(rng: np.random.Generator) -> Arguments:
    """with w and x of shape (3, 1)."""
    return columns(rng, 3)


def long_columns(rng: np.random.Generator) -> Arguments:
    """with w and x of shape (40, 1).

    Shorter columns were right: is the length written as a number?
    """
    return columns(rng, 40)


def single_entries(rng: np.random.Generator) -> Arguments:
    """with w and x of shape (1, 1).

    For one entry the sum has a single term.
    """
    return columns(rng, 1)


# scores


def neuron(rng: np.random.Generator, n_x: int, m: int) -> Arguments:
    """Draw a neuron and examples."""
    return {"w": rng.normal(size=(n_x, 1)), "b": float(rng.uniform(0.3, 1.5)), "X": rng.normal(size=(n_x, m))}


def scores_of_four(rng: np.random.Generator) -> Arguments:
    """with 2 features and 4 examples."""
    return neuron(rng, 2, 4)


def scores_of_seven(rng: np.random.Generator) -> Arguments:
    """with 6 features and 7 examples.

    Fewer were right: is one of the sizes, n_x or m, written as a number?
    """
    return neuron(rng, 6, 7)


def scores_of_a_square(rng: np.random.Generator) -> Arguments:
    """with 5 features and 5 examples.

    Where X is square, X and its transpose both fit: a score belongs to a column of X.
    """
    return neuron(rng, 5, 5)


def score_of_one(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example still makes X a matrix, (n_x, 1), and Z a row, (1, 1).
    """
    return neuron(rng, 3, 1)


# gradients


def errors(rng: np.random.Generator, n_x: int, m: int) -> Arguments:
    """Draw examples and their errors, whose mean is clear of 0."""
    drawn = {"X": rng.normal(size=(n_x, m)), "dZ": rng.uniform(-0.5, 0.9, (1, m))}
    return drawn if abs(np.mean(drawn["dZ"])) > 0.02 else errors(rng, n_x, m)


def three_errors(rng: np.random.Generator) -> Arguments:
    """with 2 features and 3 examples."""
    return errors(rng, 2, 3)


def eight_errors(rng: np.random.Generator) -> Arguments:
    """with 5 features and 8 examples.

    Fewer were right: is m written as a number?
    """
    return errors(rng, 5, 8)


def a_square_of_errors(rng: np.random.Generator) -> Arguments:
    """with 4 features and 4 examples.

    Where X is square, X and its transpose both fit: the sum runs over the examples, which are the columns.
    """
    return errors(rng, 4, 4)


def one_error(rng: np.random.Generator) -> Arguments:
    """with 3 features and a single example.

    For one example the mean is that example's own slope, and dw is still a column.
    """
    return errors(rng, 3, 1)


EXERCISES = (
    Exercise(
        reference=reference.as_column,
        points=5,
        why=(
            "The numbers are in their places already; only the shape is new. A size of -1 is found by NumPy "
            "from how many numbers there are, so the same line fits every length, and reshaping makes a new "
            "view without moving the caller's array."
        ),
        cases=(four_numbers, more_numbers, one_number),
        hints=(
            ("Why does v.T change nothing?", "It swaps two axes, and v has only one: a second axis has to be made."),
            (
                "How do I make an axis?",
                "`reshape` takes the new sizes: first how many rows, then how many columns. For one of the two you may "
                "write -1, and NumPy finds it out.",
            ),
        ),
    ),
    Exercise(
        reference=reference.predict_shapes,
        points=10,
        why=(
            "In a product the inner sizes vanish and the outer ones stay; a single number as an index, and a "
            "sum, take their axis away, while a slice and `keepdims` leave it with size 1. An array of one "
            "axis has nothing to swap, so `.T` leaves it as it is."
        ),
        cases=(three_and_five, tall, wide),
        hints=(
            (
                "What shape has a product?",
                "Write both shapes side by side: the two inner sizes must be equal and vanish, the outer two are left.",
            ),
            (
                "What does an index do to the shape?",
                "A single number takes its axis away; a slice such as `:1` keeps it, with as many entries as it picks.",
            ),
            (
                "What does a sum do to the shape?",
                "The axis that is summed over vanishes; with keepdims it stays, with size 1. Axis 0 counts the rows.",
            ),
        ),
    ),
    Exercise(
        reference=reference.predict_broadcasts,
        points=10,
        why=(
            "Written flush right, two sizes fit where they are equal or one is 1, and an array of one axis "
            "gets its 1 in front. So u, which is (m,), is laid along the rows of X, v, which is (n,), fits "
            "nothing, and a column with v makes a grid without a word."
        ),
        cases=(three_and_five, tall, wide),
        hints=(
            (
                "Where do I begin?",
                "Write both shapes below one another, flush right; where the shorter one has nothing, write a 1.",
            ),
            (
                "Which sizes fit?",
                "In each place the sizes are equal, or one of them is 1 and is stretched. Anything else is an error.",
            ),
            ("What is the trap?", "(n,) becomes (1, n): NumPy takes it for a row, and a row and a column make a grid."),
        ),
    ),
    Exercise(
        reference=reference.standardise,
        points=10,
        why=(
            "A feature is a row, so mean and deviation run over axis 1; with `keepdims` they stay columns, "
            "(n_x, 1), which are stretched over the examples and not over the features. Subtracting the mean "
            "moves each row to 0, dividing by sigma gives all rows one scale."
        ),
        cases=(two_features, as_many_features, one_feature),
        hints=(
            ("Which axis?", "A feature is a row, so the mean runs along the row: over the columns, which are axis 1."),
            (
                "Why does the subtraction fail?",
                "A mean of shape (n_x,) is laid along the columns. It has to stay a column: which word keeps the axis?",
            ),
            ("Where do I get sigma?", "NumPy has `std` beside `mean`; it takes the same arguments."),
        ),
    ),
    Exercise(
        reference=reference.dot,
        points=5,
        why=(
            "`*` makes the products, entry by entry, and the sum adds them up. A row times a column does both "
            "at once, which is all that a matrix product is."
        ),
        cases=(short_columns, long_columns, single_entries),
        hints=(
            ("How do I multiply without a loop?", "`*` between two arrays of one shape multiplies entry by entry."),
            (
                "May I use a matrix product?",
                "Yes: a row times a column is one number. Which of the two columns do you turn into a row?",
            ),
        ),
    ),
    Exercise(
        reference=reference.scores,
        points=10,
        why=(
            "Column i of w.T X is w.T times column i of X, the dot product that the loop computed for example "
            "i. The number b is broadcast to every entry."
        ),
        cases=(scores_of_four, scores_of_seven, scores_of_a_square, score_of_one),
        hints=(
            ("Which product is it?", "(1, m) comes out and X is (n_x, m): what must stand in front of it?"),
            ("How do I add b to each score?", "A number is broadcast to every entry: one plus is enough."),
        ),
    ),
    Exercise(
        reference=reference.gradients,
        points=10,
        why=(
            "The loop added x times dz over the examples. A matrix product adds over its inner size, so the "
            "examples have to stand inside: X is (n_x, m) already, and dZ, turned, is (m, 1). Both sums are "
            "divided by m once, at the end, as in the loop."
        ),
        parts=("dw", "db"),
        cases=(three_errors, eight_errors, a_square_of_errors, one_error),
        hints=(
            (
                "Which way round do I multiply?",
                "dw is (n_x, 1), X is (n_x, m) and dZ is (1, m): the m has to stand inside, so one of them is turned.",
            ),
            ("Where is the loop's sum?", "Inside the matrix product: it runs over the inner size, the examples."),
            ("Where is the division?", "Both are means: each sum is divided by the number of columns of X."),
        ),
    ),
)
