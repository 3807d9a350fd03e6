"""What an instructor does with a class: grade it, resume it, answer it with feedback."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader import batch, gradebook, host, records
from grader.course import Course
from grader.records import VerdictRow
from grader.report import progress
from grader.sandbox import why_not_isolated
from helpers.errors import GraderError


def autograde(
    course: Course,
    lesson: str,
    students: Sequence[str] = (),
    workers: int = 2,
    isolated: bool = True,
    force: bool = False,
) -> list[VerdictRow]:
    """Grade what was handed in and is not graded yet; return every verdict of these students.

    Raises
    ------
    GraderError
        The lesson was not released, a student is unknown, or student code cannot be isolated here.
    """
    reason = why_not_isolated() if isolated else None
    if reason:
        raise GraderError(f"{reason} Or grade without isolation: --no-isolation.")
    gradebook.require_released(course, lesson)
    chosen = _chosen(course, lesson, students)
    todo = batch.tasks(course, lesson, chosen)
    content = {task.student: batch.content_hash(task.folder, task.source) for task in todo}
    if not force:
        done = _graded(course, lesson)
        todo = [task for task in todo if done.get(task.student) != content[task.student]]
    _grade(course, lesson, todo, content, workers, isolated)
    engine = records.open_records(course.db_url)
    return [row for row in records.load(engine, lesson) if row.student in set(chosen)]


def _grade(
    course: Course, lesson: str, todo: list[batch.Task], content: dict[str, str], workers: int, isolated: bool
) -> None:
    if not todo:
        return
    with batch.make_executor(min(workers, len(todo)), isolated) as executor, gradebook.gradebook(course) as book:
        writer = gradebook.Writer(course, lesson, book, isolated)
        writer.forget([task.student for task in todo])
        for graded in progress(batch.run(executor, todo), total=len(todo), label=f"Grading {lesson}"):
            student = graded.task.student
            writer.write(student, graded.notebook, graded.marks, content[student])


def _graded(course: Course, lesson: str) -> dict[str, str]:
    engine = records.open_records(course.db_url)
    return {row.student: row.content for row in records.load(engine, lesson)}


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
