"""Known mistakes in the loop of `optimize`: its length, its costs, what it returns."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.logistic_regression.right import optimize, propagate

mistake = Catalogue()


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
