"""The instructor's own course folder: outside the software, so that marks and names never lie in a checkout of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from string import Template

from grader.course import CONFIG_NAME, ROOT, lay_out, require_usable
from grader.lessons import LESSONS, find_lesson
from helpers.errors import GraderError

TEMPLATES = Path(__file__).parent / "templates"


def init(folder: Path, lessons: Sequence[str]) -> Iterator[str]:
    """Make `folder` a course folder with these lessons (by default all), or add them to the one it is.

    Yields
    ------
    str
        What was done, line by line.

    Raises
    ------
    GraderError
        The folder holds something else, lies in the software's checkout, or cannot be written; nothing was changed.
    """
    names = list(dict.fromkeys(find_lesson(name).name for name in lessons))
    root = folder.resolve()
    try:
        is_new = _require_room(root, names)
        course = lay_out(root, [])
        _write_pages(root, names or list(LESSONS))
        for name in names or LESSONS:
            if course.source_path(name).exists():
                yield f"{name} is there already and stays as it is."
            else:
                lay_out(root, [name])
                yield f"New: {course.source_path(name)}"
    except OSError as error:
        raise GraderError(f"{root} cannot be made a course folder: {error.strerror}; name another place.") from error
    if is_new:
        yield f"{root} is a course folder now; {root / 'README.md'} names the next steps."


def _require_room(root: Path, names: Sequence[str]) -> bool:
    """Return whether the folder is to be made; False where it is a course folder that gets more lessons."""
    require_usable(root)
    if root.exists() and not root.is_dir():
        raise GraderError(f"{root} is a file; name a folder that is empty or not there yet.")
    if (ROOT / "notebooks").is_dir() and root.is_relative_to(ROOT):
        raise GraderError(f"{root} lies in the software's own folder, where no marks belong; name one outside {ROOT}.")
    if (root / CONFIG_NAME).is_file():
        if not names:
            raise GraderError(f"{root} is a course folder already; add a lesson to it: course init DIR --lesson LESSON")
        return False
    if root.exists() and any(root.iterdir()):
        raise GraderError(f"{root} is not empty and no course folder; name a folder that is empty or not there yet.")
    return True


def _write_pages(root: Path, lessons: Sequence[str]) -> None:
    """Write what is no lesson, where it is not there yet."""
    readme = Template((TEMPLATES / "course.md").read_text(encoding="utf-8")).substitute(lesson=lessons[0])
    pages = {"README.md": readme, ".gitignore": (TEMPLATES / "gitignore").read_text(encoding="utf-8")}
    for name, text in pages.items():
        if not (root / name).exists():
            (root / name).write_text(text, encoding="utf-8")
    (root / "submitted").mkdir(exist_ok=True)
