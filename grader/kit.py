"""The kit: which files of the course student code may see.

The sandbox lays out `files`, all of them (`grader.sandbox.kit`); the zip for students takes those that its lessons
need (`grader.handout`).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import helpers
from helpers.data import own_folder

HELPERS = Path(helpers.__file__).parent
APART = {"reference", "solutions", "datasets"}  # the right answers, the same as text; the data have their own folder


def files() -> dict[str, Path]:
    """Return everything of ours that student code may see, by its name in the kit."""
    ours = {path.relative_to(HELPERS): path for path in HELPERS.rglob("*") if path.is_file()}
    kept = {f"helpers/{name.as_posix()}": path for name, path in ours.items() if _is_open(name)}
    return kept | {f"datasets/{path.name}": path for path in own_folder().glob("*.h5")}


def _is_open(name: Path) -> bool:
    return name.parts[0].partition(".")[0] not in APART and not is_left_over(name)


def is_left_over(name: Path) -> bool:
    """Whether a file was left behind by Python, Jupyter or an editor."""
    return any(part == "__pycache__" or part.startswith(".") for part in name.parts)


def needed(lessons: Sequence[str], text: str) -> dict[str, Path]:
    """Return the `files` that some lessons need.

    Parameters
    ----------
    lessons
        Their names: the public cases of others are left out.
    text
        What their notebooks say: data that it does not load and modules that it does not import are left out, so that
        what a later lesson is given is no answer to this one.
    """
    everything = files()
    modules = _imported(_code(everything), text)
    return {name: path for name, path in everything.items() if _is_needed(name, path.stem, lessons, modules, text)}


def _is_needed(name: str, stem: str, lessons: Sequence[str], modules: set[str], text: str) -> bool:
    if name.startswith("datasets/"):
        return f"load_{stem}(" in text
    if name.startswith("helpers/public_cases/"):
        return stem in lessons
    return not name.endswith(".py") or _module(name) in modules


def _module(name: str) -> str:
    """Return "plots" for helpers/plots.py, and for what lies in a package of that name."""
    return name.split("/")[1].removesuffix(".py")


def _code(everything: Mapping[str, Path]) -> dict[str, str]:
    code: dict[str, str] = {}
    for name, path in everything.items():
        if name.endswith(".py"):
            code[_module(name)] = code.get(_module(name), "") + path.read_text(encoding="utf-8")
    return code


def _imported(code: Mapping[str, str], text: str) -> set[str]:
    """Return the modules that a text imports from `helpers`, and those that these import in turn."""
    found = {"__init__"}
    waiting = [text]
    while waiting:
        new = (_imports(waiting.pop()) & code.keys()) - found
        found |= new
        waiting += [code[module] for module in new]
    return found


def _imports(text: str) -> set[str]:
    listed = re.findall(r"from helpers import (\([^)]*\)|.*)", text)
    return set(re.findall(r"\bhelpers\.(\w+)", text)) | set(re.findall(r"\w+", " ".join(listed)))
