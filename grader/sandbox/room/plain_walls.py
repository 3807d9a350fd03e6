"""No walls: sessions as ordinary processes, each with its own process group and folder (--no-isolation)."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile

from .limits import Limits


class NoWalls:
    """Stands in for `Walls` where there is no isolation; a careless notebook is held, a hostile one is not."""

    def enter(self) -> None:
        """Do nothing."""

    def fork(self) -> int:
        """Fork a session: 0 in the child."""
        return os.fork()

    def shut(self, limits: Limits) -> None:
        """Give the session a process group and a folder of its own."""
        os.setsid()
        folder = _folder(os.getpid())
        os.mkdir(folder, 0o700)
        tempfile.tempdir = None
        os.environ.update(TMPDIR=folder, HOME=folder)
        os.chdir(folder)

    def kill(self, pid: int) -> None:
        """Kill a session and what it started, as far as that stayed in its group."""
        for kill in (os.killpg, os.kill):
            with contextlib.suppress(ProcessLookupError, PermissionError):
                kill(pid, signal.SIGKILL)

    def clean(self, pid: int) -> None:
        """Remove what an ended session left."""
        shutil.rmtree(_folder(pid), ignore_errors=True)


def _folder(pid: int) -> str:
    """Return the folder of a session, in the folder that the runner made for them."""
    return os.path.join(tempfile.gettempdir(), f"session-{pid}")
