"""Lesson 05: the way back, from one layer to L, and the step downhill."""

from __future__ import annotations

import numpy as np

from grader.exercise import Exercise
from grader.exercises.deep_network.draws import Arguments, backward_case, errors, layer_case, update_case
from helpers.reference import deep_network as reference

# linear_backward


def linear_case(rng: np.random.Generator, n_prev: int, n: int, m: int) -> Arguments:
    """Draw dZ (n, m) and the cache (A_prev, W, b) of a layer."""
    cache = (rng.normal(size=(n_prev, m)), rng.normal(size=(n, n_prev)), rng.normal(size=(n, 1)))
    return {"dZ": errors(rng, n, m), "cache": cache}


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

    Where all sizes are equal, every product fits: compare each with its formula.
    """
    return linear_case(rng, 4, 4, 4)


def linear_one_example(rng: np.random.Generator) -> Arguments:
    """with a single example.

    A single example still makes dZ a matrix, (n, 1), and every gradient has the shape of what it belongs to.
    """
    return linear_case(rng, 5, 3, 1)


# linear_activation_backward


def activation_case(rng: np.random.Generator, n_prev: int, n: int, m: int, activation: str) -> Arguments:
    """Draw a layer, run it forward, and draw what comes back to it."""
    drawn = layer_case(rng, n_prev, n, m, activation)
    _, cache = reference.linear_activation_forward(**drawn)
    return {"dA": errors(rng, n, m), "cache": cache, "activation": activation}


def relu_toy(rng: np.random.Generator) -> Arguments:
    """with 4 units before, 3 units, 5 examples and relu."""
    return activation_case(rng, 4, 3, 5, "relu")


def sigmoid_toy(rng: np.random.Generator) -> Arguments:
    """with 3 units before, 2 units, 4 examples and the sigmoid.

    relu was right: is sigmoid_backward called where `activation` asks for it?
    """
    return activation_case(rng, 3, 2, 4, "sigmoid")


def relu_square(rng: np.random.Generator) -> Arguments:
    """with 4 units before, 4 units, 4 examples and relu.

    Where all sizes are equal, every product fits: which half of the cache goes where?
    """
    return activation_case(rng, 4, 4, 4, "relu")


def sigmoid_one_example(rng: np.random.Generator) -> Arguments:
    """with a single example and the sigmoid.

    A single example still makes dA a matrix, (n, 1).
    """
    return activation_case(rng, 2, 5, 1, "sigmoid")


# L_model_backward


def backward_two_layers(rng: np.random.Generator) -> Arguments:
    """with 2 layers, of 4 and 1 units, on 3 features and 5 examples."""
    return backward_case(rng, (3, 4, 1), 5)


def backward_three_layers(rng: np.random.Generator) -> Arguments:
    """with 3 layers, of 3, 4 and 2 units, on 5 features and 6 examples.

    Two layers were right: does each layer take the cache of its own, and the dA that the layer behind it returned?
    """
    return backward_case(rng, (5, 3, 4, 2), 6)


def backward_one_layer(rng: np.random.Generator) -> Arguments:
    """with a single layer, of 2 units, on 3 features and 4 examples.

    Deeper networks were right: a single layer is the last one, and there is no hidden layer to walk back to.
    """
    return backward_case(rng, (3, 2), 4)


def backward_five_layers(rng: np.random.Generator) -> Arguments:
    """with 5 layers, of 6, 3, 7, 5 and 2 units, on 4 features and 8 examples.

    Shallower networks were right: where does L come from?
    """
    return backward_case(rng, (4, 6, 3, 7, 5, 2), 8)


def backward_square(rng: np.random.Generator) -> Arguments:
    """with 3 layers of 4 units, on 4 features and 4 examples.

    Where all sizes are equal, every product fits: which cache, and which dA, belongs to which layer?
    """
    return backward_case(rng, (4, 4, 4, 4), 4)


def backward_one_example(rng: np.random.Generator) -> Arguments:
    """with 4 layers and a single example.

    A single example still makes AL a matrix, (n_y, 1).
    """
    return backward_case(rng, (2, 5, 3, 4, 1), 1)


# update_parameters


def two_layers(rng: np.random.Generator) -> Arguments:
    """with 2 layers and learning rate 0.1."""
    return update_case(rng, (3, 4, 1), 0.1)


def one_layer(rng: np.random.Generator) -> Arguments:
    """with a single layer and learning rate 0.35.

    Two layers were right: where does L come from? And is the learning rate written as a number?
    """
    return update_case(rng, (4, 2), 0.35)


def five_layers(rng: np.random.Generator) -> Arguments:
    """with 5 layers and learning rate 2.

    Fewer layers were right: is every layer updated, the last one too?
    """
    return update_case(rng, (3, 5, 2, 4, 6, 1), 2.0)


def square_layers(rng: np.random.Generator) -> Arguments:
    """with 3 layers of 4 units and learning rate 0.75.

    Where all sizes are equal, every gradient fits every parameter: has each its own?
    """
    return update_case(rng, (4, 4, 4, 4), 0.75)


EXERCISES = (
    Exercise(
        reference=reference.linear_backward,
        points=15,
        why=(
            "A weight multiplied one entry of A_prev, so it passes its unit's error on times that entry; a bias was "
            "added as it is; and an entry of A_prev spoke to every unit through its column of W, where the errors "
            "add up. dW and db are means, because there examples meet; dA_prev has a column for each example, so "
            "there is no 1/m in it."
        ),
        parts=("dA_prev", "dW", "db"),
        cases=(linear_toy, linear_wider, linear_square, linear_one_example),
        hints=(
            (
                "Which way round do I multiply?",
                "A gradient has the shape of what it belongs to: write the shapes under both factors, and turn one.",
            ),
            (
                "Which of the three has the 1/m?",
                "dW and db are means over the examples. dA_prev keeps a column for each example, so no mean.",
            ),
            (
                "Why has db only one axis?",
                "A sum over an axis drops that axis, unless `np.sum` is told to keep it.",
            ),
        ),
    ),
    Exercise(
        reference=reference.linear_activation_backward,
        points=10,
        why=(
            "The bend came last on the way forward, so it is first on the way back: dA times the bend's slope at Z "
            "gives dZ. From there the linear half goes on by itself. Each half gets the cache that its partner made."
        ),
        uses=("linear_backward",),
        parts=("dA_prev", "dW", "db"),
        cases=(relu_toy, sigmoid_toy, relu_square, sigmoid_one_example),
        hints=(
            (
                "What is in the cache?",
                "The pair that `linear_activation_forward` made: (linear_cache, activation_cache). Unpack it.",
            ),
            (
                "Which cache goes where?",
                "Back through the activation with its own cache, which is Z; that gives dZ. Then the linear part.",
            ),
        ),
    ),
    Exercise(
        reference=reference.L_model_backward,
        points=20,
        why=(
            "The walk begins with the slope of the cost by AL, whose minus stands before both terms. Layer L goes "
            "back through the sigmoid and all others through relu; each takes the dA that the layer behind it handed "
            "on, and the cache one place before its number, because lists count from 0. What comes out belongs to "
            "the layer before, and is stored under that number."
        ),
        uses=("linear_backward", "linear_activation_backward"),
        cases=(
            backward_two_layers,
            backward_three_layers,
            backward_one_layer,
            backward_five_layers,
            backward_square,
            backward_one_example,
        ),
        hints=(
            (
                "Which cache belongs to which layer?",
                "The list counts from 0, the layers count from 1: the cache of layer l is one place before l.",
            ),
            (
                "Where does the loop begin and end?",
                "Layer L is done before the loop, with the sigmoid. Left are L - 1, ..., 1: `reversed` counts down.",
            ),
            (
                "Which dA goes into a layer, and under which name does its result go?",
                "Into layer l goes the gradient by its own output, A[l]. What comes out is the gradient by its input, "
                "A[l-1], and is stored under that number.",
            ),
        ),
    ),
    Exercise(
        reference=reference.update_parameters,
        points=5,
        why=(
            "A parameter's gradient has its name with a d in front, so one loop over the parameters finds each its "
            "own, and never meets the dA. The new values go into a new dictionary, so that the old ones stay as they "
            "were."
        ),
        cases=(two_layers, one_layer, five_layers, square_layers),
        checks=("untouched", "counted"),  # half as many keys as there are is the number of layers
        hints=(
            ("How many layers are there?", "Each has two entries in `params`; `grads` holds more than two a layer."),
            (
                "Why are my arguments changed?",
                "`W -= ...` writes into the caller's array, and `params[\"W1\"] = ...` into the caller's dictionary: "
                "begin with a new, empty one.",
            ),
        ),
    ),
)
