"""What can never happen: a wrong object passes, a check stops with its own stack trace, hangs, or leaves a trace."""

from __future__ import annotations

import collections
import functools
import itertools
import math
import random
import signal
import time
import types
from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from grader.draw import PUBLIC_SEED, draw_cases
from grader.lessons import LESSONS
from helpers.judge import judge
from helpers.observe import calling, observe
from helpers.panel import Panel
from helpers.plain import identical, to_plain
from helpers.records import Outcome, Question, Verdict

Value = Any
LESSON = LESSONS["02-logistic-regression"]
NAMES = [exercise.name for exercise in LESSON.exercises]
SHORT = {"model": 1}  # the case to ask where the first one is long


@functools.cache
def question_with_one_case(name: str) -> Question:
    question = draw_cases(LESSON.exercise(name), PUBLIC_SEED)
    return replace(question, cases=(question.cases[SHORT.get(name, 0)],))


def right_result(name: str) -> Value:
    return deepcopy(question_with_one_case(name).cases[0].expected.result)


def verdict_on(name: str, answer: Callable[..., Value], seconds: float = 10.0) -> Verdict:
    """Judge `answer`, and put the verdict into words as a notebook would; nothing may come out but the verdict."""
    try:
        verdict = judge(question_with_one_case(name), calling(answer, seconds=seconds))
        words = repr(Panel(verdict)) + Panel(verdict).html()
    except Exception as error:
        escaped = error
    except (SystemExit, GeneratorExit) as error:
        escaped = error
    else:
        assert name in words
        return verdict
    raise AssertionError(f"an exception escaped, from {escaped.__traceback__.tb_next.tb_frame.f_code}") from None


def leaf_paths(value: Value, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the way to every leaf of a result: keys of dictionaries, places in tuples and lists."""
    if isinstance(value, dict | list | tuple):
        items = value.items() if isinstance(value, dict) else enumerate(value)
        for key, item in items:
            yield from leaf_paths(item, (*path, key))
    else:
        yield path


def replaced(value: Value, path: tuple[Any, ...], spoil: Callable[[Value], Value]) -> Value:
    """Return `value` with the leaf at `path` spoiled."""
    if not path:
        return spoil(value)
    key, *rest = path
    items = dict(value) if isinstance(value, dict) else list(value)
    items[key] = replaced(items[key], tuple(rest), spoil)
    return tuple(items) if isinstance(value, tuple) else items


# objects that claim more than they are


class EqualToEverything:
    def __eq__(self, other: object) -> bool:
        return True

    def __ne__(self, other: object) -> bool:
        return False

    def __hash__(self) -> int:
        return 0

    __lt__ = __le__ = __gt__ = __ge__ = __eq__


class Imitation(EqualToEverything):
    """Has the right numbers at hand wherever it is asked for them."""

    __array_priority__ = 1e6

    def __init__(self, right: Value) -> None:
        self.right = right
        self.shape = np.shape(right)
        self.dtype = np.asarray(right).dtype
        self.ndim = np.ndim(right)

    def __array__(self, *_: object, **__: object) -> np.ndarray:
        return np.asarray(self.right)

    def __float__(self) -> float:
        return float(np.asarray(self.right).ravel()[0])

    def __array_ufunc__(self, *_: object, **__: object) -> bool:
        return True

    def __len__(self) -> int:
        return 1

    def __getattr__(self, name: str) -> Any:
        return getattr(np.asarray(self.right), name)


class Hostile:
    """Raises whatever is asked of it."""

    def _raise(self, *_: object, **__: object) -> Any:
        raise SystemExit("no")

    __array__ = __float__ = __eq__ = __len__ = __iter__ = __bool__ = __repr__ = __str__ = __int__ = _raise  # type: ignore[assignment]
    __hash__ = __getitem__ = __index__ = __reduce_ex__ = __copy__ = __deepcopy__ = __format__ = _raise  # type: ignore[assignment]

    def __getattr__(self, name: str) -> Any:
        raise SystemExit("no")


class Pretender:
    """Says that it is a dictionary when `isinstance` asks."""

    @property
    def __class__(self) -> type:  # type: ignore[override]
        return dict


class EqualArray(np.ndarray):
    """An array that equals everything."""

    def __eq__(self, other: object) -> Any:
        return np.ones(self.shape, dtype=bool)

    def __array_ufunc__(self, *_: object, **__: object) -> Any:
        return np.ones(self.shape, dtype=bool)


class NumberThatEquals(float):
    __eq__ = EqualToEverything.__eq__  # type: ignore[assignment]
    __hash__ = float.__hash__


class LyingDictionary(dict):
    """Holds wrong values and shows right ones to whoever asks by key."""

    def __init__(self, right: dict[str, Value]) -> None:
        super().__init__(dict.fromkeys(right, "wrong"))
        self.right = right

    def __getitem__(self, key: str) -> Value:
        return self.right[key]

    def items(self) -> Any:
        return self.right.items()

    def values(self) -> Any:
        return self.right.values()


def cyclic_list() -> list[Any]:
    cycle: list[Any] = []
    cycle.append(cycle)
    return cycle


def deep_list() -> list[Any]:
    nested: list[Any] = []
    for _ in range(100_000):
        nested = [nested]
    return nested


WRONG_OBJECTS: dict[str, Callable[[], Value]] = {
    "None": lambda: None,
    "NotImplemented": lambda: NotImplemented,
    "Ellipsis": lambda: ...,
    "a text": lambda: "0.5",
    "bytes": lambda: b"0.5",
    "true": lambda: True,
    "not a number": lambda: math.nan,
    "infinity": lambda: math.inf,
    "minus infinity": lambda: -math.inf,
    "a huge number": lambda: 1e308,
    "an integer beyond 64 bits": lambda: 10**400,
    "a complex number": lambda: 0.5 + 0j,
    "an empty list": list,
    "an empty tuple": tuple,
    "an empty dictionary": dict,
    "an empty array": lambda: np.array([]),
    "an empty matrix": lambda: np.empty((0, 3)),
    "an array of objects": lambda: np.array([None, EqualToEverything()], dtype=object),
    "an array of texts": lambda: np.array(["0.5"]),
    "an array of dates": lambda: np.array(["2020-01-01"], dtype="datetime64[D]"),
    "a structured array": lambda: np.zeros(1, dtype=[("w", float)]),
    "a generator": lambda: (number for number in (1, 2)),
    "a map": lambda: map(float, "12"),
    "a set": lambda: {1.0, 2.0},
    "a function": lambda: print,
    "a type": lambda: np.ndarray,
    "a module": lambda: math,
    "an exception, returned": lambda: ValueError("0.5"),
    "a dictionary with other keys": lambda: {1: 2, None: 3, ("w",): 4},
    "a cyclic list": cyclic_list,
    "a list nested 100 000 deep": deep_list,
    "a list of 100 000 entries": lambda: [0.0] * 100_000,
    "equal to everything": EqualToEverything,
    "hostile": Hostile,
    "a pretended dictionary": Pretender,
    "a number that equals everything": lambda: NumberThatEquals(-7.0),
}


@pytest.mark.parametrize("made", WRONG_OBJECTS.values(), ids=WRONG_OBJECTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_object_in_place_of_the_result_never_passes(name: str, made: Callable[[], Value]) -> None:
    verdict = verdict_on(name, lambda *_: made())

    assert not verdict.passed


@pytest.mark.parametrize("made", WRONG_OBJECTS.values(), ids=WRONG_OBJECTS)
@pytest.mark.parametrize("name", NAMES)
def test_a_wrong_object_in_place_of_any_part_never_passes(name: str, made: Callable[[], Value]) -> None:
    right = right_result(name)

    passed = [
        path
        for path in leaf_paths(right)
        if verdict_on(name, lambda *_, path=path: replaced(right, path, lambda _: made())).passed
    ]

    assert [] == passed


def entry_changed(entry: float) -> Callable[[np.ndarray], np.ndarray]:
    def spoil(right: np.ndarray) -> np.ndarray:
        spoiled = np.array(right, dtype=float)
        spoiled.flat[-1] = entry
        return spoiled

    return spoil


SPOILED_ARRAYS: dict[str, Callable[[np.ndarray], Value]] = {
    "flat": np.ravel,
    "with one axis more": lambda right: right[np.newaxis],
    "one row too many": lambda right: np.vstack([right, right[-1:]]),
    "without its last column": lambda right: right[:, :-1],
    "a view of no width": lambda right: right[:, :0],
    "repeated to a square": lambda right: np.broadcast_to(right.ravel()[0], (7, 7)),
    "its mean": lambda right: np.mean(right),
    "as lists": lambda right: right.tolist(),
    "as a list of arrays": list,
    "as a tuple of rows": lambda right: tuple(map(tuple, right)),
    "masked": np.ma.masked_array,
    "masked everywhere": lambda right: np.ma.masked_array(right, mask=True),
    "a matrix": lambda right: right.view(np.matrix),
    "a subclass that equals everything": lambda right: np.full(right.shape, 7.0).view(EqualArray),
    "a subclass with the right numbers": lambda right: right.view(EqualArray),
    "of objects": lambda right: right.astype(object),
    "of texts": lambda right: right.astype(str),
    "of complex numbers": lambda right: right + 0j,
    "one entry not a number": entry_changed(math.nan),
    "one entry infinite": entry_changed(math.inf),
    "one entry huge": entry_changed(1e308),
    "one entry hugely negative": entry_changed(-1e308),
    "one entry off by a little": lambda right: entry_changed(right.flat[-1] + 0.001)(right),
    "shifted": lambda right: right + 1,
    "full of huge numbers": lambda right: np.full(right.shape, 1e308),
    "an imitation": Imitation,
    "inside a list": lambda right: [right],
    "a generator of its rows": lambda right: (row for row in right),
    "its memory": lambda right: memoryview(np.ascontiguousarray(right)),
}


@pytest.mark.parametrize("spoil", SPOILED_ARRAYS.values(), ids=SPOILED_ARRAYS)
@pytest.mark.parametrize("name", NAMES[1:])
def test_a_spoiled_array_never_passes(name: str, spoil: Callable[[np.ndarray], Value]) -> None:
    right = right_result(name)
    arrays = [path for path in leaf_paths(right) if np.ndim(at(right, path)) == 2]

    passed = [path for path in arrays if verdict_on(name, lambda *_, path=path: replaced(right, path, spoil)).passed]

    assert arrays
    assert [] == passed


def at(value: Value, path: tuple[Any, ...]) -> Value:
    return functools.reduce(lambda part, key: part[key], path, value)


SPOILED_NUMBERS: dict[str, Callable[[float], Value]] = {
    "twice, side by side": lambda right: np.array([right, right]),
    "in a list": lambda right: [right],
    "as a text": str,
    "as an array of texts": lambda right: np.array(str(right)),
    "as an array of objects": lambda right: np.array(right, dtype=object),
    "masked": lambda right: np.ma.masked_array([right]),
    "a matrix": lambda right: np.array([[right]]).view(np.matrix),
    "complex": lambda right: right + 0j,
    "complex, of NumPy": lambda right: np.complex128(right),
    "a subclass of float": NumberThatEquals,
    "off by a little": lambda right: right + 0.001,
    "an imitation": Imitation,
    "a function that returns it": lambda right: lambda: right,
}


@pytest.mark.parametrize("spoil", SPOILED_NUMBERS.values(), ids=SPOILED_NUMBERS)
@pytest.mark.parametrize("name", [name for name in NAMES if name != "predict"])
def test_a_spoiled_number_never_passes(name: str, spoil: Callable[[float], Value]) -> None:
    right = right_result(name)
    numbers = [path for path in leaf_paths(right) if np.ndim(at(right, path)) == 0]

    passed = [path for path in numbers if verdict_on(name, lambda *_, path=path: replaced(right, path, spoil)).passed]

    assert numbers
    assert [] == passed


SPOILED_STRUCTURES: dict[str, Callable[[Value], Value]] = {
    "a list for a tuple": lambda right: list(right) if isinstance(right, tuple) else [right],
    "one result too many": lambda right: (*right, None) if isinstance(right, tuple) else (right, right),
    "wrapped once more": lambda right: (right,),
    "an iterator": lambda right: iter(right if isinstance(right, tuple) else [right]),
    "in a dictionary": lambda right: {"result": right},
    "an imitation": lambda right: EqualToEverything(),
}
SPOILED_DICTIONARIES: dict[str, Callable[[dict[str, Value]], Value]] = {
    "without its last key": lambda right: dict(list(right.items())[:-1]),
    "with keys in capitals": lambda right: {key.upper() + "_": item for key, item in right.items()},
    "with keys of bytes": lambda right: {key.encode(): item for key, item in right.items()},
    "a key that is no text beside the right ones": lambda right: {**right, 1: 1},
    "lying": LyingDictionary,
    "empty, with a default for every key": lambda right: collections.defaultdict(float),
    "a view of a dictionary": types.MappingProxyType,
    "not quite a dictionary": collections.UserDict,
    "its items": lambda right: list(right.items()),
    "its values": lambda right: tuple(right.values()),
}


@pytest.mark.parametrize("spoil", SPOILED_STRUCTURES.values(), ids=SPOILED_STRUCTURES)
@pytest.mark.parametrize("name", NAMES)
def test_a_right_answer_in_another_structure_never_passes(name: str, spoil: Callable[[Value], Value]) -> None:
    right = right_result(name)

    verdict = verdict_on(name, lambda *_: spoil(right))

    assert not verdict.passed


@pytest.mark.parametrize("spoil", SPOILED_DICTIONARIES.values(), ids=SPOILED_DICTIONARIES)
@pytest.mark.parametrize(("name", "path"), [("propagate", (0,)), ("optimize", (0,)), ("optimize", (1,)), ("model", ())])
def test_a_spoiled_dictionary_never_passes(name: str, path: tuple[int, ...], spoil: Callable[..., Value]) -> None:
    right = right_result(name)

    verdict = verdict_on(name, lambda *_: replaced(right, path, spoil))

    assert not verdict.passed


@pytest.mark.parametrize("name", NAMES)
def test_an_argument_returned_as_it_came_never_passes(name: str) -> None:
    count = len(question_with_one_case(name).cases[0].arguments)

    passed = [place for place in range(count) if verdict_on(name, lambda *given, place=place: given[place]).passed]

    assert [] == passed


@pytest.mark.parametrize("name", NAMES)
def test_the_right_result_does_pass_this_file_s_question(name: str) -> None:
    """The tests above prove nothing unless the unspoiled answer passes."""
    verdict = verdict_on(name, LESSON.exercise(name).reference)

    assert Outcome.PASSED is verdict.outcome


def test_an_answer_copied_from_the_cases_fails_the_gradient_check() -> None:
    verdict = verdict_on("propagate", lambda *_: right_result("propagate"))

    assert "gradient" == verdict.finding.code


# what a function may do in place of answering


class NamelessType(type):
    @property
    def __name__(cls) -> str:  # type: ignore[override]
        raise RuntimeError("no name")


class NamelessError(Exception, metaclass=NamelessType):
    pass


class HostileText(str):
    def __getitem__(self, _: Any) -> Any:
        return self

    def __format__(self, _: str) -> str:
        raise SystemExit("no")

    __str__ = __repr__ = __add__ = lambda self, *_: HostileText("x")  # type: ignore[assignment]


class ErrorWithHostileText(Exception):
    def __str__(self) -> str:
        return HostileText("text")


class ErrorWithoutText(Exception):
    def __str__(self) -> str:
        raise SystemExit("no")

    __repr__ = __str__


RAISED: dict[str, Callable[[], BaseException]] = {
    "ValueError": lambda: ValueError("shapes (2,3) and (3,) not aligned"),
    "AssertionError": AssertionError,
    "MemoryError": MemoryError,
    "StopIteration": StopIteration,
    "RecursionError": RecursionError,
    "SystemExit": lambda: SystemExit(0),
    "GeneratorExit": GeneratorExit,
    "BaseException": BaseException,
    "an exception group": lambda: BaseExceptionGroup("many", [SystemExit(0), ValueError()]),
    "an exception without text": ErrorWithoutText,
    "an exception with a hostile text": ErrorWithHostileText,
    "an exception without a name": NamelessError,
    "an exception with a text of a million letters": lambda: ValueError("x" * 1_000_000),
    "an exception with braces in its text": lambda: ValueError("{kind} {0} {"),
    "an exception with markup in its text": lambda: ValueError("<script>alert(1)</script>"),
}


@pytest.mark.parametrize("made", RAISED.values(), ids=RAISED)
@pytest.mark.parametrize("name", NAMES)
def test_an_exception_is_told_and_goes_no_further(name: str, made: Callable[[], BaseException]) -> None:
    def raising(*_: Value) -> None:
        raise made()

    verdict = verdict_on(name, raising)

    assert Outcome.RAISED is verdict.outcome


def test_text_of_an_exception_is_shown_as_text_and_not_as_markup() -> None:
    def raising(z: Value) -> None:
        raise ValueError("<script>")

    panel = Panel(verdict_on("sigmoid", raising))

    assert "&lt;script&gt;" in panel.html()
    assert "<script>" not in panel.html()


def test_the_stop_button_still_stops() -> None:
    """KeyboardInterrupt is the student's own word to us, so it alone passes through."""

    def interrupted(z: Value) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        verdict_on("sigmoid", interrupted)


class WithoutSignature:
    def __call__(self, z: Value) -> None:
        pass

    @property
    def __signature__(self) -> None:
        raise SystemExit("no")


async def a_coroutine(*_: Value) -> float:
    return 0.5


def a_generator(*_: Value) -> Iterator[float]:
    yield 0.5


NOT_QUITE_FUNCTIONS: dict[str, Callable[..., Value]] = {
    "a type": dict,
    "an exception type": ValueError,
    "a builtin": print,
    "a builtin without a signature": np.dot,
    "a ufunc": np.tanh,
    "a function without arguments": lambda: 0.5,
    "a function of keywords only": lambda *, z: z,
    "a function of twenty arguments": eval("lambda " + ",".join(f"a{i}" for i in range(20)) + ": 0"),
    "an object without a signature": WithoutSignature(),
    "a coroutine": a_coroutine,
    "a generator": a_generator,
    "a function of functions": lambda *_: a_generator,
}


@pytest.mark.filterwarnings("ignore:coroutine")
@pytest.mark.parametrize("answer", NOT_QUITE_FUNCTIONS.values(), ids=NOT_QUITE_FUNCTIONS)
@pytest.mark.parametrize("name", NAMES)
def test_what_is_not_quite_a_function_never_passes(name: str, answer: Callable[..., Value]) -> None:
    verdict = verdict_on(name, answer)

    assert not verdict.passed


def right_at_first(times: int, then: Callable[[], Value]) -> Callable[..., Value]:
    """Answer `propagate` as the reference does for so many calls, and from then on differently."""
    calls = itertools.count()
    reference = LESSON.exercise("propagate").reference

    def answer(*given: Value) -> Value:
        return reference(*given) if next(calls) < times else then()

    return answer


def raise_value_error() -> None:
    raise ValueError("not again")


LATER: dict[str, Callable[[], Value]] = {
    "None": lambda: None,
    "an exception": raise_value_error,
    "another structure": lambda: 1.0,
    "another shape": lambda: ({"dw": np.zeros(7), "db": 0.0}, 0.0),
    "complex numbers": lambda: ({"dw": np.zeros((2, 1), complex), "db": 0.0}, 0.0),
    "not a number": lambda: ({"dw": np.full((2, 1), math.nan), "db": math.nan}, math.nan),
}


@pytest.mark.parametrize("times", [1, 2, 3])
@pytest.mark.parametrize("then", LATER.values(), ids=LATER)
def test_an_answer_that_changes_from_call_to_call_never_passes(then: Callable[[], Value], times: int) -> None:
    """The first call is the case's; those that follow belong to the gradient check."""
    verdict = verdict_on("propagate", right_at_first(times, then))

    assert not verdict.passed


# endless loops; those that a check might fail to end give up by themselves, so that the tests never hang

PATIENCE = 2.0


def loops(*_: Value) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        pass


def loops_and_swallows(*_: Value) -> None:
    while True:
        try:  # noqa: SIM105 - the shortest loop that nothing seems to stop
            pass
        except BaseException:
            pass


def loops_inside_and_swallows(*_: Value) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:  # noqa: SIM105 - as people write it
            loops()
        except BaseException:
            pass


def loops_in_numpy(*_: Value) -> None:
    total = np.zeros(1000)
    while total[0] >= 0:
        total = total + 1


class LoopsInText(Exception):
    def __str__(self) -> str:
        loops()
        return "at last"


def returns_an_endless_iterator(*_: Value) -> list[Any]:
    class Endless(list):
        def __iter__(self) -> Any:
            return iter(int, 1)

        def __len__(self) -> int:
            return 1

    return Endless([1.0])


def returns_a_list_of_itself(*_: Value) -> list[Any]:
    cycle: list[Any] = []
    cycle.extend([cycle] * 1000)
    return cycle


ENDLESS = [loops, loops_and_swallows, loops_inside_and_swallows, loops_in_numpy]


@pytest.mark.parametrize("endless", ENDLESS)
def test_an_endless_loop_ends_with_a_message(endless: Callable[..., Value]) -> None:
    verdict = verdict_on("sigmoid", endless, seconds=0.2)

    assert Outcome.TIMED_OUT is verdict.outcome


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the alarm may meet a gc callback
def test_a_list_of_itself_ends_and_does_not_pass() -> None:
    assert not verdict_on("sigmoid", returns_a_list_of_itself, seconds=0.2).passed


def test_an_endless_iterator_is_not_followed() -> None:
    verdict = verdict_on("sigmoid", returns_an_endless_iterator, seconds=0.2)

    assert Outcome.WRONG is verdict.outcome


def test_an_exception_whose_text_never_ends_ends_with_a_message() -> None:
    def raising(z: Value) -> None:
        raise LoopsInText

    verdict = verdict_on("sigmoid", raising, seconds=0.2)

    assert Outcome.TIMED_OUT is verdict.outcome


def test_a_timer_that_was_running_goes_on_after_a_call() -> None:
    """A test runner has its own alarm, and so may a student."""
    handler = signal.signal(signal.SIGALRM, signal.SIG_IGN)
    signal.setitimer(signal.ITIMER_REAL, 100)
    try:
        observe(lambda z: z, {"z": 1.0})

        rest, _ = signal.getitimer(signal.ITIMER_REAL)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, handler)

    assert 90 < rest <= 100


# what a function leaves behind


def test_the_random_state_is_left_as_it_was() -> None:
    def draws(*_: Value) -> float:
        np.random.seed(7)
        random.seed(7)
        return np.random.rand() + random.random()

    np.random.seed(123)
    random.seed(123)
    expected = (np.random.get_state()[1].tolist(), np.random.get_state()[2:], random.getstate())

    verdict_on("sigmoid", draws)

    assert expected == (np.random.get_state()[1].tolist(), np.random.get_state()[2:], random.getstate())


def test_two_checks_of_a_random_answer_see_the_same_numbers() -> None:
    def draws(z: Value) -> float:
        return np.random.rand() + random.random()

    first, second = (observe(draws, {"z": 1.0}).result for _ in range(2))

    assert first == second


def spoil_in_place(array: np.ndarray) -> None:
    array *= 0
    array += 7


def spoil_shape(array: np.ndarray) -> None:
    array.resize((1, 1), refcheck=False)


def spoil_type(array: np.ndarray) -> None:
    array.dtype = np.int64 if array.dtype == float else np.float64


SPOILERS = [spoil_in_place, spoil_shape, spoil_type]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("spoil", SPOILERS)
@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("sigmoid", "initialize_with_zeros")])
def test_arguments_changed_are_told_and_the_caller_s_stay(name: str, spoil: Callable[[np.ndarray], None]) -> None:
    """The answer is right each time; that an argument was changed is the only fault to find."""
    question = question_with_one_case(name)
    before = to_plain(question.cases[0].arguments)
    reference = LESSON.exercise(name).reference

    def answer(*given: Value) -> Value:
        result = reference(*deepcopy(given))
        for argument in given:
            if isinstance(argument, np.ndarray):
                spoil(argument)
        return result

    verdict = verdict_on(name, answer)

    assert ("changed", True) == (verdict.finding.code, identical(before, to_plain(question.cases[0].arguments)))


def test_what_a_function_prints_is_not_shown(capfd: pytest.CaptureFixture[str]) -> None:
    def talks(z: Value) -> float:
        import sys
        import warnings

        print("to stdout")
        print("to stderr", file=sys.stderr)
        warnings.warn("a warning", stacklevel=1)
        return 0.5

    verdict_on("sigmoid", talks)

    assert ("", "") == tuple(capfd.readouterr())
