"""Known mistakes in `forward_propagation`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.right import forward_propagation, sigmoid

mistake = Catalogue()


def output_of(parameters, Z1, A1):
    Z2 = np.dot(parameters["W2"], A1) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@mistake(
    "forward_propagation",
    says="the hidden layer takes the sigmoid, not tanh",
    hint="A1 may be negative: which activation does the formula give to layer 1?",
)
def forward_sigmoid_hidden(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    return output_of(parameters, Z1, sigmoid(Z1))


@mistake(
    "forward_propagation",
    says="the hidden layer takes relu, not tanh",
    hint="Which activation does the formula give to layer 1?",
)
def forward_relu_hidden(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    return output_of(parameters, Z1, np.maximum(Z1, 0))


@mistake(
    "forward_propagation",
    says="the hidden layer has no activation: A1 is Z1",
    hint="Two linear layers in a row are one linear layer: what does the formula do with Z1?",
)
def forward_linear_hidden(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    return output_of(parameters, Z1, Z1)


@mistake(
    "forward_propagation",
    says="tan is used, not tanh",
    hint="The hyperbolic tangent lies between -1 and 1: its name ends in another letter.",
)
def forward_tan_hidden(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    return output_of(parameters, Z1, np.tan(Z1))


@mistake(
    "forward_propagation",
    says="the output takes tanh, not the sigmoid",
    hint="A2 is a probability, between 0 and 1: which activation gives that?",
)
def forward_tanh_output(X, parameters):
    _, cache = forward_propagation(X, parameters)
    A2 = np.tanh(cache["Z2"])
    return A2, {**cache, "A2": A2}


@mistake(
    "forward_propagation",
    says="the output takes softmax, not the sigmoid",
    hint="Each output is a probability of its own here, and they need not add up to 1.",
)
def forward_softmax_output(X, parameters):
    _, cache = forward_propagation(X, parameters)
    A2 = np.exp(cache["Z2"]) / np.sum(np.exp(cache["Z2"]), axis=0, keepdims=True)
    return A2, {**cache, "A2": A2}


@mistake(
    "forward_propagation",
    says="the output has no activation: A2 is Z2",
    hint="A2 is a probability, between 0 and 1: what does the formula do with Z2?",
)
def forward_linear_output(X, parameters):
    _, cache = forward_propagation(X, parameters)
    return cache["Z2"], {**cache, "A2": cache["Z2"]}


@mistake(
    "forward_propagation",
    says="the sigmoid of the output has lost its minus",
    hint="At Z2 = 10 the answer must be near 1: look at the exponent.",
)
def forward_sigmoid_without_minus(X, parameters):
    _, cache = forward_propagation(X, parameters)
    A2 = 1 / (1 + np.exp(cache["Z2"]))
    return A2, {**cache, "A2": A2}


@mistake(
    "forward_propagation",
    says="b1 is left out",
    hint="Compare your line for Z1 with the formula: what is added to W1 X?",
)
def forward_without_b1(X, parameters):
    Z1 = np.dot(parameters["W1"], X)
    return output_of(parameters, Z1, np.tanh(Z1))


@mistake(
    "forward_propagation",
    says="b2 is left out",
    hint="Compare your line for Z2 with the formula: what is added to W2 A1?",
)
def forward_without_b2(X, parameters):
    return forward_propagation(X, {**parameters, "b2": 0})


@mistake(
    "forward_propagation",
    says="both biases are left out",
    hint="Each layer adds its own b: compare Z1 and Z2 with their formulas.",
)
def forward_without_biases(X, parameters):
    return forward_propagation(X, {**parameters, "b1": 0, "b2": 0})


@mistake(
    "forward_propagation",
    says="b1 is added to tanh's answer, and not to its argument",
    hint="A1 lies between -1 and 1: where does the bracket of tanh close?",
)
def forward_b1_outside(X, parameters):
    Z1 = np.dot(parameters["W1"], X)
    return output_of(parameters, Z1, np.tanh(Z1) + parameters["b1"])


@mistake(
    "forward_propagation",
    says="Z2 is made of Z1, not of A1",
    hint="The output layer takes what the hidden layer hands on: its value after the activation.",
)
def forward_from_z1(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], Z1) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@mistake(
    "forward_propagation",
    says="Z2 is made of X, not of A1",
    hint="The output layer sees the hidden layer alone: what stands behind W2 in the formula?",
)
def forward_from_x(X, parameters):
    Z1 = np.dot(parameters["W1"], X) + parameters["b1"]
    A1 = np.tanh(Z1)
    Z2 = np.dot(parameters["W2"], X) + parameters["b2"]
    A2 = sigmoid(Z2)
    return A2, {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}


@mistake(
    "forward_propagation",
    says="W1 is turned, as w was in lesson 02",
    hint="W1 is (n_h, n_x) and X is (n_x, m): do the inner sizes agree as they are?",
)
def forward_w1_turned(X, parameters):
    Z1 = np.dot(parameters["W1"].T, X) + parameters["b1"]
    return output_of(parameters, Z1, np.tanh(Z1))


@mistake(
    "forward_propagation",
    says="the factors of W1 X are swapped",
    hint="In a matrix product the order counts: which factor has n_x columns?",
)
def forward_swapped_product(X, parameters):
    Z1 = np.dot(X, parameters["W1"]) + parameters["b1"]
    return output_of(parameters, Z1, np.tanh(Z1))


@mistake(
    "forward_propagation",
    says="W1 and X are multiplied entry by entry",
    hint="Every hidden unit sums over all features: `*` does not sum, the matrix product does.",
)
def forward_elementwise(X, parameters):
    Z1 = parameters["W1"] * X + parameters["b1"]
    return output_of(parameters, Z1, np.tanh(Z1))


@mistake(
    "forward_propagation",
    says="the cache has Z1 under the key A1",
    hint="Backward propagation will need A1 itself: compare each key with its value.",
)
def forward_cache_z1_twice(X, parameters):
    A2, cache = forward_propagation(X, parameters)
    return A2, {**cache, "A1": cache["Z1"]}


@mistake(
    "forward_propagation",
    says="A1 and A2 have changed places in the cache",
    hint="Compare each key with its value, and with the shapes in the text.",
)
def forward_cache_swapped(X, parameters):
    A2, cache = forward_propagation(X, parameters)
    return A2, {**cache, "A1": cache["A2"], "A2": cache["A1"]}


@mistake(
    "forward_propagation",
    says="only A2 comes back, without the cache",
    hint="Backward propagation needs what was computed on the way: the docstring lists two results.",
)
def forward_without_cache(X, parameters):
    A2, _ = forward_propagation(X, parameters)
    return A2


@mistake(
    "forward_propagation",
    says="the cache is a tuple, not a dictionary",
    hint="The later functions look the matrices up by name: put each under its key.",
)
def forward_cache_tuple(X, parameters):
    A2, cache = forward_propagation(X, parameters)
    return A2, tuple(cache.values())
