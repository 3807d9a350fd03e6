"""Lesson 05: the way forward, from one layer to L, and the cost."""

from __future__ import annotations

import numpy as np

from grader.exercise import Exercise
from grader.exercises.deep_network.draws import Arguments, forward_case, layer_case
from grader.exercises.one_hidden_layer import draw_labels
from helpers.reference import deep_network as reference

# linear_forward


def linear_case(rng: np.random.Generator, n_prev: int, n: int, m: int) -> Arguments:
    """Draw A (n_prev, m), W (n, n_prev) and b (n, 1)."""
    return {"A": rng.normal(size=(n_prev, m)), "W": rng.normal(size=(n, n_prev)), "b": rng.normal(size=(n, 1))}


def linear_toy(rng: np.random.Generator) -> Arguments:
    """with 3 units before, 2 units and 4 examples."""
    return linear_case(rng, 3, 2, 4)


def linear_wider(rng: np.random.Generator) -> Arguments:
    """with 2 units before, 5 units and 3 examples.

    A narrower layer was right: is one of the sizes written as a number?
    """
    return linear_case(rng, 2, 5, 3)


def linear_square(rng: np.random.Generator) -> Arguments:
    """with 4 units before, 4 units and 4 examples.

    Where all sizes are equal, every product fits: which factor comes first?
    """
    return linear_case(rng, 4, 4, 4)


def linear_one_example(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example still makes A a matrix, (n_prev, 1).
    """
    return linear_case(rng, 5, 3, 1)


# linear_activation_forward


def sigmoid_toy(rng: np.random.Generator) -> Arguments:
    """with 3 units before, 2 units, 4 examples and the sigmoid."""
    return layer_case(rng, 3, 2, 4, "sigmoid")


def relu_toy(rng: np.random.Generator) -> Arguments:
    """with 4 units before, 3 units, 5 examples and relu.

    The sigmoid was right: is relu called where `activation` asks for it?
    """
    return layer_case(rng, 4, 3, 5, "relu")


def relu_square(rng: np.random.Generator) -> Arguments:
    """with 4 units before, 4 units, 4 examples and relu.

    Where all sizes are equal, every product fits: is your `linear_forward` used?
    """
    return layer_case(rng, 4, 4, 4, "relu")


def sigmoid_one_example(rng: np.random.Generator) -> Arguments:
    """with a single example and the sigmoid.

    A single example still makes A_prev a matrix, (n_prev, 1).
    """
    return layer_case(rng, 2, 5, 1, "sigmoid")


# L_model_forward


def forward_two_layers(rng: np.random.Generator) -> Arguments:
    """with 2 layers, of 4 and 1 units, on 3 features and 5 examples."""
    return forward_case(rng, (3, 4, 1), 5)


def forward_three_layers(rng: np.random.Generator) -> Arguments:
    """with 3 layers, of 3, 4 and 2 units, on 5 features and 6 examples.

    Two layers were right: do all hidden layers run through relu, each on what the one before it returned?
    """
    return forward_case(rng, (5, 3, 4, 2), 6)


def forward_one_layer(rng: np.random.Generator) -> Arguments:
    """with a single layer, of 2 units, on 3 features and 4 examples.

    Deeper networks were right: a single layer is the last one, and takes the sigmoid.
    """
    return forward_case(rng, (3, 2), 4)


def forward_five_layers(rng: np.random.Generator) -> Arguments:
    """with 5 layers, of 6, 3, 7, 5 and 2 units, on 4 features and 8 examples.

    Shallower networks were right: where does L come from?
    """
    return forward_case(rng, (4, 6, 3, 7, 5, 2), 8)


def forward_square(rng: np.random.Generator) -> Arguments:
    """with 3 layers of 4 units, on 4 features and 4 examples.

    Where all sizes are equal, every product fits: has each layer its own W and b?
    """
    return forward_case(rng, (4, 4, 4, 4), 4)


def forward_one_example(rng: np.random.Generator) -> Arguments:
    """with 4 layers and a single example.

    A single example still makes X a matrix, (n_x, 1).
    """
    return forward_case(rng, (2, 5, 3, 4, 1), 1)


# compute_cost


def cost_case(rng: np.random.Generator, m: int) -> Arguments:
    """Draw probabilities clear of 0, 1 and 1/2, and labels."""
    AL = rng.permutation(np.linspace(0.12, 0.87, m) + rng.uniform(-0.02, 0.02, m))[np.newaxis, :]
    return {"AL": AL, "Y": draw_labels(rng, m)}


def cost_of_three(rng: np.random.Generator) -> Arguments:
    """with 3 examples."""
    return cost_case(rng, 3)


def cost_of_many(rng: np.random.Generator) -> Arguments:
    """with 8 examples.

    Fewer examples are right: is m written as a number?
    """
    return cost_case(rng, 8)


def cost_of_one_class(rng: np.random.Generator) -> Arguments:
    """with all labels 0.

    With Y = 0 everywhere only (1 - Y) log(1 - AL) is left: what is its sign?
    """
    return cost_case(rng, 5) | {"Y": np.zeros((1, 5), dtype=int)}


def cost_of_one(rng: np.random.Generator) -> Arguments:
    """with a single example.

    For a single example the cost is that example's loss.
    """
    return {"AL": rng.uniform(0.2, 0.4, (1, 1)), "Y": np.array([[1]])}


EXERCISES = (
    Exercise(
        reference=reference.linear_forward,
        points=5,
        why=(
            "A row of W meets a column of A, so W A has a score for each unit and each example, and b, one column, "
            "is added to every column by broadcasting. The three arguments are kept as they came: the way back needs "
            "each of them."
        ),
        parts=("Z", "cache"),
        cases=(linear_toy, linear_wider, linear_square, linear_one_example),
        hints=(
            ("Which way round do I multiply?", "Write the shapes under the factors: (n, n_prev) and (n_prev, m)."),
            (
                "What goes into the cache?",
                "The three arguments as they came, in the order of the `def` line, in one pair of brackets.",
            ),
        ),
    ),
    Exercise(
        reference=reference.linear_activation_forward,
        points=10,
        why=(
            "A layer is its linear half and then its bend, so the second takes what the first returned. Each half "
            "hands back its own cache, and the pair of both is what the way back will open: first the linear one, "
            "then Z."
        ),
        uses=("linear_forward",),
        parts=("A", "cache"),
        cases=(sigmoid_toy, relu_toy, relu_square, sigmoid_one_example),
        hints=(
            (
                "How do I choose the activation?",
                '`activation` is a text: compare it with "sigmoid" and "relu" by two equal signs.',
            ),
            (
                "Why is A a pair?",
                "`sigmoid` and `relu` return two things each, the activation and their cache: give both a name.",
            ),
            (
                "What goes into the cache?",
                "Both caches, in one pair of brackets: first that of the linear part, then that of the activation.",
            ),
        ),
    ),
    Exercise(
        reference=reference.L_model_forward,
        points=15,
        why=(
            "What a layer returns is what the next one takes, beginning with X. There are two parameters a layer, so "
            "L is half their number; the first L - 1 layers bend with relu, and the last one takes the sigmoid, "
            "because the answer is a probability. Every layer's cache is kept, the last one's too."
        ),
        uses=("linear_forward", "linear_activation_forward"),
        parts=("AL", "caches"),
        cases=(
            forward_two_layers,
            forward_three_layers,
            forward_one_layer,
            forward_five_layers,
            forward_square,
            forward_one_example,
        ),
        hints=(
            ("How many layers are there?", "Each layer has two entries in `parameters`, a W and a b."),
            (
                "What is handed from layer to layer?",
                "The A that one layer returns is the A_prev of the next; the first one's is X.",
            ),
            (
                "Where does the loop end?",
                "Before the last layer, which takes the sigmoid: `range(1, L)` stops at L - 1. "
                "Its cache belongs in the list, too.",
            ),
        ),
    ),
    Exercise(
        reference=reference.compute_cost,
        points=5,
        why=(
            "The cost sees the last layer's probabilities and the labels, and nothing of the layers in between, so "
            "it is the cross-entropy of lesson 02: the minus before both terms, and a mean over the m columns."
        ),
        cases=(cost_of_three, cost_of_many, cost_of_one_class, cost_of_one),
        hints=(
            (
                "Is anything new here?",
                "Only the name: AL is the last layer's A, whichever number the last layer has.",
            ),
            (
                "Where does the minus belong?",
                "In front of the whole sum: both terms are negative, and a cost is positive.",
            ),
        ),
    ),
)
