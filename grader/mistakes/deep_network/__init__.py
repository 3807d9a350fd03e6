"""Known mistakes of lesson 05: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.exercise import Mistake

MISTAKES: tuple[Mistake, ...] = ()
