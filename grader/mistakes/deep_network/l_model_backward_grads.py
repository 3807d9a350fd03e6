"""Known mistakes in `L_model_backward`: the gradients are right, and kept in the wrong place."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import L_model_backward, linear_activation_backward, output_error

mistake = Catalogue()


def moved(name, by):
    """Return the name of the same gradient `by` layers further."""
    return name[:2] + str(int(name[2:]) + by)


@mistake(
    "L_model_backward",
    says="each layer keeps what `linear_activation_backward` returns as a whole, three gradients under each key",
    hint="The function returns three arrays: unpack them into three names, and keep each under its own key.",
)
def model_backward_whole_tuples(AL, Y, caches):
    grads, dA = {}, output_error(AL, Y)
    for l in range(len(caches), 0, -1):
        triple = linear_activation_backward(dA, caches[l - 1], "sigmoid" if l == len(caches) else "relu")
        grads["dA" + str(l - 1)] = grads["dW" + str(l)] = grads["db" + str(l)] = triple
        dA = triple[0]
    return grads


@mistake(
    "L_model_backward",
    says="each dA is kept one number too high: what layer l hands back is the gradient by A of layer l - 1",
    hint="`linear_activation_backward` calls its first result dA_prev: the number of which layer belongs to it?",
)
def model_backward_da_one_too_high(AL, Y, caches):
    grads = L_model_backward(AL, Y, caches)
    return {moved(name, 1) if name.startswith("dA") else name: value for name, value in grads.items()}


@mistake(
    "L_model_backward",
    says="dW and db are kept one number too low: they count from dW0 and db0",
    hint="The list of caches counts from 0, the layers from 1: which number belongs to the first layer's dW?",
)
def model_backward_counted_from_zero(AL, Y, caches):
    grads = L_model_backward(AL, Y, caches)
    return {name if name.startswith("dA") else moved(name, -1): value for name, value in grads.items()}


@mistake(
    "L_model_backward",
    says="in the loop dW and db are kept one number too low, and only the output's are in their place",
    hint="The list of caches counts from 0, the layers from 1: which number belongs to the cache in place l?",
)
def model_backward_hidden_counted_from_zero(AL, Y, caches):
    grads = L_model_backward(AL, Y, caches)
    right = (f"dW{len(caches)}", f"db{len(caches)}")
    return {name if name in right or name.startswith("dA") else moved(name, -1): value for name, value in grads.items()}


@mistake(
    "L_model_backward",
    says="every key is one number too high",
    hint="Print the keys: the last layer's number is the number of caches.",
)
def model_backward_keys_too_high(AL, Y, caches):
    return {moved(name, 1): value for name, value in L_model_backward(AL, Y, caches).items()}


@mistake(
    "L_model_backward",
    says="the layers are numbered from the output on: the output's gradients are dW1 and db1",
    hint="The walk starts at layer L: which number has the first layer that it meets?",
)
def model_backward_numbered_backward(AL, Y, caches):
    L, grads = len(caches), L_model_backward(AL, Y, caches)
    kept = {name: value for name, value in grads.items() if name.startswith("dA")}
    for l in range(1, L + 1):
        kept[f"dW{L + 1 - l}"], kept[f"db{L + 1 - l}"] = grads[f"dW{l}"], grads[f"db{l}"]
    return kept


@mistake(
    "L_model_backward",
    says="dW and db have changed places: each is kept under the key of the other",
    hint="In which order does `linear_activation_backward` return its three gradients?",
)
def model_backward_db_under_dw(AL, Y, caches):
    names = {"dA": "dA", "dW": "db", "db": "dW"}
    return {names[name[:2]] + name[2:]: value for name, value in L_model_backward(AL, Y, caches).items()}


@mistake(
    "L_model_backward",
    says="the dA are not kept: only dW and db come back",
    hint="The docstring lists the keys: which gradient does each layer hand to the one before it?",
)
def model_backward_without_da(AL, Y, caches):
    return {name: value for name, value in L_model_backward(AL, Y, caches).items() if not name.startswith("dA")}


@mistake(
    "L_model_backward",
    says="the dictionary is made anew in each round: only layer 1's gradients are left",
    hint="One dictionary holds the gradients of all layers: is it made before the loop or in it?",
)
def model_backward_dictionary_made_anew(AL, Y, caches):
    grads = L_model_backward(AL, Y, caches)
    return {name: grads[name] for name in ("dA0", "dW1", "db1")}


@mistake(
    "L_model_backward",
    says="the keys hold no number: each layer overwrites the gradients of the layer before",
    hint="A key is a text and a number put together: how did you write the keys in `initialize_parameters_deep`?",
)
def model_backward_keys_without_number(AL, Y, caches):
    grads = L_model_backward(AL, Y, caches)
    return {name[:2]: grads[name] for name in ("dA0", "dW1", "db1")}


@mistake(
    "L_model_backward",
    says="the keys are W and b with a number, without the d",
    hint="A gradient is not its parameter: the docstring lists the keys.",
)
def model_backward_keys_without_d(AL, Y, caches):
    return {name[1:]: value for name, value in L_model_backward(AL, Y, caches).items()}


@mistake(
    "L_model_backward",
    says="the gradients come back in a list, not in a dictionary",
    hint="`update_parameters` looks the gradients up by name: put each under its key.",
)
def model_backward_list(AL, Y, caches):
    return list(L_model_backward(AL, Y, caches).values())
