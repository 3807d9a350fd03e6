"""Training the two networks of lesson 06 on our cats: the reference beside what a user would run instead.

    python benchmarks/training.py [--steps 100] [--rounds 5]

Each round runs all four one after another, beginning with another one from round to round; the table shows the median,
and the median of the ratios within a round.
"""

from __future__ import annotations

import argparse
import statistics
import time
import warnings
from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.neural_network import MLPClassifier

from helpers.data import load_cats
from helpers.reference import deep_application, deep_network

NETWORKS = ((12288, 7, 1), (12288, 20, 7, 5, 1))
RATE = 0.0075
SEED = 1

Run = Callable[[np.ndarray, np.ndarray, Sequence[int], int], object]


def reference(X: np.ndarray, Y: np.ndarray, dims: Sequence[int], steps: int) -> object:
    """The course's own right answer."""
    return deep_application.L_layer_model(X, Y, list(dims), RATE, steps)


def straightforward(X: np.ndarray, Y: np.ndarray, dims: Sequence[int], steps: int) -> object:
    """The published formulas through the blocks of lesson 05, as a student writes it: every gradient, every cost."""
    parameters = deep_network.initialize_parameters_deep(list(dims))
    costs = []
    for i in range(steps):
        AL, caches = deep_network.L_model_forward(X, parameters)
        cost = deep_network.compute_cost(AL, Y)
        grads = deep_network.L_model_backward(AL, Y, caches)
        parameters = deep_network.update_parameters(parameters, grads, RATE)
        if i % 100 == 0:
            costs.append(cost)
    return parameters, costs


def scikit_learn(X: np.ndarray, Y: np.ndarray, dims: Sequence[int], steps: int) -> object:
    """As many full-batch steps of the same network, without momentum or penalty."""
    network = MLPClassifier(
        hidden_layer_sizes=dims[1:-1],
        solver="sgd",
        momentum=0,
        alpha=0,
        batch_size=X.shape[1],
        learning_rate_init=RATE,
        max_iter=steps,
        n_iter_no_change=steps + 1,
        shuffle=False,
        random_state=SEED,
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # the steps are counted on purpose
        network.fit(X.T, Y[0])
    assert network.n_iter_ == steps
    return network


def bare_products(X: np.ndarray, Y: np.ndarray, dims: Sequence[int], steps: int) -> object:
    """Nothing but the matrix products that every step needs: W A_prev, dZ A_prev.T, and W.T dZ for layers 2 to L."""
    rng = np.random.default_rng(SEED)
    W = [rng.normal(size=(n, n_prev)) for n_prev, n in pairwise(dims)]
    A = [X, *(rng.normal(size=(n, X.shape[1])) for n in dims[1:])]
    for _ in range(steps):
        for l in range(len(W)):
            W[l] @ A[l]
        for l in reversed(range(len(W))):
            A[l + 1] @ A[l].T
            if l:
                W[l].T @ A[l + 1]
    return W


RUNS: dict[str, Run] = {
    "reference": reference,
    "(a) published formulas, block by block": straightforward,
    "(b) scikit-learn's MLPClassifier": scikit_learn,
    "(c) the bare matrix products": bare_products,
}


def one_round(X: np.ndarray, Y: np.ndarray, dims: Sequence[int], steps: int, first: int) -> dict[str, float]:
    """Return the milliseconds a step of every run, beginning with the run number `first`."""
    names = list(RUNS)
    spent = {}
    for name in names[first:] + names[:first]:
        np.random.seed(SEED)  # noqa: NPY002 - the reference draws as published
        start = time.perf_counter()
        RUNS[name](X, Y, dims, steps)
        spent[name] = 1000 * (time.perf_counter() - start) / steps
    return spent


def report(dims: Sequence[int], rounds: list[dict[str, float]]) -> None:
    """Print the table of one network."""
    print(f"\n## {dims}\n\n| | ms a step | reference's time, as a share of it |\n|---|---:|---:|")
    for name in RUNS:
        share = statistics.median(one["reference"] / one[name] for one in rounds)
        print(f"| {name} | {statistics.median(one[name] for one in rounds):.2f} | {share:.2f} |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    pictures, Y, _, _, _ = load_cats()
    X = pictures.reshape(len(pictures), -1).T / 255  # (12288, 209)
    print(f"{arguments.rounds} rounds of {arguments.steps} steps; goals: below 1 for (a) and (b), at most 1.3 for (c)")
    for dims in NETWORKS:
        report(dims, [one_round(X, Y, dims, arguments.steps, i % len(RUNS)) for i in range(arguments.rounds)])


if __name__ == "__main__":
    main()
