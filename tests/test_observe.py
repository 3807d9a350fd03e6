"""Observing a call: what it returned or raised, what it changed, and nothing of it left behind."""

from __future__ import annotations

import contextlib
import functools
import io
import itertools
import linecache
import random
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

import numpy as np
import pytest

from helpers.observe import MAX_TEXT, TimeUp, observe, time_limit
from helpers.plain import Opaque
from helpers.records import NO_DEFAULT, Observation, Raised

SOON = 0.05  # seconds until an endless loop is stopped


# results and changes


def test_a_result_comes_back_as_a_plain_value() -> None:
    assert Observation((2.0, [1]), defaults=(NO_DEFAULT,)) == observe(lambda x: (2 * x, [1]), {"x": 1.0})


def test_default_values_are_told_in_the_order_of_the_parameters() -> None:
    assert (NO_DEFAULT, 100) == observe(lambda x, steps=100, *, rate=1: x, {"x": 1.0}).defaults
    assert () == observe(lambda *anything: 1, {"x": 1.0}).defaults


def test_arguments_are_given_in_order_whatever_the_function_calls_them() -> None:
    assert 2.0 == observe(lambda first, second: first - second, {"y": 5.0, "x": 3.0}).result


def test_what_is_not_plain_comes_back_as_its_type() -> None:
    assert Opaque("generator") == observe(lambda: (i for i in range(3)), {}).result


def writes_into_an_array(w: Any, b: Any) -> None:
    w += 1


def writes_nan(w: Any, b: Any) -> None:
    w[0] = np.nan


def reshapes(w: Any, b: Any) -> None:
    w.shape = (2, 1)


@pytest.mark.parametrize("function", [writes_into_an_array, writes_nan, reshapes])
def test_an_argument_that_is_changed_is_named(function: Callable[..., None]) -> None:
    arguments = {"w": np.zeros(2), "b": 1.0}

    assert ("w",) == observe(function, arguments).changed
    assert [0, 0] == arguments["w"].tolist()  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("cache", "change"),
    [
        ({"W1": np.zeros(2)}, lambda cache: cache.update(W2=1)),
        ({"W1": np.zeros(2)}, lambda cache: cache.clear()),
        ({"W1": np.zeros(2)}, lambda cache: cache.update({1: 2})),
        ({"W1": np.nan}, lambda cache: cache.update(W1=0.0)),
        ({"W1": 0.0}, lambda cache: cache.update(W1=-0.0)),
        ([np.zeros(2), 1], lambda cache: cache[0].fill(1)),
        ([1, 2], lambda cache: cache.append(object())),
    ],
    ids=lambda value: type(value).__name__,  # the same in every worker of pytest
)
def test_a_change_inside_a_container_is_seen(cache: Any, change: Callable[[Any], None]) -> None:
    assert ("cache",) == observe(change, {"cache": cache}).changed


@pytest.mark.parametrize(
    "argument",
    [np.float64(1), np.int64(3), np.nan, np.arange(6.0).reshape(2, 3).T, {"a": [np.nan]}, (), "text"],
    ids=repr,
)
def test_an_argument_left_alone_is_not_named_whatever_its_kind(argument: Any) -> None:
    assert () == observe(lambda x: None, {"x": argument}).changed


def test_an_argument_returned_and_changed_later_stays_as_it_was_returned() -> None:
    kept = []

    def function(x: Any) -> Any:
        kept.append(x)
        return x

    result = observe(function, {"x": np.zeros(2)}).result
    kept[0] += 1

    assert [0, 0] == result.tolist()


# exceptions


def test_an_exception_is_told_by_its_kind_its_text_and_the_student_s_line() -> None:
    """The line is the student's own, not the one inside the library that raised."""
    linecache.cache["<cell 3>"] = (0, None, ["def f(X):\n", "    Z = helper(X)  # here\n"], "<cell 3>")
    namespace: dict[str, Any] = {"helper": lambda X: int("seven")}
    exec(compile("def f(X):\n    Z = helper(X)  # here\n", "<cell 3>", "exec"), namespace)
    error = observe(namespace["f"], {"X": 1}).error

    assert Raised("ValueError", "invalid literal for int() with base 10: 'seven'", "Z = helper(X)  # here") == error


class Nameless(type):
    @property
    def __name__(cls) -> str:  # type: ignore[override]
        raise RuntimeError("no name")


class NamelessError(Exception, metaclass=Nameless):
    pass


class LyingText(str):
    def __getitem__(self, _: Any) -> Any:
        return 7

    def split(self, *_: Any) -> Any:
        return [8]


class ErrorWithLyingText(Exception):
    def __str__(self) -> str:
        return LyingText("text")


class ErrorWithoutText(Exception):
    def __str__(self) -> str:
        raise SystemExit("no")


@pytest.mark.parametrize(
    ("error", "kind", "text"),
    [
        (ValueError("two\n  lines"), "ValueError", "two lines"),
        (ValueError("x" * 10_000), "ValueError", "x" * MAX_TEXT),
        (SystemExit(3), "SystemExit", "3"),
        (GeneratorExit(), "GeneratorExit", ""),
        (NotImplementedError("f is not written yet"), "NotImplementedError", "f is not written yet"),
        (NamelessError("text"), "NamelessError", "text"),
        (ErrorWithLyingText(), "ErrorWithLyingText", "text"),
        (ErrorWithoutText(), "ErrorWithoutText", ""),
    ],
)
def test_whatever_leaves_a_function_becomes_plain_words(error: BaseException, kind: str, text: str) -> None:
    def raises() -> None:
        raise error

    told = observe(raises, {}).error

    assert told is not None
    assert (kind, text, str) == (told.kind, told.text, type(told.text))


def test_the_stop_button_goes_through() -> None:
    def stopped() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        observe(stopped, {})


def test_a_function_without_a_file_has_no_line_to_show() -> None:
    error = observe(functools.partial(int, "seven"), {}).error

    assert error is not None
    assert ("ValueError", "") == (error.kind, error.line)


# signatures


@pytest.mark.parametrize(
    "function",
    [
        np.tanh,
        np.vectorize(np.tanh),
        functools.partial(np.add, 0),
        lambda z, *more, **settings: np.tanh(z),
        lambda z=None: np.tanh(z),
        functools.wraps(np.tanh)(lambda z: np.tanh(z)),
        np.ndarray.__abs__,
        max,
    ],
    ids=[
        "a ufunc",
        "vectorized",
        "a partial",
        "any arguments",
        "a default",
        "wrapped",
        "a slot",
        "a builtin without a signature",
    ],
)
def test_anything_that_takes_the_arguments_may_be_called(function: Callable[..., Any]) -> None:
    assert observe(function, {"z": np.array([0.5])}).error is None


@pytest.mark.parametrize("function", [lambda: 1, lambda a, b: 1, lambda *, z: 1], ids=["none", "two", "by name"])
def test_arguments_that_do_not_fit_are_told_before_the_call(function: Callable[..., Any]) -> None:
    error = observe(function, {"z": 0.5}).error

    assert error is not None
    assert "signature" == error.kind
    assert "argument" in error.text


def test_a_type_error_inside_is_no_matter_of_the_signature() -> None:
    error = observe(lambda z: len(z), {"z": 0.5}).error

    assert error is not None
    assert "TypeError" == error.kind


class HostileSignature:
    def __call__(self) -> None:
        pass

    @property
    def __signature__(self) -> None:
        raise SystemExit("no")

    def __getattr__(self, name: str) -> Any:
        raise SystemExit(name)


def test_a_hostile_signature_is_an_exception_like_any() -> None:
    error = observe(HostileSignature(), {}).error

    assert error is not None
    assert "SystemExit" == error.kind


# nothing stays behind


def test_the_random_generators_go_on_as_if_nothing_had_been_drawn() -> None:
    def draws() -> None:
        random.seed(7)
        np.random.seed(7)
        np.random.rand(3)

    random.seed(1)
    np.random.seed(1)
    undisturbed = random.random(), np.random.rand()
    random.seed(1)
    np.random.seed(1)
    observe(draws, {})

    assert undisturbed == (random.random(), np.random.rand())


def test_a_random_answer_is_the_same_each_time() -> None:
    def draws() -> Any:
        return np.random.rand(), random.random()

    assert observe(draws, {}).result == observe(draws, {}).result


def test_nothing_is_printed_or_warned_of(capsys: pytest.CaptureFixture[str]) -> None:
    def talks() -> float:
        print("out")
        print("err", file=sys.stderr)
        warnings.warn("careful", stacklevel=1)
        np.log(np.array([0.0]))
        return 0.5

    assert Observation(0.5) == observe(talks, {})
    assert ("", "") == tuple(capsys.readouterr())


def test_output_is_put_back_after_an_exception() -> None:
    out, err = sys.stdout, sys.stderr
    observe(lambda: 1 / 0, {})

    assert (out, err) == (sys.stdout, sys.stderr)


def test_settings_of_numpy_are_put_back() -> None:
    before = np.geterr()
    observe(lambda: np.seterr(all="raise"), {})

    assert before == np.geterr()


def test_an_earlier_np_seterr_does_not_stop_a_right_answer() -> None:
    with np.errstate(all="raise"):
        observation = observe(lambda z: 1 / (1 + np.exp(-z)), {"z": np.array([-1000.0])})

    assert observation.error is None


# time limits


def loops() -> None:
    while True:
        pass


def swallows_exceptions() -> None:
    while True:
        try:  # noqa: SIM105 - as people write it
            loops()
        except Exception:
            pass


def swallows_everything() -> None:
    while True:
        try:  # noqa: SIM105
            loops()
        except BaseException:
            pass


def swallows_everything_twice() -> None:
    while True:
        try:  # noqa: SIM105
            swallows_everything()
        except BaseException:
            pass


def continues_in_finally() -> None:
    while True:
        try:
            loops()
        finally:
            continue  # noqa: B012 - on purpose


def prints() -> None:
    while True:
        print("again")


def computes() -> None:
    total = np.zeros(1000)
    while total[0] >= 0:
        total = total + 1


class LoopsInText(Exception):
    def __str__(self) -> str:
        loops()
        return ""


def raises_what_loops() -> None:
    raise LoopsInText


def yields_for_ever() -> list[int]:
    return list(itertools.takewhile(lambda _: True, itertools.count()))


ENDLESS = [
    loops,
    swallows_exceptions,
    swallows_everything,
    swallows_everything_twice,
    continues_in_finally,
    prints,
    computes,
    raises_what_loops,
    yields_for_ever,
]


@pytest.mark.parametrize("function", ENDLESS, ids=lambda function: function.__name__)
def test_an_endless_loop_ends_whatever_it_swallows(function: FunctionType) -> None:
    assert Observation(error=Raised("time_out", f"{SOON:g}")) == observe(function, {}, seconds=SOON)


def rings(_: int, __: Any) -> None:
    raise LookupError("the alarm that was set before")


@pytest.fixture
def earlier_alarm() -> Iterator[None]:
    """An alarm of somebody else's, an hour away."""
    handler = signal.signal(signal.SIGALRM, rings)
    timer = signal.setitimer(signal.ITIMER_REAL, 3600, 60)
    yield
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, *timer)


@pytest.fixture
def no_alarm(earlier_alarm: None) -> None:
    """No alarm at all, not even that of the tests' own time limit."""
    signal.setitimer(signal.ITIMER_REAL, 0)


@pytest.mark.parametrize(("seconds", "wall"), [(SOON, 1000), (1000, SOON)])
def test_a_loop_ends_by_processor_time_or_by_wall_time(seconds: float, wall: float) -> None:
    assert Observation(error=Raised("time_out", f"{seconds:g}")) == observe(swallows_everything, {}, seconds, wall)
    assert (0.0, 0.0) == signal.getitimer(signal.ITIMER_PROF)
    assert signal.SIG_DFL == signal.getsignal(signal.SIGPROF)


def test_time_asleep_is_no_processor_time() -> None:
    assert Observation(7) == observe(lambda: threading.Event().wait(2 * SOON) or 7, {}, SOON, 1000)


@pytest.mark.usefixtures("no_alarm")
def test_after_a_time_out_no_alarm_is_left() -> None:
    before = signal.getsignal(signal.SIGALRM)
    observe(swallows_everything, {}, seconds=SOON)

    assert (0.0, 0.0) == signal.getitimer(signal.ITIMER_REAL)
    assert before == signal.getsignal(signal.SIGALRM)


@pytest.mark.usefixtures("earlier_alarm")
def test_an_alarm_that_was_set_before_goes_on_afterwards() -> None:
    """The time the call took counts for it."""
    observe(loops, {}, seconds=SOON)
    delay, interval = signal.getitimer(signal.ITIMER_REAL)

    assert 3000 < delay <= 3600 - SOON
    assert (60, rings) == (interval, signal.getsignal(signal.SIGALRM))


def test_an_outer_limit_still_holds_after_an_inner_one() -> None:
    def inner_then_loop() -> None:
        observe(loops, {}, seconds=SOON)
        loops()

    with pytest.raises(TimeUp), time_limit(3 * SOON):
        inner_then_loop()


def test_an_outer_limit_that_passes_meanwhile_rings_at_once() -> None:
    def inner_then_loop() -> None:
        observe(loops, {}, seconds=3 * SOON)
        loops()

    with pytest.raises(TimeUp), time_limit(SOON):
        inner_then_loop()


def test_a_function_may_use_the_alarm_itself() -> None:
    """It loses our limit by that, but harms nobody after it."""

    def own_alarm() -> str:
        signal.signal(signal.SIGALRM, rings)
        signal.setitimer(signal.ITIMER_REAL, 0.001)
        try:
            loops()
        except LookupError:
            return "rung"

    before = signal.getsignal(signal.SIGALRM)

    assert "rung" == observe(own_alarm, {}).result
    assert before == signal.getsignal(signal.SIGALRM)


def test_off_the_main_thread_a_function_is_called_without_a_limit() -> None:
    observed: list[Observation] = []
    thread = threading.Thread(target=lambda: observed.append(observe(lambda: 0.5, {})))
    thread.start()
    thread.join()

    assert [Observation(0.5)] == observed


@pytest.mark.usefixtures("no_alarm")
def test_a_block_that_ends_in_time_is_left_in_peace() -> None:
    with time_limit(60):
        answer = sum(range(1000))

    assert (499500, (0.0, 0.0)) == (answer, signal.getitimer(signal.ITIMER_REAL))


@pytest.mark.usefixtures("no_alarm")
def test_an_alarm_waits_until_the_block_is_entered() -> None:
    """Entering and leaving are ours: an alarm there would leave the timer running."""
    entered = 0
    for _ in range(20):
        with contextlib.suppress(TimeUp), time_limit(1e-6):
            entered += 1
            loops()

    assert (20, (0.0, 0.0)) == (entered, signal.getitimer(signal.ITIMER_REAL))


def test_a_student_s_own_print_target_is_not_ours_to_close() -> None:
    target = io.StringIO()
    observe(lambda: print("kept", file=target), {})

    assert "kept\n" == target.getvalue()
