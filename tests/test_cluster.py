"""Grading on a Dask cluster: a real scheduler and real workers, killed and restarted while they work."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster
from hostile import handed_in
from support import LESSON

from grader import batch, classroom, cluster, records, sample_class
from grader.batch import Graded, Task
from grader.cluster import Cluster
from grader.course import Course
from grader.pool import Pool
from grader.sandbox import Limits, why_not_isolated
from helpers.errors import GraderError
from helpers.messages import render
from helpers.records import Outcome

pytestmark = [
    pytest.mark.filterwarnings("ignore::ResourceWarning"),  # of what Dask leaves open when its peer is killed
    pytest.mark.filterwarnings("ignore::DeprecationWarning:distributed.*"),
]

ROOT = Path(__file__).parent.parent
PROGRAMS = Path(sys.executable).parent
ISOLATED = why_not_isolated() is None
SHORT = Limits(cell_seconds=2, call_seconds=2, grace_seconds=0.5)
SLEEP = {"propagate": "import time\ntime.sleep(1000)"}
ALL = [10, 10, 20, 20, 20, 20]
SLEPT = [10, 10, 0, 0, 20, 0]
IN_THIS_PROCESS = {"processes": False, "dashboard_address": "127.0.0.1:0", "protocol": "tcp"}
RECIPES = ("perfect_loops", "mistake_no_mean", "half_done", "deleted_test_cell", "not_a_notebook", "renamed_file")


def end(*processes: subprocess.Popen[bytes]) -> None:
    for process in processes:
        process.kill()
        process.wait()


def example(*start: str) -> list[str]:
    """Return a command line of README's by how it starts."""
    lines = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    return next(words for words in (line.split("#")[0].split() for line in lines) if (*words[: len(start)],) == start)


class Machines:
    """A scheduler and its workers, each a process of its own."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"tcp://127.0.0.1:{self.port}"
        self.folder = folder
        self.scheduler: subprocess.Popen[bytes] | None = None
        self.workers: list[subprocess.Popen[bytes]] = []

    def run(self, *words: str) -> subprocess.Popen[bytes]:
        command = [PROGRAMS / "dask", *words, "--dashboard-address", "127.0.0.1:0"]
        with (self.folder / "log").open("ab") as log:
            return subprocess.Popen(command, cwd=self.folder, stdout=log, stderr=log)

    def start(self) -> Machines:
        """Start whatever is not running, and wait until two workers are there."""
        if self.scheduler is None or self.scheduler.poll() is not None:
            self.scheduler = self.run("scheduler", "--host", "127.0.0.1", "--port", str(self.port))
        self.workers = [one for one in self.workers if one.poll() is None]
        while len(self.workers) < 2:
            self.workers.append(self.run("worker", self.address, "--nthreads", "1", "--no-nanny"))
        with self.client() as client:
            client.wait_for_workers(2, timeout=60)
        return self

    def client(self) -> Client:
        return Client(self.address, set_as_default=False, timeout=60)

    def at_work(self) -> int:
        """Return the process of a worker that has something in hand."""
        with self.client() as client:
            pids = client.run(os.getpid)
            while True:
                for address, keys in client.processing().items():
                    if keys:
                        return pids[address]

    def kill_scheduler(self) -> None:
        """End it at once; workers that lose their scheduler end too."""
        assert self.scheduler is not None
        end(self.scheduler, *self.workers)

    def stop(self) -> None:
        end(*self.workers, *([self.scheduler] if self.scheduler else []))


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    all_of_them = Machines(tmp_path_factory.mktemp("machines"))
    try:
        yield all_of_them
    finally:
        all_of_them.stop()


@pytest.fixture
def address(machines: Machines) -> str:
    return machines.start().address


@pytest.fixture
def short_patience() -> Iterator[None]:
    with dask.config.set({"distributed.comm.timeouts.connect": "1s"}):
        yield


@pytest.fixture
def klass(course: Course) -> Course:
    """Four who are done at once, and one who takes some time."""
    for student in ("ann", "bob", "cem", "dil", "zoe"):
        folder = course.path("submitted", student, LESSON)
        folder.mkdir(parents=True)
        handed_in._write(
            handed_in.solved(course, LESSON, SLEEP if student == "zoe" else {}), folder / f"{LESSON}.ipynb"
        )
    return course


EVERYBODY = {**dict.fromkeys(("ann", "bob", "cem", "dil"), ALL), "zoe": SLEPT}


def points(course: Course) -> dict[str, list[float | None]]:
    found: dict[str, list[float | None]] = {}
    for row in records.load(records.open_records(course.db_url), LESSON):
        found.setdefault(row.student, []).append(row.points)
    return found


def told(graded: Graded) -> list[tuple[object, ...]]:
    """Return all that a student is told."""
    return [
        (mark.points, mark.verdict.outcome, mark.verdict.mistake, mark.verdict.finding and render(mark.verdict.finding))
        for mark in graded.marks
    ]


def outcomes(tasks: list[Task], pool: Pool | Cluster) -> dict[str, list[tuple[object, ...]]]:
    found: dict[str, list[tuple[object, ...]]] = {}
    for graded in batch.run(tasks, pool):
        assert graded.task.student not in found
        found[graded.task.student] = told(graded)
    return found


def test_a_cluster_says_what_a_pool_says(course, address):
    released = course.path("release", ".", LESSON) / f"{LESSON}.ipynb"
    for recipe in RECIPES:
        source = sample_class.FOLDER / LESSON / f"{recipe}.py"
        sample_class.hand_in(source, released, course.path("submitted", recipe, LESSON))
    todo = batch.tasks(course, LESSON, course.students(LESSON))

    assert outcomes(todo, Pool(2, ISOLATED, SHORT)) == outcomes(todo, Cluster(address, ISOLATED, SHORT))


def test_a_worker_needs_nothing_of_the_course_folder(klass, address):
    todo = batch.tasks(klass, LESSON, ["ann", "bob"])
    parcels = [batch.pack(task) for task in todo]
    shutil.rmtree(klass.root)
    with Cluster(address, ISOLATED, SHORT) as executor:
        marks = [executor.submit(batch.grade_parcel, parcel).result()[1] for parcel in parcels]

    assert [ALL, ALL] == [[mark.points for mark in mine] for mine in marks]


def test_a_killed_worker_costs_nobody_anything(klass, address, machines):
    *words, option, _ = example("course", "autograde", LESSON, "--dask")
    command = [PROGRAMS / words[0], *words[1:], option, address, *([] if ISOLATED else ["--no-isolation"])]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=klass.root)
    os.kill(machines.at_work(), 9)
    _, said = process.communicate()

    assert process.returncode == 0, said
    assert "Traceback" not in said
    assert points(klass) == EVERYBODY


def test_a_scheduler_that_is_started_again_is_found_again(klass, address, machines):
    found = {}
    for graded in batch.run(batch.tasks(klass, LESSON, klass.students(LESSON)), Cluster(address, ISOLATED, SHORT)):
        if not found:
            machines.kill_scheduler()
            machines.start()
        assert graded.task.student not in found
        found[graded.task.student] = [mark.points for mark in graded.marks]

    assert found == EVERYBODY


def test_a_scheduler_that_stays_away_is_one_sentence_and_then_it_goes_on(
    klass, address, machines, short_patience, monkeypatch
):
    write = classroom.gradebook.Writer.write

    def write_and_kill(*arguments: object) -> None:
        write(*arguments)
        machines.kill_scheduler()

    monkeypatch.setattr(classroom.gradebook.Writer, "write", write_and_kill)
    with pytest.raises(GraderError, match=r"no Dask scheduler at tcp://.*run the same command again"):
        classroom.autograde(klass, LESSON, pool=Cluster(address, ISOLATED, SHORT), isolated=ISOLATED)
    before = points(klass)
    monkeypatch.undo()
    machines.start()
    classroom.autograde(klass, LESSON, pool=Cluster(address, ISOLATED, SHORT), isolated=ISOLATED)

    assert 0 < len(before) < len(EVERYBODY)
    assert points(klass) == EVERYBODY


def test_workers_that_all_go_away_are_one_sentence(klass, address, machines, short_patience, monkeypatch):
    monkeypatch.setattr(batch, "LOOK_SECONDS", 0.5)
    results = batch.run(batch.tasks(klass, LESSON, klass.students(LESSON)), Cluster(address, ISOLATED, SHORT))
    next(results)
    end(*machines.workers)
    with pytest.raises(GraderError, match="has no workers"):
        list(results)


def test_workers_with_another_version_are_refused_before_they_start(klass, address, monkeypatch):
    monkeypatch.setattr(cluster, "software", lambda: "another")
    with pytest.raises(GraderError, match=r"worker tcp://.* another version of this course"):
        Cluster(address, ISOLATED).begin()


def test_a_worker_with_another_version_that_came_later_gives_no_score(klass, address, monkeypatch):
    remote = Cluster(address, ISOLATED, SHORT)
    monkeypatch.setattr(Cluster, "_require_fit", lambda *_: None)
    monkeypatch.setattr(cluster, "software", lambda: "another")
    with pytest.raises(GraderError, match="another version of this course"):
        outcomes(batch.tasks(klass, LESSON, ["ann"]), remote)


@pytest.mark.parametrize(
    ("workers", "threads", "sentence"),
    [(0, 1, "has no workers. Start some on each machine"), (1, 2, "more than one thread; start it with --nthreads 1")],
)
def test_a_cluster_that_cannot_grade_is_one_sentence(workers, threads, sentence, short_patience):
    here = LocalCluster(n_workers=workers, threads_per_worker=threads, **IN_THIS_PROCESS)
    with here, pytest.raises(GraderError) as caught:
        Cluster(here.scheduler_address, ISOLATED).begin()

    assert sentence in str(caught.value)


@pytest.mark.skipif(not ISOLATED, reason="there is no isolation here to take away")
def test_a_worker_without_bubblewrap_gives_no_score(klass, monkeypatch):
    here = LocalCluster(n_workers=1, threads_per_worker=1, **IN_THIS_PROCESS)
    with here:
        task = batch.tasks(klass, LESSON, ["ann"])[0]
        with Cluster(here.scheduler_address, isolated=True, limits=Limits(cell_seconds=3)) as executor:
            monkeypatch.setenv("PATH", "/nonexistent")
            error = executor.submit(batch.grade_parcel, batch.pack(task)).exception()
        graded = batch.fault(task, error)

        assert "bubblewrap is not installed" in str(error)
        assert {(None, Outcome.FAULT)} == {(mark.points, mark.verdict.outcome) for mark in graded.marks}
        with pytest.raises(GraderError, match=r"worker tcp://.* cannot grade: bubblewrap is not installed"):
            Cluster(here.scheduler_address, isolated=True).begin()


@pytest.mark.parametrize("wrong", ["tcp://127.0.0.1:9", "127.0.0.1:nonsense", "nowhere://x", ""])
def test_an_address_without_a_scheduler_is_one_line(wrong, course):
    environment = {**os.environ, "DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT": "1s"}
    command = [PROGRAMS / "course", "autograde", LESSON, "--course", course.root, "--dask", wrong]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)

    assert 1 == done.returncode
    assert 1 == len(done.stderr.splitlines()), done.stderr
    assert "There is no Dask scheduler at" in done.stderr


def test_the_readme_says_how_to_start_workers_as_the_errors_do():
    line = example("dask", "worker")

    assert line == cluster.START_WORKERS.format(address="tcp://HOST:8786").split()


def test_a_cluster_and_a_number_of_processes_do_not_go_together(course):
    command = [PROGRAMS / "course", "autograde", LESSON, "--course", course.root, "--dask", "x", "--workers", "2"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert 1 == done.returncode
    assert "give one of them" in done.stderr
