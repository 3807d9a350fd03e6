"""The kit: the folder that student code sees as its course, without reference, mistakes or cases of ours."""

from __future__ import annotations

import shutil
from pathlib import Path

import helpers

HELPERS = Path(helpers.__file__).parent
ROOM = Path(__file__).parent / "room"
DATASETS = Path(__file__).parents[2] / "datasets"
LEFT_OUT = ("reference*", "solutions", "__pycache__")  # the right answers, and the same once more, compiled


def lay_out(folder: Path) -> Path:
    """Copy the kit into `folder`, readable for everybody whatever the umask, and return it."""
    folder.mkdir()
    ignore = shutil.ignore_patterns(*LEFT_OUT)
    shutil.copytree(HELPERS, folder / "helpers", ignore=ignore)
    shutil.copytree(ROOM, folder / "room", ignore=ignore)
    (folder / "datasets").mkdir()
    for file in sorted(DATASETS.glob("*.h5")):
        shutil.copyfile(file, folder / "datasets" / file.name)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return folder
