"""Known mistakes in one step of `optimize`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.logistic_regression.right import propagate

mistake = Catalogue()


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
