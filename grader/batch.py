"""A whole class: which submissions are due, grading them over an executor, one writer for the gradebook."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from grader import grade
from grader.course import Course
from grader.grade import Mark
from grader.lessons import find_lesson
from grader.notebooks import SubmissionError, find_notebook, read_notebook, rebuild
from grader.sandbox import IsolatedRunner, PlainRunner, Runner


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


def start_worker(isolated: bool) -> None:
    """Prepare a worker process; the executor calls it once in each."""
    global RUNNER
    RUNNER = IsolatedRunner() if isolated else PlainRunner()
    RUNNER.start()


def grade_task(task: Task) -> Graded:
    """Grade one submission in a worker; whatever is wrong with the submission ends in its marks."""
    assert RUNNER is not None
    return grade_submission(task, RUNNER)


def grade_submission(task: Task, runner: Runner) -> Graded:
    """Read, rebuild and grade one submission with this runner."""
    lesson, source = find_lesson(task.lesson), read_notebook(task.source)
    try:
        submitted = find_notebook(task.folder, task.lesson, source)
    except SubmissionError as error:
        nb = rebuild(source, nbformat.v4.new_notebook())
        return Graded(task, nb, grade.refuse(lesson, nb, error.code, str(error)))
    nb = rebuild(source, submitted)
    with runner.session() as session:
        return Graded(task, nb, grade.grade_notebook(lesson, nb, session, task.seed))


def tasks(course: Course, lesson: str, students: list[str]) -> list[Task]:
    """List the submissions of these students."""
    source = course.source(lesson)
    return [
        Task(lesson, student, course.path("submitted", student, lesson), source, grade.fresh_seed())
        for student in students
    ]


def make_executor(workers: int, isolated: bool) -> Executor:
    """Return a pool of worker processes, each with its own warm template."""
    context = get_context("forkserver")  # a fork of a process with threads and open databases is asking for trouble
    return ProcessPoolExecutor(workers, context, initializer=start_worker, initargs=(isolated,))


def run(executor: Executor, todo: list[Task]) -> Iterator[Graded]:
    """Grade all tasks and yield what comes of them, first done first."""
    futures: list[Future[Graded]] = [executor.submit(grade_task, task) for task in todo]
    for future in as_completed(futures):
        yield future.result()


def content_hash(folder: Path, source: Path) -> str:
    """Return the SHA-256 of a submission's notebooks, names and bytes, and of the lesson it is graded by."""
    digest = hashlib.sha256(source.read_bytes())
    for path in sorted(folder.rglob("*.ipynb")):
        digest.update(str(path.relative_to(folder)).encode())
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()
