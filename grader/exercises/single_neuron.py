"""Lesson 01: the smallest networks, one neuron each."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import Exercise
from helpers.reference import single_neuron as reference

Arguments = dict[str, Any]


# house_price


def priced(rng: np.random.Generator, n_x: int, scores: np.ndarray) -> Arguments:
    """Draw w, b and X so that w.T X + b has these scores, some below zero."""
    w, b = rng.uniform(0.5, 1.5, (n_x, 1)), float(rng.uniform(-1.5, -0.5))
    X = rng.normal(size=(n_x, scores.size))
    X[-1] += (scores - b - (w.T @ X)[0]) / w[-1, 0]
    return {"w": w, "b": b, "X": X}


def one_size(rng: np.random.Generator) -> Arguments:
    """with 1 feature and 4 homes."""
    return priced(rng, 1, rng.permutation([-2.0, -0.3, 1.2, 3.1]))


def three_features(rng: np.random.Generator) -> Arguments:
    """with 3 features and 7 homes.

    One feature was right: does the product sum over the features?
    """
    return priced(rng, 3, rng.permutation([-4.0, -1.5, -0.4, 0.4, 0.8, 2.5, 5.0]))


def as_many_features(rng: np.random.Generator) -> Arguments:
    """with 5 features and 5 homes.

    Where X is square, X and its transpose both fit: a home is a column of X.
    """
    return priced(rng, 5, rng.permutation([-3.0, -0.5, 0.3, 1.0, 4.0]))


def one_home(rng: np.random.Generator) -> Arguments:
    """with a single home.

    A single home still makes X a matrix, (n_x, 1), and the answer a row, (1, 1).
    """
    return priced(rng, 4, np.array([1.7]))


# compute_cost and gradients


def fit(rng: np.random.Generator, n_x: int, m: int) -> Arguments:
    """Draw a neuron, examples and targets; neither gradient is near 0."""
    drawn: Arguments = {
        "w": rng.choice([-1, 1], (n_x, 1)) * rng.uniform(0.4, 1.5, (n_x, 1)),
        "b": float(rng.uniform(0.5, 1.5)),
        "X": rng.normal(size=(n_x, m)) + 0.5,
        "Y": rng.normal(size=(1, m)) + 1,
    }
    dw, db = reference.gradients(**drawn)
    return drawn if min(np.min(np.abs(dw)), abs(db)) > 0.02 else fit(rng, n_x, m)


def two_by_three(rng: np.random.Generator) -> Arguments:
    """with 2 features, 3 examples and no penalty."""
    return fit(rng, 2, 3)


def penalised(rng: np.random.Generator) -> Arguments:
    """with 3 features, 6 examples and lambd = 1.7.

    Without a penalty it is right: compare the term that has lambd in it.
    """
    return fit(rng, 3, 6) | {"lambd": 1.7}


def penalised_square(rng: np.random.Generator) -> Arguments:
    """with 4 features, 4 examples and lambd = 10.

    Where X is square, X and its transpose both fit; and a large penalty shows what is penalised: w, and not b.
    """
    return fit(rng, 4, 4) | {"lambd": 10.0}


def one_example(rng: np.random.Generator) -> Arguments:
    """with a single example and lambd = 0.5.

    A single example still makes X a matrix, (n_x, 1).
    """
    return fit(rng, 3, 1) | {"lambd": 0.5}


# linear_regression


def targets(rng: np.random.Generator, n_x: int, m: int) -> Arguments:
    """Draw examples of like size, and targets that follow a line with some noise."""
    X = rng.normal(size=(n_x, m)) + 0.3
    w = rng.choice([-1, 1], (n_x, 1)) * rng.uniform(0.5, 1.5, (n_x, 1))
    return {"X": X, "Y": w.T @ X + 1 + 0.3 * rng.normal(size=(1, m))}


def settings(learning_rate: float, lambd: float, tolerance: float, max_iterations: int) -> Arguments:
    """Name the settings, in the order of the first line."""
    return {
        "learning_rate": learning_rate,
        "lambd": lambd,
        "tolerance": tolerance,
        "max_iterations": max_iterations,
    }


def three_steps(rng: np.random.Generator) -> Arguments:
    """with max_iterations = 3 and tolerance = 0."""
    return targets(rng, 2, 6) | settings(0.1, 0.0, 0.0, 3)


def small_change(rng: np.random.Generator) -> Arguments:
    """with a tolerance that ends it early.

    A few steps were right: does the change of the cost, from the last step to this one, end the loop?
    """
    return stopped(rng, 2, 12, 0.2, 0.0)


def small_change_with_penalty(rng: np.random.Generator) -> Arguments:
    """with lambd = 2 and a tolerance that ends it early.

    Without a penalty it was right: is lambd handed on to both functions?
    """
    return stopped(rng, 3, 15, 0.15, 2.0)


def large_tolerance(rng: np.random.Generator) -> Arguments:
    """with a tolerance so large that the first step is the last.

    The first change of the cost is smaller than the tolerance: is it looked at after the first step already?
    """
    drawn = targets(rng, 2, 7)
    cost = reference.compute_cost(np.zeros((2, 1)), 0.0, drawn["X"], drawn["Y"])
    return drawn | settings(0.1, 0.0, float(2 * cost), 6)


def uphill(rng: np.random.Generator) -> Arguments:
    """with a learning rate so large that the cost rises.

    A rising cost changes, too, and more than by the tolerance: what has abs to do with it?
    """
    drawn = targets(rng, 2, 8)
    columns = np.vstack([drawn["X"], np.ones((1, 8))])
    steepest = np.linalg.eigvalsh(columns @ columns.T / 8)[-1]
    return drawn | settings(float(3.2 / steepest), 0.0, 1e-3, 5)


def stopped(rng: np.random.Generator, n_x: int, m: int, learning_rate: float, lambd: float) -> Arguments:
    """Draw a training and a tolerance halfway between two changes of the cost, so that no rounding can move the end."""
    drawn = targets(rng, n_x, m)
    _, _, costs = reference.linear_regression(**drawn, **settings(learning_rate, lambd, 0.0, 25))
    changes, last = -np.diff(costs), int(rng.integers(10, 20))
    clear = np.all(changes[1:] < 0.95 * changes[:-1]) and changes[last] > 1e-4 * costs[0]
    if not clear:
        return stopped(rng, n_x, m, learning_rate, lambd)
    return drawn | settings(learning_rate, lambd, float(np.sqrt(changes[last - 1] * changes[last])), 200)


# threshold and perceptron: small whole numbers, so that every score is exact, and 0 is 0


def whole_numbers(rng: np.random.Generator, n_x: int, m: int) -> Arguments:
    """Draw a neuron and examples; the first score is 0 exactly, and the others have both signs."""
    w, X = rng.integers(1, 4, (n_x, 1)).astype(float), rng.integers(-3, 4, (n_x, m)).astype(float)
    b = -float((w.T @ X)[0, 0])
    scores = (w.T @ X + b)[0, 1:]
    clear = b != 0 and (m == 1 or (np.sum(scores > 0) > 1 and np.sum(scores < 0) > 1))
    return {"w": w, "b": b, "X": X} if clear else whole_numbers(rng, n_x, m)


def answers_of_two(rng: np.random.Generator) -> Arguments:
    """with 2 features and 8 examples."""
    return whole_numbers(rng, 2, 8)


def answers_of_four(rng: np.random.Generator) -> Arguments:
    """with 4 features and 9 examples.

    Two features were right: is one of the sizes written as a number?
    """
    return whole_numbers(rng, 4, 9)


def fractions(rng: np.random.Generator) -> Arguments:
    """with scores close to 0, on both sides.

    The threshold of a score is 0; 0.5 would be that of a probability.
    """
    return priced(rng, 3, rng.permutation([-0.45, -0.3, -0.2, 0.2, 0.25, 0.3, 0.4, 0.45]))


def answer_of_one(rng: np.random.Generator) -> Arguments:
    """with a single example, whose score is 0.

    Exactly on the line the answer is 0: the score has to be larger than 0. And the answer is a row, (1, 1).
    """
    return whole_numbers(rng, 3, 1)


def gate(rng: np.random.Generator, labels: tuple[int, ...], max_epochs: int) -> Arguments:
    """Give the four corners of the square, in a drawn order, with the labels of (0, 0), (0, 1), (1, 0), (1, 1)."""
    order = rng.permutation(4)
    corners = np.array([[0.0, 0.0, 1.0, 1.0], [0.0, 1.0, 0.0, 1.0]])
    return {"X": corners[:, order], "Y": np.array([labels])[:, order], "max_epochs": max_epochs}


def the_or(rng: np.random.Generator) -> Arguments:
    """with the four points of OR."""
    return gate(rng, (0, 1, 1, 1), 50)


def the_and(rng: np.random.Generator) -> Arguments:
    """with the four points of AND.

    OR was right: is an answer of 1 that should be 0 mended, too?
    """
    return gate(rng, (0, 0, 0, 1), 50)


def the_xor(rng: np.random.Generator) -> Arguments:
    """with the four points of XOR, and 7 epochs.

    No line parts them, so that no epoch is without mistakes: do the epochs end at max_epochs?
    """
    return gate(rng, (0, 1, 1, 0), 7)


def parted(rng: np.random.Generator) -> Arguments:
    """with 3 features and 10 examples that a plane can part.

    Fewer examples were right: is a size written as a number?
    """
    w, X = rng.integers(1, 4, (3, 1)), rng.integers(-4, 5, (3, 10)).astype(float)
    Y = (w.T @ X > 1).astype(int)
    drawn = {"X": X, "Y": Y, "max_epochs": 60}
    epochs = len(reference.perceptron(**drawn)[2])
    return drawn if 3 <= np.sum(Y) <= 7 and 3 <= epochs < 50 else parted(rng)


# walk_back


def example(rng: np.random.Generator, n_x: int, score: float, y: int) -> Arguments:
    """Draw a neuron and one example with this score."""
    w, b = rng.choice([-1, 1], (n_x, 1)) * rng.uniform(0.5, 1.5, (n_x, 1)), float(rng.uniform(0.3, 0.9))
    x = rng.choice([-1, 1], (n_x, 1)) * rng.uniform(0.5, 2, (n_x, 1))
    x[-1] += (score - b - np.sum(w * x)) / w[-1]
    clear = abs(x[-1, 0]) > 0.3
    return {"w": w, "b": b, "x": x, "y": y} if clear else example(rng, n_x, score, y)


def a_cat(rng: np.random.Generator) -> Arguments:
    """with 2 features and y = 1."""
    return example(rng, 2, float(rng.uniform(0.3, 0.8)), 1)


def no_cat(rng: np.random.Generator) -> Arguments:
    """with 3 features and y = 0.

    With y = 1 it is right: which term of L and of da is left when y is 0?
    """
    return example(rng, 3, float(rng.uniform(0.5, 1.2)), 0)


def sure_and_wrong(rng: np.random.Generator) -> Arguments:
    """with 5 features and an answer near 0 where y = 1.

    Sure and wrong: the loss is large, and dz is near -1, though the sigmoid is flat there.
    """
    return example(rng, 5, float(rng.uniform(-3.5, -2.5)), 1)


def one_feature(rng: np.random.Generator) -> Arguments:
    """with a single feature.

    With one feature dw is still a column, (1, 1).
    """
    return example(rng, 1, float(rng.uniform(-1.2, -0.4)), 0)


EXERCISES = (
    Exercise(
        reference=reference.house_price,
        points=10,
        why=(
            "The weighted sum and the bias make a score for each home, and `np.maximum` compares each of them "
            "with 0: what is negative becomes 0, and what is positive stays as it is. `np.max` would look for "
            "the largest of them all."
        ),
        cases=(one_size, three_features, as_many_features, one_home),
        hints=(
            ("What is the score?", "A weighted sum of the features, plus b: in lesson 00 you wrote it in one line."),
            (
                "How do I cut off at zero?",
                "`np.maximum` compares two things entry by entry; `np.max` finds the largest of one array.",
            ),
        ),
    ),
    Exercise(
        reference=reference.compute_cost,
        points=10,
        why=(
            "Squares have no sign, so errors up and down cannot cancel, and the sum over m makes costs of few "
            "and of many examples comparable. The penalty looks at the weights only: a bias moves the whole "
            "line and makes it no wilder. The 2 is there to cancel in the derivative."
        ),
        cases=(two_by_three, penalised, penalised_square, one_example),
        defaults=("lambd",),
        hints=(
            ("What is squared?", "Each difference, before anything is added up."),
            (
                "What does the penalty look at?",
                "At the weights alone: their squares, added up, times lambd. The bias goes free.",
            ),
            ("Where does the 2 m stand?", "Under both sums."),
        ),
    ),
    Exercise(
        reference=reference.gradients,
        points=15,
        why=(
            "The derivative of half a square is the error itself. Score i depends on each weight through its "
            "own feature, so the errors are weighted with X and added up over the examples, which X dZ.T "
            "does. The penalty adds lambda w over m to dw, and nothing to db."
        ),
        parts=("dw", "db"),
        cases=(two_by_three, penalised, penalised_square, one_example),
        defaults=("lambd",),
        hints=(
            ("Where is the 2 of the square?", "It cancels the 2 under the fraction bar."),
            (
                "Which way round do I multiply?",
                "dw is (n_x, 1), X is (n_x, m): the error row (1, m) has to be turned, as in lesson 00.",
            ),
            ("What does the penalty add?", "To dw only: lambd times w itself, over m. Its derivative by b is 0."),
        ),
    ),
    Exercise(
        reference=reference.linear_regression,
        points=20,
        why=(
            "Both gradients are computed at the same place before anything moves; then w and b take one step "
            "downhill, and the cost is noted where they arrive. Where the last two costs hardly differ, the "
            "bowl is flat, and going on would gain nothing."
        ),
        uses=("compute_cost", "gradients"),
        parts=("w", "b", "costs"),
        cases=(three_steps, small_change, small_change_with_penalty, large_tolerance, uphill),
        defaults=("learning_rate", "lambd", "tolerance", "max_iterations"),
        hints=(
            ("What happens in one step?", "Ask for both gradients where you are, then move w and b downhill."),
            (
                "What goes into costs?",
                "The cost where you have arrived: after the step, with the new w and b.",
            ),
            (
                "When do I leave the loop?",
                "When the last two costs differ by less than the tolerance; `abs` makes the sign of it not matter.",
            ),
        ),
    ),
    Exercise(
        reference=reference.threshold,
        points=10,
        why=(
            "The score is positive on one side of the line and negative on the other; the comparison turns "
            "that into yes and no, and `astype` into 1.0 and 0.0. On the line itself the score is 0, which is "
            "not larger than 0."
        ),
        cases=(answers_of_two, answers_of_four, fractions, answer_of_one),
        hints=(
            ("What is compared with what?", "The score of each example with 0."),
            ("How do I get numbers?", "A comparison gives True and False; `.astype(float)` makes 1.0 and 0.0 of them."),
        ),
    ),
    Exercise(
        reference=reference.perceptron,
        points=20,
        why=(
            "The error is 0 where the answer is right, so nothing moves. Where it is 1 or -1, adding or "
            "subtracting the example changes its own score by its squared length and 1 for the bias, always "
            "in the right direction. Each step is made before the next example is looked at."
        ),
        uses=("threshold",),
        parts=("w", "b", "mistakes"),
        cases=(the_or, the_and, the_xor, parted),
        defaults=("max_epochs",),
        hints=(
            (
                "How do I learn on mistakes only?",
                "y less the answer is 0 where the answer is right, else 1 or -1: one line fits all three.",
            ),
            ("What do I add to w?", "The example itself, with the sign of the error; to b the error alone."),
            ("How do I count?", "One for each example that was answered wrongly, whatever the sign of its error."),
        ),
    ),
    Exercise(
        reference=reference.walk_back,
        points=15,
        why=(
            "Each derivative is the one to its right times the factor on the arrow between them: the "
            "logarithms give da, the sigmoid's slope a (1 - a) makes dz of it, and z depends on each weight "
            "through its own feature and on b directly. All three derivatives of the inputs share dz, so it "
            "is computed once."
        ),
        cases=(a_cat, no_cat, sure_and_wrong, one_feature),
        hints=(
            (
                "How do I make z a number?",
                "Multiply w and x entry by entry and add up, or take the one entry of w.T x.",
            ),
            (
                "Where does the walk back begin?",
                "At the loss: da first, then dz, each made of the one before and of the factor on its arrow.",
            ),
            (
                "What does dz have to do with dw?",
                "In z, each weight is multiplied with its own feature: so the error comes back times that feature.",
            ),
        ),
    ),
)
