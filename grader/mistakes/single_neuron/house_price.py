"""Known mistakes in `house_price`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.single_neuron.right import score, sigmoid

mistake = Catalogue()


@mistake(
    "house_price",
    says="the ReLU is missing: some prices are below zero",
    hint="The score is right; what happens to a score below zero?",
)
def price_without_relu(w, b, X):
    return score(w, b, X)


@mistake(
    "house_price",
    says="the bias b is left out",
    hint="The line does not begin at zero: what is added to the weighted sum?",
)
def price_without_bias(w, b, X):
    return np.maximum(0, np.dot(w.T, X))


@mistake(
    "house_price",
    says="b is added outside the ReLU",
    hint="b belongs to the score: where does the bracket of the maximum close?",
)
def price_bias_outside(w, b, X):
    return np.maximum(0, np.dot(w.T, X)) + b


@mistake(
    "house_price",
    says="b is subtracted",
    hint="Compare the sign of b with the formula.",
)
def price_less_bias(w, b, X):
    return np.maximum(0, np.dot(w.T, X) - b)


@mistake(
    "house_price",
    says="w is not transposed, and (n_x, 1) times (n_x, m) does not fit",
    hint="Write both shapes side by side: the inner sizes must be equal.",
)
def price_without_transpose(w, b, X):
    return np.maximum(0, np.dot(w, X) + b)


@mistake(
    "house_price",
    says="the largest price of all is returned, by np.max",
    hint="`np.max` and `np.maximum` are two functions: which of them looks at every entry by itself?",
)
def price_largest(w, b, X):
    return np.max(score(w, b, X))


@mistake(
    "house_price",
    says="the smaller of 0 and the score is taken: all prices are zero or below",
    hint="Of 0 and a positive score, the score should be left.",
)
def price_minimum(w, b, X):
    return np.minimum(0, score(w, b, X))


@mistake(
    "house_price",
    says="negative prices lose their sign, and are not cut off",
    hint="A home with a score of -2 is worth nothing, not 2.",
)
def price_absolute(w, b, X):
    return np.abs(score(w, b, X))


@mistake(
    "house_price",
    says="the answer is 1 or 0, whether the score is positive",
    hint="A comparison tells only yes or no: a positive score is to be kept as it is.",
)
def price_step(w, b, X):
    return (score(w, b, X) > 0).astype(float)


@mistake(
    "house_price",
    says="the sigmoid is taken, so that every price is between 0 and 1",
    hint="The neuron of the prices has another activation: flat at zero, then a straight line.",
)
def price_sigmoid(w, b, X):
    return sigmoid(score(w, b, X))


@mistake(
    "house_price",
    says="the answer is a column, (m, 1)",
    hint="A home in each column makes a price in each column: the answer is a row.",
)
def price_column(w, b, X):
    return np.maximum(0, np.dot(X.T, w) + b)


@mistake(
    "house_price",
    says="the ReLU is applied to the features, not to their weighted sum",
    hint="First the score, then the cut: what goes into the maximum?",
)
def price_relu_of_features(w, b, X):
    return np.dot(w.T, np.maximum(0, X)) + b
