"""Call a student's function once and write down what happened; nothing it does may outlive the call."""

from __future__ import annotations

import contextlib
import inspect
import io
import itertools
import linecache
import random
import signal
import sys
import threading
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import partial
from types import FrameType, FunctionType, SimpleNamespace
from typing import Any

import numpy as np

from helpers.plain import identical, name_of, to_plain
from helpers.records import NO_DEFAULT, Call, Observation, Raised

CALL_SECONDS = 10.0
REPEAT_SECONDS = 0.05  # a loop that swallows the first alarm meets the next
PATIENT_RINGS = 3  # then alarms follow so soon that one will meet the loop between two tries:
PAUSES = tuple(microseconds * 1e-6 for microseconds in range(1, 60))
MAX_TEXT = 300
# errors after which no call would tell more
LAST_WORDS = ("time_out", "died", "NotImplementedError", "not_defined", "not_callable")


class TimeUp(BaseException):
    """The alarm of `time_limit`; not an Exception, so that `except Exception` lets it pass."""


def observe(
    fn: Callable[..., Any], arguments: dict[str, Any], seconds: float = CALL_SECONDS, wall: float | None = None
) -> Observation:
    """Call ``fn(*arguments.values())`` on a copy and return an `Observation`.

    Prints, warnings and text on stderr are dropped, the global random state is put back, and an endless
    loop ends after `seconds` (where the platform has an alarm and we are on the main thread); see `time_limit`.
    """
    with same_random_state():
        return observe_seeded(fn, arguments, seconds, wall)


def observe_seeded(
    fn: Callable[..., Any], arguments: dict[str, Any], seconds: float = CALL_SECONDS, wall: float | None = None
) -> Observation:
    """Do what `observe` does, where nobody minds the global random state that is left behind."""
    given = deepcopy(arguments)
    seed_global_generators()
    with quiet():
        observed = _call(fn, given, seconds, wall)
    changed = tuple(name for name in given if not identical(to_plain(given[name]), to_plain(arguments[name])))
    return replace(observed, changed=changed)


def each(call: Callable[[dict[str, Any]], Observation], cases: Sequence[dict[str, Any]]) -> list[Observation]:
    """Return what a call does on one case after another, up to the first after which no other would tell more."""
    observations: list[Observation] = []
    for arguments in cases:
        observations.append(call(arguments))
        if has_ended(observations[-1]):
            break
    return observations


def calling(fn: Callable[..., Any], seconds: float = CALL_SECONDS) -> Call:
    """Return what observes a function of this interpreter case by case."""
    return partial(each, partial(observe, fn, seconds=seconds))


def has_ended(observation: Observation) -> bool:
    """Whether no further call would tell more."""
    return observation.error is not None and observation.error.kind in LAST_WORDS


def _call(fn: Callable[..., Any], given: dict[str, Any], seconds: float, wall: float | None) -> Observation:
    try:
        with time_limit(seconds, wall):
            return _run(fn, given)
    except TimeUp:
        return Observation(error=Raised("time_out", f"{seconds:g}"))


def _run(fn: Callable[..., Any], given: dict[str, Any]) -> Observation:
    """Do all that may run a student's code: the call, and asking its signature and its exception for their texts."""
    try:
        signature = _signature(fn)
        unfit = _misfit(signature, given)
        if unfit:
            return Observation(error=Raised("signature", unfit[:MAX_TEXT]))
        return Observation(to_plain(fn(*given.values())), defaults=defaults(signature))
    except (TimeUp, KeyboardInterrupt):
        raise
    except BaseException as error:  # SystemExit and its like are the answer's fault, not ours
        return Observation(error=raised(error, fn))


def _signature(fn: Callable[..., Any]) -> inspect.Signature | None:
    """Return the signature of `fn`, None where it does not tell, as NumPy's own functions."""
    try:
        return inspect.signature(fn)
    except (TypeError, ValueError):
        return None


def _misfit(signature: inspect.Signature | None, given: dict[str, Any]) -> str:
    """Return why a function cannot take these arguments, "" where it can or does not tell."""
    if signature is not None:
        try:
            signature.bind(*given.values())
        except TypeError as unfit:
            return str(unfit)
    return ""


def defaults(signature: inspect.Signature | None) -> tuple[Any, ...]:
    """Return the plain default values of a signature's positional parameters, `NO_DEFAULT` where there is none."""
    if signature is None:
        return ()
    positional = [
        one for one in signature.parameters.values() if one.kind in (one.POSITIONAL_OR_KEYWORD, one.POSITIONAL_ONLY)
    ]
    return tuple(NO_DEFAULT if one.default is one.empty else to_plain(one.default) for one in positional)


def raised(error: BaseException, fn: Any) -> Raised:
    """Describe an exception by its class, its text and the student's own line it came from."""
    return Raised(name_of(type(error)), _text_of(error), _own_line(error, fn))


def _text_of(error: BaseException) -> str:
    """Return an exception's text in one line; its __str__ may be the student's, and so may the text's own class."""
    try:
        return " ".join(str.__getitem__(str(error), slice(MAX_TEXT)).split())
    except (TimeUp, KeyboardInterrupt):
        raise
    except BaseException:
        return ""


def _own_line(error: BaseException, fn: Any) -> str:
    """Return the last line of the function's own that the error came through, not one of what it calls."""
    own = fn.__code__ if type(fn) in (FunctionType, SimpleNamespace) else None
    line, step = "", error.__traceback__
    while own is not None and step is not None:
        code = step.tb_frame.f_code
        if code.co_filename == own.co_filename and f"{code.co_qualname}.".startswith(f"{own.co_qualname}."):
            line = linecache.getline(own.co_filename, step.tb_lineno or 0).strip()
        step = step.tb_next
    return line[:MAX_TEXT]


class Nowhere(io.StringIO):
    """A text file that forgets: an endless loop may print as much as it likes."""

    def write(self, text: str) -> int:
        """Drop the text."""
        return len(text)


@contextlib.contextmanager
def quiet() -> Iterator[None]:
    """Drop what is printed and warned of; a message on stderr must not cost points."""
    with (
        contextlib.redirect_stdout(Nowhere()),
        contextlib.redirect_stderr(Nowhere()),
        warnings.catch_warnings(),
        np.errstate(all="warn"),
    ):
        warnings.simplefilter("ignore")
        yield


@contextlib.contextmanager
def same_random_state() -> Iterator[None]:
    """Put the global generators back as they were."""
    python_state, numpy_state = random.getstate(), np.random.get_state()  # noqa: NPY002 - it is theirs
    try:
        yield
    finally:
        random.setstate(python_state)
        np.random.set_state(numpy_state)  # noqa: NPY002


def seed_global_generators() -> None:
    """Make a call repeatable."""
    random.seed(0)
    np.random.seed(0)  # noqa: NPY002 - students draw from it


@contextlib.contextmanager
def time_limit(seconds: float, wall: float | None = None) -> Iterator[None]:
    """Raise `TimeUp` in the block after `seconds`, and again and again until it is left.

    With `wall`, `seconds` are of processor time, which does not depend on what else the machine does, and `wall` is
    the time that may pass meanwhile.
    An alarm that was set before goes on afterwards. Without an alarm (on Windows, or off the main thread) there
    is no limit.
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    owner = sys._getframe(2)  # the frame that holds the with statement
    pauses = itertools.chain([REPEAT_SECONDS] * PATIENT_RINGS, itertools.cycle(PAUSES))

    def ring(_: int, frame: FrameType | None) -> None:
        if _is_in_block(frame, owner):
            signal.setitimer(signal.ITIMER_REAL, next(pauses), REPEAT_SECONDS)
            raise TimeUp

    handler, begun = signal.signal(signal.SIGALRM, ring), time.monotonic()
    timer = signal.setitimer(signal.ITIMER_REAL, seconds if wall is None else wall, REPEAT_SECONDS)
    try:
        with processor_alarm(seconds, ring) if wall is not None else contextlib.nullcontext():
            yield
    finally:
        _put_back(handler, timer, time.monotonic() - begun)


@contextlib.contextmanager
def processor_alarm(seconds: float, ring: Callable[[int, FrameType | None], None]) -> Iterator[None]:
    """Ring after `seconds` of this process's processor time."""
    handler = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, seconds, REPEAT_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_DFL if handler is None else handler)


def _is_in_block(frame: FrameType | None, owner: FrameType) -> bool:
    """Whether the interrupted frame is called from the block of `owner`, and not from entering or leaving it."""
    called = None
    while frame is not None and frame is not owner:
        frame, called = frame.f_back, frame
    return frame is owner and called is not None and called.f_code.co_filename != contextlib.__file__


def _put_back(handler: Any, timer: tuple[float, float], elapsed: float) -> None:
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, signal.SIG_DFL if handler is None else handler)
    delay, interval = timer
    if delay:
        signal.setitimer(signal.ITIMER_REAL, max(delay - elapsed, PAUSES[0]), interval)
