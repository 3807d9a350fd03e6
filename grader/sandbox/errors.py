"""The fault of the machinery, which is never the fault of an answer."""

from helpers.errors import GraderError


class SandboxError(GraderError):
    """The sandbox would not start, or stopped by itself; no submission is to blame, and none gets a score for it."""
