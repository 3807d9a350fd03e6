"""Known mistakes in `predict`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.right import forward_propagation, sigmoid

mistake = Catalogue()


@mistake(
    "predict",
    says="the probabilities come back, not 0 or 1",
    hint="A2 says how likely label 1 is: what turns it into a decision?",
)
def predict_probabilities(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return A2


@mistake(
    "predict",
    says="the threshold is 0, which every probability exceeds",
    hint="Label 1 is the better guess where its probability is more than one half.",
)
def predict_threshold_zero(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (A2 > 0) * 1.0


@mistake(
    "predict",
    says="the threshold 0.5 is applied to Z2, not to the probability A2",
    hint="Z2 is any number, the sigmoid of it is a probability: which of the two is compared with 0.5?",
)
def predict_threshold_on_z2(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (cache["Z2"] > 0.5) * 1.0


@mistake(
    "predict",
    says="the labels have changed places: 1 stands where the probability is below 0.5",
    hint="A2 is the probability of label 1: which way round is the comparison?",
)
def predict_turned_round(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (A2 < 0.5) * 1.0


@mistake(
    "predict",
    says="the labels are -1 and 1",
    hint="The labels in Y are 0 and 1, and so are the predictions.",
)
def predict_minus_one(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return np.where(A2 > 0.5, 1, -1)


@mistake(
    "predict",
    says="the predictions have lost their first axis",
    hint="Y is a row, (1, m): so are the predictions, also where a flat list would read more easily.",
)
def predict_flat(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return np.squeeze((A2 > 0.5) * 1.0, axis=0)


@mistake(
    "predict",
    says="the predictions are a column, (m, 1)",
    hint="An example stands in each column of X, and so does its prediction.",
)
def predict_column(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return ((A2 > 0.5) * 1.0).T


@mistake(
    "predict",
    says="the decision is made from the hidden layer, A1",
    hint="The hidden units are not answers yet: which layer's activation is the probability?",
)
def predict_from_hidden(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (cache["A1"] > 0.5) * 1.0


@mistake(
    "predict",
    says="the two things that forward_propagation returns are not taken apart",
    hint="It returns the probabilities and the cache: give each a name on the left side.",
)
def predict_tuple_compared(parameters, X):
    A2 = forward_propagation(X, parameters)
    return (A2 > 0.5) * 1.0


@mistake(
    "predict",
    says="one answer comes back for all examples",
    hint="Every column of X needs a prediction of its own: is a sum, a mean or an `any` in the way?",
)
def predict_one_for_all(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return float(np.mean(A2) > 0.5)


@mistake(
    "predict",
    says="the threshold is the mean of the probabilities",
    hint="The threshold is one half, whatever the other examples are.",
)
def predict_threshold_mean(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (A2 >= np.mean(A2)) * 1.0


@mistake(
    "predict",
    says="tanh is left out of the hidden layer",
    hint="Call `forward_propagation`, which is right already, and take its first result.",
)
def predict_without_tanh(parameters, X):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A2 = sigmoid(np.dot(parameters["W2"], Z1) + parameters["b2"])
    return (A2 > 0.5) * 1.0


@mistake(
    "predict",
    says="every answer is 0: int() cuts the decimals off",
    hint="A probability below 1 is cut to 0: compare it with one half instead.",
)
def predict_cut_off(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return A2.astype(int)


@mistake(
    "predict",
    says="the cache comes back, too",
    hint="One array is asked for: what stands behind `return`?",
)
def predict_with_cache(parameters, X):
    A2, cache = forward_propagation(X, parameters)
    return (A2 > 0.5) * 1.0, cache
