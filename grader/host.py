"""What nbgrader, the host, does for us: releasing a lesson."""

from __future__ import annotations

from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.utils import temp_attrs

from grader.course import Course, capture


def release(course: Course, lesson: str) -> Path:
    """Make the student's version of a lesson and enter the lesson into the gradebook.

    Returns
    -------
    Path
        The released notebook.
    """
    course.source(lesson)
    with temp_attrs(course.directory, assignment_id=lesson):
        converter = GenerateAssignment(coursedir=course.directory, config=course.config)
        converter.force = True
        capture(converter, f"Releasing {lesson}")
    return course.path("release", ".", lesson) / f"{lesson}.ipynb"
