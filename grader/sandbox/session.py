"""One submission in its room: cells and calls, one by one, where a death costs only the step it happens in.

Steps run plainly at first, in one fork. When one dies, the earlier cells are run again in a new fork, and from
then on each step has a checkpoint before it; see `grader.sandbox.room.checkpoint`.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Generic, TypeVar

from grader.sandbox.answers import CellResult, cell_result, observation
from grader.sandbox.errors import SandboxError
from grader.sandbox.fork import Died, Fork, Kept, Lost
from grader.sandbox.reference_process import ReferenceProcess
from grader.sandbox.room.limits import Limits
from grader.sandbox.room.packing import pack
from grader.sandbox.room.wire import Malformed
from grader.sandbox.stand_ins import Errand, StandIns
from helpers.plain import to_plain
from helpers.records import Observation, Raised

Answer = TypeVar("Answer", CellResult, Observation)


@dataclass(frozen=True, eq=False)
class Step(Generic[Answer]):
    """A cell or a call: what to send, how long to wait, and how to read what comes."""

    request: dict[str, Any]
    chunks: list[memoryview]
    seconds: float
    read: Callable[[dict[str, Any], bytearray], Answer]
    failed: Callable[[Raised], Answer]
    makes_state: bool  # cells do; a call is a question, and not asked again
    errand: Errand | None = None


class Session:
    """One submission; made by a `Runner`, used as a context manager, by one thread.

    Parameters
    ----------
    new_fork
        Forks the template.
    limits
        What the submission may use.
    reference
        Answers for stand-ins.
    """

    def __init__(self, new_fork: Callable[[], Fork], limits: Limits, reference: ReferenceProcess) -> None:
        self._new_fork = new_fork
        self._limits = limits
        self._reference = reference
        self._fork: Fork | None = None
        self._kept: list[Kept] = []
        self._done: list[Step[Any]] = []  # whose effects make the present state
        self._careful = False
        self._count = 0
        self._used = 0.0  # seconds of all steps
        self._replayed = 0.0  # seconds of steps that were run again

    def __enter__(self) -> Session:
        """Fork at once, so that a fault of the machinery shows before the first step."""
        self._restore()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End all that the submission started."""
        self._close()

    @property
    def used(self) -> float:
        """The wall-clock seconds that all steps have taken so far."""
        return self._used

    def run(self, source: str, counted: bool = True) -> CellResult:
        """Run one code cell; what the cell does wrong is in the result.

        Parameters
        ----------
        counted
            Whether it is a cell of the notebook, which takes the next number.

        Raises
        ------
        SandboxError
            The machinery failed; the submission has no result.
        """
        self._count += counted
        count = self._count
        return self._answer(
            Step(
                request={"do": "run", "source": source, "count": count},
                chunks=[],
                seconds=self._limits.cell_seconds,
                read=lambda message, data: cell_result(message, data, count),
                failed=lambda error: CellResult([_as_output(error)], error, count),
                makes_state=True,
            )
        )

    def call(
        self, name: str, arguments: dict[str, Any], stand_ins: StandIns | None = None, kept: Kept | None = None
    ) -> Observation:
        """Call the submission's global function `name` with plain arguments, in their order.

        Parameters
        ----------
        name
            Of the function. Where there is none the error's kind is "not_defined", where it is something else
            "not_callable".
        arguments
            Plain values (see `helpers.plain`).
        stand_ins
            What stands in for functions of the submission's own during this call.
        kept
            Call it in the state that was kept, instead of the present one.

        Raises
        ------
        SandboxError
            The machinery failed; the submission has no result.
        Lost
            What was kept is gone.
        """
        packed, chunks = pack(to_plain(arguments))
        if stand_ins:
            self._reference.start()
        step = Step(
            request={
                "do": "call",
                "name": name,
                "arguments": packed,
                "stand_ins": stand_ins.parameters() if stand_ins else {},
            },
            chunks=chunks,
            seconds=self._limits.stand_in_seconds if stand_ins else self._limits.call_seconds,
            read=lambda message, data: observation(message, data, arguments),
            failed=lambda error: Observation(error=error),
            makes_state=False,
            errand=Errand(stand_ins, self._reference) if stand_ins else None,
        )
        return self._answer(step) if kept is None else self._answer_from(kept, step)

    def keep(self) -> Kept | None:
        """Keep the present state, for a later `call`, until the session ends or begins anew; None where it cannot be.

        After a death it cannot: then there are checkpoints, and what is asked takes turns in another order.
        """
        if self._careful or self._fork is None:
            return None
        kept = self._fork.keep()
        self._kept += [kept] if kept else []
        return kept

    def restart(self) -> None:
        """Go back to before the first cell: what cells did is undone, and time that was used stays used."""
        self._close()
        self._done.clear()
        self._count = 0

    def _answer(self, step: Step[Answer]) -> Answer:
        try:
            self._restore()
            began = time.monotonic()
            try:
                answer = self._ask(step)
            finally:
                self._used += time.monotonic() - began
        except Died as death:
            self._careful = True
            return step.failed(death.error)
        if step.makes_state and (answer.error is None or answer.error.kind != "time_out"):
            self._done.append(step)
        return answer

    def _answer_from(self, kept: Kept, step: Step[Answer]) -> Answer:
        began = time.monotonic()
        try:
            self._check_time(self._used, self._limits.session_seconds)
            message, data = kept.ask(step.request, step.chunks, step.seconds, step.errand)
            return step.read(message, data)
        except Died as death:
            return step.failed(death.error)
        except Malformed as malformed:
            raise Lost from malformed
        finally:
            self._used += time.monotonic() - began

    def _ask(self, step: Step[Answer]) -> Answer:
        assert self._fork is not None
        try:
            message, data = self._fork.ask(step.request, step.chunks, step.seconds, self._careful, step.errand)
            try:
                return step.read(message, data)
            except Malformed:
                raise self._fork.malformed() from None
        except Died as death:
            if not death.recovered:
                self._fork = None
            raise
        except SandboxError:
            self._fork = None
            raise

    def _restore(self) -> None:
        """Make sure that there is a fork in the present state, and time for another step."""
        self._check_time(self._used, self._limits.session_seconds)
        while self._fork is None:
            self._check_time(self._replayed, self._limits.replay_seconds)
            self._fork = self._new_fork()
            self._replay()

    def _check_time(self, used: float, limit: float) -> None:
        if used > limit:
            self._close()
            raise Died(Raised("time_out", f"{limit:g}"))

    def _replay(self) -> None:
        """Run again what made the present state; a step that dies this time is left out from now on."""
        for step in tuple(self._done):
            began = time.monotonic()
            try:
                self._ask(step)
            except Died:
                self._done.remove(step)
            self._replayed += time.monotonic() - began
            if self._fork is None:
                return
            self._check_time(self._replayed, self._limits.replay_seconds)

    def _close(self) -> None:
        while self._kept:
            self._kept.pop().close()
        if self._fork is not None:
            self._fork.close()
            self._fork = None


def _as_output(error: Raised) -> dict[str, Any]:
    text = f"stopped after {error.text} seconds" if error.kind == "time_out" else error.text
    return {"output_type": "error", "ename": error.kind, "evalue": text, "traceback": [f"{error.kind}: {text}"]}
