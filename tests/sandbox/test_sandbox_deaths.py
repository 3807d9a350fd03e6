"""A death costs the step it happens in and nothing else, whatever it is and whoever is to blame."""

import time

import pytest

from grader.sandbox import IsolatedRunner, Limits, Runner, Session
from helpers.records import Raised

STEP_SECONDS = 1
TIME_OUT = Raised("time_out", "1")

DEATHS = {
    "exit": ("import os; os._exit(3)", "it exited with code 3"),
    "segmentation fault": ("import ctypes; ctypes.string_at(0)", "signal 11 (Segmentation fault)"),
    "abort": ("import os; os.abort()", "killed by signal"),
    "recursion in C": (
        "import sys; sys.setrecursionlimit(10**9)\nclass A:\n    def __repr__(self): return repr(self)\nrepr(A())",
        "signal 11 (Segmentation fault)",
    ),
    "closing all files": ("import os; os.closerange(0, 256)", "it "),
    "garbage to every file": (
        "import os\nfor fd in range(256):\n    try: os.write(fd, b'garbage' * 10)\n    except OSError: pass",
        "it sent a malformed answer",
    ),
    "an announcement of an endless answer": (
        "import os; os.write(3, b'\\0\\0\\0\\2' + b'\\xff' * 8 + b'{}' + b'x' * 100_000)",
        "it sent a malformed answer",
    ),
    "broken built-ins": ("import builtins; builtins.len = None", "it exited with code 1"),
    "a broken json": ("import json; json.dumps = None", "it exited with code 1"),
}
HANGS = {
    "blocking signals": "import signal; signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))\nwhile True: pass",
    "an answer that never ends": "import os, signal\n"
    "for timer in (signal.ITIMER_REAL, signal.ITIMER_PROF): signal.setitimer(timer, 0)\n"
    "os.write(3, b'\\0\\0\\0\\x09' + b'\\0' * 8 + b'{')\nwhile True: pass",
}
ERRORS = {  # which the notebook survives by itself
    "SystemExit": "raise SystemExit(1)",
    "RecursionError": "def f(): f()\nf()",
    "MemoryError": "import numpy as np; np.ones(1 << 34)",
    "KeyboardInterrupt": "raise KeyboardInterrupt",
    "EOFError": "input()",
    "OSError": "open('big', 'wb').write(bytes(200_000_000))",
    "time_out": "while True:\n    try:\n        while True: pass\n    except BaseException: pass",
}
HOSTILE = {  # only behind walls: these reach for what is not theirs
    "hundreds of processes": "import os, time\nfor _ in range(400):\n    if os.fork() == 0:\n        time.sleep(1000)",
    "a tree of processes": "import os\nwhile True:\n    try: os.fork()\n    except OSError: pass",
    "killing the parent": "import os; os.kill(os.getppid(), 9)",
    "killing everybody": "import os; os.kill(-1, 9)",
    "killing the group": "import os; os.killpg(0, 9)",
    "killing all numbers": "import os\nfor pid in range(2, 200):\n    try: os.kill(pid, 9)\n    except OSError: pass",
    "stopping itself": "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
    "a full disk": "for i in range(10): open(f'b{i}', 'wb').write(bytes(30_000_000))",
}


def begin(session: Session, careful: bool) -> None:
    """Make a state worth keeping, and with `careful` one death, after which there are checkpoints."""
    session.run("state = [1]")
    session.run("def answer(x): return [*state, x]")
    if careful:
        assert session.run("import os; os._exit(0)").error == Raised("died", "it exited with code 0")
    session.run("state.append(2)")


def still_answers(session: Session) -> None:
    """See that the steps around the fatal one have kept their state."""
    assert session.call("answer", {"x": 3}).result == [1, 2, 3]
    assert session.run("state.append(3)").error is None
    assert session.call("answer", {"x": 4}).result == [1, 2, 3, 4]


@pytest.mark.parametrize("careful", [False, True], ids=["at first", "after a death"])
@pytest.mark.parametrize("name", DEATHS)
def test_a_death_costs_its_step(runner: Runner, name: str, careful: bool) -> None:
    source, words = DEATHS[name]
    with runner.session() as session:
        begin(session, careful)
        died = session.run(source)
        assert died.error is not None
        assert died.error.kind == "died"
        assert words in died.error.text
        assert died.outputs[-1]["output_type"] == "error"
        still_answers(session)


@pytest.mark.parametrize("careful", [False, True], ids=["at first", "after a death"])
@pytest.mark.parametrize("name", HANGS)
def test_a_hang_costs_its_step(isolated: Runner, name: str, careful: bool) -> None:
    with isolated.session() as session:
        begin(session, careful)
        error = session.run(HANGS[name]).error
        assert error == TIME_OUT or (careful and error == Raised("died", "it sent a malformed answer"))
        still_answers(session)


@pytest.mark.parametrize("name", ERRORS)
def test_an_error_costs_its_step(runner: Runner, name: str) -> None:
    with runner.session() as session:
        begin(session, careful=False)
        error = session.run(ERRORS[name]).error
        assert error is not None
        assert error.kind == name
        still_answers(session)


@pytest.mark.parametrize("careful", [False, True], ids=["at first", "after a death"])
@pytest.mark.parametrize("name", HOSTILE)
def test_an_attack_costs_its_step_at_most(isolated: Runner, name: str, careful: bool) -> None:
    with isolated.session() as session:
        begin(session, careful)
        session.run(HOSTILE[name])
        still_answers(session)
    with isolated.session() as session:
        assert session.run("print('next')").outputs[0]["text"] == "next\n"


def test_a_child_that_goes_on_does_not_answer_too(runner: Runner) -> None:
    with runner.session() as session:
        begin(session, careful=False)
        assert session.run("import os\npid = os.fork()").error is None
        still_answers(session)


def test_what_a_step_leaves_running_does_not_outlive_it(isolated: Runner) -> None:
    spin = "import os\npid = os.fork()\nwhile pid == 0: pass"
    with isolated.session() as session:
        assert session.run(spin).error is None
        gone = session.run("while True:\n    os.kill(pid, 0)\n    os.waitpid(pid, 0)").error
        assert gone is not None
        assert gone.kind in ("ProcessLookupError", "ChildProcessError")


def test_a_call_that_dies_costs_itself(runner: Runner) -> None:
    with runner.session() as session:
        begin(session, careful=False)
        session.run("import os\ndef dies(code): os._exit(code)\ndef fine(): return state")
        for code in (1, 2):
            assert session.call("dies", {"code": code}).error == Raised("died", f"it exited with code {code}")
            assert session.call("fine", {}).result == [1, 2]
        still_answers(session)


def test_a_hog_is_stopped_by_its_limit(isolation: None) -> None:
    limits = Limits(memory_bytes=700 * 2**20)
    with IsolatedRunner(limits) as runner, runner.session() as session:
        begin(session, careful=False)
        hog = "hoard = []\nwhile True: hoard.append(bytearray(50_000_000))"
        assert session.run(hog).error.kind in ("MemoryError", "died")  # type: ignore[union-attr]
        session.run("hoard = None")
        still_answers(session)


def test_processor_time_is_limited(isolation: None) -> None:
    limits = Limits(cpu_seconds=1, cell_seconds=60)
    with IsolatedRunner(limits) as runner, runner.session() as session:
        begin(session, careful=False)
        assert session.run("while True: pass").error == Raised("died", "it used more than 1 seconds of processor time")
        still_answers(session)


@pytest.mark.parametrize("careful", [False, True], ids=["at first", "after a death"])
def test_a_step_has_its_time_however_long_it_waits_for_its_turn(isolation: None, careful: bool) -> None:
    """To sleep is what a step does on a busy machine; a loop ends all the same, and so does what sleeps too long."""
    limits = Limits(cell_seconds=0.4, call_seconds=0.4, patience=5, grace_seconds=0.5)
    with IsolatedRunner(limits) as runner, runner.session() as session:
        begin(session, careful)
        session.run("import time\ndef late(): time.sleep(0.8); return 7")
        assert session.run("time.sleep(0.8)").error is None
        assert session.call("late", {}).result == 7
        assert session.run("while True: pass").error == Raised("time_out", "0.4")
        assert session.run("time.sleep(1000)").error == Raised("time_out", "0.4")
        still_answers(session)


def test_a_step_that_dies_only_when_run_again_is_left_out(runner: Runner) -> None:
    """It asks the driver's own clock whether this is the first time: a deadline that the first run meets."""
    with runner.session() as session:
        session.run("kept = 1\nimport os, time")
        met = time.monotonic() + 1.0
        session.run(f"kept = 2\nif time.monotonic() > {met}: os._exit(6)")
        assert session.run(f"while time.monotonic() < {met}: pass\nos._exit(5)").error is not None
        assert session.run("print(kept)").outputs[0]["text"] == "1\n"


def test_replays_end_when_their_time_is_up(runner: Runner) -> None:
    session = Session(runner._new_fork, Limits(replay_seconds=0, cell_seconds=3), runner._reference)
    with session:
        session.run("kept = 1")
        assert session.run("import os; os._exit(5)").error == Raised("died", "it exited with code 5")
        assert session.run("2").error == Raised("time_out", "0")
        assert session.call("f", {}).error == Raised("time_out", "0")


def test_a_session_ends_when_its_time_is_up(runner: Runner) -> None:
    with Session(runner._new_fork, Limits(session_seconds=0), runner._reference) as session:
        assert session.run("1").error is None
        assert session.run("2").error == Raised("time_out", "0")


def test_randomness_is_the_same_with_and_without_checkpoints(runner: Runner) -> None:
    def thrown(careful: bool) -> str:
        with runner.session() as session:
            session.run("import os, random; random.seed(1)")
            if careful:
                session.run("os._exit(1)")
            session.run("random.random()")
            return str(session.run("print(random.random())").outputs[0]["text"])

    assert thrown(False) == thrown(True)
