"""Known mistakes in `threshold`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.single_neuron.right import score

mistake = Catalogue()


@mistake(
    "threshold",
    says="a score of exactly 0 gives 1",
    hint="The score has to be larger than 0, not at least 0.",
)
def threshold_at_zero(w, b, X):
    return (score(w, b, X) >= 0).astype(float)


@mistake(
    "threshold",
    says="the score is compared with 0.5",
    hint="0.5 is a threshold for probabilities; a score speaks for 1 as soon as it is positive.",
)
def threshold_at_half(w, b, X):
    return (score(w, b, X) > 0.5).astype(float)


@mistake(
    "threshold",
    says="the bias b is left out",
    hint="b moves the line away from the origin: what is added to the weighted sum?",
)
def threshold_without_bias(w, b, X):
    return (np.dot(w.T, X) > 0).astype(float)


@mistake(
    "threshold",
    says="the scores are returned, not answers",
    hint="The last step is missing: a comparison.",
)
def threshold_scores(w, b, X):
    return score(w, b, X)


@mistake(
    "threshold",
    says="the answers are -1, 0 and 1, the signs of the scores",
    hint="The labels of this lesson are 0 and 1: what should a negative score give?",
)
def threshold_signs(w, b, X):
    return np.sign(score(w, b, X))


@mistake(
    "threshold",
    says="0 and 1 are the wrong way round",
    hint="A positive score speaks for 1: look at the direction of your comparison.",
)
def threshold_turned_round(w, b, X):
    return (score(w, b, X) < 0).astype(float)


@mistake(
    "threshold",
    says="the answer is a column, (m, 1)",
    hint="An example in each column makes an answer in each column.",
)
def threshold_column(w, b, X):
    return (np.dot(X.T, w) + b > 0).astype(float)


@mistake(
    "threshold",
    says="the answer has one axis only, (m,)",
    hint="The product of two matrices keeps both axes: where is one taken away?",
)
def threshold_flat(w, b, X):
    return (score(w, b, X)[0] > 0).astype(float)


@mistake(
    "threshold",
    says="w is not transposed, and (n_x, 1) times (n_x, m) does not fit",
    hint="Write both shapes side by side: the inner sizes must be equal.",
)
def threshold_without_transpose(w, b, X):
    return (np.dot(w, X) + b > 0).astype(float)


@mistake(
    "threshold",
    says="the ReLU is taken: positive scores come back as they are",
    hint="The perceptron knows only yes and no: 1 for every positive score, however large.",
)
def threshold_relu(w, b, X):
    return np.maximum(0, score(w, b, X))
