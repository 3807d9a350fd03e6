"""A personal copy of the lessons, for a student or a self-learner; what is already there is never overwritten."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from grader.course import lay_out
from grader.host import release
from grader.lessons import LESSONS


def lay_out_lessons(folder: Path) -> list[Path]:
    """Put a released copy of every lesson that is missing into `folder`; return the new notebooks."""
    missing = [name for name in LESSONS if not (folder / name / f"{name}.ipynb").exists()]
    with tempfile.TemporaryDirectory() as scratch:
        course = lay_out(Path(scratch), missing)
        return [_copy(release(course, name), folder / name / f"{name}.ipynb") for name in missing]


def _copy(released: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    return Path(shutil.copyfile(released, target))


def open_lab(folder: Path) -> None:
    """Start JupyterLab on `folder` and stay until it ends."""
    subprocess.run([sys.executable, "-m", "jupyterlab", f"--ServerApp.root_dir={folder}"], check=False)
