"""What an instructor does with a class: grade it, resume it, answer it with feedback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

from rich.console import Console

from grader import batch, gradebook, host, records
from grader.course import Course
from grader.records import VerdictRow
from grader.report import progress
from grader.sandbox import Limits, why_not_isolated
from helpers.errors import GraderError


def autograde(
    course: Course,
    lesson: str,
    students: Sequence[str] = (),
    workers: int = 2,
    isolated: bool = True,
    force: bool = False,
    limits: Limits | None = None,
) -> list[VerdictRow]:
    """Grade what was handed in and is not graded yet; return every verdict of these students.

    Each submission is recorded as soon as it is graded: stopped at any moment, it goes on from there when it is
    called again. Where the machinery failed for a submission its rows have no points; see `require_scores`.

    Raises
    ------
    GraderError
        The lesson was not released, a student is unknown, student code cannot be isolated here, or a result
        cannot be recorded.
    """
    reason = why_not_isolated() if isolated else None
    if reason:
        raise GraderError(f"{reason} Or grade without isolation: --no-isolation.")
    gradebook.require_released(course, lesson)
    chosen = _chosen(course, lesson, students)
    todo = batch.tasks(course, lesson, list(filter(_can_be_recorded, chosen)))
    content = {task.student: batch.content_hash(task.folder, task.source) for task in todo}
    if not force:
        done = _graded(course, lesson)
        todo = [task for task in todo if done.get(task.student) != content[task.student]]
        _tell_unchanged(len(content) - len(todo))
    try:
        _grade(course, lesson, todo, content, batch.run(todo, min(workers, len(todo)), isolated, limits))
    except OSError as error:
        raise GraderError(f"{error}. Mend it, then run the same command again: it goes on from there.") from error
    engine = records.open_records(course.db_url)
    return [row for row in records.load(engine, lesson) if row.student in set(chosen)]


def _grade(
    course: Course, lesson: str, todo: list[batch.Task], content: dict[str, str], results: Iterator[batch.Graded]
) -> None:
    """Record results as they come; old ones are taken back first."""
    if not todo:
        return
    bar = progress(results, total=len(todo), label=f"Grading {lesson}")
    with closing(results), closing(bar), gradebook.gradebook(course) as book:
        writer = gradebook.Writer(course, lesson, book, isolated)
        writer.forget([task.student for task in todo])
        for graded in bar:
            student = graded.task.student
            writer.write(student, graded.notebook, graded.marks, content[student])


def _can_be_recorded(student: str) -> bool:
    """Whether a folder's name is a text; on Linux it may be any bytes."""
    return student == student.encode("utf-8", "replace").decode("utf-8")


def _tell_unchanged(count: int) -> None:
    if count:
        have = "submission has" if count == 1 else "submissions have"
        Console(stderr=True).print(
            f"{count} {have} not changed since the grading and {'is' if count == 1 else 'are'} not graded again; --force does so."
        )


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
            f"No score for {names}: the machinery failed for them, not they. Their folders' names must be UTF-8; the "
            "table says what else went wrong. Run the same command again: it grades these alone."
        )


def _graded(course: Course, lesson: str) -> dict[str, str]:
    """Return the content that each submission had when it was graded; one without a score is due again."""
    engine = records.open_records(course.db_url)
    rows = records.load(engine, lesson)
    without = {row.student for row in rows if row.points is None}
    return {row.student: row.content for row in rows if row.student not in without}


def _chosen(course: Course, lesson: str, students: Sequence[str]) -> list[str]:
    known = course.students(lesson)
    unknown = [student for student in students if student not in known]
    if unknown:
        raise GraderError(f"{unknown[0]} has handed in nothing for {lesson} in {course.root}.")
    if not known:
        folder = course.path("submitted", "STUDENT", lesson)
        raise GraderError(f"Nobody has handed in {lesson} yet: put notebooks into {folder}.")
    return list(students) or known


def write_feedback(course: Course, lesson: str, students: Sequence[str] = ()) -> dict[str, Path]:
    """Write the feedback pages of graded submissions; return them by student.

    Raises
    ------
    GraderError
        Nothing of the lesson is graded yet.
    """
    engine = records.open_records(course.db_url)
    graded = list(dict.fromkeys(row.student for row in records.load(engine, lesson)))
    if not graded:
        raise GraderError(f"Nothing of {lesson} is graded yet; grade it first: course autograde {lesson}")
    wanted = [student for student in graded if not students or student in students]
    pages = progress((_page(course, lesson, student) for student in wanted), total=len(wanted), label="Feedback")
    return {student: page for student, page in pages if page is not None}


def _page(course: Course, lesson: str, student: str) -> tuple[str, Path | None]:
    return student, host.feedback(course, lesson, student)
