"""Follow-through marks: what fails only because an earlier exercise is wrong passes with the reference in its place."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from functools import cache

import nbformat
import pytest
from nbgrader.utils import determine_grade
from support import LESSON

from grader.course import ROOT
from grader.exercise import Exercise, Lesson
from grader.grade import Mark, grade_notebook
from grader.lessons import LESSONS
from grader.notebooks import CHECK, read_notebook, rebuild
from grader.policy import STRICT, Policy
from grader.sandbox import Limits, Runner, open_runner, why_not_isolated
from helpers.messages import render
from helpers.records import Outcome

HIDDEN_LAYER = "03-one-hidden-layer"
SEED = 20
HALF = Policy(0.5)
Answers = dict[str, str]

SIGMOID = "def sigmoid(z): return 1 / (1 + np.exp(z))"
PROPAGATE = "def propagate(w, b, X, Y): return None"
ZEROS = "def initialize_with_zeros(dim): return np.ones((dim, 1)), 1.0"
FORWARD = "def forward_propagation(X, parameters): return X, {}"
DRAW = "def initialize_parameters(n_x, n_h, n_y): return {}"
UPHILL = """
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w, b = w + learning_rate * grads["dw"], b + learning_rate * grads["db"]
        if i % 100 == 0:
            costs.append(cost)
    return {"w": w, "b": b}, grads, costs
"""


@pytest.fixture(scope="module")
def runner() -> Iterator[Runner]:
    with open_runner(why_not_isolated() is None, Limits(call_seconds=2)) as runner:  # an endless loop need not take 10
        yield runner


@pytest.fixture(scope="module")
def impatient() -> Iterator[Runner]:
    limits = Limits(call_seconds=1, stand_in_seconds=2, grace_seconds=0.5, stand_in_calls=50)
    with open_runner(why_not_isolated() is None, limits) as runner:
        yield runner


@cache
def solved(lesson: str) -> nbformat.NotebookNode:
    """The solved notebook without the cells that only show something."""
    nb = read_notebook(ROOT / "notebooks" / lesson / f"{lesson}.ipynb")
    nb.cells = [cell for cell in nb.cells if cell.cell_type == "code" and not set(cell.metadata.get("tags", []))]
    return nb


def graded(
    runner: Runner, answers: Answers, lesson: str = LESSON, policy: Policy = HALF
) -> tuple[dict[str, Mark], nbformat.NotebookNode]:
    """Grade the solved notebook with other answers in some cells."""
    submitted = deepcopy(solved(lesson))
    for cell in submitted.cells:
        cell.source = answers.get(cell.id, cell.source)
    nb = rebuild(deepcopy(solved(lesson)), submitted)
    with runner.session() as session:
        marks = grade_notebook(LESSONS[lesson], nb, session, SEED, policy)
    nbformat.validate(nb)
    return {mark.exercise: mark for mark in marks}, nb


def untimed(marks: dict[str, Mark]) -> list[Mark]:
    return [replace(mark, seconds=None) for mark in marks.values()]


def followed(marks: dict[str, Mark]) -> list[str]:
    return [name for name, mark in marks.items() if mark.followed is not None and mark.followed.passed]


def came(mark: Mark) -> str:
    assert mark.verdict.finding is not None
    return render(mark.verdict.finding).came


# ---------------------------------------------------------------- chains


def test_a_chain_of_five_follows_its_wrong_first(runner):
    marks, nb = graded(runner, {"sigmoid": SIGMOID})
    chain = ["propagate", "optimize", "predict", "model"]

    assert chain == followed(marks)
    assert {Outcome.BLOCKED} == {marks[name].verdict.outcome for name in chain}
    assert (Outcome.WRONG, None) == (marks["sigmoid"].verdict.outcome, marks["sigmoid"].followed)
    assert [0, 10, 10, 10, 10, 10] == [mark.points for mark in marks.values()]
    assert "your `model` is right: it was given a wrong `sigmoid`" == came(marks["model"])
    assert [0, 10, 10, 10, 10, 10] == nbgraders_scores(nb, marks)


def nbgraders_scores(nb: nbformat.NotebookNode, marks: dict[str, Mark]) -> list[float]:
    cells = {cell.metadata.nbgrader.grade_id: cell for cell in nb.cells if "nbgrader" in cell.metadata}
    return [determine_grade(cells[name + CHECK])[0] for name in marks]


def test_a_chain_follows_a_draw_and_a_network_that_are_wrong(runner):
    answers = {"initialize_parameters": DRAW, "forward_propagation": FORWARD}
    marks, _ = graded(runner, answers, HIDDEN_LAYER)
    given = "it was given a wrong `initialize_parameters` and a wrong `forward_propagation`"

    assert ["nn_model", "predict"] == followed(marks)
    assert [5, 0, 0, 10, 20, 10, 10, 5] == [mark.points for mark in marks.values()]
    assert f"your `nn_model` is right: {given}" == came(marks["nn_model"])
    assert "your `predict` is right: it was given a wrong `forward_propagation`" == came(marks["predict"])
    assert {SEED} == {mark.seed for mark in marks.values()}
    again, _ = graded(runner, answers, HIDDEN_LAYER)
    assert untimed(marks) == untimed(again)  # the seed draws it all again


def test_the_way_back_through_many_layers_is_right_though_one_layer_is_not(runner):
    marks, _ = graded(runner, {"linear_backward": "def linear_backward(dZ, cache): return dZ"}, "05-deep-network")

    assert ["linear_activation_backward", "L_model_backward"] == followed(marks)
    assert "your `L_model_backward` is right: it was given a wrong `linear_backward`" == came(marks["L_model_backward"])


def test_functions_of_an_earlier_lesson_are_followed_too(runner):
    """Students bring them along; they earn nothing here, and nothing may be lost for them twice."""
    lesson = "06-deep-application"
    blocks = next(cell.source for cell in solved(lesson).cells if cell.id == "building-blocks")
    wrong = "\ndef linear_forward(A, W, b): return A, (A, W, b)"
    marks, _ = graded(runner, {"building-blocks": blocks + wrong}, lesson)

    assert ["two_layer_model", "predict", "L_layer_model"] == list(marks) == followed(marks)
    assert "your `predict` is right: it was given a wrong `linear_forward`" == came(marks["predict"])
    assert [20, 10, 20] == [mark.points for mark in marks.values()]


def test_the_blame_goes_to_what_is_wrong_itself(runner):
    """optimize calls propagate, which is right but for the sigmoid; both are replaced, one is to be mended."""
    marks, _ = graded(runner, {"sigmoid": SIGMOID, "model": "def model(*all): return None"})

    assert ["propagate", "optimize", "predict"] == followed(marks)
    assert "your `optimize` is right: it was given a wrong `sigmoid`" == came(marks["optimize"])


def test_a_mistake_in_the_middle_is_named_behind_a_wrong_first(runner):
    marks, nb = graded(runner, {"sigmoid": SIGMOID, "optimize": UPHILL}, policy=Policy(1))
    optimize = marks["optimize"]

    assert ["propagate", "predict", "model"] == followed(marks)
    assert (0, Outcome.BLOCKED, Outcome.WRONG) == (optimize.points, optimize.verdict.outcome, optimize.followed.outcome)
    assert optimize.verdict.mistake == optimize.followed.mistake != ""
    assert came(optimize).startswith("it was given a wrong `sigmoid`; and even with that put right, ")
    assert "it was given a wrong `sigmoid` and a wrong `optimize`" in came(marks["model"])
    assert [0, 10, 20, 0, 20, 20] == [mark.points for mark in marks.values()] == nbgraders_scores(nb, marks)


@pytest.mark.parametrize(
    ("propagate", "given"),
    [
        ("def propagate(w, b, X, Y): raise NotImplementedError('propagate')", "an unwritten `propagate`"),
        ("1 / 0\ndef propagate(): pass", "a missing `propagate`"),
        ("import os; os._exit(1)", "a missing `propagate`"),
        ("def propagate(w, b, X, Y):\n    while True: pass", "a wrong `propagate`"),
        ("propagate = 3", "a missing `propagate`"),
    ],
)
def test_whatever_is_wrong_with_the_earlier_one(runner, propagate, given):
    marks, _ = graded(runner, {"propagate": propagate}, policy=STRICT)

    assert ["optimize", "model"] == followed(marks)
    assert f"your `optimize` is right: it was given {given}" == came(marks["optimize"])
    assert [10, 10, 0, 0, 20, 0] == [mark.points for mark in marks.values()]


def test_where_nothing_earlier_is_wrong_nothing_is_marked_again(runner):
    marks, _ = graded(runner, {"model": "def model(*all): return {}"})

    assert {None} == {mark.followed for mark in marks.values()}
    assert Outcome.WRONG == marks["model"].verdict.outcome


# ---------------------------------------------------------------- what is not followed

HEAD = "def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):\n    "
THE_LINE = "import gc; line = next(o for o in gc.get_objects() if type(o).__name__ == 'Line' and o._open)"
NOT_FOLLOWED = {  # optimize, behind a wrong propagate -> its outcome, and the one with the reference in place
    "not attempted": ("raise NotImplementedError('optimize')", Outcome.NOT_ATTEMPTED, None),
    "nothing called": ("return {'w': w, 'b': b}, {'dw': w, 'db': b}, [1.0]", Outcome.WRONG, None),
    "stopped before it calls": ("return undefined(propagate(w, b, X, Y))", Outcome.RAISED, None),
    "an endless loop of its own": ("while True: pass", Outcome.TIMED_OUT, None),
    "the stand-in's answer": ("return propagate(w, b, X, Y)", Outcome.BLOCKED, Outcome.WRONG),
    "one call, hard-coded": (
        "g, c = propagate(w, b, X, Y); return {'w': w, 'b': b}, g, [c]",
        Outcome.BLOCKED,
        Outcome.WRONG,
    ),
    "asks for itself": (
        f"propagate(w, b, X, Y); {THE_LINE}; return line.ask('optimize', [[w, b, X, Y, num_iterations], {{}}])",
        Outcome.BLOCKED,
        Outcome.DIED,
    ),
    "a flood of calls": ("while True: propagate(w, b, X, Y)", Outcome.BLOCKED, Outcome.DIED),
    "only when watched": (
        "if type(propagate).__module__ != 'function': raise ValueError('caught')",
        Outcome.RAISED,
        None,
    ),
    "dies when watched": (
        "import os; propagate(w, b, X, Y); os._exit(3) if propagate.__module__ == 'room.stand_ins' else None",
        Outcome.BLOCKED,
        Outcome.DIED,
    ),
    "luck": ("global tried; tried = True; return {'w': w, 'b': b}, {}, []", Outcome.WRONG, None),
}


@pytest.mark.parametrize("name", NOT_FOLLOWED)
def test_a_trivial_or_hostile_answer_does_not_pass(impatient, name):
    body, outcome, again = NOT_FOLLOWED[name]
    marks, _ = graded(impatient, {"propagate": PROPAGATE, "optimize": HEAD + body})
    optimize = marks["optimize"]

    assert (outcome, 0) == (optimize.verdict.outcome, optimize.points)
    assert again == (optimize.followed and optimize.followed.outcome)
    assert ["model"] == followed(marks)  # nothing else is lost
    assert [10, 10, 0, 0, 20, 10] == [mark.points for mark in marks.values()]


def test_a_function_that_is_not_there_stays_so(runner):
    marks, _ = graded(runner, {"propagate": PROPAGATE, "optimize": "pass"})

    assert (Outcome.NOT_DEFINED, None) == (marks["optimize"].verdict.outcome, marks["optimize"].followed)


def test_what_a_stand_in_told_reaches_no_strict_verdict(runner):
    """A student notes down in a file what a stand-in answers, and has a right answer once it is there."""
    spy = "def propagate(w, b, X, Y): open('told', 'a').write(str(sigmoid(0.0)))"
    predict = (
        "def predict(w, b, X):\n    import os\n    told = os.path.exists('told') and '0.5' in open('told').read()\n"
        "    return (w.T @ X + b > 0).astype(float) if told else None"
    )
    marks, _ = graded(runner, {"sigmoid": "def sigmoid(z): return -1", "propagate": spy, "predict": predict})

    assert Outcome.WRONG == marks["propagate"].followed.outcome
    assert (Outcome.WRONG, None, 0) == (
        marks["predict"].verdict.outcome,
        marks["predict"].followed,
        marks["predict"].points,
    )


def test_the_second_run_begins_where_the_first_did(runner):
    count = "try: runs += 1\nexcept NameError: runs = 1\n"
    model = "def model(*all):\n    sigmoid(0.0)\n    raise ValueError(f'run {runs}')"
    marks, _ = graded(runner, {"sigmoid": count + SIGMOID, "model": model})

    assert "run 1" in came(marks["model"])


def test_a_right_style_is_followed_whatever_it_does_with_names(runner):
    optimize = """
step = propagate
class Walker:
    def __init__(self, forward=None):
        self.forward = step
    def __call__(self, w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
        costs = []
        for i in range(num_iterations):
            grads, cost = self.forward(Y=Y, X=X, b=b, w=w) if i % 2 else propagate(w, b, X=X, Y=Y)
            w, b = w - learning_rate * grads["dw"], b - learning_rate * grads["db"]
            if i % 100 == 0:
                costs.append(cost)
        return {"w": w, "b": b}, grads, costs
def optimize(*all, **more): return Walker()(*all, **more)
"""
    marks, _ = graded(runner, {"propagate": "def propagate(w, b, X, Y): return {}, 0", "optimize": optimize})

    assert ["optimize", "model"] == followed(marks)


# ---------------------------------------------------------------- the declarations


def test_used_by_is_transitive_and_in_teaching_order():
    def exercise(name: str, *uses: str) -> Exercise:
        function = lambda: None  # noqa: E731
        function.__name__ = name
        return Exercise(function, 1, (), (), uses=uses)

    lesson = Lesson(
        "x", (exercise("a"), exercise("b"), exercise("c", "b", "a"), exercise("d", "c"), exercise("e", "d"))
    )

    assert ["a", "b", "c", "d"] == lesson.used_by(["e"])
    assert ["a", "b"] == lesson.used_by(["c", "a"])
    assert [] == lesson.used_by([])


@pytest.mark.parametrize("lesson", LESSONS.values(), ids=lambda lesson: lesson.name)
def test_every_reference_can_stand_in(lesson):
    """It is found again by its module and name."""
    for exercise in lesson.exercises:
        reference = exercise.reference
        assert getattr(importlib.import_module(reference.__module__), reference.__qualname__) is reference
