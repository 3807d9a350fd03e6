"""Known mistakes in the backward half of `propagate`: the gradients, and what is returned."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.logistic_regression.right import activation, cost_of, grads_of, propagate, sigmoid

mistake = Catalogue()


@mistake(
    "propagate",
    says="dw lacks the 1/m",
    hint="The matrix product adds up the examples, and dw is their mean: what is left to divide by?",
)
def propagate_dw_without_mean(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T)
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="db lacks the 1/m",
    hint="db is a mean over the examples, and you have their sum: what is left to divide by?",
)
def propagate_db_without_mean(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y)
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="both gradients lack the 1/m",
    hint="dw and db are the slopes of a mean, so each is a mean as well: compare them with their formulas.",
)
def propagate_gradients_without_mean(w, b, X, Y):
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T)
    db = np.sum(A - Y)
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="the cost and both gradients lack the 1/m",
    hint="Each of the three formulas begins with a division by the number of examples.",
)
def propagate_without_mean(w, b, X, Y):
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T)
    db = np.sum(A - Y)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": dw, "db": db}, cost


@mistake(
    "propagate",
    says="db is divided by m twice",
    hint="np.mean already divides by the number of examples: look for a second division.",
)
def propagate_db_mean_twice(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / m
    db = np.mean(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="both gradients are divided by m twice",
    hint="Is dZ a mean already? Then dw and db, which are made of it, need no 1/m of their own.",
)
def propagate_gradients_mean_twice(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dZ = (A - Y) / m
    dw = np.dot(X, dZ.T) / m
    db = np.sum(dZ) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="the means divide by the number of features, not by the number of examples",
    hint="X is (n_x, m), an example in each column: which of its two sizes is m?",
)
def propagate_mean_over_features(w, b, X, Y):
    m = X.shape[0]
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y) / m
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": dw, "db": db}, cost


@mistake(
    "propagate",
    says="m is written as the number 3",
    hint="The next set of examples has another size: take m from the shape of X.",
)
def propagate_three_examples(w, b, X, Y):
    m = 3
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y) / m
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": dw, "db": db}, cost


M_TRAIN = 209  # a size that many notebooks of this kind keep in a global variable


@mistake(
    "propagate",
    says="m is 209, the size of one training set: a global variable or a typed number",
    hint="A function should know its data from its arguments alone: take m from the shape of X.",
)
def propagate_global_m(w, b, X, Y):
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / M_TRAIN
    db = np.sum(A - Y) / M_TRAIN
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / M_TRAIN
    return {"dw": dw, "db": db}, cost


@mistake(
    "propagate",
    says="both gradients have the wrong sign: they are made of Y - A",
    hint="Where A is too large, the gradient must be positive: which way round is the difference?",
)
def propagate_y_minus_a(w, b, X, Y):
    A = activation(w, b, X)
    return grads_of(X, Y - A), cost_of(A, Y)


@mistake(
    "propagate",
    says="dw has the wrong sign",
    hint="dw and db are made of the same difference: compare the two lines.",
)
def propagate_dw_negative(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = -np.dot(X, (A - Y).T) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="db has the wrong sign",
    hint="dw and db are made of the same difference: compare the two lines.",
)
def propagate_db_negative(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(Y - A) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="the gradients carry an extra factor A(1 - A), as for the squared error",
    hint="With the cross-entropy the slope of the sigmoid cancels: dL/dz is simpler than you think.",
)
def propagate_with_sigmoid_slope(w, b, X, Y):
    A = activation(w, b, X)
    return grads_of(X, (A - Y) * A * (1 - A)), cost_of(A, Y)


@mistake(
    "propagate",
    says="the gradients are made of A alone, without the labels",
    hint="The error of an example is the distance between its probability and its label.",
)
def propagate_without_labels(w, b, X, Y):
    A = activation(w, b, X)
    return grads_of(X, A), cost_of(A, Y)


@mistake(
    "propagate",
    says="dw is an elementwise product, with a column for each example",
    hint="dw has the shape of w: a product that also sums over the examples is wanted.",
)
def propagate_dw_elementwise(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = X * (A - Y) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="dw has lost its second axis: its shape is (n_x,)",
    hint="A sum over an axis drops that axis, unless it is told to keep it.",
)
def propagate_dw_flat(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.sum(X * (A - Y), axis=1) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="dw is a row, (1, n_x), and w is a column",
    hint="The factors of the product stand the other way round: begin with X.",
)
def propagate_dw_row(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(A - Y, X.T) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="dw is one number: X times A - Y was summed over the features, too",
    hint="Each feature has a slope of its own: sum over the examples only, which is axis 1.",
)
def propagate_dw_one_number(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.sum(X * (A - Y)) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="dw is summed over the features, which is axis 0",
    hint="The examples stand side by side in the columns of X: along which axis do you walk from one to the next?",
)
def propagate_dw_wrong_axis(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.sum(X * (A - Y), axis=0, keepdims=True) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="in dw only Y is transposed, so that A - Y.T grows to (m, m)",
    hint="The dot of .T binds to the name before it: what needs brackets?",
)
def propagate_dw_only_y_turned(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, A - Y.T) / m
    db = np.sum(A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="db is not summed: it holds an entry for each example",
    hint="The neuron has one bias, so db is one number: add up the examples.",
)
def propagate_db_not_summed(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / m
    db = (A - Y) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="db is made of dw",
    hint="The bias meets no feature, so X does not occur in db: start again from A - Y.",
)
def propagate_db_from_dw(w, b, X, Y):
    m = X.shape[1]
    A = activation(w, b, X)
    dw = np.dot(X, (A - Y).T) / m
    db = np.sum(dw) / m
    return {"dw": dw, "db": db}, cost_of(A, Y)


@mistake(
    "propagate",
    says="the loop over the examples ends after the first one, as `return` stands inside it",
    hint="Python leaves a function at the first `return`: compare its indentation with that of `for`.",
)
def propagate_first_example(w, b, X, Y):
    m = X.shape[1]
    cost, dw, db = 0, np.zeros(w.shape), 0
    for i in range(m):
        x, y = X[:, [i]], Y[0, i]
        a = sigmoid(np.sum(w * x) + b)
        cost += -(y * np.log(a) + (1 - y) * np.log(1 - a))
        dw += x * (a - y)
        db += a - y
        return {"dw": dw / m, "db": db / m}, cost / m


@mistake(
    "propagate",
    says="only the last example counts: each one overwrites the sums of those before",
    hint="In a loop over the examples, add to what is there: is there an = where += is meant?",
)
def propagate_last_example(w, b, X, Y):
    m = X.shape[1]
    for i in range(m):
        x, y = X[:, [i]], Y[0, i]
        a = sigmoid(np.sum(w * x) + b)
        cost = -(y * np.log(a) + (1 - y) * np.log(1 - a))
        dw = x * (a - y)
        db = a - y
    return {"dw": dw / m, "db": db / m}, cost / m


@mistake(
    "propagate",
    says="cost and grads are returned in the wrong order",
    hint="Compare the order behind `return` with the docstring: the dictionary comes first.",
)
def propagate_swapped(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    return cost, grads


@mistake(
    "propagate",
    says="dw, db and the cost are returned one by one, without the dictionary",
    hint="The two gradients travel together, under the names that the docstring gives them.",
)
def propagate_without_dictionary(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    return grads["dw"], grads["db"], cost


@mistake(
    "propagate",
    says="the answers are right, but w was changed on the way",
    hint="`propagate` only measures the slope; the step downhill is taken in `optimize`.",
)
def propagate_takes_the_step(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    w -= 0.009 * grads["dw"]
    b -= 0.009 * grads["db"]
    return grads, cost


@mistake(
    "propagate",
    says="the answers are right, but X was changed on the way",
    hint="`X *= ...` writes into the caller's array: give the product a name of its own.",
)
def propagate_changes_x(w, b, X, Y):
    A = activation(w, b, X)
    X *= A - Y
    dw = np.mean(X, axis=1, keepdims=True)
    db = np.mean(A - Y)
    return {"dw": dw, "db": db}, cost_of(A, Y)
