"""Messages on a socket: a JSON object and raw bytes, each with its length before it; never pickle.

The same module serves both ends. Outside, every message is untrusted: lengths are bounded before anything is
read.
"""

from __future__ import annotations

import json
import math
import socket
import struct
import time
from collections.abc import Iterator, Sequence
from typing import Any

HEADER = struct.Struct(">IQ")
COMMAND = struct.Struct(">cQ")  # from driver to template: what to do, and a process id
OPEN, END, KILL, TWIN = b"o", b"e", b"k", b"t"
NOT_CLEAN, OUT_OF_MEMORY, HUNG_UP = 70, 71, 72  # exit codes of a session
SMALL = 2**16  # enough for what driver and template say to each other


class Closed(Exception):
    """The other end has closed the socket."""


class Malformed(Exception):
    """What came is not a message as it should be."""


class TooLarge(Exception):
    """A message would be longer than the other end takes."""


def send(channel: socket.socket, message: dict[str, Any], chunks: Sequence[memoryview] = ()) -> None:
    """Send one message; `chunks` follow the JSON as one run of bytes."""
    write(channel, framed(message, chunks))


def framed(
    message: dict[str, Any],
    chunks: Sequence[memoryview] = (),
    text_limit: float = math.inf,
    data_limit: float = math.inf,
) -> bytes:
    """Return one message as it goes over the wire.

    Raises
    ------
    TooLarge
        It would be longer than that.
    """
    text = json.dumps(message, separators=(",", ":")).encode()
    size = sum(chunk.nbytes for chunk in chunks)
    if len(text) > text_limit or size > data_limit:
        raise TooLarge
    return b"".join([HEADER.pack(len(text), size), text, *chunks])


def write(channel: socket.socket, messages: bytes | bytearray) -> None:
    """Send what was framed, all at once: each sending wakes the other end."""
    try:
        channel.sendall(messages)
    except (BrokenPipeError, ConnectionError) as error:
        raise Closed from error


def receive(
    channel: socket.socket, text_limit: int, data_limit: int, seconds: float | None = None
) -> tuple[dict[str, Any], bytearray]:
    """Read one message of bounded length.

    Raises
    ------
    TimeoutError
        It was not complete after `seconds`.
    Closed, Malformed
        The other end hung up; it sent something else.
    """
    deadline = None if seconds is None else time.monotonic() + seconds
    text_length, data_length = HEADER.unpack(_read(channel, HEADER.size, deadline))
    if text_length > text_limit or data_length > data_limit:
        raise Malformed("a message longer than allowed")
    data = _read(channel, text_length + data_length, deadline)
    text = data[:text_length]
    del data[:text_length]
    return _parse(text), data


def _read(channel: socket.socket, count: int, deadline: float | None) -> bytearray:
    """Read exactly `count` bytes; memory grows with what comes, not with what was announced."""
    data = bytearray()
    while len(data) < count:
        if deadline is not None:
            channel.settimeout(max(deadline - time.monotonic(), 1e-6))
        try:
            chunk = channel.recv(min(count - len(data), 2**20))
        except ConnectionError as error:
            raise Closed from error
        if not chunk:
            raise Closed
        data += chunk
    return data


def send_socket(channel: socket.socket, other: socket.socket) -> None:
    """Send a socket, with a byte to travel on."""
    socket.send_fds(channel, [b"!"], [other.fileno()])


def receive_socket(channel: socket.socket) -> socket.socket:
    """Return the socket that was sent."""
    _, descriptors, _, _ = socket.recv_fds(channel, 1, 1)
    if not descriptors:
        raise Closed
    return socket.socket(fileno=descriptors[0])


def shared_out(steps: Sequence[dict[str, Any]], data: bytearray) -> Iterator[tuple[dict[str, Any], bytearray]]:
    """Yield each step of a request with the bytes that are its own."""
    start = 0
    for step in steps:
        yield step, data[start : start + step["bytes"]]
        start += step["bytes"]


def _parse(text: bytearray) -> dict[str, Any]:
    try:
        message = json.loads(text.decode())
    except (ValueError, RecursionError) as error:
        raise Malformed("a message that is not JSON") from error
    if not isinstance(message, dict):
        raise Malformed("a message that is not a JSON object")
    return message
