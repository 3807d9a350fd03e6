"""The errors a reader of this course can meet.

::

    CourseError             everything we raise on purpose; its text is one clear sentence
    ├── DataError           a data set or case file is missing, damaged or of another schema
    ├── CheckFailed         a check found a fault (`helpers.check`)
    └── GraderError         something an instructor has to mend (`grader`)
"""


class CourseError(Exception):
    """Anything this course raises on purpose."""

    def _render_traceback_(self) -> list[str]:
        """Return what IPython shows in place of a stack trace of ours: the sentence."""
        return [str(self)]


class DataError(CourseError):
    """A data set or case file is missing, damaged or of another schema."""


class GraderError(CourseError):
    """Something an instructor has to mend: a missing folder, an unknown lesson, a broken gradebook."""
