"""One submission in its room: cells and calls, where a death costs only the step it happens in.

Steps run plainly at first, in one fork, several in a request. When one dies, the earlier cells are run again in a new
fork, and from then on each step is asked alone and has a checkpoint before it; see `grader.sandbox.room.checkpoint`.
"""

from __future__ import annotations

import contextlib
import socket
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Any, Generic, TypeVar

from grader.sandbox.answers import CellResult, cell_result, observation
from grader.sandbox.errors import SandboxError
from grader.sandbox.fork import Died, Fork, Kept, Lost, Request
from grader.sandbox.reference_process import Misused, ReferenceProcess
from grader.sandbox.room.limits import Limits
from grader.sandbox.room.packing import pack
from grader.sandbox.room.wire import Malformed
from grader.sandbox.stand_ins import StandIns
from helpers.observe import LAST_WORDS
from helpers.plain import to_plain
from helpers.records import Observation, Raised

Answer = TypeVar("Answer", CellResult, Observation)


@dataclass(frozen=True, eq=False)
class Step(Generic[Answer]):
    """A cell or a call: what to send, and how to read what comes."""

    what: dict[str, Any]
    chunks: list[memoryview]
    read: Callable[[dict[str, Any], bytearray], Answer]
    failed: Callable[[Raised], Answer]


@dataclass(frozen=True, eq=False)
class Job(Generic[Answer]):
    """Cells, or calls of one function: what they share, each one's time, and after which errors there is no next.

    Cells make state; a call is a question, and not asked again.
    """

    common: dict[str, Any]
    steps: Sequence[Step[Answer]]
    seconds: float
    until: tuple[str, ...]
    makes_state: bool
    stand_ins: StandIns | None = None

    def has_ended(self, answer: Answer) -> bool:
        """Whether there is no step after this answer."""
        return answer.error is not None and answer.error.kind in self.until

    def of(self, steps: Sequence[Step[Answer]]) -> Job[Answer]:
        """Return the same with these steps only."""
        return replace(self, steps=steps)

    def request(self, line: socket.socket | None) -> Request:
        """Return what to send."""
        steps = [(step.what, step.chunks) for step in self.steps]
        return Request({**self.common, "until": self.until}, steps, self.seconds, line)


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
        self._done: list[Job[Any]] = []  # of one step each, whose effects make the present state
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
        return self._run([source], counted)[0]

    def run_each(self, sources: Sequence[str]) -> list[CellResult]:
        """Run cells one after another, as `run` does, in fewer words: each exchange with a room has its price."""
        return self._run(sources, counted=True)

    def _run(self, sources: Sequence[str], counted: bool) -> list[CellResult]:
        counts = range(self._count + 1, self._count + 1 + len(sources)) if counted else [self._count] * len(sources)
        self._count = counts[-1] if sources else self._count
        steps = [_cell(source, count) for source, count in zip(sources, counts, strict=True)]
        return self._answers(Job({"do": "run"}, steps, self._limits.cell_seconds, until=(), makes_state=True))

    def call(
        self, name: str, arguments: dict[str, Any], stand_ins: StandIns | None = None, kept: Kept | None = None
    ) -> Observation:
        """Call the submission's global function `name` with plain arguments, in their order; see `call_each`."""
        return self.call_each(name, [arguments], stand_ins, kept)[0]

    def call_each(
        self,
        name: str,
        cases: Sequence[dict[str, Any]],
        stand_ins: StandIns | None = None,
        kept: Kept | None = None,
    ) -> list[Observation]:
        """Call the submission's global function `name` case by case, up to the first of `LAST_WORDS`.

        Parameters
        ----------
        name
            Of the function. Where there is none the error's kind is "not_defined", where it is something else
            "not_callable".
        cases
            Of each its arguments: plain values (see `helpers.plain`).
        stand_ins
            What stands in for functions of the submission's own during these calls.
        kept
            Call it in the state that was kept, instead of the present one.

        Raises
        ------
        SandboxError
            The machinery failed; the submission has no result.
        Lost
            What was kept is gone.
        """
        common = {"do": "call", "name": name, "stand_ins": stand_ins.parameters() if stand_ins else {}}
        seconds = self._limits.stand_in_seconds if stand_ins else self._limits.call_seconds
        steps = [_call(arguments) for arguments in cases]
        return self._answers(Job(common, steps, seconds, LAST_WORDS, makes_state=False, stand_ins=stand_ins), kept)

    def keep(self, name: str) -> Kept | None:
        """Keep the present state, to `call` the function `name` later, until the session ends or begins anew.

        None where the function seems to be still to be written, for hardly anybody will call that one again, and where
        it cannot be: after a death there are checkpoints, and what is asked takes turns in another order.
        """
        if self._careful or self._fork is None:
            return None
        kept = self._fork.keep(name)
        self._kept += [kept] if kept else []
        return kept

    def restart(self) -> None:
        """Go back to before the first cell: what cells did is undone, and time that was used stays used."""
        self._close()
        self._done.clear()
        self._count = 0

    def _answers(self, job: Job[Answer], kept: Kept | None = None) -> list[Answer]:
        answers: list[Answer] = []
        while len(answers) < len(job.steps) and not (answers and job.has_ended(answers[-1])):
            rest = job.of(job.steps[len(answers) :])
            answers += self._some(rest.of(rest.steps[:1]) if self._careful else rest, kept)
        return answers

    def _some(self, job: Job[Answer], kept: Kept | None) -> list[Answer]:
        """Return answers up to a death: that is the last step's where all others are answered, else nobody's yet."""
        answers: list[Answer] = []
        try:
            if kept is None:
                self._restore()
            else:
                self._check_time(self._used, self._limits.session_seconds)
            with self._clock(), self._line(job) as line:
                self._take(job, self._ask(job, line) if kept is None else _ask_kept(kept, job, line), answers)
        except Misused as misused:
            return [job.steps[0].failed(Raised("died", str(misused)))]
        except Died as death:
            self._careful = True
            if len(answers) + 1 == len(job.steps):
                answers.append(job.steps[-1].failed(death.error))
        return answers

    @contextlib.contextmanager
    def _clock(self) -> Iterator[None]:
        began = time.monotonic()
        try:
            yield
        finally:
            self._used += time.monotonic() - began

    def _line(self, job: Job[Any]) -> contextlib.AbstractContextManager[socket.socket | None]:
        """Open a line to the reference, where there are stand-ins."""
        if job.stand_ins is None:
            return contextlib.nullcontext()
        return self._reference.standing_in(job.stand_ins, job.seconds * self._limits.patience)

    def _take(self, job: Job[Answer], coming: Iterator[Answer], answers: list[Answer]) -> None:
        """Add the answers to the steps, as long as there is time for another."""
        deadline = time.monotonic() + self._limits.session_seconds - self._used
        for step, answer in zip(job.steps, coming, strict=False):
            answers.append(answer)
            if job.makes_state and (answer.error is None or answer.error.kind != "time_out"):
                self._done.append(job.of([step]))
            if job.has_ended(answer):
                return
            if time.monotonic() > deadline:
                self._close()
                return

    def _ask(self, job: Job[Answer], line: socket.socket | None = None) -> Iterator[Answer]:
        assert self._fork is not None
        fork = self._fork
        try:
            for step, (message, data) in zip(job.steps, fork.ask(job.request(line), self._careful), strict=False):
                try:
                    answer = step.read(message, data)
                except Malformed:
                    raise fork.malformed() from None
                yield answer
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
        for job in tuple(self._done):
            began = time.monotonic()
            try:
                list(self._ask(job))
            except Died:
                self._done.remove(job)
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


def _ask_kept(kept: Kept, job: Job[Answer], line: socket.socket | None) -> Iterator[Answer]:
    try:
        for step, (message, data) in zip(job.steps, kept.ask(job.request(line)), strict=False):
            yield step.read(message, data)
    except Malformed as malformed:
        raise Lost from malformed


def _cell(source: str, count: int) -> Step[CellResult]:
    return Step(
        what={"source": source, "count": count},
        chunks=[],
        read=lambda message, data: cell_result(message, data, count),
        failed=lambda error: CellResult([_as_output(error)], error, count),
    )


def _call(arguments: dict[str, Any]) -> Step[Observation]:
    packed, chunks = pack(to_plain(arguments))
    return Step(
        what={"arguments": packed},
        chunks=chunks,
        read=lambda message, data: observation(message, data, arguments),
        failed=lambda error: Observation(error=error),
    )


def _as_output(error: Raised) -> dict[str, Any]:
    text = f"stopped after {error.text} seconds" if error.kind == "time_out" else error.text
    return {"output_type": "error", "ename": error.kind, "evalue": text, "traceback": [f"{error.kind}: {text}"]}
