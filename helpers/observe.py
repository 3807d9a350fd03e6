"""Call a student's function once and write down what happened; nothing it does may outlive the call."""

from __future__ import annotations

import contextlib
import inspect
import io
import linecache
import random
import signal
import threading
import warnings
from collections.abc import Callable, Iterator
from copy import deepcopy
from typing import Any

import numpy as np

from helpers.plain import identical, to_plain
from helpers.records import Observation, Raised

CALL_SECONDS = 10.0
REPEAT_SECONDS = 0.05  # a loop that swallows the first alarm meets the next
MAX_TEXT = 300


class TimeUp(BaseException):
    """The alarm of `time_limit`; not an Exception, so that `except Exception` lets it pass."""


def observe(fn: Callable[..., Any], arguments: dict[str, Any], seconds: float = CALL_SECONDS) -> Observation:
    """Call ``fn(*arguments.values())`` on a copy and return an `Observation`.

    Prints, warnings and text on stderr are dropped, the global random state is put back, and an endless
    loop ends after `seconds` (where the platform has an alarm and we are on the main thread).
    """
    given = deepcopy(arguments)
    with quiet(), same_random_state():
        try:
            inspect.signature(fn).bind(*given.values())
        except (TypeError, ValueError) as unfit:
            return Observation(error=Raised("signature", str(unfit)[:MAX_TEXT]))
        result, error = _call(fn, given, seconds)
    changed = tuple(name for name in given if not identical(to_plain(given[name]), arguments[name]))
    return Observation(result, error, changed)


def _call(fn: Callable[..., Any], given: dict[str, Any], seconds: float) -> tuple[Any, Raised | None]:
    try:
        with time_limit(seconds):
            return to_plain(fn(*given.values())), None
    except TimeUp:
        return None, Raised("time_out", f"{seconds:g}")
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # SystemExit and its like are the answer's fault, not ours
        return None, raised(error, fn)


def raised(error: BaseException, fn: Callable[..., Any]) -> Raised:
    """Describe an exception by its class, its text and the student's own line it came from."""
    try:
        text = str(error)[:MAX_TEXT]
    except BaseException:  # __str__ may be the student's
        text = ""
    return Raised(type(error).__name__[:80], text, _own_line(error, fn))


def _own_line(error: BaseException, fn: Callable[..., Any]) -> str:
    own_file = getattr(getattr(fn, "__code__", None), "co_filename", None)
    line, step = "", error.__traceback__
    while step is not None:
        if step.tb_frame.f_code.co_filename == own_file:
            line = linecache.getline(own_file, step.tb_lineno).strip()
        step = step.tb_next
    return line[:MAX_TEXT]


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Drop what is printed and warned of; a message on stderr must not cost points."""
    with (
        contextlib.redirect_stdout(io.StringIO()),
        contextlib.redirect_stderr(io.StringIO()),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def same_random_state() -> Iterator[None]:
    """Seed the global generators for a repeatable call, and put them back as they were."""
    python_state, numpy_state = random.getstate(), np.random.get_state()  # noqa: NPY002 - it is theirs
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002
    try:
        yield
    finally:
        random.setstate(python_state)
        np.random.set_state(numpy_state)  # noqa: NPY002


@contextlib.contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise `TimeUp` after `seconds`, and again and again until the block is left."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    running = True

    def ring(*_: object) -> None:
        if running:
            raise TimeUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, REPEAT_SECONDS)
    try:
        yield
    finally:
        running = False
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
