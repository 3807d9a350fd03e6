"""What an instructor does with a class: grade it, and go on where it was stopped."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing

from rich.console import Console

from grader import batch, gradebook, records, versions
from grader.cluster import Cluster
from grader.course import Course
from grader.lessons import find_lesson
from grader.nbgrader_steps import configured_policy
from grader.policy import Policy
from grader.pool import Pool
from grader.records import VerdictRow
from grader.report import progress
from grader.sandbox import Limits, why_not_isolated
from helpers.errors import GraderError

LONGEST_NAME = 128  # of a student, in nbgrader's tables


def autograde(
    course: Course,
    lesson: str,
    students: Sequence[str] = (),
    workers: int = 2,
    isolated: bool = True,
    force: bool = False,
    limits: Limits | None = None,
    pool: Pool | Cluster | None = None,
    policy: Policy | None = None,
) -> list[VerdictRow]:
    """Grade what was handed in and is not graded yet; return every verdict of these students.

    Each submission is recorded as soon as it is graded: stopped at any moment, it goes on from there when it is
    called again. Where the machinery failed for a submission its rows have no points; see `require_scores`.

    Parameters
    ----------
    pool
        Worker processes that were begun before, or a cluster, with `isolated` and `limits` of their own; by default
        new processes.
    policy
        Of follow-through; by default what the course's configuration says. What was graded by another one is graded
        again.

    Raises
    ------
    GraderError
        The lesson was not released or has changed since, a student is unknown, student code cannot be isolated here,
        or a result cannot be recorded.
    """
    try:
        policy = policy or configured_policy(course.config)
        _require_exercises(lesson)
        gradebook.require_released(course, lesson)
        versions.require_released(course.db_url, lesson, course.source(lesson))
        chosen = _chosen(course, lesson, students)
        with gradebook.gradebook(course) as book:
            writer = gradebook.Writer(course, lesson, book, isolated, policy)  # the version first, then the source
            todo = batch.tasks(course, lesson, [one for one in chosen if _can_be_recorded(one, course.db_url)], policy)
            content = {task.student: batch.content_hash(task.folder, task.source, policy) for task in todo}
            if not force:
                todo = _due(todo, content, records.load(book.engine, lesson), writer.version)
            reason = _why_not_isolated(pool) if isolated else None
            if reason:
                raise GraderError(f"{reason} Or grade without isolation: --no-isolation.")
            if todo:
                pool = pool or Pool(min(workers, len(todo)), isolated, limits)
                _grade(writer, todo, content, batch.run(todo, pool))
            return [row for row in records.load(book.engine, lesson) if row.student in set(chosen)]
    except OSError as error:
        raise GraderError(f"{error}. Mend it, then run the same command again: it goes on from there.") from error


def _why_not_isolated(pool: Pool | Cluster | None) -> str | None:
    """Say why submissions cannot be isolated; what is true of a cluster's machines they say themselves."""
    if isinstance(pool, Cluster):
        return None
    return pool.why_not_isolated() if pool else why_not_isolated()


def _require_exercises(lesson: str) -> None:
    if not find_lesson(lesson).exercises:
        raise GraderError(f"{lesson} is a page to play with: it has no exercises, so there is nothing to grade.")


def _due(
    todo: Sequence[batch.Task], content: dict[str, str], rows: Sequence[VerdictRow], version: str
) -> list[batch.Task]:
    """Leave out what is as it was when it got its score, by the version of the lesson that is released now."""
    without = {row.student for row in rows if row.points is None or row.version != version}
    done = {(row.student, row.content) for row in rows if row.student not in without}
    due = [task for task in todo if (task.student, content[task.student]) not in done]
    if len(due) < len(todo):
        text = f"Unchanged since they were graded: {len(todo) - len(due)}; --force grades them again."
        Console(stderr=True).print(text, soft_wrap=True)
    return due


def _grade(
    writer: gradebook.Writer,
    todo: Sequence[batch.Task],
    content: dict[str, str],
    results: Generator[batch.Graded, None, None],
) -> None:
    """Record results as they come; old ones are taken back first."""
    writer.forget([task.student for task in todo])
    bar = progress(results, total=len(todo), label=f"Grading {writer.lesson}")
    with closing(results), closing(bar):  # on an error now, not when somebody lets go of it
        for graded in bar:
            student = graded.task.student
            writer.write(student, graded.paper, graded.marks, content[student])


def _can_be_recorded(student: str, db_url: str) -> bool:
    """Whether a folder's name is a text, which on Linux may be any bytes, and fits nbgrader's column.

    SQLite takes one of any length.
    """
    fits = db_url.startswith("sqlite") or len(student) <= LONGEST_NAME
    return fits and student == student.encode("utf-8", "replace").decode("utf-8")


def require_scores(course: Course, lesson: str, rows: Sequence[VerdictRow], students: Sequence[str] = ()) -> None:
    """Make sure that everybody who was to be graded has a score.

    Raises
    ------
    GraderError
        Somebody has none, which is no fault of the answers; all are named.
    """
    scored = {row.student for row in rows} - {row.student for row in rows if row.points is None}
    without = [student for student in _chosen(course, lesson, students) if student not in scored]
    if without:
        names = ", ".join(student.encode("utf-8", "backslashreplace").decode("utf-8") for student in without)
        raise GraderError(
            f"No score for {names}: the machinery failed for them, not they. Their folders' names must be UTF-8 and "
            f"of at most {LONGEST_NAME} characters; the table says what else went wrong. Run the same command again: "
            "it grades these alone."
        )


def _chosen(course: Course, lesson: str, students: Sequence[str]) -> list[str]:
    known = course.students(lesson)
    unknown = [student for student in students if student not in known]
    if unknown:
        raise GraderError(f"{unknown[0]} has handed in nothing for {lesson} in {course.root}.")
    if not known:
        folder = course.path("submitted", "STUDENT", lesson)
        raise GraderError(f"Nobody has handed in {lesson} yet: put notebooks into {folder}.")
    return list(students) or known
