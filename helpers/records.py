"""The records that a check passes along: a question, what was observed, and what was found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from helpers.plain import Opaque

NO_DEFAULT = Opaque("no default value")


class Outcome(StrEnum):
    """How one exercise of one submission ended."""

    PASSED = "passed"
    WRONG = "wrong"
    RAISED = "raised"
    NOT_ATTEMPTED = "not attempted"
    NOT_DEFINED = "not defined"
    TIMED_OUT = "timed out"
    DIED = "died"
    BLOCKED = "waits for an earlier one"
    UNREADABLE = "unreadable"
    FAULT = "fault of the machinery"


@dataclass(frozen=True)
class Raised:
    """An exception that left a student's function.

    Parameters
    ----------
    kind
        The exception's class name, or one of our own words: "signature", "time_out", "died", and "not_callable", whose
        text says what there is in the function's place.
    text
        Its message, shortened.
    line
        The student's own line of source it came from, "" where unknown.
    """

    kind: str
    text: str = ""
    line: str = ""


@dataclass(frozen=True)
class Observation:
    """What one call of a function did: the plain result or the error, and which arguments it changed.

    `defaults` are the default values of its parameters in their order, `NO_DEFAULT` for one that has none.
    """

    result: Any = None
    error: Raised | None = None
    changed: tuple[str, ...] = ()
    defaults: tuple[Any, ...] = ()


@dataclass(frozen=True)
class Case:
    """One call with its right observation.

    `about` completes "with ...", in the student's words; `suspect` is the next step to suggest when this
    is the first case that fails.
    """

    name: str
    about: str
    arguments: dict[str, Any]
    expected: Observation
    suspect: str = ""


@dataclass(frozen=True)
class KnownMistake:
    """The numbers of a mistake people make, one observation a case, and the sentence that helps."""

    name: str
    says: str
    hint: str
    observations: Sequence[Observation]


@dataclass(frozen=True)
class Question:
    """An exercise with its cases drawn: everything a check needs, as plain data.

    Parameters
    ----------
    uses, builds_on
        Earlier exercises the function may call; those that its own lesson lacks are of the lesson `builds_on`.
    gradients
        For functions that return gradients: name of the gradient -> name of the argument it belongs to.
    hints
        In rising order: the doubt a student has, and the sentence that helps.
    parts
        The names of the parts of a returned tuple, for the messages.
    checks
        Stages beside the fixed ones: "untouched" asks that arguments are left as they were, "counted" that a
        dictionary has no keys beside the wanted ones.
    properties
        For results that are drawn at random: name in `helpers.properties.PROPERTIES` -> its bounds.
    defaults
        Default values to keep: name of the parameter -> (its place, the value).
    """

    name: str
    cases: tuple[Case, ...]
    mistakes: tuple[KnownMistake, ...] = ()
    uses: tuple[str, ...] = ()
    hints: tuple[tuple[str, str], ...] = ()
    parts: tuple[str, ...] = ()
    checks: tuple[str, ...] = ()
    gradients: dict[str, str] = field(default_factory=dict)
    properties: dict[str, dict[str, Any]] = field(default_factory=dict)
    defaults: dict[str, tuple[int, Any]] = field(default_factory=dict)
    builds_on: str = ""


@dataclass(frozen=True)
class Finding:
    """One thing that was found: a code of `helpers.messages.TEMPLATES` and the facts it is filled with."""

    code: str
    outcome: Outcome
    where: str = ""
    facts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Verdict:
    """The end of one check: the outcome, and the one finding to tell (None where all is right)."""

    exercise: str
    outcome: Outcome
    finding: Finding | None = None
    mistake: str = ""

    @property
    def passed(self) -> bool:
        """Whether the exercise earns its points."""
        return self.outcome is Outcome.PASSED


Call = Callable[[Sequence[dict[str, Any]]], Sequence[Observation]]  # asks case by case; see `helpers.observe.each`
