"""The kit laid out: the folder that student code sees as its course, and the code of the far side beside it."""

from __future__ import annotations

import compileall
import shutil
from collections.abc import Mapping
from importlib.util import cache_from_source
from pathlib import Path

from grader import kit

ROOM = Path(__file__).parent / "room"


def lay_out(folder: Path) -> Path:
    """Copy the kit into `folder`, readable for everybody whatever the umask, and return it."""
    return _lay_out(folder, {**kit.files(), **_room()})


def lay_out_room(folder: Path) -> Path:
    """Copy the code of the far side alone: enough to try the walls."""
    return _lay_out(folder, _room())


def _room() -> dict[str, Path]:
    files = (*ROOM.glob("*.py"), *ROOM.glob("*/*.json"))
    return {f"room/{path.relative_to(ROOM).as_posix()}": path for path in files}


def _lay_out(folder: Path, files: Mapping[str, Path]) -> Path:
    folder.mkdir()
    for name, path in files.items():
        _copy(path, folder / name)
        if path.suffix == ".py":
            _copy_compiled(path, folder / name)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder


def _copy_compiled(path: Path, target: Path) -> None:
    """Copy what Python keeps of a module; it is made anew where it is missing, and left out where it cannot be."""
    if compileall.compile_file(path, quiet=2):
        compiled = Path(cache_from_source(path))
        _copy(compiled, target.parent / "__pycache__" / compiled.name)


def _copy(path: Path, target: Path) -> None:
    """Copy a file with its time, by which Python knows that what it keeps of a module is of this very source."""
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(path, target)
