"""Known mistakes in `L_model_forward`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import L_model_forward, linear_activation_forward, linear_forward, sigmoid

mistake = Catalogue()


def run(X, parameters, activations):
    A, caches = X, []
    for l, activation in enumerate(activations, start=1):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], activation)
        caches.append(cache)
    return A, caches


@mistake(
    "L_model_forward",
    says="the hidden layers take the sigmoid, not relu",
    hint="[LINEAR -> RELU] stands L - 1 times in the line: which activation do you hand over inside the loop?",
)
def forward_sigmoid_everywhere(X, parameters):
    L = len(parameters) // 2
    return run(X, parameters, ["sigmoid"] * L)


@mistake(
    "L_model_forward",
    says="the last layer takes relu, not the sigmoid",
    hint="AL is a probability, between 0 and 1: which activation gives that?",
)
def forward_relu_everywhere(X, parameters):
    L = len(parameters) // 2
    return run(X, parameters, ["relu"] * L)


@mistake(
    "L_model_forward",
    says="relu and the sigmoid are exchanged: the last layer takes relu, the hidden ones the sigmoid",
    hint="Read the line of the architecture again: what stands L - 1 times, and what once?",
)
def forward_exchanged(X, parameters):
    L = len(parameters) // 2
    return run(X, parameters, ["sigmoid"] * (L - 1) + ["relu"])


@mistake(
    "L_model_forward",
    says="only layer 1 takes relu, all others the sigmoid",
    hint="In a network of four layers three take relu: what does your condition ask of l?",
)
def forward_relu_once(X, parameters):
    L = len(parameters) // 2
    return run(X, parameters, ["relu"] + ["sigmoid"] * (L - 1))


@mistake(
    "L_model_forward",
    says="the hidden layers have no activation",
    hint="Linear layers in a row are one linear layer: which function makes a layer with its activation?",
)
def forward_linear_hidden(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L):
        A, linear_cache = linear_forward(A, parameters["W" + str(l)], parameters["b" + str(l)])
        caches.append((linear_cache, A))
    AL, cache = linear_activation_forward(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    caches.append(cache)
    return AL, caches


@mistake(
    "L_model_forward",
    says="the last layer takes the sigmoid twice",
    hint="`linear_activation_forward` has applied it already: what do you do with its A?",
)
def forward_sigmoid_twice(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    AL, _ = sigmoid(AL)
    return AL, caches


@mistake(
    "L_model_forward",
    says="every layer starts from X again",
    hint="A layer takes what the one before it handed on: which line of your loop moves on?",
)
def forward_from_x(X, parameters):
    caches = []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        activation = "relu" if l < L else "sigmoid"
        AL, cache = linear_activation_forward(X, parameters["W" + str(l)], parameters["b" + str(l)], activation)
        caches.append(cache)
    return AL, caches


@mistake(
    "L_model_forward",
    says="the last layer takes A_prev, one layer too early",
    hint="After the loop A_prev is what came into the last hidden layer: where is what went out of it?",
)
def forward_last_from_a_prev(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L):
        A_prev = A
        A, cache = linear_activation_forward(A_prev, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A_prev, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    caches.append(cache)
    return AL, caches


@mistake(
    "L_model_forward",
    says="the last layer is left out: A[L-1] comes back",
    hint="`range` leaves its end out: which layer comes after the loop, and with which activation?",
)
def forward_without_last_layer(X, parameters):
    L = len(parameters) // 2
    return run(X, parameters, ["relu"] * (L - 1))


@mistake(
    "L_model_forward",
    says="the loop ends one layer early, so that layer L - 1 is left out",
    hint="`range` leaves its end out, so `range(1, 3)` is 1 and 2: write down which l your loop takes.",
)
def forward_loop_too_short(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L - 1):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    caches.append(cache)
    return AL, caches


@mistake(
    "L_model_forward",
    says="the loop runs one layer too far: layer L is applied in it, and once more after it",
    hint="`range` leaves its end out, and the last layer follows after the loop: which is the largest l of yours?",
)
def forward_loop_too_long(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
    caches.append(cache)
    return AL, caches


@mistake(
    "L_model_forward",
    says="the network has two layers, whatever the parameters hold",
    hint="`parameters` has a W and a b for each layer: how many layers does its length make?",
)
def forward_two_layers(X, parameters):
    A1, cache1 = linear_activation_forward(X, parameters["W1"], parameters["b1"], "relu")
    A2, cache2 = linear_activation_forward(A1, parameters["W2"], parameters["b2"], "sigmoid")
    return A2, [cache1, cache2]


@mistake(
    "L_model_forward",
    says="parameters are asked for a key that they do not hold",
    hint="Their keys are W1, b1 to WL, bL, two for each layer: print the keys that your loop asks for.",
)
def forward_twice_as_many_layers(X, parameters):
    L = len(parameters)
    return run(X, parameters, ["relu"] * (L - 1) + ["sigmoid"])


@mistake(
    "L_model_forward",
    says="the return stands inside the loop, so that layer 1 is the last",
    hint="A function ends at its first return: how far is yours indented?",
)
def forward_return_in_the_loop(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        activation = "relu" if l < L else "sigmoid"
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], activation)
        caches.append(cache)
        return A, caches


@mistake(
    "L_model_forward",
    says="the last layer stands inside the loop, and is applied after every hidden layer",
    hint="The output layer comes once, after all the hidden ones: how far are its lines indented?",
)
def forward_last_layer_in_the_loop(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], "relu")
        caches.append(cache)
        AL, cache = linear_activation_forward(A, parameters["W" + str(L)], parameters["b" + str(L)], "sigmoid")
        caches.append(cache)
    return AL, caches


@mistake(
    "L_model_forward",
    says="the cache of the last layer is not appended",
    hint="There is a cache for each of the L layers: what happens to the one that you get after the loop?",
)
def forward_without_last_cache(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, caches[:-1]


@mistake(
    "L_model_forward",
    says="only the last layer's cache is kept",
    hint="There is a cache for each of the L layers: how many appends does your loop do?",
)
def forward_last_cache_only(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, caches[-1:]


@mistake(
    "L_model_forward",
    says="the list of caches stays empty",
    hint="The way back needs what each layer kept: where do you put a cache into the list?",
)
def forward_no_caches(X, parameters):
    AL, _ = L_model_forward(X, parameters)
    return AL, []


@mistake(
    "L_model_forward",
    says="one cache comes back, not the list of all",
    hint="`cache` and `caches` are two names: which of them do you return?",
)
def forward_returns_one_cache(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, caches[-1]


@mistake(
    "L_model_forward",
    says="the last layer's cache is appended twice",
    hint="There is one cache for each of the L layers: print how many you have.",
)
def forward_last_cache_twice(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, [*caches, caches[-1]]


@mistake(
    "L_model_forward",
    says="the caches are joined into one flat list: extend or += stands where append belongs",
    hint="A cache goes into the list as a whole, as one entry: which method of a list does that?",
)
def forward_caches_extended(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, [part for cache in caches for part in cache]


@mistake(
    "L_model_forward",
    says="only the linear caches are kept",
    hint="A layer's cache is a pair, and the way back needs Z too: append it as it came.",
)
def forward_linear_caches(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, [linear_cache for linear_cache, _ in caches]


@mistake(
    "L_model_forward",
    says="A is appended to the caches, not the layer's cache",
    hint="A layer returns two things: which of them is to be kept in the list?",
)
def forward_caches_of_a(X, parameters):
    A, caches = X, []
    L = len(parameters) // 2
    for l in range(1, L + 1):
        activation = "relu" if l < L else "sigmoid"
        A, cache = linear_activation_forward(A, parameters["W" + str(l)], parameters["b" + str(l)], activation)
        caches.append(A)
    return A, caches


@mistake(
    "L_model_forward",
    says="A and cache are appended as a pair",
    hint="The list holds the caches alone: what does your append take?",
)
def forward_pairs_appended(X, parameters):
    caches = []
    layer = (X, None)
    L = len(parameters) // 2
    for l in range(1, L + 1):
        activation = "relu" if l < L else "sigmoid"
        W, b = parameters["W" + str(l)], parameters["b" + str(l)]
        layer = linear_activation_forward(layer[0], W, b, activation)
        caches.append(layer)
    return layer[0], caches


@mistake(
    "L_model_forward",
    says="the caches stand in a dictionary, not in a list",
    hint="The way back takes them by place, the last one first: what do you append to?",
)
def forward_caches_in_a_dictionary(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, {"cache" + str(l): cache for l, cache in enumerate(caches, start=1)}


@mistake(
    "L_model_forward",
    says="the caches stand in reverse: the last layer's first",
    hint="Layer 1 comes first in the list: at which end do you add a cache?",
)
def forward_caches_reversed(X, parameters):
    AL, caches = L_model_forward(X, parameters)
    return AL, caches[::-1]


@mistake(
    "L_model_forward",
    says="only AL comes back, without the caches",
    hint="The way back needs what each layer kept: the docstring lists two results.",
)
def forward_without_caches(X, parameters):
    AL, _ = L_model_forward(X, parameters)
    return AL
