"""Lesson 06: networks of two layers and of L layers, trained.

What a training comes to depends on the weights it draws, and no two right answers draw the same. So the cases ask for
what does not: where a tiny rate moves the biases, whatever the weights; what tiny features cost, where only the last
bias matters; and what points that a gap parts must reach.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.exercise import CaseMaker, Exercise
from grader.exercises.deep_network.draws import forward_case
from helpers.reference import deep_application as reference

Arguments = dict[str, Any]

TINY_RATE = 1e-15  # no slope changes, and no relu bends, on so short a way
TINY_SIZE = 1e-6  # of features that no first weight makes felt
MANY = 40  # units: an example that all of them answer with 0 would put the next relu on its bend; it has 1e-12 of luck
LAYERS = 4
WEIGHTS = tuple(f"W{l}" for l in range(1, LAYERS + 1))
BIASES = tuple(f"b{l}" for l in range(1, LAYERS + 1))


def points(rng: np.random.Generator, n_x: int, ones: int, zeros: int) -> Arguments:
    """Draw X (n_x, m) around 0 and labels Y (1, m), more of label 1 than of label 0 or the other way round."""
    Y = rng.permutation(np.repeat([1, 0], [ones, zeros]))[np.newaxis, :]
    return {"X": rng.normal(size=(n_x, Y.size)), "Y": Y}


def clouds(rng: np.random.Generator, n_x: int, ones: int, zeros: int, size: float = 1.0) -> Arguments:
    """Draw two clouds of points with a wide gap between them."""
    drawn = points(rng, n_x, ones, zeros)
    u = rng.choice([-1, 1], (n_x, 1)) / np.sqrt(n_x)
    X = u * (2 * drawn["Y"] - 1) * rng.uniform(1.5, 2.5, drawn["Y"].shape) + rng.uniform(-0.3, 0.3, drawn["X"].shape)
    return {"X": size * X, "Y": drawn["Y"]}


def training(drawn: Arguments, layers_dims: list[int], learning_rate: float, num_iterations: int) -> Arguments:
    """Return the arguments of a training, in their order."""
    return drawn | {"layers_dims": layers_dims, "learning_rate": learning_rate, "num_iterations": num_iterations}


# two_layer_model


def two_layers_one_step(rng: np.random.Generator) -> Arguments:
    """with layers_dims [3, 4, 1], a tiny learning rate and a single iteration."""
    return training(points(rng, 3, 5, 2), [3, 4, 1], TINY_RATE, 1)


def two_layers_three_steps(rng: np.random.Generator) -> Arguments:
    """with layers_dims [5, 2, 1], another tiny learning rate and 3 iterations.

    A single iteration was right: are the sizes, the rate and the number of steps taken from the arguments?
    """
    return training(points(rng, 5, 1, 4), [5, 2, 1], 3 * TINY_RATE, 3)


def two_layers_wide(rng: np.random.Generator) -> Arguments:
    """with layers_dims [3, 200, 1], a tiny learning rate and 2 iterations.

    Fewer units were right: are the weights those that `initialize_parameters` draws?
    """
    return training(points(rng, 3, 3, 7), [3, 200, 1], TINY_RATE, 2)


def two_layers_small_features(rng: np.random.Generator) -> Arguments:
    """with features close to 0, layers_dims [2, 3, 1], learning rate 0.1 and 101 iterations.

    A tiny rate was right: is everything computed anew in each step, from the parameters of the step before?
    """
    return training(clouds(rng, 2, 9, 2, TINY_SIZE), [2, 3, 1], 0.1, 101)


def two_layers_many_steps(rng: np.random.Generator) -> Arguments:
    """with layers_dims [2, 25, 1], learning rate 0.7 and 120 iterations.

    The first steps were right: are all parameters updated, those of the hidden layer too?
    """
    return training(clouds(rng, 2, 9, 3), [2, 25, 1], 0.7, 120)


# L_layer_model


def three_layers_one_step(rng: np.random.Generator) -> Arguments:
    """with layers_dims [4, 40, 2, 1], a tiny learning rate and a single iteration."""
    return training(points(rng, 4, 2, 5), [4, MANY, 2, 1], TINY_RATE, 1)


def four_layers_three_steps(rng: np.random.Generator) -> Arguments:
    """with layers_dims [3, 40, 40, 2, 1], another tiny learning rate and 3 iterations.

    A single iteration was right: are the sizes, the rate and the number of steps taken from the arguments?
    """
    return training(points(rng, 3, 6, 3), [3, MANY, MANY, 2, 1], 3 * TINY_RATE, 3)


def three_layers_wide(rng: np.random.Generator) -> Arguments:
    """with layers_dims [6, 40, 5, 1], a tiny learning rate and 2 iterations.

    Other sizes were right: are the weights those that `initialize_parameters_deep` draws?
    """
    return training(points(rng, 6, 4, 6), [6, MANY, 5, 1], TINY_RATE, 2)


def one_layer_small_features(rng: np.random.Generator) -> Arguments:
    """with features close to 0, layers_dims [2, 1], learning rate 0.1 and 101 iterations.

    A tiny rate was right: is everything computed anew in each step, from the parameters of the step before?
    """
    return training(clouds(rng, 2, 3, 8, TINY_SIZE), [2, 1], 0.1, 101)


def three_layers_many_steps(rng: np.random.Generator) -> Arguments:
    """with layers_dims [2, 40, 30, 1], learning rate 0.15 and 110 iterations.

    The first steps were right: are all parameters updated, those of every layer?
    """
    return training(clouds(rng, 2, 9, 3), [2, MANY, 30, 1], 0.15, 110)


# predict


def scored(rng: np.random.Generator, layers_dims: list[int], scores: np.ndarray) -> Arguments:
    """Draw a network, and of many examples those whose last Z is near these scores: none is near the threshold."""
    while True:
        drawn = forward_case(rng, layers_dims, 8)
        X = rng.normal(size=(layers_dims[0], 1000))
        AL = reference.activations(X, drawn["parameters"])[-1]
        Z = np.log(AL / (1 - AL))  # (1, 1000)
        nearest = np.argmin(np.abs(Z.T - scores), axis=0)
        if np.max(np.abs(Z[0, nearest] - scores)) < 0.02 and len(set(nearest)) == scores.size:
            return {"X": X[:, nearest], "parameters": drawn["parameters"]}


def clear_scores(rng: np.random.Generator) -> Arguments:
    """with layers of 4, 3 and 1 units and 6 examples."""
    return scored(rng, [4, 3, 1], rng.permutation([-0.9, -0.7, -0.5, 0.6, 0.7, 0.8]))


def close_scores(rng: np.random.Generator) -> Arguments:
    """with layers of 5, 4, 3 and 1 units, and answers close to the threshold.

    The threshold 0.5 is for the probability AL; for the last Z it would be 0.
    """
    return scored(rng, [5, 4, 3, 1], rng.permutation([-0.3, -0.1, 0.05, 0.1, 0.15, 0.2, 0.3, 0.35, 0.4, 0.45]))


def one_picture(rng: np.random.Generator) -> Arguments:
    """with a single example.

    For one example the answer is still a row, of shape (1, 1).
    """
    return scored(rng, [3, 4, 1], np.array([0.35]))


def one_layer(rng: np.random.Generator) -> Arguments:
    """with a single layer, and 5 examples.

    More layers were right: is the number of layers taken from the parameters?
    """
    return scored(rng, [4, 1], rng.permutation([-0.8, -0.4, 0.2, 0.3, 0.7]))


def many_examples(rng: np.random.Generator) -> Arguments:
    """with layers of 3, 5, 4, 3 and 1 units and 30 examples.

    Fewer layers are right: does every layer get its own parameters, and its own activation?
    """
    while True:
        drawn = scored(rng, [3, 5, 4, 3, 1], rng.permutation(np.linspace(-0.61, 0.63, 30)))
        straight = drawn["X"]
        for l in range(1, 5):
            straight = drawn["parameters"][f"W{l}"] @ straight + drawn["parameters"][f"b{l}"]
        if np.sum((straight > 0) != reference.predict(**drawn)) > 1:  # without its relus it answers otherwise
            return drawn


CREPT = {"parts": (*WEIGHTS, *BIASES, "costs"), "hidden": "relu"}
TRAINED = {"parts": (*WEIGHTS, *BIASES), "hidden": "relu", "factor": 5}


def properties(tiny: tuple[CaseMaker, ...], small: CaseMaker, many: CaseMaker) -> dict[str, dict[str, Any]]:
    """Return what is asked of a training: by cases with a tiny rate, with tiny features, and with many steps."""
    tiny_cases = tuple(maker.__name__ for maker in tiny)
    return {
        "drawn": {"parts": WEIGHTS, "cases": tiny_cases},
        "crept": CREPT | {"cases": tiny_cases},
        "recorded": {"parts": ("costs",), "cases": (small.__name__,)},
        "trained": TRAINED | {"cases": (small.__name__, many.__name__)},
    }


EXERCISES = (
    Exercise(
        reference=reference.two_layer_model,
        points=40,
        why=(
            "Every line hands on what the block before returned: A1 to layer 2, the slope of the cost back into it, "
            "its dA_prev back into layer 1. Each layer goes back with its own cache and under its own bend, and the "
            "updated parameters are those that the next step begins with."
        ),
        parts=("parameters", "costs"),
        uses=(
            "initialize_parameters",
            "linear_forward",
            "linear_activation_forward",
            "compute_cost",
            "linear_backward",
            "linear_activation_backward",
            "update_parameters",
        ),
        cases=(
            two_layers_one_step,
            two_layers_three_steps,
            two_layers_wide,
            two_layers_small_features,
            two_layers_many_steps,
        ),
        properties=properties(
            (two_layers_one_step, two_layers_three_steps, two_layers_wide),
            two_layers_small_features,
            two_layers_many_steps,
        ),
        defaults=("learning_rate", "num_iterations"),
        hints=(
            (
                "What does a block want, and what does it return?",
                "Forward: A_prev, W, b and the name of the activation; back come A and a cache. Backward: dA, that "
                "layer's cache and the same name; back come dA_prev, dW and db.",
            ),
            (
                "Where does the way back begin?",
                "At the cost: dA2 is its slope by A2, entry by entry, as in lesson 05. Each layer then hands its "
                "dA_prev to the layer before it.",
            ),
            (
                "Why does the cost not fall?",
                "`update_parameters` returns new parameters, and takes the learning rate: the next step must start "
                "from what came back.",
            ),
        ),
    ),
    Exercise(
        reference=reference.predict,
        points=20,
        why=(
            "`L_model_forward` finds out from the parameters how many layers there are, so the same lines serve any "
            "network. The threshold one half is for the probability AL."
        ),
        uses=("linear_forward", "linear_activation_forward", "L_model_forward"),
        cases=(clear_scores, close_scores, one_picture, one_layer, many_examples),
        hints=(
            ("What do I start from?", "`L_model_forward` returns two things; the first is a probability a column."),
            (
                "How do I turn a probability into 0 or 1?",
                "Comparing an array with a number gives True or False for every entry.",
            ),
        ),
    ),
    Exercise(
        reference=reference.L_layer_model,
        points=40,
        why=(
            "The four blocks do for all layers at once what `two_layer_model` wrote out for two, so that nothing in "
            "the loop knows how many there are. The start divides by the root of n_prev, which keeps a deep "
            "network's answers from fading."
        ),
        parts=("parameters", "costs"),
        uses=(
            "initialize_parameters_deep",
            "linear_forward",
            "linear_activation_forward",
            "L_model_forward",
            "compute_cost",
            "linear_backward",
            "linear_activation_backward",
            "L_model_backward",
            "update_parameters",
        ),
        cases=(
            three_layers_one_step,
            four_layers_three_steps,
            three_layers_wide,
            one_layer_small_features,
            three_layers_many_steps,
        ),
        properties=properties(
            (three_layers_one_step, four_layers_three_steps, three_layers_wide),
            one_layer_small_features,
            three_layers_many_steps,
        ),
        defaults=("learning_rate", "num_iterations"),
        hints=(
            (
                "What is different from two layers?",
                "Less to write: one block of lesson 05 goes forward through all layers, another one goes back.",
            ),
            (
                "What does each block take?",
                "Forward: X and the parameters. Cost: AL and Y. Backward: AL, Y and the caches. Update: the "
                "parameters, the gradients and the learning rate.",
            ),
        ),
    ),
)
