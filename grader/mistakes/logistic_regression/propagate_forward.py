"""Known mistakes in the forward half of `propagate`: the activation and the cost."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.logistic_regression.right import activation, cost_of, grads_of, sigmoid

mistake = Catalogue()


@mistake(
    "propagate",
    says="the bias b is left out of the activation",
    hint="Compare your line for A with the formula: what is added to w.T X?",
)
def propagate_without_bias(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X))
    return grads_of(X, A - Y), cost_of(A, Y)


@mistake(
    "propagate",
    says="b is added to the sigmoid's answer, and not to its argument",
    hint="A must lie between 0 and 1: where does the bracket of sigmoid close?",
)
def propagate_bias_outside(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X)) + b
    return grads_of(X, A - Y), cost_of(A, Y)


@mistake(
    "propagate",
    says="b enters with the wrong sign, as w.T X - b",
    hint="Where the minus of e^(-z) is written out, it belongs to the whole of z: check its brackets.",
)
def propagate_bias_negative(w, b, X, Y):
    A = 1 / (1 + np.exp(-np.dot(w.T, X) + b))
    return grads_of(X, A - Y), cost_of(A, Y)


@mistake(
    "propagate",
    says="A is w.T X + b, without the sigmoid",
    hint="Print A: a probability lies between 0 and 1, and the logarithm needs that; which function makes it one?",
)
def propagate_without_sigmoid(w, b, X, Y):
    A = np.dot(w.T, X) + b
    return grads_of(X, A - Y), cost_of(A, Y)


@mistake(
    "propagate",
    says="A is a single number: w * X was summed over the examples, too",
    hint="Print A.shape: every example needs its own probability, so only the features may be summed.",
)
def propagate_one_activation(w, b, X, Y):
    A = sigmoid(np.sum(w * X) + b)
    return grads_of(X, A - Y), cost_of(A, Y)


@mistake(
    "propagate",
    says="a matrix product lacks a .T: it fits for a single example only, and stops with a ValueError for more",
    hint="Print the shapes on both sides of each product: the two inner sizes have to agree.",
)
def propagate_without_transpose(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, A - Y) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="the cost is negative: its minus is missing",
    hint="Logarithms of numbers below 1 are negative, and a cost is positive: look in front of the sum.",
)
def propagate_cost_negative(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = 1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the minus of the cost stands before Y log A only",
    hint="Both terms of the cost are positive in the end: put the sum of the two in brackets behind the minus.",
)
def propagate_cost_half_negative(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = np.sum(-Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost lacks the term of the examples with label 0",
    hint="With Y = 0 your cost vanishes whatever A is: which half of the formula is left out?",
)
def propagate_cost_of_ones(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -np.sum(Y * np.log(A)) / m
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost takes the logarithm of the wrong class: Y stands with log(1 - A)",
    hint="An example with label 1 and A near 1 should cost little: try it in your formula.",
)
def propagate_cost_swapped(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -np.sum(Y * np.log(1 - A) + (1 - Y) * np.log(A)) / m
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="in the cost, 1 - Y lacks its brackets",
    hint="Without brackets the product comes before the difference: which two factors does the second term have?",
)
def propagate_cost_without_brackets(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -np.sum(Y * np.log(A) + 1 - Y * np.log(1 - A)) / m
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost uses log10",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def propagate_cost_log10(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -np.sum(Y * np.log10(A) + (1 - Y) * np.log10(1 - A)) / m
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost uses log2",
    hint="The log of the formula is the natural logarithm: NumPy has it under a shorter name.",
)
def propagate_cost_log2(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -np.sum(Y * np.log2(A) + (1 - Y) * np.log2(1 - A)) / m
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost takes the logarithm of a mean, and not the mean of the logarithms",
    hint="Each example has its own loss, with its own logarithm: the mean comes last.",
)
def propagate_cost_log_of_mean(w, b, X, Y):
    A = activation(w, b, X)
    cost = -np.log(np.mean(Y * A + (1 - Y) * (1 - A)))
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost is the squared error",
    hint="The formula above the cell is the cross-entropy, which is made of logarithms.",
)
def propagate_cost_squared(w, b, X, Y):
    A = activation(w, b, X)
    cost = np.mean((A - Y) ** 2)
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost sums an outer product: every label meets every probability",
    hint="A label belongs with the probability of the same example: print the shape of the product before the sum.",
)
def propagate_cost_outer(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -1 / m * np.sum(np.dot(Y.T, np.log(A)) + np.dot((1 - Y).T, np.log(1 - A)))
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost is not summed: there is a loss for each example",
    hint="J is one number for all examples: what does the big sigma of the formula ask for?",
)
def propagate_cost_not_summed(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost lacks the 1/m",
    hint="J is a mean over the examples, and you have their sum: what is left to divide by?",
)
def propagate_cost_without_mean(w, b, X, Y):
    A = activation(w, b, X)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return grads_of(X, A - Y), cost


@mistake(
    "propagate",
    says="the cost is divided by m twice",
    hint="np.mean already divides by the number of examples: look for a second division.",
)
def propagate_cost_mean_twice(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return grads_of(X, A - Y), cost
