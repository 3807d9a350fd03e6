"""Known mistakes in `L_model_backward`: which cache and which gradient each layer of the walk takes."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import linear_activation_backward, output_error

mistake = Catalogue()


def begin(AL, Y, caches):
    """Return the number of layers, and the gradients of the output layer."""
    L = len(caches)
    return L, layer(output_error(AL, Y), caches[L - 1], "sigmoid", L)


def layer(dA, cache, activation, l):
    dA_prev, dW, db = linear_activation_backward(dA, cache, activation)
    return {f"dA{l - 1}": dA_prev, f"dW{l}": dW, f"db{l}": db}


@mistake(
    "L_model_backward",
    says="every hidden layer starts from dAL, the gradient of the output",
    hint="Each layer takes the gradient that the layer after it handed back: under which key was it kept?",
)
def model_backward_dal_reused(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    dAL = output_error(AL, Y)
    for l in reversed(range(L - 1)):
        grads |= layer(dAL, caches[l], "relu", l + 1)
    return grads


@mistake(
    "L_model_backward",
    says="every hidden layer starts from dA[L-1], which is right for two layers only",
    hint="In the second round of the loop another dA is needed: which part of its key must change with l?",
)
def model_backward_da_not_chained(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for l in reversed(range(L - 1)):
        grads |= layer(grads["dA" + str(L - 1)], caches[l], "relu", l + 1)
    return grads


@mistake(
    "L_model_backward",
    says="every hidden layer takes the cache of layer L - 1, which is right for two layers only",
    hint="Each layer left a cache of its own on the way forward: which part of the index must change with l?",
)
def model_backward_cache_of_two_layers(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for l in reversed(range(L - 1)):
        grads |= layer(grads["dA" + str(l + 1)], caches[L - 2], "relu", l + 1)
    return grads


@mistake(
    "L_model_backward",
    says="every layer takes the output's cache: `current_cache` is not set anew in the loop",
    hint="Each layer left a cache of its own on the way forward: where in the loop is it picked?",
)
def model_backward_cache_not_advanced(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    current_cache = caches[-1]
    for l in reversed(range(L - 1)):
        grads |= layer(grads["dA" + str(l + 1)], current_cache, "relu", l + 1)
    return grads


@mistake(
    "L_model_backward",
    says="every hidden layer takes the cache of the layer after it",
    hint="The list counts from 0 and the layers from 1: in which place lies the cache of layer l?",
)
def model_backward_cache_one_too_high(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for l in range(L - 1, 0, -1):
        grads |= layer(grads["dA" + str(l)], caches[l], "relu", l)
    return grads


@mistake(
    "L_model_backward",
    says="every hidden layer takes the cache of the layer before it, and layer 1 that of the output",
    hint="The index -1 is no error in Python, it is the last place: in which place lies the cache of layer l?",
)
def model_backward_cache_one_too_low(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for l in reversed(range(L - 1)):
        grads |= layer(grads["dA" + str(l + 1)], caches[l - 1], "relu", l + 1)
    return grads


@mistake(
    "L_model_backward",
    says="the caches are taken in the order of the way forward: layer 1's in the first round",
    hint="The gradients of the hidden layers come last layer first: does the index of the cache fall, too?",
)
def model_backward_caches_forward(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for i in range(L - 1):
        grads |= layer(grads["dA" + str(L - 1 - i)], caches[i], "relu", L - 1 - i)
    return grads


@mistake(
    "L_model_backward",
    says="the hidden layers are walked from layer 1 on, as on the way forward",
    hint="A layer needs what the layer after it hands back: which hidden layer can be the first?",
)
def model_backward_forward_order(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for l in range(L - 1):
        grads |= layer(grads["dA" + str(l + 1)], caches[l], "relu", l + 1)
    return grads


@mistake(
    "L_model_backward",
    says="the hidden layers are walked from layer 1 on, each with the gradient of the round before",
    hint="A layer needs what the layer after it hands back: which hidden layer can be the first?",
)
def model_backward_forward_with_last_gradient(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    dA = grads["dA" + str(L - 1)]
    for l in range(L - 1):
        grads |= layer(dA, caches[l], "relu", l + 1)
        dA = grads["dA" + str(l)]
    return grads


@mistake(
    "L_model_backward",
    says="the loop runs over all L layers, and so passes the output layer, which was done, once more",
    hint="How many layers are left after the output? Print l in the first round.",
)
def model_backward_output_again(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    dA = grads["dA" + str(L - 1)]
    for l in reversed(range(L)):
        grads |= layer(dA, caches[l], "relu", l + 1)
        dA = grads["dA" + str(l)]
    return grads


@mistake(
    "L_model_backward",
    says="the loop ends too early: layer 1 has no gradients",
    hint="A range stops before its end: print l in the last round.",
)
def model_backward_misses_first(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for l in range(L - 2, 0, -1):
        grads |= layer(grads["dA" + str(l + 1)], caches[l], "relu", l + 1)
    return grads


@mistake(
    "L_model_backward",
    says="the return stands in the loop: it ends after one hidden layer",
    hint="How far is the `return` indented? The loop must come to its end before it.",
)
def model_backward_returns_in_loop(AL, Y, caches):
    L, grads = begin(AL, Y, caches)
    for l in reversed(range(L - 1)):
        grads |= layer(grads["dA" + str(l + 1)], caches[l], "relu", l + 1)
        return grads


@mistake(
    "L_model_backward",
    says="the number of layers is written as 2",
    hint="The next network has another depth: which argument has an entry for each layer?",
)
def model_backward_two_layers(AL, Y, caches):
    grads = layer(output_error(AL, Y), caches[1], "sigmoid", 2)
    return grads | layer(grads["dA1"], caches[0], "relu", 1)


@mistake(
    "L_model_backward",
    says="L is half the number of caches, but only `parameters` has two entries for each layer",
    hint="How many caches does a layer leave? Print L for a network that you know.",
)
def model_backward_half_the_layers(AL, Y, caches):
    return walk_down(AL, Y, caches, len(caches) // 2)


@mistake(
    "L_model_backward",
    says="L is one less than the number of caches",
    hint="How many caches does a layer leave? Print L for a network that you know.",
)
def model_backward_one_layer_too_few(AL, Y, caches):
    return walk_down(AL, Y, caches, len(caches) - 1)


def walk_down(AL, Y, caches, L):
    """Walk as if there were L layers."""
    grads = layer(output_error(AL, Y), caches[L - 1], "sigmoid", L)
    for l in range(L - 1, 0, -1):
        grads |= layer(grads["dA" + str(l)], caches[l - 1], "relu", l)
    return grads


@mistake(
    "L_model_backward",
    says="the answer is right, but your function takes the caches out of the list that it was given",
    hint="`pop` empties the caller's list: what reads an entry and leaves it where it is?",
)
def model_backward_pops_caches(AL, Y, caches):
    L = len(caches)
    grads = layer(output_error(AL, Y), caches.pop(), "sigmoid", L)
    while caches:
        l = len(caches)
        grads |= layer(grads["dA" + str(l)], caches.pop(), "relu", l)
    return grads
