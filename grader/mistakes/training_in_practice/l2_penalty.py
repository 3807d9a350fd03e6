"""Known mistakes in `l2_penalty`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "l2_penalty",
    says="dW lacks the factor 2",
    hint="Move one weight a little: the slope of its square is twice the weight.",
)
def l2_slope_without_two(W, lambd):
    return lambd * np.sum(W**2), lambd * W


@mistake(
    "l2_penalty",
    says="cost and dW are both half as large: with lambda/2, as some books have it",
    hint="There are both habits; the formula above the cell has lambda alone in front of the sum.",
)
def l2_half(W, lambd):
    return lambd / 2 * np.sum(W**2), lambd * W


@mistake(
    "l2_penalty",
    says="the cost is half as large, and dW is not",
    hint="dW must be the slope of your cost: compare both with the formula above the cell.",
)
def l2_half_cost(W, lambd):
    return lambd / 2 * np.sum(W**2), 2 * lambd * W


@mistake(
    "l2_penalty",
    says="the cost lacks lambda",
    hint="With lambda = 0 the weights cost nothing: what do they cost in your line?",
)
def l2_cost_without_lambda(W, lambd):
    return np.sum(W**2), 2 * lambd * W


@mistake(
    "l2_penalty",
    says="dW lacks lambda",
    hint="With lambda = 0 nothing pulls at the weights: what does in your line?",
)
def l2_slope_without_lambda(W, lambd):
    return lambd * np.sum(W**2), 2 * W


@mistake(
    "l2_penalty",
    says="W is multiplied with itself as a matrix",
    hint="Each weight is squared by itself: entry by entry, and then summed.",
)
def l2_matrix_product(W, lambd):
    return lambd * np.sum(np.dot(W.T, W)), 2 * lambd * W


@mistake(
    "l2_penalty",
    says="the weights are summed before they are squared",
    hint="Weights of either sign must not cancel: first the squares, then the sum.",
)
def l2_square_of_sum(W, lambd):
    return lambd * np.sum(W) ** 2, 2 * lambd * W


@mistake(
    "l2_penalty",
    says="the cost is the root of the sum of squares",
    hint="`np.linalg.norm` takes a root at the end; the formula above the cell has none.",
)
def l2_root(W, lambd):
    return lambd * np.linalg.norm(W), 2 * lambd * W


@mistake(
    "l2_penalty",
    says="the cost is the mean of the squares, and not their sum",
    hint="The big sigma of the formula stands alone: nothing is divided by a number of weights.",
)
def l2_mean(W, lambd):
    return lambd * np.mean(W**2), 2 * lambd * W


@mistake(
    "l2_penalty",
    says="the cost sums sizes, as L1 does, and not squares",
    hint="The 2 of L2 is the power: where is it in your cost?",
)
def l2_sizes(W, lambd):
    return lambd * np.sum(np.abs(W)), 2 * lambd * W


@mistake(
    "l2_penalty",
    says="cost and dW are those of L1",
    hint="L2 is made of squares, and its pull grows with the weight.",
)
def l2_as_l1(W, lambd):
    return lambd * np.sum(np.abs(W)), lambd * np.sign(W)


@mistake(
    "l2_penalty",
    says="dW is negative: it points downhill",
    hint="A gradient points uphill; the minus comes with the step.",
)
def l2_slope_negative(W, lambd):
    return lambd * np.sum(W**2), -2 * lambd * W


@mistake(
    "l2_penalty",
    says="dW is summed to one number",
    hint="Every weight has a slope of its own: dW has the shape of W.",
)
def l2_slope_summed(W, lambd):
    return lambd * np.sum(W**2), 2 * lambd * np.sum(W)


@mistake(
    "l2_penalty",
    says="the cost is not summed",
    hint="The cost is one number: what does the big sigma of the formula ask for?",
)
def l2_not_summed(W, lambd):
    return lambd * W**2, 2 * lambd * W
