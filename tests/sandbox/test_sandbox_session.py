"""What a submission sees of a notebook's kernel, and what comes back of its cells and calls."""

import base64

import numpy as np
import pytest

from grader.sandbox import CellResult, Limits, Runner, Session
from helpers.cases import FOLDER
from helpers.plain import Opaque, identical
from helpers.records import Observation, Raised

STEP_SECONDS = 2
SHORT = Limits(cell_seconds=0.5, call_seconds=0.5)  # for what is to run into its limit


def shown(runner: Runner, *cells: str) -> list[dict]:
    """Run the cells of one submission; return the outputs of the last."""
    with runner.session() as session:
        return [session.run(cell) for cell in cells][-1].outputs


def texts(outputs: list[dict]) -> str:
    return "".join(output.get("text", "") for output in outputs)


def called(runner: Runner, cell: str, **arguments: object) -> Observation:
    """Define f in a cell and call it."""
    with runner.session() as session:
        assert session.run(cell).error is None
        return session.call("f", arguments)


def test_prints_values_and_displays_come_in_order(runner: Runner) -> None:
    outputs = shown(
        runner,
        "import sys\nprint('a')\nprint('b')\nprint('c', file=sys.stderr)\ndisplay({'k': 1})\nprint('d')\n6 * 7",
    )
    assert outputs == [
        {"output_type": "stream", "name": "stdout", "text": "a\nb\n"},
        {"output_type": "stream", "name": "stderr", "text": "c\n"},
        {"output_type": "display_data", "data": {"text/plain": "{'k': 1}"}, "metadata": {}},
        {"output_type": "stream", "name": "stdout", "text": "d\n"},
        {"output_type": "execute_result", "data": {"text/plain": "42"}, "metadata": {}, "execution_count": 1},
    ]


def test_outputs_are_valid_in_a_notebook(runner: Runner) -> None:
    import nbformat

    outputs = shown(runner, "import sys\nprint(1)\ndisplay(2)\nprint(3, file=sys.stderr)\n1 / 0")
    cell = nbformat.v4.new_code_cell("", outputs=[nbformat.from_dict(output) for output in outputs])
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))


def test_a_figure_is_a_picture_in_the_output(runner: Runner) -> None:
    figure, *rest = shown(runner, "%matplotlib inline\nimport matplotlib.pyplot as plt", "plt.plot([1, 2]);")
    assert rest == []
    assert base64.b64decode(figure["data"]["image/png"]).startswith(b"\x89PNG")


def test_a_display_can_be_changed_and_cleared(runner: Runner) -> None:
    outputs = shown(
        runner,
        "from IPython.display import clear_output\nprint('gone')\nclear_output()\n"
        "handle = display('old', display_id=True)\nhandle.update('new')",
    )
    assert [output["data"]["text/plain"] for output in outputs] == ["'new'"]


def test_cells_are_counted_as_in_a_notebook(runner: Runner) -> None:
    with runner.session() as session:
        assert [session.run(cell).count for cell in ("1", "1 / 0", "import os; os._exit(1)", "4")] == [1, 2, 3, 4]
        assert session.run("_").outputs[0]["execution_count"] == 5


def test_an_error_names_its_kind_its_text_and_the_students_own_line(runner: Runner) -> None:
    with runner.session() as session:
        session.run("import numpy as np\ndef f(x):\n    return np.dot(x, x.T[:1])  # mine")
        error = session.run("f(np.ones((2, 3)))").error
        assert error is not None
        assert (error.kind, error.line) == ("ValueError", "return np.dot(x, x.T[:1])  # mine")
        assert "not aligned" in error.text
        assert session.run("1 +").error.kind == "SyntaxError"  # type: ignore[union-attr]


def test_leaving_the_notebook_is_an_error_of_the_cell_only(runner: Runner) -> None:
    with runner.session() as session:
        assert session.run("kept = 1\nraise SystemExit(3)").error == Raised("SystemExit", "3", "raise SystemExit(3)")
        assert session.run("exit()").error is None
        assert texts(session.run("print(kept)").outputs) == "1\n"


def test_commands_say_that_they_do_nothing(runner: Runner) -> None:
    assert "no command line here" in texts(shown(runner, "!rm -rf /"))
    assert "no command line here" in texts(shown(runner, "%pip install nothing-at-all"))


def test_await_works_at_top_level(runner: Runner) -> None:
    assert texts(shown(runner, "import asyncio\nawait asyncio.sleep(0)\nprint('done')")) == "done\n"


@pytest.mark.parametrize("cell", ["print('x' * 30_000_000)", "for _ in range(100_000): print('y' * 100)"])
def test_long_output_is_cut_with_a_note(runner: Runner, cell: str) -> None:
    outputs = shown(runner, cell)
    assert len(texts(outputs)) <= runner.limits.output_bytes + 200
    assert "was cut" in outputs[-1]["text"]


def test_a_large_display_is_left_out_with_a_note(runner: Runner) -> None:
    assert "was cut" in texts(shown(runner, "display({'text/plain': 'x' * 5_000_000}, raw=True)"))


def test_odd_displays_do_no_harm(runner: Runner) -> None:
    odd = "{'text/plain': 'a\\0b\\ud800', 'image/png': b'\\x89', 'application/json': {'x': float('nan')}, 'text/x': 5}"
    (output,) = shown(runner, f"display({odd}, raw=True)")
    assert output["data"]["text/plain"] == "a\N{REPLACEMENT CHARACTER}b?"
    assert output["data"]["application/json"] == {"x": None}


def test_arguments_and_results_survive_the_way_to_the_last_bit(runner: Runner) -> None:
    value = {
        "matrix": np.random.default_rng(0).normal(size=(3, 4)),
        "none": None,
        "numbers": [True, 3, 2.5, float("inf"), np.array(1.5)],
        "empty": np.zeros((0, 3)),
        "bools": np.array([True, False]),
        "transposed": np.arange(6).reshape(2, 3).T,
        "text": "tanh \N{GREEK SMALL LETTER ALPHA}",
        "nested": ({"a": (1,)},),
    }
    got = called(runner, "def f(x): return x", x=value)
    assert got.error is None
    assert identical(got.result, {**value, "transposed": np.ascontiguousarray(value["transposed"])})


def test_a_call_tells_what_was_changed_and_drops_what_was_printed(runner: Runner) -> None:
    got = called(runner, "def f(a, b):\n    print('no')\n    b += 1\n    return a", a=1, b=np.zeros(2))
    assert (got.result, got.changed) == (1, ("b",))


def test_objects_of_the_students_own_stay_inside(runner: Runner) -> None:
    cell = "class Sly(float):\n    def __eq__(self, other): return True\ndef f(): return [Sly(1), print]"
    got = called(runner, cell)
    assert got.result == [Opaque("Sly"), Opaque("builtin_function_or_method")]


def test_what_is_missing_or_no_function_is_told(runner: Runner) -> None:
    with runner.session() as session:
        session.run("g = 3\ndef f(x): return 1 / x")
        assert session.call("nothing", {}).error == Raised("not_defined", "nothing")
        assert session.call("g", {}).error == Raised("not_callable", "a whole number")
        assert session.call("f", {}).error.kind == "signature"  # type: ignore[union-attr]
        assert session.call("f", {"x": 0}).error == Raised(
            "ZeroDivisionError", "division by zero", "def f(x): return 1 / x"
        )


def test_an_answer_too_large_is_no_answer_but_costs_nothing_else(runner: Runner) -> None:
    huge = called(runner, "import numpy as np\ndef f(): return np.zeros(20_000_000)")
    long = called(runner, "def f(): return [[0.123456789] * 10_000] * 15")
    assert huge.result == long.result == Opaque("value too large to be an answer")


def test_an_endless_loop_is_stopped_and_the_state_kept(runner: Runner) -> None:
    with Session(runner._new_fork, SHORT, runner._reference) as session:
        session.run("kept = 5\ndef f():\n    while True: pass")
        stopped = session.run("kept = 6\nwhile True: pass")
        assert stopped.error == Raised("time_out", "0.5")
        assert stopped.outputs[-1]["ename"] == "TimeUp"
        assert session.call("f", {}).error == stopped.error
        assert texts(session.run("print(kept)").outputs) == "6\n"


def test_cells_run_on_where_their_folder_is_gone(runner: Runner) -> None:
    with runner.session() as session:
        session.run("import os, tempfile\nwith tempfile.TemporaryDirectory() as folder: os.chdir(folder)")
        assert texts(session.run("def f(x): return 1 / x\nprint(f(1))").outputs) == "1.0\n"
        assert session.run("f(0)").error == Raised("ZeroDivisionError", "division by zero", "def f(x): return 1 / x")


def test_two_runs_of_one_notebook_are_the_same(runner: Runner) -> None:
    cells = ("import random, numpy as np", "print(random.random(), np.random.rand(), hash('a'), {'b', 'a', 'c'})")
    assert shown(runner, *cells) == shown(runner, *cells)


def test_isolated_and_plain_give_the_same(isolated: Runner, plain: Runner) -> None:
    cells = (
        "import numpy as np, matplotlib.pyplot as plt",
        "def f(x): return x @ x.T, {'n': x.size}",
        "plt.hist(np.random.rand(100));",
        "f",
        "1 / 0",
        "f(",
        "raise SystemExit",
        "import os; os._exit(4)",
        "print(np.random.rand(2)); display(np.eye(2))",
        "while True: pass",
    )

    def all_of(session: Session) -> list[CellResult | Observation]:
        results: list[CellResult | Observation] = [session.run(cell) for cell in cells]
        return [*results, session.call("g", {}), session.call("f", {"x": 3})]

    enough = Limits(cell_seconds=3)  # of processor time for a figure, on a machine that others keep busy
    with (
        Session(isolated._new_fork, enough, isolated._reference) as one,
        Session(plain._new_fork, enough, plain._reference) as other,
    ):
        assert all_of(one) == all_of(other)
        x = {"x": np.random.default_rng(1).normal(size=(4, 5))}
        assert identical(one.call("f", x).result, other.call("f", x).result)


@pytest.mark.parametrize("name", ["numpy", "np", "h5py", "matplotlib", "helpers"])
def test_what_a_notebook_does_not_import_is_not_there(runner: Runner, name: str) -> None:
    assert shown(runner, f"print({name})")[-1]["ename"] == "NameError"


def test_case_files_are_looked_at_before_the_fork(runner: Runner) -> None:
    looked_at = "from helpers import cases\nprint(cases.require_lesson.cache_info().currsize)"
    assert texts(shown(runner, looked_at)) == f"{len(list(FOLDER.glob('*.h5')))}\n"
    asked = shown(runner, f"from helpers.check import Check\n{looked_at}\nCheck('no-such-lesson')")
    assert "no-such-lesson" in asked[-1]["evalue"]


def test_the_course_is_there(runner: Runner) -> None:
    outputs = shown(runner, "from helpers.check import Check\nimport helpers\nprint(helpers.__name__)")
    assert texts(outputs) == "helpers\n"
    error = shown(runner, "import helpers.reference")[-1]
    assert error["ename"] == "ModuleNotFoundError"
