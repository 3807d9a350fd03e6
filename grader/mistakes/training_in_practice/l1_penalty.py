"""Known mistakes in `l1_penalty`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


def cost_of(W, lambd):
    return lambd * np.sum(np.abs(W))


@mistake(
    "l1_penalty",
    says="the sizes are missing: weights of either sign cancel",
    hint="|w| is positive on both sides of zero: which NumPy function is that?",
)
def l1_without_sizes(W, lambd):
    return lambd * np.sum(W), lambd * np.sign(W)


@mistake(
    "l1_penalty",
    says="the size is that of the sum, and not the sum of the sizes",
    hint="Weights of either sign must not cancel: first the sizes, then the sum.",
)
def l1_size_of_sum(W, lambd):
    return lambd * np.abs(np.sum(W)), lambd * np.sign(W)


@mistake(
    "l1_penalty",
    says="the cost lacks lambda",
    hint="With lambda = 0 the weights cost nothing: what do they cost in your line?",
)
def l1_cost_without_lambda(W, lambd):
    return np.sum(np.abs(W)), lambd * np.sign(W)


@mistake(
    "l1_penalty",
    says="dW lacks lambda",
    hint="With lambda = 0 nothing pulls at the weights: what does in your line?",
)
def l1_slope_without_lambda(W, lambd):
    return cost_of(W, lambd), np.sign(W)


@mistake(
    "l1_penalty",
    says="dW grows with the weight, as that of L2 does",
    hint="The slope of |w| is the same however large w is: draw it.",
)
def l1_slope_of_l2(W, lambd):
    return cost_of(W, lambd), 2 * lambd * W


@mistake(
    "l1_penalty",
    says="dW is lambda times W",
    hint="The slope of |w| is the same however large w is: draw it.",
)
def l1_slope_of_weight(W, lambd):
    return cost_of(W, lambd), lambd * W


@mistake(
    "l1_penalty",
    says="dW is lambda times the size of W",
    hint="The slope of |w| is negative to the left of zero, and never larger than 1.",
)
def l1_slope_of_size(W, lambd):
    return cost_of(W, lambd), lambd * np.abs(W)


@mistake(
    "l1_penalty",
    says="dW is lambda everywhere, also for negative weights",
    hint="To the left of zero |w| falls as w grows: which sign has its slope there?",
)
def l1_slope_always_up(W, lambd):
    return cost_of(W, lambd), lambd * np.ones_like(W)


@mistake(
    "l1_penalty",
    says="dW is 0 for negative weights, as the slope of relu is",
    hint="To the left of zero |w| falls as w grows: which sign has its slope there?",
)
def l1_slope_of_relu(W, lambd):
    return cost_of(W, lambd), lambd * (W > 0)


@mistake(
    "l1_penalty",
    says="a weight that is exactly 0 has the slope -lambda",
    hint="At zero neither side wins: the slope there is 0, by agreement.",
)
def l1_zero_counts_as_negative(W, lambd):
    return cost_of(W, lambd), lambd * np.where(W > 0, 1, -1)


@mistake(
    "l1_penalty",
    says="a weight that is exactly 0 has the slope lambda",
    hint="At zero neither side wins: the slope there is 0, by agreement.",
)
def l1_zero_counts_as_positive(W, lambd):
    return cost_of(W, lambd), lambd * np.where(W < 0, -1, 1)


@mistake(
    "l1_penalty",
    says="a weight that is exactly 0 is divided by itself",
    hint="0/0 is no number: NumPy has a function for the sign, which knows zero.",
)
def l1_zero_over_zero(W, lambd):
    return cost_of(W, lambd), lambd * W / np.abs(W)


@mistake(
    "l1_penalty",
    says="the cost sums squares, as L2 does",
    hint="The 1 of L1 is the power: sizes, not squares.",
)
def l1_squares(W, lambd):
    return lambd * np.sum(W**2), lambd * np.sign(W)


@mistake(
    "l1_penalty",
    says="cost and dW are those of L2",
    hint="L1 is made of sizes, and pulls equally hard at every weight.",
)
def l1_as_l2(W, lambd):
    return lambd * np.sum(W**2), 2 * lambd * W


@mistake(
    "l1_penalty",
    says="dW is negative: it points downhill",
    hint="A gradient points uphill; the minus comes with the step.",
)
def l1_slope_negative(W, lambd):
    return cost_of(W, lambd), -lambd * np.sign(W)


@mistake(
    "l1_penalty",
    says="the cost is the mean of the sizes, and not their sum",
    hint="The big sigma of the formula stands alone: nothing is divided by a number of weights.",
)
def l1_mean(W, lambd):
    return lambd * np.mean(np.abs(W)), lambd * np.sign(W)


@mistake(
    "l1_penalty",
    says="the cost is the largest sum of sizes in a column, as `np.linalg.norm` has it",
    hint="The 1-norm of a matrix is something else: here all sizes are summed.",
)
def l1_matrix_norm(W, lambd):
    return lambd * np.linalg.norm(W, 1), lambd * np.sign(W)


@mistake(
    "l1_penalty",
    says="the cost is not summed",
    hint="The cost is one number: what does the big sigma of the formula ask for?",
)
def l1_not_summed(W, lambd):
    return lambd * np.abs(W), lambd * np.sign(W)
