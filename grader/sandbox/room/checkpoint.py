"""Checkpoints by fork: the child goes on, the parent waits with the state before and takes over if it dies.

The waiting parent is the student's process too, and his code can kill it. So a checkpoint is only a short cut:
where anything is not as it should be it ends, and the driver outside replays the earlier steps instead.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import random
import signal
import socket
import sys
import time
from dataclasses import dataclass

from .wire import NOT_CLEAN

PR_SET_CHILD_SUBREAPER = 36
TICK = 0.02  # seconds until a death is noticed


@dataclass
class Checkpoint:
    """The child's end of a checkpoint."""

    parent: socket.socket

    def passed(self) -> None:
        """Tell the parent that the step is over, so that it waits without a limit; end with it if it is dead."""
        with contextlib.suppress(OSError):
            self.parent.sendall(b"?")
            if self.parent.recv(1):
                self.parent.close()
                return
        os._exit(NOT_CLEAN)


@dataclass(frozen=True)
class Fallen:
    """What the parent knows after a death: the child's wait status, None where its time was up."""

    status: int | None


def hold(seconds: float) -> Checkpoint | Fallen | None:
    """Fork; return a `Checkpoint` in the child, and `Fallen` in the parent once the child is dead.

    None where there cannot be another process: the step is run without a checkpoint.
    """
    _adopt_orphans()
    ours, theirs = socket.socketpair()
    dice = random.getstate()  # a fork would throw anew
    with ours:
        with theirs:
            try:
                pid = os.fork()
            except OSError:
                return None
            if pid == 0:
                random.setstate(dice)
                return Checkpoint(theirs.dup())
        status = _wait(pid, ours, seconds)
    if _others_left():
        os._exit(NOT_CLEAN)
    return Fallen(status)


def _adopt_orphans() -> None:
    """Become the parent of what the child leaves behind, so that it is noticed (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _wait(pid: int, child: socket.socket, seconds: float) -> int | None:
    """Wait for the child's death, and bring it about if the step is not over in time."""
    deadline = time.monotonic() + seconds
    child.settimeout(TICK)
    over = False
    while over or time.monotonic() < deadline:
        ended, status = os.waitpid(pid, 0 if over else os.WNOHANG)
        if ended:
            return status
        with contextlib.suppress(OSError):
            over = bool(child.recv(1))
            child.sendall(b"!")
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return None


def _others_left() -> bool:
    """Whether anything that the dead step started is still alive."""
    with contextlib.suppress(ChildProcessError):
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
        return True
    return False
