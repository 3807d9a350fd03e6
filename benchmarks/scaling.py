"""A class of any size: throughput by processes and by a Dask cluster, the single writer, and what 100,000 cost.

    python benchmarks/scaling.py [--size 40] [--json FILE] [--page benchmarks/SCALE.md]

The page is written from the numbers of the run. Without PostgreSQL on the machine its rows are left out.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from pathlib import Path

from grading import LESSON, PROGRAMS, make_class

from grader import batch, gradebook, host
from grader.batch import Graded
from grader.cluster import Cluster
from grader.course import Course
from grader.pool import Pool
from grader.sandbox import why_not_isolated

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from databases import Server, keep_gradebook_in, programs

ISOLATED = why_not_isolated() is None
CLASS = 100_000
FLEETS = (2, 8, 32, 128)  # workers that the page works out
PAGE = Path(__file__).with_name("SCALE.md")


TEMPLATE = """# What {name} submissions cost

Written by `benchmarks/scaling.py`; run it again on your own machine. Measured with {size} submissions of lesson 02 on
{machine}, {walls}.

## Throughput

{throughput}

The rate is that of the last three quarters; the first warms up. Efficiency is against as many times one worker of the
same kind. Two workers on two processors share them with the driver, and with Dask's scheduler.

## The single writer

Milliseconds a submission, each database as safe as it is by default.

{writers}

## {name} submissions

One worker grades {rate} a second: {hours} machine-hours of one processor in all, however many share them. Hours until
the last is recorded, by the number of workers, and by where the gradebook lies:

{costs}

One writer is full, and more workers bring nothing, at

{limits}

## What was done about it

* The writer does nothing that a worker can do: workers rebuild, run, compare and make the panels; what comes back is a
  finished notebook and its marks.
* It holds the lesson's cells in memory, and a submission's scores and verdicts are one transaction.
* A submission is read when it is handed out, {ahead} for each worker: the driver's memory does not grow with the class.
* Where one writer is full, start more. PostgreSQL takes several `course autograde` at once, each from a course folder
  with its part of the class; what two make at the same moment is made once (`tests/test_gradebook.py`).
"""


@dataclass(frozen=True)
class Run:
    """One class graded: seconds to the first, submissions a second after that, what the driver itself did for each."""

    by: str
    workers: int
    first_seconds: float
    rate: float
    driver_ms: float


@dataclass(frozen=True)
class Write:
    """One class written: milliseconds a submission, when it is new and when it was there."""

    where: str
    new_ms: float
    again_ms: float


def grade_all(by: str, tasks: Sequence[batch.Task], pool: Pool | Cluster, workers: int) -> tuple[Run, list[Graded]]:
    """Grade a class; the first quarter warms up."""
    start, results, times, busy = time.perf_counter(), [], [], []
    for graded in batch.run(tasks, pool):
        results.append(graded)
        times.append(time.perf_counter())
        busy.append(time.process_time())
    warm = len(tasks) // 4
    count = len(tasks) - 1 - warm
    driver_ms = 1000 * (busy[-1] - busy[warm]) / count
    return Run(by, workers, times[0] - start, count / (times[-1] - times[warm]), driver_ms), results


@contextmanager
def cluster(workers: int, folder: Path) -> Iterator[str]:
    """Start a Dask scheduler and workers, as an instructor would; yield the address."""
    file = folder / f"scheduler-{workers}.json"
    common = ["--scheduler-file", str(file), "--dashboard-address", "127.0.0.1:0"]
    commands = (
        ["scheduler", "--host", "127.0.0.1", "--port", "0"],
        ["worker", "--nworkers", str(workers), "--nthreads", "1"],
    )
    started = []
    try:
        for words in commands:
            command = [PROGRAMS / "dask", *words, *common]
            started.append(subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
            while not file.exists() and started[0].poll() is None:
                time.sleep(0.05)
        yield json.loads(file.read_text())["address"]
    finally:
        for process in reversed(started):
            process.terminate()
            process.wait()


def runs(course: Course, folder: Path) -> Iterator[tuple[Run, list[Graded]]]:
    """Grade the class by one and two processes, then by one and two workers of a cluster."""
    tasks = batch.tasks(course, LESSON, course.students(LESSON))
    for workers in (1, 2):
        yield grade_all("processes", tasks, Pool(workers, ISOLATED), workers)
    for workers in (1, 2):
        with cluster(workers, folder) as address:
            yield grade_all("Dask", tasks, Cluster(address, ISOLATED), workers)


def write_all(course: Course, results: Sequence[Graded]) -> tuple[float, float]:
    """Write results into a gradebook; return when that began and when it ended."""
    with gradebook.gradebook(course) as book:
        writer = gradebook.Writer(course, LESSON, book, ISOLATED)
        start = time.perf_counter()
        for graded in results:
            writer.write(graded.task.student, graded.paper, graded.marks, "")
        return start, time.perf_counter()


def timed_writes(where: str, course: Course, results: Sequence[Graded]) -> Write:
    """Write a class into a gradebook that has not heard of it, then once more."""
    new, again = ((end - start) * 1000 / len(results) for start, end in (write_all(course, results) for _ in "12"))
    return Write(where, new, again)


def two_writers(course: Course, results: Sequence[Graded]) -> Write:
    """Write a class by two processes at once, each its half."""
    with ProcessPoolExecutor(2, get_context("spawn")) as executor:

        def once() -> float:
            halves = list(executor.map(write_all, [course, course], [results[::2], results[1::2]]))
            return 1000 * (max(end for _, end in halves) - min(start for start, _ in halves)) / len(results)

        return Write("PostgreSQL, two writers at once", once(), once())


def writes(course: Course, results: Sequence[Graded]) -> Iterator[Write]:
    """Write the class into SQLite and into PostgreSQL, both as safe as they are by default."""
    yield timed_writes("SQLite", course, results)
    if programs() is None:
        return
    server = Server().start()
    try:
        for number, write in enumerate((lambda *both: timed_writes("PostgreSQL", *both), two_writers)):
            root = course.root.parent / f"postgresql-{number}"
            shutil.copytree(course.root, root, ignore=shutil.ignore_patterns("autograded", "gradebook.db"))
            copy = keep_gradebook_in(Course(root), server.new_database())
            host.release(copy, LESSON)
            yield write(copy, results)
    finally:
        server.close()


def table(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Return a table in Markdown; the first column is text."""
    lines = [headings, ["---", *["---:"] * (len(headings) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines)


def throughput(measured: Sequence[Run]) -> str:
    """Return the table of throughputs; efficiency is against one worker of the same kind."""
    one = {run.by: run.rate for run in measured if run.workers == 1}
    rows = [
        (
            f"{run.by}, {run.workers}",
            f"{run.first_seconds:.1f}",
            f"{60 * run.rate:.0f}",
            f"{100 * run.rate / (run.workers * one[run.by]):.0f} %",
            f"{run.driver_ms:.1f}",
        )
        for run in measured
    ]
    return table(("workers", "first result after, s", "a minute", "efficiency", "driver itself, ms each"), rows)


def fullest(measured: Sequence[Run], written: Sequence[Write]) -> list[tuple[str, float]]:
    """Return for each gradebook what the driver takes for a new submission in seconds: handling it, and writing it."""
    handling = max(run.driver_ms for run in measured)
    return [(write.where, (handling + write.new_ms) / 1000) for write in written]


def costs(measured: Sequence[Run], written: Sequence[Write]) -> str:
    """Return the table of hours for the large class."""
    rate = next(run.rate for run in measured if run.workers == 1)
    writers = fullest(measured, written)
    rows = []
    for fleet in FLEETS:
        by_workers = CLASS / (fleet * rate) / 3600
        by_writer = [max(by_workers, CLASS * seconds / 3600) for _, seconds in writers]
        rows.append((fleet, f"{by_workers:.1f}", *(f"{hours:.1f}" for hours in by_writer)))
    names = [f"{where}, h" for where, _ in writers]
    return table(("workers", "workers alone, h", *names), rows)


def page(size: int, measured: Sequence[Run], written: Sequence[Write]) -> str:
    """Return the page, every number in it computed."""
    rate = next(run.rate for run in measured if run.workers == 1)
    limits = [
        f"* {where}: {1 / seconds:.0f} submissions a second, or {1 / seconds / rate:.0f} such workers"
        for where, seconds in fullest(measured, written)
    ]
    return TEMPLATE.format(
        name=f"{CLASS:,}",
        size=size,
        machine=f"{os.cpu_count()} processors ({platform.machine()}, Python {platform.python_version()})",
        walls="in the sandbox" if ISOLATED else "without a sandbox",
        throughput=throughput(measured),
        writers=table(
            ("gradebook", "new", "graded again"),
            [(one.where, f"{one.new_ms:.1f}", f"{one.again_ms:.1f}") for one in written],
        ),
        rate=f"{rate:.1f}",
        hours=f"{CLASS / rate / 3600:.1f}",
        costs=costs(measured, written),
        limits="\n".join(limits),
        ahead=batch.AHEAD,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=40)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--page", type=Path, default=PAGE)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        course = make_class(Path(scratch) / "class", arguments.size, "tagged", stock=False)
        graded = list(runs(course, Path(scratch)))
        measured = [run for run, _ in graded]
        written = list(writes(course, graded[0][1]))
    text = page(arguments.size, measured, written)
    print(text)
    arguments.page.write_text(text, encoding="utf-8")
    if arguments.json:
        arguments.json.write_text(
            json.dumps({"runs": [*map(asdict, measured)], "writes": [*map(asdict, written)]}, indent=1)
        )


if __name__ == "__main__":
    main()
