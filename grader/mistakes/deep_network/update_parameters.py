"""Known mistakes in `update_parameters`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.deep_network.right import update_parameters

mistake = Catalogue()


def moved(params, grads, step):
    return {name: step(value, grads["d" + name]) for name, value in params.items()}


def updated(params, grads, learning_rate, names):
    new = update_parameters(params, grads, learning_rate)
    return {name: new[name] if name in names else value for name, value in params.items()}


def names_of(layers):
    return [kind + str(l) for l in layers for kind in "Wb"]


@mistake(
    "update_parameters",
    says="the step goes uphill: the gradients are added",
    hint="The gradient points to where the cost grows: which sign leads the other way?",
)
def update_uphill(params, grads, learning_rate):
    return moved(params, grads, lambda value, slope: value + learning_rate * slope)


@mistake(
    "update_parameters",
    says="the weights go downhill, but the biases go uphill",
    hint="W and b are updated by formulas of the same form: compare their signs.",
)
def update_biases_uphill(params, grads, learning_rate):
    right, wrong = update_parameters(params, grads, learning_rate), update_uphill(params, grads, learning_rate)
    return {name: (right if name.startswith("W") else wrong)[name] for name in params}


@mistake(
    "update_parameters",
    says="the old value is lost: only the step is left, -alpha times the gradient",
    hint="The new value is the old one and a step: where is the old value in your lines?",
)
def update_only_the_step(params, grads, learning_rate):
    return moved(params, grads, lambda value, slope: -learning_rate * slope)


@mistake(
    "update_parameters",
    says="parameter and step have changed places: the parameter is taken away from the step",
    hint="A difference has an order: which of the two is moved?",
)
def update_difference_turned(params, grads, learning_rate):
    return moved(params, grads, lambda value, slope: learning_rate * slope - value)


@mistake(
    "update_parameters",
    says="the learning rate is left out",
    hint="The gradient gives the direction, and alpha how far to go: where is it multiplied?",
)
def update_without_rate(params, grads, learning_rate):
    return moved(params, grads, lambda value, slope: value - slope)


@mistake(
    "update_parameters",
    says="the learning rate is always 0.0075: a global variable or a typed number",
    hint="A function should read its settings from its arguments: what is the rate called in the `def` line?",
)
def update_fixed_rate(params, grads, learning_rate):
    return update_parameters(params, grads, 0.0075)


@mistake(
    "update_parameters",
    says="the learning rate is multiplied twice",
    hint="Follow alpha through your lines: how many times does it meet the same gradient?",
)
def update_rate_twice(params, grads, learning_rate):
    return update_parameters(params, grads, learning_rate**2)


@mistake(
    "update_parameters",
    says="the gradients are divided by the learning rate",
    hint="A larger rate must make a larger step: is it multiplied or divided?",
)
def update_divided_by_rate(params, grads, learning_rate):
    return moved(params, grads, lambda value, slope: value - slope / learning_rate)


@mistake(
    "update_parameters",
    says="the learning rate multiplies the whole difference, for want of a bracket's right place",
    hint="Only the gradient is multiplied with alpha: the old value stays as it is.",
)
def update_rate_outside(params, grads, learning_rate):
    return moved(params, grads, lambda value, slope: learning_rate * (value - slope))


@mistake(
    "update_parameters",
    says="the gradients are divided by the number of layers",
    hint="The means were taken on the way back: is there any division in the formula of the step?",
)
def update_divided_by_layers(params, grads, learning_rate):
    return update_parameters(params, grads, learning_rate / (len(params) // 2))


@mistake(
    "update_parameters",
    says="the parameters are multiplied with the rate, and the gradients are not used",
    hint="The step is made of the gradient: where does `grads` enter your lines?",
)
def update_without_gradients(params, grads, learning_rate):
    return moved(params, grads, lambda value, slope: value - learning_rate * value)


@mistake(
    "update_parameters",
    says="b is updated with dW",
    hint="Each parameter goes down its own slope: which gradient belongs to b?",
)
def update_b_with_dw(params, grads, learning_rate):
    new = update_parameters(params, grads, learning_rate)
    for l in range(1, len(params) // 2 + 1):
        new["b" + str(l)] = params["b" + str(l)] - learning_rate * grads["dW" + str(l)]
    return new


@mistake(
    "update_parameters",
    says="b is updated with the mean of dW",
    hint="Each parameter goes down its own slope: which gradient belongs to b?",
)
def update_b_with_mean_of_dw(params, grads, learning_rate):
    new = update_parameters(params, grads, learning_rate)
    for l in range(1, len(params) // 2 + 1):
        dW = grads["dW" + str(l)]
        new["b" + str(l)] = params["b" + str(l)] - learning_rate * np.mean(dW, axis=1, keepdims=True)
    return new


@mistake(
    "update_parameters",
    says="b is updated with the single number that is the mean of db",
    hint="Every unit has a bias of its own, and a slope of its own: print the shape of db.",
)
def update_b_with_mean_of_db(params, grads, learning_rate):
    new = update_parameters(params, grads, learning_rate)
    for l in range(1, len(params) // 2 + 1):
        new["b" + str(l)] = params["b" + str(l)] - learning_rate * np.mean(grads["db" + str(l)])
    return new


@mistake(
    "update_parameters",
    says="only the weights are updated, and the biases stay as they were",
    hint="The biases learn as well: each needs a step of its own.",
)
def update_only_weights(params, grads, learning_rate):
    return updated(params, grads, learning_rate, [name for name in params if name.startswith("W")])


@mistake(
    "update_parameters",
    says="the biases do not come back: only the weights are in the result",
    hint="The next forward pass looks for both in the dictionary: which keys does the docstring list?",
)
def update_without_biases(params, grads, learning_rate):
    return {name: value for name, value in update_parameters(params, grads, learning_rate).items() if name[0] == "W"}


@mistake(
    "update_parameters",
    says="the last layer stays as it was: the loop ends one layer too early",
    hint="A range stops before its end: print l in the last round.",
)
def update_misses_last(params, grads, learning_rate):
    return updated(params, grads, learning_rate, names_of(range(1, len(params) // 2)))


@mistake(
    "update_parameters",
    says="the last layer does not come back: the loop ends one layer too early",
    hint="A range stops before its end: print l in the last round.",
)
def update_without_last(params, grads, learning_rate):
    new = update_parameters(params, grads, learning_rate)
    return {name: new[name] for name in names_of(range(1, len(params) // 2))}


@mistake(
    "update_parameters",
    says="layer 1 stays as it was: the loop begins one layer too late",
    hint="If l begins at 1 and the key is made of l + 1, what is the first key? Print it.",
)
def update_misses_first(params, grads, learning_rate):
    return updated(params, grads, learning_rate, names_of(range(2, len(params) // 2 + 1)))


@mistake(
    "update_parameters",
    says="only the last layer is updated",
    hint="The steps of all layers stand in the loop: how far is each line indented?",
)
def update_only_last(params, grads, learning_rate):
    return updated(params, grads, learning_rate, names_of([len(params) // 2]))


@mistake(
    "update_parameters",
    says="only layer 1 is updated: the return stands in the loop",
    hint="How far is the `return` indented? The loop must come to its end before it.",
)
def update_returns_in_loop(params, grads, learning_rate):
    return updated(params, grads, learning_rate, ["W1", "b1"])


@mistake(
    "update_parameters",
    says="the new values are kept one number too low, under W0 and b0 and so on",
    hint="A range counts from 0, the layers from 1: which number belongs into the key?",
)
def update_counted_from_zero(params, grads, learning_rate):
    new = update_parameters(params, grads, learning_rate)
    return {name[0] + str(int(name[1:]) - 1): value for name, value in new.items()}


@mistake(
    "update_parameters",
    says="every layer is updated with the gradients of the last layer",
    hint="Which part of the gradient's key must change with l?",
)
def update_with_last_gradients(params, grads, learning_rate):
    L = str(len(params) // 2)
    return {name: value - learning_rate * grads["d" + name[0] + L] for name, value in params.items()}


@mistake(
    "update_parameters",
    says="the old parameters come back: the new values are computed, and not put into the result",
    hint="A difference alone changes nothing: under which names are the new values kept, and which are returned?",
)
def update_not_assigned(params, grads, learning_rate):
    for l in range(1, len(params) // 2 + 1):
        W = params["W" + str(l)] - learning_rate * grads["dW" + str(l)]
        b = params["b" + str(l)] - learning_rate * grads["db" + str(l)]
    return params


@mistake(
    "update_parameters",
    says="the answer is right, but your function writes into the dictionary, or the arrays, that it was given",
    hint="`-=` on an array and `params[...] = ...` change the caller's values, and `copy()` of a dictionary keeps "
    "its arrays: where are new ones made?",
)
def update_in_place(params, grads, learning_rate):
    for name in params:
        params[name] -= learning_rate * grads["d" + name]
    return params


@mistake(
    "update_parameters",
    says="the gradients come back, not the parameters",
    hint="The docstring lists the keys of the result: they have no d.",
)
def update_returns_gradients(params, grads, learning_rate):
    return grads


@mistake(
    "update_parameters",
    says="the new parameters are kept under the keys of the gradients, dW and db",
    hint="The docstring lists the keys of the result: they have no d.",
)
def update_under_keys_of_gradients(params, grads, learning_rate):
    return {"d" + name: value for name, value in update_parameters(params, grads, learning_rate).items()}


@mistake(
    "update_parameters",
    says="a list of arrays comes back, not one dictionary",
    hint="The other functions look the parameters up by name: put each under its key.",
)
def update_list(params, grads, learning_rate):
    return list(update_parameters(params, grads, learning_rate).values())


@mistake(
    "update_parameters",
    says="the gradients come back among the parameters",
    hint="Later functions count the keys to know how many layers there are: which names belong to parameters?",
)
def update_among_gradients(params, grads, learning_rate):
    return {**grads, **update_parameters(params, grads, learning_rate)}
