"""The comparison: right answers pass in any style, wrong ones never do, and the finding says the most it can."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from helpers.compare import compare, same
from helpers.messages import render
from helpers.plain import Opaque
from helpers.records import Case, Finding, Observation, Outcome, Question, Raised
from helpers.tolerance import close, near, same_value

ZEROS = np.zeros((3, 1))
COLUMN = np.array([[1.0], [2.0], [3.0]])
MATRIX = np.array([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]])


def question_for(want: Any, parts: tuple[str, ...] = (), checks: tuple[str, ...] = ("untouched",)) -> Question:
    case = Case("toy", "with a toy", {"X": np.zeros((2, 4))}, Observation(want))
    return Question("propagate", (case,), parts=parts, checks=checks)


def finding(want: Any, got: Any, parts: tuple[str, ...] = ()) -> Finding | None:
    question = question_for(want, parts)
    return compare(question, question.cases[0], Observation(got))


def told(found: Finding | None) -> tuple[str, str, str]:
    """Return what a student reads: what came, what was wanted, and the next step."""
    assert found is not None
    message = render(found)
    return message.came, message.wanted, message.step


# right answers


@pytest.mark.parametrize(
    ("want", "got"),
    [
        (0.5, 0.5),
        (0.5, np.array(0.5)),
        (0.5, np.array([0.5])),
        (0.5, np.array([[0.5]])),
        (0.5, np.array(0.5, dtype=np.float32)),
        (2.0, 2),
        (2, 2.0),
        (0.0, 0),
        (0.0, -0.0),
        (np.array(0.5), 0.5),
        (np.array(0.5), np.array([[0.5]])),
        (1e-300, 1e-300),
        (ZEROS, ZEROS.astype(int)),
        (ZEROS, -ZEROS),
        (COLUMN, COLUMN.astype(np.float32)),
        (COLUMN, np.asfortranarray(COLUMN)),
        (np.array([[1.0, 0.0]]), np.array([[True, False]])),
        (np.array([[1.0, 0.0]]), np.array([[1, 0]], dtype=np.uint8)),
        (np.array([0.1, 0.2]), np.array([0.1, 0.2], dtype=np.float32)),
        (np.array([1.0, math.inf]), np.array([1.0, math.inf])),
        (math.nan, math.nan),
        (True, True),
        (True, np.array(True)),
        (np.array(True), True),
        (np.array(True), np.array(True)),
        (None, None),
        ("text", "text"),
        ([0.5, 0.25], [0.5, 0.25]),
        ([0.5, 0.25], (0.5, 0.25)),
        ([0.5, 0.25], np.array([0.5, 0.25])),
        ([0.5, 0.25], [np.array(0.5), np.array([[0.25]])]),
        ([], []),
        ([], np.array([])),
        ((), ()),
        ({"w": COLUMN, "b": 0.5}, {"b": 0.5, "w": COLUMN}),
        ({"w": COLUMN}, {"w": COLUMN, "cache": Opaque("set")}),
        (({"dw": COLUMN}, 0.5), ({"dw": COLUMN}, np.array([[0.5]]))),
        (np.zeros((0, 3)), np.zeros((0, 3))),
    ],
    ids=repr,
)
def test_a_right_answer_passes_in_every_style(want: Any, got: Any) -> None:
    assert finding(want, got) is None


def test_the_tolerance_is_that_of_numpy_allclose() -> None:
    """1.00001 against 1 is just inside the relative 1e-5, 1.00002 is outside."""
    inside, outside = close(np.array(1.0 + 0.99e-5), np.array(1.0)), close(np.array(1.0 + 2e-5), np.array(1.0))

    assert (True, False) == (bool(inside), bool(outside))


def test_single_precision_has_a_tolerance_of_its_own() -> None:
    """1.00005 is outside for a float64, and inside for a float32, whose digits end there."""
    got = np.array(1.00005)

    assert (False, True) == (bool(close(got, np.array(1.0))), bool(close(got.astype(np.float32), np.array(1.0))))


def test_an_infinity_that_is_wanted_lets_nothing_else_pass() -> None:
    """The tolerance grows with the largest finite number, not with the infinite one."""
    got, want = np.array([7.0, math.inf, math.inf]), np.array([1.0, math.inf, -math.inf])

    assert [False, True, False] == close(got, want).tolist()


@pytest.mark.parametrize(
    ("want", "got", "is_near"),
    [
        (0.5, 0.5, True),
        (0.0, 0, True),
        (0.5, np.array([[0.5]]), True),
        (COLUMN, COLUMN * (1 + 9e-6), True),
        (COLUMN, COLUMN * (1 + 2e-5), False),
        (math.inf, 7.0, False),
        (np.array([1.0, math.inf]), np.array([1.0, 7.0]), False),
        (1.0, np.array(1.0, dtype=np.float16), False),
        (1.0, math.nan, False),
        (1.0, True, False),
        (COLUMN, COLUMN.T, False),
        (np.array(0.5), np.array([0.5]), False),
    ],
    ids=repr,
)
def test_a_quick_look_sees_most_right_answers_and_nothing_else(want: Any, got: Any, is_near: bool) -> None:
    assert is_near == near(got, want)


# wrong answers: the first stage that speaks, and what it says


@pytest.mark.parametrize(
    ("want", "got", "code"),
    [
        # structure
        (0.5, None, "nothing_returned"),
        ({"w": 0.5}, {"w": None}, "nothing_returned"),
        (0.5, "0.5", "type"),
        (0.5, True, "type"),
        (0.5, np.array(True), "type"),
        (0.5, [0.5], "type"),
        (0.5, (0.5,), "type"),
        (0.5, {"w": 0.5}, "type"),
        (0.5, 10**400, "type"),
        (0.5, Opaque("generator"), "type"),
        (True, 1, "type"),
        (None, 0.5, "type"),
        ("text", 0.5, "type"),
        (COLUMN, COLUMN.tolist(), "type"),
        (COLUMN, 1.0, "type"),
        (COLUMN, Opaque("MaskedArray"), "type"),
        (Opaque("set"), Opaque("set"), "type"),
        ((0.5, 0.5), [0.5, 0.5], "type"),
        ((0.5, 0.5), 0.5, "type"),
        ((0.5, 0.5), {"a": 0.5, "b": 0.5}, "type"),
        ({"w": 0.5}, [("w", 0.5)], "type"),
        ([0.5], {"w": 0.5}, "type"),
        ([0.5], np.array([[0.5]]), "type"),
        ([0.5], "5", "type"),
        ([0.5], [True], "type"),
        ((0.5, 0.5), (0.5,), "arity"),
        ((0.5,), (0.5, 0.5), "arity"),
        ({"dw": 0.5, "db": 0.5}, {"dw": 0.5}, "keys"),
        ({"dw": 0.5}, {"DW": 0.5}, "keys"),
        ({"dw": 0.5}, {}, "keys"),
        ([0.5], [], "length"),
        ([0.5], [0.5, 0.5], "length"),
        ([0.5], np.array([]), "length"),
        # shape
        (COLUMN, COLUMN.ravel(), "shape"),
        (COLUMN, COLUMN.T, "shape"),
        (COLUMN, np.array(1.0), "shape"),
        (COLUMN, np.array([]), "shape"),
        (COLUMN, COLUMN[np.newaxis], "shape"),
        (np.ones((1, 1)), np.array(1.0), "shape"),
        (np.ones((1, 1)), np.array([1.0]), "shape"),
        (0.5, np.array([0.5, 0.5]), "shape"),
        (0.5, np.array([]), "shape"),
        (np.array(0.5), np.zeros((2, 2)), "shape"),
        # dtype
        (0.5, np.array(0.5 + 0j), "dtype"),
        (COLUMN, COLUMN + 0j, "dtype"),
        (COLUMN, COLUMN * complex(math.nan, 1), "dtype"),
        (COLUMN, Opaque("array of Python objects"), "not_numbers"),
        (COLUMN, Opaque("array of texts"), "not_numbers"),
        (0.5, Opaque("array of texts"), "not_numbers"),
        # finite
        (0.5, math.nan, "not_finite"),
        (0.5, math.inf, "not_finite"),
        (2, -math.inf, "not_finite"),
        (COLUMN, COLUMN * math.nan, "not_finite"),
        (COLUMN, np.full((3, 1), np.finfo(np.longdouble).max), "not_finite"),
        # values
        (0.5, 0.6, "values"),
        (0.5, 0, "values"),
        (2, 3, "values"),
        (0.5, 2**63 - 1, "values"),
        (True, False, "values"),
        ("text", "other", "values"),
        (math.nan, 0.5, "values"),
        (math.inf, -math.inf, "values"),
        (COLUMN, COLUMN + 1, "values"),
        (COLUMN, np.zeros((3, 1), dtype=bool), "values"),
        (ZEROS, ZEROS + 1e-300, "values"),
        ([0.5, 0.25], [0.25, 0.5], "values"),
    ],
    ids=repr,
)
def test_a_wrong_answer_ends_at_the_first_stage_that_speaks(want: Any, got: Any, code: str) -> None:
    found = finding(want, got)

    assert found is not None
    assert (code, Outcome.WRONG) == (found.code, found.outcome)


def test_the_stages_come_in_their_order_for_all_parts() -> None:
    """A wrong shape in the second part is said before wrong numbers in the first."""
    found = finding((COLUMN, COLUMN), (COLUMN + 1, COLUMN.T), ("w", "v"))

    assert found is not None
    assert ("shape", "v") == (found.code, found.facts["name"])


@pytest.mark.parametrize(
    ("raised", "code", "outcome"),
    [
        (Raised("NotImplementedError", "not yet"), "not_attempted", Outcome.NOT_ATTEMPTED),
        (Raised("not_defined"), "not_defined", Outcome.NOT_DEFINED),
        (Raised("not_callable", "a NumPy array"), "overwritten", Outcome.NOT_DEFINED),
        (Raised("time_out", "10"), "time_out", Outcome.TIMED_OUT),
        (Raised("died", "killed"), "died", Outcome.DIED),
        (Raised("signature", "missing a required argument: 'X'"), "signature", Outcome.RAISED),
        (Raised("ValueError", "shapes differ", "Z = w @ X"), "raised", Outcome.RAISED),
    ],
)
def test_what_kept_a_function_from_answering_comes_first(raised: Raised, code: str, outcome: Outcome) -> None:
    question = question_for(0.5)
    found = compare(question, question.cases[0], Observation(None, raised, ("X",)))

    assert found is not None
    assert (code, outcome) == (found.code, found.outcome)


def test_a_right_answer_that_changed_its_argument_is_told_so() -> None:
    question = question_for(0.5)
    found = compare(question, question.cases[0], Observation(0.5, None, ("w", "X")))

    assert found is not None
    assert ("changed", "w, X") == (found.code, found.facts["name"])


def test_an_exercise_may_allow_its_arguments_to_change() -> None:
    question = question_for(0.5, checks=())

    assert compare(question, question.cases[0], Observation(0.5, None, ("w",))) is None


def test_a_finding_says_which_function_and_which_case() -> None:
    found = finding(0.5, 0.6)

    assert found is not None
    assert "propagate, with a toy" == found.where


# what a student reads


def test_a_message_on_numbers_says_where_they_first_differ_and_by_how_much() -> None:
    got = MATRIX.copy()
    got[1, 0], got[2, 1] = 3.5, 7

    came, _, _ = told(finding(MATRIX, got))

    assert "the result has other numbers in 2 of 6 entries: at [1, 0] 3.5 came, 3 was wanted, off by 0.5" == came


def test_a_message_on_a_single_number_needs_no_place() -> None:
    came, _, _ = told(finding({"cost": 0.7}, {"cost": 0.5}))

    assert "cost has other numbers: 0.5 came, 0.7 was wanted, off by -0.2" == came


@pytest.mark.parametrize(
    ("want", "got", "words"),
    [
        (MATRIX, MATRIX.T, "transpose"),
        (COLUMN, COLUMN.ravel(), "keepdims"),
        (COLUMN, -COLUMN, "sign turned"),
        (COLUMN, 4 * COLUMN, "times m"),
        (COLUMN, COLUMN / 4, "divided by m"),
        (COLUMN, -4 * COLUMN, "times -m"),
        (COLUMN, COLUMN / -4, "divided by -m"),
        (9.0, MATRIX.sum(axis=1) - 4, "Summed over one more axis"),
        (COLUMN, np.array(6.0), "summed up"),
        (MATRIX.sum(axis=1, keepdims=True), MATRIX.sum(axis=0, keepdims=True), "wrong axis"),
        (0.5, 2.0, "times m"),
        (0.5, np.array([[-0.5]]), "sign turned"),
        (MATRIX, MATRIX + 1, "by hand"),
    ],
)
def test_a_message_on_an_array_says_how_it_relates_to_the_right_one(want: Any, got: Any, words: str) -> None:
    """There are m = 4 examples in the case."""
    _, _, step = told(finding(want, got))

    assert words in step


def test_a_message_on_a_shape_names_both() -> None:
    came, wanted, _ = told(finding(COLUMN, COLUMN.T))

    assert ("the result has shape (1, 3)", "shape (3, 1)") == (came, wanted)


def test_a_message_on_an_array_in_place_of_a_number_says_so() -> None:
    came, wanted, step = told(finding({"db": 6.0}, {"db": np.array([[1.0, 2.0, 3.0]])}))

    assert ("db has shape (1, 3)", "a single number") == (came, wanted)
    assert "Summed over one more axis" in step


@pytest.mark.parametrize(
    ("got", "words"),
    [
        (Opaque("array of texts"), "w is an array of texts"),
        (Opaque("array of Python objects"), "w is an array of Python objects"),
        (Opaque("array, too large at 9,000 bytes"), "w is an array, too large at 9,000 bytes"),
        (COLUMN + 1j, "w holds complex numbers (complex128)"),
        (Opaque("MaskedArray"), "w is of type MaskedArray"),
        ([1.0], "w is a list"),
        (0.5, "w is a number"),
        ("w", "w is a text"),
        (None, "w is None"),
    ],
    ids=repr,
)
def test_a_message_says_what_came_in_place_of_an_array(got: Any, words: str) -> None:
    came, _, _ = told(finding({"w": COLUMN}, {"w": got}))

    assert words == came


def test_a_missing_key_is_named_among_those_that_came() -> None:
    came, wanted, _ = told(finding(({"dw": 1.0, "db": 2.0}, 0.5), ({"dW": 1.0, "db": 2.0}, 0.5), ("grads", "cost")))

    assert 'grads has the keys "dW", "db"; "dw" is not among them' == came
    assert 'the keys "dw", "db"' == wanted


# keys that are counted


def test_a_key_too_many_is_told_where_later_functions_count_them() -> None:
    question = question_for({"W1": 0.5, "b1": 0.5}, checks=("counted",))

    found = compare(question, question.cases[0], Observation({"W0": 0.5, "b0": 0.5, "W1": 0.5, "b1": 0.5}))

    assert 'the result has the key "W0" too' == told(found)[0]
    assert found is not None
    assert "more_keys" == found.code


def test_a_key_too_many_is_no_fault_elsewhere() -> None:
    assert finding({"W1": 0.5}, {"W1": 0.5, "sizes": (2, 4)}) is None


@pytest.mark.parametrize(
    ("got", "code"),
    [({"W1": 0.5}, None), ({"W0": 0.5}, "keys"), ({"W0": 0.5, "W1": 0.25}, "values"), (None, "nothing_returned")],
)
def test_keys_are_counted_where_all_else_is_right(got: Any, code: str | None) -> None:
    question = question_for({"W1": 0.5}, checks=("counted",))

    found = compare(question, question.cases[0], Observation(got))

    assert code == (found and found.code)


# tuples within a result

NESTED = (COLUMN, ((MATRIX, COLUMN), ZEROS))  # an answer and its cache, as a layer returns them


@pytest.mark.parametrize("cache", [((MATRIX, COLUMN), ZEROS), [(MATRIX, COLUMN), ZEROS], ([MATRIX, COLUMN], ZEROS)])
def test_a_tuple_within_a_result_may_come_as_a_list(cache: Any) -> None:
    assert finding(NESTED, (COLUMN, cache), ("A", "cache")) is None


@pytest.mark.parametrize(
    ("cache", "code", "name"),
    [
        (((MATRIX, ZEROS), ZEROS), "values", "cache[0][1]"),
        (((MATRIX.T, COLUMN), ZEROS), "shape", "cache[0][0]"),
        ((MATRIX, COLUMN, ZEROS), "length", "cache"),
        ((COLUMN, COLUMN), "type", "cache[0]"),
        (MATRIX, "type", "cache"),
    ],
)
def test_a_fault_within_a_tuple_is_named_by_its_place(cache: Any, code: str, name: str) -> None:
    found = finding(NESTED, (COLUMN, cache), ("A", "cache"))

    assert found is not None
    assert (code, name) == (found.code, found.facts["name"])


# parts in another order


@pytest.mark.parametrize(
    ("want", "got", "parts", "came", "wanted"),
    [
        (({"dw": COLUMN}, 0.5), (0.5, {"dw": COLUMN}), ("grads", "cost"), "(cost, grads)", "(grads, cost)"),
        (({"dw": COLUMN}, 0.5), (0.7, {"dw": COLUMN}), ("grads", "cost"), "(cost, grads)", "(grads, cost)"),
        ((COLUMN, 0.5), (0.5, COLUMN), ("w", "b"), "(b, w)", "(w, b)"),
        ((2, 4, 1), (4, 1, 2), ("n_x", "n_h", "n_y"), "(n_h, n_y, n_x)", "(n_x, n_h, n_y)"),
        (({"w": 1.0}, {"dw": 2.0}, [0.5]), ([0.5], {"w": 1.0}, {"dw": 2.0}), (), "(result 3, result 1, result 2)", ""),
    ],
)
def test_parts_in_another_order_are_told_apart_from_wrong_parts(
    want: Any, got: Any, parts: tuple[str, ...], came: str, wanted: str
) -> None:
    found = finding(want, got, parts)

    assert found is not None
    assert ("order", came) == (found.code, found.facts["got"])
    assert found.facts["want"].startswith(wanted)


@pytest.mark.parametrize(
    ("want", "got"),
    [
        ((COLUMN, 0.5), (0.5, 0.5)),
        ((1.0, 2.0), (2.0, 3.0)),
        ((1.0, 2.0, 3.0), ("a", 1.0, 2.0)),
        (({"dw": 1.0}, 0.5), (0.5, {"db": 1.0})),
        ((1.0, {"w": 1.0}, 2.0), ({"w": 1.0}, 5.0, 6.0)),
    ],
    ids=repr,
)
def test_no_order_is_guessed_where_none_fits_or_several_do(want: Any, got: Any) -> None:
    found = finding(want, got)

    assert found is not None
    assert "order" != found.code


# properties

DTYPES = hnp.boolean_dtypes() | hnp.integer_dtypes(endianness="=") | hnp.floating_dtypes(endianness="=")
ARRAYS = hnp.arrays(DTYPES, hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3))
ANY_ARRAYS = ARRAYS | hnp.arrays(hnp.complex_number_dtypes(endianness="="), hnp.array_shapes(max_dims=2, max_side=3))
REAL_LEAVES = st.none() | st.booleans() | st.integers(-(2**63) + 1, 2**63 - 1) | st.floats() | st.text(max_size=3)
KEYS = st.sampled_from(["w", "b", "dw", "", "a b"])


def trees(leaves: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.recursive(
        leaves,
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.lists(inner, max_size=3).map(tuple)
            | st.dictionaries(KEYS, inner, max_size=3)
        ),
        max_leaves=6,
    )


PLAIN = trees(REAL_LEAVES | ARRAYS)
ANYTHING = trees(REAL_LEAVES | ANY_ARRAYS | st.integers() | st.builds(Opaque, st.text(max_size=5)))


@given(PLAIN)
def test_every_value_passes_against_itself(value: Any) -> None:
    assert finding(value, value) is None


@given(ANYTHING, ANYTHING, st.lists(st.text(max_size=3), max_size=4).map(tuple))
def test_no_two_values_make_the_comparison_stumble(want: Any, got: Any, parts: tuple[str, ...]) -> None:
    """Whatever was declared, whatever came: there is a finding with its words, or none."""
    found = finding(want, got, parts)

    assert found is None or all(told(found))


@given(ANYTHING, ANYTHING)
def test_any_two_values_are_the_same_or_not_and_each_is_the_same_as_itself(one: Any, other: Any) -> None:
    assert isinstance(same_value(one, other), bool)
    assert same_value(one, one)


def leaves_of(value: Any) -> Iterator[Any]:
    if isinstance(value, dict | list | tuple):
        for item in value.values() if isinstance(value, dict) else value:
            yield from leaves_of(item)
    else:
        yield value


FINITE = st.floats(-1e6, 1e6).filter(lambda number: abs(number) > 1e-3)
NUMERIC = trees(FINITE | hnp.arrays(np.float64, hnp.array_shapes(max_dims=2, max_side=3), elements=FINITE))


def perturbed(value: Any, place: int, change: Callable[[Any], Any]) -> Any:
    """Return `value` with its leaf number `place` changed."""
    counter = iter(range(10_000))

    def walk(node: Any) -> Any:
        if isinstance(node, dict):
            return {key: walk(item) for key, item in node.items()}
        if isinstance(node, list | tuple):
            return type(node)(map(walk, node))
        return change(node) if next(counter) == place else node

    return walk(value)


def off_by(share: float, entry: int) -> Callable[[Any], Any]:
    def change(leaf: Any) -> Any:
        if not isinstance(leaf, np.ndarray):
            return leaf * (1 + share)
        moved = leaf.copy()
        moved.flat[entry % leaf.size] += share * np.abs(leaf).max()
        return moved

    return change


@given(st.floats() | st.integers(1 - 2**63, 2**63 - 1) | ARRAYS, st.floats(-2e-5, 2e-5), FINITE | ARRAYS)
def test_what_looks_near_is_close(want: Any, share: float, other: Any) -> None:
    with np.errstate(all="ignore"):
        others = (other, want, want * (1 + share), np.float64(1 + share) * want)
    for got in others:
        assert not near(got, want) or np.all(close(np.asarray(got), np.asarray(want)))


@given(NUMERIC, st.data())
def test_a_number_moved_beyond_the_tolerance_never_passes(value: Any, data: st.DataObject) -> None:
    count = sum(1 for _ in leaves_of(value))
    assume(count)
    share = data.draw(st.floats(1e-4, 10) | st.floats(-10, -1e-4))
    change = off_by(share, data.draw(st.integers(0, 8)))
    wrong = perturbed(value, data.draw(st.integers(0, count - 1)), change)
    found = finding(value, wrong)

    assert found is not None
    assert found.code in ("values", "order")


@given(NUMERIC, st.data())
def test_a_number_moved_within_the_tolerance_passes(value: Any, data: st.DataObject) -> None:
    count = sum(1 for _ in leaves_of(value))
    assume(count)
    nearly = perturbed(value, data.draw(st.integers(0, count - 1)), lambda leaf: leaf * (1 + 5e-6))

    assert finding(value, nearly) is None


@given(NUMERIC, st.data())
def test_nan_never_passes_where_a_number_is_wanted(value: Any, data: st.DataObject) -> None:
    count = sum(1 for _ in leaves_of(value))
    assume(count)
    wrong = perturbed(value, data.draw(st.integers(0, count - 1)), lambda leaf: leaf * math.nan)
    found = finding(value, wrong)

    assert found is not None
    assert "not_finite" == found.code


# same: how a known mistake is recognised


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (0.5, np.array(0.5)),
        (np.array([[0.5]]), 0.5),
        (0.5, np.array([0.5])),
        (1, 1.0),
        (math.nan, np.array(math.nan)),
        (np.array([math.nan, math.inf]), np.array([math.nan, math.inf])),
        (np.array([1j]), np.array([1j])),
        (np.array([True]), np.array([1.0])),
        (Opaque("set"), Opaque("set")),
        ({"w": 1, "b": [2]}, {"b": [2], "w": 1}),
        (None, None),
    ],
    ids=repr,
)
def test_answers_that_only_look_different_are_the_same(one: Any, other: Any) -> None:
    assert same_value(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (Opaque("MaskedArray"), np.zeros(3)),
        (np.zeros(3), Opaque("MaskedArray")),
        (Opaque("set"), Opaque("map")),
        ("text", np.zeros(3)),
        (np.zeros(3), None),
        (np.zeros(3), [0.0, 0.0, 0.0]),
        ((0.5,), [0.5]),
        (True, 1),
        (np.zeros(3), np.zeros((3, 1))),
        (np.zeros((1, 1)), np.zeros(1)),
        (np.array([math.nan]), np.array([0.0])),
        (np.array([math.inf]), np.array([-math.inf])),
        (np.array([1j]), np.array([1.0])),
        ({"w": 1}, {"w": 1, "b": 2}),
        ([1], [1, 2]),
        (0.5, 0.50001),
    ],
    ids=repr,
)
def test_answers_of_another_kind_shape_or_size_are_not_the_same(one: Any, other: Any) -> None:
    assert not same_value(one, other)
    assert not same_value(other, one)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (Observation(0.5), Observation(0.5), True),
        (Observation(0.5), Observation(0.5, changed=("w",)), False),
        (Observation(0.5), Observation(None, Raised("ValueError")), False),
        (Observation(None, Raised("ValueError")), Observation(0.5), False),
        (Observation(None, Raised("ValueError", "one")), Observation(None, Raised("ValueError", "two")), True),
        (Observation(None, Raised("ValueError")), Observation(None, Raised("TypeError")), False),
    ],
)
def test_observations_are_the_same_by_error_or_by_result_and_changes(
    one: Observation, other: Observation, alike: bool
) -> None:
    assert alike == same(one, other)
