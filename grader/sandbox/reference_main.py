"""What runs in the reference's own process: calls a right answer with arguments that came from student code.

The arguments are unpacked here, where a malformed or monstrous one does no harm.
"""

from __future__ import annotations

import contextlib
import importlib
import resource
import signal
import socket
import warnings
from functools import cache, reduce
from typing import Any

from grader.sandbox.room import wire
from grader.sandbox.room.limits import Limits
from grader.sandbox.room.packing import ordinary, pack, unpack
from helpers.observe import seed_global_generators
from helpers.plain import to_plain

UNLIMITED = 2**62  # what comes from the driver is ours
MEMORY_BYTES = 2**30
GRACE_SECONDS = 5.0  # then the driver is dead, or it would have ended us
MAX_TEXT = 300
MALFORMED = "it sent a malformed answer"
RAISABLE = ("KeyError", "IndexError", "ValueError", "TypeError", "AttributeError", "ZeroDivisionError")


def serve(channel: socket.socket) -> None:
    """Answer until the driver hangs up."""
    with contextlib.suppress(ValueError):  # elsewhere than on Linux this limit is known by name only
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    warnings.simplefilter("ignore")
    limits = Limits(**wire.receive(channel, wire.SMALL, 0)[0])
    wire.send(channel, {"ready": True})
    with contextlib.suppress(wire.Closed):
        while True:
            job, _ = wire.receive(channel, UNLIMITED, UNLIMITED)
            with wire.receive_socket(channel) as line:
                report = serve_line(line, job["functions"], job["seconds"], limits)
                line.shutdown(socket.SHUT_RDWR)  # the driver holds it, too
            wire.send(channel, report)


def serve_line(
    line: socket.socket, functions: dict[str, tuple[str, str]], seconds: float, limits: Limits
) -> dict[str, Any]:
    """Answer for stand-ins until the line is shut; report which were called, and what was wrong with the questions.

    Whoever asks is a stranger: what is no question ends the line.
    """
    called: set[str] = set()
    asked = 0  # in one call of the student's function
    try:
        while asked < limits.stand_in_calls:
            request, data = wire.receive(line, limits.text_bytes, limits.answer_bytes)
            name = request.get("stand_in")
            if type(name) is not str or name not in functions:
                raise wire.Malformed("a stand-in that there is none of")
            called.add(name)
            asked = 1 if request.get("first") else asked + 1
            signal.setitimer(signal.ITIMER_REAL, seconds + GRACE_SECONDS)  # ends us, where nobody else does
            reply = answer(functions[name], request, data, limits)
            signal.setitimer(signal.ITIMER_REAL, 0)
            wire.write(line, reply)
    except (wire.Closed, OSError):
        fault = ""
    except wire.Malformed:
        fault = MALFORMED
    else:
        fault = f"it called earlier functions more than {limits.stand_in_calls:,} times"
    return {"called": sorted(called), "fault": fault}


def answer(place: tuple[str, str], request: dict[str, Any], data: bytearray, limits: Limits) -> bytes:
    """Return the framed result, or the error that the call raised.

    Raises
    ------
    Malformed
        The arguments are none.
    """
    if request.get("first"):  # of a call of the student's function: what the reference draws there is the same again
        seed_global_generators()
    try:
        arguments, keywords = _arguments(unpack(request.get("arguments"), data))
        result, chunks = pack(to_plain(_function(*place)(*arguments, **keywords)))
        return wire.framed({"result": result}, chunks, limits.text_bytes, limits.answer_bytes)
    except wire.Malformed:
        raise
    except wire.TooLarge:
        return _error("ValueError", "the result would be too large")
    except Exception as error:  # as the student's own function would raise it
        return _error(_kind(error), str(error)[:MAX_TEXT])


def _error(kind: str, text: str) -> bytes:
    return wire.framed({"error": {"kind": kind, "text": text}})


def _arguments(sent: Any) -> tuple[list[Any], dict[str, Any]]:
    """Read what a stand-in was called with: a list, and a dict."""
    if not (type(sent) is list and [type(part) for part in sent] == [list, dict]):
        raise wire.Malformed("no arguments of a call")
    arguments, keywords = ordinary(sent)
    return arguments, keywords


@cache
def _function(module: str, name: str) -> Any:
    return reduce(getattr, name.split("."), importlib.import_module(module))


def _kind(error: Exception) -> str:
    """Name the exception by the nearest built-in class that the far side raises again."""
    names = (kind.__name__ for kind in type(error).__mro__)
    return next((name for name in names if name in RAISABLE), "RuntimeError")


if __name__ == "__main__":
    serve(socket.socket(fileno=0))
