"""Plain values: whatever a student's function returns is copied without being called, and comes apart and together."""

from __future__ import annotations

import collections
import enum
import json
import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from helpers.plain import MAX_DEPTH, MAX_INT, MAX_ITEMS, MAX_TEXT, Opaque, flatten, identical, to_plain, unflatten

NUMBERS = st.floats() | st.integers(-(2**63) + 1, 2**63 - 1)
DTYPES = hnp.boolean_dtypes() | hnp.integer_dtypes(endianness="=") | hnp.floating_dtypes(endianness="=")
ARRAYS = hnp.arrays(DTYPES | hnp.complex_number_dtypes(endianness="="), hnp.array_shapes(min_dims=0, min_side=0))
LEAVES = st.none() | st.booleans() | NUMBERS | st.text() | ARRAYS
PLAIN = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=6,
)


# to_plain


@pytest.mark.parametrize(
    "value",
    [None, True, 3, 2.5, "text", [1, [2]], (1, "a"), {"w": 1.0}, [], (), {}, -(2**63) + 1, math.inf],
    ids=repr,
)
def test_a_plain_value_stays_as_it_is(value: Any) -> None:
    assert identical(value, to_plain(value))


def test_a_number_of_numpy_becomes_an_array_without_axes() -> None:
    plain = to_plain(np.float32(0.5))

    assert (np.ndarray, np.float32, ()) == (type(plain), plain.dtype, plain.shape)


def test_an_array_is_copied() -> None:
    array = np.zeros(3)
    plain = to_plain(array)
    array[0] = 1

    assert [0, 0, 0] == plain.tolist()


@pytest.mark.parametrize("array", [np.arange(6).reshape(2, 3).T, np.arange(6.0)[::-2], np.arange(3, dtype=">f8")])
def test_an_array_of_any_layout_keeps_its_numbers(array: np.ndarray) -> None:
    plain = to_plain(array)

    assert array.tolist() == plain.tolist()
    assert plain.flags.c_contiguous
    assert plain.dtype.isnative


class Weights(collections.namedtuple("Weights", "w b")):
    __slots__ = ()


class Name(enum.StrEnum):
    COST = "cost"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (collections.OrderedDict(w=1, b=2), {"w": 1, "b": 2}),
        (collections.defaultdict(float, b=2.0), {"b": 2.0}),
        (Weights(1, 2), (1, 2)),
        ({Name.COST: 0.5}, {"cost": 0.5}),
    ],
    ids=["OrderedDict", "defaultdict", "named tuple", "keys from an enumeration"],
)
def test_a_container_of_the_standard_library_is_as_good_as_a_plain_one(value: Any, plain: Any) -> None:
    assert identical(plain, to_plain(value))


@pytest.mark.parametrize(
    ("value", "name"),
    [
        (10**400, "int beyond 64 bits"),
        (MAX_INT, "int beyond 64 bits"),
        (1j, "complex"),
        (b"w", "bytes"),
        ({1, 2}, "set"),
        (range(3), "range"),
        (map(abs, []), "map"),
        ({1: 2}, "dict with a key that is no text"),
        ([0] * (MAX_ITEMS + 1), "list"),
        (np.ma.masked_array([1.0]), "MaskedArray"),
        (np.array(["w"]), "array of texts"),
        (np.array([None]), "array of Python objects"),
        (np.array([[1], [2, 3]], dtype=object), "array of Python objects"),
        (np.zeros(1, dtype=[("w", float)]), "array of records"),
        (np.array(["2020-01-01"], dtype="datetime64[D]"), "array of dates"),
        (np.zeros(1, dtype=np.clongdouble), f"array of {np.dtype(np.clongdouble)}"),
    ],
)
def test_what_is_not_plain_keeps_only_the_name_of_its_type(value: Any, name: str) -> None:
    assert Opaque(name) == to_plain(value)


def test_an_array_too_large_to_copy_is_told_by_its_size() -> None:
    assert Opaque("array, too large at 16 bytes") == to_plain(np.zeros(2), room=15)


def test_one_large_list_many_times_over_is_not_copied_many_times() -> None:
    """A list of lists shares its room, or 10 000 times the same 10 000 would be 100 million."""
    inner = [0.0] * MAX_ITEMS
    plain = to_plain([[inner] * MAX_ITEMS] * MAX_ITEMS)

    assert MAX_ITEMS == len(plain)
    assert {Opaque("list")} == set(plain)


def test_a_cycle_ends() -> None:
    cycle: list[Any] = []
    cycle.append(cycle)
    plain = to_plain(cycle)
    for _ in range(MAX_DEPTH):
        (plain,) = plain

    assert Opaque("deeply nested list") == plain


def test_a_long_text_is_cut() -> None:
    assert MAX_TEXT == len(to_plain("x" * 10**6))


class Claims(type):
    """Its classes equal every other class, and keep their name to themselves."""

    def __eq__(cls, other: object) -> bool:
        return True

    def __hash__(cls) -> int:
        return hash(float)

    @property
    def __name__(cls) -> str:  # type: ignore[override]
        raise RuntimeError("no name")

    def __instancecheck__(cls, instance: Any) -> bool:
        return True


class Claimed(metaclass=Claims):
    pass


class Disguised:
    def __init__(self, disguise: type) -> None:
        self.disguise = disguise

    @property
    def __class__(self) -> type:  # type: ignore[override]
        return self.disguise


class HostileArray(np.ndarray):
    def __array_finalize__(self, _: Any) -> None:
        pass

    def __getattribute__(self, name: str) -> Any:
        raise SystemExit(name)


class HostileNumber(np.float64):
    __module__ = "numpy"

    def __array__(self, *_: Any, **__: Any) -> np.ndarray:
        raise SystemExit("no")


class HostileList(list):
    def _raise(self, *_: Any) -> Any:
        raise SystemExit("no")

    __len__ = __iter__ = __getitem__ = __eq__ = __bool__ = _raise  # type: ignore[assignment]
    __hash__ = None  # type: ignore[assignment]


class HostileDict(dict):
    def _raise(self, *_: Any) -> Any:
        raise SystemExit("no")

    __len__ = __iter__ = __getitem__ = keys = items = values = get = _raise  # type: ignore[assignment]


class HostileKey(str):
    def _raise(self, *_: Any) -> Any:
        raise SystemExit("no")

    __str__ = __getitem__ = __len__ = __repr__ = _raise  # type: ignore[assignment]
    __hash__ = str.__hash__
    __eq__ = str.__eq__


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Claimed(), Opaque("Claimed")),
        (Disguised(list), Opaque("Disguised")),
        (Disguised(dict), Opaque("Disguised")),
        (Disguised(float), Opaque("Disguised")),
        (np.zeros(2).view(HostileArray), Opaque("HostileArray")),
        (HostileNumber(1), Opaque("HostileNumber")),
        (HostileList([1, 2]), [1, 2]),
        (HostileDict(w=1), {"w": 1}),
        ({HostileKey("w"): 1}, {"w": 1}),
    ],
    ids=lambda value: type(value).__qualname__ if not isinstance(type(value), Claims) else "Claimed",
)
def test_a_hostile_object_is_never_asked(value: Any, plain: Any) -> None:
    result = to_plain(value)

    assert identical(plain, result)
    assert type(plain) is type(result)


def test_a_hostile_key_becomes_a_plain_text() -> None:
    ((key, _),) = to_plain({HostileKey("w"): 1}).items()

    assert str is type(key)


@given(PLAIN)
def test_copying_twice_is_copying_once(value: Any) -> None:
    assert identical(to_plain(value), to_plain(to_plain(value)))


# identical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (math.nan, 1.0),
        (1.0, math.nan),
        (1, 1.0),
        (1, True),
        (0.0, -0.0),
        ("1", 1),
        (None, False),
        ([1], (1,)),
        ([1], [1, 1]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {"a": 2}),
        (np.zeros(2), np.zeros((2, 1))),
        (np.zeros(2), np.zeros(2, dtype=np.float32)),
        (np.zeros(2), -np.zeros(2)),
        (np.float64(1), 1.0),
        (Opaque("set"), Opaque("map")),
    ],
    ids=repr,
)
def test_values_that_differ_in_any_bit_are_not_identical(one: Any, other: Any) -> None:
    assert not identical(one, other)


@given(PLAIN)
def test_a_plain_value_is_identical_to_itself(value: Any) -> None:
    """Also where it holds nan, which does not equal itself."""
    assert identical(value, to_plain(value))


# flatten and unflatten


@given(PLAIN)
def test_a_plain_value_comes_together_as_it_was(value: Any) -> None:
    skeleton, arrays = flatten(value)

    assert identical(value, unflatten(json.loads(json.dumps(skeleton)), arrays))


def test_every_array_has_a_path_of_its_own_whatever_the_keys() -> None:
    awkward = ["", "a/b", "a", ".", "..", "0", "1", "a b", "ä", "/", "value", "a.b", "\ud800", "array"]
    value = {key: {inner: np.array([i, j]) for j, inner in enumerate(awkward)} for i, key in enumerate(awkward)}
    skeleton, arrays = flatten(value)

    assert len(awkward) ** 2 == len(arrays)
    assert identical(value, unflatten(skeleton, arrays))


def test_a_path_is_made_of_the_keys_where_they_are_names() -> None:
    _, arrays = flatten({"W1": np.zeros(1), "two words": [np.zeros(2)]}, "question")

    assert {"question/W1": (1,), "question/1/0": (2,)} == {path: array.shape for path, array in arrays.items()}


def nested(depth: int) -> dict[str, Any]:
    skeleton: dict[str, Any] = {"value": 1}
    for _ in range(depth):
        skeleton = {"list": [skeleton]}
    return skeleton


@pytest.mark.parametrize(
    "skeleton",
    [
        None,
        1,
        "value",
        [],
        {},
        {"value": 1, "list": []},
        {"value": []},
        {"value": {}},
        {"value": 10**30},
        {"value": -(2**63)},
        {"array": "missing"},
        {"array": 1},
        {"array": ["here"]},
        {"array": None},
        {"opaque": 1},
        {"dict": []},
        {"dict": {"w": 1}},
        {"list": {}},
        {"tuple": "ab"},
        {"tuple": [{"value": 1}, 2]},
        {"code": "print()"},
        {"": None},
        nested(300),
    ],
    ids=lambda skeleton: str(skeleton)[:40],
)
def test_a_skeleton_that_flatten_does_not_make_is_refused(skeleton: Any) -> None:
    with pytest.raises(ValueError, match="skeleton"):
        unflatten(skeleton, {"here": np.zeros(1)})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["value", "array", "dict", "list", "tuple", "opaque", "w"]), inner, max_size=2
        )
    ),
)


@given(JSON)
def test_any_json_gives_a_plain_value_or_is_refused(skeleton: Any) -> None:
    try:
        value = unflatten(skeleton, {"w": np.zeros(1)})
    except ValueError:
        return
    assert isinstance(value, Opaque) or identical(value, unflatten(*flatten(value)))
