"""The warm process that sessions are forked from: everything is imported once, before any student code runs.

The driver's commands are "open", which comes with the socket of a new session, "end" with the process id of an old
one, and "twin" with the socket of another driver.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import pkgutil
import resource
import socket
import sys
import time
from typing import Any, NoReturn

import helpers
from helpers import cases

from . import wire
from .limits import Limits
from .namespaces import Walls
from .plain_walls import NoWalls
from .shell import RoomShell, make_shell
from .worker import Worker

CHANNEL = 3
MOST_DESCRIPTORS = 4096
WARM_MODULES = ("h5py", "numpy.fft", "numpy.linalg", "numpy.random")  # NumPy would wait until its own are named
WARM_CELLS = (
    "%matplotlib inline",
    "__import__('matplotlib.pyplot').pyplot.plot([0, 1]);",
    "1 / 0",
    "__import__('matplotlib.font_manager').font_manager._get_font.cache_clear()",  # each fork would do it for itself
)
START_SECONDS = 60  # of wall time, for one warm cell
LAST_WORDS_SECONDS = 1.0  # for a session whose socket is closed to be seen to have ended


class Template:
    """The process that forks: no student code ever runs in it."""

    def __init__(self, control: socket.socket, walls: Walls | NoWalls, limits: Limits) -> None:
        self._control = control
        self._walls = walls
        self._limits = limits
        self._shell = warm_up(limits)
        self._sessions: set[int] = set()

    def serve(self) -> None:
        """Do what the driver says until it hangs up; then leave nothing behind."""
        while True:
            data, descriptors, _, _ = socket.recv_fds(self._control, wire.COMMAND.size, 1)
            if len(data) < wire.COMMAND.size:
                break
            command, pid = wire.COMMAND.unpack(data)
            if command == wire.TWIN:
                self._twin(descriptors[0])
            else:
                opening = command == wire.OPEN
                wire.send(self._control, self._open(descriptors[0]) if opening else self._end(pid, command))
        for pid in tuple(self._sessions):
            self._end(pid, wire.KILL)

    def _twin(self, descriptor: int) -> None:
        """Fork a template like this one, which serves a driver of its own; it need not warm up."""
        if os.fork() == 0:
            self._control.close()
            self._control, self._sessions = socket.socket(fileno=descriptor), set()
            wire.send(self._control, {"ready": True})
        else:
            os.close(descriptor)

    def _open(self, descriptor: int) -> dict[str, Any]:
        try:
            pid = self._walls.fork()
        except OSError as error:
            os.close(descriptor)
            return {"fault": str(error)}
        if pid == 0:
            self._be_session(descriptor)
        os.close(descriptor)
        self._sessions.add(pid)
        return {"pid": pid}

    def _be_session(self, descriptor: int) -> NoReturn:
        status = 1
        try:
            channel = self._shut_in(descriptor)
            Worker(channel, self._shell, self._limits).serve()
            status = 0
        except MemoryError:
            status = wire.OUT_OF_MEMORY
        finally:
            os._exit(status)

    def _shut_in(self, descriptor: int) -> socket.socket:
        """Keep nothing of the template but its memory; say so, or say what went wrong."""
        channel = socket.socket(fileno=descriptor)
        try:
            self._walls.shut(self._limits)
            channel = _only(channel)
            set_limits(self._limits, counted=isinstance(self._walls, Walls))
        except (OSError, ValueError) as error:
            wire.send(channel, {"fault": str(error)})
            raise
        wire.send(channel, {"ready": True})
        return channel

    def _end(self, pid: int, command: bytes) -> dict[str, Any]:
        """End a session and say how it went; "end" waits a moment for one that is ending by itself."""
        deadline = time.monotonic() + (LAST_WORDS_SECONDS if command == wire.END else 0)
        ended, status, used = os.wait4(pid, os.WNOHANG)
        while not ended and time.monotonic() < deadline:
            time.sleep(0.001)
            ended, status, used = os.wait4(pid, os.WNOHANG)
        self._walls.kill(pid)
        if not ended:
            _, _, used = os.wait4(pid, 0)
        self._walls.clean(pid)
        self._sessions.discard(pid)
        return {"status": status if ended else None, "cpu": used.ru_utime + used.ru_stime}


def _only(channel: socket.socket) -> socket.socket:
    """Close every descriptor but the session's own socket."""
    descriptor = channel.detach()
    if descriptor != CHANNEL:
        os.dup2(descriptor, CHANNEL, inheritable=False)
    os.dup2(0, 2)
    os.closerange(CHANNEL + 1, MOST_DESCRIPTORS)
    return socket.socket(fileno=CHANNEL)


def set_limits(limits: Limits, counted: bool) -> None:
    """Set what the kernel limits a process to; processes only where they are `counted` for each session."""
    wanted = {
        "RLIMIT_AS": limits.memory_bytes,
        "RLIMIT_CPU": limits.cpu_seconds,
        "RLIMIT_NOFILE": limits.open_files,
        "RLIMIT_FSIZE": limits.file_bytes,
        "RLIMIT_CORE": 0,
    }
    if counted:
        wanted["RLIMIT_NPROC"] = limits.processes
    for name, value in wanted.items():
        number = getattr(resource, name)
        _, hard = resource.getrlimit(number)
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        try:
            resource.setrlimit(number, (value, value))
        except ValueError:
            if sys.platform == "linux":  # elsewhere some are known by name only
                raise


def warm_up(limits: Limits) -> RoomShell:
    """Import all that a notebook may want, draw a figure, show an error: what comes first is slow."""
    shell = make_shell(limits.output_bytes)
    for module in (*WARM_MODULES, *(f"helpers.{module.name}" for module in pkgutil.iter_modules(helpers.__path__))):
        with contextlib.suppress(Exception):  # what is broken breaks in the notebook that wants it
            importlib.import_module(module)
    for lesson in cases.FOLDER.glob("*.h5"):
        with contextlib.suppress(Exception):
            cases.require_lesson(lesson.stem)
    for cell in WARM_CELLS:
        shell.run(cell, 1, limits.cell_seconds, START_SECONDS)
    return shell
