"""The template seen from outside: start it, have it fork sessions and end them, close it."""

from __future__ import annotations

import contextlib
import os
import select
import signal
import socket
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from grader.sandbox.errors import SandboxError
from grader.sandbox.room import wire
from grader.sandbox.room.limits import Limits

START_SECONDS = 120.0
REPLY_SECONDS = 30.0
CLOSE_SECONDS = 5.0


@dataclass(frozen=True)
class Ending:
    """How a session ended: its wait status, None where it had to be killed, and the processor time it took."""

    status: int | None
    cpu_seconds: float


class Template:
    """A template at the other end of a socket: has it fork sessions and end them.

    Parameters
    ----------
    control
        The driver's end; "ready" is the first thing that comes.
    isolated
        Whether it has put up walls.
    """

    def __init__(self, control: socket.socket, isolated: bool) -> None:
        self._control = control
        self._isolated = isolated

    def wait_until_ready(self) -> None:
        """Wait until it is warm.

        Raises
        ------
        SandboxError
            It would not start.
        """
        try:
            self._reply(START_SECONDS)
        except SandboxError as error:
            said = self._last_words() or str(error)
            self.close()
            raise SandboxError(f"The sandbox would not start: {said}.") from error

    @property
    def running(self) -> bool:
        """Whether it is still there; unasked it says nothing until it ends."""
        said, _, _ = select.select([self._control], [], [], 0)
        return not said

    def open(self, channel: socket.socket) -> int:
        """Fork a session that is driven over `channel`; return its process id, as the template sees it."""
        try:
            self._command(wire.OPEN, channel)
        except OSError as error:
            raise self._gone() from error
        return int(self._reply(REPLY_SECONDS)["pid"])

    def end(self, pid: int, at_once: bool) -> Ending:
        """End a session; unless `at_once`, it may have a moment to end by itself and leave a status."""
        try:
            self._control.sendall(wire.COMMAND.pack(wire.KILL if at_once else wire.END, pid))
            reply = self._reply(REPLY_SECONDS)
        except (OSError, SandboxError) as error:
            if self._isolated:
                raise self._gone() from error
            return _end_without_walls(pid)  # there a session can kill its template; it is held to account itself
        return Ending(reply["status"], reply["cpu"])

    def twin(self) -> socket.socket:
        """Ask for a twin, which is there as soon as this one is warm; return the control socket of its driver."""
        control, inside = socket.socketpair()
        with inside, contextlib.suppress(OSError):  # where it is gone, the twin's driver finds its own socket closed
            self._command(wire.TWIN, inside)
        return control

    def _command(self, what: bytes, descriptor: socket.socket) -> None:
        socket.send_fds(self._control, [wire.COMMAND.pack(what, 0)], [descriptor.fileno()])

    def _reply(self, seconds: float) -> dict[str, Any]:
        try:
            message, _ = wire.receive(self._control, wire.SMALL, 0, seconds)
        except (wire.Closed, wire.Malformed, TimeoutError, OSError) as error:
            raise self._gone() from error
        if "fault" in message:
            raise SandboxError(f"The sandbox cannot hold a submission: {message['fault']}.")
        return message

    def _gone(self) -> SandboxError:
        said = self._last_words()
        return SandboxError("The sandbox stopped by itself" + (f": {said}." if said else "."))

    def _last_words(self) -> str:
        return ""

    def close(self) -> None:
        """Hang up: it ends, and its sessions with it."""
        self._control.close()


class TemplateProcess(Template):
    """A template in a process of its own, which this one starts; `wait_until_ready` is still to be called.

    Parameters
    ----------
    command, variables
        What to run, and its whole environment.
    isolated
        Whether it shall put up walls.
    limits
        Of each session.

    Raises
    ------
    SandboxError
        It would not start.
    """

    def __init__(self, command: Sequence[str], variables: dict[str, str], isolated: bool, limits: Limits) -> None:
        control, inside = socket.socketpair()
        super().__init__(control, isolated)
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - lives as long as the process
        try:
            self._process = subprocess.Popen(
                command,
                stdin=inside.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=self._errors,
                env=variables,
                start_new_session=True,
            )
        except OSError as error:
            self._errors.close()
            control.close()
            raise SandboxError(f"The sandbox would not start: {error}.") from error
        finally:
            inside.close()
        with contextlib.suppress(wire.Closed):  # whoever waits for it will hear that it is gone
            wire.send(control, {"isolated": isolated, "limits": limits.as_dict()})

    @property
    def running(self) -> bool:
        """Whether it is still there."""
        return self._process.poll() is None

    def _gone(self) -> SandboxError:
        self._process.kill()
        self._process.wait()
        return super()._gone()

    def _last_words(self) -> str:
        """Return the last line it wrote to stderr; where it was bubblewrap, that is the reason."""
        with contextlib.suppress(OSError, ValueError):
            self._errors.seek(0)
            lines = self._errors.read().decode(errors="replace").strip().splitlines()
            return lines[-1].strip().rstrip(".") if lines else ""
        return ""

    def close(self) -> None:
        """Hang up, and wait until nothing is left of it."""
        super().close()
        try:
            self._process.wait(CLOSE_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.close()


def _end_without_walls(pid: int) -> Ending:
    with contextlib.suppress(OSError):
        os.killpg(pid, signal.SIGKILL)
    return Ending(None, 0.0)
