"""What a proof finds: faults, each with its place and its mend."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Fault:
    """One thing that does not hold: where, what, and how to mend it."""

    place: str
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.place}: {self.what} -> {self.mend}"


@dataclass
class Proof:
    """What was proved of one lesson: numbers by exercise, and the faults."""

    lesson: str
    exercises: dict[str, dict[str, Any]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        """Return the proof as plain data."""
        return {"lesson": self.lesson, "exercises": self.exercises, "faults": [asdict(one) for one in self.faults]}
