"""A watched loop counts as `range` does, shows how far it is, and ends cleanly when it is interrupted."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from types import SimpleNamespace
from typing import Any

import IPython
import IPython.display
import numpy as np
import pytest

from helpers import training
from helpers.training import Bar, Steps


@pytest.fixture(autouse=True)
def before(monkeypatch: pytest.MonkeyPatch) -> Any:
    """No nbgrader runs this; every test leaves the handler of interruptions as it was."""
    for name in training.GRADING:
        monkeypatch.delenv(name, raising=False)
    inherited = signal.signal(signal.SIGINT, signal.default_int_handler)  # whoever began us may ignore interruptions
    yield signal.default_int_handler
    left = signal.signal(signal.SIGINT, inherited)
    assert signal.default_int_handler is left


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A kernel with a page; every state of the bar on it, as HTML."""
    states: list[str] = []

    class Handle:
        def update(self, bar: Bar) -> None:
            states.append(bar.html())

    def display(bar: Bar, display_id: bool) -> Handle:
        states.append(bar.html())
        return Handle()

    monkeypatch.setattr(IPython, "get_ipython", lambda: SimpleNamespace(kernel=True))
    monkeypatch.setattr(IPython.display, "display", display)
    monkeypatch.setattr(training, "REFRESH_SECONDS", -1.0)  # every step is shown
    return states


def interrupt() -> None:
    signal.raise_signal(signal.SIGINT)


@pytest.mark.parametrize("watch", [False, True])
@pytest.mark.parametrize("number", [0, 1, 7])
def test_steps_count_as_range_does(number: int, watch: bool) -> None:
    assert list(range(number)) == list(Steps(number, watch))


def test_unwatched_steps_show_nothing_and_leave_interruptions_alone(
    before: Any, page: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    steps = Steps(3)
    for _ in steps:
        steps.show(0.5)
        assert before is signal.getsignal(signal.SIGINT)

    assert ([], "") == (page, capsys.readouterr().out)


def test_without_a_notebook_each_cost_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    steps = Steps(201, watch=True)
    for i in steps:
        if i % 100 == 0:
            steps.show(np.array([[0.5 + i]]))

    assert [
        "Cost after iteration 0: 0.500000",
        "Cost after iteration 100: 100.500000",
        "Cost after iteration 200: 200.500000",
    ] == capsys.readouterr().out.splitlines()


def test_in_a_notebook_one_bar_grows_and_nothing_is_printed(
    page: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    steps = Steps(4, watch=True)
    for _ in steps:
        steps.show(0.25)

    assert ["1 of 4 steps", "2 of 4 steps", "3 of 4 steps"] == [
        state.split("> ")[-1].split(",")[0] for state in page[:3]
    ]
    assert 'value="4" max="4"' in page[-1]
    assert "4 of 4 steps, cost 0.2500</div>" in page[-1]
    assert "" == capsys.readouterr().out


@pytest.mark.parametrize("name", training.GRADING)
def test_nothing_is_shown_while_nbgrader_runs_the_notebook(
    name: str, page: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(name, "1")
    steps = Steps(3, watch=True)
    for _ in steps:
        steps.show(0.5)

    assert ([], "") == (page, capsys.readouterr().out)


def test_an_interruption_ends_the_loop_after_its_step(capsys: pytest.CaptureFixture[str]) -> None:
    """The step that it falls into is finished: nothing is half updated."""
    finished = []
    for i in Steps(10, watch=True):
        if i == 3:
            interrupt()
        finished.append(i)

    assert [0, 1, 2, 3] == finished
    assert "stopped by hand after 4 of 10 steps; what was learned so far is kept" in capsys.readouterr().out


def test_a_second_interruption_within_a_step_is_one_as_ever() -> None:
    def impatient() -> None:
        for _ in Steps(10, watch=True):
            interrupt()
            interrupt()

    with pytest.raises(KeyboardInterrupt):
        impatient()


def test_an_error_in_the_loop_leaves_it_as_it_came(before: Any) -> None:
    def broken() -> None:
        for _ in Steps(10, watch=True):
            raise ValueError("mine")

    with pytest.raises(ValueError, match="mine"):
        broken()


def test_a_loop_that_is_left_early_gives_interruptions_back(before: Any) -> None:
    for _ in Steps(10, watch=True):
        break

    assert before is signal.getsignal(signal.SIGINT)


def test_another_thread_counts_as_well() -> None:
    """Signals belong to the main thread."""
    counted: list[int] = []
    thread = threading.Thread(target=lambda: counted.extend(Steps(5, watch=True)))
    thread.start()
    thread.join()

    assert [0, 1, 2, 3, 4] == counted


def test_the_bar_reads_without_a_picture() -> None:
    assert "[###############...............] 50 of 100 steps, cost 0.6931, about 3 s left" == repr(
        Bar(50, 100, cost=0.69314, seconds=3.2)
    )


INTERRUPTED_OUTSIDE = """
import os, signal
from helpers.training import Steps
for i in Steps(10**9, watch=True):
    if i == 5:
        os.kill(os.getpid(), signal.SIGINT)
print("went on with", i)
"""


def test_a_training_in_a_terminal_is_stopped_by_its_signal() -> None:
    ended = subprocess.run([sys.executable, "-c", INTERRUPTED_OUTSIDE], capture_output=True, text=True, timeout=60)

    assert (0, "") == (ended.returncode, ended.stderr)
    assert "went on with 5" in ended.stdout
