"""From inside: walk everything that can be reached, and find nothing that is not the student's."""

import os
from pathlib import Path

import pytest

import grader
from grader.sandbox import Runner, Session

REPOSITORY = Path(grader.__file__).parents[1]

WALK = """
import os
seen, readable = [], []
for folder, folders, files in os.walk('/'):
    seen += [os.path.join(folder, name) for name in [*folders, *files]]
"""
SOURCES = """
hits, read = [], 0
for path in seen:
    if os.path.isfile(path) and not path.startswith(OTHERS):
        try:
            data = open(path, 'rb').read()
        except OSError:
            continue
        read += 1
        hits += [(path, word) for word in WORDS if word.encode() in data]
"""


def value(session: Session, expression: str) -> object:
    """Return the value of an expression inside."""
    assert session.run(f"def tell(): return {expression}").error is None
    got = session.call("tell", {})
    assert got.error is None, got
    return got.result


@pytest.fixture
def canary(tmp_path: Path) -> str:
    """A word that is in a file in the host's /tmp, another one there, and in an environment variable."""
    word = "canary-" + os.urandom(8).hex()
    (tmp_path / f"{word}.py").write_text(f"# {word}")
    return word


def test_no_path_leads_to_what_knows_an_answer(isolated: Runner, canary: str) -> None:
    with isolated.session() as session:
        session.run(WALK)
        names = ("'/grader/'", "'reference'", "'mistakes'", "'gradebook'", f"{canary!r}")
        assert value(session, "len(seen)") > 1000  # type: ignore[operator]
        for name in names:
            assert value(session, f"[p for p in seen if {name} in p + '/' and not p.startswith({_packages()})]") == []


def _packages() -> tuple[str, ...]:
    """Other people's packages may have such names."""
    import numpy

    return (str(Path(numpy.__file__).parents[1]), str(Path(os.__file__).parent), "/usr/lib", "/lib")


def test_no_file_of_the_course_tells_an_answer(isolated: Runner, canary: str) -> None:
    named = ("/kit/helpers/playground/blocks.py", "from helpers.reference")  # tries, and here finds nothing
    words = ("from helpers.reference", "grader.exercises", "grader.mistakes", canary)
    with isolated.session() as session:
        session.run(WALK)
        assert session.run(f"WORDS = {words!r}\nOTHERS = {_packages()!r}" + SOURCES).error is None
        assert value(session, "read") > 10  # type: ignore[operator]
        assert value(session, "hits") == [named]
        assert session.run("import helpers.reference").error is not None


def test_the_checkout_is_not_there(isolated: Runner) -> None:
    with isolated.session() as session:
        for path in (REPOSITORY / "grader", REPOSITORY / "helpers", REPOSITORY / "notebooks", REPOSITORY / ".git"):
            assert value(session, f"__import__('os').path.exists({str(path)!r})") is False
        assert session.run("import grader.exercise").error.kind == "ModuleNotFoundError"  # type: ignore[union-attr]
        assert session.run("import helpers.reference").error.kind == "ModuleNotFoundError"  # type: ignore[union-attr]
        assert value(session, "__import__('helpers').__file__") == "/kit/helpers/__init__.py"


def test_folders_of_the_host_are_empty_or_absent(isolated: Runner) -> None:
    places = ("/var", "/srv", "/opt", "/mnt", "/run", "/sys", "/boot", "/media", "/usr/share", "/usr/bin")
    with isolated.session() as session:
        session.run("import os")
        for place in places:
            if not any(str(path).startswith(place) for path in _needed()):
                assert value(session, f"os.path.exists({place!r})") is False, place
        assert value(session, "os.listdir('/proc')") == []
        assert value(session, "os.path.exists('/etc/passwd')") is False
        assert value(session, "sorted(os.listdir('/dev'))") == ["full", "null", "random", "shm", "urandom", "zero"]


def _needed() -> list[Path]:
    from grader.sandbox import environment

    return environment.readable()


def test_nothing_can_be_written_but_in_the_private_folder(isolated: Runner) -> None:
    """Devices aside: /dev/null and its like take everything and keep nothing, also where one covers a file of ours."""
    with isolated.session() as session:
        session.run(
            WALK + "import stat, tempfile\n"
            "writable = [p for p in seen if os.access(p, os.W_OK) and not os.path.islink(p)]\n"
            "kept = [p for p in writable if not stat.S_ISCHR(os.stat(p).st_mode)]"
        )
        found = value(session, "kept")
        assert [] == [path for path in found if not path.startswith("/home/student")]  # type: ignore[attr-defined]
        assert value(session, "tempfile.gettempdir()") == "/home/student"


def test_the_environment_is_ours_alone(isolated: Runner, monkeypatch: pytest.MonkeyPatch) -> None:
    with isolated.session() as session:
        session.run("import os")
        environment = value(session, "dict(os.environ)")
        memory = value(session, "sorted(os.environb.keys()) and len(os.environb)")
    assert not set(environment) & {"SSH_AUTH_SOCK", "DISPLAY", "VIRTUAL_ENV", "PYTEST_CURRENT_TEST"}  # type: ignore[call-overload]
    assert memory == len(environment)  # type: ignore[arg-type]


def test_only_the_sessions_own_descriptors_are_open(isolated: Runner) -> None:
    cell = """
import os
def open_ones():
    found = []
    for fd in range(1024):
        try:
            os.fstat(fd)
            found.append(fd)
        except OSError:
            pass
    return found
targets = [os.fstat(fd).st_rdev == os.stat('/dev/null').st_rdev for fd in (0, 1, 2)]
"""
    with isolated.session() as session:
        session.run(cell)
        assert value(session, "open_ones()") == [0, 1, 2, 3]
        assert value(session, "targets") == [True, True, True]


def test_nobody_else_is_there_to_be_seen_or_signalled(isolated: Runner) -> None:
    cell = """
import os
def others():
    found = []
    for pid in range(1, 70_000):
        try:
            os.kill(pid, 0)
            found.append(pid)
        except ProcessLookupError:
            pass
        except PermissionError:
            found.append(pid)
    return found
"""
    with isolated.session() as session:
        session.run(cell)
        assert value(session, "others()") == [1]
        assert value(session, "(os.getpid(), os.getppid(), os.getpgrp(), os.getsid(0))") == (1, 0, 1, 1)


FORBIDDEN = {
    "unshare": "libc.unshare(0x10000000)",
    "mount": "libc.mount(b'none', b'/home/student', b'tmpfs', 0, None)",
    "umount": "libc.umount2(b'/proc', 2)",
    "chroot": "libc.chroot(b'/')",
    "ptrace": "libc.ptrace(16, 1, 0, 0)",
    "setns": "libc.setns(0, 0)",
    "setuid": "libc.setuid(0)",
    "sethostname": "libc.sethostname(b'x', 1)",
    "keyctl": "libc.syscall(NUMBERS['keyctl'], 0, -3, 0)",
    "memfd": "libc.memfd_create(b'x', 0)",
    "shared memory": "libc.shmget(0, 4096, 0o1600)",
    "clone into a namespace": "libc.syscall(NUMBERS['clone'], 0x10000000 | 17, 0, 0, 0, 0)",
    "a virtual machine's socket": "libc.socket(40, 1, 0)",
    "a kernel's socket": "libc.socket(16, 3, 0)",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_the_kernel_refuses(isolated: Runner, what: str) -> None:
    from grader.sandbox.room import seccomp

    machine = os.uname().machine
    if machine not in seccomp.MACHINES:
        pytest.skip(f"there is no list of system calls for {machine}")
    column = seccomp.MACHINES[machine][0]
    numbers = {"keyctl": seccomp.REFUSED["keyctl"][column], "clone": seccomp.MACHINES[machine][2]}
    with isolated.session() as session:
        session.run(f"import ctypes\nNUMBERS = {numbers}\nlibc = ctypes.CDLL(None, use_errno=True)")
        assert value(session, FORBIDDEN[what]) == -1


def test_there_is_no_network(isolated: Runner) -> None:
    with isolated.session() as session:
        session.run("import socket")
        for address in ("('1.1.1.1', 80)", "('127.0.0.1', 22)"):
            error = session.run(f"socket.create_connection({address}, 1)").error
            assert error is not None
            assert error.kind in ("OSError", "ConnectionRefusedError")
        assert session.run("socket.getaddrinfo('example.org', 80)").error.kind == "gaierror"  # type: ignore[union-attr]


def test_ordinary_sockets_threads_and_processes_work(isolated: Runner) -> None:
    cell = """
import multiprocessing, socket, threading
one, other = socket.socketpair()
one.send(b'x')
thread = threading.Thread(target=list); thread.start(); thread.join()
with multiprocessing.get_context('fork').Pool(2) as pool:
    print(pool.map(abs, [-1, -2]))
"""
    with isolated.session() as session:
        result = session.run(cell)
        assert (result.error, result.outputs[0]["text"]) == (None, "[1, 2]\n")


def test_sessions_do_not_see_each_other(isolated: Runner) -> None:
    leave = """
import builtins, os, socket, sys, numpy, tempfile, helpers
builtins.mine = numpy.mine = helpers.mine = sys.mine = 1
open('/home/student/left', 'w').write('x')
open(tempfile.mktemp(dir='/dev/shm'), 'w').write('x')
door = socket.socket(socket.AF_UNIX); door.bind('\\0left'); door.listen()
if os.fork() == 0:
    import time
    time.sleep(1000)
"""
    look = "(os.listdir('/home/student'), [hasattr(m, 'mine') for m in (builtins, np, helpers, sys)])"
    knock = "socket.socket(socket.AF_UNIX).connect('\\0left')"
    imports = "import builtins, helpers, os, socket, sys, numpy as np"
    with isolated.session() as one:
        assert one.run(leave).error is None
        with isolated.session() as other:
            other.run(imports)
            assert value(other, look) == ([], [False] * 4)
            assert other.run(knock).error.kind == "ConnectionRefusedError"  # type: ignore[union-attr]
    with isolated.session() as later:
        later.run(imports)
        assert value(later, look) == ([], [False] * 4)


def test_the_private_folder_is_limited(isolated: Runner) -> None:
    cell = "for i in range(10): open(f'b{i}', 'wb').write(bytes(30_000_000))"
    with isolated.session() as session:
        error = session.run(cell).error
        assert error is not None
        assert "No space left" in error.text
    with isolated.session() as session:
        assert value(session, "__import__('os').listdir()") == []


def test_no_module_in_memory_knows_an_answer(isolated: Runner) -> None:
    with isolated.session() as session:
        session.run("import sys\nnames = sorted(sys.modules)")
        names = value(session, "[n for n in names if n.split('.')[0] in ('grader', 'helpers', 'room')]")
    assert "helpers.observe" in names  # type: ignore[operator]
    assert [name for name in names if name.startswith(("grader", "helpers.reference"))] == []  # type: ignore[attr-defined]
