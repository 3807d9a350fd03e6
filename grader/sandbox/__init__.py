"""Rooms for student code: one isolated process a submission, driven step by step from outside.

::

    with IsolatedRunner() as runner, runner.session() as session:
        session.run("def double(x): return 2 * x")
        session.call("double", {"x": np.eye(2)}).result
"""

from grader.sandbox.answers import CellResult
from grader.sandbox.bubblewrap import why_not_isolated
from grader.sandbox.errors import SandboxError
from grader.sandbox.fork import Kept, Lost
from grader.sandbox.room.limits import Limits
from grader.sandbox.runner import IsolatedRunner, PlainRunner, Runner, open_runner
from grader.sandbox.session import Session
from grader.sandbox.stand_ins import StandIns

__all__ = [
    "CellResult",
    "IsolatedRunner",
    "Kept",
    "Limits",
    "Lost",
    "PlainRunner",
    "Runner",
    "SandboxError",
    "Session",
    "StandIns",
    "open_runner",
    "why_not_isolated",
]
