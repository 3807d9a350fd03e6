"""Lesson 07: more than two classes, mini-batches, penalties, and how settings are chosen and answers counted."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import Exercise
from helpers.reference import training_in_practice as reference

Arguments = dict[str, Any]

GRID = 16  # scores far from zero are multiples of 1/16: single precision has them exactly
LEAST = 0.02  # of a probability whose logarithm is asked for: log(a + 1e-8) is as good as log(a)


# softmax


def scores(rng: np.random.Generator, C: int, m: int) -> np.ndarray:
    """Draw scores (C, m), apart by enough to matter and no more."""
    return rng.permuted(np.linspace(-1.5, 1.9, C)[:, np.newaxis] + rng.uniform(-0.3, 0.3, (C, m)), axis=0)


def a_few_scores(rng: np.random.Generator) -> Arguments:
    """with 3 classes and 4 examples."""
    return {"Z": scores(rng, 3, 4)}


def many_classes(rng: np.random.Generator) -> Arguments:
    """with 7 classes and 5 examples.

    Fewer classes were right: is a size written as a number, or summed along the other axis?
    """
    return {"Z": scores(rng, 7, 5)}


def one_example(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example is still a column, (C, 1).
    """
    return {"Z": scores(rng, 4, 1)}


def as_many_classes(rng: np.random.Generator) -> Arguments:
    """with as many classes as examples.

    Where C equals m, no shape tells the two axes apart: along which one do the probabilities add up to 1?
    """
    return {"Z": scores(rng, 5, 5)}


def far_scores(rng: np.random.Generator) -> Arguments:
    """with scores near 1000 in some columns, and near -1000 in others.

    e^1000 is infinite in the computer, e^-1000 is 0: take the largest score of the same column away first.
    """
    near = np.round(GRID * scores(rng, 4, 6)) / GRID
    return {"Z": near + rng.permutation([1000.0, -1000.0, 1000.0, -1000.0, 0.0, -1000.0])}


# one_hot


def labels_of_three(rng: np.random.Generator) -> Arguments:
    """with the labels 0, 1, 2 and two of them again, C = 3."""
    return {"labels": rng.permutation([0, 1, 2, 2, 0])[np.newaxis], "C": 3}


def a_class_without_examples(rng: np.random.Generator) -> Arguments:
    """with C = 6, where the last class has no example.

    How many rows there are is told by C; the labels may leave classes out.
    """
    return {"labels": rng.permutation([0, 1, 1, 2, 3, 3, 4, 4])[np.newaxis], "C": 6}


def one_label(rng: np.random.Generator) -> Arguments:
    """with a single example and C = 4.

    A single label still makes a column, (C, 1).
    """
    return {"labels": np.array([[int(rng.integers(1, 3))]]), "C": 4}


def as_many_labels(rng: np.random.Generator) -> Arguments:
    """with as many classes as examples.

    Where C equals m, no shape tells the two apart: a row for each class, a column for each example.
    """
    return {"labels": np.roll([0, 0, 2, 3, 3], rng.integers(1, 5))[np.newaxis], "C": 5}


# cross_entropy


def classified(rng: np.random.Generator, C: int, m: int) -> Arguments:
    """Draw scores Z (C, m) and one-hot labels Y (C, m), neither sure nor hopeless, and not all of one class."""
    while True:
        Z = scores(rng, C, m)
        labels = rng.integers(C, size=m)
        Y = reference.one_hot(labels[np.newaxis], C)
        given = np.sum(Y * reference.softmax(Z), axis=0)
        if given.min() > LEAST and (m == 1 or (np.ptp(given) > 0.1 and len(set(labels)) > 1)):
            return {"Z": Z, "Y": Y}


def three_classes(rng: np.random.Generator) -> Arguments:
    """with 3 classes and 5 examples."""
    return classified(rng, 3, 5)


def six_classes(rng: np.random.Generator) -> Arguments:
    """with 6 classes and 4 examples.

    Three classes were right: is m the number of columns, and is a size written as a number?
    """
    return classified(rng, 6, 4)


def one_answer(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example is still a column, (C, 1).
    """
    return classified(rng, 4, 1)


def square_answers(rng: np.random.Generator) -> Arguments:
    """with as many classes as examples.

    Where C equals m, no shape tells the two axes apart: which one is summed, and which one is counted?
    """
    return classified(rng, 5, 5)


def shifted_answers(rng: np.random.Generator) -> Arguments:
    """with scores near 1000 in some columns, and near -1000 in others.

    Only differences of scores matter: does your softmax take the largest of each column away first?
    """
    drawn = classified(rng, 3, 6)
    Z = np.round(GRID * drawn["Z"]) / GRID + rng.permutation([1000.0, -1000.0, 1000.0, -1000.0, 0.0, -1000.0])
    return {"Z": Z, "Y": drawn["Y"]}


# random_mini_batches


def examples(rng: np.random.Generator, n_x: int, n_y: int, m: int, mini_batch_size: int) -> Arguments:
    """Draw examples with different numbers everywhere, and a permutation that leaves no place and no order alone."""
    X, Y = rng.normal(size=(n_x, m)), rng.integers(2, size=(n_y, m)).astype(float)
    Y[0] = np.arange(m) + 0.5  # labels that tell which example they belong to
    while True:
        permutation = rng.permutation(m)
        inverse = np.argsort(permutation)
        moved = np.all(permutation != np.arange(m)) and np.any(permutation != inverse)
        if moved and not np.array_equal(permutation, np.arange(m)[::-1]):
            return {"X": X, "Y": Y, "permutation": permutation, "mini_batch_size": mini_batch_size}


def even_batches(rng: np.random.Generator) -> Arguments:
    """with 8 examples in batches of 4."""
    return examples(rng, 3, 1, 8, 4)


def uneven_batches(rng: np.random.Generator) -> Arguments:
    """with 11 examples in batches of 4.

    4 does not divide 11: the last batch holds the 3 examples that are left.
    """
    return examples(rng, 2, 1, 11, 4)


def one_hot_labels(rng: np.random.Generator) -> Arguments:
    """with labels of 5 rows, and 7 examples in batches of 3.

    Y may have several rows, as one-hot labels do: its columns are the examples.
    """
    return examples(rng, 4, 5, 7, 3)


def batches_of_one(rng: np.random.Generator) -> Arguments:
    """with 5 examples in batches of one.

    A batch of a single example is still a column, (n_x, 1).
    """
    return examples(rng, 2, 1, 5, 1)


def one_batch(rng: np.random.Generator) -> Arguments:
    """with 6 examples in batches of 6.

    Where the size is m there is one batch, with all examples in their new order.
    """
    return examples(rng, 3, 2, 6, 6)


# the penalties


def weights(rng: np.random.Generator, *shape: int) -> np.ndarray:
    """Draw weights of both signs, clear of 0 and of 1, where a square equals the size."""
    sizes = np.where(rng.random(shape) < 0.5, rng.uniform(0.2, 0.8, shape), rng.uniform(1.2, 2.2, shape))
    signs = rng.permuted(np.resize([1.0, -1.0, -1.0], shape))
    return sizes * signs


def small_weights(rng: np.random.Generator) -> Arguments:
    """with W of shape (2, 3) and lambda = 0.3."""
    return {"W": weights(rng, 2, 3), "lambd": 0.3}


def more_weights(rng: np.random.Generator) -> Arguments:
    """with W of shape (4, 2) and lambda = 0.07.

    Another W was right: is lambda, or a size, written as a number?
    """
    return {"W": weights(rng, 4, 2), "lambd": 0.07}


def strong_penalty(rng: np.random.Generator) -> Arguments:
    """with W of shape (1, 5) and lambda = 2.

    A small lambda was right: is it squared, or left out, somewhere?
    """
    return {"W": weights(rng, 1, 5), "lambd": 2.0}


def some_zeros(rng: np.random.Generator) -> Arguments:
    """with some weights that are exactly 0.

    What is 0 already costs nothing and is not pulled: its gradient is 0.
    """
    W = weights(rng, 3, 4)
    W[0, 1] = W[2, 2] = W[1, 0] = 0.0
    return {"W": W, "lambd": 0.5}


# learning_rates


def three_rates(rng: np.random.Generator) -> Arguments:
    """with 3 rates from 0.01 to 1."""
    return {"lowest": 0.01, "highest": 1.0, "n": 3}


def seven_rates(rng: np.random.Generator) -> Arguments:
    """with 7 rates from 0.0002 to 0.3.

    The factor from one rate to the next need not be 10: it follows from the two ends and from n.
    """
    return {"lowest": 0.0002, "highest": 0.3, "n": 7}


def two_rates(rng: np.random.Generator) -> Arguments:
    """with 2 rates.

    Two rates are the two ends, lowest first.
    """
    return {"lowest": float(rng.uniform(0.01, 0.05)), "highest": float(rng.uniform(3, 8)), "n": 2}


def many_rates(rng: np.random.Generator) -> Arguments:
    """with 12 rates between ends that are no powers of ten.

    Are the ends taken from the arguments, and is the last rate the highest one?
    """
    return {"lowest": float(rng.uniform(0.002, 0.006)), "highest": float(rng.uniform(0.5, 0.9)), "n": 12}


# confusion_matrix


def counted(rng: np.random.Generator, table: list[list[int]]) -> Arguments:
    """Draw labels and answers that have this table of counts, in a random order."""
    pairs = np.argwhere(np.ones_like(table)).repeat(np.ravel(table), axis=0)  # (m, 2)
    labels, answers = rng.permutation(pairs).T
    return {"labels": labels[np.newaxis], "answers": answers[np.newaxis], "C": len(table)}


def three_kinds(rng: np.random.Generator) -> Arguments:
    """with 3 classes and 12 examples."""
    return counted(rng, [[3, 1, 0], [2, 2, 0], [0, 1, 3]])


def unseen_kind(rng: np.random.Generator) -> Arguments:
    """with 5 classes, of which the last one is neither a label nor an answer.

    C says how many rows and columns there are; the labels may leave classes out.
    """
    return counted(rng, [[2, 0, 3, 0, 0], [0, 4, 1, 0, 0], [0, 0, 1, 2, 0], [1, 0, 0, 2, 0], [0] * 5])


def one_pair(rng: np.random.Generator) -> Arguments:
    """with a single example.

    One example makes one count: labels and answers are rows, (1, m).
    """
    return counted(rng, [[0, 0, 0], [0, 0, 1], [0, 0, 0]])


def two_kinds(rng: np.random.Generator) -> Arguments:
    """with 2 classes and 30 examples.

    Equal pairs come again and again: does every one of them count?
    """
    return counted(rng, [[int(rng.integers(9, 12)), 4], [7, 8]])


EXERCISES = (
    Exercise(
        reference=reference.softmax,
        points=15,
        why=(
            "An example is a column, so maximum and sum run down axis 0, and keepdims lets the rest broadcast. "
            "Taking the largest score away cancels in the quotient, and no power overflows."
        ),
        cases=(a_few_scores, many_classes, one_example, as_many_classes, far_scores),
        hints=(
            (
                "Along which axis?",
                "One example is one column, and its probabilities add up to 1: take both the maximum and the sum down "
                "the rows, which is axis 0, and keep the dimensions, so that the rest broadcasts.",
            ),
            (
                "Why take the maximum away?",
                "e to the 1000 is `inf` in the computer. A constant taken away from all scores of a column cancels in "
                "the quotient; with the largest score, no power is above 0.",
            ),
        ),
    ),
    Exercise(
        reference=reference.one_hot,
        points=10,
        why=(
            "A column that holds 0 to C - 1, compared with the row of labels, is stretched to (C, m), and is True in "
            "one place of each column: the row of its class."
        ),
        cases=(labels_of_three, a_class_without_examples, one_label, as_many_labels),
        hints=(
            ("What shape?", "A row for each class and a column for each example, (C, m), whatever the labels are."),
            (
                "Can I do it without a loop?",
                "Compare a column that holds 0 to C - 1 with the row of labels: broadcasting makes a whole matrix of "
                "True and False. Or pick columns of an identity matrix.",
            ),
        ),
    ),
    Exercise(
        reference=reference.cross_entropy,
        points=15,
        why=(
            "Y is 1 in the row of the right class and 0 elsewhere, so the sum keeps one logarithm for each example, "
            "of the probability that the truth was given. Softmax and logarithm together leave A - Y as the slope by "
            "the scores, and the 1/m comes later, where examples are added up."
        ),
        uses=("softmax",),
        parts=("cost", "dZ"),
        cases=(three_classes, six_classes, one_answer, square_answers, shifted_answers),
        hints=(
            (
                "Where do the probabilities come from?",
                "From the scores, by your `softmax`; the logarithm is taken of them, and not of the scores.",
            ),
            (
                "What does Y do in the cost?",
                "It is 1 in the row of the right class and 0 elsewhere: multiplied entry by entry it keeps one "
                "logarithm for each example.",
            ),
            (
                "Is dZ divided by m?",
                "Here it is not: as in lesson 03, the 1/m comes with dW and db, where the examples are summed.",
            ),
        ),
    ),
    Exercise(
        reference=reference.random_mini_batches,
        points=15,
        why=(
            "X and Y are taken in one and the same order, so that each example keeps its label. Slices that begin at "
            "every multiple of mini_batch_size cover every column once, and the last one stops where there are no "
            "more."
        ),
        cases=(even_batches, uneven_batches, one_hot_labels, batches_of_one, one_batch),
        hints=(
            (
                "How do I shuffle columns?",
                "An array of whole numbers between square brackets picks columns in that order; X and Y must be "
                "shuffled alike, or examples lose their labels.",
            ),
            (
                "Where does each batch begin?",
                "At 0, at mini_batch_size, at twice that: `range` takes a step as its third argument.",
            ),
            (
                "What about the last batch?",
                "A slice that reaches beyond the end just stops there: no special case is needed.",
            ),
        ),
    ),
    Exercise(
        reference=reference.l2_penalty,
        points=10,
        why=(
            "The slope of a square is twice the number, so every weight is pulled to zero by a force as large as "
            "itself. Squares are taken entry by entry, and dW has the shape of W."
        ),
        parts=("cost", "dW"),
        gradients={"dW": "W"},
        cases=(small_weights, more_weights, strong_penalty, some_zeros),
        hints=(
            ("How do I square a matrix?", "Entry by entry, with `**`; a matrix product would be something else."),
            ("What is the slope of a square?", "Twice the number, times what stands before it; dW has the shape of W."),
        ),
    ),
    Exercise(
        reference=reference.l1_penalty,
        points=10,
        why=(
            "The slope of a size is its sign, 1 or -1, however small the weight: the pull does not fade, which is "
            "why L1 makes zeros. At 0 itself, `np.sign` gives 0."
        ),
        parts=("cost", "dW"),
        gradients={"dW": "W"},
        cases=(small_weights, more_weights, strong_penalty, some_zeros),
        hints=(
            ("What is the slope of a size?", "1 to the right of zero, -1 to the left: the sign, and not the size."),
            (
                "And exactly at zero?",
                "There it is 0, by agreement. W over its size would be 0/0 there; NumPy has a function for signs.",
            ),
        ),
    ),
    Exercise(
        reference=reference.learning_rates,
        points=10,
        why=(
            "Even steps between logarithms are equal factors between numbers; n rates have n - 1 such factors "
            "between lowest and highest, and `np.geomspace` takes the two ends as they are."
        ),
        cases=(three_rates, seven_rates, two_rates, many_rates),
        hints=(
            (
                "What is even on a logarithmic scale?",
                "The steps between the *logarithms*. Or think in factors: n rates have n - 1 factors between them.",
            ),
            (
                "Which function takes what?",
                "`np.linspace` and `np.geomspace` take the two ends; `np.logspace` takes their exponents.",
            ),
        ),
    ),
    Exercise(
        reference=reference.confusion_matrix,
        points=15,
        why=(
            "Each example adds 1 in the row of its label and the column of its answer. A place that is named twice "
            "must be counted twice, which a loop does, and `np.add.at`, but not `counts[rows, columns] += 1`."
        ),
        cases=(three_kinds, unseen_kind, one_pair, two_kinds),
        hints=(
            (
                "Where does an example go?",
                "Into the row of its label and the column of its answer; there 1 is added for it.",
            ),
            (
                "Why are my counts too small?",
                "`counts[rows, columns] += 1` adds once to each place, however often it is named. A loop over the "
                "examples adds every time; so does `np.add.at`.",
            ),
        ),
    ),
)
