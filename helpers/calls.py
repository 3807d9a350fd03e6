"""What a student wrote between the brackets of ``check(...)``: read from the source, where Python keeps it."""

from __future__ import annotations

import ast
from types import FrameType, TracebackType
from typing import Any


def written(frame: FrameType, position: int = 0) -> ast.expr | None:
    """Return the expression at a position of the call that `frame` is at, None where the source is not known."""
    from executing import Source

    node = Source.executing(frame).node
    return node.args[position] if isinstance(node, ast.Call) and len(node.args) > position else None


def called_name(fn: Any, frame: FrameType, position: int = 0) -> str:
    """Return the name written in ``check(name)``, else a name that is bound to the function, else its own."""
    argument = written(frame, position)
    if isinstance(argument, ast.Name):
        return argument.id
    own = getattr(fn, "__name__", None)
    own = own if isinstance(own, str) else type(fn).__name__
    if frame.f_globals.get(own) is fn:
        return own
    bound = (name for name, value in list(frame.f_globals.items()) if value is fn and not name.startswith("_"))
    return next(bound, own)


def undefined_argument(trace: TracebackType) -> tuple[str, Any] | None:
    """Where a NameError came from a call such as ``check(name)`` or ``check.hint(name)``, return name and `check`."""
    from executing import Source

    while trace.tb_next is not None:
        trace = trace.tb_next
    node = Source.executing(trace).node
    call = getattr(node, "parent", None)  # set by `executing`
    if not isinstance(node, ast.Name) or not isinstance(call, ast.Call):
        return None
    called = call.func.value if isinstance(call.func, ast.Attribute) else call.func
    known = trace.tb_frame.f_globals
    return (node.id, known[called.id]) if isinstance(called, ast.Name) and called.id in known else None
