"""Known mistakes in `update_parameters`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.one_hidden_layer.right import update_parameters

mistake = Catalogue()

NAMES = ("W1", "b1", "W2", "b2")


def moved(parameters, grads, step):
    return {name: step(parameters[name], grads["d" + name]) for name in NAMES}


@mistake(
    "update_parameters",
    says="the step goes uphill: the gradients are added",
    hint="The gradient points to where the cost grows: which sign leads the other way?",
)
def update_uphill(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: value + learning_rate * slope)


@mistake(
    "update_parameters",
    says="the weights go downhill, but the biases go uphill",
    hint="All four updates have the same form: compare their signs.",
)
def update_biases_uphill(parameters, grads, learning_rate=1.2):
    right, wrong = update_parameters(parameters, grads, learning_rate), update_uphill(parameters, grads, learning_rate)
    return {**right, "b1": wrong["b1"], "b2": wrong["b2"]}


@mistake(
    "update_parameters",
    says="layer 1 goes downhill, but layer 2 goes uphill",
    hint="All four updates have the same form: compare their signs.",
)
def update_second_uphill(parameters, grads, learning_rate=1.2):
    right, wrong = update_parameters(parameters, grads, learning_rate), update_uphill(parameters, grads, learning_rate)
    return {**right, "W2": wrong["W2"], "b2": wrong["b2"]}


@mistake(
    "update_parameters",
    says="the minus between parameter and step is lost: only the step is left, -alpha times the gradient",
    hint="The new value is the old one and a step: where is the old value in your lines?",
)
def update_only_the_step(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: -learning_rate * slope)


@mistake(
    "update_parameters",
    says="parameter and step have changed places: the parameter is taken away from the step",
    hint="A difference has an order: which of the two is moved?",
)
def update_difference_turned(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: learning_rate * slope - value)


@mistake(
    "update_parameters",
    says="the learning rate is left out",
    hint="The gradient gives the direction, and alpha how far to go: where is it multiplied?",
)
def update_without_rate(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: value - slope)


@mistake(
    "update_parameters",
    says="the learning rate is always 1.2, whatever is asked for",
    hint="1.2 is only the default: use the name of the argument in your steps.",
)
def update_fixed_rate(parameters, grads, learning_rate=1.2):
    return update_parameters(parameters, grads, 1.2)


@mistake(
    "update_parameters",
    says="the learning rate is always 0.01: a global variable or a typed number",
    hint="A function should read its settings from its arguments: what is the rate called in the `def` line?",
)
def update_global_rate(parameters, grads, learning_rate=1.2):
    return update_parameters(parameters, grads, 0.01)


@mistake(
    "update_parameters",
    says="the gradients are divided by the learning rate",
    hint="A larger rate must make a larger step: is it multiplied or divided?",
)
def update_divided_by_rate(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: value - slope / learning_rate)


@mistake(
    "update_parameters",
    says="the learning rate multiplies the whole difference, for want of a bracket's right place",
    hint="Only the gradient is multiplied with alpha: the old value stays as it is.",
)
def update_rate_outside(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: learning_rate * (value - slope))


@mistake(
    "update_parameters",
    says="b2 is updated with db1",
    hint="Each parameter goes down its own slope: which gradient belongs to b2?",
)
def update_b2_with_db1(parameters, grads, learning_rate=1.2):
    b2 = parameters["b2"] - learning_rate * grads["db1"]
    return {**update_parameters(parameters, grads, learning_rate), "b2": b2}


@mistake(
    "update_parameters",
    says="b1 is updated with db2",
    hint="Each parameter goes down its own slope: which gradient belongs to b1?",
)
def update_b1_with_db2(parameters, grads, learning_rate=1.2):
    b1 = parameters["b1"] - learning_rate * grads["db2"]
    return {**update_parameters(parameters, grads, learning_rate), "b1": b1}


@mistake(
    "update_parameters",
    says="b2 is b1's new value: b1 stands twice where b2 is meant",
    hint="Four parameters need four names: read both sides of your last lines.",
)
def update_b1_twice(parameters, grads, learning_rate=1.2):
    new = update_parameters(parameters, grads, learning_rate)
    return {**new, "b2": new["b1"]}


@mistake(
    "update_parameters",
    says="the old parameters come back: the new values are computed, and not put into the result",
    hint="A difference alone changes nothing: under which names are the new values kept, and which are returned?",
)
def update_not_assigned(parameters, grads, learning_rate=1.2):
    parameters["W1"] - learning_rate * grads["dW1"]
    parameters["b1"] - learning_rate * grads["db1"]
    parameters["W2"] - learning_rate * grads["dW2"]
    parameters["b2"] - learning_rate * grads["db2"]
    return parameters


@mistake(
    "update_parameters",
    says="only the weights are updated, and the biases stay as they were",
    hint="The biases learn as well: each needs a step of its own.",
)
def update_only_weights(parameters, grads, learning_rate=1.2):
    new = update_parameters(parameters, grads, learning_rate)
    return {**parameters, "W1": new["W1"], "W2": new["W2"]}


@mistake(
    "update_parameters",
    says="only layer 1 is updated, and layer 2 stays as it was",
    hint="There are four parameters in two layers: each needs a step of its own.",
)
def update_only_first(parameters, grads, learning_rate=1.2):
    new = update_parameters(parameters, grads, learning_rate)
    return {**parameters, "W1": new["W1"], "b1": new["b1"]}


@mistake(
    "update_parameters",
    says="only layer 2 is updated, and layer 1 stays as it was",
    hint="There are four parameters in two layers: each needs a step of its own.",
)
def update_only_second(parameters, grads, learning_rate=1.2):
    new = update_parameters(parameters, grads, learning_rate)
    return {**parameters, "W2": new["W2"], "b2": new["b2"]}


@mistake(
    "update_parameters",
    says="the answer is right, but your function writes into the dictionary, or the arrays, that it was given",
    hint="`W1 -= ...` and `parameters[...] = ...` change the caller's values: put new arrays into a new dictionary.",
)
def update_in_place(parameters, grads, learning_rate=1.2):
    for name in NAMES:
        parameters[name] -= learning_rate * grads["d" + name]
    return parameters


@mistake(
    "update_parameters",
    says="the parameters are multiplied with the rate, and the gradients are not used",
    hint="The step is made of the gradient: where does `grads` enter your lines?",
)
def update_without_gradients(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: value - learning_rate * value)


@mistake(
    "update_parameters",
    says="only the sign of the gradient is used",
    hint="A steep slope makes a large step, a flat one a small step: the gradient itself is multiplied.",
)
def update_by_sign(parameters, grads, learning_rate=1.2):
    return moved(parameters, grads, lambda value, slope: value - learning_rate * ((slope > 0) * 2.0 - 1))


@mistake(
    "update_parameters",
    says="the gradients come back, not the parameters",
    hint="The docstring lists the keys of the result: they have no d.",
)
def update_returns_gradients(parameters, grads, learning_rate=1.2):
    return grads


@mistake(
    "update_parameters",
    says="four arrays come back, not one dictionary",
    hint="The other functions look the parameters up by name: put each under its key.",
)
def update_tuple(parameters, grads, learning_rate=1.2):
    return tuple(update_parameters(parameters, grads, learning_rate).values())
