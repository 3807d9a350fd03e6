"""What a report is made of, read from the gradebook and the course folder once."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from grader import records, scores
from grader.course import Course
from grader.exercise import Lesson
from grader.lessons import find_lesson
from grader.notebooks import SubmissionError, read_notebook
from grader.records import VerdictRow
from grader.solutions import solutions
from helpers.errors import GraderError


@dataclass(frozen=True)
class ClassRecord:
    """A lesson and what became of it in a class.

    Parameters
    ----------
    rows
        The verdicts, by student, in teaching order.
    points
        By student and exercise, as the gradebook has them; None: no score yet.
    names
        What to call each student.
    waiting
        Who has handed in something that is not graded yet.
    absent
        Who is on the class list and has handed in nothing.
    answers
        By student and exercise, the code that was graded.
    solution
        By exercise, the lesson's own.
    """

    lesson: Lesson
    rows: tuple[VerdictRow, ...]
    points: Mapping[str, Mapping[str, float | None]]
    names: Mapping[str, str]
    waiting: tuple[str, ...]
    absent: tuple[str, ...]
    answers: Mapping[str, Mapping[str, str]]
    solution: Mapping[str, str]

    @property
    def scored(self) -> list[str]:
        """The students who have a score for every exercise."""
        wanted = [exercise.name for exercise in self.lesson.exercises]
        return [who for who, given in self.points.items() if all(given.get(name) is not None for name in wanted)]

    @property
    def graded_at(self) -> datetime:
        """When the last of the verdicts was made."""
        return max(row.graded_at for row in self.rows)


def gather(course: Course, name: str) -> ClassRecord:
    """Read what became of a lesson.

    Raises
    ------
    GraderError
        There is no such lesson, the gradebook cannot be read, or nothing of the lesson is graded yet.
    """
    lesson = find_lesson(name)
    with scores.open_book(course, [name]) as book:
        rows = records.load(book.engine, name)
        if not rows:
            raise GraderError(
                f"Nothing of {name} is graded yet in {course.root}; grade it first: course autograde {name}"
            )
        graded = dict.fromkeys(row.student for row in rows)
        listed = {one.id: scores.full_name(one) for one in scores.students(book)}
        points = _points(graded, scores.load(book, name))
    handed_in = course.students(name)
    absent = sorted(set(listed) - set(handed_in) - set(graded))
    waiting = tuple(who for who in handed_in if who not in graded)
    names = {who: _label(who, listed.get(who, "")) for who in (*graded, *waiting, *absent)}
    answers = {
        student: _answers(course.path("autograded", student, name) / f"{name}.ipynb", lesson) for student in graded
    }
    solution = solutions(lesson, read_notebook(course.source(name)))
    return ClassRecord(lesson, tuple(rows), points, names, waiting, tuple(absent), answers, solution)


def _answers(path: Path, lesson: Lesson) -> dict[str, str]:
    """Return a graded notebook's answers by exercise; none where it cannot be read."""
    try:
        return solutions(lesson, read_notebook(path))
    except SubmissionError:
        return {}


def _points(graded: Mapping[str, None], found: list[scores.Score]) -> dict[str, dict[str, float | None]]:
    points: dict[str, dict[str, float | None]] = {student: {} for student in graded}
    for score in found:
        if score.student in points:
            points[score.student][score.exercise] = score.points
    return points


def _label(student: str, full_name: str) -> str:
    return f"{full_name} ({student})" if full_name else student


def without_names(record: ClassRecord) -> ClassRecord:
    """Call the students by numbers that say nothing about them."""
    students = list(record.points)
    random.SystemRandom().shuffle(students)  # a stated seed would let everybody shuffle back
    numbers = {student: f"student {number}" for number, student in enumerate(students, 1)}
    points = {student: record.points[student] for student in students}
    return replace(record, names={**dict.fromkeys((*record.waiting, *record.absent), ""), **numbers}, points=points)
