"""The student kit holds no answer, in any form; and each way of planting one is found."""

from __future__ import annotations

import base64
import io
import json
import py_compile
import re
import tempfile
import textwrap
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from importlib import import_module
from inspect import getmembers, getsource, isfunction, signature, unwrap
from pathlib import Path

import h5py
import nbformat
import numpy as np
import pytest
from support import LESSON

from grader import handout, kit
from grader.course import ROOT, Course
from grader.draw import draw_cases
from grader.leaks import GIVEN, SOLUTION, answers, leaks
from grader.lessons import LESSONS
from grader.notebooks import read_notebook
from grader.private import SEED
from grader.sandbox import open_runner, why_not_isolated
from helpers.cases import read_questions, to_tree, write_questions
from helpers.judge import judge
from helpers.plain import flatten
from helpers.records import Question

Kit = dict[str, bytes]
GRADED = {name: lesson for name, lesson in LESSONS.items() if lesson.exercises}  # the playground has none
GIVEN_FUNCTIONS = {  # of the kit that pass as an answer, with the reason why they may
    ("helpers.planar.sigmoid", "sigmoid"): "lesson 03 takes lesson 02's sigmoid as known; lesson 02's own kit lacks it",
}
NOTEBOOK = f"{LESSON}.ipynb"


@pytest.fixture(scope="module")
def whole_kit(whole_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Kit:
    """The kit of every lesson, as it comes out of its zip."""
    path = tmp_path_factory.mktemp("kit") / "kit.zip"
    handout.write(path, whole_course, list(LESSONS))
    with zipfile.ZipFile(path) as archive:
        return {name.removeprefix(f"{handout.FOLDER}/"): archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def known() -> dict[str, str]:
    """What no kit may hold."""
    return answers([read_notebook(path) for path in (ROOT / "notebooks").glob("*/*.ipynb")])


# The kit as it is


def test_no_file_of_the_kit_gives_an_answer_away(whole_kit, known):
    assert [] == list(leaks(whole_kit, known))


def test_the_answers_are_those_of_every_lesson(known):
    """A walk that compares with nothing finds nothing."""
    homes = set(known.values())

    assert {f"the solution of {one.name}" for lesson in LESSONS.values() for one in lesson.exercises} <= homes
    for lesson in GRADED.values():
        assert {f"{one.name} in" for one in lesson.mistakes} & {home.rpartition(" ")[0] for home in homes}


def test_what_is_given_openly_is_still_there_and_has_its_reason(whole_kit, known, monkeypatch):
    given = dict(GIVEN)
    monkeypatch.setattr("grader.leaks.GIVEN", {})
    shown = {leak.place for leak in leaks(whole_kit, known)}

    assert {place for place, _ in given} == shown
    assert all(given.values())


def drawn_numbers(path: Path | io.BytesIO) -> set[bytes]:
    """The arrays of a case file."""
    questions = read_questions(path).values()
    return {array.tobytes() for one in questions for array in telling(one.cases, one.mistakes)}


def telling(*records: object) -> Iterator[np.ndarray]:
    """The arrays of fractions within some records: 0, 1 and small whole numbers meet by chance."""
    for array in flatten(to_tree(tuple(records)), "case")[1].values():
        if array.dtype.kind == "f" and array.size > 1 and np.any(np.isfinite(array) & (array != np.round(array))):
            yield array


def hidden_numbers(lesson: str) -> set[bytes]:
    """The arrays of the hidden cases of stock nbgrader, as far as another seed draws others."""
    drawn = [
        {array.tobytes() for one in LESSONS[lesson].exercises for array in telling(draw_cases(one, seed).cases)}
        for seed in (SEED, SEED + 1)
    ]
    assert drawn[0] - drawn[1]
    return drawn[0] - drawn[1]


@pytest.mark.parametrize("lesson", GRADED)
def test_the_public_cases_hold_no_number_of_a_hidden_case(lesson, whole_kit, tmp_path):
    path = tmp_path / "cases.h5"
    path.write_bytes(whole_kit[f"helpers/public_cases/{lesson}.h5"])

    assert not drawn_numbers(path) & hidden_numbers(lesson)


def test_hidden_cases_among_the_public_ones_are_found(tmp_path):
    path = tmp_path / "cases.h5"
    write_questions(path, (draw_cases(one, SEED) for one in LESSONS[LESSON].exercises))

    assert drawn_numbers(path) & hidden_numbers(LESSON)


def functions_of_the_kit(whole_kit: Kit) -> Iterator[Callable[..., object]]:
    for name in sorted(whole_kit):
        if name.startswith("helpers/") and name.endswith(".py"):
            module = import_module(name.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
            yield from (fn for _, fn in getmembers(module, isfunction) if fn.__module__ == module.__name__)


def takes(fn: Callable[..., object], question: Question) -> bool:
    try:
        signature(fn).bind(*question.cases[0].arguments.values())
    except TypeError:
        return False
    return True


def test_no_function_of_the_kit_passes_as_an_answer(whole_kit):
    """Each is asked every question that it can be asked, in the sandbox, which is the kit laid out."""
    questions = [draw_cases(one, seed=0) for lesson in LESSONS.values() for one in lesson.exercises]
    passed = set()
    with open_runner(why_not_isolated() is None) as runner, runner.session() as session:
        for fn in functions_of_the_kit(whole_kit):
            session.run(f"from {fn.__module__} import {fn.__name__} as candidate")
            for question in filter(partial(takes, fn), questions):
                first = replace(question, cases=question.cases[:1], gradients={})
                if all(judge(asked, partial(session.call_each, "candidate")).passed for asked in (first, question)):
                    passed.add((f"{fn.__module__}.{fn.__name__}", question.name))

    assert set(GIVEN_FUNCTIONS) == passed


def test_what_any_code_may_hold_is_no_leak(known):
    """A call with as many names as some answer has, and a formula of three letters."""
    innocent = "paint(canvas, brush, hue, width, height, turn, again)\nz = w * x + b\nshow(z, title='Cost')\n"

    assert [] == list(leaks({"useful.py": innocent.encode()}, known))


# Planted


def reference_source() -> str:
    return (kit.HELPERS / "reference" / "logistic_regression.py").read_text(encoding="utf-8")


def in_cell(source: str, kind: str = "code") -> Callable[[Kit], Kit]:
    def plant(whole_kit: Kit) -> Kit:
        nb = nbformat.reads(whole_kit[NOTEBOOK].decode(), 4)
        cell = next(cell for cell in nb.cells if cell.cell_type == kind)
        cell.source += "\n\n" + source
        return {NOTEBOOK: nbformat.writes(nb).encode()}

    return plant


def in_metadata(whole_kit: Kit) -> Kit:
    nb = json.loads(whole_kit[NOTEBOOK])
    nb["metadata"]["answers"] = {"sigmoid": ["s = 1 / (1 + np.exp(-z))"]}
    return {NOTEBOOK: json.dumps(nb).encode()}


def in_output(whole_kit: Kit) -> Kit:
    nb = nbformat.reads(whole_kit[NOTEBOOK].decode(), 4)
    cell = next(cell for cell in nb.cells if cell.cell_type == "code")
    cell.outputs = [nbformat.v4.new_output("stream", text="A = sigmoid(w.T @ X + b)\n")]
    return {NOTEBOOK: nbformat.writes(nb).encode()}


def unreleased(whole_kit: Kit) -> Kit:
    return {NOTEBOOK: (ROOT / "notebooks" / LESSON / NOTEBOOK).read_bytes()}


def in_module(source: str) -> Callable[[Kit], Kit]:
    return lambda whole_kit: {"helpers/plots.py": whole_kit["helpers/plots.py"] + b"\n\n" + source.encode()}


def zipped(whole_kit: Kit) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("logistic_regression.py", reference_source())
    return buffer.getvalue()


def compiled(whole_kit: Kit) -> Kit:
    source = kit.HELPERS / "reference" / "logistic_regression.py"
    with tempfile.TemporaryDirectory() as folder:
        target = py_compile.compile(str(source), str(Path(folder) / "plots.pyc"))
        return {"helpers/plots.pyc": Path(target).read_bytes()}


def in_case_file(change: Callable[[h5py.File], object]) -> Callable[[Kit], Kit]:
    def plant(whole_kit: Kit) -> Kit:
        name = f"helpers/public_cases/{LESSON}.h5"
        buffer = io.BytesIO(whole_kit[name])
        with h5py.File(buffer, "r+") as file:
            change(file)
        return {name: buffer.getvalue()}

    return plant


SIGMOID = "1 / (1 + np.exp(-z))"
PACKED = base64.b64encode(reference_source().encode()).decode()
MISTAKE = """
def warm_up(q, r, M, T):
    n = M.shape[1]
    P = sigmoid(q.T @ M + r)
    return P
"""
PLANTED: dict[str, Callable[[Kit], Kit]] = {
    "the reference itself": lambda _: {"helpers/reference/logistic_regression.py": reference_source().encode()},
    "under another name": lambda _: {"helpers/useful.py": reference_source().encode()},
    "a function, renamed": in_module("def squash(score):\n    return 1 / (1 + np.exp(-score))\n"),
    "with another import": in_module(f"from numpy import exp\nsquash = lambda z: {SIGMOID.replace('np.', '')}\n"),
    "a method": in_module(f"class Answers:\n    def first(self, z):\n        out = {SIGMOID}\n        return out\n"),
    "a text in code": in_module(f'HIDDEN = "s = {SIGMOID}"\n'),
    "a text in a text": in_module(f"HIDDEN = {f'exec({SIGMOID!r})'!r}\n"),
    "bytes in code": in_module(f"HIDDEN = {reference_source().encode()!r}\n"),
    "packed in code": in_module(f"HIDDEN = {PACKED!r}\n"),
    "a comment": in_module(f"# {SIGMOID}\n"),
    "packed in a comment": in_module(f"# {PACKED}\n"),
    "no Python": in_module("def (:\n"),
    "an import of the reference": in_module("from helpers.reference import logistic_regression\n"),
    "a cell": in_cell(f"s = {SIGMOID}"),
    "a page": in_cell(f"```python\ns = {SIGMOID}\n```", "markdown"),
    "a sentence": in_cell(f"Write `s = {SIGMOID}`, and go on.", "markdown"),
    "a line": in_cell(f"The answer is\n\n    {SIGMOID}", "markdown"),
    "a picture that is none": in_cell(f"![]({PACKED})", "markdown"),
    "an output": in_output,
    "metadata": in_metadata,
    "a notebook that was not released": unreleased,
    "a hidden test": in_cell('check_private("02-logistic-regression", sigmoid)'),
    "the page on how to start": lambda whole_kit: {"README.md": whole_kit["README.md"] + SIGMOID.encode()},
    "a reason": lambda whole_kit: {"environment.yml": whole_kit["environment.yml"] + f"# {SIGMOID}".encode()},
    "an archive": lambda whole_kit: {"datasets/more.zip": zipped(whole_kit)},
    "an archive called a picture": lambda whole_kit: {"cat.png": zipped(whole_kit)},
    "an archive called a text": lambda whole_kit: {"notes.txt": zipped(whole_kit)},
    "an archive called data": lambda whole_kit: {"datasets/more.h5": zipped(whole_kit)},
    "compiled": compiled,
    "a folder of solutions": lambda _: {"helpers/solutions/02.json": b"{}"},
    "a module of the grader": lambda _: {"grader/private.py": b"SEED = 1\n"},
    "a text in the case file": in_case_file(lambda file: file.create_dataset("more", data=f"s = {SIGMOID}")),
    "an attribute of the case file": in_case_file(lambda file: file.attrs.update(more=f"s = {SIGMOID}")),
    "a name in the case file": in_case_file(lambda file: file.create_group("A = sigmoid(w.T @ X + b)")),
    "bytes in the case file": in_case_file(lambda file: file.create_dataset("more", data=np.void(b"compiled"))),
}


@pytest.mark.parametrize("how", PLANTED)
def test_a_planted_answer_is_found(how, whole_kit, known):
    planted = PLANTED[how](whole_kit)

    assert list(leaks(planted, known))


def bodies_of(lesson: str) -> dict[str, str]:
    """One function for each kind of answer that this lesson has: its source, with every local name changed."""
    first = LESSONS[lesson].exercises[-1]
    found = {
        "reference": first.reference,
        "mistake": LESSONS[lesson].mistakes_of(first)[0].wrong,
        "style": LESSONS[lesson].styles_of(first)[0],
        "hidden case": first.cases[-1],
    }
    sources = {kind: textwrap.dedent(getsource(unwrap(fn))) for kind, fn in found.items()}
    return {kind: re.sub(r"^def \w+", "def another_name", source, flags=re.M) for kind, source in sources.items()}


@pytest.mark.parametrize("kind", ["reference", "mistake", "style", "hidden case"])
@pytest.mark.parametrize("lesson", GRADED)
def test_a_planted_body_is_found(lesson, kind, whole_kit, known):
    planted = {"helpers/useful.py": b"import numpy as np\n\n\n" + bodies_of(lesson)[kind].encode()}

    assert list(leaks(planted, known))


def test_every_solution_is_found_where_its_cell_is_released_as_it_stands(whole_kit, known):
    for lesson in LESSONS:
        for cell in read_notebook(ROOT / "notebooks" / lesson / f"{lesson}.ipynb").cells:
            if SOLUTION.search(cell.source):
                bare = "\n".join(line for line in cell.source.splitlines() if "### " not in line)

                assert list(leaks({"useful.py": bare.encode()}, known)), cell.id
