"""Known mistakes in `model`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.logistic_regression.right import optimize, predict

mistake = Catalogue()


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
    says="costs is a list of the last cost only",
    hint="After more than 100 steps `optimize` has recorded several costs: hand its list on as it is.",
)
def model_list_of_last_cost(
    X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False
):
    params, grads, costs = trained(X_train, Y_train, num_iterations, learning_rate)
    return summary(params, costs[-1:], X_train, X_test, num_iterations, learning_rate)


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
