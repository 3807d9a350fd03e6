"""A whole class: grading many submissions over worker processes, with nothing lost when one of them dies."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import signal
import tempfile
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass
from functools import partial
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection
from multiprocessing.util import Finalize
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader import grade
from grader.course import Course
from grader.grade import Mark
from grader.lessons import find_lesson
from grader.notebooks import MAX_BYTES, SubmissionError, find_notebook, read_notebook, rebuild
from grader.sandbox import Limits, Runner, SandboxError, open_runner
from helpers.errors import GraderError
from helpers.records import Outcome

AHEAD = 2  # submissions handed out for each worker: none waits for work, and results do not pile up
MAX_REASON = 300


@dataclass(frozen=True)
class Task:
    """One submission to grade: everything a worker needs to know."""

    lesson: str
    student: str
    folder: Path
    source: Path
    seed: int


@dataclass(frozen=True)
class Graded:
    """What came of a task: the notebook with its outputs, and the marks."""

    task: Task
    notebook: NotebookNode
    marks: tuple[Mark, ...]


RUNNER: Runner | None = None  # one warm template a worker process


def start_worker(isolated: bool, limits: Limits | None, folder: str, leash: Connection) -> None:
    """Prepare a worker process; the executor calls it once in each.

    Parameters
    ----------
    folder
        Where temporary files go: who ends the workers removes it, whatever end they came to.
    leash
        Held by the process that started the workers; where it lets go, or dies, they end at once.
    """
    global RUNNER
    tempfile.tempdir = folder
    RUNNER = open_runner(isolated, limits)
    Finalize(None, RUNNER.close, exitpriority=0)
    with contextlib.suppress(SandboxError):  # the first submission tries again, and says so
        start_runner()
    # not before: what is still being laid out cannot be removed for good
    threading.Thread(target=_end_with, args=(leash, folder), daemon=True).start()


def _end_with(leash: Connection, folder: str) -> None:
    leash.poll(None)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)  # the sandbox dies with the thread that started it


def start_runner() -> None:
    """Start this worker's sandbox, where it is not running yet.

    Raises
    ------
    SandboxError
        It would not start.
    """
    assert RUNNER is not None
    RUNNER.start()


def grade_task(task: Task) -> Graded:
    """Grade one submission in a worker; whatever is wrong with the submission ends in its marks."""
    assert RUNNER is not None
    return grade_submission(task, RUNNER)


def grade_submission(task: Task, runner: Runner) -> Graded:
    """Read, rebuild and grade one submission with this runner.

    Raises
    ------
    SandboxError
        The machinery failed.
    """
    lesson, source = find_lesson(task.lesson), read_notebook(task.source)
    try:
        submitted = find_notebook(task.folder, task.lesson, source)
    except SubmissionError as error:
        nb = rebuild(source, nbformat.v4.new_notebook())
        return Graded(task, nb, grade.refuse(lesson, nb, error.code, str(error)))
    nb = rebuild(source, submitted)
    with runner.session() as session:
        return Graded(task, nb, grade.grade_notebook(lesson, nb, session, task.seed))


def fault(task: Task, reason: BaseException) -> Graded:
    """Give no score to a submission that the machinery failed for, and say so in its place."""
    lesson, source = find_lesson(task.lesson), read_notebook(task.source)
    nb = rebuild(source, nbformat.v4.new_notebook())
    text = " ".join(str(reason).split())[:MAX_REASON] or type(reason).__name__
    return Graded(task, nb, grade.refuse(lesson, nb, "fault", text.rstrip("."), Outcome.FAULT))


def tasks(course: Course, lesson: str, students: Sequence[str]) -> list[Task]:
    """List the submissions of these students."""
    source = course.source(lesson)
    return [
        Task(lesson, student, course.path("submitted", student, lesson), source, grade.fresh_seed())
        for student in students
    ]


@contextlib.contextmanager
def make_executor(workers: int, isolated: bool, limits: Limits | None = None) -> Iterator[Executor]:
    """Open a pool of worker processes, each with its own warm template.

    They end with the block and with this process, whatever they are doing and however it ends; on an error
    in the block at once.
    """
    context = get_context("forkserver")  # a fork of a process with threads and open databases is asking for trouble
    context.set_forkserver_preload([__name__])
    _start_forkserver()
    leash, ours = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True) as folder:
        executor = ProcessPoolExecutor(
            workers, context, initializer=start_worker, initargs=(isolated, limits, folder, leash)
        )
        try:
            yield executor
        except BaseException:
            ours.close()
            raise
        finally:
            executor.shutdown(cancel_futures=True)
            ours.close()
            leash.close()


def _start_forkserver() -> None:
    """Start the process that workers are forked from, deaf to Ctrl-C: this process hears it and ends them all."""
    resource_tracker.ensure_running()  # it would open the ears again
    ears = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, ears)


def run(
    todo: Sequence[Task], workers: int, isolated: bool, limits: Limits | None = None
) -> Generator[Graded, None, None]:
    """Grade all tasks and yield what comes of them, first done first.

    Where the machinery fails, or a worker dies and takes with it what it and the others had in hand, the
    submissions are tried once more, one by one; then each has a score, or a fault that is its own.

    Raises
    ------
    GraderError
        The machinery fails even with nothing to do; what is left is neither graded nor to blame.
    """
    again = []
    for task, result in _try(todo, AHEAD * workers, partial(make_executor, workers, isolated, limits)):
        if isinstance(result, Graded):
            yield result
        else:
            again.append(task)
    for task, result in _try(again, 1, partial(make_executor, 1, isolated, limits), doubtful=True):
        yield result if isinstance(result, Graded) else fault(task, result)


Opener = Callable[[], contextlib.AbstractContextManager[Executor]]


def _try(
    todo: Sequence[Task], at_once: int, open_executor: Opener, doubtful: bool = False
) -> Iterator[tuple[Task, Graded | BaseException]]:
    """Yield each task with what came of it, or with what went wrong; a pool that breaks is replaced."""
    waiting = deque(todo)
    while waiting:
        with open_executor() as executor:
            if doubtful:
                require_ready(executor)
            yield from _try_over(executor, waiting, at_once)
        doubtful = True


def require_ready(executor: Executor) -> None:
    """Make sure that it is not the machinery that fails, whatever it is given.

    Raises
    ------
    GraderError
        It is.
    """
    try:
        executor.submit(start_runner).result()
    except BrokenExecutor as error:
        raise GraderError("The worker processes end as soon as they start; is there enough memory?") from error


def _try_over(executor: Executor, waiting: deque[Task], at_once: int) -> Iterator[tuple[Task, Graded | BaseException]]:
    """Take tasks from those that wait, until there are none or the executor is broken."""
    running: dict[Future[Graded], Task] = {}
    broken = False
    while running or (waiting and not broken):
        while waiting and not broken and len(running) < at_once:
            try:
                running[executor.submit(grade_task, waiting[0])] = waiting[0]
            except BrokenExecutor:
                broken = True
            else:
                waiting.popleft()
        done = wait(running, return_when=FIRST_COMPLETED).done
        for future in [one for one in running if one in done]:  # in their order
            task, error = running.pop(future), future.exception()
            broken = broken or isinstance(error, BrokenExecutor)
            yield task, error or future.result()


def content_hash(folder: Path, source: Path) -> str:
    """Return the SHA-256 of a submission's notebooks, names and bytes, and of the lesson it is graded by."""
    digest = hashlib.sha256(source.read_bytes())
    for path in sorted(folder.rglob("*.ipynb")):
        digest.update(os.fsencode(path.relative_to(folder)))
        with contextlib.suppress(OSError):  # what cannot be read is the same as long as that is so
            if path.is_file() and path.stat().st_size <= MAX_BYTES:
                digest.update(path.read_bytes())
    return digest.hexdigest()
