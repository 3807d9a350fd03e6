"""The outer room: the command line of bubblewrap, and why it may not work on this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from grader.sandbox import environment, kit

KIT = "/kit"
HOME = "/home/student"  # a new one for each session
DEVICES = ("null", "zero", "full", "random", "urandom")
STUDENT = "1000"
TRIAL_SECONDS = 60
RIGHTS = 1 << 6 | 1 << 7 | 1 << 21  # CAP_SETGID, CAP_SETUID, CAP_SYS_ADMIN

INSTALL = (
    "bubblewrap is not installed; install it (`sudo apt install bubblewrap` on Debian and Ubuntu, "
    "`sudo dnf install bubblewrap` on Fedora)"
)
FORBIDDEN = {  # what the kernel's files say where it forbids user namespaces, and the way out
    "/proc/sys/kernel/unprivileged_userns_clone": ("0", "sudo sysctl -w kernel.unprivileged_userns_clone=1"),
    "/proc/sys/user/max_user_namespaces": ("0", "sudo sysctl -w user.max_user_namespaces=15000"),
    "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": (
        "1",
        "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
    ),
}
IN_A_CONTAINER = "in a container, it has to be started with the right to make namespaces (docker run --privileged)"


def command(kit_folder: Path, *arguments: str) -> list[str]:
    """Return the command that runs Python with `arguments` in the outer room."""
    return [
        shutil.which("bwrap") or "bwrap",
        *_namespaces(),
        *("--die-with-parent", "--new-session"),
        *_folders(kit_folder),
        *("--chdir", HOME, "--", sys.executable, *arguments),
    ]


def _namespaces() -> list[str]:
    """Root needs no user namespace here, and keeps just enough of itself to become nobody inside."""
    if os.geteuid() == 0 and _has_rights_of_root():
        spaces = ("pid", "net", "ipc", "uts", "cgroup-try")
        rights = ["--cap-drop", "ALL", "--cap-add", "CAP_SETUID", "--cap-add", "CAP_SETGID"]
        return [f"--unshare-{space}" for space in spaces] + rights
    return ["--unshare-all", "--uid", STUDENT, "--gid", STUDENT]


def _has_rights_of_root() -> bool:
    """Whether root is more than a name here; in many containers it is not."""
    status = _content("/proc/self/status").partition("CapEff:")[2].split()
    return bool(status) and int(status[0], 16) & RIGHTS == RIGHTS


def _folders(kit_folder: Path) -> list[str]:
    shown = [word for path in environment.readable() for word in _show(path)]
    parents = {parent for path in (*environment.readable(), Path(HOME), Path("/dev/null")) for parent in path.parents}
    folders = [word for path in sorted(parents - {Path("/")}) for word in ("--perms", "0755", "--dir", str(path))]
    covers = [word for path in environment.hidden() for word in _cover(path)]
    # Python may itself live in /tmp; where it does not, /tmp is the private folder by another name
    in_tmp = any(path.is_relative_to("/tmp") for path in environment.readable())
    tmp = [] if in_tmp else ["--symlink", HOME, "/tmp"]
    devices = [word for name in DEVICES for word in ("--dev-bind", f"/dev/{name}", f"/dev/{name}")]
    return [
        *folders,  # bubblewrap itself would make them for the user only, who is another one inside
        *shown,
        *covers,
        *("--ro-bind", str(kit_folder), KIT),
        *("--proc", "/proc", "--perms", "1777", "--tmpfs", HOME, *tmp),
        *devices,
        *("--symlink", HOME, "/dev/shm", "--remount-ro", "/"),
    ]


def _show(path: Path) -> list[str]:
    if path.is_symlink():
        return ["--symlink", os.readlink(path), str(path)]
    return ["--ro-bind", str(path), str(path)]


def _cover(path: Path) -> list[str]:
    if path.is_dir():
        return ["--tmpfs", str(path), "--remount-ro", str(path)]
    return ["--ro-bind", "/dev/null", str(path)]


def why_not_isolated() -> str | None:
    """Say why submissions cannot be isolated on this machine and what to do; None where they can.

    `course doctor` shows the sentence; the trial takes a tenth of a second.
    """
    if sys.platform != "linux":
        return f"isolation is made by bubblewrap, which exists for Linux only; this is {sys.platform}"
    if shutil.which("bwrap") is None:
        return INSTALL
    complaint = _complaint()
    if complaint is None:
        return None
    ways_out = [way for path, (forbidding, way) in FORBIDDEN.items() if _content(path) == forbidding]
    advice = f"run `{'` and `'.join(ways_out)}`" if ways_out else IN_A_CONTAINER
    return f"bubblewrap may not make its namespaces here ({complaint}); {advice}"


def _complaint() -> str | None:
    """Put up all the walls once; return the last thing that was said where they do not stand."""
    with tempfile.TemporaryDirectory(prefix="course-") as folder:
        kit_folder = kit.lay_out_room(Path(folder) / "kit")
        words = command(kit_folder, "-m", "room.namespaces")
        try:
            done = subprocess.run(
                words,
                env=environment.variables(KIT, HOME),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=TRIAL_SECONDS,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            return str(error)
    said = done.stderr.strip().splitlines() or [f"it ended with {done.returncode}"]
    return said[-1] if done.returncode else None


def _content(path: str) -> str:
    try:
        return Path(path).read_text().strip()
    except OSError:
        return ""
