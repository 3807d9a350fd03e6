"""Warm sandboxes of threads that others start: the formgrader's, a Dask worker's."""

from __future__ import annotations

import atexit
import os
import threading

from grader.sandbox import Limits, Runner, open_runner

RUNNERS: dict[tuple[int, threading.Thread, bool, Limits], Runner] = {}


def warm_runner(isolated: bool, limits: Limits) -> Runner:
    """Return a started runner of this thread's own; it is closed when the process ends.

    bubblewrap ends a sandbox with the thread that started it, so no thread takes over another's. Those of threads
    that have ended are closed here; those inherited by a fork are left to the parent.

    Raises
    ------
    SandboxError
        It would not start.
    """
    for key in list(RUNNERS):
        if key[0] == os.getpid() and not key[1].is_alive():
            RUNNERS.pop(key).close()
    key = (os.getpid(), threading.current_thread(), isolated, limits)
    if key not in RUNNERS:
        runner = open_runner(isolated, limits)
        runner.start()
        RUNNERS[key] = runner
    return RUNNERS[key]


@atexit.register
def _close_runners() -> None:
    for key, runner in RUNNERS.items():
        if key[0] == os.getpid():
            runner.close()
