"""Known mistakes in `walk_back`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.single_neuron.right import back_from, forward, sigmoid

mistake = Catalogue()


@mistake(
    "walk_back",
    says="the bias b is left out of z",
    hint="Three things flow into z: weights, features, and one more.",
)
def walk_without_bias(w, b, x, y):
    z, a, L = forward(w, 0, x, y)
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="z is a column: the products are not summed",
    hint="`*` multiplies entry by entry; a score is one number.",
)
def walk_not_summed(w, b, x, y):
    z = w * x + b
    a = sigmoid(z)
    L = -(y * np.log(a) + (1 - y) * np.log(1 - a))
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="the loss lacks its minus",
    hint="The logarithm of a probability is negative, and a loss is not.",
)
def walk_loss_without_minus(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, -L, -y / a + (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="in the loss the minus belongs to the first term only",
    hint="The minus stands before the whole bracket: which terms does it reach?",
)
def walk_loss_without_brackets(w, b, x, y):
    z, a, _ = forward(w, b, x, y)
    L = -y * np.log(a) + (1 - y) * np.log(1 - a)
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="the loss has only the term of y = 1",
    hint="Where y is 0, the probability of the truth is 1 - a: the second term is there for that.",
)
def walk_loss_of_ones(w, b, x, y):
    z, a, _ = forward(w, b, x, y)
    return back_from(x, z, a, -y * np.log(a), -y / a + (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="the squared error is taken for the loss",
    hint="Logistic regression has the cross-entropy: two logarithms.",
)
def walk_squared_loss(w, b, x, y):
    z, a, _ = forward(w, b, x, y)
    return back_from(x, z, a, (a - y) ** 2 / 2, a - y, (a - y) * a * (1 - a))


@mistake(
    "walk_back",
    says="da has both signs turned round",
    hint="Where y is 1, a larger answer makes the loss smaller: so da is negative there.",
)
def walk_da_negated(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, y / a - (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="the second term of da has the wrong sign",
    hint="The derivative of log(1 - a) brings a minus of its own, and two of them make a plus.",
)
def walk_da_second_sign(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, -y / a - (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="da has only the term of y = 1",
    hint="Where y is 0, the loss still depends on the answer: the second term is there for that.",
)
def walk_da_of_ones(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, -y / a, a - y)


@mistake(
    "walk_back",
    says="dz is da: the slope of the sigmoid is missing",
    hint="Between z and a there is an arrow, and each arrow multiplies by its own factor.",
)
def walk_dz_without_slope(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    da = -y / a + (1 - y) / (1 - a)
    return back_from(x, z, a, L, da, da)


@mistake(
    "walk_back",
    says="dz is the slope of the sigmoid alone, without da",
    hint="The chain rule multiplies what has come back so far with the arrow's own factor.",
)
def walk_dz_slope_alone(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), a * (1 - a))


@mistake(
    "walk_back",
    says="the slope of the sigmoid is computed from z in the place of a",
    hint="The slope is written with the sigmoid's answer: which of the two names is that?",
)
def walk_slope_of_z(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    da = -y / a + (1 - y) / (1 - a)
    return back_from(x, z, a, L, da, da * z * (1 - z))


@mistake(
    "walk_back",
    says="dz is y - a",
    hint="What flows back is the answer less the truth.",
)
def walk_dz_negated(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), y - a)


@mistake(
    "walk_back",
    says="dw is made with the weights, not with the features",
    hint="In z each weight is multiplied with its feature: what is the derivative of such a product by the weight?",
)
def walk_dw_of_weights(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), a - y) | {"dw": w * (a - y)}


@mistake(
    "walk_back",
    says="dw is the same number for all weights: the features are not in it",
    hint="Each weight gets the error times its own feature.",
)
def walk_dw_without_x(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(np.ones(x.shape), z, a, L, -y / a + (1 - y) / (1 - a), a - y)


@mistake(
    "walk_back",
    says="db is multiplied with b",
    hint="b enters z by itself: its factor is 1.",
)
def walk_db_times_b(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), a - y) | {"db": b * (a - y)}


@mistake(
    "walk_back",
    says="dw is a row, (1, n_x)",
    hint="dw has the shape of w, a column, and so has x.",
)
def walk_dw_row(w, b, x, y):
    z, a, L = forward(w, b, x, y)
    return back_from(x, z, a, L, -y / a + (1 - y) / (1 - a), a - y) | {"dw": x.T * (a - y)}
