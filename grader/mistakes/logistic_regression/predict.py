"""Known mistakes in `predict`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.logistic_regression.right import activation, sigmoid

mistake = Catalogue()


@mistake(
    "predict",
    says="w.T X + b is compared with 0.5, without the sigmoid",
    hint="The threshold 0.5 is one for probabilities: what turns a score into a probability?",
)
def predict_without_sigmoid(w, b, X):
    Z = np.dot(w.T, X) + b
    return (Z > 0.5).astype(float)


@mistake(
    "predict",
    says="every answer is 1",
    hint="Print A: each probability is above 0, so 0 cannot be the threshold.",
)
def predict_all_ones(w, b, X):
    A = activation(w, b, X)
    return (A > 0).astype(float)


@mistake(
    "predict",
    says="every answer is 0",
    hint="Print A beside your answers: is the array of zeros ever filled, and is A ever compared with 0.5?",
)
def predict_all_zeros(w, b, X):
    A = activation(w, b, X)
    return A.astype(int)


@mistake(
    "predict",
    says="the probabilities are returned, not decisions",
    hint="The last step is missing: compare each probability with 0.5.",
)
def predict_probabilities(w, b, X):
    return activation(w, b, X)


@mistake(
    "predict",
    says="the scores w.T X + b are rounded, without the sigmoid",
    hint="Only a probability rounds to 0 or 1: which function comes before the rounding?",
)
def predict_rounded_scores(w, b, X):
    return np.round(np.dot(w.T, X) + b)


@mistake(
    "predict",
    says="0 and 1 are the wrong way round",
    hint="A probability near 1 speaks for class 1: look at the direction of your comparison.",
)
def predict_turned_round(w, b, X):
    A = activation(w, b, X)
    return (A < 0.5).astype(float)


@mistake(
    "predict",
    says="the answers are -1 and 1",
    hint="The labels of this lesson are 0 and 1: what stands in the branch below the threshold?",
)
def predict_minus_one(w, b, X):
    A = activation(w, b, X)
    return np.where(A > 0.5, 1, -1)


@mistake(
    "predict",
    says="the bias b is left out",
    hint="Compare your line for A with the one in `propagate`: what is added to w.T X there?",
)
def predict_without_bias(w, b, X):
    A = sigmoid(np.dot(w.T, X))
    return (A > 0.5).astype(float)


@mistake(
    "predict",
    says="b is added to the sigmoid's answer, and not to its argument",
    hint="A must lie between 0 and 1: where does the bracket of sigmoid close?",
)
def predict_bias_outside(w, b, X):
    A = sigmoid(np.dot(w.T, X)) + b
    return (A > 0.5).astype(float)


@mistake(
    "predict",
    says="b enters with the wrong sign, as w.T X - b",
    hint="Where the minus of e^(-z) is written out, it belongs to the whole of z: check its brackets.",
)
def predict_bias_negative(w, b, X):
    A = 1 / (1 + np.exp(-np.dot(w.T, X) + b))
    return (A > 0.5).astype(float)


@mistake(
    "predict",
    says="the answer has lost its first axis: its shape is (m,)",
    hint="A has the shape (1, m), and comparing the whole of A keeps it: where is an axis taken away?",
)
def predict_flat(w, b, X):
    A = activation(w, b, X)
    return (A[0] > 0.5).astype(float)


@mistake(
    "predict",
    says="the answer is a column, (m, 1), and labels are a row",
    hint="Y is (1, m), an example in each column: the answer has the same shape.",
)
def predict_column(w, b, X):
    A = activation(w, b, X)
    return (A.T > 0.5).astype(float)


@mistake(
    "predict",
    says="the loop ends after the first example, as `return` stands inside it",
    hint="Python leaves a function at the first `return`: compare its indentation with that of `for`.",
)
def predict_returns_early(w, b, X):
    A = activation(w, b, X)
    Y_prediction = np.zeros((1, X.shape[1]))
    for i in range(A.shape[1]):
        if A[0, i] > 0.5:
            Y_prediction[0, i] = 1
        return Y_prediction


@mistake(
    "predict",
    says="m is taken from the rows of X, which are the features",
    hint="X is (n_x, m), an example in each column: which of its two sizes is m?",
)
def predict_as_many_as_features(w, b, X):
    m = X.shape[0]
    A = activation(w, b, X)
    Y_prediction = np.zeros((1, m))
    for i in range(m):
        Y_prediction[0, i] = 1 if A[0, i] > 0.5 else 0
    return Y_prediction
