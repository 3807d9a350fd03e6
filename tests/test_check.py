"""What a student sees: ``check`` and its hints, solutions and progress, in a real kernel and a plain terminal."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.manager import KernelManager
from nbgrader.utils import determine_grade

import helpers

LESSON = "02-logistic-regression"
HTML, TEXT = "text/html", "text/plain"
START = f"""
%reset -f
get_ipython().set_custom_exc((), None)
import os
import numpy as np
from helpers.check import Check
os.environ["COURSE_PROGRESS"] = {{path!r}}
os.environ.pop("COURSE_SOLUTIONS", None)
check = Check("{LESSON}")
"""
RIGHT = "def sigmoid(z):\n    return 1 / (1 + np.exp(-z))\n"
WRONG = "def sigmoid(z):\n    return 1 / (1 + np.exp(z))\n"
STUB = "def sigmoid(z):\n    # YOUR CODE (about 2 lines)\n    raise NotImplementedError('sigmoid is not written yet')\n"
PROPAGATE = """
def propagate(w, b, X, Y):
    A = sigmoid(w.T @ X + b)
    cost = -np.mean(Y * np.log(A) + (1 - Y) * np.log(1 - A))
    return {"dw": X @ (A - Y).T / X.shape[1], "db": np.mean(A - Y)}, cost
"""


@dataclass
class Ran:
    """What one cell did."""

    status: str
    outputs: list[dict[str, Any]]

    @property
    def errors(self) -> list[dict[str, Any]]:
        return [output for output in self.outputs if "traceback" in output]

    @property
    def lines(self) -> list[list[str]]:
        return [one["traceback"] for one in self.errors]

    @property
    def texts(self) -> list[str]:
        return [output["data"][TEXT] for output in self.outputs if "data" in output]

    @property
    def html(self) -> str:
        return "".join(output["data"][HTML] for output in self.outputs if "data" in output)

    @property
    def printed(self) -> str:
        return "".join(output["text"] for output in self.outputs if "text" in output)


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """One kernel for the whole module."""
    manager = KernelManager(kernel_name="python3")
    manager.start_kernel(cwd=str(tmp_path_factory.mktemp("kernel")))
    client = manager.client()
    client.start_channels()
    client.wait_for_ready(timeout=60)
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


@pytest.fixture
def run(kernel: Any, tmp_path: Path) -> Any:
    """Run a cell in the kernel; each test begins with an empty notebook and a progress file of its own."""

    def run_cell(source: str) -> Ran:
        outputs: list[Any] = []
        reply = kernel.execute_interactive(source, timeout=60, output_hook=lambda one: outputs.extend(as_output(one)))
        return Ran(reply["content"]["status"], outputs)

    assert run_cell(START.format(path=str(tmp_path / "progress.json"))).status == "ok"
    return run_cell


def as_output(message: dict[str, Any]) -> list[Any]:
    """Return a kernel's message as a notebook's output, if it is one."""
    kinds = ("stream", "display_data", "execute_result", "error")
    return [nbformat.v4.output_from_msg(message)] if message["msg_type"] in kinds else []


def points(ran: Ran) -> float:
    """Let nbgrader itself score a test cell with these outputs."""
    grading = {"grade": True, "solution": False, "locked": True, "task": False, "points": 10, "grade_id": "a-check"}
    cell = nbformat.v4.new_code_cell("check(sigmoid)", metadata={"nbgrader": {**grading, "schema_version": 3}})
    cell.outputs = ran.outputs
    score, most = determine_grade(cell)

    assert most == 10
    return float(score)


# The verdict in a notebook


def test_a_right_answer_gets_one_panel_and_its_points(run):
    ran = run(RIGHT + "check(sigmoid)")

    assert ran.status == "ok"
    assert ["✓ sigmoid: right, all cases pass."] == ran.texts
    assert points(ran) == 10


def test_a_wrong_answer_gets_a_panel_one_calm_line_and_no_points(run):
    ran = run(WRONG + "check(sigmoid)")

    assert ran.status == "error"
    assert "✗ sigmoid: not right yet" == ran.texts[0].splitlines()[0]
    assert [["sigmoid: not right yet. The panel above says what to do next."]] == ran.lines
    assert points(ran) == 0


def test_a_panel_has_a_role_an_icon_hidden_from_readers_words_and_no_script(run):
    page = run(WRONG + "check(sigmoid)").html

    assert page.count('role="status"') == 1
    assert '<span aria-hidden="true">✗</span> <b>sigmoid</b>: not right yet' in page
    assert "<script" not in page


def test_a_students_text_is_shown_and_never_becomes_html(run):
    page = run("def sigmoid(z):\n    raise ValueError('<script>alert(1)</script>')\ncheck(sigmoid)").html

    assert "&lt;script&gt;" in page
    assert "<script" not in page


OUTCOMES = {
    "not attempted": (STUB + "check(sigmoid)", "○ sigmoid: not attempted yet"),
    "raised": (
        "def sigmoid(z):\n    return 1 / 0\ncheck(sigmoid)",
        "✗ sigmoid, with z a single number: stopped with an error",
    ),
    "overwritten": ("sigmoid = 3\ncheck(sigmoid)", "? sigmoid: nothing to check"),
    "blocked": (WRONG + PROPAGATE + "check(propagate)", "↑ propagate: waits for an earlier one"),
    "blocked by a stub": (STUB + PROPAGATE + "check(propagate)", "↑ propagate: waits for an earlier one"),
}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_each_outcome_has_its_icon_and_words(run, outcome):
    source, title = OUTCOMES[outcome]

    assert title == run(source).texts[0].splitlines()[0]


def test_an_endless_loop_ends_with_a_message(run):
    run("import functools, helpers.check\npatient = helpers.check.observe")
    run("helpers.check.observe = functools.partial(patient, seconds=1)  # it need not take its ten")
    ran = run("def sigmoid(z):\n    while True:\n        pass\ncheck(sigmoid)")
    run("helpers.check.observe = patient")

    assert "… sigmoid, with z a single number: ran too long" == ran.texts[0].splitlines()[0]


def test_a_check_stopped_by_hand_ends_with_a_message_and_is_no_try(run):
    ran = run(
        "import signal\ndef sigmoid(z):\n    os.kill(os.getpid(), signal.SIGINT)\n    while True: pass\ncheck(sigmoid)"
    )

    assert "no answer before you stopped it" in ran.texts[0]
    assert len(ran.errors[0]["traceback"]) == 1
    assert "sigmoid                ○ not yet" in run("check.progress()").texts[0]


def test_a_fault_of_the_check_is_told_as_such(run):
    ran = run(
        "class Odd:\n    __name__ = property(lambda self: 1 / 0)\n    def __call__(self, z): return z\ncheck(Odd())"
    )

    assert "the check itself failed: ZeroDivisionError" in ran.texts[0]
    assert len(ran.errors[0]["traceback"]) == 1


CALLABLES = {
    "function": RIGHT,
    "lambda": "sigmoid = lambda z: 1 / (1 + np.exp(-z))\n",
    "alias": "def mine(z):\n    return 1 / (1 + np.exp(-z))\nsigmoid = mine\n",
    "partial": "import functools\nsigmoid = functools.partial(lambda k, z: k / (k + np.exp(-z)), 1)\n",
    "object": "class Squash:\n    def __call__(self, z): return 1 / (1 + np.exp(-z))\nsigmoid = Squash()\n",
    "method": "class Net:\n    def squash(self, z): return 1 / (1 + np.exp(-z))\nsigmoid = Net().squash\n",
    "vectorize": "sigmoid = np.vectorize(lambda z: 1 / (1 + np.exp(-z)))\n",
    "frompyfunc": "import math\nraw = np.frompyfunc(lambda z: 1 / (1 + math.exp(-z)), 1, 1)\n"
    "sigmoid = lambda z: np.asarray(raw(z), dtype=float)\n",
}
CALLS = {
    "plain": "check(sigmoid)",
    "keyword": "check(fn=sigmoid)",
    "two lines": "check(\n    sigmoid\n)",
    "magic": "%time check(sigmoid)",
    "loop": "for one in [sigmoid]:\n    check(one)",
}


@pytest.mark.parametrize("kind", CALLABLES)
def test_whatever_can_be_called_can_be_checked(run, kind):
    assert ["✓ sigmoid: right, all cases pass."] == run(CALLABLES[kind] + "check(sigmoid)").texts


@pytest.mark.parametrize("call", CALLS)
def test_however_the_call_is_written_the_exercise_is_found(run, call):
    run(RIGHT)

    assert ["✓ sigmoid: right, all cases pass."] == run(CALLS[call]).texts


def test_a_cell_that_was_edited_and_run_again_counts_as_it_is_now(run):
    run(WRONG)
    first = run("check(sigmoid)")
    run(RIGHT)
    second = run("check(sigmoid)")
    run(WRONG)
    third = run("check(sigmoid)")

    assert ["error", "ok", "error"] == [first.status, second.status, third.status]


MISUSES = {
    "the result": ("check(sigmoid(1.0))", "Leave out the brackets"),
    "the name": ('check("sigmoid")', "Leave out the quotation marks"),
    "another text": ('check("my function")', "Leave out the quotation marks"),
    "nothing": ("check()", "nothing between the brackets"),
    "two": ("check(sigmoid, sigmoid)", "2 things between the brackets"),
    "None": ("check(None)", "Leave out the brackets"),
    "an array": ("check(np.zeros((2, 3)))", "Leave out the brackets"),
    "another function": ("check(np.sin)", "no exercise of this course has the name sin"),
}


@pytest.mark.parametrize("misuse", MISUSES)
def test_a_check_called_by_mistake_says_how_to_call_it(run, misuse):
    source, words = MISUSES[misuse]
    ran = run(RIGHT + source)

    assert words in ran.texts[0]
    assert [1] == [len(one["traceback"]) for one in ran.errors]
    assert "Traceback" not in ran.errors[0]["traceback"][0]


def test_students_variables_and_random_states_stay_as_they_are(run):
    snapshot = "random.getstate(), repr(np.random.get_state()), np.geterr(), set(globals()) | {'before', 'after'}"
    run("import random\nnp.random.seed(7)\nrandom.seed(7)\nz = np.ones(3)\n" + RIGHT + PROPAGATE)
    run(f"before = {snapshot}")
    run("check(propagate)")
    run("check.hint(propagate); check.progress(); check.solution(propagate)")
    ran = run(f"after = {snapshot}\nnames = after[3] - before[3]\nprint(before[:3] == after[:3], z)\nprint(*names)")
    verdict, names = ran.printed.splitlines()

    assert "True [1. 1. 1.]" == verdict
    assert [] == [name for name in names.split() if not re.fullmatch(r"_i?\d*|_i+", name)]  # IPython's own history


# A name that is not defined


@pytest.mark.parametrize("call", ["check(sigmoid)", "check.hint(sigmoid)", "check.solution(sigmoid)"])
def test_an_exercise_that_is_not_defined_yet_gets_the_calm_panel(run, call):
    ran = run(call)

    assert ran.status == "error"
    assert "there is no function with this name" in ran.texts[0]
    assert [["sigmoid: nothing to check. The panel above says what to do next."]] == ran.lines
    assert points(ran) == 0


NAME_ERRORS = {
    "any name": "print(nothing_of_this_name)",
    "a name that is no exercise": "check(nothing_of_this_name)",
    "an exercise, not in a check": "sigmoid(1)",
    "an exercise, in another call": "print(sigmoid)",
    "inside the check's brackets": "check(propagate(sigmoid))",
    "in a function": "def outer():\n    return propagate(1)\nouter()",
    "in a local scope": "def outer():\n    later += 1\nouter()",
}


@pytest.mark.parametrize("source", NAME_ERRORS.values(), ids=NAME_ERRORS)
def test_any_other_name_error_is_shown_as_without_us(run, source):
    run("get_ipython().set_custom_exc((), None)")
    without = run(source)
    run(f'check = Check("{LESSON}")')
    ours = run(source)

    assert shown(without) == shown(ours)
    assert "NameError" in ours.errors[0]["traceback"][-1] or "UnboundLocalError" in ours.errors[0]["traceback"][-1]
    assert ours.texts == []


def shown(ran: Ran) -> tuple[str, list[tuple[str, str, str]]]:
    """Return status and errors, without the number of the cell."""
    errors = [(one["ename"], one["evalue"], "\n".join(one["traceback"])) for one in ran.errors]
    return ran.status, [(name, text, re.sub(r"In\[\d+\]", "In[]", lines)) for name, text, lines in errors]


def test_a_handler_of_somebody_elses_stays(run):
    run("get_ipython().set_custom_exc((ZeroDivisionError,), lambda shell, *error, **more: print('theirs'))")
    run(f'check = Check("{LESSON}")')

    assert "theirs\n" == run("1 / 0").printed


# Hints


def test_hints_rise_and_start_again_with_a_kind_word_also_for_a_stub(run):
    run("def propagate(w, b, X, Y):\n    raise NotImplementedError('propagate is not written yet')")
    texts = [run("check.hint(propagate)").texts[0].splitlines() for _ in range(4)]

    assert [f"→ propagate: hint {number} of 3" for number in (1, 2, 3, 1)] == [lines[0] for lines in texts]
    assert "You have seen all 3 hints" in texts[3][1]
    assert texts[0][1:] == texts[3][2:]


def test_hints_go_on_where_they_were_after_a_restart(run):
    run(STUB + "check.hint(sigmoid)")
    run(f'check = Check("{LESSON}")\nfrom helpers import progress\nprogress._at.cache_clear()')

    assert "hint 2 of" in run("check.hint(sigmoid)").texts[0]


@pytest.mark.parametrize("call", ["check.hint()", "check.hint(print)", "check.hint('no such')", "check.solution()"])
def test_a_hint_for_nothing_says_what_there_is(run, call):
    ran = run(call)

    assert ran.status == "ok"
    assert "sigmoid, initialize_with_zeros, propagate" in ran.texts[0]


# Solutions

TRIES = [
    "def sigmoid(z):\n    return z\n",
    "def sigmoid(z):\n    return 1 / z\n",
    "def sigmoid(z):\n    return np.exp(z)\n",
]
SAME = [
    "def sigmoid(z):\n    # a comment\n    return z\n",
    'def sigmoid(z):\n    """A docstring."""\n    return z\n',
]


def test_a_solution_opens_after_three_tries_that_differ(run):
    seen = []
    for source in TRIES:
        run(source + "check(sigmoid)")
        seen.append(run("check.solution(sigmoid)").texts[0])

    assert "1 honest try so far. It opens when the exercise passes, or after 2 more." in seen[0]
    assert "2 honest tries so far" in seen[1]
    assert "a solution" in seen[2].splitlines()[0]


def test_the_same_lines_again_are_no_further_try(run):
    for source in [TRIES[0], TRIES[0], *SAME]:
        run(source + "check(sigmoid)")

    assert "1 honest try so far" in run("check.solution(sigmoid)").texts[0]


def test_what_was_not_attempted_defined_or_ready_is_no_try(run):
    run(STUB + "check(sigmoid)")
    run("check(propagate)")
    run(PROPAGATE + "check(propagate)")

    assert "0 honest tries so far" in run("check.solution(sigmoid)").texts[0]
    assert "0 honest tries so far" in run("check.solution(propagate)").texts[0]


def test_after_a_pass_the_solution_is_shown_and_is_right_itself(run):
    run(RIGHT + "check(sigmoid)")
    solution = run("check.solution(sigmoid)").texts[0].split("\n\n", maxsplit=1)[1]
    run("del sigmoid")

    assert solution.startswith("def sigmoid(z):")
    assert "SOLUTION" not in solution
    assert ["✓ sigmoid: right, all cases pass."] == run(solution + "\ncheck(sigmoid)").texts


def test_a_teacher_can_switch_solutions_off(run):
    run(RIGHT + "check(sigmoid)")

    assert "released by your teacher" in run("os.environ['COURSE_SOLUTIONS'] = 'off'\ncheck.solution(sigmoid)").texts[0]


# Progress


def test_progress_is_a_table_with_icons_and_words_and_a_bar(run):
    run(RIGHT + "check(sigmoid)")
    run("def predict(w, b, X):\n    return X\ncheck(predict)")
    ran = run("check.progress()")
    lines = [line.strip() for line in ran.texts[0].splitlines()]

    assert f"{LESSON}: 1 of 6 exercises passed" == lines[0]
    assert [("sigmoid", "✓ passed"), ("predict", "✗ tried 1 time"), ("model", "○ not yet")] == [
        tuple(re.split(r"  +", lines[number])) for number in (2, 6, 7)
    ]
    assert '<progress value="1" max="6" aria-label="1 of 6 exercises passed"' in ran.html
    assert ran.html.count('<th scope="col"') == 2
    assert ran.html.count('<th scope="row"') == 6


# A plain terminal

SCRIPT = f"""
import functools
import numpy as np
from helpers.check import Check
check = Check("{LESSON}")
{WRONG}
check(sigmoid)
sigmoid = functools.partial(lambda k, z: k / (k + np.exp(-z)), 1)
check(sigmoid)
check(sigmoid(1))
check()
check.hint(sigmoid)
check.solution(sigmoid)
check.progress()
print("the end")
"""


def in_terminal(source: str, cwd: Path | None = None, **env: str) -> subprocess.CompletedProcess[str]:
    """Run Python without IPython."""
    return subprocess.run(
        [sys.executable, "-c", source],
        cwd=cwd,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_in_a_terminal_text_is_printed_and_no_exception_leaves(tmp_path):
    script = tmp_path / "homework.py"
    script.write_text(SCRIPT, encoding="utf-8")
    done = in_terminal(f"import runpy; runpy.run_path({str(script)!r})")

    assert (0, "") == (done.returncode, done.stderr)
    assert "✗ sigmoid: not right yet" in done.stdout
    assert "✓ sigmoid: right, all cases pass." in done.stdout
    assert "→ sigmoid: hint 1 of" in done.stdout
    assert done.stdout.endswith("the end\n")


def test_where_there_is_no_source_the_name_a_function_is_bound_to_counts():
    done = in_terminal(SCRIPT)

    assert (0, "") == (done.returncode, done.stderr)
    assert "✓ sigmoid: right, all cases pass." in done.stdout


def test_a_terminal_that_cannot_show_the_icons_shows_the_words():
    done = in_terminal(SCRIPT, PYTHONIOENCODING="ascii")

    assert (0, "") == (done.returncode, done.stderr)
    assert "? sigmoid: right, all cases pass." in done.stdout


@pytest.mark.parametrize("name", ["NBGRADER_EXECUTION", "NBGRADER_VALIDATING"])
def test_nothing_is_written_while_nbgrader_runs_the_notebook(tmp_path, name):
    done = in_terminal(SCRIPT, COURSE_PROGRESS=str(tmp_path / "grading" / "progress.json"), **{name: "1"})

    assert "the end" in done.stdout
    assert not (tmp_path / "grading").exists()


def test_a_kit_without_solutions_says_so_and_holds_no_other_way_to_one(tmp_path):
    kit = tmp_path / "kit" / "helpers"
    shutil.copytree(
        Path(helpers.__file__).parent, kit, ignore=shutil.ignore_patterns("solutions", "reference", "__pycache__")
    )
    done = in_terminal(SCRIPT + "import helpers\nprint(helpers.__file__)", cwd=kit.parent)

    assert (0, "") == (done.returncode, done.stderr)
    assert "Solutions are released by your teacher after grading." in done.stdout
    assert str(kit / "__init__.py") == done.stdout.splitlines()[-1]


# The solutions themselves


def test_solutions_are_written_from_the_notebook_once(tmp_path):
    from grader.lessons import find_lesson
    from grader.notebooks import read_notebook
    from grader.solutions import write_solutions

    lesson = find_lesson(LESSON)
    nb = read_notebook(Path(__file__).parent.parent / "notebooks" / LESSON / f"{LESSON}.ipynb")
    first, second = write_solutions(lesson, nb, tmp_path / "new"), write_solutions(lesson, nb, tmp_path / "new")
    text = (tmp_path / "new" / f"{LESSON}.json").read_text(encoding="utf-8")

    assert ([f"{LESSON}.json"], []) == (first, second)
    assert [exercise.name for exercise in lesson.exercises] == list(json.loads(text))
    assert "SOLUTION" not in text
