"""Known mistakes in `initialize_parameters`: those of lesson 03, and what the lesson of L layers adds."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.initialize_parameters import mistake as of_lesson_03

mistake = Catalogue(one for one in of_lesson_03 if "tanh" not in one.hint)  # the hidden layer takes relu here


@mistake(
    "initialize_parameters",
    says="the factor 0.01 is missing",
    hint="The weights of the two-layer network begin small: what does the formula multiply the draw with?",
    finding="spread",
)
def initialize_without_factor(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x)
    W2 = np.random.randn(n_y, n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="the sizes are written as numbers, 3, 2 and 1",
    hint="They fit one network only: use the names of the arguments.",
    finding="shape",
)
def initialize_other_typed_sizes(n_x, n_h, n_y):
    W1 = np.random.randn(2, 3) * 0.01
    W2 = np.random.randn(1, 2) * 0.01
    return {"W1": W1, "b1": np.zeros((2, 1)), "W2": W2, "b2": np.zeros((1, 1))}


@mistake(
    "initialize_parameters",
    says="the weights are divided by the square root of the layer before, as in the network of L layers",
    hint="That is the next exercise: which factor stands in this one's formula?",
    finding="spread",
)
def initialize_as_the_deep_one(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) / np.sqrt(n_x)
    W2 = np.random.randn(n_y, n_h) / np.sqrt(n_h)
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}


@mistake(
    "initialize_parameters",
    says="W2 takes its columns from n_x, not from n_h",
    hint="Layer 2 sees the hidden layer alone: how many numbers does that hand on for each example?",
    finding="shape",
)
def initialize_second_from_x(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01
    W2 = np.random.randn(n_y, n_x) * 0.01
    return {"W1": W1, "b1": np.zeros((n_h, 1)), "W2": W2, "b2": np.zeros((n_y, 1))}
