"""The sentences: every code that is used has its template, every template is used, and each reads as it should."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

import grader
import helpers
from helpers.compare import STAGES
from helpers.messages import RELATIONS, TEMPLATES, Message, Template, given, render, stub
from helpers.records import Finding, Outcome

PACKAGES = [Path(package.__file__).parent for package in (helpers, grader) if package.__file__]
SOURCES = [path for folder in PACKAGES for path in folder.rglob("*.py") if path.name != "messages.py"]
MAKERS = {"Finding", "Mismatch", "_refused", "refused"}  # what is called with a code as its first argument
PARTS = ("brief", "came", "wanted", "step")
FACTS = {
    name: f"<{name}>"
    for template in TEMPLATES.values()
    for part in PARTS
    for _, name, _, _ in Formatter().parse(getattr(template, part))
    if name
}


def nodes() -> Iterator[ast.AST]:
    for path in SOURCES:
        yield from ast.walk(ast.parse(path.read_text("utf-8")))


def called_name(call: ast.Call) -> str:
    return getattr(call.func, "attr", None) or getattr(call.func, "id", "")


def codes_in_calls() -> set[str]:
    calls = (node for node in nodes() if isinstance(node, ast.Call) and called_name(node) in MAKERS and node.args)
    return {str(call.args[0].value) for call in calls if isinstance(call.args[0], ast.Constant)}


def texts_in_sources() -> set[str]:
    return {node.value for node in nodes() if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def test_every_code_that_is_used_has_a_template() -> None:
    used = codes_in_calls() | {stage.__name__ for stage in STAGES}

    assert len(used) > 15
    assert set() == used - set(TEMPLATES)


def test_every_template_is_used() -> None:
    """By its code, by the name of its stage, or as the form of another for private cases."""
    used = texts_in_sources() | {stage.__name__ for stage in STAGES}
    unused = {code for code in TEMPLATES if code not in used and code.removesuffix("_private") not in used}

    assert set() == unused


@pytest.mark.parametrize("code", TEMPLATES)
def test_every_template_has_its_four_parts(code: str) -> None:
    """Where comes with the finding; only a known mistake says what is wanted in its hint."""
    empty = [part for part in PARTS if not getattr(TEMPLATES[code], part)]

    assert (["wanted"] if code == "mistake" else []) == empty


@pytest.mark.parametrize("code", TEMPLATES)
@pytest.mark.parametrize("facts", [FACTS, {}], ids=["all facts", "no facts"])
def test_every_template_renders_without_a_brace_left_over(code: str, facts: dict[str, str]) -> None:
    message = render(Finding(code, Outcome.WRONG, "propagate, with a toy", {**facts, "relation": ""}))

    assert not set("{}") & set(str(message) + message.brief)


@pytest.mark.parametrize("code", TEMPLATES)
def test_every_fact_that_a_template_names_is_told(code: str) -> None:
    """`told` is made of the exception's text."""
    named = {name for part in PARTS for _, name, _, _ in Formatter().parse(getattr(TEMPLATES[code], part)) if name}
    message = render(Finding(code, Outcome.WRONG, "f", {**FACTS, "relation": ""}))
    missing = {name for name in named - {"relation", "told"} if f"<{name}>" not in str(message) + message.brief}

    assert set() == missing


@pytest.mark.parametrize("code", TEMPLATES)
def test_every_next_step_is_a_sentence(code: str) -> None:
    step = TEMPLATES[code].step

    assert step in ("{relation}", "{hint}") or (step[0].isupper() and step.endswith((".", "?", " {step}")))


@pytest.mark.parametrize("code", TEMPLATES)
def test_what_came_and_what_was_wanted_are_clauses(code: str) -> None:
    """They follow a label, so they end without a full stop."""
    template = TEMPLATES[code]

    assert not template.came.endswith(".")
    assert not template.wanted.endswith(".")


@pytest.mark.parametrize("text", RELATIONS.values())
def test_every_relation_is_a_sentence(text: str) -> None:
    assert text[0].isupper()
    assert text[-1] in ".?"


@pytest.mark.parametrize("relation", RELATIONS)
def test_a_relation_is_the_next_step(relation: str) -> None:
    message = render(Finding("values", Outcome.WRONG, "f", {"name": "w", "relation": relation}))

    assert RELATIONS[relation] == message.step


def test_a_message_is_four_lines_in_a_terminal() -> None:
    facts = {"name": "Z", "got": "(3,)", "want": "shape (3, 5)", "relation": "flattened"}
    message = render(Finding("shape", Outcome.WRONG, "linear_forward, with 3 features", facts))
    expected = (
        "linear_forward, with 3 features\n"
        "  came:   Z has shape (3,)\n"
        "  wanted: shape (3, 5)\n"
        "  next:   The numbers are right, the shape is not: keepdims=True or a reshape keeps the second axis."
    )

    assert expected == str(message)


def test_only_an_empty_part_is_left_out_in_a_terminal() -> None:
    message = Message(where="f", came="it stopped with ValueError: ", wanted="", step="Look.", brief="raised")

    assert "f\n  came:   it stopped with ValueError: \n  next:   Look." == str(message)


@pytest.mark.parametrize(
    ("text", "line", "came"),
    [
        ("shapes differ", ", at `Z = w @ X`", "it stopped with ValueError: shapes differ, at `Z = w @ X`"),
        ("shapes differ", "", "it stopped with ValueError: shapes differ"),
        ("", ", at `Z = w @ X`", "it stopped with ValueError, at `Z = w @ X`"),
        ("", "", "it stopped with ValueError"),
        ("{kind} {0} {", "", "it stopped with ValueError: {kind} {0} {"),
    ],
)
def test_an_exception_reads_well_with_and_without_its_text_and_line(text: str, line: str, came: str) -> None:
    facts = {"kind": "ValueError", "text": text, "line": line}

    assert came == render(Finding("raised", Outcome.RAISED, "f", facts)).came


def test_a_suspicion_takes_the_place_of_the_next_step() -> None:
    facts = {"kind": "ValueError", "suspect": "Is a size written as a number?"}

    assert "Is a size written as a number?" == render(Finding("raised", Outcome.RAISED, "f", facts)).step


def test_briefs_are_short_enough_for_a_table() -> None:
    long = [code for code, template in TEMPLATES.items() if isinstance(template, Template) and len(template.brief) > 40]

    assert [] == long


def test_what_was_wrong_before_is_listed_in_words() -> None:
    earlier = {"sigmoid": Outcome.WRONG, "propagate": Outcome.NOT_ATTEMPTED, "predict": Outcome.NOT_DEFINED}
    one, two, three = (given(dict(list(earlier.items())[:count])) for count in (1, 2, 3))

    assert "a wrong `sigmoid`" == one
    assert "a wrong `sigmoid` and an unwritten `propagate`" == two
    assert "a wrong `sigmoid`, an unwritten `propagate` and a missing `predict`" == three
    assert "a wrong `f0`, a wrong `f1`, a wrong `f2` and 7 others" == given({f"f{i}": Outcome.WRONG for i in range(10)})


@pytest.mark.parametrize(("lines", "about"), [(1, "about 1 line"), (3, "about 3 lines")])
def test_a_stub_says_how_much_is_missing_and_of_what(lines: int, about: str) -> None:
    expected = f'# YOUR CODE ({about})\nraise NotImplementedError("sigmoid is not written yet")'

    assert expected == stub("sigmoid", lines)
