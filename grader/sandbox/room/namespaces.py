"""The kernel's walls, set up from inside: user, pid, mount, network and IPC namespaces.

bubblewrap makes the outer room, and the template lives in it. Each session is a fork of the template and the
first process of a pid namespace of its own: when it ends, the kernel ends everything in it. It has a user
namespace without any capability, an empty network, IPC objects and a folder of its own. There is no /proc to
look through: `enter` keeps a descriptor of it for itself and covers the rest.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import signal
import sys

from .limits import Limits
from .seccomp import filter_program, forbid

NEWNS, NEWIPC, NEWUSER, NEWPID, NEWNET = 0x00020000, 0x08000000, 0x10000000, 0x20000000, 0x40000000
MS_RDONLY, MS_NOSUID, MS_NODEV = 1, 2, 4
PR_SET_DUMPABLE, PR_SET_NO_NEW_PRIVS = 4, 38
CAPABILITY_VERSION = 0x20080522
NOBODY = 65534
STUDENT = 1000  # the only user and the only group there is inside
KILL_ME_FIRST = 1000
MAX_FILES = 4096  # in the private folder


class Walls:
    """The namespaces of a template and its sessions (Linux)."""

    def __init__(self) -> None:
        self._libc = ctypes.CDLL(None, use_errno=True)
        self._proc = os.open("/proc", os.O_RDONLY | os.O_DIRECTORY)
        self._own_pids = -1
        self._filter = filter_program()  # once: to build it takes longer than to fork
        self._no_rights = (ctypes.c_uint32 * 2)(CAPABILITY_VERSION, 0), (ctypes.c_uint32 * 6)()

    def enter(self) -> None:
        """Go on as the first process of a new pid namespace; the process that called waits for its end.

        To be called before anything large is imported: there are two processes afterwards.
        """
        _leave_root()
        self._new_user(os.geteuid(), os.getegid(), NEWNS | NEWPID)
        pid = os.fork()
        if pid:
            _, status = os.waitpid(pid, 0)
            os._exit(os.waitstatus_to_exitcode(status) & 0xFF)
        self._own_pids = os.open("self/ns/pid", os.O_RDONLY, dir_fd=self._proc)
        self._mount("/proc", MS_RDONLY, "size=4k")
        self._call("prctl", PR_SET_DUMPABLE, 0, 0, 0, 0)

    def fork(self) -> int:
        """Fork a session: 0 in the child, which is the first process of a new pid namespace."""
        self._call("unshare", NEWPID)
        pid = -1
        try:
            pid = os.fork()
        finally:
            if pid != 0:
                self._call("setns", self._own_pids, NEWPID)
        return pid

    def shut(self, limits: Limits) -> None:
        """Close the walls around a session, for good: nothing of this can be undone from inside."""
        os.setsid()  # a signal to the process group would reach the template, whatever the namespaces
        self._new_user(STUDENT, STUDENT, NEWNS | NEWIPC | NEWNET)
        self._write("oom_score_adj", str(KILL_ME_FIRST))
        home = os.environ["HOME"]
        self._mount(home, 0, f"size={limits.tmp_bytes},nr_inodes={MAX_FILES},mode=700")
        os.chdir(home)
        os.close(self._own_pids)
        os.close(self._proc)
        self._call("prctl", PR_SET_DUMPABLE, 0, 0, 0, 0)
        self._call("prctl", PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        self._call("capset", *self._no_rights)
        forbid(self._libc, self._filter)

    def kill(self, pid: int) -> None:
        """Kill a session; the kernel kills all that it started."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)

    def clean(self, pid: int) -> None:
        """Do nothing: with its namespaces all that a session left is gone."""

    def _new_user(self, uid: int, gid: int, other_namespaces: int) -> None:
        self._call("prctl", PR_SET_DUMPABLE, 1, 0, 0, 0)  # else the kernel keeps the maps for root
        self._call("unshare", NEWUSER | other_namespaces)
        self._write("setgroups", "deny")
        self._write("uid_map", f"{STUDENT} {uid} 1")
        self._write("gid_map", f"{STUDENT} {gid} 1")

    def _write(self, name: str, text: str) -> None:
        file = os.open(f"self/{name}", os.O_WRONLY, dir_fd=self._proc)
        try:
            os.write(file, text.encode())
        finally:
            os.close(file)

    def _mount(self, target: str, flags: int, options: str) -> None:
        flags |= MS_NOSUID | MS_NODEV
        self._call("mount", b"tmpfs", target.encode(), b"tmpfs", ctypes.c_ulong(flags), options.encode())

    def _call(self, name: str, *arguments: object) -> None:
        if getattr(self._libc, name)(*arguments) != 0:
            number = ctypes.get_errno()
            raise OSError(number, f"{name}: {os.strerror(number)}")


def _leave_root() -> None:
    """Become nobody where we are root: root's processes are not counted, and root's files would be ours."""
    if os.geteuid() != 0:
        return
    os.setgroups([])
    os.setresgid(NOBODY, NOBODY, NOBODY)
    os.setresuid(NOBODY, NOBODY, NOBODY)


def _try() -> None:
    """Put up all walls once: what `grader.sandbox.why_not_isolated` asks about."""
    walls = Walls()
    walls.enter()
    pid = walls.fork()
    if pid == 0:
        try:
            walls.shut(Limits())
        except OSError as error:
            print(error, file=sys.stderr, flush=True)
            os._exit(1)
        os._exit(0)
    _, status = os.waitpid(pid, 0)
    os._exit(os.waitstatus_to_exitcode(status) & 0xFF)


if __name__ == "__main__":
    _try()
