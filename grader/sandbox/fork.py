"""One fork of the template seen from outside: ask it one thing after another, until it dies or is ended.

It can leave a copy behind, which waits in the state of that moment and is asked later.
"""

from __future__ import annotations

import os
import secrets
import signal
import socket
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from grader.sandbox.errors import SandboxError
from grader.sandbox.process import Ending, Template
from grader.sandbox.room import wire
from grader.sandbox.room.limits import Limits
from helpers.records import Raised

READY_SECONDS = 30.0
CODES = {
    wire.NOT_CLEAN: "it killed its parent process, or ended and left others running",
    wire.OUT_OF_MEMORY: "it ran out of memory",
    wire.HUNG_UP: "it closed its connection to the grader",
}
MALFORMED = Raised("died", "it sent a malformed answer")


class Died(Exception):
    """A step has ended the process it ran in, or its time was up.

    Parameters
    ----------
    error
        What to tell the student.
    recovered
        Whether a checkpoint has taken over, so that the next step can be asked at once.
    """

    def __init__(self, error: Raised, recovered: bool = False) -> None:
        super().__init__(error)
        self.error = error
        self.recovered = recovered


class Lost(Exception):
    """A copy that waited is gone, or does not answer."""


@dataclass(frozen=True, eq=False)
class Request:
    """Cells, or calls of one function, that are done in turn.

    Parameters
    ----------
    common
        What to do, and all that the steps share.
    steps
        What each is, and the bytes that belong to it.
    seconds
        Processor time that each may take.
    line
        Where the steps reach their stand-ins, where they have any; the time that takes is theirs.
    """

    common: dict[str, Any]
    steps: Sequence[tuple[dict[str, Any], list[memoryview]]]
    seconds: float
    line: socket.socket | None = None

    def send(self, channel: socket.socket, more: dict[str, Any]) -> None:
        """Send it, with `more` to be said."""
        steps = [{**step, "bytes": sum(chunk.nbytes for chunk in chunks)} for step, chunks in self.steps]
        message = {**self.common, **more, "seconds": self.seconds, "steps": steps, "line": self.line is not None}
        wire.send(channel, message, [chunk for _, chunks in self.steps for chunk in chunks])
        if self.line is not None:
            wire.send_socket(channel, self.line)


class Conversation:
    """Questions to a process inside, and its answers; everything it says is read as if it were forged."""

    def __init__(self, channel: socket.socket, limits: Limits) -> None:
        self._channel = channel
        self._limits = limits

    def _converse(self, request: Request, careful: bool) -> Iterator[tuple[str, dict[str, Any], bytearray]]:
        """Ask, and yield the answer to each step with the token that it should have.

        Raises
        ------
        TimeoutError, wire.Malformed, wire.Closed, OSError
            There is no answer.
        """
        token = secrets.token_hex(8)  # so that nothing sent before can pass for this answer
        wall = request.seconds * self._limits.patience
        patience = wall + self._limits.grace_seconds * (2 if careful else 1)
        self._channel.settimeout(patience)
        request.send(self._channel, {"step": token, "wall": wall, "careful": careful})
        for _ in request.steps:
            yield token, *wire.receive(self._channel, self._limits.text_bytes, self._limits.answer_bytes, patience)

    def close(self) -> None:
        """Hang up."""
        self._channel.close()


class Kept(Conversation):
    """A copy of a session's process, which waits as it was; the end of the session ends it."""

    def ask(self, request: Request) -> Iterator[tuple[dict[str, Any], bytearray]]:
        """Send a request and yield the answers to its steps.

        Raises
        ------
        Lost
            There is none, and the reason is not known.
        """
        try:
            for token, message, data in self._converse(request, careful=False):
                if message.get("step") != token:
                    raise Lost
                yield message, data
        except (wire.Malformed, wire.Closed, OSError) as error:  # a TimeoutError is an OSError
            raise Lost from error


class Fork(Conversation):
    """A session's process.

    Raises
    ------
    SandboxError
        It could not be made, or its walls would not stand.
    """

    def __init__(self, template: Template, limits: Limits) -> None:
        self._template = template
        channel, inside = socket.socketpair()
        super().__init__(channel, limits)
        try:
            with inside:
                self._pid = template.open(inside)
        except SandboxError:
            self._channel.close()
            raise
        fault = self._fault()
        if fault:
            self.close()
            raise SandboxError(f"The sandbox cannot hold a submission: {fault}.")

    def _fault(self) -> str:
        """Wait until the walls stand; say why they do not. No student code has run yet."""
        try:
            ready, _ = wire.receive(self._channel, wire.SMALL, 0, READY_SECONDS)
        except (wire.Closed, wire.Malformed, OSError) as error:
            return f"its process ended at once ({type(error).__name__})"
        return str(ready.get("fault", ""))

    def ask(self, request: Request, careful: bool) -> Iterator[tuple[dict[str, Any], bytearray]]:
        """Send a request and yield the answers to its steps, in their order.

        The room's own alarm ends a step after its time; after a grace it is killed.

        Parameters
        ----------
        careful
            Whether to take a checkpoint first; then there is one step.

        Raises
        ------
        Died
            There is no answer; the fork is closed unless a checkpoint took over.
        """
        try:
            for token, message, data in self._converse(request, careful):
                if "fallen" in message:
                    raise self._fallen(message, token, request.seconds)
                if message.get("step") != token:
                    raise self.malformed()
                yield message, data
        except TimeoutError:
            self.close()
            raise Died(Raised("time_out", f"{request.seconds:g}")) from None
        except wire.Malformed:
            raise self.malformed() from None
        except (wire.Closed, OSError):
            raise Died(Raised("died", self._how(self._end(at_once=False)))) from None

    def keep(self, name: str) -> Kept | None:
        """Have it leave a copy behind, to call the function `name` in.

        None where it cannot, where there is nothing to call, and where it is no more, which the next step will find.
        """
        channel, inside = socket.socketpair()
        try:
            with inside:
                self._channel.settimeout(READY_SECONDS)
                wire.send(self._channel, {"do": "keep", "name": name})
                wire.send_socket(self._channel, inside)
            wire.receive(channel, wire.SMALL, 0, READY_SECONDS)
        except (wire.Closed, wire.Malformed, OSError):
            channel.close()
            return None
        return Kept(channel, self._limits)

    def malformed(self) -> Died:
        """End it, for it answered with something that no honest room sends."""
        self.close()
        return Died(MALFORMED)

    def _fallen(self, message: dict[str, Any], token: str, seconds: float) -> Died:
        """Read what a checkpoint says that has taken over; it has to be the one before this very step."""
        status = message["fallen"]
        if message.get("step") != token:  # its own child waits before another step, or did
            self.close()
            return Died(Raised("died", CODES[wire.NOT_CLEAN]))
        if status is not None and not (type(status) is int and 0 <= status < 2**16):
            return self.malformed()
        if status is None:
            return Died(Raised("time_out", f"{seconds:g}"), recovered=True)
        return Died(Raised("died", self._how(Ending(status, 0.0))), recovered=True)

    def _how(self, ending: Ending) -> str:
        """Say in plain words how a process ended."""
        if ending.status is None:
            return CODES[wire.HUNG_UP]
        try:
            code = os.waitstatus_to_exitcode(ending.status)
            if code >= 0:
                return CODES.get(code, f"it exited with code {code}")
            name = signal.strsignal(-code)
        except ValueError:  # of a checkpoint's telling, and no status at all
            return MALFORMED.text
        if ending.cpu_seconds >= 0.9 * self._limits.cpu_seconds:  # two clocks, not quite the same
            return f"it used more than {self._limits.cpu_seconds} seconds of processor time"
        return f"it was killed by signal {-code} ({name})"

    def close(self) -> None:
        """End it, and all it started."""
        self._end(at_once=True)

    def _end(self, at_once: bool) -> Ending:
        self._channel.close()
        return self._template.end(self._pid, at_once)
