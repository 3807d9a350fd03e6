"""Functions that stand in for a submission's own while one of its other functions is called."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass
class StandIns:
    """What stands in for what.

    Parameters
    ----------
    functions
        By the name that the student's code calls them by; importable, each by its module and its name.
    called
        Which of them the student's code has called so far.
    """

    functions: Mapping[str, Callable[..., Any]]
    called: set[str] = field(default_factory=set)

    def parameters(self) -> dict[str, list[str]]:
        """Return what is told inside: the names, and those of their parameters."""
        return {name: list(inspect.signature(function).parameters) for name, function in self.functions.items()}

    def places(self) -> dict[str, tuple[str, str]]:
        """Return where each function is found: its module, and its name there."""
        return {name: (function.__module__, function.__qualname__) for name, function in self.functions.items()}
