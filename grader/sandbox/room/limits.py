"""How much a submission may use."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

MIB = 2**20


@dataclass(frozen=True)
class Limits:
    """How much one submission may use; what goes beyond costs the step it happens in.

    Parameters
    ----------
    cell_seconds, call_seconds
        Processor time of one cell, and of one call of a function: how busy the machine is costs nobody points.
    patience
        Wall time of a step, as a multiple of its processor time: for what sleeps, waits, or hears no alarm.
    grace_seconds
        What a step gets beyond its time before it is killed: an endless loop of Python is stopped by an
        alarm in time and keeps the notebook's state, a loop that swallows alarms is not.
    replay_seconds
        Wall time for running earlier steps again after a death, over the whole session.
    session_seconds
        Wall time of all steps together.
    cpu_seconds
        Processor time of one process.
    memory_bytes
        Address space of one process, NumPy and matplotlib (about 0.3 GiB) included.
    processes
        Processes and threads at one time.
    open_files
        Descriptors of one process.
    file_bytes
        Size of one file.
    tmp_bytes
        Size of the private folder, which is /tmp and home in one.
    output_bytes
        What one cell may print and display; the rest is cut, and a note says so.
    answer_bytes
        Arrays that one call may return, or hand to a stand-in.
    stand_in_seconds, stand_in_calls
        Wall time of one call that has stand-ins, and how often it may ask them: each answer takes about half a
        millisecond, which is no fault of the student's.
    """

    cell_seconds: float = 10.0
    call_seconds: float = 10.0
    patience: float = 5.0
    stand_in_seconds: float = 30.0
    stand_in_calls: int = 50_000
    grace_seconds: float = 1.0
    replay_seconds: float = 120.0
    session_seconds: float = 900.0
    cpu_seconds: int = 600
    memory_bytes: int = 2048 * MIB
    processes: int = 64
    open_files: int = 256
    file_bytes: int = 64 * MIB
    tmp_bytes: int = 64 * MIB
    output_bytes: int = MIB
    answer_bytes: int = 16 * MIB

    @property
    def text_bytes(self) -> int:
        """The longest JSON of one message: a cell's output, or the skeleton of an answer."""
        return max(self.output_bytes, MIB) + MIB // 4

    def as_dict(self) -> dict[str, Any]:
        """Return the fields, to send them inside."""
        return asdict(self)
