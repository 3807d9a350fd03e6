"""Lesson 06 stands on functions that students bring along: in a real sandbox, a wrong one is named in one sentence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import nbformat
import pytest
from nbformat import NotebookNode

from grader import grade
from grader.course import ROOT
from grader.grade import Mark
from grader.lessons import LESSONS
from grader.notebooks import read_notebook, rebuild
from grader.sandbox import Runner, open_runner, why_not_isolated
from helpers.check import Check
from helpers.panel import Panel
from helpers.records import Outcome

NAME = "06-deep-application"
LESSON = LESSONS[NAME]
SOURCE = read_notebook(ROOT / "notebooks" / NAME / f"{NAME}.ipynb")
BLOCKS = "building-blocks"


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    with open_runner(why_not_isolated() is None) as opened:
        yield opened


def marks(runner: Runner, change: Callable[[NotebookNode], None]) -> dict[str, Mark]:
    """Hand in the solved notebook with a change, and grade it."""
    handed_in = deepcopy(SOURCE)
    change(handed_in)
    with runner.session() as session:
        found = grade.grade_notebook(LESSON, rebuild(SOURCE, handed_in), session, seed=3)
    return {mark.exercise: mark for mark in found}


def cell(nb: NotebookNode, ident: str) -> NotebookNode:
    return next(cell for cell in nb.cells if cell.id == ident)


def with_blocks(change: Callable[[str], str]) -> Callable[[NotebookNode], None]:
    def edit(nb: NotebookNode) -> None:
        cell(nb, BLOCKS).source = change(cell(nb, BLOCKS).source)

    return edit


def in_cells_of_their_own(nb: NotebookNode) -> None:
    """JupyterLab copies cells with their metadata: ids, locks and points of lesson 05 come along, checks too."""
    at = nb.cells.index(cell(nb, BLOCKS))
    sources = nb.cells.pop(at).source.split("\n\n\n")
    for source in reversed(sources):
        name = source.rpartition("def ")[2].partition("(")[0]
        test = nbformat.v4.new_code_cell(f"check({name})")
        test.metadata.nbgrader = {"grade": True, "grade_id": f"{name}-check", "locked": True, "solution": False}
        block = nbformat.v4.new_code_cell(source)
        block.metadata.nbgrader = {"grade": False, "grade_id": name, "locked": False, "solution": True}
        nb.cells[at:at] = [block, test]


def without_blocks(nb: NotebookNode) -> None:
    """A right training that needs no block, beside the cell as it was handed out."""
    cell(nb, BLOCKS).source = 'raise NotImplementedError("building-blocks is not written yet")'
    cell(nb, "two_layer_model").source = WRITTEN_OUT
    cell(nb, "predict").source = "def predict(X, parameters):\n    return np.zeros((1, X.shape[1]))"


WRITTEN_OUT = """
def two_layer_model(X, Y, layers_dims, learning_rate=0.0075, num_iterations=3000, print_cost=False):
    n_x, n_h, n_y = layers_dims
    W1, b1 = np.random.randn(n_h, n_x) * 0.01, np.zeros((n_h, 1))
    W2, b2 = np.random.randn(n_y, n_h) * 0.01, np.zeros((n_y, 1))
    m, costs = X.shape[1], []
    for i in range(num_iterations):
        A1 = np.maximum(W1 @ X + b1, 0)
        A2 = 1 / (1 + np.exp(-(W2 @ A1 + b2)))
        if i % 100 == 0:
            costs.append(-np.mean(np.log(np.where(Y == 1, A2, 1 - A2))))
        dZ2 = (A2 - Y) / m
        dZ1 = W2.T @ dZ2 * (A1 > 0)
        W1, b1 = W1 - learning_rate * dZ1 @ X.T, b1 - learning_rate * dZ1.sum(axis=1, keepdims=True)
        W2, b2 = W2 - learning_rate * dZ2 @ A1.T, b2 - learning_rate * dZ2.sum(axis=1, keepdims=True)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}, costs
"""

STUB = with_blocks(lambda _: 'raise NotImplementedError("building-blocks is not written yet")')
WITHOUT_MEAN = with_blocks(lambda text: text.replace("dW = dZ @ A_prev.T / m", "dW = dZ @ A_prev.T"))
TURNED = with_blocks(lambda text: text.replace("dA_prev = W.T @ dZ", "dA_prev = W @ dZ"))
SYNTAX = with_blocks(lambda text: text + "\n    return return\n")


def test_blocks_may_come_in_cells_of_their_own(runner: Runner) -> None:
    found = marks(runner, in_cells_of_their_own)

    assert LESSON.points == sum(mark.points or 0 for mark in found.values())


@pytest.mark.parametrize(
    ("change", "given"),
    [
        (STUB, "a missing `initialize_parameters`"),
        (WITHOUT_MEAN, "a wrong `linear_backward`"),
        (TURNED, "a wrong `linear_backward`"),
        (SYNTAX, "a missing `initialize_parameters`"),
    ],
)
def test_a_wrong_block_is_named_where_it_was_needed(
    runner: Runner, change: Callable[[NotebookNode], None], given: str
) -> None:
    verdict = marks(runner, change)["two_layer_model"].verdict

    assert Outcome.BLOCKED is verdict.outcome
    assert f"your `two_layer_model` is right: it was given {given}" in repr(Panel(verdict))
    assert "Traceback" not in repr(Panel(verdict))


def test_the_students_own_check_names_the_block_too() -> None:
    nb = deepcopy(SOURCE)
    WITHOUT_MEAN(nb)
    namespace: dict[str, Any] = {}
    exec("import numpy as np\nfrom helpers.activations import *\nfrom helpers.training import Steps", namespace)
    for ident in (BLOCKS, "two_layer_model"):
        exec(cell(nb, ident).source, namespace)

    verdict = Check(NAME).verdict("two_layer_model", namespace["two_layer_model"], namespace)

    assert Outcome.BLOCKED is verdict.outcome
    assert "it calls your `linear_backward`, which is not right yet" in repr(Panel(verdict))


def test_what_needs_no_block_is_judged_by_itself(runner: Runner) -> None:
    found = marks(runner, without_blocks)

    assert found["two_layer_model"].verdict.passed
    assert Outcome.WRONG is found["predict"].verdict.outcome  # it calls no block: none is to blame
    assert Outcome.BLOCKED is found["L_layer_model"].verdict.outcome
