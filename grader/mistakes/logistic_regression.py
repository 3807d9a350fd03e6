"""Known mistakes of lesson 02, logistic regression: what people write, and ask about in forums.

Each is written as a student writes it, on top of that student's own right answers to the rest.
"""

from __future__ import annotations

import math

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


# What a student has right: the wrong versions below call these, so that each shows its one mistake.


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def activation(w, b, X):
    return sigmoid(np.dot(w.T, X) + b)


def cost_of(A, Y):
    return -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / Y.shape[1]


def grads_of(X, dZ):
    m = X.shape[1]
    return {"dw": np.dot(X, dZ.T) / m, "db": np.sum(dZ) / m}


def propagate(w, b, X, Y):
    A = activation(w, b, X)
    return grads_of(X, A - Y), cost_of(A, Y)


def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


def predict(w, b, X):
    return np.where(activation(w, b, X) > 0.5, 1.0, 0.0)


# sigmoid


@mistake(
    "sigmoid",
    says="the minus in e^(-z) is missing",
    hint="Put z = 10 into your formula: the answer must be close to 1, so the power of e has to be small there.",
)
def sigmoid_without_minus(z):
    return 1 / (1 + np.exp(z))


@mistake(
    "sigmoid",
    says="the result is 1 + e^(-z): only the 1, if anything, stands under the fraction bar",
    hint="Python divides before it adds: which part of the formula stands under the bar, and needs brackets?",
)
def sigmoid_without_brackets(z):
    return 1 / 1 + np.exp(-z)


@mistake(
    "sigmoid",
    says="the 1 under the fraction bar is missing, so the result is e^z",
    hint="Put z = 0 into your formula: the answer there must be one half.",
)
def sigmoid_without_one(z):
    return 1 / np.exp(-z)


@mistake(
    "sigmoid",
    says="e^(-z) is subtracted from the 1 under the fraction bar, not added",
    hint="At z = 0 your formula divides by 0: look at the sign between the 1 and the exponential.",
)
def sigmoid_with_difference(z):
    return 1 / (1 - np.exp(-z))


@mistake(
    "sigmoid",
    says="this is tanh, which runs from -1 to 1",
    hint="The sigmoid runs from 0 to 1 and is one half at z = 0; write down the formula above the cell.",
)
def sigmoid_as_tanh(z):
    return np.tanh(z)


@mistake(
    "sigmoid",
    says="this is the slope of the sigmoid, s(1 - s), and not the sigmoid itself",
    hint="The slope has its place in backpropagation; here the curve is asked for, so stop one line earlier.",
)
def sigmoid_slope(z):
    s = 1 / (1 + np.exp(-z))
    return s * (1 - s)


@mistake(
    "sigmoid",
    says="the result is only 0 or 1, as if a threshold had been applied",
    hint="The sigmoid is a smooth curve: return the probability as it is; rounding it belongs to predict.",
)
def sigmoid_as_step(z):
    return np.round(1 / (1 + np.exp(-z)))


@mistake(
    "sigmoid",
    says="this is relu, which keeps positive z and cuts off the rest",
    hint="The sigmoid ends between 0 and 1 for every z; write down the formula above the cell.",
)
def sigmoid_as_relu(z):
    return np.maximum(0, z)


@mistake(
    "sigmoid",
    says="this is softmax: the entries share a total of 1",
    hint="Each entry of z has an answer of its own, whatever the others are: nothing is summed.",
)
def sigmoid_as_softmax(z):
    e = np.exp(z)
    return e / np.sum(e)


@mistake(
    "sigmoid",
    says="e was typed as 2.718, which is not exact enough",
    hint="NumPy has the exponential function with all its digits: use it in place of the typed number.",
)
def sigmoid_with_typed_e(z):
    return 1 / (1 + 2.718 ** (-z))


@mistake(
    "sigmoid",
    says="it answers for a single number, but an array stops it with a TypeError",
    hint="The functions of `math` take one number only: which library has one that takes a whole array?",
)
def sigmoid_with_math(z):
    return 1 / (1 + math.exp(-z))


@mistake(
    "sigmoid",
    says="it answers for a single number, but an `if` on a whole array stops it with a ValueError",
    hint="The formula is the same for negative and positive z, so it needs no `if`.",
)
def sigmoid_with_if(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    else:
        return np.exp(z) / (1 + np.exp(z))


@mistake(
    "sigmoid",
    says="the answer is right, but your function writes into the array z that it was given",
    hint="`z *= -1` and its like change the caller's array: write -z inside the formula, which makes a new one.",
)
def sigmoid_changes_z(z):
    z *= -1
    return 1 / (1 + np.exp(z))


# initialize_with_zeros


@mistake(
    "initialize_with_zeros",
    says="w has the shape (dim,), which is neither a row nor a column",
    hint="A column needs two sizes, the count of its rows and of its columns: hand both over as one shape.",
)
def initialize_flat(dim):
    w = np.zeros(dim)
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w is a row, (1, dim), and not a column",
    hint="The first of the two sizes counts the rows: w has one row for each feature.",
)
def initialize_row(dim):
    w = np.zeros((1, dim))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w is a square, (dim, dim)",
    hint="There is one weight for each feature, dim in all: how many columns does that need?",
)
def initialize_square(dim):
    w = np.zeros((dim, dim))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w holds ones",
    hint="The function's name says which number to start from; NumPy's function for it has the same word in its name.",
)
def initialize_ones(dim):
    w = np.ones((dim, 1))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w holds small random numbers",
    hint="A single neuron can start from zeros; random weights are needed later, with a hidden layer.",
)
def initialize_small_random(dim):
    w = np.random.randn(dim, 1) * 0.01
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w holds random numbers",
    hint="A single neuron can start from zeros, and everybody then gets the same result: look at the function's name.",
)
def initialize_random(dim):
    w = np.random.randn(dim, 1)
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="only w is returned",
    hint="The docstring lists two results under Returns: name both behind `return`, with a comma between them.",
)
def initialize_only_w(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return w


@mistake(
    "initialize_with_zeros",
    says="b and w are returned in the wrong order",
    hint="Compare the order behind `return` with the docstring: the weights come first.",
)
def initialize_swapped(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return b, w


@mistake(
    "initialize_with_zeros",
    says="w and b are returned as a list, in square brackets",
    hint="Two results are returned as a tuple: names with a comma between them need no brackets.",
)
def initialize_list(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return [w, b]


@mistake(
    "initialize_with_zeros",
    says="w and b are returned in a dictionary",
    hint="Here the two are returned one after the other, w first; dictionaries come with the later functions.",
)
def initialize_dictionary(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    return {"w": w, "b": b}


@mistake(
    "initialize_with_zeros",
    says="b is an array with an entry for each feature",
    hint="The neuron has a single bias, whatever the number of features: a plain number will do.",
)
def initialize_bias_array(dim):
    w = np.zeros((dim, 1))
    b = np.zeros((dim, 1))
    return w, b


@mistake(
    "initialize_with_zeros",
    says="b starts from 1",
    hint="The bias starts from the same number as the weights: what does the function's name say?",
)
def initialize_bias_one(dim):
    w = np.zeros((dim, 1))
    b = 1.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w has 2 rows, whatever dim is",
    hint="Look for a 2 in your code: it was right for one example, and dim belongs in its place.",
)
def initialize_two(dim):
    w = np.zeros((2, 1))
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="w is a Python list, and lists know no matrix product",
    hint="Let NumPy make the zeros: it has a function that takes the shape.",
)
def initialize_python_list(dim):
    w = [0.0] * dim
    b = 0.0
    return w, b


@mistake(
    "initialize_with_zeros",
    says="a function was given an argument it cannot take; mostly a shape lacks its own brackets",
    hint="np.zeros takes the shape as its first argument and a type as its second: put brackets around the two sizes.",
)
def initialize_without_brackets(dim):
    w = np.zeros(dim, 1)
    b = 0.0
    return w, b


# propagate: the activation


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


# propagate: the cost


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


# propagate: the gradients


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


# propagate: the program around the formulas


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


# optimize: the step


@mistake(
    "optimize",
    says="the steps go uphill: the gradients are added",
    hint="The gradient points to where the cost grows: which sign leads the other way?",
)
def optimize_uphill(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w + learning_rate * grads["dw"]
        b = b + learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="w goes uphill while b goes downhill",
    hint="The two updates have the same form: compare their signs.",
)
def optimize_w_uphill(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w + learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="b goes uphill while w goes downhill",
    hint="The two updates have the same form: compare their signs.",
)
def optimize_b_uphill(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b + learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="only w is updated, and b stays where it was",
    hint="The bias learns as well: it needs a step of its own in the loop.",
)
def optimize_only_w(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="only b is updated, and w stays where it was",
    hint="The weights need a step of their own in the loop, and its result has to be kept under the name w.",
)
def optimize_only_b(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="b is updated with dw",
    hint="Each parameter goes down its own slope: which gradient belongs to b?",
)
def optimize_b_with_dw(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["dw"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="w is updated with db",
    hint="Each parameter goes down its own slope: which gradient belongs to w?",
)
def optimize_w_with_db(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["db"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the learning rate is left out of the steps",
    hint="The gradient gives the direction, and alpha how far to go: where is it multiplied?",
)
def optimize_without_rate(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - grads["dw"]
        b = b - grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the learning rate is always 0.009, whatever is asked for",
    hint="0.009 is only the default: use the name of the argument in your steps.",
)
def optimize_fixed_rate(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - 0.009 * grads["dw"]
        b = b - 0.009 * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


alpha = 0.01  # what a student keeps in an earlier cell


@mistake(
    "optimize",
    says="the learning rate is always 0.01: a global variable or a typed number",
    hint="A function should read its settings from its arguments: what is the rate called in the `def` line?",
)
def optimize_global_rate(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - alpha * grads["dw"]
        b = b - alpha * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the steps are divided by m once more",
    hint="The gradients that `propagate` returns are means already: which division can go?",
)
def optimize_mean_twice(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    m = X.shape[1]
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate / m * grads["dw"]
        b = b - learning_rate / m * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the answers are right, but your function writes into the array w that it was given",
    hint="`w -= ...` changes the caller's array: which way of writing the step makes a new one?",
)
def optimize_changes_w(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w -= learning_rate * grads["dw"]
        b -= learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


# optimize: the loop


@mistake(
    "optimize",
    says="there are always 100 steps, whatever is asked for",
    hint="100 is only the default: use the name of the argument in the loop's range.",
)
def optimize_fixed_iterations(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(100):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the function ends after the first step, as `return` stands inside the loop",
    hint="Python leaves a function at the first `return`: compare its indentation with that of `for`.",
)
def optimize_returns_early(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
        return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="there is one step too few",
    hint="Count the steps for num_iterations = 3: where does your range begin, and where does it end?",
)
def optimize_one_step_short(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations - 1):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the loop begins at 1, so that one step and the first cost are missing",
    hint="Count the steps for num_iterations = 3: with which number does Python's counting begin?",
)
def optimize_range_from_one(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(1, num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="there is one step too many",
    hint="Count the steps for num_iterations = 3: range(3) already gives three numbers.",
)
def optimize_one_step_long(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations + 1):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the gradients are computed once and used for every step",
    hint="After a step the slope is another one: does `propagate` stand inside the loop?",
)
def optimize_stale_gradients(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    grads, cost = propagate(w, b, X, Y)
    for i in range(num_iterations):
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="every step starts again from the first w and b",
    hint="The next step begins where the last one ended: under which names is its result kept?",
)
def optimize_restarts(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w_new = w - learning_rate * grads["dw"]
        b_new = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w_new, "b": b_new}, grads, costs


@mistake(
    "optimize",
    says="only the first example of X is used for the steps",
    hint="`propagate` takes all examples at once: hand X and Y over as they are.",
)
def optimize_first_example(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X[:, :1], Y[:, :1])
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


# optimize: the costs


@mistake(
    "optimize",
    says="the cost of every step is recorded",
    hint="One cost in a hundred is asked for: what is the remainder of i divided by 100 at 0, 100, 200?",
)
def optimize_every_cost(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the cost of every tenth step is recorded",
    hint="One cost in a hundred is asked for: look at the number behind the % sign.",
)
def optimize_every_tenth_cost(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 10 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="costs are recorded at all steps but the 0th, 100th, 200th: the condition is turned round",
    hint="`if i % 100` is true where the remainder is not 0: what should it be compared with?",
)
def optimize_costs_turned_round(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the list of costs is empty",
    hint="Costs are recorded whether print_cost is true or not: under which `if` does the recording stand?",
)
def optimize_costs_only_printed(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if print_cost and i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the first cost, that of step 0, is not recorded",
    hint="0 is divisible by 100: is there a condition that leaves it out?",
)
def optimize_first_cost_missing(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i > 0 and i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="costs are recorded one step early, at the steps 99, 199, as if counting began at 1",
    hint="The first cost recorded is the one before any step: let the counting begin at 0.",
)
def optimize_counts_from_one(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(1, num_iterations + 1):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the recorded costs are those after the step, not before it",
    hint="Use the cost that `propagate` returned with the gradients; no second call is needed.",
)
def optimize_costs_after_step(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(propagate(w, b, X, Y)[1])
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="the list of costs begins anew each time a cost is recorded, so that only the last one stays",
    hint="A line inside the loop is run again and again: where should the empty list be made?",
)
def optimize_costs_reset(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs = []
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="one cost is recorded too many, that of the last step",
    hint="Only the costs at the steps 0, 100, 200 are asked for: what is recorded behind the loop?",
)
def optimize_last_cost_too(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    costs.append(cost)
    return {"w": w, "b": b}, grads, costs


# optimize: what is returned


@mistake(
    "optimize",
    says="the gradients returned are those after the last step: `propagate` was called once more",
    hint="Return the gradients that the last step used: the call behind the loop can go.",
)
def optimize_gradients_after_loop(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    grads, cost = propagate(w, b, X, Y)
    return {"w": w, "b": b}, grads, costs


@mistake(
    "optimize",
    says="params and grads are returned in the wrong order",
    hint="Compare the order behind `return` with the docstring: the parameters come first.",
)
def optimize_swapped(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    params, grads, costs = optimize(w, b, X, Y, num_iterations, learning_rate)
    return grads, params, costs


@mistake(
    "optimize",
    says="the last cost is returned, and not the list of costs",
    hint="Two names differ by one letter: which of them is the list?",
)
def optimize_returns_cost(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, cost


@mistake(
    "optimize",
    says="params holds the gradients under the names w and b",
    hint="After the loop the learned parameters are in w and b themselves: which variables go into params?",
)
def optimize_params_are_gradients(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    params, grads, costs = optimize(w, b, X, Y, num_iterations, learning_rate)
    return {"w": grads["dw"], "b": grads["db"]}, grads, costs


# predict


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


# model


def trained(X_train, Y_train, num_iterations, learning_rate):
    """Train from zeros: what a right `model` does first."""
    return optimize(np.zeros((X_train.shape[0], 1)), 0.0, X_train, Y_train, num_iterations, learning_rate)


def summary(params, costs, X_train, X_test, num_iterations, learning_rate):
    """Put together what a right `model` returns."""
    return {
        "costs": costs,
        "Y_prediction_test": predict(params["w"], params["b"], X_test),
        "Y_prediction_train": predict(params["w"], params["b"], X_train),
        "w": params["w"],
        "b": params["b"],
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }


@mistake(
    "model",
    says="num_iterations is not handed on: `optimize` takes its own default",
    hint="`optimize` has a default for its number of steps; hand yours over by its name.",
)
def model_iterations_not_handed_on(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b = np.zeros((X_train.shape[0], 1)), 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train, learning_rate=learning_rate)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="learning_rate is not handed on: `optimize` takes its own default",
    hint="`optimize` has a default for its learning rate; hand yours over by its name.",
)
def model_rate_not_handed_on(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b = np.zeros((X_train.shape[0], 1)), 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations=num_iterations)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="neither num_iterations nor learning_rate is handed on to `optimize`",
    hint="`optimize` has defaults of its own; which of the arguments of `model` should replace them?",
)
def model_settings_not_handed_on(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b = np.zeros((X_train.shape[0], 1)), 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="it always trains for 2000 steps at the rate 0.005, whatever is asked for",
    hint="2000 and 0.005 are only the defaults: use the names of the arguments in your call.",
)
def model_fixed_settings(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    params, grads, costs = trained(X_train, Y_train, 2000, 0.005)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="it trains on the test set",
    hint="A test is fair on examples that were never seen in training: which X and Y does `optimize` get?",
)
def model_trains_on_test(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    params, grads, costs = trained(X_test, Y_test, num_iterations, learning_rate)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="w is made with one weight for each example: it fits only where there are as many features",
    hint="X_train is (n_x, m_train): which of its two sizes counts the weights?",
)
def model_weight_for_each_example(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b = np.zeros((X_train.shape[1], 1)), 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="training starts from random weights",
    hint="There is a function of yours that makes the start: the same for everybody, and all zeros.",
)
def model_random_start(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    w, b = np.random.randn(X_train.shape[0], 1) * 0.01, 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="the predictions are made with the w and b from before the training",
    hint="`optimize` returns the trained w and b in a dictionary: take them out before you predict.",
)
def model_predicts_with_start(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b = np.zeros((X_train.shape[0], 1)), 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    return {
        **summary(params, costs, X_train, X_test, num_iterations, learning_rate),
        "Y_prediction_test": predict(w, b, X_test),
        "Y_prediction_train": predict(w, b, X_train),
    }


@mistake(
    "model",
    says="the w and b returned are those from before the training",
    hint="`optimize` returns the trained w and b in a dictionary: which ones go into your own dictionary?",
)
def model_returns_start(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    w, b = np.zeros((X_train.shape[0], 1)), 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    return {**summary(params, costs, X_train, X_test, num_iterations, learning_rate), "w": w, "b": b}


@mistake(
    "model",
    says="the predictions for the training set and the test set are swapped",
    hint="Compare each key of your dictionary with the variable beside it.",
)
def model_swapped_predictions(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    params, grads, costs = trained(X_train, Y_train, num_iterations, learning_rate)
    return summary(params, costs, X_test, X_train, num_iterations, learning_rate)


@mistake(
    "model",
    says="both predictions are made for the training set",
    hint="`predict` is called twice: which X does each call get?",
)
def model_predicts_training_twice(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    params, grads, costs = trained(X_train, Y_train, num_iterations, learning_rate)
    return summary(params, costs, X_train, X_train, num_iterations, learning_rate)


@mistake(
    "model",
    says="the labels are returned where the predictions belong",
    hint="Y_train and Y_test are what the teacher knows; what does `predict` say for X_train and X_test?",
)
def model_returns_labels(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    params, grads, costs = trained(X_train, Y_train, num_iterations, learning_rate)
    return {
        **summary(params, costs, X_train, X_test, num_iterations, learning_rate),
        "Y_prediction_test": Y_test,
        "Y_prediction_train": Y_train,
    }


@mistake(
    "model",
    says="accuracies are returned where the predictions belong",
    hint="The accuracy may be printed; under the two keys the predictions themselves are asked for.",
)
def model_returns_accuracies(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    params, grads, costs = trained(X_train, Y_train, num_iterations, learning_rate)
    result = summary(params, costs, X_train, X_test, num_iterations, learning_rate)
    return {
        **result,
        "Y_prediction_test": 100 - np.mean(np.abs(result["Y_prediction_test"] - Y_test)) * 100,
        "Y_prediction_train": 100 - np.mean(np.abs(result["Y_prediction_train"] - Y_train)) * 100,
    }


@mistake(
    "model",
    says="costs holds the gradients: the results of `optimize` were unpacked in the wrong order",
    hint="`optimize` returns three things: compare their order with its docstring.",
)
def model_costs_are_gradients(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    params, costs, grads = trained(X_train, Y_train, num_iterations, learning_rate)
    return summary(params, costs, X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="costs holds the last cost only",
    hint="The learning curve needs every recorded cost: return the list that `optimize` gave you.",
)
def model_last_cost(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    params, grads, costs = trained(X_train, Y_train, num_iterations, learning_rate)
    return summary(params, costs[-1], X_train, X_test, num_iterations, learning_rate)


@mistake(
    "model",
    says="the dictionary lacks learning_rate and num_iterations",
    hint="Compare the keys of your dictionary with the docstring: the two settings are reported as well.",
)
def model_without_settings(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    params, grads, costs = trained(X_train, Y_train, num_iterations, learning_rate)
    result = summary(params, costs, X_train, X_test, num_iterations, learning_rate)
    del result["learning_rate"], result["num_iterations"]
    return result


MISTAKES = tuple(mistake)
