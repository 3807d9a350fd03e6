"""What a command costs with all the processes it starts: wall and processor time, the peak of its memory (Linux)."""

from __future__ import annotations

import ctypes
import os
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PR_SET_CHILD_SUBREAPER = 36
EVERY = 0.25  # seconds between two looks at the memory


@dataclass(frozen=True)
class Cost:
    """Seconds of wall and processor time, the peak of all processes' proportional memory, and the marks on the way.

    Memory is 0 where nobody looked: that takes processor time from what is measured. `stolen` are the seconds of
    processor time that the host of a virtual machine gave to others meanwhile, as its kernel counts them.
    """

    wall: float
    processor: float
    peak_bytes: int
    stolen: float
    samples: list[tuple[float, int, int]]  # seconds since the start, bytes, what `count` said


def cost_of(
    *commands: Sequence[str],
    cwd: Path,
    env: dict[str, str] | None = None,
    count: Callable[[], int] = lambda: 0,
    memory: bool = False,
) -> Cost:
    """Run commands side by side; whatever they start is waited for, so that its processor time is counted."""
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    before, stolen, start = os.times(), _stolen(), time.perf_counter()
    running = [
        subprocess.Popen(command, cwd=cwd, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        for command in commands
    ]
    samples: list[tuple[float, int, int]] = []
    over = threading.Event()
    watch = threading.Thread(target=_watch, args=(samples, over, start, count, memory), daemon=True)
    watch.start()
    errors = [process.communicate()[1] for process in running]
    wall, stolen = time.perf_counter() - start, _stolen() - stolen
    over.set()
    watch.join()
    for process, said in zip(running, errors, strict=True):
        if process.returncode:
            raise SystemExit(f"{process.args} failed:\n{said.decode()[-2000:]}")
    _wait_for_orphans()
    after = os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Cost(wall, processor, max((size for _, size, _ in samples), default=0), stolen, samples)


def _stolen() -> float:
    with Path("/proc/stat").open() as file:
        return int(file.readline().split()[8]) / os.sysconf("SC_CLK_TCK")


def _wait_for_orphans() -> None:
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


def _watch(
    samples: list[tuple[float, int, int]], over: threading.Event, start: float, count: Callable[[], int], memory: bool
) -> None:
    while not over.wait(EVERY):
        size = sum(map(_memory, _descendants())) if memory else 0
        samples.append((time.perf_counter() - start, size, count()))


def _descendants() -> set[int]:
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except OSError:
                continue
    found = {os.getpid()}
    while more := {pid for pid, parent in parents.items() if parent in found} - found:
        found |= more
    return found - {os.getpid()}


def _memory(pid: int) -> int:
    """Return a process's share of the memory it uses (PSS); 0 where it has ended."""
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except OSError:
        return 0
    return next((1024 * int(line.split()[1]) for line in text.splitlines() if line.startswith("Pss:")), 0)
