"""Writing what a command was asked for: whole or not at all, and a clear sentence where it cannot be."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from helpers.errors import GraderError


def write_text(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a file, whole or not at all; return its path.

    Raises
    ------
    GraderError
        It cannot be written; what was there before is still there.
    """
    return write_bytes(path, text.encode(encoding, "backslashreplace"))


def write_bytes(path: Path, data: bytes) -> Path:
    """Write a file, whole or not at all; return its path.

    Raises
    ------
    GraderError
        It cannot be written; what was there before is still there.
    """
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(data)  # a pipe or a device is written into
        else:
            _replace(path, data)
    except OSError as error:
        raise GraderError(f"{path} cannot be written: {error.strerror}; name another place.") from error
    return path


def _replace(path: Path, data: bytes) -> None:
    """Write beside the file, then take its place at once."""
    with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}-", delete=False) as scratch:
        try:
            scratch.write(data)
            scratch.flush()
            os.chmod(scratch.name, _permissions(path))
            os.replace(scratch.name, path)
        except BaseException:
            os.unlink(scratch.name)
            raise


def _permissions(path: Path) -> int:
    """Return those of the file that is replaced, else those of any new file."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def make_folder(path: Path) -> None:
    """Make a folder where there is none.

    Raises
    ------
    GraderError
        It cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraderError(f"The folder {path} cannot be made: {error.strerror}; name another place.") from error
