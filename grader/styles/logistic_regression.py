"""Right answers to lesson 02, logistic regression, as people with different habits write them."""

from __future__ import annotations

import functools
import math
import sys
import warnings
from collections import OrderedDict, defaultdict, namedtuple
from types import SimpleNamespace

import numpy as np

from grader.styles import Gallery

style = Gallery()


# What a student has right already, and calls in later exercises.


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def initialize_with_zeros(dim):
    return np.zeros((dim, 1)), 0.0


def propagate(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -1 / m * np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": 1 / m * np.dot(X, (A - Y).T), "db": 1 / m * np.sum(A - Y)}, cost


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
    return (sigmoid(np.dot(w.T, X) + b) > 0.5).astype(float)


# sigmoid

style("sigmoid")(sigmoid)
style("sigmoid", "sigmoid_as_a_lambda")(lambda z: 1.0 / (1.0 + np.exp(-z)))
style("sigmoid", "sigmoid_by_vectorize")(np.vectorize(lambda z: 1 / (1 + math.exp(-z))))
style("sigmoid", "sigmoid_by_partial")(functools.partial(lambda sign, z: 1 / (1 + np.exp(sign * z)), -1))


@style("sigmoid")
def sigmoid_with_positive_power(z):
    e = np.exp(z)
    return e / (e + 1)


@style("sigmoid")
def sigmoid_by_tanh(z):
    return 0.5 * (1 + np.tanh(z / 2))


@style("sigmoid")
def sigmoid_by_power_of_e(z):
    return 1 / (1 + np.e ** (-1 * z))


@style("sigmoid")
def sigmoid_to_the_minus_one(z):
    return (1 + np.exp(-z)) ** -1


@style("sigmoid")
def sigmoid_by_ufuncs(z):
    return np.reciprocal(np.add(1, np.exp(np.negative(z))))


@style("sigmoid")
def sigmoid_by_logaddexp(z):
    return np.exp(-np.logaddexp(0, -z))


@style("sigmoid")
def sigmoid_of_array_and_back(z):
    z = np.array(z, dtype=float)
    s = 1 / (1 + np.exp(-z))
    return s


@style("sigmoid")
def sigmoid_by_list_comprehension(z):
    values = [1 / (1 + math.exp(-value)) for value in np.ravel(z)]
    return np.array(values).reshape(np.shape(z))


@style("sigmoid")
def sigmoid_by_loop(z):
    z = np.asarray(z)
    s = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        s[index] = 1 / (1 + math.exp(-z[index]))
    return s


@style("sigmoid")
def sigmoid_by_where(z):
    return np.where(z >= 0, 1 / (1 + np.exp(-np.abs(z))), np.exp(-np.abs(z)) / (1 + np.exp(-np.abs(z))))


@style("sigmoid")
def sigmoid_in_place_on_a_copy(z):
    s = np.array(z, dtype=float)
    s *= -1
    np.exp(s, out=s)
    s += 1
    return 1 / s


@style("sigmoid")
def sigmoid_in_single_precision(z):
    z = np.asarray(z, dtype=np.float32)
    return 1 / (1 + np.exp(-z))


@style("sigmoid")
def sigmoid_that_talks(z):
    """Print, assert, warn and write to stderr, all of which are free."""
    s = 1 / (1 + np.exp(-z))
    print("z =", z)
    print("s =", s, file=sys.stderr)
    warnings.warn("the values were not checked", stacklevel=2)
    assert np.all(s > 0)
    return s


@style("sigmoid")
def sigmoid_with_clipping(z):
    return 1 / (1 + np.exp(-np.clip(z, -500, 500)))


@style("sigmoid")
def sigmoid_with_another_name_for_z(x, derivative=False):
    def exponential(t):
        return np.exp(t)

    s = 1 / (1 + exponential(-x))
    return s * (1 - s) if derivative else s


@style("sigmoid", "sigmoid_as_an_object")
@object.__new__
class Sigmoid:
    def __call__(self, z):
        return 1 / (1 + np.exp(-z))


# initialize_with_zeros

style("initialize_with_zeros")(initialize_with_zeros)
style("initialize_with_zeros", "initialize_as_a_lambda")(lambda dim: (np.zeros([dim, 1]), 0))


@style("initialize_with_zeros")
def initialize_with_integer_bias(dim):
    w = np.zeros(shape=(dim, 1))
    b = 0
    return w, b


@style("initialize_with_zeros")
def initialize_with_numpy_bias(dim):
    return np.zeros((dim, 1)), np.float64(0)


@style("initialize_with_zeros")
def initialize_with_bias_of_no_axis(dim):
    return np.zeros((dim, 1)), np.array(0.0)


@style("initialize_with_zeros")
def initialize_with_bias_of_two_axes(dim):
    return np.zeros((dim, 1)), np.zeros((1, 1))


@style("initialize_with_zeros")
def initialize_with_bias_of_one_axis(dim):
    return np.zeros((dim, 1)), np.zeros(1)


@style("initialize_with_zeros")
def initialize_by_full(dim):
    return np.full((dim, 1), 0.0), 0.0


@style("initialize_with_zeros")
def initialize_by_reshape(dim):
    return np.zeros(dim).reshape(-1, 1), 0.0


@style("initialize_with_zeros")
def initialize_by_newaxis(dim):
    return np.zeros(dim)[:, np.newaxis], 0.0


@style("initialize_with_zeros")
def initialize_by_transpose(dim):
    return np.zeros((1, dim)).T, 0.0


@style("initialize_with_zeros")
def initialize_with_integer_zeros(dim):
    return np.zeros((dim, 1), dtype=int), 0


@style("initialize_with_zeros")
def initialize_from_a_list(dim):
    w = np.array([[0.0] for feature in range(dim)])
    return (w, 0.0)


@style("initialize_with_zeros")
def initialize_by_subtraction(dim):
    w = np.ones((dim, 1))
    return w - w, 0.0


@style("initialize_with_zeros")
def initialize_by_random_times_zero(dim):
    return np.random.rand(dim, 1) * 0, 0.0


@style("initialize_with_zeros")
def initialize_with_negative_zero(dim):
    return -np.zeros((dim, 1)), -0.0


@style("initialize_with_zeros")
def initialize_by_while_loop(dim):
    w = np.empty((dim, 1), dtype=np.float32)
    i = 0
    while i < dim:
        w[i, 0] = 0
        i += 1
    return w, float(0)


@style("initialize_with_zeros")
def initialize_with_asserts(dim):
    w = np.zeros((dim, 1))
    b = 0.0
    assert w.shape == (dim, 1)
    assert isinstance(b, (int, float))
    print(w, b)
    return w, b


@style("initialize_with_zeros")
def initialize_as_a_named_tuple(n_x):
    Parameters = namedtuple("Parameters", "w b")
    return Parameters(w=np.zeros((n_x, 1)), b=0.0)


# propagate

style("propagate")(propagate)


@style("propagate")
def propagate_by_operator(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(w.T @ X + b)
    dZ = A - Y
    cost = -(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T) / m
    return {"dw": X @ dZ.T / m, "db": np.sum(dZ, axis=1, keepdims=True) / m}, cost


@style("propagate")
def propagate_by_mean(w, b, X, Y):
    A = sigmoid(np.matmul(w.T, X) + b)
    cost = np.mean(-Y * np.log(A) - (1 - Y) * np.log(1 - A))
    return {"dw": np.mean(X * (A - Y), axis=1, keepdims=True), "db": np.mean(A - Y)}, cost


@style("propagate")
def propagate_by_einsum(w, b, X, Y):
    m = Y.size
    A = sigmoid(np.einsum("ij,im->jm", w, X) + b)
    dw = np.einsum("im,jm->ij", X, A - Y) / m
    db = np.einsum("jm->", A - Y) / m
    cost = -np.einsum("jm,jm->", Y, np.log(A)) / m - np.einsum("jm,jm->", 1 - Y, np.log(1 - A)) / m
    return {"dw": dw, "db": db}, cost


@style("propagate")
def propagate_by_loops(w, b, X, Y):
    n_x, m = X.shape
    J, dw, db = 0.0, np.zeros((n_x, 1)), 0.0
    for i in range(m):
        z = b
        for j in range(n_x):
            z += w[j, 0] * X[j, i]
        a = 1 / (1 + math.exp(-z))
        J += -(Y[0, i] * math.log(a) + (1 - Y[0, i]) * math.log(1 - a))
        dz = a - Y[0, i]
        for j in range(n_x):
            dw[j, 0] += X[j, i] * dz
        db += dz
    return {"dw": dw / m, "db": db / m}, J / m


@style("propagate")
def propagate_by_while_loop(w, b, X, Y):
    examples = list(zip(X.T, Y.T))
    m = len(examples)
    total, dw, db = 0.0, np.zeros_like(w), 0.0
    while examples:
        x, y = examples.pop()
        a = sigmoid(np.dot(w[:, 0], x) + b)
        total -= np.log(a if y else 1 - a).item() if y.size == 1 else 0
        dw += (a - y) * x.reshape(-1, 1)
        db += (a - y).item()
    return {"dw": dw / m, "db": db / m}, total / m


@style("propagate")
def propagate_with_squeezed_cost(w, b, X, Y):
    m = X.shape[1]
    A = sigmoid(np.dot(X.T, w) + b).T
    cost = -1 / m * (np.dot(Y, np.log(A).T) + np.dot(1 - Y, np.log(1 - A).T))
    cost = np.squeeze(cost)
    dw = 1 / m * np.dot(A - Y, X.T).T
    db = 1 / m * np.sum(A - Y)
    assert dw.shape == w.shape
    assert db.dtype == float
    assert cost.shape == ()
    return {"db": db, "dw": dw}, cost


@style("propagate")
def propagate_with_clipped_probabilities(w, b, X, Y):
    m = X.shape[1]
    A = np.clip(sigmoid(np.dot(w.T, X) + b), 1e-15, 1 - 1e-15)
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": float(np.sum(A - Y) / m)}, float(cost)


@style("propagate")
def propagate_with_epsilon(w, b, X, Y):
    m, epsilon = X.shape[1], 1e-8
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.sum(np.multiply(Y, np.log(A + epsilon)) + np.multiply(1 - Y, np.log(1 - A + epsilon))) / m
    return {"dw": np.dot(X, (A - Y).T) / m, "db": np.sum(A - Y) / m}, cost


@style("propagate")
def propagate_by_likelihood(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.log(np.prod(A**Y * (1 - A) ** (1 - Y))) / X.shape[1]
    return dict(dw=np.average(X * (A - Y), axis=1).reshape(w.shape), db=np.average(A - Y)), cost


@style("propagate")
def propagate_by_log_of_the_right_class(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(np.log(np.where(Y == 1, A, 1 - A)))
    grads = OrderedDict()
    grads["db"] = np.mean(A - Y)
    grads["dw"] = np.inner(X, A - Y) / X.shape[1]
    return grads, cost


@style("propagate")
def propagate_from_scores(w, b, X, Y):
    Z = np.dot(w.T, X) + b
    cost = np.mean(np.log1p(np.exp(-Z)) + (1 - Y) * Z)
    A = sigmoid(Z)
    return {"dw": np.tensordot(X, A - Y, axes=(1, 1)) / X.shape[1], "db": (A - Y).mean()}, cost


@style("propagate")
def propagate_with_more_keys(w, b, X, Y):
    grads, cost = propagate(w, b, X, Y)
    return {"A": sigmoid(np.dot(w.T, X) + b), "cost": cost, **grads, "m": X.shape[1]}, cost


@style("propagate")
def propagate_with_default_dictionary(w, b, X, Y):
    grads = defaultdict(float)
    A = sigmoid(np.dot(w.T, X) + b)
    for x, a, y in zip(X.T, A.T, Y.T):
        grads["dw"] = grads["dw"] + x[:, None] * (a - y) / len(X.T)
        grads["db"] += (a - y) / len(X.T)
    return grads, -np.mean(np.log(1 - np.abs(A - Y)))


@style("propagate")
def propagate_in_single_precision(w, b, X, Y):
    w, X, Y = (array.astype(np.float32) for array in (w, X, Y))
    m = np.float32(X.shape[1])
    A = 1 / (1 + np.exp(-(w.T @ X + np.float32(b))))
    cost = -np.sum(Y * np.log(A) + (1 - Y) * np.log(1 - A)) / m
    return {"dw": X @ (A - Y).T / m, "db": np.sum(A - Y) / m}, cost


@style("propagate")
def propagate_with_folded_bias(w, b, X, Y):
    """Use the other notation: theta holds b and w, and x_0 = 1."""
    theta = np.vstack([[[b]], w])
    X1 = np.vstack([np.ones((1, X.shape[1])), X])
    H = sigmoid(theta.T @ X1)
    J = -np.mean(Y * np.log(H) + (1 - Y) * np.log(1 - H))
    slope = X1 @ (H - Y).T / X.shape[1]
    return {"dw": slope[1:], "db": slope[0]}, J


@style("propagate")
def propagate_in_place_on_a_copy(w, b, X, Y):
    A = sigmoid(np.dot(w.T, X) + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    A -= Y
    X = X.copy()
    X *= A
    return {"dw": X.mean(1, keepdims=True), "db": A.mean()}, cost


# optimize

style("optimize")(optimize)
style("optimize", "optimize_by_partial")(functools.partial(optimize, print_cost=True))


@style("optimize")
def optimize_in_place_on_a_copy(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    w = w.copy()
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w -= learning_rate * grads["dw"]
        b -= learning_rate * grads["db"]
        if i % 100 == 0:
            costs += [cost]
    return {"w": w, "b": b}, grads, costs


@style("optimize")
def optimize_by_while_loop(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    i, costs = 0, []
    while i < num_iterations:
        grads, cost = propagate(w, b, X, Y)
        if not i % 100:
            costs.append(cost)
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        i += 1
    return {"w": w, "b": b}, grads, costs


@style("optimize")
def optimize_counting_from_one(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(1, num_iterations + 1):
        grads, cost = propagate(w, b, X, Y)
        w = np.subtract(w, np.multiply(learning_rate, grads["dw"]))
        b = np.subtract(b, np.multiply(learning_rate, grads["db"]))
        if (i - 1) % 100 == 0:
            costs.append(cost)
    return dict(b=b, w=w), dict(db=grads["db"], dw=grads["dw"]), costs


@style("optimize")
def optimize_without_propagate(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    m = X.shape[1]
    costs = []
    for i in range(num_iterations):
        A = 1 / (1 + np.exp(-(w.T @ X + b)))
        dw = X @ (A - Y).T / m
        db = np.sum(A - Y) / m
        if i % 100 == 0:
            costs.append(-np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A)))
        w = w - learning_rate * dw
        b = b - learning_rate * db
    params = {"w": w, "b": b}
    grads = {"dw": dw, "db": db}
    return params, grads, costs


@style("optimize")
def optimize_by_loops(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    n_x, m = X.shape
    weights = [float(value) for value in w[:, 0]]
    costs = []
    for step in range(num_iterations):
        cost, db, dw = 0.0, 0.0, [0.0] * n_x
        for i in range(m):
            z = b + sum(weights[j] * X[j, i] for j in range(n_x))
            a = 1 / (1 + math.exp(-z))
            cost -= math.log(a) if Y[0, i] == 1 else math.log(1 - a)
            db += (a - Y[0, i]) / m
            for j in range(n_x):
                dw[j] += X[j, i] * (a - Y[0, i]) / m
        if step in range(0, num_iterations, 100):
            costs.append(cost / m)
        weights = [weight - learning_rate * slope for weight, slope in zip(weights, dw)]
        b = b - learning_rate * db
    return {"w": np.array([weights]).T, "b": b}, {"dw": np.array([dw]).T, "db": db}, costs


@style("optimize")
def optimize_with_array_bias_and_costs(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    b = np.array([[b]])
    costs = np.array([])
    for i in range(num_iterations):
        A = sigmoid(w.T @ X + b)
        cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
        dw, db = X @ (A - Y).T / X.shape[1], np.mean(A - Y, axis=1, keepdims=True)
        w, b = w - learning_rate * dw, b - learning_rate * db
        costs = np.append(costs, cost) if i % 100 == 0 else costs
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs


@style("optimize")
def optimize_with_costs_of_two_axes(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        A = sigmoid(w.T @ X + b)
        grads = {"dw": X @ (A - Y).T / X.shape[1], "db": np.squeeze(np.mean(A - Y, axis=1))}
        cost = -(Y @ np.log(A).T + (1 - Y) @ np.log(1 - A).T) / X.shape[1]
        w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs


@style("optimize")
def optimize_that_prints(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=True):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        assert cost >= 0, "a cost is positive"
        dw, db = grads["dw"], grads["db"]
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i % 100 == 0:
            costs.append(cost)
            print(f"Cost after iteration {i}: {cost}")
            print("still running", file=sys.stderr)
            warnings.warn("a slow machine", stacklevel=2)
    return {"w": w, "b": b}, {"dw": dw, "db": db}, costs


@style("optimize")
def optimize_with_more_keys(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    params, grads, costs = optimize(w, b, X, Y, num_iterations, learning_rate, print_cost)
    params["learning_rate"] = learning_rate
    return OrderedDict(params), OrderedDict(reversed(grads.items())), tuple(costs)


@style("optimize")
def optimize_with_generator(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    def steps(w, b):
        for _ in range(num_iterations):
            grads, cost = propagate(w, b, X, Y)
            w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
            yield {"w": w, "b": b}, grads, cost

    history = list(steps(w, b))
    params, grads, _ = history[-1]
    return params, grads, [float(cost) for _, _, cost in history[::100]]


@style("optimize")
def optimize_with_every_cost_kept_aside(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    every = {}
    params = {"w": w, "b": b}
    for i in range(num_iterations):
        grads, every[i] = propagate(params["w"], params["b"], X, Y)
        params = {key: params[key] - learning_rate * grads["d" + key] for key in params}
    return params, grads, [cost for i, cost in every.items() if i % 100 == 0]


@style("optimize")
def optimize_with_short_names(w, b, x, y, n=100, alpha=0.009, verbose=False, *rest):
    m = y.shape[1]
    history = []
    for i in range(n):
        p = 1 / (1 + np.exp(-np.sum(w * x, axis=0, keepdims=True) - b))
        g, h = np.sum(x * (p - y), axis=1, keepdims=True) / m, np.sum(p - y) / m
        i % 100 or history.append(np.sum(-y * np.log(p) - (1 - y) * np.log(1 - p)) / m)
        w, b = w - alpha * g, b - alpha * h
    return {"w": w, "b": b}, {"dw": g, "db": h}, history


# predict

style("predict")(predict)
style("predict", "predict_as_a_lambda")(lambda w, b, X: sigmoid(w.T @ X + b) > 0.5)


@style("predict")
def predict_by_loop(w, b, X):
    m = X.shape[1]
    Y_prediction = np.zeros((1, m))
    w = w.reshape(X.shape[0], 1)
    A = sigmoid(np.dot(w.T, X) + b)
    for i in range(A.shape[1]):
        if A[0, i] > 0.5:
            Y_prediction[0, i] = 1
        else:
            Y_prediction[0, i] = 0
    assert Y_prediction.shape == (1, m)
    return Y_prediction


@style("predict")
def predict_with_greater_or_equal(w, b, X):
    return (sigmoid(w.T @ X + b) >= 0.5).astype(int)


@style("predict")
def predict_by_where(w, b, X):
    A = sigmoid(np.matmul(w.T, X) + b)
    return np.where(A > 0.5, 1, 0)


@style("predict")
def predict_by_rounding(w, b, X):
    return np.round(sigmoid(np.dot(w.T, X) + b))


@style("predict")
def predict_from_scores(w, b, X):
    return 1.0 * (np.dot(w.T, X) + b > 0)


@style("predict")
def predict_by_heaviside(w, b, X):
    return np.heaviside(sigmoid(np.einsum("ij,im->jm", w, X) + b) - 0.5, 1)


@style("predict")
def predict_by_list_comprehension(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    return np.array([[1 if a > 0.5 else 0 for a in A[0]]])


@style("predict")
def predict_by_vectorize(w, b, X):
    decide = np.vectorize(lambda a: 1 if a > 0.5 else 0)
    return decide(sigmoid(np.dot(w.T, X) + b))


@style("predict")
def predict_by_masks(w, b, X):
    A = sigmoid(w.T.dot(X) + b)
    A[A > 0.5] = 1
    A[A <= 0.5] = 0
    return A


@style("predict")
def predict_by_floor(w, b, X):
    return np.floor(sigmoid(np.dot(w.T, X) + b) + 0.5)


@style("predict")
def predict_by_while_loop(w, b, X):
    answers, i = [], 0
    while i < len(X[0]):
        answers.append(float(1 / (1 + math.exp(-(sum(w[:, 0] * X[:, i]) + b))) > 0.5))
        i += 1
    return np.array(answers).reshape(1, -1)


@style("predict")
def predict_in_columns_turned_back(w, b, X):
    return ((sigmoid(X.T @ w + b) > 0.5) * 1).T


@style("predict")
def predict_in_single_precision(w, b, X):
    Z = w.T.astype(np.float32) @ X.astype(np.float32) + np.float32(b)
    return (1 / (1 + np.exp(-Z)) > 0.5).astype(np.float32)


@style("predict")
def predict_in_small_integers(w, b, X, threshold=0.5):
    A = sigmoid(np.dot(w.T, X) + b)
    print("probabilities:", A)
    return np.greater(A, threshold).astype(np.uint8)


@style("predict")
def predict_by_argmax(w, b, X):
    A = sigmoid(np.dot(w.T, X) + b)
    return np.argmax(np.vstack([1 - A, A]), axis=0, keepdims=True)


def described(answer):
    @functools.wraps(answer)
    def inner(*arguments, **settings):
        print("called", answer.__name__)
        return answer(*arguments, **settings)

    return inner


@style("predict")
@described
def predict_decorated(w, b, X):
    return np.array(sigmoid(np.dot(w.T, X) + b) > 0.5, dtype="float64")


# model


@style("model")
def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    w, b = initialize_with_zeros(X_train.shape[0])
    parameters, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate, print_cost)
    w = parameters["w"]
    b = parameters["b"]
    Y_prediction_test = predict(w, b, X_test)
    Y_prediction_train = predict(w, b, X_train)
    print(f"train accuracy: {100 - np.mean(np.abs(Y_prediction_train - Y_train)) * 100} %")
    print(f"test accuracy: {100 - np.mean(np.abs(Y_prediction_test - Y_test)) * 100} %")
    return {
        "costs": costs,
        "Y_prediction_test": Y_prediction_test,
        "Y_prediction_train": Y_prediction_train,
        "w": w,
        "b": b,
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }


@style("model")
def model_with_named_arguments(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b = initialize_with_zeros(dim=len(X_train))
    params, _, costs = optimize(
        b=b,
        w=w,
        Y=Y_train,
        X=X_train,
        learning_rate=learning_rate,
        num_iterations=num_iterations,
        print_cost=True,
    )
    return dict(
        num_iterations=num_iterations,
        learning_rate=learning_rate,
        costs=np.array(costs),
        Y_prediction_train=predict(X=X_train, **params),
        Y_prediction_test=predict(X=X_test, **params),
        **params,
    )


@style("model")
def model_starting_from_test_features(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b = initialize_with_zeros(X_test.shape[0])
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    d = {}
    d["w"], d["b"] = params["w"], params["b"]
    d["costs"] = costs
    d["Y_prediction_train"] = predict(d["w"], d["b"], X_train) == 1
    d["Y_prediction_test"] = predict(d["w"], d["b"], X_test) == 1
    d["num_iterations"], d["learning_rate"] = num_iterations, learning_rate
    return d


@style("model")
def model_with_more_keys(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    result = model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate)
    result["train_accuracy"] = np.mean(result["Y_prediction_train"] == Y_train)
    result["test_accuracy"] = np.mean(result["Y_prediction_test"] == Y_test)
    result["name"] = "logistic regression"
    result["started"] = object()
    return result


@style("model")
def model_in_one_piece(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    (n_x, m), costs = X_train.shape, []
    w, b = np.zeros((n_x, 1)), 0
    for i in range(num_iterations):
        A = 1 / (1 + np.exp(-(w.T @ X_train + b)))
        if i % 100 == 0:
            costs.append(-np.sum(Y_train * np.log(A) + (1 - Y_train) * np.log(1 - A)) / m)
        w = w - learning_rate * X_train @ (A - Y_train).T / m
        b = b - learning_rate * np.sum(A - Y_train) / m
    result = {
        "w": w,
        "b": b,
        "costs": costs,
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }
    for part, X in ("train", X_train), ("test", X_test):
        result["Y_prediction_" + part] = (w.T @ X + b > 0).astype(int)
    return result


@style("model")
def model_in_place_on_its_own_arrays(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    w, b, costs = np.zeros((X_train.shape[0], 1)), np.zeros((1, 1)), []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X_train, Y_train)
        w -= learning_rate * grads["dw"]
        b -= learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(np.array([[cost]]))
    return OrderedDict(
        w=w,
        b=b,
        costs=costs,
        learning_rate=np.float64(learning_rate),
        num_iterations=np.int64(num_iterations),
        Y_prediction_train=np.round(sigmoid(w.T @ X_train + b)),
        Y_prediction_test=np.round(sigmoid(w.T @ X_test + b)),
    )


@style("model")
def model_with_an_object(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    class LogisticRegression:
        def fit(self, X, Y):
            start = initialize_with_zeros(X.shape[0])
            self.params, _, self.costs = optimize(*start, X, Y, num_iterations, learning_rate)
            return self

        def predict(self, X):
            return predict(self.params["w"], self.params["b"], X)

    fitted = LogisticRegression().fit(X_train, Y_train)
    return {
        **fitted.params,
        "costs": tuple(fitted.costs),
        "Y_prediction_test": fitted.predict(X_test),
        "Y_prediction_train": fitted.predict(X_train),
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }


@style("model")
def model_with_a_namespace(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    s = SimpleNamespace(num_iterations=num_iterations, learning_rate=learning_rate)
    w, b = np.zeros((X_train.shape[0], 1), dtype=int), 0
    params, grads, s.costs = optimize(w, b, X_train, Y_train, s.num_iterations, s.learning_rate)
    s.w, s.b = params.values()
    s.Y_prediction_train, s.Y_prediction_test = (predict(s.w, s.b, X) for X in (X_train, X_test))
    return vars(s)


@style("model")
def model_predicting_both_at_once(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    X = np.concatenate([X_train, X_test], axis=1)
    w, b = initialize_with_zeros(X.shape[0])
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    train, test = np.split(predict(params["w"], params["b"], X), [X_train.shape[1]], axis=1)
    return {
        "Y_prediction_train": train,
        "Y_prediction_test": test,
        "costs": costs,
        "w": params["w"],
        "b": params["b"],
        "learning_rate": learning_rate,
        "num_iterations": num_iterations,
    }


@style("model")
def model_with_epsilon(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    def cost_of(A):
        return -np.mean(Y_train * np.log(A + 1e-8) + (1 - Y_train) * np.log(1 - A + 1e-8))

    w, b = initialize_with_zeros(X_train.shape[0])
    costs = defaultdict(float)
    for i in range(num_iterations):
        A = sigmoid(w.T @ X_train + b)
        costs[i] = cost_of(A)
        w, b = (
            w - learning_rate * np.mean(X_train * (A - Y_train), 1, keepdims=True),
            b - learning_rate * np.mean(A - Y_train),
        )
    return {
        "costs": [costs[i] for i in range(0, num_iterations, 100)],
        "Y_prediction_test": predict(w, b, X_test).astype(bool),
        "Y_prediction_train": predict(w, b, X_train).astype(bool),
        "w": w,
        "b": b,
        "learning_rate": learning_rate,
        "num_iterations": float(num_iterations),
    }


@style("model")
def model_by_loops(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    def probability(weights, bias, x):
        return 1 / (1 + math.exp(-bias - sum(weight * value for weight, value in zip(weights, x))))

    examples = [(list(map(float, x)), int(y)) for x, y in zip(X_train.T, Y_train[0])]
    weights, bias, costs = [0.0] * X_train.shape[0], 0.0, []
    for step in range(num_iterations):
        errors = [probability(weights, bias, x) - y for x, y in examples]
        if step % 100 == 0:
            costs.append(-sum(math.log(1 - abs(error)) for error in errors) / len(errors))
        rate = learning_rate / len(errors)
        slopes = [sum(e * x[j] for e, (x, _) in zip(errors, examples)) for j in range(len(weights))]
        weights = [weight - rate * slope for weight, slope in zip(weights, slopes)]
        bias -= rate * sum(errors)
    result = {"w": np.array(weights)[:, None], "b": bias, "costs": costs}
    result |= {"learning_rate": learning_rate, "num_iterations": num_iterations}
    for part, X in {"train": X_train, "test": X_test}.items():
        result[f"Y_prediction_{part}"] = np.array([[probability(weights, bias, x) > 0.5 for x in X.T]])
    return result


style("model", "model_by_partial")(functools.partial(model, print_cost=True))


@style("model")
@described
def model_decorated(*data_and_settings, print_cost=False):
    X_train, Y_train, X_test, Y_test, *settings = data_and_settings
    num_iterations, learning_rate = settings or (2000, 0.005)
    return model(X_train, Y_train, X_test, Y_test, num_iterations, learning_rate)


STYLES = dict(style)
