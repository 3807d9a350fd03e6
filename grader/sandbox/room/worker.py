"""One session's process: takes cells and calls from the socket, several in a request, and answers each.

Student code runs in this very process, so nothing here is trusted outside; it only has to be right for
students who do not attack it. Asked to, it leaves a copy of itself behind, which waits on a socket of its own and
answers later, from the state of that moment.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
import threading
import time
from types import FunctionType
from typing import Any

from helpers.observe import MAX_TEXT, observe_seeded, seed_global_generators
from helpers.plain import Opaque, to_plain
from helpers.records import Observation, Raised
from helpers.words import type_name

from . import wire
from .checkpoint import Checkpoint, Fallen, hold
from .limits import Limits
from .outputs import Stream
from .packing import pack, unpack
from .shell import RoomShell
from .stand_ins import Line, standing_in

UNLIMITED = 2**62  # what comes from outside is ours
MOMENT = 0.1  # seconds that an answer waits for the next
Answer = tuple[dict[str, Any], list[memoryview]]


class Outbox:
    """Answers on their way out: those of a moment go together, for each sending wakes the other end."""

    def __init__(self, channel: socket.socket) -> None:
        self._channel = channel
        self._waiting = bytearray()
        self._last = time.monotonic()

    def add(self, message: bytes) -> None:
        """Take an answer, and send all there are if the time has come, or there are many."""
        self._waiting += message
        if len(self._waiting) > wire.SMALL or time.monotonic() > self._last + MOMENT:
            self.send()

    def send(self) -> None:
        """Send all there are."""
        wire.write(self._channel, self._waiting)
        self._waiting.clear()
        self._last = time.monotonic()


class Worker:
    """Answers the requests of one session."""

    def __init__(self, channel: socket.socket, shell: RoomShell, limits: Limits) -> None:
        self._channel = channel
        self._shell = shell
        self._limits = limits
        self._keeps = False  # whether there are copies that wait

    def serve(self) -> None:
        """Answer until the driver hangs up."""
        signal.pthread_sigmask(signal.SIG_SETMASK, set())  # whoever started the template may hold some back
        signal.signal(signal.SIGINT, signal.default_int_handler)
        seed_global_generators()  # two runs of one notebook shall be the same
        sys.stdout = Stream("stdout", self._shell.outputs)
        sys.stderr = Stream("stderr", self._shell.outputs)
        while True:
            try:
                request, data = wire.receive(self._channel, UNLIMITED, UNLIMITED)
            except wire.Closed:
                return
            if request.get("do") == "keep":
                self._keep(request["name"])
            elif request["line"]:
                with wire.receive_socket(self._channel) as line:
                    self._serve(request, data, Line(line, self._limits))
            else:
                self._serve(request, data, None)

    def _keep(self, name: str) -> None:
        """Leave a copy behind, on the socket that comes with the next byte; threads would not be in it."""
        with wire.receive_socket(self._channel) as channel:
            if threading.active_count() > 1 or _is_stub(self._shell.user_ns.get(name)):
                return
            self._keeps = True
            with contextlib.suppress(OSError):  # where there cannot be another process its socket is just closed
                if os.fork() == 0:
                    self._channel.close()
                    self._channel = channel.dup()
                    wire.send(self._channel, {"kept": True})

    def _serve(self, request: dict[str, Any], data: bytearray, line: Line | None) -> None:
        """Do the steps of a request, the only one of a careful one with a checkpoint before it."""
        checkpoint = hold(request["wall"] + self._limits.grace_seconds) if request["careful"] else None
        if isinstance(checkpoint, Fallen):
            wire.send(self._channel, {"step": request["step"], "fallen": checkpoint.status})
            return
        try:
            self._do_all(request, data, checkpoint, line)
        except MemoryError:
            os._exit(wire.OUT_OF_MEMORY)
        except (OSError, wire.Closed):  # the step has closed our socket
            os._exit(wire.HUNG_UP)

    def _do_all(
        self, request: dict[str, Any], data: bytearray, checkpoint: Checkpoint | None, line: Line | None
    ) -> None:
        me = os.getpid()
        outbox = Outbox(self._channel)
        for step, own in wire.shared_out(request["steps"], data):
            answer, chunks = self._answer(request, step, own, line)
            if os.getpid() != me:
                os._exit(0)  # a child that the step forked: to answer is its parent's business
            if not self._keeps:
                _sweep()
            if checkpoint:
                checkpoint.passed()
            outbox.add(self._framed({"step": request["step"], **answer}, chunks))
            if answer["error"] and answer["error"]["kind"] in request["until"]:
                break
        outbox.send()

    def _answer(self, request: dict[str, Any], step: dict[str, Any], data: bytearray, line: Line | None) -> Answer:
        if request["do"] == "run":
            outputs, error = self._shell.run(step["source"], step["count"], request["seconds"], request["wall"])
            return {"outputs": outputs, "error": _as_dict(error)}, []
        observed = self._call(request, unpack(step["arguments"], data), line)
        result, chunks = pack((observed.result, observed.defaults))
        return {"result": result, "error": _as_dict(observed.error), "changed": list(observed.changed)}, chunks

    def _call(self, request: dict[str, Any], arguments: dict[str, Any], line: Line | None) -> Observation:
        name = request["name"]
        if name not in self._shell.user_ns:
            return Observation(error=Raised("not_defined", name))
        function = self._shell.user_ns[name]
        if not callable(function):
            return Observation(error=Raised("not_callable", type_name(to_plain(function))[:MAX_TEXT]))
        try:
            with standing_in(self._shell.user_ns, request["stand_ins"], line) if line else contextlib.nullcontext():
                return observe_seeded(function, arguments, request["seconds"], request["wall"])
        except MemoryError:
            raise
        except BaseException as error:  # observe lets an interrupt pass
            return Observation(error=Raised(type(error).__name__[:MAX_TEXT]))

    def _framed(self, answer: dict[str, Any], chunks: list[memoryview]) -> bytes:
        """Return an answer as it is sent; a result may be of any size, while outputs were cut as they came."""
        try:
            return wire.framed(answer, chunks, self._limits.text_bytes, self._limits.answer_bytes)
        except wire.TooLarge:
            return wire.framed({**answer, "result": pack((Opaque("value too large to be an answer"), ()))[0]})


def _is_stub(function: Any) -> bool:
    """Whether there is no function, or one that seems to be still to be written."""
    names = function.__code__.co_names if type(function) is FunctionType else ()
    return not callable(function) or "NotImplementedError" in names


def _sweep() -> None:
    """Kill what the step left running, where we are the first process: there nobody else is meant by -1."""
    if os.getpid() != 1:
        return
    with contextlib.suppress(ProcessLookupError, ChildProcessError):
        os.kill(-1, signal.SIGKILL)
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass


def _as_dict(error: Raised | None) -> dict[str, str] | None:
    return None if error is None else {"kind": error.kind, "text": error.text, "line": error.line}
