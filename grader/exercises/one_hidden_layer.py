"""Lesson 03: a network with one hidden tanh layer."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import Exercise
from helpers.reference import one_hidden_layer as reference

Arguments = dict[str, Any]

WEIGHTS = ("W1", "W2")
PARAMETERS = ("W1", "b1", "W2", "b2")


def examples(rng: np.random.Generator, n_x: int, n_y: int, m: int) -> Arguments:
    """Draw X (n_x, m) and labels Y (n_y, m), each row of Y with both classes (where m > 1)."""
    return {"X": rng.normal(size=(n_x, m)), "Y": np.vstack([draw_labels(rng, m) for _ in range(n_y)])}


def draw_labels(rng: np.random.Generator, m: int) -> np.ndarray:
    """Draw labels (1, m), half of them 0 and half 1; where m is odd, one class has one more."""
    return rng.permutation((np.arange(m) + rng.integers(2)) % 2)[np.newaxis, :]


def draw_parameters(rng: np.random.Generator, n_x: int, n_h: int, n_y: int) -> dict[str, np.ndarray]:
    """Draw parameters in the size of a trained network's: tanh is bent, and no probability is near 0 or 1.

    The biases stay clear of 0, and each has a value of its own.
    """
    return {
        "W1": rng.choice([-1, 1], (n_h, n_x)) * rng.uniform(0.4, 1.2, (n_h, n_x)) / np.sqrt(n_x),
        "b1": rng.choice([-1, 1], (n_h, 1)) * rng.uniform(0.2, 0.8, (n_h, 1)),
        "W2": rng.choice([-1, 1], (n_y, n_h)) * rng.uniform(0.5, 1.5, (n_y, n_h)) / np.sqrt(n_h),
        "b2": rng.choice([-1, 1], (n_y, 1)) * rng.uniform(0.2, 0.8, (n_y, 1)),
    }


# layer_sizes


def five_features(rng: np.random.Generator) -> Arguments:
    """with X (5, 3) and Y (2, 3)."""
    return examples(rng, 5, 2, 3)


def planar_points(rng: np.random.Generator) -> Arguments:
    """with X (2, 7) and Y (1, 7).

    Other sizes were right: is one of them written as a number, or taken from a variable outside the function?
    """
    return examples(rng, 2, 1, 7)


def other_counts(rng: np.random.Generator) -> Arguments:
    """with X (6, 9) and Y (3, 9).

    Other sizes were right: n_x counts the rows of X, n_y the rows of Y.
    """
    return examples(rng, 6, 3, 9)


# initialize_parameters


def small_network(rng: np.random.Generator) -> Arguments:
    """with n_x = 2, n_h = 4, n_y = 1."""
    return {"n_x": 2, "n_h": 4, "n_y": 1}


def other_network(rng: np.random.Generator) -> Arguments:
    """with n_x = 5, n_h = 3, n_y = 2.

    Other sizes were right: which two of them has each array?
    """
    return {"n_x": 5, "n_h": 3, "n_y": 2}


def large_network(rng: np.random.Generator) -> Arguments:
    """with n_x = 25, n_h = 20, n_y = 15."""
    return {"n_x": 25, "n_h": 20, "n_y": 15}


# forward_propagation


def forward_case(rng: np.random.Generator, n_x: int, n_h: int, n_y: int, m: int) -> Arguments:
    """Draw X and parameters."""
    return {"X": rng.normal(size=(n_x, m)), "parameters": draw_parameters(rng, n_x, n_h, n_y)}


def forward_toy(rng: np.random.Generator) -> Arguments:
    """with 2 features, 4 hidden units and 3 examples."""
    return forward_case(rng, 2, 4, 1, 3)


def forward_two_outputs(rng: np.random.Generator) -> Arguments:
    """with 5 features, 3 hidden units, 2 outputs and 8 examples.

    A smaller network is right: is one of the sizes written as a number?
    """
    return forward_case(rng, 5, 3, 2, 8)


def forward_square(rng: np.random.Generator) -> Arguments:
    """with 4 features, 4 hidden units, 4 outputs and 4 examples.

    Where all sizes are equal, every product fits: which factor comes first?
    """
    return forward_case(rng, 4, 4, 4, 4)


def forward_one_example(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example still makes X a matrix, (n_x, 1).
    """
    return forward_case(rng, 3, 5, 1, 1)


# compute_cost


def cost_case(rng: np.random.Generator, m: int) -> Arguments:
    """Draw probabilities clear of 0, 1 and 1/2, and labels."""
    return {"A2": rng.permutation(np.linspace(0.12, 0.87, m) + rng.uniform(-0.02, 0.02, m))[np.newaxis, :]} | {
        "Y": draw_labels(rng, m)
    }


def cost_of_three(rng: np.random.Generator) -> Arguments:
    """with 3 examples."""
    return cost_case(rng, 3)


def cost_of_many(rng: np.random.Generator) -> Arguments:
    """with 8 examples.

    Fewer examples are right: is m written as a number?
    """
    return cost_case(rng, 8)


def cost_of_one_class(rng: np.random.Generator) -> Arguments:
    """with all labels 1.

    With Y = 1 everywhere only Y log A2 is left: what is its sign?
    """
    return cost_case(rng, 5) | {"Y": np.ones((1, 5), dtype=int)}


def cost_of_one(rng: np.random.Generator) -> Arguments:
    """with a single example.

    For a single example the cost is that example's loss.
    """
    return cost_case(rng, 2) | {"A2": rng.uniform(0.2, 0.4, (1, 1)), "Y": np.array([[1]])}


# backward_propagation


def backward_case(rng: np.random.Generator, n_x: int, n_h: int, n_y: int, m: int) -> Arguments:
    """Draw parameters and examples, and run them forward; the errors are not near 0 on average."""
    parameters = draw_parameters(rng, n_x, n_h, n_y)
    drawn = examples(rng, n_x, n_y, m)
    _, cache = reference.forward_propagation(drawn["X"], parameters)
    arguments = {"parameters": parameters, "cache": cache, **drawn}
    grads = reference.backward_propagation(**arguments)
    clear = all(np.min(np.abs(grads[name])) > 0.002 for name in ("db1", "db2"))
    return arguments if clear else backward_case(rng, n_x, n_h, n_y, m)


def backward_toy(rng: np.random.Generator) -> Arguments:
    """with 2 features, 4 hidden units and 3 examples."""
    return backward_case(rng, 2, 4, 1, 3)


def backward_two_outputs(rng: np.random.Generator) -> Arguments:
    """with 3 features, 5 hidden units, 2 outputs and 7 examples.

    With one output it is right: with two, W2.T is a matrix, and each output sends its error back to each hidden unit.
    """
    return backward_case(rng, 3, 5, 2, 7)


def backward_square(rng: np.random.Generator) -> Arguments:
    """with 4 features, 4 hidden units, 4 outputs and 4 examples.

    Where all sizes are equal, every product fits: compare each with its formula.
    """
    return backward_case(rng, 4, 4, 4, 4)


def backward_one_example(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example still makes X a matrix, (n_x, 1), and every gradient has the shape of its parameter.
    """
    return backward_case(rng, 5, 3, 1, 1)


# update_parameters


def update_case(rng: np.random.Generator, n_x: int, n_h: int, n_y: int) -> Arguments:
    """Draw parameters and gradients."""
    drawn = draw_parameters(rng, n_x, n_h, n_y)
    return {
        "parameters": draw_parameters(rng, n_x, n_h, n_y),
        "grads": {"d" + name: 0.5 * value for name, value in drawn.items()},
    }


def default_rate(rng: np.random.Generator) -> Arguments:
    """with 2 features, 4 hidden units, and the default learning rate."""
    return update_case(rng, 2, 4, 1)


def other_rate(rng: np.random.Generator) -> Arguments:
    """with learning rate 0.35.

    The default rate was right: is 1.2 written as a number?
    """
    return update_case(rng, 3, 2, 1) | {"learning_rate": 0.35}


def larger_update(rng: np.random.Generator) -> Arguments:
    """with 4 features, 5 hidden units, 3 outputs and learning rate 2.

    Another network was right: each parameter has its own gradient.
    """
    return update_case(rng, 4, 5, 3) | {"learning_rate": 2.0}


# nn_model


def clouds(rng: np.random.Generator, n_x: int, ones: int, zeros: int) -> Arguments:
    """Draw two clouds of points near 0, more of label 1 than of label 0.

    The first steps from small weights move hardly more than b2: their cost does not depend on the draw.
    """
    Y = rng.permutation(np.repeat([1, 0], [ones, zeros]))[np.newaxis, :]
    u = rng.choice([-1, 1], (n_x, 1)) / np.sqrt(n_x)
    X = u * (2 * Y - 1) * rng.uniform(1.5, 2.5, Y.shape) + rng.uniform(-0.3, 0.3, (n_x, Y.size))
    return {"X": 0.03 * X, "Y": Y}


def two_places(rng: np.random.Generator, n_x: int) -> Arguments:
    """Draw examples at two places only, with both labels at each.

    The best that can be learned is the share of each label at each place, so every training ends at one cost, and a
    network of another kind, with its own best parameters, is far from it in this one.
    """
    u = rng.choice([-1, 1], (n_x, 1)) / np.sqrt(n_x)
    counts, order = [24, 4, 4, 12], rng.permutation(44)
    side, Y = np.repeat([1, 1, -1, -1], counts)[order], np.repeat([1, 0, 1, 0], counts)[order]
    return {"X": 2.3 * u * side, "Y": Y[np.newaxis, :]}


def one_iteration(rng: np.random.Generator) -> Arguments:
    """with 2 features, 200 hidden units and a single iteration."""
    return clouds(rng, 2, 8, 2) | {"n_h": 200, "num_iterations": 1}


def two_iterations(rng: np.random.Generator) -> Arguments:
    """with 3 features, 2 hidden units and 2 iterations.

    A single iteration was right: does the second begin where the first ended?
    """
    return clouds(rng, 3, 9, 2) | {"n_h": 2, "num_iterations": 2}


def many_iterations(rng: np.random.Generator) -> Arguments:
    """with 2 features, 5 hidden units and 300 iterations.

    The first steps were right: is everything computed anew in each step, and is every parameter updated?
    """
    return two_places(rng, 2) | {"n_h": 5, "num_iterations": 300}


# predict


def scored(rng: np.random.Generator, n_x: int, n_h: int, scores: np.ndarray) -> Arguments:
    """Draw parameters and X so that W2 A1 + b2 has these scores: no answer is near the threshold by luck.

    W1 X + b1 is solved for X, so n_x must be at least n_h.
    """
    while True:
        parameters = draw_parameters(rng, n_x, n_h, 1)
        W1, b1, W2, b2 = parameters.values()
        A1 = rng.uniform(-0.6, 0.6, (n_h, scores.size))
        A1 += W2.T / (W2 @ W2.T) * (scores - b2 - W2 @ A1)
        if np.max(np.abs(A1)) < 0.98:
            X = np.linalg.lstsq(W1, np.arctanh(A1) - b1, rcond=None)[0]
            if np.max(np.abs(X)) < 10:
                return {"parameters": parameters, "X": X}


def clear_scores(rng: np.random.Generator) -> Arguments:
    """with 4 features, 3 hidden units and 6 examples."""
    return scored(rng, 4, 3, rng.permutation([-0.9, -0.7, -0.5, 0.5, 0.7, 0.9]))


def close_scores(rng: np.random.Generator) -> Arguments:
    """with answers close to the threshold.

    The threshold 0.5 is for the probability A2; for Z2 it would be 0.
    """
    return scored(rng, 5, 4, rng.permutation([-0.3, -0.1, 0.05, 0.1, 0.15, 0.2, 0.3, 0.35, 0.4, 0.45]))


def one_point(rng: np.random.Generator) -> Arguments:
    """with a single example.

    For one example the answer is still a row, of shape (1, 1).
    """
    return scored(rng, 3, 2, np.array([0.35]))


def many_points(rng: np.random.Generator) -> Arguments:
    """with 2 features, 2 hidden units and 30 examples.

    Fewer examples are right: which parameter, or which function, is not used?
    """
    while True:
        drawn = scored(rng, 2, 2, rng.permutation(np.linspace(-0.61, 0.63, 30)))
        W1, b1, W2, b2 = drawn["parameters"].values()
        without_tanh = W2 @ (W1 @ drawn["X"] + b1) + b2 > 0
        if np.sum(without_tanh != reference.predict(**drawn)) > 1:
            return drawn


EXERCISES = (
    Exercise(
        reference=reference.layer_sizes,
        points=5,
        why=(
            "Examples stand in columns, so a feature is a row of X and an output a row of Y, and `shape[0]` counts "
            "rows. How many examples there are plays no part: a network of the same size serves any number of them."
        ),
        parts=("n_x", "n_h", "n_y"),
        cases=(five_features, planar_points, other_counts),
        hints=(
            ("How do I count the features?", "X holds an example in each column, so a feature in each row."),
            (
                "What has the shape to do with it?",
                "The shape of an array is a pair: first the number of rows, then the number of columns.",
            ),
        ),
    ),
    Exercise(
        reference=reference.initialize_parameters,
        points=10,
        why=(
            "Each weight is drawn for itself, so no two units begin as twins; the factor 0.01 keeps the first Z1 "
            "near 0, where tanh is steep. Biases may be zero, because different weights already make the units "
            "different."
        ),
        cases=(small_network, other_network, large_network),
        properties={"drawn": {"parts": WEIGHTS}},
        hints=(
            (
                "Which shape has each weight matrix?",
                "A row for each unit of its own layer, a column for each unit of the layer before.",
            ),
            (
                "How do I draw the weights?",
                "`np.random.randn` takes the two sizes as two numbers, without brackets around them.",
            ),
            (
                "Why times 0.01?",
                "tanh is steep near 0 and flat far out: small weights keep the first Z1 where learning is fast.",
            ),
        ),
    ),
    Exercise(
        reference=reference.forward_propagation,
        points=15,
        why=(
            "A row of W1 holds the weights of one unit and a column of X one example, so W1 X has a score for each "
            "unit and example, and the column b1 is added to every column. The second layer does the same with A1 in "
            "the place of X; the sigmoid makes a probability of it, and what was computed on the way goes into the "
            "cache for the way back."
        ),
        parts=("A2", "cache"),
        cases=(forward_toy, forward_two_outputs, forward_square, forward_one_example),
        hints=(
            ("Where do I get W1 from?", "`parameters` is a dictionary: its keys are the names in the formula."),
            (
                "Which function belongs to which layer?",
                "The hidden layer takes tanh, which NumPy has; the output is a probability, so the sigmoid.",
            ),
            (
                "What goes into the cache?",
                "All four matrices that you computed on the way, each under its own name.",
            ),
        ),
    ),
    Exercise(
        reference=reference.compute_cost,
        points=10,
        why=(
            "For each example one of the two terms is zero, and the other is the logarithm of the probability that "
            "the true label was given. Both logarithms are negative, so one minus stands before their sum; dividing "
            "by m makes the cost of ten examples comparable with that of ten thousand."
        ),
        cases=(cost_of_three, cost_of_many, cost_of_one_class, cost_of_one),
        hints=(
            (
                "How do I multiply the logarithms with the labels?",
                "Entry by entry: each label meets the logarithm of its own example's probability.",
            ),
            (
                "Where does the minus belong?",
                "In front of the whole sum: both terms are negative, and a cost is positive.",
            ),
            ("How do I get one number?", "Sum over all examples, then divide by how many there are."),
        ),
    ),
    Exercise(
        reference=reference.backward_propagation,
        points=20,
        why=(
            "At the output, sigmoid and cross-entropy together leave A2 - Y. Each weight passes an error on times "
            "what it was multiplied with, which is dZ2 A1.T for layer 2 and dZ1 X.T for layer 1; the error reaches a "
            "hidden unit through its column of W2, which is the product with W2.T, and is bent by tanh's slope 1 - "
            "A1**2, entry by entry. The mean over the examples is taken where they are added up, and nowhere else."
        ),
        cases=(backward_toy, backward_two_outputs, backward_square, backward_one_example),
        hints=(
            (
                "Where do I begin?",
                "At the output: dZ2 is the probability less the label. Then the gradients of layer 2, then dZ1.",
            ),
            (
                "Which way round do I multiply?",
                "A gradient has the shape of its parameter: write the shapes under both factors, and turn one of them.",
            ),
            (
                "What is the slope of tanh?",
                "It can be written with A1 alone, and it multiplies entry by entry what comes back through W2.",
            ),
        ),
    ),
    Exercise(
        reference=reference.update_parameters,
        points=10,
        why=(
            "Each parameter moves against its own gradient, which has its shape. A difference is a new array, so the "
            "caller's parameters stay as they were."
        ),
        cases=(default_rate, other_rate, larger_update),
        hints=(
            ("Which direction?", "Downhill: against the gradient, so with a minus, times the learning rate."),
            (
                "Why are my arguments changed?",
                "`W1 -= ...` writes into the caller's array; a difference under a new name, or the old one, does not.",
            ),
        ),
    ),
    Exercise(
        reference=reference.nn_model,
        points=20,
        why=(
            "Each function takes what the one before returned, and the parameters that come out of a step are those "
            "that the next one starts from: without that the same step would be taken again and again. n_h is what "
            "was asked for, not the 4 of `layer_sizes`."
        ),
        uses=(
            "layer_sizes",
            "initialize_parameters",
            "forward_propagation",
            "compute_cost",
            "backward_propagation",
            "update_parameters",
        ),
        cases=(one_iteration, two_iterations, many_iterations),
        defaults=("num_iterations",),
        properties={"trained": {"parts": PARAMETERS, "start": True, "hidden": "tanh", "cost": 0.0015}},
        hints=(
            (
                "What stands before the loop?",
                "The sizes n_x and n_y of the data, and one draw of the parameters with the n_h that was asked for.",
            ),
            (
                "What happens in one step?",
                "Forward, cost, backward, update: each function takes what the ones before it returned.",
            ),
            (
                "Why does the cost stay the same?",
                "`update_parameters` returns new parameters: the next step must start from those.",
            ),
        ),
    ),
    Exercise(
        reference=reference.predict,
        points=10,
        why=(
            "`forward_propagation` returns the probabilities first, and the cache is not needed. The threshold one "
            "half is for the probability: above it, 1 is the likelier answer."
        ),
        uses=("forward_propagation",),
        cases=(clear_scores, close_scores, one_point, many_points),
        hints=(
            ("What do I start from?", "`forward_propagation` returns two things; the first is a probability a column."),
            (
                "How do I turn a probability into 0 or 1?",
                "Comparing an array with a number gives True or False for every entry.",
            ),
        ),
    ),
)
