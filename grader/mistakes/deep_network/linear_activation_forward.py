"""Known mistakes in `linear_activation_forward`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import linear_activation_forward, linear_forward, relu, sigmoid

mistake = Catalogue()

ACTIVATIONS = {"sigmoid": sigmoid, "relu": relu}


@mistake(
    "linear_activation_forward",
    says="relu and the sigmoid are exchanged",
    hint="Read your two branches aloud: which function follows which word?",
)
def activated_exchanged(A_prev, W, b, activation):
    other = {"sigmoid": "relu", "relu": "sigmoid"}[activation]
    return linear_activation_forward(A_prev, W, b, other)


@mistake(
    "linear_activation_forward",
    says="the sigmoid is taken whatever the argument says",
    hint="`activation` tells which of the two is wanted: does your code ever ask it?",
)
def activated_by_sigmoid_always(A_prev, W, b, activation):
    return linear_activation_forward(A_prev, W, b, "sigmoid")


@mistake(
    "linear_activation_forward",
    says="relu is taken whatever the argument says",
    hint="`activation` tells which of the two is wanted: does your code ever ask it?",
)
def activated_by_relu_always(A_prev, W, b, activation):
    return linear_activation_forward(A_prev, W, b, "relu")


@mistake(
    "linear_activation_forward",
    says="tanh stands where relu belongs, as in lesson 03",
    hint="relu is given with this lesson, and returns its cache along with A.",
)
def activated_by_tanh(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = np.tanh(Z) if activation == "relu" else sigmoid(Z)[0]
    return A, (linear_cache, Z)


@mistake(
    "linear_activation_forward",
    says="A is 1 where Z is positive: that is the slope of relu",
    hint="relu keeps the size of what is positive: the given function does it.",
)
def activated_by_step(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = (Z > 0).astype(float) if activation == "relu" else sigmoid(Z)[0]
    return A, (linear_cache, Z)


@mistake(
    "linear_activation_forward",
    says="the activation is applied to A_prev, before the linear part",
    hint="First Z, then A = g(Z): which of your two calls takes the other's result?",
)
def activated_too_early(A_prev, W, b, activation):
    A, activation_cache = ACTIVATIONS[activation](A_prev)
    Z, linear_cache = linear_forward(A, W, b)
    return Z, (linear_cache, activation_cache)


@mistake(
    "linear_activation_forward",
    says="the activation takes A_prev, not Z",
    hint="First Z, then A = g(Z): what stands in the brackets of your activation?",
)
def activated_from_a_prev(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = ACTIVATIONS[activation](A_prev)
    return A, (linear_cache, activation_cache)


@mistake(
    "linear_activation_forward",
    says="the activation is applied twice",
    hint="A = g(Z) once: does one of your lines take the activation of A?",
)
def activated_twice(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = ACTIVATIONS[activation](Z)
    A, _ = ACTIVATIONS[activation](A)
    return A, (linear_cache, activation_cache)


@mistake(
    "linear_activation_forward",
    says="Z comes back in place of A",
    hint="The next layer takes the value after the activation: which name do you return?",
)
def activated_returns_z(A_prev, W, b, activation):
    A, cache = linear_activation_forward(A_prev, W, b, activation)
    return cache[1], cache


@mistake(
    "linear_activation_forward",
    says="b is left out of the linear part",
    hint="`linear_forward` is there already, and adds it: call it.",
)
def activated_without_b(A_prev, W, b, activation):
    Z = np.dot(W, A_prev)
    A, activation_cache = ACTIVATIONS[activation](Z)
    return A, ((A_prev, W, b), activation_cache)


@mistake(
    "linear_activation_forward",
    says="A is a pair: the activation's cache is still in it",
    hint="The given activations return two things, A and their cache: how many names stand left of the equals sign?",
)
def activated_pair(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A = ACTIVATIONS[activation](Z)
    return A, (linear_cache, Z)


@mistake(
    "linear_activation_forward",
    says="Z is a pair: what linear_forward returned is not taken apart",
    hint="`linear_forward` returns two things, Z and its cache: how many names stand left of the equals sign?",
)
def activated_linear_pair(A_prev, W, b, activation):
    Z = linear_forward(A_prev, W, b)
    A, activation_cache = ACTIVATIONS[activation](Z)
    return A, (Z[1], activation_cache)


@mistake(
    "linear_activation_forward",
    says="something is used as what it is not, such as activation, which is a text, as a function",
    hint="Look at the line that raised; `if` can compare the text with each of the two names.",
)
def activated_by_a_text(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = activation(Z)
    return A, (linear_cache, activation_cache)


@mistake(
    "linear_activation_forward",
    says="a name has no value: no branch is taken, as activation equals none of what it is compared with",
    hint='`activation` is a text, "sigmoid" or "relu", in small letters and in quotes: print your comparisons.',
)
def activated_by_no_branch(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    if activation == sigmoid:
        A, activation_cache = sigmoid(Z)
    elif activation == relu:
        A, activation_cache = relu(Z)
    return A, (linear_cache, activation_cache)


@mistake(
    "linear_activation_forward",
    says="the activation's cache is left out",
    hint="The way back needs Z too, for the slope: the cache is a pair of caches.",
)
def activated_linear_cache_only(A_prev, W, b, activation):
    A, (linear_cache, _) = linear_activation_forward(A_prev, W, b, activation)
    return A, linear_cache


@mistake(
    "linear_activation_forward",
    says="the linear cache is left out",
    hint="The way back needs A_prev and W too: the cache is a pair of caches.",
)
def activated_activation_cache_only(A_prev, W, b, activation):
    A, (_, activation_cache) = linear_activation_forward(A_prev, W, b, activation)
    return A, activation_cache


@mistake(
    "linear_activation_forward",
    says="the cache is flat: A_prev, W, b and Z stand side by side",
    hint="The cache is a pair, and its first half a tuple of its own: which brackets are missing?",
)
def activated_flat_cache(A_prev, W, b, activation):
    A, (linear_cache, activation_cache) = linear_activation_forward(A_prev, W, b, activation)
    return A, (*linear_cache, activation_cache)


@mistake(
    "linear_activation_forward",
    says="the two caches have changed places",
    hint="In which order does the docstring list the linear cache and the activation's?",
)
def activated_caches_swapped(A_prev, W, b, activation):
    A, (linear_cache, activation_cache) = linear_activation_forward(A_prev, W, b, activation)
    return A, (activation_cache, linear_cache)


@mistake(
    "linear_activation_forward",
    says="A is kept as the activation's cache, not Z",
    hint="The slope of g is taken at Z: the given activations return what to keep, as their second result.",
)
def activated_cache_of_a(A_prev, W, b, activation):
    A, (linear_cache, _) = linear_activation_forward(A_prev, W, b, activation)
    return A, (linear_cache, A)


@mistake(
    "linear_activation_forward",
    says="the linear cache holds A, not A_prev",
    hint="The gradient of W will need what came into the layer: did you give the new A the old one's name?",
)
def activated_linear_cache_of_a(A_prev, W, b, activation):
    A, (_, activation_cache) = linear_activation_forward(A_prev, W, b, activation)
    return A, ((A, W, b), activation_cache)


@mistake(
    "linear_activation_forward",
    says="the cache is a dictionary, not a pair",
    hint="What reads the cache unpacks it by place: which brackets make a tuple?",
)
def activated_cache_dictionary(A_prev, W, b, activation):
    A, (linear_cache, activation_cache) = linear_activation_forward(A_prev, W, b, activation)
    return A, {"linear_cache": linear_cache, "activation_cache": activation_cache}


@mistake(
    "linear_activation_forward",
    says="three results come back, not A and one cache",
    hint="The two caches travel as one thing: put brackets around the pair.",
)
def activated_three_results(A_prev, W, b, activation):
    A, (linear_cache, activation_cache) = linear_activation_forward(A_prev, W, b, activation)
    return A, linear_cache, activation_cache


@mistake(
    "linear_activation_forward",
    says="only A comes back, without the cache",
    hint="The way back needs what was computed here: the docstring lists two results.",
)
def activated_without_cache(A_prev, W, b, activation):
    A, _ = linear_activation_forward(A_prev, W, b, activation)
    return A
