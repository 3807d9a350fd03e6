"""The process in which the reference stands in for student code, seen from outside: started when it is first wanted.

A worker of ours, which is a fork itself, forks it at once, at a hundredth of a start's cost. It runs no student code,
yet it computes with whatever arguments student code sends: an endless training or a matrix larger than the machine must
cost this process and never the grader.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from typing import Any

from grader.sandbox.environment import ONE_THREAD
from grader.sandbox.errors import SandboxError
from grader.sandbox.room import wire
from grader.sandbox.room.limits import Limits

START_SECONDS = 120.0
CLOSE_SECONDS = 5.0
MOST_DESCRIPTORS = 4096
COMMAND = [sys.executable, "-m", "grader.sandbox.reference_main"]


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

    def answer(
        self, function: Callable[..., Any], request: dict[str, Any], data: bytearray, seconds: float
    ) -> tuple[dict[str, Any], bytearray]:
        """Have it call `function` with the packed arguments in `request` and `data`, as they came.

        Raises
        ------
        TimeoutError
            There was no answer in time; it is ended.
        SandboxError
            It has ended by itself.
        """
        assert self._channel is not None
        place = {"module": function.__module__, "name": function.__qualname__, "seconds": max(seconds, 0)}
        try:
            self._channel.settimeout(max(seconds, 1e-6))
            wire.send(self._channel, {**request, **place}, [memoryview(data)])
            return self._receive(seconds)
        except TimeoutError:
            self.close()
            raise
        except (OSError, wire.Closed, wire.Malformed) as error:
            self.close()
            raise SandboxError("The process in which the reference stands in has ended by itself.") from error

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
