"""What nbgrader, the host, does for us: releasing a lesson and writing feedback."""

from __future__ import annotations

from pathlib import Path

from nbgrader.converters import GenerateAssignment, GenerateFeedback
from nbgrader.utils import temp_attrs

from grader import gradebook
from grader.course import Course, capture


def release(course: Course, lesson: str) -> Path:
    """Make the student's version of a lesson and enter the lesson into the gradebook.

    Returns
    -------
    Path
        The released notebook.

    Raises
    ------
    GraderError
        The source is missing, the gradebook cannot be used or is another course's, or nbgrader refuses.
    """
    course.source(lesson)
    gradebook.require_room(course, lesson)
    with temp_attrs(course.directory, assignment_id=lesson):
        converter = GenerateAssignment(coursedir=course.directory, config=course.config)
        converter.force = True
        capture(converter, f"Releasing {lesson}")
    return course.path("release", ".", lesson) / f"{lesson}.ipynb"


def feedback(course: Course, lesson: str, student: str) -> Path | None:
    """Write one student's feedback page; None where there is no graded notebook."""
    if not (course.path("autograded", student, lesson) / f"{lesson}.ipynb").is_file():
        return None
    with temp_attrs(course.directory, assignment_id=lesson, student_id=student):
        converter = GenerateFeedback(coursedir=course.directory, config=course.config)
        converter.force = True
        capture(converter, f"Feedback for {student}")
    return course.path("feedback", student, lesson) / f"{lesson}.html"
