"""What a page was made of, noted in its last line: a page that would come out the same is not made again."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path
from typing import Any

STAMP = "<!-- made of {} -->"  # the last line of a page that is whole


def digest(facts: Any) -> str:
    """Return the fingerprint of what a page is made of."""
    return hashlib.sha256(repr(facts).encode("utf-8", "backslashreplace")).hexdigest()


def stamp(made_of: str) -> str:
    """Return the last line of a page that was made of this."""
    return "\n" + STAMP.format(made_of)


def is_made(page: Path, made_of: str) -> bool:
    """Whether a page is whole and was made of this."""
    wanted = stamp(made_of).encode()
    return _end(page, len(wanted)) == wanted


def is_stamped(page: Path) -> bool:
    """Whether a file is a page that ends in a stamp, whatever it was made of."""
    head, tail = (part.encode() for part in STAMP.split("{}"))
    end = _end(page, len(stamp(digest(None))))
    return end.lstrip().startswith(head) and end.endswith(tail)


def _end(page: Path, length: int) -> bytes:
    """Return the last bytes of a file; none where it is not there, or too short."""
    try:
        with page.open("rb") as file:
            file.seek(-length, os.SEEK_END)
            return file.read()
    except OSError:
        return b""
