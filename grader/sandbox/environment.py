"""What of this machine Python needs to run: its own folders, the system's libraries, a handful of variables."""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from pathlib import Path

import grader
import helpers

DISTRIBUTION = "neural-networks-by-hand"
SYSTEM = ("/lib", "/lib64", "/usr/lib64", "/etc/ld.so.cache", "/etc/alternatives")
LIBRARIES = ("OPENBLAS", "OMP", "MKL", "NUMEXPR", "VECLIB_MAXIMUM", "BLIS")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in LIBRARIES}  # for matrix products


def variables(kit: str, home: str) -> dict[str, str]:
    """Return the whole environment inside; nothing is taken over from ours."""
    return {
        "HOME": home,
        "TMPDIR": home,
        "USER": "student",
        "LANG": "C.UTF-8",
        "PATH": "/nonexistent",
        "PYTHONPATH": os.pathsep.join([kit, *outside_packages()]),
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONHASHSEED": "0",
        "PYTHONSAFEPATH": "1",
        "NBGRADER_EXECUTION": "autograde",  # as in nbgrader: no progress is recorded
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "MPLCONFIGDIR": os.path.join(home, ".matplotlib"),
        "IPYTHONDIR": os.path.join(home, ".ipython"),
        **ONE_THREAD,
    }


def readable() -> list[Path]:
    """Return the files and folders to show inside, outer ones before inner ones."""
    wanted = [*map(Path, SYSTEM), _libraries()]
    for prefix in (Path(sys.base_prefix), Path(sys.prefix)):
        wanted += [prefix / "pyvenv.cfg"]
        if prefix != Path("/usr"):  # there the libraries of all programs are; Python's are named below
            wanted += [prefix / "lib", prefix / "lib64"]
    wanted += [Path(path) for path in (*site.getsitepackages(), *outside_packages())]
    wanted += [Path(sysconfig.get_path(name)) for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    wanted += interpreter()
    return _outermost([path for path in wanted if path.exists() or path.is_symlink()])


def _libraries() -> Path:
    """Return the folder of the system's shared libraries, without the programs that many systems keep beside it."""
    everything = Path("/usr/lib")
    ours = everything / (sysconfig.get_config_var("MULTIARCH") or "")
    return ours if ours.is_dir() else everything


def interpreter() -> list[Path]:
    """Return the executable and, where it is a link, what it leads to, link by link."""
    chain = [Path(sys.executable)]
    while chain[-1].is_symlink() and len(chain) < 20:
        chain.append(Path(os.path.normpath(chain[-1].parent / os.readlink(chain[-1]))))
    return chain


def outside_packages() -> list[str]:
    """Return the user's own folder of packages, where it is in use."""
    folder = site.getusersitepackages()
    return [folder] if site.ENABLE_USER_SITE and folder in sys.path else []


def hidden() -> list[Path]:
    """Return what of ours lies inside a folder that is shown: installed packages, a checkout in a prefix."""
    packages = [Path(package.__file__ or "").parent for package in (grader, helpers)]
    checkout = packages[0].parent
    ours = [*packages, *_installed(), *([checkout] if (checkout / "notebooks").is_dir() else [])]
    shown = readable()
    return _outermost([path for path in ours if any(path.is_relative_to(outer) for outer in shown)])


def _installed() -> list[Path]:
    """Return what the installation of this course put among the packages; a link to a checkout names it."""
    from importlib import metadata  # not at the top: the reference's process does without

    try:
        course = metadata.distribution(DISTRIBUTION)
    except metadata.PackageNotFoundError:
        return []
    firsts = {file.parts[0] for file in course.files or () if file.parts[0] != ".."}
    found = [Path(str(course.locate_file(first))) for first in sorted(firsts)]
    return [path for path in found if path.exists()]


def _outermost(paths: list[Path]) -> list[Path]:
    """Drop what lies in a folder that is in the list anyway; a link is shown for itself."""
    folders = {path for path in paths if path.is_dir() and not path.is_symlink()}
    kept = [path for path in dict.fromkeys(paths) if not any(outer in folders for outer in path.parents)]
    return sorted(kept, key=lambda path: len(path.parts))
