"""A whole class: grading many submissions over worker processes, with nothing lost when one of them dies."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader import grade
from grader.course import Course
from grader.grade import Mark
from grader.lessons import find_lesson
from grader.notebooks import MAX_BYTES, SubmissionError, find_notebook, read_notebook, rebuild
from grader.policy import STRICT, Policy
from grader.pool import Pool, own_runner, start_runner
from grader.sandbox import Runner
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
    policy: Policy = STRICT


@dataclass(frozen=True)
class Graded:
    """What came of a task: the notebook with its outputs, and the marks."""

    task: Task
    notebook: NotebookNode
    marks: tuple[Mark, ...]


def grade_task(task: Task) -> Graded:
    """Grade one submission in a worker; whatever is wrong with the submission ends in its marks."""
    return grade_submission(task, own_runner())


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
        return Graded(task, nb, grade.grade_notebook(lesson, nb, session, task.seed, task.policy))


def fault(task: Task, reason: BaseException) -> Graded:
    """Give no score to a submission that the machinery failed for, and say so in its place."""
    lesson, source = find_lesson(task.lesson), read_notebook(task.source)
    nb = rebuild(source, nbformat.v4.new_notebook())
    text = " ".join(str(reason).split())[:MAX_REASON] or type(reason).__name__
    return Graded(task, nb, grade.refuse(lesson, nb, "fault", text.rstrip("."), Outcome.FAULT))


def tasks(course: Course, lesson: str, students: Sequence[str], policy: Policy = STRICT) -> list[Task]:
    """List the submissions of these students."""
    source = course.source(lesson)
    return [
        Task(lesson, student, course.path("submitted", student, lesson), source, grade.fresh_seed(), policy)
        for student in students
    ]


def run(todo: Sequence[Task], pool: Pool) -> Generator[Graded, None, None]:
    """Grade all tasks and yield what comes of them, first done first.

    Where the machinery fails, or a worker dies and takes with it what it and the others had in hand, the
    submissions are tried once more, one by one; then each has a score, or a fault that is its own.

    Raises
    ------
    GraderError
        The machinery fails even with nothing to do; what is left is neither graded nor to blame.
    """
    again = []
    for task, result in _try(todo, AHEAD * pool.workers, pool):
        if isinstance(result, Graded):
            yield result
        else:
            again.append(task)
    for task, result in _try(again, 1, Pool(1, pool.isolated, pool.limits), doubtful=True):
        yield result if isinstance(result, Graded) else fault(task, result)


def _try(
    todo: Sequence[Task], at_once: int, pool: Pool, doubtful: bool = False
) -> Iterator[tuple[Task, Graded | BaseException]]:
    """Yield each task with what came of it, or with what went wrong; a pool that breaks is replaced."""
    waiting = deque(todo)
    while waiting:
        with pool as executor:
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


def content_hash(folder: Path, source: Path, policy: Policy = STRICT) -> str:
    """Return the SHA-256 of a submission's notebooks, names and bytes, and of the lesson and policy it is graded by."""
    digest = hashlib.sha256(source.read_bytes())
    if policy != STRICT:
        digest.update(str(policy).encode())
    for path in sorted(folder.rglob("*.ipynb")):
        digest.update(os.fsencode(path.relative_to(folder)))
        with contextlib.suppress(OSError):  # what cannot be read is the same as long as that is so
            if path.is_file() and path.stat().st_size <= MAX_BYTES:
                digest.update(path.read_bytes())
    return digest.hexdigest()
