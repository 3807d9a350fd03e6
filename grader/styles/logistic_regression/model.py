"""Right answers to `model` in other styles."""

from __future__ import annotations

import functools
import math
from collections import OrderedDict, defaultdict
from types import SimpleNamespace

import numpy as np

from grader.styles import Gallery
from grader.styles.logistic_regression.right import (
    described,
    initialize_with_zeros,
    optimize,
    predict,
    propagate,
    sigmoid,
)

style = Gallery()


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
