"""Functions that stand in for a submission's own while one of its other functions is called."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from grader.sandbox.reference_process import ReferenceProcess
from grader.sandbox.room.wire import Malformed


@dataclass
class StandIns:
    """What stands in for what.

    Parameters
    ----------
    functions
        By the name that the student's code calls them by; importable, each by its module and its name.
    called
        Which of them the student's code has called so far.
    """

    functions: Mapping[str, Callable[..., Any]]
    called: set[str] = field(default_factory=set)

    def parameters(self) -> dict[str, list[str]]:
        """Return what is told inside: the names, and those of their parameters."""
        return {name: list(inspect.signature(function).parameters) for name, function in self.functions.items()}


class Errand:
    """Takes what one call of a student's function asks of its stand-ins to the reference, and brings the answers.

    Nothing that is asked is unpacked here; the reference's process does that.
    """

    def __init__(self, stand_ins: StandIns, process: ReferenceProcess) -> None:
        self._stand_ins = stand_ins
        self._process = process
        self._first = True

    def run(self, message: dict[str, Any], data: bytearray, seconds: float) -> tuple[dict[str, Any], bytearray]:
        """Return the answer to one message.

        Raises
        ------
        Malformed
            It is not what an honest room asks.
        TimeoutError, SandboxError
            The reference took too long; it failed.
        """
        name = message.get("stand_in")
        if type(name) is not str or name not in self._stand_ins.functions:
            raise Malformed("a stand-in that there is none of")
        self._stand_ins.called.add(name)
        request = {"arguments": message.get("arguments"), "first": self._first}
        self._first = False
        reply, answer = self._process.answer(self._stand_ins.functions[name], request, data, seconds)
        if "malformed" in reply:
            raise Malformed("arguments that do not fit together")
        return reply, answer
