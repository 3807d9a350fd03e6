"""Importing much at once."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_at_rest() -> Iterator[None]:
    """Keep the garbage collector from what is imported in this block, now and later.

    All of it stays; to look through it again and again takes a tenth of a process's start, and as much with each
    submission.
    """
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
