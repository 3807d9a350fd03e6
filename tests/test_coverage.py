"""docs/coverage.md: every idea of the course has a cell that teaches it, the cell is there, and it says so."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from grader.notebooks import read_notebook

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "coverage.md").read_text(encoding="utf-8")
HOMES = {  # the ideas of the course, each with the lessons that must teach it
    "house price neuron": ("01-single-neuron",),
    "several features, hidden quantities": ("01-single-neuron", "03-one-hidden-layer"),
    "perceptron": ("01-single-neuron",),
    "linear regression": ("01-single-neuron",),
    "logistic regression": ("01-single-neuron", "02-logistic-regression"),
    "feature vectors from pictures": ("02-logistic-regression",),
    "the other notation": ("02-logistic-regression",),
    "loss against cost": ("02-logistic-regression",),
    "maximum likelihood": ("02-logistic-regression",),
    "gradient descent": ("01-single-neuron", "02-logistic-regression"),
    "computation graph": ("01-single-neuron", "02-logistic-regression"),
    "chain rule": ("01-single-neuron", "02-logistic-regression"),
    "chain rule where paths meet": ("08-why-depth",),
    "memoisation": ("05-deep-network", "08-why-depth"),
    "vectorisation": ("00-warm-up", "02-logistic-regression"),
    "broadcasting": ("00-warm-up",),
    "matrix dimensions": ("05-deep-network",),
    "hidden layer": ("03-one-hidden-layer",),
    "gradients of a hidden layer": ("03-one-hidden-layer",),
    "notation": ("03-one-hidden-layer", "05-deep-network"),
    "activations and derivatives": ("04-activations",),
    "need for non-linearity": ("04-activations",),
    "random initialisation": ("03-one-hidden-layer", "04-activations"),
    "L-layer forward": ("05-deep-network",),
    "L-layer backward": ("05-deep-network",),
    "caches": ("05-deep-network", "08-why-depth"),
    "two-layer and L-layer models": ("06-deep-application",),
    "parameters against hyperparameters": ("06-deep-application", "07-training-in-practice"),
    "depth against width (parity)": ("08-why-depth",),
    "vanishing and exploding gradients": ("04-activations",),
    "dying ReLU": ("04-activations",),
    "mini-batch and stochastic descent": ("07-training-in-practice",),
    "L1 and L2": ("07-training-in-practice",),
    "bias and variance": ("07-training-in-practice",),
    "softmax": ("04-activations", "07-training-in-practice"),
    "data and scale": ("07-training-in-practice",),
    "playing with a network": ("99-playground",),
}


def rows(heading: str) -> list[list[str]]:
    """The rows of the table under a heading, without its head."""
    section = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")][2:]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines]


TAUGHT, WAITING = rows("Taught"), rows("Waiting for their lessons")


def notebook(lesson: str) -> Path:
    return ROOT / "notebooks" / lesson / f"{lesson}.ipynb"


@cache
def cells(lesson: str) -> dict[str, str]:
    return {cell.id: plain(cell.source) for cell in read_notebook(notebook(lesson)).cells}


def plain(text: str) -> str:
    return " ".join(text.split()).lower()


@pytest.mark.parametrize("idea", HOMES)
def test_an_idea_is_taught_in_every_lesson_that_is_its_home_or_waits_for_it(idea):
    taught = {lesson for one, lesson, *_ in TAUGHT if one == idea}
    waiting = {lesson for one, lesson in WAITING if one == idea}

    assert set() == set(HOMES[idea]) - taught - waiting
    assert set() == taught & waiting


def test_nothing_waits_for_a_lesson_that_is_there():
    assert [] == [row for row in WAITING if notebook(row[1]).is_file()]


@pytest.mark.parametrize(("idea", "lesson", "ident", "words"), TAUGHT, ids=lambda text: text[:40])
def test_the_cell_is_there_and_says_so(idea, lesson, ident, words):
    assert idea in HOMES
    assert ident in cells(lesson), f"{lesson} has no cell {ident}"
    assert len(words) >= 10, "words that would be found anywhere prove nothing"
    assert plain(words) in cells(lesson)[ident]


def test_every_row_that_waits_is_an_idea_of_the_course():
    assert [] == [row for row in WAITING if row[1] not in HOMES.get(row[0], ())]
