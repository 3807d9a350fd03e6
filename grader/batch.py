"""A whole class: grading many submissions over worker processes, with nothing lost when one of them dies."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, CancelledError, Executor, Future, wait
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
from nbformat import NotebookNode

from grader import grade
from grader.course import Course
from grader.grade import Mark
from grader.lessons import find_lesson
from grader.notebooks import (
    MAX_BYTES,
    HandedIn,
    SubmissionError,
    find_notebook,
    parse_notebook,
    read_folder,
    rebuild,
)
from grader.paper import Paper, make_paper
from grader.policy import STRICT, Policy
from grader.pool import Pool, own_runner, start_runner
from grader.sandbox import Runner
from helpers.errors import GraderError
from helpers.records import Outcome

if TYPE_CHECKING:
    from grader.cluster import Cluster

AHEAD = 2  # submissions handed out for each worker: none waits for work, and results do not pile up
LOOK_SECONDS = 30.0  # as long without a result is a reason to see whether there is anybody at work
MAX_REASON = 300


@dataclass(frozen=True)
class Task:
    """One submission to grade, as this machine finds it."""

    lesson: str
    student: str
    folder: Path
    source: bytes
    seed: int
    policy: Policy = STRICT


@dataclass(frozen=True)
class Parcel:
    """All that a worker needs to grade one submission; it may be on another machine and reads no file."""

    lesson: str
    source: bytes
    files: HandedIn
    seed: int
    policy: Policy = STRICT


@dataclass(frozen=True)
class Graded:
    """What came of a task: the notebook with its outputs, and the marks."""

    task: Task
    paper: Paper
    marks: tuple[Mark, ...]


def pack(task: Task) -> Parcel:
    """Read a submission."""
    return Parcel(task.lesson, task.source, read_folder(task.folder, task.lesson), task.seed, task.policy)


def grade_parcel(parcel: Parcel) -> tuple[Paper, tuple[Mark, ...]]:
    """Grade one submission in a worker; whatever is wrong with the submission ends in its marks."""
    return grade_submission(parcel, own_runner())


def grade_submission(parcel: Parcel, runner: Runner) -> tuple[Paper, tuple[Mark, ...]]:
    """Rebuild and grade one submission with this runner; return its notebook and its marks.

    Raises
    ------
    SandboxError
        The machinery failed.
    """
    lesson, source = find_lesson(parcel.lesson), parse_source(parcel.source)
    try:
        submitted = find_notebook(parcel.files, parcel.lesson, source)
    except SubmissionError as error:
        nb = rebuild(source, nbformat.v4.new_notebook())
        marks = grade.refuse(lesson, nb, error.code, str(error))
        return make_paper(nb, marks), marks
    nb = rebuild(source, submitted)
    with runner.session() as session:
        marks = grade.grade_notebook(lesson, nb, session, parcel.seed, parcel.policy)
    return make_paper(nb, marks), marks


@lru_cache(maxsize=4)
def parse_source(content: bytes) -> NotebookNode:
    """Parse a source notebook, once for all submissions; nobody writes into it."""
    return parse_notebook(content)


def fault(task: Task, reason: BaseException) -> Graded:
    """Give no score to a submission that the machinery failed for, and say so in its place."""
    lesson = find_lesson(task.lesson)
    nb = rebuild(parse_source(task.source), nbformat.v4.new_notebook())
    text = " ".join(str(reason).split())[:MAX_REASON] or type(reason).__name__
    marks = grade.refuse(lesson, nb, "fault", text.rstrip("."), Outcome.FAULT)
    return Graded(task, make_paper(nb, marks), marks)


def tasks(course: Course, lesson: str, students: Sequence[str], policy: Policy = STRICT) -> list[Task]:
    """List the submissions of these students."""
    source = course.source(lesson).read_bytes()
    return [
        Task(lesson, student, course.path("submitted", student, lesson), source, grade.fresh_seed(), policy)
        for student in students
    ]


def run(todo: Sequence[Task], pool: Pool | Cluster) -> Generator[Graded, None, None]:
    """Grade all tasks and yield what comes of them, first done first.

    Where the machinery fails, or a worker dies and takes with it what it and the others had in hand, the
    submissions are tried once more, one by one; then each has a score, or a fault that is its own.

    Raises
    ------
    GraderError
        The machinery fails even with nothing to do; what is left is neither graded nor to blame.
    """
    again = []
    for task, result in _try(todo, pool):
        if isinstance(result, Graded):
            yield result
        else:
            again.append(task)
    for task, result in _try(again, pool.alone(), one_by_one=True):
        yield result if isinstance(result, Graded) else fault(task, result)


def _try(
    todo: Sequence[Task], pool: Pool | Cluster, one_by_one: bool = False
) -> Iterator[tuple[Task, Graded | BaseException]]:
    """Yield each task with what came of it, or with what went wrong; a pool that breaks is replaced."""
    waiting, doubtful = deque(todo), one_by_one
    while waiting:
        with pool as executor:
            if doubtful:
                require_ready(executor)
            at_once = 1 if one_by_one else AHEAD * pool.workers
            yield from _try_over(executor, waiting, at_once, pool.require_workers)
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
    except GraderError:
        raise
    except Exception as error:  # what ends a worker has no one type: the pool breaks, Dask gives up
        raise GraderError("The worker processes end as soon as they start; is there enough memory?") from error


def _try_over(
    executor: Executor, waiting: deque[Task], at_once: int, require_workers: Callable[[], None]
) -> Iterator[tuple[Task, Graded | BaseException]]:
    """Take tasks from those that wait, until there are none or the executor is broken."""
    running: dict[Future[tuple[Paper, tuple[Mark, ...]]], Task] = {}
    broken = False
    while running or (waiting and not broken):
        while waiting and not broken and len(running) < at_once:
            try:
                running[executor.submit(grade_parcel, pack(waiting[0]))] = waiting[0]
            except BrokenExecutor:
                broken = True
            else:
                waiting.popleft()
        done = wait(running, LOOK_SECONDS, return_when=FIRST_COMPLETED).done
        if running and not done:
            require_workers()
        for future in [one for one in running if one in done]:  # in their order
            task, error = running.pop(future), _error(future)
            broken = broken or isinstance(error, BrokenExecutor | CancelledError)
            yield task, error or Graded(task, *future.result())


def _error(future: Future[Any]) -> BaseException | None:
    """Return what went wrong; work is cancelled where the connection to the cluster is lost."""
    try:
        return future.exception()
    except CancelledError as error:
        return error


def content_hash(folder: Path, source: bytes, policy: Policy = STRICT) -> str:
    """Return the SHA-256 of a submission's notebooks, names and bytes, and of the lesson and policy it is graded by."""
    digest = hashlib.sha256(source)
    if policy != STRICT:
        digest.update(str(policy).encode())
    for path in sorted(folder.rglob("*.ipynb")):
        digest.update(os.fsencode(path.relative_to(folder)))
        with contextlib.suppress(OSError):  # what cannot be read is the same as long as that is so
            if path.is_file() and path.stat().st_size <= MAX_BYTES:
                digest.update(path.read_bytes())
    return digest.hexdigest()
