"""Worker processes that end with the block that opened them, and with this process, however that ends."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import tempfile
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing import forkserver, get_context, resource_tracker
from multiprocessing.connection import Connection

from grader.sandbox.environment import ONE_THREAD
from helpers.errors import GraderError


@contextlib.contextmanager
def open_pool(workers: int, start: Callable[[str], None], preload: str) -> Iterator[Executor]:
    """Open a pool of worker processes.

    They end with the block and with this process, whatever they are doing and however it ends; on an error
    in the block at once.

    Parameters
    ----------
    start
        Called once in each worker, with a folder for temporary files that is removed at the end.
    preload
        A module that is imported once for all workers.
    """
    context = get_context("forkserver")  # a fork of a process with threads and open databases is asking for trouble
    context.set_forkserver_preload([preload])
    start_forkserver()
    leash, ours = context.Pipe(duplex=False)
    with tempfile.TemporaryDirectory(prefix="course-", ignore_cleanup_errors=True) as folder:
        executor = ProcessPoolExecutor(workers, context, initializer=_start_worker, initargs=(start, folder, leash))
        try:
            yield executor
        except BaseException:
            ours.close()
            raise
        finally:
            executor.shutdown(cancel_futures=True)
            ours.close()
            leash.close()


def start_forkserver() -> None:
    """Start the process that workers are forked from, deaf to Ctrl-C: this process hears it and ends them all.

    Its NumPy takes one thread, whatever the user's environment says: a buffer for each core of a large machine is more
    memory than a worker's forks may have.

    Raises
    ------
    GraderError
        It would not start.
    """
    os.environ.update(ONE_THREAD)
    resource_tracker.ensure_running()  # it would open the ears again
    ears = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    except OSError as error:  # its socket lies there, and the name of a socket has at most 107 characters
        folder = tempfile.gettempdir()
        raise GraderError(
            f"Worker processes would not start: {error}. They meet in the folder for temporary files, {folder}; "
            "set TMPDIR to one that can be written and has a shorter name."
        ) from error
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, ears)


def _start_worker(start: Callable[[str], None], folder: str, leash: Connection) -> None:
    """Begin a worker; `leash` is held by who opened the pool: where it lets go, or dies, the worker ends at once."""
    threading.Thread(target=end_with, args=(leash, folder), daemon=True).start()
    start(folder)


def end_with(leash: Connection, folder: str) -> None:
    """Wait until the leash is let go of; then remove the folder, and end this process."""
    leash.poll(None)
    shutil.rmtree(folder, ignore_errors=True)
    os._exit(1)  # a sandbox dies with the thread that started it
