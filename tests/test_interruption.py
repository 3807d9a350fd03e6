"""Stopped at any moment, by hand, by force, by a full disk: nothing is lost, nothing old stands as new."""

from __future__ import annotations

import contextlib
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

import psutil
import pytest
from hostile import handed_in
from support import LESSON

from grader import batch, classroom, gradebook, host, records, sample_class
from grader.course import Course
from grader.pool import Pool
from grader.sandbox import Limits, why_not_isolated
from helpers.errors import GraderError
from helpers.records import Outcome

pytestmark = pytest.mark.timeout(600)

COMMAND = Path(sys.executable).parent / "course"
ISOLATED = why_not_isolated() is None
QUICK = ("ann", "bob", "cem")
SLOW = "zoe"  # who is handed out last
SLEEP = {"propagate": "while True:\n    pass"}  # until its time is up: ten seconds of the processor
PATIENCE = 120  # seconds for a thing to happen; far more than it ever takes
SHORT = Limits(cell_seconds=2, call_seconds=2, grace_seconds=0.5)


@pytest.fixture
def klass(course: Course) -> Course:
    """Three who are done at once, and one who takes some time."""
    for student in (*QUICK, SLOW):
        hand_in(course, student, SLEEP if student == SLOW else {})
    return course


def hand_in(course: Course, student: str, cells: dict[str, str]) -> None:
    folder = course.path("submitted", student, LESSON)
    folder.mkdir(parents=True, exist_ok=True)
    handed_in._write(handed_in.solved(course, LESSON, cells), folder / f"{LESSON}.ipynb")


def autograde(course: Course, *options: str) -> list[str]:
    isolation = [] if ISOLATED else ["--no-isolation"]
    return [str(COMMAND), "autograde", LESSON, "--course", str(course.root), *isolation, *options]


def run(course: Course, *options: str, **more: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(autograde(course, *options), capture_output=True, text=True, check=False, **more)


def again(course: Course) -> None:
    """Run the same again; now all is well."""
    found = classroom.autograde(course, LESSON, isolated=ISOLATED, limits=SHORT)
    classroom.require_scores(course, LESSON, found)


@pytest.fixture
def start(klass: Course) -> Iterator[Callable[..., subprocess.Popen[str]]]:
    """Starts `course autograde` and ends it with the test."""
    started = []

    def begin(*options: str) -> subprocess.Popen[str]:
        command = autograde(klass, *options)
        started.append(
            subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True)
        )
        return started[-1]

    yield begin
    for process in started:
        process.kill()
        process.communicate()


def until(process: subprocess.Popen[str], condition: Callable[[], object]) -> object:
    """Wait until the condition holds, while the process runs."""
    for _ in range(PATIENCE * 20):
        found = condition()
        if found:
            return found
        try:
            process.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError(f"it ended before that: {process.communicate()}")
    raise AssertionError("it did not happen")


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Return all that it has started."""
    return psutil.Process(process.pid).children(recursive=True)


def assert_gone(processes: list[psutil.Process]) -> None:
    _, alive = psutil.wait_procs(processes, timeout=PATIENCE)

    assert [] == alive


def workers(process: subprocess.Popen[str]) -> list[psutil.Process]:
    """Return the workers at work: beside the sockets of their template and their reference they have a session's."""
    servers = [one for one in psutil.Process(process.pid).children() if is_forkserver(one)]
    return [child for server in servers for child in server.children() if sockets(child) >= 3]


def is_forkserver(process: psutil.Process) -> bool:
    try:
        return "forkserver" in " ".join(process.cmdline())
    except psutil.Error:  # it has ended
        return False


def sockets(process: psutil.Process) -> int:
    """Count the sockets that a process holds."""
    count = 0
    for file in Path(f"/proc/{process.pid}/fd").glob("*"):
        with contextlib.suppress(OSError):  # closed meanwhile
            count += os.readlink(file).startswith("socket:")
    return count


def rows(course: Course) -> dict[str, list[records.VerdictRow]]:
    found: dict[str, list[records.VerdictRow]] = {}
    for row in records.load(records.open_records(course.db_url), LESSON):
        found.setdefault(row.student, []).append(row)
    return found


def points(course: Course) -> dict[str, list[float | None]]:
    return {student: [row.points for row in mine] for student, mine in rows(course).items()}


def times(course: Course) -> dict[str, object]:
    return {student: mine[0].graded_at for student, mine in rows(course).items()}


def scores_of_nbgrader(course: Course, student: str) -> list[tuple[float | None, bool]]:
    with gradebook.gradebook(course) as book:
        grades = book.find_submission_notebook(LESSON, LESSON, student).grades
        return [(grade.auto_score, bool(grade.needs_manual_grade)) for grade in grades]


ALL = [10, 10, 20, 20, 20, 20]
SLEPT = [10, 10, 0, 0, 20, 0]
EVERYBODY = {**dict.fromkeys(QUICK, ALL), SLOW: SLEPT}


def three_are_recorded(course: Course) -> Callable[[], bool]:
    return lambda: len(times(course)) == len(QUICK)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_stopped_it_goes_on_where_it_was_and_leaves_nothing_running(klass, start, how, capsys):
    process = start()
    until(process, three_are_recorded(klass))
    children = family(process)
    os.kill(process.pid, how)
    process.wait(PATIENCE)
    assert_gone(children)
    before = times(klass)
    again(klass)

    assert before == {student: time for student, time in times(klass).items() if student != SLOW}
    assert points(klass) == EVERYBODY
    assert f"Unchanged since they were graded: {len(QUICK)}" in capsys.readouterr().err


def test_ctrl_c_reaches_all_processes_and_ends_in_one_line(klass, start):
    process = start()
    until(process, three_are_recorded(klass))
    children = family(process)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does
    _, said = process.communicate(timeout=PATIENCE)
    assert_gone(children)
    lines = [line for line in said.splitlines() if "Grading" not in line]

    assert process.returncode == 130
    assert ["course: Stopped by hand. What is done is kept; the same command goes on from there."] == lines


def test_killed_it_leaves_no_temporary_files(klass, start, monkeypatch, request):
    scratch = Path(tempfile.mkdtemp())  # a short name: sockets lie there
    request.addfinalizer(lambda: shutil.rmtree(scratch))
    monkeypatch.setenv("TMPDIR", str(scratch))
    process = start()
    until(process, three_are_recorded(klass))
    children = family(process)
    process.kill()
    assert_gone(children)
    process.wait(PATIENCE)

    assert [] == [path.name for path in scratch.rglob("*") if path.is_file()]


def test_a_folder_for_temporary_files_of_too_long_a_name_is_one_line(klass, tmp_path, monkeypatch):
    scratch = tmp_path / ("long" * 30)
    scratch.mkdir()
    monkeypatch.setenv("TMPDIR", str(scratch))
    one_line(run(klass), "Worker processes would not start", "TMPDIR")


def test_a_killed_worker_costs_nobody_anything(klass, start):
    process = start("--workers", "2")
    worker = until(process, lambda: workers(process))[0]
    worker.kill()
    _, said = process.communicate(timeout=PATIENCE)

    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert points(klass) == EVERYBODY


def test_a_submission_that_takes_its_worker_along_twice_is_a_fault_without_a_score(klass, start):
    for student in QUICK[1:]:
        shutil.rmtree(klass.path("submitted", student, LESSON))
    hand_in(klass, QUICK[0], SLEEP)
    hand_in(klass, SLOW, {})
    process = start("--workers", "1")
    first = until(process, lambda: workers(process))[0]
    first.kill()
    until(process, lambda: [one for one in workers(process) if one.pid != first.pid])[0].kill()
    _, said = process.communicate(timeout=PATIENCE)
    found = rows(klass)

    assert process.returncode == 1
    assert "No score for ann:" in said
    assert "Traceback" not in said
    assert [None] * 6 == [row.points for row in found["ann"]]
    assert {Outcome.FAULT} == {row.outcome for row in found["ann"]}
    assert {(None, True)} == set(scores_of_nbgrader(klass, "ann"))
    assert points(klass)[SLOW] == ALL

    again(klass)

    assert {"ann": SLEPT, SLOW: ALL} == points(klass)


class Poison:
    """Ends the process that takes it out of its pickle."""

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (3,)


def test_poison_takes_its_own_task_and_no_other(klass):
    todo = batch.tasks(klass, LESSON, list(QUICK))
    todo[0] = replace(todo[0], seed=Poison())
    marks = {graded.task.student: graded.marks for graded in batch.run(todo, Pool(2, ISOLATED, SHORT))}

    assert {"ann": [None] * 6, "bob": ALL, "cem": ALL} == {
        student: [mark.points for mark in mine] for student, mine in marks.items()
    }


def test_a_fault_of_one_task_is_its_own(klass):
    todo = batch.tasks(klass, LESSON, list(QUICK))
    todo[1] = replace(todo[1], seed=-1)  # no generator takes it
    found = {graded.task.student: graded for graded in batch.run(todo, Pool(2, ISOLATED, SHORT))}

    assert {"ann": ALL, "bob": [None] * 6, "cem": ALL} == {
        student: [mark.points for mark in one.marks] for student, one in found.items()
    }
    assert "fault of the machinery" in found["bob"].paper.text


def test_where_no_worker_can_start_the_machinery_is_to_blame():
    with (
        ProcessPoolExecutor(1, get_context("forkserver"), initializer=os._exit, initargs=(3,)) as executor,
        pytest.raises(GraderError, match="end as soon as they start"),
    ):
        batch.require_ready(executor)


def test_a_failed_grading_anew_leaves_no_old_score(klass, start):
    again(klass)
    process = start("--force")
    until(process, lambda: len(times(klass)) == len(QUICK) and SLOW not in times(klass))
    process.kill()
    process.wait(PATIENCE)

    assert {(None, True)} == set(scores_of_nbgrader(klass, SLOW))
    assert SLOW not in rows(klass)

    again(klass)

    assert points(klass) == EVERYBODY


def test_only_what_changed_is_graded_again(klass):
    again(klass)
    before = times(klass)
    hand_in(klass, "bob", {"predict": "def predict(w, b, X):\n    return None"})
    again(klass)
    after = times(klass)

    assert {"bob"} == {student for student in after if before[student] != after[student]}
    assert points(klass)["bob"] == [10, 10, 20, 20, 0, 0]


@pytest.mark.parametrize("change", ["lesson", "force"])
def test_a_changed_lesson_or_force_grades_everybody_again(klass, change):
    again(klass)
    before = times(klass)
    if change == "lesson":
        source = klass.source(LESSON)
        source.write_text(source.read_text(encoding="utf-8") + "\n", encoding="utf-8")
        host.release(klass, LESSON, update=True)
    classroom.autograde(klass, LESSON, isolated=ISOLATED, limits=SHORT, force=change == "force")
    after = times(klass)

    assert set(before) == {student for student in after if before[student] != after[student]}


def one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It ended with one line that says why."""
    said = [line for line in done.stderr.splitlines() if "Grading" not in line]

    assert done.returncode == 1
    assert len(said) == 1, done.stderr
    for word in words:
        assert word in said[0]


def test_a_folder_that_cannot_be_written_is_one_line_and_then_goes_on(klass):
    shutil.rmtree(klass.path("submitted", SLOW, LESSON))
    in_the_way = klass.root / "autograded"
    in_the_way.write_text("a file where a folder should be")
    one_line(run(klass), "autograded", "run the same command again")
    in_the_way.unlink()
    again(klass)

    assert points(klass) == dict.fromkeys(QUICK, ALL)


def test_a_full_disk_is_one_line_and_then_goes_on(klass, tmp_path):
    shutil.rmtree(klass.path("submitted", SLOW, LESSON))
    (klass.root / "autograded").mkdir()
    mount = 'mount -t tmpfs -o size=150k tmpfs "$0" && exec "$@"'
    command = ["unshare", "--mount", "sh", "-c", mount, str(klass.root / "autograded"), *autograde(klass)]
    if os.geteuid() != 0 or subprocess.run([*command[:5], *command[5:6], "true"], check=False).returncode:
        pytest.skip("only root may mount a small disk")
    one_line(subprocess.run(command, capture_output=True, text=True, check=False), "No space left")

    recorded = len(times(klass))
    again(klass)

    assert recorded < len(QUICK)
    assert points(klass) == dict.fromkeys(QUICK, ALL)


def test_a_gradebook_that_may_not_grow_is_one_line_and_then_goes_on(klass):
    shutil.rmtree(klass.path("submitted", SLOW, LESSON))
    many = [f"student {number}" for number in range(15)]  # more than the half-filled pages take
    for student in many:
        hand_in(klass, student, {})
    file = klass.root / "gradebook.db"
    with sqlite3.connect(file) as database:
        database.execute("create table ballast (b blob)")
        database.execute("insert into ballast values (zeroblob(64000000))")  # no other file is that large
        database.commit()
        database.execute("vacuum")  # nor is there room left within
    size = file.stat().st_size
    one_line(run(klass, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))), "gradebook")
    again(klass)

    assert points(klass) == dict.fromkeys((*QUICK, *many), ALL)


def test_a_locked_gradebook_is_one_line_and_then_goes_on(klass):
    shutil.rmtree(klass.path("submitted", SLOW, LESSON))
    database = sqlite3.connect(klass.root / "gradebook.db", isolation_level=None)
    database.execute("begin exclusive")
    one_line(run(klass), "gradebook", "locked")
    database.execute("rollback")
    database.close()
    again(klass)

    assert points(klass) == dict.fromkeys(QUICK, ALL)


def test_a_gradebook_that_vanishes_is_one_line(klass, start):
    process = start()
    until(process, three_are_recorded(klass))
    (klass.root / "gradebook.db").rename(klass.root / "moved.db")
    _, said = process.communicate(timeout=PATIENCE)
    one_line(subprocess.CompletedProcess([], process.returncode, "", said), "gradebook")


def test_scores_are_the_same_with_any_number_of_workers_and_on_every_run(course):
    released = course.path("release", ".", LESSON) / f"{LESSON}.ipynb"
    sample_class.lay_in(course, LESSON, released)
    expected = sample_class.expected(LESSON)

    for number in (1, 2, 8):
        classroom.autograde(course, LESSON, workers=number, isolated=ISOLATED, force=True, limits=SHORT)

        assert {student: row["points"] for student, row in expected.items()} == points(course), f"{number} workers"
