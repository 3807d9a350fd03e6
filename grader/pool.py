"""Worker processes: each with its own warm sandbox; they end with the process that started them, however it ends."""

from __future__ import annotations

import contextlib
import socket
import tempfile
import threading
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import get_context, resource_sharer
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext
from multiprocessing.queues import SimpleQueue
from multiprocessing.util import Finalize
from pathlib import Path
from types import TracebackType
from typing import Any

from grader.sandbox import Limits, Runner, SandboxError, open_runner, why_not_isolated
from grader.workers import end_with, start_forkserver

GRADING = "grader.forkserver"  # what the workers' parent imports
RUNNER: Runner | None = None  # one warm template a worker process


def start_worker(
    isolated: bool, limits: Limits | None, twins: SimpleQueue[Any], folder: str, leash: Connection
) -> None:
    """Prepare a worker process; the executor calls it once in each.

    Parameters
    ----------
    twins
        Sockets of warm templates, one for each worker; None where there is none.
    folder
        Where temporary files go: who ends the workers removes it, whatever end they came to.
    leash
        Held by the process that started the workers; where it lets go, or dies, they end at once.
    """
    tempfile.tempdir = folder
    runner = open_runner(isolated, limits)
    runner.fork_reference()
    threading.Thread(target=end_with, args=(leash, folder), daemon=True).start()
    use_runner(runner)
    Finalize(None, runner.close, exitpriority=0)
    control = twins.get()
    with contextlib.suppress(SandboxError):  # the first submission starts a template of its own, or says why not
        if control is not None:
            runner.adopt(control)


def use_runner(runner: Runner) -> None:
    """Make this runner the worker's own."""
    global RUNNER
    RUNNER = runner


def own_runner() -> Runner:
    """Return this worker's runner."""
    assert RUNNER is not None
    return RUNNER


def start_runner() -> None:
    """Start this worker's sandbox, where it is not running yet.

    Raises
    ------
    SandboxError
        It would not start.
    """
    own_runner().start()


class Pool:
    """Worker processes behind an executor, as a context manager; it can be entered again, and starts new ones then.

    They end with the block and with this process, whatever they are doing and however it ends; on an error in the
    block at once. `grader.cluster.Cluster` is the same on other machines.
    """

    def __init__(self, workers: int, isolated: bool, limits: Limits | None = None) -> None:
        self.workers, self.isolated, self.limits = workers, isolated, limits
        self._executor: Executor | None = None
        self._runner: Runner | None = None  # of the template that the workers have twins of
        self._open = contextlib.ExitStack()

    def begin(self) -> Executor:
        """Begin to start what workers are forked from, unless it was; it gets ready while this process goes on.

        A worker starts when there is something for it to do.
        """
        if self._executor is None:
            context = get_context("forkserver")  # a fork of a process with threads and open databases asks for trouble
            context.set_forkserver_preload([GRADING])
            start_forkserver()
            leash, self._ours = context.Pipe(duplex=False)
            self._open.callback(leash.close)
            self._open.callback(self._ours.close)
            folder = self._open.enter_context(tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True))
            arguments = (self.isolated, self.limits, self._templates(context, folder), folder, leash)
            self._executor = ProcessPoolExecutor(self.workers, context, initializer=start_worker, initargs=arguments)
        return self._executor

    def _templates(self, context: ForkServerContext, folder: str) -> SimpleQueue[Any]:
        """Begin to start one template, and have it make a twin for each worker: only one has to warm up."""
        twins = context.SimpleQueue()
        self._runner = runner = open_runner(self.isolated, self.limits, Path(folder))
        self._open.callback(runner.close)
        self._open.callback(resource_sharer.stop)  # closes the sockets that no worker came for: those twins end, too
        controls: list[socket.socket | None] = [None] * self.workers
        with contextlib.suppress(SandboxError):  # each worker tries for itself, and says why not
            controls = [*runner.twins(self.workers)]
        for control in controls:
            twins.put(control)
            if control is not None:
                control.close()
        return twins

    def why_not_isolated(self) -> str | None:
        """Say why submissions cannot be isolated here; the template that is starting is the trial."""
        if self._runner is None:
            return why_not_isolated()
        try:
            self._runner.try_walls()
        except SandboxError:
            return why_not_isolated()
        return None

    def require_workers(self) -> None:
        """Make sure that there are workers; the executor itself tells where one of its own dies."""

    def alone(self) -> Pool:
        """Return a pool for work that may have ended its worker, where it takes no other's work along."""
        return Pool(1, self.isolated, self.limits)

    def __enter__(self) -> Executor:
        """Begin."""
        return self.begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """End the workers: after what they have in hand, or at once where there was an error."""
        if self._executor is None:
            return
        if error is not None:
            self._ours.close()
        self._executor.shutdown(cancel_futures=True)
        self._executor = self._runner = None
        self._open.close()
