"""Stand-ins inside: stubs under the names of the student's functions, whose calls are answered outside.

A stub knows no answer. Wherever the notebook's own names lead to the student's function they lead to the stub as long
as one call lasts; references kept elsewhere (a closure, a default argument, a partial) are not found.
"""

from __future__ import annotations

import builtins
import contextlib
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any

from helpers.plain import Opaque, to_plain

from . import wire
from .limits import Limits
from .packing import ordinary, pack, unpack

UNLIMITED = 2**62  # what comes from outside is ours
MISSING = object()


class Line:
    """The way to the reference, open as long as a call lasts: one question at a time, which no alarm cuts in two."""

    def __init__(self, channel: socket.socket, limits: Limits) -> None:
        self._channel = channel
        self._limits = limits
        self._lock = threading.Lock()
        self._open = False
        self._first = True

    def open(self) -> None:
        """Begin a call: what the reference draws at random is the same in each."""
        self._open = self._first = True

    def ask(self, name: str, arguments: list[Any]) -> Any:
        """Return what the reference answers, or raise what it raises."""
        packed, chunks = pack(arguments)
        question = {"stand_in": name, "first": self._first, "arguments": packed}
        try:
            message = wire.framed(question, chunks, self._limits.text_bytes, self._limits.answer_bytes)
        except wire.TooLarge:
            raise ValueError(f"{name} is called with arguments too large to be graded") from None
        with _no_alarm(), self._lock:
            if not self._open:
                raise RuntimeError(f"the {name} that stood in for yours is gone")
            wire.write(self._channel, message)
            self._first = False
            reply, data = wire.receive(self._channel, UNLIMITED, UNLIMITED)
        if "error" in reply:
            raise getattr(builtins, reply["error"]["kind"])(reply["error"]["text"])
        return ordinary(unpack(reply["result"], data))

    def close(self) -> None:
        """Let no call through any more; the one under way is waited for."""
        with self._lock:
            self._open = False


@contextlib.contextmanager
def _no_alarm() -> Iterator[None]:
    """Keep the alarms of a time limit waiting; they ring at the end."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM, signal.SIGPROF})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def standing_in(namespace: dict[str, Any], functions: dict[str, list[str]], line: Line) -> Iterator[None]:
    """Put the stubs into the notebook's namespace, and put all back as it was.

    Parameters
    ----------
    functions
        The names, and the names of the parameters.
    """
    own = {name: namespace.get(name, MISSING) for name in functions}
    stubs = {name: _stub(name, parameters, own[name], line) for name, parameters in functions.items()}
    aliases = {alias: stubs[name] for name in functions for alias in _aliases(own[name], namespace)}
    before = {name: namespace.get(name, MISSING) for name in aliases | stubs}
    namespace.update(aliases | stubs)
    line.open()
    try:
        yield
    finally:
        line.close()
        for name, value in before.items():
            namespace.pop(name, None) if value is MISSING else namespace.update({name: value})


def _stub(name: str, parameters: list[str], own: Any, line: Line) -> Callable[..., Any]:
    """Make a stub; it takes the student's names of the parameters too."""
    theirs = own.__code__.co_varnames[: own.__code__.co_argcount] if type(own) is FunctionType else ()
    renamed = {their: ours for their, ours in zip(theirs, parameters, strict=False) if their not in parameters}

    def stand_in(*arguments: Any, **keywords: Any) -> Any:
        sent = to_plain([list(arguments), {renamed.get(key, key): value for key, value in keywords.items()}])
        if _is_opaque(sent):
            raise TypeError(f"{name} is called with something other than numbers, arrays, lists and dictionaries")
        return line.ask(name, sent)

    stand_in.__name__ = stand_in.__qualname__ = name
    return stand_in


def _aliases(own: Any, namespace: dict[str, Any]) -> list[str]:
    """Return every name of a function that the notebook defines; what it imports may have another use."""
    if type(own) is not FunctionType or own.__globals__ is not namespace:
        return []
    return [name for name, value in namespace.items() if value is own]


def _is_opaque(value: Any) -> bool:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list | tuple) else ()
    return isinstance(value, Opaque) or any(map(_is_opaque, inner))
