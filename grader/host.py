"""What nbgrader, the host, does for us: releasing a lesson."""

from __future__ import annotations

import copy
from pathlib import Path

from nbgrader.converters import GenerateAssignment
from nbgrader.utils import temp_attrs

from grader import gradebook, versions
from grader.course import Course, capture


def release(course: Course, lesson: str, update: bool = False) -> Path:
    """Make the student's version of a lesson and enter the lesson into the gradebook.

    Parameters
    ----------
    update
        Take another version of a lesson that was released before: the source notebook as it was changed, or else the
        one of the installed course.

    Returns
    -------
    Path
        The released notebook.

    Raises
    ------
    GraderError
        The lesson has changed since it was released, or its notebook does not fit the installed checks; the gradebook
        cannot be used, or is another course's.
    """
    source = course.source(lesson)
    gradebook.require_own(course)
    if update:
        versions.take_installed(course, lesson)
    else:
        versions.require_released(course.db_url, lesson, source)
    versions.require_fit(lesson, source)
    if update:
        gradebook.make_room(course, lesson)
    config = copy.deepcopy(course.config)
    config.Release.update = update
    with temp_attrs(course.directory, assignment_id=lesson):
        converter = GenerateAssignment(coursedir=course.directory, config=config)
        converter.force = True
        capture(converter, f"Releasing {lesson}")
    return course.path("release", ".", lesson) / f"{lesson}.ipynb"
