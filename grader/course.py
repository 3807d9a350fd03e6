"""A course folder: where sources, releases, submissions and the gradebook of one class lie.

Every path comes from nbgrader's own `CourseDirectory`, set up by the folder's `nbgrader_config.py`.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from traitlets.config import Config, PyFileConfigLoader

from helpers.errors import GraderError

if TYPE_CHECKING:
    from nbgrader.coursedir import CourseDirectory

ROOT = Path(__file__).resolve().parent.parent  # of a checkout: notebooks/ lies here
CONFIG_NAME = "nbgrader_config.py"
CONFIG_TEXT = '''"""An nbgrader course folder of Neural Networks by Hand."""

from grader.nbgrader_steps import configure

c = get_config()
configure(c)
'''


@dataclass(frozen=True)
class Course:
    """One course folder.

    Parameters
    ----------
    root
        The folder that holds `nbgrader_config.py`.

    Raises
    ------
    GraderError
        The folder or its configuration is missing or broken.
    """

    root: Path

    def __post_init__(self) -> None:
        require_usable(self.root)
        if not (self.root / CONFIG_NAME).is_file():
            raise GraderError(f"{self.root} is no course folder: it has no {CONFIG_NAME}; name one with --course DIR.")
        _programs_on_path()

    @cached_property
    def config(self) -> Config:
        """The folder's nbgrader configuration."""
        try:
            config = PyFileConfigLoader(CONFIG_NAME, path=str(self.root)).load_config()
        except Exception as error:
            raise GraderError(f"{self.root / CONFIG_NAME} cannot be loaded: {error}") from error
        config.CourseDirectory.root = str(self.root)
        return config

    @cached_property
    def directory(self) -> CourseDirectory:
        """nbgrader's own view of the folder."""
        from nbgrader.coursedir import CourseDirectory  # a second's work, which the worker processes do without

        return CourseDirectory(config=self.config)

    @property
    def db_url(self) -> str:
        """The gradebook's address."""
        return str(self.directory.db_url)

    def path(self, step: str, student: str, lesson: str) -> Path:
        """Return the folder of one assignment in a step: "source", "submitted", "autograded" ..."""
        folder = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(folder, student, lesson))

    def source_path(self, lesson: str) -> Path:
        """Return where the source notebook of a lesson lies, or would lie."""
        return self.path("source", ".", lesson) / f"{lesson}.ipynb"

    def source(self, lesson: str) -> Path:
        """Return the source notebook of a lesson.

        Raises
        ------
        GraderError
            It is not there.
        """
        path = self.source_path(lesson)
        if not path.is_file():
            raise GraderError(
                f"The source notebook {path} is missing; add it: course init {self.root} --lesson {lesson}"
            )
        return path

    def lessons(self) -> list[str]:
        """Return the lessons of this course whose source notebooks lie here, in teaching order.

        Raises
        ------
        GraderError
            There is none.
        """
        from grader.lessons import LESSONS  # all declarations with it, which most commands here do without

        found = [name for name in LESSONS if self.source_path(name).is_file()]
        if not found:
            raise GraderError(f"There is no lesson in {self.root}; add one: course init {self.root} --lesson LESSON")
        return found

    def students(self, lesson: str) -> list[str]:
        """Return who has handed in something for a lesson, sorted."""
        pattern = self.path("submitted", "*", lesson)
        base = self.root / str(self.directory.submitted_directory)
        return sorted(folder.parent.name for folder in base.glob(str(pattern.relative_to(base))))


def require_usable(root: Path) -> None:
    """Make sure that nbgrader can work in a folder of this name.

    Raises
    ------
    GraderError
        It would search, or keep its gradebook, elsewhere.
    """
    name = str(root.resolve())
    wrong = [sign for sign in name if sign in "?*[]" or unicodedata.category(sign) in ("Cc", "Cs")]
    if wrong:
        raise GraderError(f"nbgrader cannot work in {name!r}: there is a {wrong[0]!r} in it; choose another name.")


def _programs_on_path() -> None:
    """nbgrader starts `alembic` by name; it lies beside this Python, activated or not."""
    programs = str(Path(sys.executable).parent)
    folders = os.environ.get("PATH", "").split(os.pathsep)
    if programs not in folders:
        os.environ["PATH"] = os.pathsep.join([programs, *folders])


def lay_out(root: Path, lessons: list[str], origin: Path = ROOT) -> Course:
    """Make `root` a course folder with copies of the source notebooks of `lessons`."""
    root.mkdir(parents=True, exist_ok=True)
    config = root / CONFIG_NAME
    if not config.exists():
        config.write_text(CONFIG_TEXT, encoding="utf-8")
    course = Course(root.resolve())
    for lesson in lessons:
        _copy_lesson(origin / "notebooks" / lesson, course.path("source", ".", lesson))
    return course


def _copy_lesson(origin: Path, target: Path) -> None:
    if not origin.is_dir():
        raise GraderError(f"There is no lesson folder {origin}; run this from a checkout of the course.")
    shutil.copytree(origin, target, dirs_exist_ok=True, ignore=shutil.ignore_patterns(".ipynb_checkpoints"))


def private_paths() -> re.Pattern[str]:
    """Return a pattern of the folders that Python and the course live in on this machine."""
    folders = {Path(sys.prefix), Path(sys.base_prefix), ROOT, Path.home(), Path.cwd()}
    folders |= {folder.resolve() for folder in folders}
    names = sorted((re.escape(str(folder)) for folder in folders if len(folder.parts) > 1), key=len, reverse=True)
    scratch = re.escape(tempfile.gettempdir()) + r"/course-\w+"  # where the sandbox keeps its kit
    return re.compile(rf"(?<![\w/+])(?:{'|'.join([scratch, *names])})(?![\w-])")  # not within a picture's base64


def capture(converter: Any, what: str) -> str:
    """Run an nbgrader converter and return its log.

    Raises
    ------
    GraderError
        It failed; the last line of its log says why.
    """
    from nbgrader.utils import capture_log

    result = capture_log(converter)
    log = str(result.get("log", ""))
    if not result["success"]:
        raise GraderError(f"{what} failed: {_cause(log) or _cause(str(result.get('error', '')))}")
    return log


def _cause(log: str) -> str:
    """Return the first line of a log that names an exception, without its module."""
    named = re.search(r"^\s*(?:\w+\.)*(\w*(?:Error|Exception|Entry)\b.*|(?<=\.)\w+: .*)$", log, flags=re.M)
    return named[1].strip() if named else ""
