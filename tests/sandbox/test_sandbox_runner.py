"""Templates: they start, serve many sessions, are replaced when they die, and leave nothing behind."""

import contextlib
import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import textwrap
from collections.abc import Iterator
from importlib.util import cache_from_source
from multiprocessing.process import BaseProcess
from pathlib import Path

import psutil
import pytest

import grader
from grader.pool import Pool, own_runner, start_runner
from grader.sandbox import (
    CellResult,
    IsolatedRunner,
    Limits,
    PlainRunner,
    Runner,
    SandboxError,
    StandIns,
    bubblewrap,
    environment,
    kit,
    open_runner,
    why_not_isolated,
)
from helpers.errors import GraderError
from helpers.reference.logistic_regression import sigmoid


def printed(result: CellResult) -> str:
    return "".join(output.get("text", "") for output in result.outputs)


def descendants(pid: int) -> set[int]:
    """Return the processes below one, from the host's /proc."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, ValueError):
                continue
    found: set[int] = set()
    while new := {child for child, parent in parents.items() if parent in {pid, *found}} - found:
        found |= new
    return found


def resident(pid: int) -> int:
    """Return the private memory of a process in KiB."""
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_"))


needs_proc = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="there is no /proc to look at")


@needs_proc
def test_fifty_sessions_leak_nothing(runner: Runner) -> None:
    def one_session() -> None:
        with runner.session() as session:
            session.run("import os; x = bytearray(10_000_000)")
            session.run("os.fork()")
            assert session.call("nothing", {}).error is not None

    for _ in range(5):
        one_session()
    processes = descendants(os.getpid())
    files = set(os.listdir("/proc/self/fd"))
    memory = sum(map(resident, processes))
    for _ in range(50):
        one_session()
    assert descendants(os.getpid()) == processes
    assert set(os.listdir("/proc/self/fd")) == files
    assert sum(map(resident, processes)) < memory + 2000


@needs_proc
def test_deaths_leak_nothing(runner: Runner) -> None:
    def one_session() -> None:
        with runner.session() as session:
            session.run("import os")
            for _ in range(4):
                assert session.run("os._exit(1)").error is not None

    one_session()
    processes, files = descendants(os.getpid()), set(os.listdir("/proc/self/fd"))
    for _ in range(5):
        one_session()
    assert descendants(os.getpid()) == processes
    assert set(os.listdir("/proc/self/fd")) == files


@needs_proc
@pytest.mark.parametrize("kind", [PlainRunner, IsolatedRunner])
def test_nothing_is_left_after_close(kind: type[Runner], request: pytest.FixtureRequest) -> None:
    if kind is IsolatedRunner:
        request.getfixturevalue("isolation")
    before = descendants(os.getpid())
    runner = kind()
    runner.start()
    session = runner.session()
    session.run("import os, time\nif os.fork() == 0: time.sleep(1000)")
    folder = runner._folder.path  # type: ignore[union-attr]
    assert folder.is_dir()
    runner.close()
    runner.close()
    session._fork._channel.close()  # type: ignore[union-attr]
    assert descendants(os.getpid()) == before
    assert not folder.exists()


def test_two_runners_at_once(isolated: Runner) -> None:
    with IsolatedRunner() as other, other.session() as one, isolated.session() as two, isolated.session() as three:
        for number, session in enumerate((one, two, three)):
            session.run(f"number = {number}")
        assert [printed(session.run("print(number)")) for session in (one, two, three)] == ["0\n", "1\n", "2\n"]


def test_a_template_that_died_is_replaced(isolation: None) -> None:
    with IsolatedRunner() as runner:
        session = runner.session()
        assert session.run("1").error is None
        for pid in sorted(descendants(os.getpid()), reverse=True):
            with contextlib.suppress(FileNotFoundError, ProcessLookupError):
                if b"room" in Path(f"/proc/{pid}/cmdline").read_bytes():
                    os.kill(pid, signal.SIGKILL)
        with pytest.raises(SandboxError, match="stopped by itself"):
            session.run("2")
        with runner.session() as session:
            assert printed(session.run("print(3)")) == "3\n"


@pytest.mark.parametrize("isolation_wanted", [True, False])
def test_one_template_warms_up_and_its_twins_serve_others(isolation: None, isolation_wanted: bool) -> None:
    kinds = (IsolatedRunner, PlainRunner)[not isolation_wanted]
    with contextlib.closing(kinds()) as mother, contextlib.closing(kinds()) as one, contextlib.closing(kinds()) as two:
        for runner, control in zip((one, two), mother.twins(2), strict=True):
            runner.adopt(control)
        with one.session() as first, two.session() as second:
            first.run("number = 1")
            assert second.run("number").error is not None
            assert printed(first.run("print(number)")) == "1\n"
            assert second.run("import os; os._exit(1)").error is not None
            assert printed(second.run("print(2)")) == "2\n"


def test_where_a_twin_ends_its_runner_starts_a_template_of_its_own(isolation: None) -> None:
    with contextlib.closing(IsolatedRunner()) as mother, contextlib.closing(IsolatedRunner()) as runner:
        (control,) = mother.twins(1)
        runner.adopt(control)
        mother.close()
        with runner.session() as session:
            assert printed(session.run("print(3)")) == "3\n"


def test_a_twin_of_a_template_that_cannot_start_is_not_adopted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(environment, "variables", lambda kit_folder, home: {"PYTHONPATH": "/nonexistent"})
    with contextlib.closing(PlainRunner()) as mother, contextlib.closing(PlainRunner()) as runner:
        (control,) = mother.twins(1)
        with pytest.raises(SandboxError, match="would not start"):
            runner.adopt(control)


def test_a_plain_template_killed_by_a_notebook_is_replaced() -> None:
    with PlainRunner() as runner:
        with runner.session() as session:
            session.run("state = 1")
            session.run("import os; os.kill(os.getppid(), 9)")
            assert printed(session.run("print(state)")) == "1\n"
            assert session.run("os._exit(2)").error is not None
            assert printed(session.run("print(state)")) == "1\n"
        with runner.session() as session:
            assert printed(session.run("print(2)")) == "2\n"


def test_the_driver_may_be_killed_and_nothing_goes_on(
    isolation: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = (
        "import os, signal, sys\nfrom grader.sandbox import IsolatedRunner\n"
        "runner = IsolatedRunner(); runner.start(); session = runner.session()\n"
        "session.run('import os')\nprint(os.getpid(), flush=True)\nsession.run('while True: pass')"
    )
    root = str(Path(grader.__file__).parents[1])
    command = [sys.executable, "-c", program]
    variables = {**os.environ, "PYTHONPATH": root, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=variables) as driver:
        assert driver.stdout is not None
        driver.stdout.readline()
        below = descendants(driver.pid)
        driver.kill()
    assert len(below) >= 3
    for pid in below:
        try:
            end = os.pidfd_open(pid)
        except ProcessLookupError:
            continue
        assert select.select([end], [], [], 30)[0]
        os.close(end)
    (left,) = tmp_path.iterdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with PlainRunner() as runner:  # which finds what the killed one left, and takes nobody else's
        assert not left.exists()
        with PlainRunner(), runner.session() as session:
            assert session.run("import helpers.gradient").error is None


@pytest.fixture
def no_bwrap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)


def test_without_bubblewrap_the_reason_says_how_to_install_it(no_bwrap: None) -> None:
    if sys.platform == "linux":
        assert "apt install bubblewrap" in str(why_not_isolated())
        with pytest.raises(SandboxError, match="apt install bubblewrap"):
            IsolatedRunner().start()
    assert issubclass(SandboxError, GraderError)


def test_a_pool_says_why_submissions_cannot_be_isolated(isolation: None, request: pytest.FixtureRequest) -> None:
    pool = Pool(1, isolated=True)
    with pool:
        assert pool.why_not_isolated() is None
    request.getfixturevalue("no_bwrap")
    with pool:
        assert "apt install bubblewrap" in str(pool.why_not_isolated())


@pytest.mark.parametrize(("file", "forbidding"), [(file, word) for file, (word, _) in bubblewrap.FORBIDDEN.items()])
def test_the_reason_names_what_forbids_user_namespaces(
    file: str, forbidding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/bwrap")
    monkeypatch.setattr(bubblewrap, "_complaint", lambda: "bwrap: no permissions")
    monkeypatch.setattr(bubblewrap, "_content", lambda path: forbidding if path == file else "?")
    reason = str(why_not_isolated())
    assert "bwrap: no permissions" in reason
    assert f"sudo sysctl -w {file.removeprefix('/proc/sys/').replace('/', '.')}" in reason


def test_in_a_container_the_reason_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda name: "/usr/bin/bwrap")
    monkeypatch.setattr(bubblewrap, "_complaint", lambda: "bwrap: no permissions")
    monkeypatch.setattr(bubblewrap, "_content", lambda path: "")
    assert "in a container" in str(why_not_isolated())


def test_elsewhere_than_on_linux_the_reason_is_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    assert "Linux only" in str(why_not_isolated())


def test_a_template_that_cannot_start_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(kit_folder: str, home: str) -> dict[str, str]:
        return {"PYTHONPATH": "/nonexistent"}

    monkeypatch.setattr(environment, "variables", broken)
    with pytest.raises(SandboxError, match=r"would not start: .*No module named room"):
        PlainRunner().start()


def test_walls_that_do_not_stand_are_a_fault_of_the_machinery(isolation: None) -> None:
    with IsolatedRunner(Limits(tmp_bytes=-1)) as runner, pytest.raises(SandboxError, match=r"cannot hold.*mount"):
        runner.session().run("1")


def test_twins_that_no_worker_came_for_end_with_the_pool() -> None:
    before = set(psutil.Process().children())  # other tests' templates among them
    with Pool(2, isolated=False) as executor:  # bubblewrap would end them anyway
        executor.submit(start_runner).result()  # in one worker
        living = [one for one in psutil.Process().children() if one.status() != psutil.STATUS_ZOMBIE]
        first = next(one for one in living if one not in before and "room" in one.cmdline())
        templates = [first, *first.children(recursive=True)]
    _, alive = psutil.wait_procs(templates, timeout=60)
    assert len(templates) > 1
    assert not alive


def ask_the_reference() -> tuple[bool, float, float]:
    """In a worker: ask a stand-in, end the process that answered, and ask again; was the first one alone a fork?"""
    runner, stand_ins = own_runner(), StandIns({"sigmoid": sigmoid})
    first = runner._reference._process
    with runner.session() as session:
        session.run("def f(z): return sigmoid(z)")
        one = session.call("f", {"z": 0.0}, stand_ins).result
        first.kill()
        first.join()
        other = session.call("f", {"z": 0.0}, stand_ins).result
    return isinstance(first, BaseProcess) and not isinstance(runner._reference._process, BaseProcess), one, other


def test_a_worker_has_its_reference_forked_and_another_where_that_one_dies() -> None:
    with Pool(1, isolated=why_not_isolated() is None) as executor:
        assert executor.submit(ask_the_reference).result() == (True, 0.5, 0.5)


def test_workers_take_one_thread_whatever_the_environment_says() -> None:
    program = "import os; from grader.pool import Pool\nwith Pool(1, isolated=False) as executor: "
    program += "print(executor.submit(os.getenv, 'OPENBLAS_NUM_THREADS').result())"
    variables = {**os.environ, "OPENBLAS_NUM_THREADS": "7"}
    done = subprocess.run([sys.executable, "-c", program], env=variables, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1"


def test_runners_are_chosen_by_isolation() -> None:
    assert open_runner(True).isolated
    assert not open_runner(False).isolated


@pytest.fixture
def laid_out(tmp_path: Path) -> Iterator[Path]:
    before = os.umask(0o077)
    yield kit.lay_out(tmp_path / "kit")
    os.umask(before)


def test_the_kit_holds_no_answers_and_can_be_read_by_all(laid_out: Path) -> None:
    paths = [path.relative_to(laid_out) for path in laid_out.rglob("*")]
    assert {path.parts[0] for path in paths} == {"helpers", "room", "datasets"}
    assert not [path for path in paths if "reference" in path.parts]
    assert Path("helpers/check.py") in paths
    assert Path("room/template.py") in paths
    for path in (laid_out, *laid_out.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644)


def test_the_kit_holds_its_modules_compiled_and_no_others(laid_out: Path) -> None:
    kept = {str(path) for path in laid_out.rglob("*.pyc")}
    assert {cache_from_source(path) for path in laid_out.rglob("*.py")} == kept
    words = [sys.executable, "-v", "-c", "import room.wire"]  # -v: Python says what it takes
    told = subprocess.run(words, cwd=laid_out, capture_output=True, text=True, check=True).stderr
    assert f"matches {laid_out}/room/wire.py" in told


def test_matplotlib_finds_the_list_of_its_fonts(runner: Runner) -> None:
    """Where it fails after an upgrade: python -m grader.sandbox.room.fonts"""
    program = """
        from matplotlib.font_manager import FontManager, fontManager
        for kind in ("ttflist", "afmlist"):
            found, made = ([font.fname for font in getattr(one, kind)] for one in (fontManager, FontManager()))
            print([font for font in made if "/mpl-data/" in font and font not in found], found == sorted(found))
    """
    with runner.session() as session:
        assert printed(session.run(textwrap.dedent(program))) == "[] True\n[] True\n"


def test_the_room_imports_nothing_of_the_grader() -> None:
    for file in kit.ROOM.glob("*.py"):
        assert "grader" not in [
            word.split(".")[0]
            for line in file.read_text().splitlines()
            if line.lstrip().startswith(("import ", "from "))
            for word in line.split()[1:2]
        ]


def test_what_is_installed_beside_python_is_covered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "site-packages"
    for name in ("grader", "helpers"):
        (packages / name).mkdir(parents=True)
        (packages / name / "__init__.py").touch()
    monkeypatch.setattr(grader, "__file__", str(packages / "grader" / "__init__.py"))
    monkeypatch.setattr(environment.helpers, "__file__", str(packages / "helpers" / "__init__.py"))
    monkeypatch.setattr(environment, "readable", lambda: [packages])
    assert set(environment.hidden()) == {packages / "grader", packages / "helpers"}
    words = " ".join(bubblewrap.command(tmp_path, "-V"))
    assert f"--tmpfs {packages / 'grader'} --remount-ro {packages / 'grader'}" in words


def test_nothing_of_our_environment_goes_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CANARY", "x")
    with PlainRunner() as runner, runner.session() as session:
        assert printed(session.run("import os; print('CANARY' in os.environ)")) == "False\n"
