"""One fork of the template seen from outside: ask it one thing after another, until it dies or is ended."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import time
from collections.abc import Sequence
from typing import Any

from grader.sandbox.errors import SandboxError
from grader.sandbox.process import Ending, Template
from grader.sandbox.room import wire
from grader.sandbox.room.limits import Limits
from grader.sandbox.stand_ins import Errand
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


class Fork:
    """A session's process; everything it says is read as if it were forged.

    Raises
    ------
    SandboxError
        It could not be made, or its walls would not stand.
    """

    def __init__(self, template: Template, limits: Limits) -> None:
        self._template = template
        self._limits = limits
        self._channel, inside = socket.socketpair()
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

    def ask(
        self,
        request: dict[str, Any],
        chunks: Sequence[memoryview],
        seconds: float,
        careful: bool,
        errand: Errand | None = None,
    ) -> tuple[dict[str, Any], bytearray]:
        """Send a request and wait for its answer.

        Parameters
        ----------
        request, chunks
            What to do, and the bytes that belong to it.
        seconds
            Processor time that the step may take. The room's own alarm ends it then, or when too much wall time has
            passed; after a grace it is killed.
        careful
            Whether to take a checkpoint first.
        errand
            Answers what the step asks of its stand-ins, where it has any; the time it takes is the step's.

        Raises
        ------
        Died
            There is no answer; the fork is closed unless a checkpoint took over.
        """
        token = secrets.token_hex(8)  # so that nothing sent before can pass for this answer
        wall = seconds * self._limits.patience
        patience = wall + self._limits.grace_seconds * (2 if careful else 1)
        try:
            self._channel.settimeout(patience)
            timed = {**request, "step": token, "seconds": seconds, "wall": wall, "careful": careful}
            wire.send(self._channel, timed, chunks)
            message, data = self._converse(token, time.monotonic() + patience, errand)
        except TimeoutError:
            self.close()
            raise Died(Raised("time_out", f"{seconds:g}")) from None
        except wire.Malformed:
            raise self.malformed() from None
        except (wire.Closed, OSError):
            raise Died(Raised("died", self._how(self._end(at_once=False)))) from None
        if "fallen" in message:
            raise self._fallen(message, token, seconds, errand is None)
        if message.get("step") != token:
            raise self.malformed()
        return message, data

    def _converse(self, token: str, deadline: float, errand: Errand | None) -> tuple[dict[str, Any], bytearray]:
        """Answer what the step asks of its stand-ins until its own answer comes."""
        for _ in range(self._limits.stand_in_calls + 1):
            message, data = wire.receive(
                self._channel, self._limits.text_bytes, self._limits.answer_bytes, deadline - time.monotonic()
            )
            if errand is None or "stand_in" not in message:
                return message, data
            if message.get("step") != token:
                raise wire.Malformed("a stand-in of another step")
            try:
                reply, answer = errand.run(message, data, deadline - time.monotonic())
            except SandboxError:
                self.close()
                raise
            self._channel.settimeout(max(deadline - time.monotonic(), 1e-6))
            wire.send(self._channel, reply, [memoryview(answer)])
        self.close()
        raise Died(Raised("died", f"it called earlier functions more than {self._limits.stand_in_calls:,} times"))

    def malformed(self) -> Died:
        """End it, for it answered with something that no honest room sends."""
        self.close()
        return Died(MALFORMED)

    def _fallen(self, message: dict[str, Any], token: str, seconds: float, alone: bool) -> Died:
        """Read what a checkpoint says that has taken over; it has to be the one before this very step.

        Where the step was not `alone`, an answer for the dead may lie in the way: then there is no going on.
        """
        status = message["fallen"]
        if not alone:
            self.close()
        if message.get("step") != token:  # its own child waits before another step, or did
            self.close()
            return Died(Raised("died", CODES[wire.NOT_CLEAN]))
        if status is not None and not (type(status) is int and 0 <= status < 2**16):
            return self.malformed()
        if status is None:
            return Died(Raised("time_out", f"{seconds:g}"), recovered=alone)
        return Died(Raised("died", self._how(Ending(status, 0.0))), recovered=alone)

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
