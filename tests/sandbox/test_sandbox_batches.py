"""Several cells, or cases of one question, in one request: what comes is what comes of them one by one."""

import dataclasses
from collections.abc import Sequence

import numpy as np
import pytest

from grader.sandbox import CellResult, IsolatedRunner, Runner, Session, StandIns
from helpers.plain import identical
from helpers.records import Observation, Raised
from helpers.reference import logistic_regression, one_hidden_layer

STEP_SECONDS = 1
MEGABYTE = 2**20
DIED = Raised("died", "it exited with code 3")
CELLS = {
    "well": ["x = 1", "print(x)", "x + 1", "1 / 0", "x += 1", "print(x)"],
    "an exit": ["x = [1]", "x.append(2); print(x)", "import os; os._exit(3)", "x.append(3)", "print(x)"],
    "an exit first": ["import os; os._exit(3)", "x = 1", "print(x)"],
    "an exit last": ["x = 1", "print(x)", "import os; os._exit(3)"],
    "two exits": ["x = 1", "import os; os._exit(3)", "x += 1", "import os; os._exit(3)", "print(x)"],
    "an endless loop": ["x = 1", "x = 2\nwhile True: pass", "print(x)"],
    "a loop that hears no alarm": [
        "x = 1",
        "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))\nx = 2\nwhile True: pass",
        "print(x)",
    ],
    "a child that goes on": ["import os; x = 1", "child = os.fork(); print('once')", "print(x)"],
    "much to say": [f"print('a' * {MEGABYTE - 100})", f"print('b' * {MEGABYTE - 100})", "print('c')"],
    "too much to say": [f"print('a' * {2 * MEGABYTE})", "print('c')"],
    "none": [],
}
ANSWERS = {
    "well": "return 2 * x",
    "an error": "return 1 / x",
    "an exit": "import os\n    return x if x < 2 else os._exit(3)",
    "an exit first": "import os; os._exit(3)",
    "an endless loop": "while x == 2: pass\n    return x",
    "not attempted": "raise NotImplementedError",
    "memory": "global seen\n    seen = [*globals().get('seen', []), x]\n    return seen",
    "large arrays": "import numpy as np\n    return np.full(2_000_000, x)",
    "too large an array": "import numpy as np\n    return np.full(3_000_000, x)",
    "its argument": "x.append(1)",
}


def outputs(results: Sequence[CellResult]) -> list[tuple[object, Raised | None, int | None]]:
    return [(one.outputs, one.error, one.count) for one in results]


@pytest.mark.parametrize("name", CELLS)
def test_cells_do_together_what_they_do_one_by_one(runner: Runner, name: str) -> None:
    cells = CELLS[name]
    with runner.session() as one, runner.session() as other:
        assert outputs([one.run(cell) for cell in cells]) == outputs(other.run_each(cells))
        assert outputs([one.run("2")]) == outputs([other.run("2")])


def seen(observations: Sequence[Observation]) -> list[tuple[object, Raised | None, object]]:
    return [(one.result, one.error, one.changed) for one in observations]


@pytest.mark.parametrize("cases", [(0, 1, 2, 3), ([0], [1])])
@pytest.mark.parametrize("name", ANSWERS)
def test_cases_are_answered_together_as_one_by_one(runner: Runner, name: str, cases: Sequence[object]) -> None:
    arguments = [{"x": case} for case in cases]
    with runner.session() as one, runner.session() as other:
        for session in (one, other):
            session.run(f"def f(x):\n    {ANSWERS[name]}")
        alone = [one.call("f", case) for case in arguments]
        together = other.call_each("f", arguments)

        assert identical(seen(alone[: len(together)]), seen(together))
        assert len(together) == len(alone) or together[-1].error in (
            DIED,
            Raised("time_out", "1"),
            Raised("NotImplementedError", "", "raise NotImplementedError"),
        )


def test_after_a_death_cases_are_asked_one_by_one(runner: Runner) -> None:
    with runner.session() as session:
        session.run("state = [5]\ndef f(x):\n    import os\n    return state[0] + x if x < 2 else os._exit(3)")
        for _ in range(2):
            got = session.call_each("f", [{"x": x} for x in range(4)])
            assert [one.result for one in got[:2]] == [5, 6]
            assert [one.error for one in got[2:]] == [DIED]


def test_time_for_all_steps_is_up_in_the_midst_of_them(runner: Runner, limits) -> None:
    short = dataclasses.replace(limits, session_seconds=0.5)
    with Session(runner._new_fork, short, runner._reference) as session:
        results = session.run_each(["x = 1", "import time; time.sleep(0.6)", "x", "x"])

    assert [one.error for one in results[2:]] == [Raised("time_out", "0.5")] * 2
    assert results[0].error is None


def test_cases_with_stand_ins_are_answered_together(runner: Runner) -> None:
    stand_ins = StandIns({"sigmoid": logistic_regression.sigmoid})
    with runner.session() as session:
        session.run("def f(z): return sigmoid(z)")
        kept = session.keep("f")
        session.run("def f(z): return -sigmoid(z)")
        cases = [{"z": np.array([float(z)])} for z in range(3)]
        now = session.call_each("f", cases, stand_ins)
        then = session.call_each("f", cases, stand_ins, kept)

    want = [logistic_regression.sigmoid(case["z"]) for case in cases]
    assert identical([want, [-value for value in want]], [[one.result for one in some] for some in (then, now)])
    assert stand_ins.called == {"sigmoid"}


def test_what_a_stand_in_draws_is_the_same_in_each_case(runner: Runner) -> None:
    stand_ins = StandIns({"initialize_parameters": one_hidden_layer.initialize_parameters})
    with runner.session() as session:
        session.run("def f(n): return initialize_parameters(n, 2, 1)")
        one, other = session.call_each("f", [{"n": 3}, {"n": 3}], stand_ins)

    assert identical(one.result, other.result)


FORGED = "import gc, json, os, struct\n" + "\n".join(
    [
        "def send(message):",
        "    text = json.dumps(message).encode()",
        "    os.write(3, struct.pack('>IQ', len(text), 0) + text)",
        "token = next(o['step'] for o in gc.get_objects() if type(o) is dict and {'step', 'do'} <= set(o))",
    ]
)


def test_answers_forged_for_later_steps_harm_the_forger_alone(isolated: IsolatedRunner) -> None:
    forged = "for _ in range(3): send({'step': token, 'outputs': [], 'error': None})"
    with isolated.session() as session:
        results = session.run_each([FORGED, forged, "print('later')", "1 / 0"])
        assert len(results) == 4
        session.run("def f(x): return x")
        assert session.call("f", {"x": 1}).result in (1, None)
    with isolated.session() as session:
        assert session.run("print(1)").outputs[0]["text"] == "1\n"
