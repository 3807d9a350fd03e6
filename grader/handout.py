"""The student kit as it is handed out: released notebooks, what they need of the course, a page on how to start."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from string import Template

import nbformat
from nbformat import NotebookNode

from grader import files, kit
from grader.course import ROOT, Course
from grader.leaks import answers, leaks
from grader.notebooks import is_test, read_notebook
from helpers.errors import GraderError

README = Path(__file__).parent / "templates" / "kit.md"
FOLDER = "neural-networks-by-hand"  # what the zip unpacks into
PACKAGES = (  # of environment.yml, those that a student needs: what `helpers` imports, and JupyterLab
    "numpy",
    "matplotlib",
    "h5py",
    "ipywidgets",
    "jupyterlab",
    "ipython",
    "executing",
    "pillow",
    "scikit-learn",
    "filelock",
    "platformdirs",
)
ENVIRONMENT = """\
# conda env create -f environment.yml
name: neural-networks-kit
channels:
  - conda-forge
dependencies:
"""
LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the first day a zip knows: the same kit gives the same bytes
UNIX, READABLE = 3, 0o100644 << 16  # on every system


def require_zip(path: Path | None) -> None:
    """Make sure, before anything is done, that a kit's file is named as one: it takes the place of what is there.

    Raises
    ------
    GraderError
        It is not.
    """
    if path and path.suffix != ".zip":
        raise GraderError(f"{path} does not end in .zip; name the kit's file so, such as --kit {path.stem}.zip.")


def write(path: Path, course: Course, lessons: Sequence[str]) -> None:
    """Write the kit of released lessons as a zip, whole or not at all.

    Raises
    ------
    GraderError
        It would give an answer away, or cannot be written; what was there before is still there.
    """
    made = contents(course, lessons)
    found = next(leaks(made, answers(read_notebook(course.source(lesson)) for lesson in lessons)), None)
    if found:
        raise GraderError(f"No kit was written: {found.place} {found.what}; {found.mend}.")
    files.write_bytes(path, pack(made))


def contents(course: Course, lessons: Sequence[str]) -> dict[str, bytes]:
    """Return the kit of released lessons: the bytes of each file by its name.

    What was released lies at the top, where a notebook finds `helpers` beside it.

    Raises
    ------
    GraderError
        A lesson is not released, or two files would have the same name.
    """
    notebooks = {lesson: nbformat.read(_folder(course, lesson) / f"{lesson}.ipynb", 4) for lesson in lessons}
    text = "\n".join(cell.source for nb in notebooks.values() for cell in nb.cells)
    ours = {name: path.read_bytes() for name, path in kit.needed(lessons, text).items()}
    released = (item for lesson in lessons for item in _released(_folder(course, lesson)))
    return _joined([*ours.items(), *_pages(notebooks), *released])


def _folder(course: Course, lesson: str) -> Path:
    folder = course.path("release", ".", lesson)
    if not (folder / f"{lesson}.ipynb").is_file():
        raise GraderError(f"{lesson} is not released in {course.root}; release it first: course release {lesson}")
    return folder


def _released(folder: Path) -> Iterator[tuple[str, bytes]]:
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder)
        if path.is_file() and not kit.is_left_over(name):
            yield name.as_posix(), path.read_bytes()


def _joined(named: Iterable[tuple[str, bytes]]) -> dict[str, bytes]:
    joined: dict[str, bytes] = {}
    for name, content in named:
        if joined.setdefault(name, content) != content:
            raise GraderError(f"The kit would hold two files {name}; rename the one that lies beside a notebook.")
    return joined


def _pages(notebooks: Mapping[str, NotebookNode]) -> Iterator[tuple[str, bytes]]:
    """Yield what is written for the kit alone."""
    packages = _packages()
    rows = "\n".join(_row(lesson, nb) for lesson, nb in notebooks.items())
    yield "README.md", Template(README.read_text(encoding="utf-8")).substitute(lessons=rows).encode()
    yield "requirements.txt", "".join(f"{line}\n" for line in packages if not line.startswith("python>")).encode()
    yield "environment.yml", (ENVIRONMENT + "".join(f"  - {line}\n" for line in packages)).encode()
    yield "LICENSE", _from_checkout("LICENSE").encode()


def _packages() -> list[str]:
    """Return the lines of environment.yml that students need, with their reasons."""
    lines = re.findall(r"^  - (([\w-]+)>=.*)$", _from_checkout("environment.yml"), flags=re.M)
    return [line for line, name in lines if name in ("python", *PACKAGES)]


def _from_checkout(name: str) -> str:
    path = ROOT / name
    if not path.is_file():
        raise GraderError(f"There is no file {path}; make the kit with a checkout of the course.")
    return path.read_text(encoding="utf-8")


def _row(lesson: str, nb: NotebookNode) -> str:
    """Return a lesson's row of the README's table."""
    points = sum(cell.metadata.nbgrader.points for cell in nb.cells if is_test(cell))
    minutes = nb.metadata.get("course", {}).get("minutes", "")
    title = next(iter(re.findall(r"^# (.+)$", "\n".join(cell.source for cell in nb.cells), flags=re.M)), lesson)
    return f"| [{title}]({lesson}.ipynb) | {points:g} | {minutes} |"


def pack(kit: Mapping[str, bytes]) -> bytes:
    """Return the zip of a kit."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:  # not deflated: that differs between versions of zlib
        for name, content in sorted(kit.items()):
            info = zipfile.ZipInfo(f"{FOLDER}/{name}", LONG_AGO)
            info.create_system, info.external_attr = UNIX, READABLE
            archive.writestr(info, content)
    return buffer.getvalue()
