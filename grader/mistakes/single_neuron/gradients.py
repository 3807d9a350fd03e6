"""Known mistakes in `gradients`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.single_neuron.right import gradients, score

mistake = Catalogue()


@mistake(
    "gradients",
    says="neither dw nor db is divided by m",
    hint="A gradient of a mean is a mean: how many examples are there?",
)
def gradients_without_mean(w, b, X, Y, lambd=0.0):
    dZ = score(w, b, X) - Y
    return np.dot(X, dZ.T) + lambd * w, np.sum(dZ)


@mistake(
    "gradients",
    says="dw lacks the 1/m, in both of its terms",
    hint="dw is a mean over the examples, as db is.",
)
def gradients_dw_without_mean(w, b, X, Y, lambd=0.0):
    dZ = score(w, b, X) - Y
    return np.dot(X, dZ.T) + lambd * w, np.mean(dZ)


@mistake(
    "gradients",
    says="db lacks the 1/m",
    hint="db is a mean over the examples, as dw is.",
)
def gradients_db_without_mean(w, b, X, Y, lambd=0.0):
    return gradients(w, b, X, Y, lambd)[0], np.sum(score(w, b, X) - Y)


@mistake(
    "gradients",
    says="both are divided by 2 m: the 2 of the square is forgotten",
    hint="The derivative of a square has a 2 in front, which cancels the one below.",
)
def gradients_halved(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y, lambd)
    return dw / 2, db / 2


@mistake(
    "gradients",
    says="both are twice as large: the 2 of the square is there, that under the fraction bar is not",
    hint="J has a 2 under the fraction bar: what does it cancel?",
)
def gradients_doubled(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y, lambd)
    return 2 * dw, 2 * db


@mistake(
    "gradients",
    says="the penalty's part is missing in dw",
    hint="The default of lambd hides it: what is the derivative of the squares of the weights?",
)
def gradients_without_penalty(w, b, X, Y, lambd=0.0):
    return gradients(w, b, X, Y)


@mistake(
    "gradients",
    says="the penalty's part of dw lacks the 1/m",
    hint="Both terms of J have an m below them: so have both terms of dw.",
)
def gradients_penalty_without_mean(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y)
    return dw + lambd * w, db


@mistake(
    "gradients",
    says="the penalty's part of dw is halved",
    hint="The derivative of a square has a 2 in front, which cancels the one below.",
)
def gradients_penalty_halved(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y)
    return dw + lambd * w / (2 * X.shape[1]), db


@mistake(
    "gradients",
    says="the penalty's part of dw is doubled",
    hint="The 2 of the derivative cancels with the one under the fraction bar.",
)
def gradients_penalty_doubled(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y)
    return dw + 2 * lambd * w / X.shape[1], db


@mistake(
    "gradients",
    says="the penalty's part of dw is subtracted",
    hint="J has a plus before its penalty; the minus of gradient descent comes with the step.",
)
def gradients_penalty_subtracted(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y)
    return dw - lambd * w / X.shape[1], db


@mistake(
    "gradients",
    says="the penalty's part of dw is the same for all weights: w is not in it",
    hint="A large weight is pulled back more than a small one: what is lambd multiplied with?",
)
def gradients_penalty_without_w(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y)
    return dw + lambd / X.shape[1], db


@mistake(
    "gradients",
    says="b is penalised, too",
    hint="The penalty has no b in it, so that its derivative by b is 0.",
)
def gradients_penalise_b(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y, lambd)
    return dw, db + lambd * b / X.shape[1]


@mistake(
    "gradients",
    says="the error is taken the wrong way round, as Y - Z",
    hint="What flows back is the answer less the target.",
)
def gradients_of_turned_error(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = Y - score(w, b, X)
    return (np.dot(X, dZ.T) + lambd * w) / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="the error is not transposed, and (n_x, m) times (1, m) does not fit",
    hint="Write both shapes side by side: the m has to stand inside.",
)
def gradients_without_transpose(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = score(w, b, X) - Y
    return (np.matmul(X, dZ) + lambd * w) / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="the bias b is left out of the score",
    hint="Compare your line for the error with the Z of the formula.",
)
def gradients_without_bias(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = np.dot(w.T, X) - Y
    return (np.dot(X, dZ.T) + lambd * w) / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="m is taken from the rows of X, which are the features",
    hint="X is (n_x, m): of the two numbers in its shape, the second is m.",
)
def gradients_over_features(w, b, X, Y, lambd=0.0):
    m = X.shape[0]
    dZ = score(w, b, X) - Y
    return (np.dot(X, dZ.T) + lambd * w) / m, np.sum(dZ) / m


@mistake(
    "gradients",
    says="dw has one axis only, (n_x,)",
    hint="dw has the shape of w, a column: a sum along an axis drops it, unless it is told to keep it.",
)
def gradients_dw_flat(w, b, X, Y, lambd=0.0):
    dw, db = gradients(w, b, X, Y, lambd)
    return dw[:, 0], db


@mistake(
    "gradients",
    says="db is not summed: it has an entry for each example",
    hint="There is one b, so there is one db.",
)
def gradients_db_not_summed(w, b, X, Y, lambd=0.0):
    return gradients(w, b, X, Y, lambd)[0], (score(w, b, X) - Y) / X.shape[1]
