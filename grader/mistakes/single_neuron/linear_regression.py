"""Known mistakes in `linear_regression`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue
from grader.mistakes.single_neuron.right import compute_cost, gradients

mistake = Catalogue()


@mistake(
    "linear_regression",
    says="the steps go uphill: plus where a minus belongs",
    hint="The gradient points up: look at the sign in front of the learning rate.",
)
def regression_uphill(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w + learning_rate * dw
        b = b + learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="the learning rate is not used",
    hint="How long a step is depends on alpha: what is the gradient multiplied with?",
)
def regression_without_rate(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - dw
        b = b - db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="the learning rate is written as the number 0.01",
    hint="It is an argument: use its name.",
)
def regression_fixed_rate(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - 0.01 * dw
        b = b - 0.01 * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="lambd is not handed on to gradients",
    hint="Without it the cost has a penalty, and the steps know nothing of it.",
)
def regression_gradients_without_lambd(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="lambd is not handed on to compute_cost",
    hint="The steps go down a cost with a penalty, and another one is written down: look at both calls.",
)
def regression_cost_without_lambd(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="the tolerance is not used: it always takes all iterations",
    hint="Where the cost hardly changes any more, the loop is left: which statement leaves a loop?",
)
def regression_without_tolerance(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
    return w, b, costs


@mistake(
    "linear_regression",
    says="the cost itself is compared with the tolerance, not its change",
    hint="A good fit may still have a cost far above zero: what matters is how the last two costs differ.",
)
def regression_cost_below_tolerance(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if costs[-1] < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="the loop ends where the change is larger than the tolerance: the comparison is turned round",
    hint="Large changes at the beginning are a reason to go on.",
)
def regression_turned_round(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) > tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="a rising cost ends the loop: the change is compared without its absolute value",
    hint="A rise is a negative fall, which is smaller than any tolerance: how is the sign taken away?",
)
def regression_without_abs(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if costs[-2] - costs[-1] < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="the costs are those before each step, so that the first one stands there twice",
    hint="The cost where it began is in the list already: which w and b does the next one belong to?",
)
def regression_costs_before_step(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        costs.append(compute_cost(w, b, X, Y, lambd))
        w = w - learning_rate * dw
        b = b - learning_rate * db
        if i > 0 and abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="the costs after the steps are not written down",
    hint="The list begins with one cost: each step adds the one where it arrived.",
)
def regression_without_costs(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    before = costs[0]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        cost = compute_cost(w, b, X, Y, lambd)
        if abs(before - cost) < tolerance:
            break
        before = cost
    return w, b, costs


@mistake(
    "linear_regression",
    says="b is never moved",
    hint="Two parameters are learned: a step has two lines.",
)
def regression_without_b(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="w is never moved",
    hint="Two parameters are learned: a step has two lines.",
)
def regression_without_w(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="every step takes the gradients of the start: they are not computed anew",
    hint="After a step the slope is another one: does the call of `gradients` get the new w and b?",
)
def regression_stale_gradients(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    dw, db = gradients(w, b, X, Y, lambd)
    for i in range(max_iterations):
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs


@mistake(
    "linear_regression",
    says="the loop ends after its first step, as `return` stands inside it",
    hint="Python leaves a function at the first `return`: compare its indentation with that of `for`.",
)
def regression_returns_early(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        return w, b, costs
