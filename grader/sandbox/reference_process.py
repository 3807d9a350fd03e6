"""The process in which the reference stands in for student code, seen from outside: started when it is first wanted.

A worker of ours, which is a fork itself, forks it at once, at a hundredth of a start's cost. It runs no student code,
yet it computes with whatever arguments student code sends: an endless training or a matrix larger than the machine must
cost this process and never the grader.
"""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import Any

from grader.sandbox.environment import ONE_THREAD
from grader.sandbox.errors import SandboxError
from grader.sandbox.room import wire
from grader.sandbox.room.limits import Limits
from grader.sandbox.stand_ins import StandIns

START_SECONDS = 120.0
CLOSE_SECONDS = 5.0
REPORT_SECONDS = 60.0  # a machine may be that busy, which is no fault of the answer
LAST_WORDS_SECONDS = 2.0  # where the room is no more, for an answer that nobody waits for to be computed
MOST_DESCRIPTORS = 4096
COMMAND = [sys.executable, "-m", "grader.sandbox.reference_main"]


class Misused(Exception):
    """A room has asked its stand-ins what no honest one asks, or without end; the text says it in plain words."""


class ReferenceProcess:
    """One a worker, used by one thread; what ends it is started anew."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | BaseProcess | None = None
        self._channel: socket.socket | None = None

    def start(self) -> None:
        """Start it, where it is not running.

        Raises
        ------
        SandboxError
            It would not start.
        """
        if self._process is not None and _is_running(self._process):
            return
        self.close()
        self._channel, inside = socket.socketpair()
        try:
            with inside:
                self._process = subprocess.Popen(
                    COMMAND,
                    stdin=inside.fileno(),
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=_variables(),
                    start_new_session=True,  # Ctrl-C is heard by the grader, which ends it
                )
            self._greet()
        except (OSError, wire.Closed, wire.Malformed) as error:
            self.close()
            raise SandboxError(f"The reference would not start in a process of its own: {error}.") from error

    def fork(self) -> None:
        """Start it as a fork of this process, which has one thread and holds nothing that must be let go of.

        Where that fails it is started when it is wanted.
        """
        self._channel, inside = socket.socketpair()
        try:
            with inside:
                self._process = get_context("fork").Process(target=_serve_alone, args=(inside,), daemon=True)
                self._process.start()
            self._greet()
        except (OSError, wire.Closed, wire.Malformed):
            self.close()

    def _greet(self) -> None:
        """Say how much it may use, and wait until it is ready."""
        assert self._channel is not None
        wire.send(self._channel, self._limits.as_dict())
        self._receive(START_SECONDS)

    @contextlib.contextmanager
    def standing_in(self, stand_ins: StandIns, seconds: float) -> Iterator[socket.socket]:
        """Have it answer for stand-ins as long as the block lasts; yield the line to it, for a room.

        Nothing that is asked is seen here: it is unpacked where it does no harm.

        Parameters
        ----------
        seconds
            Of wall time that one answer may take, where nobody outside ends it sooner.

        Raises
        ------
        Misused
            The room has asked what no honest one asks, or without end.
        SandboxError
            It has ended by itself.
        """
        inside, ours = socket.socketpair()
        with ours, inside:
            self._begin(stand_ins, seconds, ours)
            try:
                yield inside
            except BaseException:
                self._hear(ours, stand_ins, LAST_WORDS_SECONDS)
                raise
            fault = self._hear(ours, stand_ins, REPORT_SECONDS)
        if fault:
            raise Misused(fault)

    def _begin(self, stand_ins: StandIns, seconds: float, line: socket.socket) -> None:
        self.start()
        assert self._channel is not None
        try:
            self._channel.settimeout(START_SECONDS)
            wire.send(self._channel, {"functions": stand_ins.places(), "seconds": seconds})
            wire.send_socket(self._channel, line)
        except (OSError, wire.Closed) as error:
            raise self._gone() from error

    def _hear(self, line: socket.socket, stand_ins: StandIns, seconds: float) -> str:
        """Shut the line, whoever else may hold it; note which were called, return what was wrong with the questions."""
        line.shutdown(socket.SHUT_RDWR)
        try:
            report, _ = self._receive(seconds)
            stand_ins.called.update(report["called"])
            return str(report["fault"])
        except TimeoutError:
            self.close()
            return "it left an earlier function at work"
        except (OSError, wire.Closed, wire.Malformed) as error:
            raise self._gone() from error

    def _gone(self) -> SandboxError:
        self.close()
        return SandboxError("The process in which the reference stands in has ended by itself.")

    def _receive(self, seconds: float) -> tuple[dict[str, Any], bytearray]:
        assert self._channel is not None
        return wire.receive(self._channel, self._limits.text_bytes, self._limits.answer_bytes, seconds)

    def close(self) -> None:
        """End it, whatever it is doing."""
        if self._channel is not None:
            self._channel.close()
            self._channel = None
        if self._process is not None:
            self._process.kill()
            _wait(self._process)
            self._process = None


def _is_running(process: subprocess.Popen[bytes] | BaseProcess) -> bool:
    return process.is_alive() if isinstance(process, BaseProcess) else process.poll() is None


def _wait(process: subprocess.Popen[bytes] | BaseProcess) -> None:
    if isinstance(process, BaseProcess):
        process.join(CLOSE_SECONDS)
    else:
        process.wait(CLOSE_SECONDS)


def _serve_alone(channel: socket.socket) -> None:
    """Let go of all that this fork has of its worker but the socket, then answer."""
    from grader.sandbox.reference_main import serve  # not at the top: Windows has no limits for it

    os.closerange(3, channel.fileno())
    os.closerange(channel.fileno() + 1, MOST_DESCRIPTORS)
    serve(channel)


def _variables() -> dict[str, str]:
    """Return our environment, in which Python finds the same packages and NumPy takes one thread."""
    path = os.pathsep.join(filter(None, sys.path))
    return {**os.environ, **ONE_THREAD, "PYTHONPATH": path, "PYTHONSAFEPATH": "1"}
