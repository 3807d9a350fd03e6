"""The repository root is an nbgrader course; `notebooks/` is its source step."""

from grader.nbgrader_steps import configure

c = get_config()
configure(c)
c.CourseDirectory.source_directory = "notebooks"
