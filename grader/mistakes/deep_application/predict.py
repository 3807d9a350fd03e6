"""Known mistakes in `predict`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_application.right import L_model_forward, linear_activation_forward

mistake = Catalogue()


@mistake(
    "predict",
    says="the probabilities come back, not 0 or 1",
    hint="AL says how likely label 1 is: what turns it into a decision?",
)
def predict_probabilities(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL


@mistake(
    "predict",
    says="the threshold is 0, which every probability exceeds",
    hint="Label 1 is the better guess where its probability is more than one half.",
)
def predict_threshold_zero(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return (AL > 0) * 1.0


@mistake(
    "predict",
    says="the threshold 0.5 is applied to the last Z, not to the probability AL",
    hint="Z is any number, the sigmoid of it is a probability: which of the two is compared with 0.5?",
)
def predict_threshold_on_z(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    linear_cache, Z = caches[-1]
    return (Z > 0.5) * 1.0


@mistake(
    "predict",
    says="the labels have changed places: 1 stands where the probability is below 0.5",
    hint="AL is the probability of label 1: which way round is the comparison?",
)
def predict_turned_round(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return (AL < 0.5) * 1.0


@mistake(
    "predict",
    says="the labels are -1 and 1",
    hint="The labels in Y are 0 and 1, and so are the predictions.",
)
def predict_minus_one(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return np.where(AL > 0.5, 1, -1)


@mistake(
    "predict",
    says="the predictions have lost their first axis",
    hint="Y is a row, (1, m): so are the predictions, also where a flat list would read more easily.",
)
def predict_flat(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return np.squeeze((AL > 0.5) * 1.0, axis=0)


@mistake(
    "predict",
    says="the predictions are a column, (m, 1)",
    hint="An example stands in each column of X, and so does its prediction.",
)
def predict_column(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return ((AL > 0.5) * 1.0).T


@mistake(
    "predict",
    says="the two things that L_model_forward returns are not taken apart",
    hint="It returns the probabilities and the caches: give each a name on the left side.",
)
def predict_tuple_compared(X, parameters):
    AL = L_model_forward(X, parameters)
    return (AL > 0.5) * 1.0


@mistake(
    "predict",
    says="one answer comes back for all examples",
    hint="Every example gets an answer of its own: the comparison works on all entries at once.",
)
def predict_one_for_all(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return float(np.mean(AL) > 0.5)


@mistake(
    "predict",
    says="there are always two layers, whatever the parameters hold",
    hint="How many layers there are can be read off the parameters; one of your blocks does it.",
)
def predict_two_layers(X, parameters):
    A1, cache1 = linear_activation_forward(X, parameters["W1"], parameters["b1"], "relu")
    A2, cache2 = linear_activation_forward(A1, parameters["W2"], parameters["b2"], "sigmoid")
    return (A2 > 0.5) * 1.0


@mistake(
    "predict",
    says="the biases are left out",
    hint="Each layer adds its own b before the activation, also after training.",
)
def predict_without_biases(X, parameters):
    without = {name: value if name[0] == "W" else 0 * value for name, value in parameters.items()}
    AL, caches = L_model_forward(X, without)
    return (AL > 0.5) * 1.0


@mistake(
    "predict",
    says="the number of layers is counted one short",
    hint="parameters holds a W and a b for each layer: half of its length is the number of the last layer.",
)
def predict_one_layer_short(X, parameters):
    A = X
    L = len(parameters) // 2
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
    return (A > 0.5) * 1.0
