"""Lesson 05: where a network starts, with two layers and with L."""

from __future__ import annotations

import numpy as np

from grader.exercise import Exercise
from grader.exercises.deep_network.draws import Arguments
from grader.exercises.one_hidden_layer import large_network, other_network, small_network
from helpers.reference import deep_network as reference

# initialize_parameters_deep


def three_layers(rng: np.random.Generator) -> Arguments:
    """with layer_dims = [5, 4, 3, 2]."""
    return {"layer_dims": [5, 4, 3, 2]}


def one_layer(rng: np.random.Generator) -> Arguments:
    """with layer_dims = [3, 1].

    Deeper networks were right: with a single layer there are W1 and b1 only.
    """
    return {"layer_dims": [3, 1]}


def five_layers(rng: np.random.Generator) -> Arguments:
    """with layer_dims = [4, 7, 3, 6, 5, 1].

    Shallower networks were right: is the number of layers, or one of the sizes, written as a number?
    """
    return {"layer_dims": [4, 7, 3, 6, 5, 1]}


def wide_layers(rng: np.random.Generator) -> Arguments:
    """with layer_dims = [72, 20, 72].

    The shapes were right: this case is large enough to measure the size of the weights, layer by layer.
    """
    return {"layer_dims": [72, 20, 72]}


EXERCISES = (
    Exercise(
        reference=reference.initialize_parameters,
        points=5,
        why=(
            "As in lesson 03: each weight is drawn for itself, so that no two units are twins, and small, so that "
            "the scores start where learning is fast. `randn` takes two numbers, `zeros` one shape."
        ),
        cases=(small_network, other_network, large_network),
        properties={"drawn": {"parts": ("W1", "W2")}},
        hints=(
            (
                "Which shape has each weight matrix?",
                "A row for each unit of its own layer, a column for each unit of the layer before.",
            ),
            (
                "Is anything new here?",
                "No: the function of lesson 03, word for word. Write it from memory; it is the last time with 0.01.",
            ),
        ),
    ),
    Exercise(
        reference=reference.initialize_parameters_deep,
        points=10,
        why=(
            "Layer l has a row for each of its own units and a column for each unit before it. A score adds up "
            "n[l-1] terms of either sign, so its spread is the root of n[l-1] times that of a weight; dividing by "
            "this root keeps scores at one size, however wide and however many the layers are."
        ),
        cases=(three_layers, one_layer, five_layers, wide_layers),
        checks=("untouched", "counted"),  # half as many keys as there are is the number of layers
        properties={"drawn": {"parts": tuple(f"W{l}" for l in range(1, 6))}},
        hints=(
            (
                "How do I name the keys?",
                'A text and a number make a key: `"W" + str(l)`, or `f"W{l}"` with the braces around l.',
            ),
            (
                "Where does the loop begin and end?",
                "layer_dims has L + 1 entries, as it counts the input, which has no weights: l runs from 1 to L.",
            ),
            (
                "Which number stands under the root?",
                "The units of the layer before, which is the number of columns of W[l]: so many terms are summed in Z.",
            ),
        ),
    ),
)
