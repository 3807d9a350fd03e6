"""A runner's own folder in /tmp: removed at its end, and after a kill by the next runner that comes."""

from __future__ import annotations

import contextlib
import os
import shutil
import tempfile
import weakref
from pathlib import Path

PREFIX = "course-room-"
LOCK = "lock"  # held as long as the runner's process lives; the kernel lets go of it, however that ends


class Folder:
    """A new folder that only we can enter, in `parent`, or where temporary files go."""

    def __init__(self, parent: Path | None = None) -> None:
        _remove_left_ones()
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
        descriptor = os.open(self.path / "locking", os.O_CREAT | os.O_RDWR, 0o600)
        _lock(descriptor)
        os.rename(self.path / "locking", self.path / LOCK)  # only now may others ask whether it is held
        self.close = weakref.finalize(self, _remove, self.path, descriptor)


def _remove(path: Path, descriptor: int) -> None:
    shutil.rmtree(path, ignore_errors=True)
    os.close(descriptor)


def _remove_left_ones() -> None:
    for path in Path(tempfile.gettempdir()).glob(PREFIX + "*"):
        with contextlib.suppress(OSError):
            if path.lstat().st_uid == os.geteuid():
                _remove_if_left(path)


def _remove_if_left(path: Path) -> None:
    descriptor = os.open(path / LOCK, os.O_RDWR | os.O_NOFOLLOW)
    try:
        _lock(descriptor)
        shutil.rmtree(path, ignore_errors=True)
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Take the lock, or raise OSError where another process has it."""
    import fcntl  # not at the top: Windows has none, and `course doctor` shall run there

    fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
