"""What an exercise earns that fails only because an earlier one is wrong: the instructor's choice."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from helpers.errors import GraderError

NAMED = {"strict": 0.0, "follow-through": 1.0}


@dataclass(frozen=True)
class Policy:
    """A rule for follow-through marks.

    Parameters
    ----------
    factor
        What part of its points an exercise earns that passes once the reference stands in for the earlier ones that
        are wrong: 0 is strict, 1 is full follow-through.
    """

    factor: float = 0.0

    def __str__(self) -> str:
        return next((name for name, factor in NAMED.items() if factor == self.factor), f"{self.factor:g}")

    def points(self, most: float, passed: bool) -> float:
        """Return what an exercise earns that did not pass, but was marked again and then did, or did not."""
        return most * self.factor if passed else 0


STRICT = Policy()


def read_policy(text: Any) -> Policy:
    """Read "strict", "follow-through", or a factor from 0 to 1.

    Raises
    ------
    GraderError
        It is something else.
    """
    try:
        factor = NAMED[str(text)] if str(text) in NAMED else float(text)
    except (TypeError, ValueError):
        factor = math.nan
    if not 0 <= factor <= 1:
        raise GraderError(
            f'"{text}" is no policy for follow-through marks; write strict, follow-through, or a factor from 0 to 1.'
        )
    return Policy(factor)
