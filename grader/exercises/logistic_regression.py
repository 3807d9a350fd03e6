"""Lesson 02: logistic regression as the smallest neural network."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import Exercise
from helpers.reference import logistic_regression as reference

Arguments = dict[str, Any]


def a_number(rng: np.random.Generator) -> Arguments:
    """with z a single number."""
    return {"z": float(rng.uniform(0.5, 2))}


def a_row(rng: np.random.Generator) -> Arguments:
    """with z an array of shape (5,).

    One number works and an array does not: np.exp takes arrays, math.exp takes numbers only.
    """
    return {"z": rng.uniform(-3, 3, 5)}


def a_matrix(rng: np.random.Generator) -> Arguments:
    """with z an array of shape (3, 4).

    The answer has the shape of z: nothing is summed, and no size is written as a number.
    """
    return {"z": rng.normal(size=(3, 4))}


def far_from_zero(rng: np.random.Generator) -> Arguments:
    """with z between -30 and 30.

    Far from zero the curve is flat: close to 0 on the left and close to 1 on the right.
    """
    return {"z": rng.uniform(10, 30, (1, 6)) * np.array([[1, -1, 1, -1, 1, -1]])}


def three_features(rng: np.random.Generator) -> Arguments:
    """with dim = 3."""
    return {"dim": 3}


def one_feature(rng: np.random.Generator) -> Arguments:
    """with dim = 1.

    Is a size written as a number where dim belongs?
    """
    return {"dim": 1}


def many_features(rng: np.random.Generator) -> Arguments:
    """with another dim.

    Is a size written as a number where dim belongs?
    """
    return {"dim": int(rng.integers(5, 12))}


def batch(rng: np.random.Generator, n_x: int, m: int) -> Arguments:
    """Draw w (n_x, 1), b, X (n_x, m) and labels Y (1, m) of both classes (where m > 1), fair to every style.

    The length of w is fixed: the probabilities stay clear of 0 and 1, so that log(A + 1e-8) is as good as log(A).
    db stays clear of 0, where single precision would have too few digits left.
    """
    w = rng.normal(size=(n_x, 1))
    drawn: Arguments = {
        "w": 1.5 * w / np.linalg.norm(w),
        "b": float(rng.uniform(0.2, 1)),
        "X": rng.normal(size=(n_x, m)),
        "Y": draw_labels(rng, m),
    }
    grads, _ = reference.propagate(**drawn)
    return drawn if abs(grads["db"]) > 0.01 else batch(rng, n_x, m)


def draw_labels(rng: np.random.Generator, m: int) -> np.ndarray:
    """Draw labels (1, m), half of them 0 and half 1; where m is odd, one class has one more."""
    return rng.permutation((np.arange(m) + rng.integers(2)) % 2)[np.newaxis, :]


def toy(rng: np.random.Generator) -> Arguments:
    """with 2 features and 3 examples."""
    return batch(rng, 2, 3)


def random_batch(rng: np.random.Generator) -> Arguments:
    """with 5 features and 8 examples.

    A smaller example is right: is one of the sizes, n_x or m, written as a number?
    """
    return batch(rng, 5, 8)


def more_features(rng: np.random.Generator) -> Arguments:
    """with 6 features and 4 examples.

    More features than examples: X is (n_x, m), so that m is X.shape[1].
    """
    return batch(rng, 6, 4)


def one_example(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example still makes X a matrix, (n_x, 1).
    """
    return batch(rng, 3, 1)


def confident(rng: np.random.Generator) -> Arguments:
    """with large weights, so that most answers are near 0 or 1.

    Where is the bias added, inside the sigmoid or outside?
    """
    scores = rng.permutation([-5.0, -3.0, 2.0, 3.0, 4.0, 5.0]) + rng.uniform(-0.5, 0.5, 6)
    return {**scored(rng, 4, scores, float(rng.uniform(0.5, 2))), "Y": draw_labels(rng, 6)}


def a_few_steps(rng: np.random.Generator) -> Arguments:
    """with 3 iterations at learning rate 0.1."""
    return {**batch(rng, 2, 4), "num_iterations": 3, "learning_rate": 0.1}


def one_step(rng: np.random.Generator) -> Arguments:
    """with a single iteration.

    After one step the loop is over: is the update inside it, and the return behind it?
    """
    return {**batch(rng, 3, 5), "num_iterations": 1, "learning_rate": 0.25}


def many_steps(rng: np.random.Generator) -> Arguments:
    """with 101 iterations at learning rate 0.04.

    A few steps are right: is the number of iterations taken from the argument?
    """
    return {**batch(rng, 4, 6), "num_iterations": 101, "learning_rate": 0.04}


def scored(rng: np.random.Generator, n_x: int, scores: np.ndarray, b: float) -> Arguments:
    """Draw w and X so that w.T X + b has these scores: no answer is near the threshold by luck."""
    w = rng.uniform(0.5, 1.5, (n_x, 1))
    X = rng.normal(size=(n_x, scores.size))
    X[-1] += (scores - b - (w.T @ X)[0]) / w[-1, 0]
    return {"w": w, "b": b, "X": X}


def clear_scores(rng: np.random.Generator) -> Arguments:
    """with 2 features and 6 examples."""
    return scored(rng, 2, rng.permutation([-3.0, -2.0, -1.0, 1.0, 2.0, 3.0]), float(rng.uniform(0.2, 0.4)))


def close_scores(rng: np.random.Generator) -> Arguments:
    """with answers close to the threshold.

    The threshold 0.5 is for the probability sigma(z); for z itself it would be 0.
    """
    scores = rng.permutation([-0.4, -0.3, -0.2, -0.1, 0.1, 0.2, 0.3, 0.4, 0.45])
    return scored(rng, 4, scores, float(rng.uniform(0.2, 1)))


def negative_bias(rng: np.random.Generator) -> Arguments:
    """with 3 features, 30 examples and a negative b.

    Where is b added: to w.T X, with a plus, before the sigmoid?
    """
    scores = rng.permutation(np.linspace(-2.9, 2.9, 30))
    scores *= np.sign(scores[0])  # the first answer is 1, so that an array of zeros never looks begun
    return scored(rng, 3, scores, float(rng.uniform(-0.9, -0.5)))


def one_picture(rng: np.random.Generator) -> Arguments:
    """with a single example.

    For one example the answer is still a row, of shape (1, 1).
    """
    return scored(rng, 5, rng.choice([-1.5, 1.5], 1), float(rng.uniform(0.2, 0.4)))


def training_set(rng: np.random.Generator, n_x: int, m_train: int, m_test: int) -> Arguments:
    """Draw two noisy clouds of points, one a class, for training and for testing.

    In each set two examples are alike but for their label, so that no predictions equal the labels.
    """
    centre = rng.normal(size=(n_x, 1))
    sets: Arguments = {}
    for part, m in (("train", m_train), ("test", m_test)):
        Y = draw_labels(rng, m)
        X = rng.normal(size=(n_x, m)) + centre * (2 * Y - 0.5)
        X[:, Y.argmax()] = X[:, Y.argmin()]
        sets |= {f"X_{part}": X, f"Y_{part}": Y}
    return sets


def tested(rng: np.random.Generator, drawn: Arguments, scores: list[float]) -> Arguments | None:
    """Move the test set so that the trained model gives it these scores w.T X + b, and two that are in b.

    Whatever is wrong in `predict`, with the threshold or with b, shows in one of the answers. None where b is too
    near 0 for that.
    """
    trained = reference.model(**drawn)
    w, b, X, Y = trained["w"], trained["b"], drawn["X_test"].copy(), drawn["Y_test"]
    others = np.arange(Y.size) != Y.argmax()  # the first example of label 1 is the twin of the first of label 0
    X[:, others] += w * (rng.permutation([*scores, b / 2, -b]) - (w.T @ X[:, others] + b)) / np.sum(w**2)
    X[:, Y.argmax()] = X[:, Y.argmin()]
    return {**drawn, "X_test": X} if abs(b) > 0.05 else None


def small_model(rng: np.random.Generator) -> Arguments:
    """with 3 features, 8 training and 5 test examples, 10 iterations at learning rate 0.5."""
    drawn = {**training_set(rng, 3, 8, 5), "num_iterations": 10, "learning_rate": 0.5}
    return tested(rng, drawn, [-0.25, 0.25]) or small_model(rng)


def other_settings(rng: np.random.Generator) -> Arguments:
    """with 2 features, 12 iterations at learning rate 0.4.

    Other settings were right: are num_iterations and learning_rate handed on to optimize?
    """
    drawn = {**training_set(rng, 2, 7, 9), "num_iterations": 12, "learning_rate": 0.4}
    return tested(rng, drawn, [-0.45, -0.3, -0.1, 0.1, 0.3, 0.45]) or other_settings(rng)


def square_model(rng: np.random.Generator) -> Arguments:
    """with 6 features and 6 training examples, 101 iterations at learning rate 0.05.

    More than 100 iterations leave two costs; and with as many features as examples, shape[0] equals shape[1].
    """
    return {**training_set(rng, 6, 6, 4), "num_iterations": 101, "learning_rate": 0.05}


EXERCISES = (
    Exercise(
        reference=reference.sigmoid,
        points=10,
        why=(
            "`np.exp` works on every entry, so one line serves a number and an array of any shape. e^(-z) is near 0 "
            "for a large z, which gives 1; it is huge for a very negative z, which gives 0; and at z = 0 it is 1, "
            "which gives one half."
        ),
        cases=(a_number, a_row, a_matrix, far_from_zero),
        hints=(
            (
                "How do I write e to a power?",
                "NumPy's `np.exp` does it for a number and for every entry of an array.",
            ),
            (
                "Which sign?",
                "Try z = 10 in your head: the answer must be close to 1, so the power must be close to 0.",
            ),
            (
                "Where do the brackets go?",
                "The whole sum 1 + e^(-z) stands under the fraction bar; put it in brackets.",
            ),
        ),
    ),
    Exercise(
        reference=reference.initialize_with_zeros,
        points=10,
        why=(
            "Each feature has one weight, and w.T X needs them in a column, so the shape is (dim, 1) with brackets "
            "of its own. For a single neuron zeros are a fair start: its cost is a bowl, and the features give every "
            "weight a slope of its own."
        ),
        parts=("w", "b"),
        cases=(three_features, one_feature, many_features),
        hints=(
            ("What shape has w?", "A column with one weight for each feature: (dim, 1)."),
            (
                "How do I hand a shape over?",
                "`np.zeros` takes one argument, the shape, so a pair of brackets of its own.",
            ),
        ),
    ),
    Exercise(
        reference=reference.propagate,
        points=20,
        why=(
            "w.T X leaves one score a column, and the bias reaches all of them by broadcasting. Going back, the "
            "sigmoid's slope cancels against the loss's and leaves A - Y; each weight passes an example's error on "
            "times its own feature, so X (A - Y).T adds these up over the examples, in the shape of w, and 1/m makes "
            "a mean of them."
        ),
        uses=("sigmoid",),
        parts=("grads", "cost"),
        gradients={"dw": "w", "db": "b"},
        cases=(toy, random_batch, more_features, one_example, confident),
        hints=(
            (
                "Which way round do I multiply?",
                "A is (1, m), so w, which is (n_x, 1), has to be turned before X.",
            ),
            (
                "Where is the mean?",
                "J, dw and db are means over m examples: each has a 1/m and a sum over the examples.",
            ),
            ("What shape has dw?", "The shape of w: X is (n_x, m), and A - Y, turned, is (m, 1)."),
        ),
    ),
    Exercise(
        reference=reference.optimize,
        points=20,
        why=(
            "The gradient says where the cost rises, so a small step against it goes down. The slopes are asked for "
            "anew in each step, from where the last one ended, and `w = w - ...` makes a new array, so that whoever "
            "called keeps the old one."
        ),
        uses=("sigmoid", "propagate"),
        parts=("params", "grads", "costs"),
        cases=(a_few_steps, one_step, many_steps),
        defaults=("num_iterations", "learning_rate"),
        hints=(
            (
                "What happens in one step?",
                "Ask `propagate` for gradients and cost, take both gradients out of the dictionary, move w and b.",
            ),
            ("Which direction?", "Downhill: against the gradient, so with a minus, times the learning rate."),
            (
                "Why is my argument changed?",
                "`w -= ...` writes into the caller's array; `w = w - ...` makes a new one.",
            ),
        ),
    ),
    Exercise(
        reference=reference.predict,
        points=20,
        why=(
            "A probability above one half means that 1 is the likelier answer. The comparison is made for all "
            "columns at once and gives True and False, which `astype(float)` turns into 1.0 and 0.0, still in a row "
            "like Y."
        ),
        uses=("sigmoid",),
        cases=(clear_scores, close_scores, one_picture, negative_bias),
        hints=(
            (
                "What do I start from?",
                "The same A = sigma(w.T X + b) as in `propagate`: one probability a column.",
            ),
            (
                "How do I turn a probability into 0 or 1?",
                "Comparing an array with a number gives True or False for every entry.",
            ),
        ),
    ),
    Exercise(
        reference=reference.model,
        points=20,
        why=(
            "Nothing is computed here; it is a matter of who gets what. Learning sees the training set only, and "
            "both sets are answered with the weights that `optimize` returned, not with those it started from."
        ),
        uses=("sigmoid", "initialize_with_zeros", "propagate", "optimize", "predict"),
        cases=(small_model, other_settings, square_model),
        defaults=("num_iterations", "learning_rate"),
        hints=(
            ("Where do I begin?", "With zeros: how many weights? One for each row of X_train."),
            (
                "What do I pass to optimize?",
                "The starting w and b, the training set, and the two settings that `model` was given.",
            ),
            (
                "Which w do I predict with?",
                "The trained one, out of the dictionary that `optimize` returned first.",
            ),
        ),
    ),
)
