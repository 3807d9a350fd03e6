"""Tell two versions of a student's function apart by their code, whatever kind of callable it is."""

from __future__ import annotations

import dis
import hashlib
from collections.abc import Iterator
from types import CodeType
from typing import Any


def fingerprint(fn: Any) -> str:
    """Return a short text that differs where the function's code does; comments and docstring do not count."""
    try:
        code = own_code(fn)
        parts = list(_code_parts(code)) if code else [type(fn).__name__, repr(fn)]
    except Exception:  # its attributes may be properties of the student's
        parts = [type(fn).__name__]
    return hashlib.sha256("\n".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


def own_code(fn: Any) -> CodeType | None:
    """Return the code a student wrote behind a callable: a function's, a partial's, a vectorised one's, an object's."""
    for _ in range(5):
        inner = getattr(fn, "func", None) or getattr(fn, "pyfunc", None) or getattr(fn, "__wrapped__", None)
        if not callable(inner):
            break
        fn = inner
    holder = fn if hasattr(fn, "__code__") else type(fn).__call__
    code = getattr(holder, "__code__", None)
    return code if isinstance(code, CodeType) else None


def _code_parts(code: CodeType) -> Iterator[str]:
    for step in dis.get_instructions(code):
        if isinstance(step.argval, CodeType):
            yield from _code_parts(step.argval)
        elif isinstance(step.argval, frozenset):  # its order differs from one run of Python to the next
            yield f"{step.opname} {sorted(map(repr, step.argval))}"
        else:
            yield f"{step.opname} {step.argval!r}"
