"""What a forger may send: everything that is not an honest answer is refused, and nothing breaks outside."""

import json
import socket
import struct
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.sandbox import Runner
from grader.sandbox.answers import cell_result, observation
from grader.sandbox.room import wire
from grader.sandbox.room.packing import pack, unpack
from grader.sandbox.room.wire import Malformed
from helpers.plain import identical

FLOAT = "<f8"


def packed(dtype: object = FLOAT, shape: object = (1,), *more: object) -> dict:
    return json.loads(json.dumps({"array": [dtype, shape, *more]}))


def answered(value: object) -> dict:
    """An observation's result and defaults."""
    return {"tuple": [value, {"tuple": []}]}


def deep(levels: int) -> object:
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def test_an_honest_value_is_read() -> None:
    message = {"result": answered(packed()), "error": None, "changed": []}
    assert observation(message, bytearray(8), {}).result.tolist() == [0]


FORGED_VALUES = {
    "nothing": {},
    "no bytes for an array": [packed(), packed()],
    "an array of no kind": {"array": []},
    "a number for an array": {"array": 1},
    "a dtype without a shape": {"array": [FLOAT]},
    "an array with more to say": packed(FLOAT, [1], "more"),
    "objects": packed(dtype="|O"),
    "pickles": packed(dtype="O"),
    "texts": packed(dtype="<U2"),
    "records": packed(dtype="<f8,<f8"),
    "a list for a dtype": packed(dtype=["<f8"]),
    "a void": packed(dtype="|V8"),
    "dates": packed(dtype="<M8[s]"),
    "a negative shape": packed(shape=[-1]),
    "a negative shape twice": [packed(shape=[-1, -1])],
    "a fraction for a shape": packed(shape=[1.0]),
    "a bool for a shape": packed(shape=[True]),
    "a shape beyond the bytes": packed(shape=[2]),
    "a shape beyond any memory": packed(shape=[2**62]),
    "a shape short of the bytes": packed(shape=[0]),
    "too many dimensions": packed(shape=[1] * 65),
    "too many arrays": [packed(), *[packed(shape=[0])] * 20_000],
    "another word": [packed(), {"pickle": "value"}],
    "two words": [packed(), {"list": [], "tuple": []}],
    "a list for a dict": [packed(), {"dict": []}],
    "a dict for a tuple": [packed(), {"tuple": {}}],
    "a number for what is opaque": [packed(), {"opaque": 1}],
    "a number beyond 64 bits": [packed(), 2**63],
    "very deep": [packed(), deep(400)],
    "deeper than honest": [packed(), deep(12)],
}


@pytest.mark.parametrize("name", FORGED_VALUES)
def test_a_forged_value_is_refused(name: str) -> None:
    message = {"result": answered(FORGED_VALUES[name]), "error": None, "changed": []}
    with pytest.raises(Malformed):
        observation(message, bytearray(8), {})


FORGED_ANSWERS = {
    "no result": {"error": None, "changed": []},
    "a result alone": {"error": None, "result": 1, "changed": []},
    "a list of result and defaults": {"error": None, "result": [1, {"tuple": []}], "changed": []},
    "no changes": {"error": None, "result": answered(1)},
    "a strange argument": {"error": None, "result": answered(1), "changed": ["y"]},
    "a number for an argument": {"error": None, "result": answered(1), "changed": [1]},
    "a list for an error": {"error": [], "result": answered(1), "changed": []},
    "an error without words": {"error": {}, "result": answered(1), "changed": []},
}


@pytest.mark.parametrize("name", FORGED_ANSWERS)
def test_a_forged_answer_is_refused(name: str) -> None:
    with pytest.raises(Malformed):
        observation(FORGED_ANSWERS[name], bytearray(), {"x": 1})


FORGED_OUTPUTS = {
    "none": None,
    "no list": {},
    "no outputs": [1],
    "an unknown type": [{"output_type": "pickle"}],
    "another stream": [{"output_type": "stream", "name": "stdin", "text": ""}],
    "a list for a text": [{"output_type": "stream", "name": "stdout", "text": ["x"]}],
    "no traceback": [{"output_type": "error", "ename": "E", "evalue": "x"}],
    "numbers in a traceback": [{"output_type": "error", "ename": "E", "evalue": "x", "traceback": [1]}],
    "no metadata": [{"output_type": "display_data", "data": {}}],
    "a list for data": [{"output_type": "display_data", "data": [], "metadata": {}}],
    "far too many": [{"output_type": "stream", "name": "stdout", "text": ""}] * 10_001,
}


@pytest.mark.parametrize("name", FORGED_OUTPUTS)
def test_forged_outputs_are_refused(name: str) -> None:
    with pytest.raises(Malformed):
        cell_result({"outputs": FORGED_OUTPUTS[name], "error": None}, bytearray(), 1)


def test_only_known_fields_of_an_output_are_taken() -> None:
    stream = {"output_type": "stream", "name": "stdout", "text": "a\0\ud800", "evil": 1}
    value = {"output_type": "execute_result", "data": {"text/plain": "1", "image/png": 5}, "metadata": {}}
    result = cell_result({"outputs": [stream, {**value, "execution_count": 99}], "error": None}, bytearray(), 7)
    assert result.outputs == [
        {"output_type": "stream", "name": "stdout", "text": "a\N{REPLACEMENT CHARACTER}?"},
        {"output_type": "execute_result", "data": {"text/plain": "1"}, "metadata": {}, "execution_count": 7},
    ]


def test_a_bool_is_0_or_1_whatever_was_sent() -> None:
    (value,) = unpack([packed("|b1", [2])], bytearray(b"\x02\x00"))
    assert value.view(np.uint8).tolist() == [1, 0]


@pytest.mark.parametrize("shape", [(), (0,), (2, 3), (1, 0, 2), (2,) * 12])
@pytest.mark.parametrize("dtype", "?bBhHiIqQefdgFD")
def test_arrays_of_all_kinds_come_back_as_they_were(dtype: str, shape: tuple[int, ...]) -> None:
    array = (np.arange(np.prod(shape, dtype=int)) % 100).reshape(shape).astype(dtype)
    skeleton, chunks = pack([array, (array, {"x": array})])
    back = unpack(json.loads(json.dumps(skeleton)), bytearray(b"".join(chunks)))
    assert identical(back, [array, (array, {"x": array})])


def test_what_the_other_end_calls_big_endian_is_read_as_such() -> None:
    (value,) = unpack([packed(">u2", [1])], bytearray(b"\x01\x02"))
    assert value.dtype.isnative
    assert value == 0x0102


plain_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**62), 2**62) | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=8,
)


@given(plain_values)
def test_plain_values_come_back_as_they_were(value: object) -> None:
    message, chunks = pack(value)
    assert identical(unpack(json.loads(json.dumps(message)), bytearray(b"".join(chunks))), value)


def received(data: bytes, limit: int = 1000) -> tuple[dict, bytearray]:
    """Receive what somebody sent before he hung up."""
    ours, theirs = socket.socketpair()
    with ours:
        with theirs:
            theirs.sendall(data)
        return wire.receive(ours, limit, limit, 5)


def framed(text: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">IQ", len(text), len(data)) + text + data


def test_a_message_comes_through() -> None:
    assert received(framed(b'{"a": 1}', b"xyz")) == ({"a": 1}, bytearray(b"xyz"))


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        (b"", wire.Closed),
        (b"short", wire.Closed),
        (framed(b"{}")[:-1], wire.Closed),
        (framed(b"{}", b"data")[:-1], wire.Closed),
        (struct.pack(">IQ", 2**32 - 1, 0), Malformed),
        (struct.pack(">IQ", 2, 2**64 - 1) + b"{}", Malformed),
        (framed(b"[]"), Malformed),
        (framed(b"{"), Malformed),
        (framed(b"\xff\xff"), Malformed),
        (framed(b'{"a":' * 150 + b"1" + b"}" * 149), Malformed),
    ],
)
def test_a_broken_message_is_refused(data: bytes, refusal: type[Exception]) -> None:
    with pytest.raises(refusal):
        received(data)


def test_a_nest_too_deep_for_the_parser_is_refused() -> None:
    with pytest.raises(Malformed):
        received(framed(b'{"a":' + b"[" * 200_000), 10**6)


@given(st.binary(max_size=60))
def test_random_bytes_never_break_the_reader(data: bytes) -> None:
    with pytest.raises((wire.Closed, Malformed)):
        received(data)


FORGERIES: dict[str, str] = {
    "ahead of time": "send({'step': '0' * 16, 'outputs': [], 'error': None})",
    "as a checkpoint": "send({'step': '0' * 16, 'fallen': 9})",
    "a status that is none": "send({'step': token(), 'fallen': 0x7f7f})",
    "a status of another kind": "send({'step': token(), 'fallen': 'x'})",
    "a fault of the machinery": "send({'fault': 'the disk is full'})",
    "a second ready": "send({'ready': True})",
    "with data": "send({'step': token(), 'outputs': [], 'error': None}, b'x' * 1000)",
}
FORGER = """
import gc, json, os, struct
def send(message, data=b''):
    text = json.dumps(message).encode()
    os.write(3, struct.pack('>IQ', len(text), len(data)) + text + data)
def token():
    return next(o['step'] for o in gc.get_objects() if type(o) is dict and {'step', 'do'} <= set(o))
"""


@pytest.mark.parametrize("name", FORGERIES)
def test_a_forgery_harms_the_forger_alone(runner: Runner, name: str) -> None:
    with runner.session() as session:
        session.run("def answer(x): return x + 1")
        session.run(FORGER)
        session.run(FORGERIES[name])
        session.run("1")
        assert session.call("answer", {"x": 1}).result in (2, None)
    with runner.session() as session:
        session.run("def answer(x): return x + 1")
        assert session.call("answer", {"x": 1}).result == 2


def test_the_reader_needs_no_more_memory_than_comes() -> None:
    with pytest.raises(wire.Closed):
        received(struct.pack(">IQ", 2, 2**39) + b"{}", 2**40)


def test_callables_are_not_plain() -> None:
    fn: Callable[[], None] = print
    with pytest.raises(TypeError):
        json.dumps(pack(fn)[0])
