"""The kit laid out: the folder that student code sees as its course, and the code of the far side beside it."""

from __future__ import annotations

import shutil
from pathlib import Path

from grader import kit

ROOM = Path(__file__).parent / "room"


def lay_out(folder: Path) -> Path:
    """Copy the kit into `folder`, readable for everybody whatever the umask, and return it."""
    folder.mkdir()
    for name, path in kit.files().items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / name)
    shutil.copytree(ROOM, folder / "room", ignore=shutil.ignore_patterns("__pycache__"))
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder
