"""From a question and a way to call the student's function to one verdict; the same for check and grader."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from helpers.compare import compare, same
from helpers.gradient import gradient_finding
from helpers.records import Call, Finding, KnownMistake, Observation, Outcome, Question, Verdict

NUMBERS = ("sample", "index", "got", "slope")  # facts that may show a private case
# findings that a case's own suspicion may explain
SUSPICIOUS = ("signature", "raised", "type", "length", "shape", "values", "reached", "crept", "cost")


def judge(question: Question, call: Call, known: Callable[[], Sequence[KnownMistake]] | None = None) -> Verdict:
    """Have the function called on every case and return the one thing most worth saying.

    A known mistake's name comes before what the stages say; a question without any finding is passed.

    Parameters
    ----------
    known
        Makes the known mistakes' observations when they are needed; by default the question holds them.
    """
    observations = call([case.arguments for case in question.cases])
    findings = (compare(question, case, got) for case, got in zip(question.cases, observations, strict=False))
    first, found = next(((index, found) for index, found in enumerate(findings) if found is not None), (0, None))
    if found is None:
        return _verdict(question, gradient_finding(question, call) if question.gradients else None)
    if found.outcome in (Outcome.WRONG, Outcome.RAISED):
        mistake = recognise(known() if known else question.mistakes, observations)
        if mistake is not None:
            return _named(question, mistake, found)
    return _verdict(question, _with_context(question, found, first))


def recognise(mistakes: Sequence[KnownMistake], observations: Sequence[Observation]) -> KnownMistake | None:
    """Return the known mistake whose observations equal these on every case."""
    for mistake in mistakes:
        if len(mistake.observations) == len(observations) and all(map(same, observations, mistake.observations)):
            return mistake
    return None


def is_blocked(verdict: Verdict, earlier: Verdict) -> bool:
    """Whether an earlier function is to blame for a verdict; one that is not there is, where it was called in vain."""
    if verdict.passed or earlier.passed or verdict.outcome in (Outcome.NOT_ATTEMPTED, Outcome.NOT_DEFINED):
        return False
    return earlier.outcome is not Outcome.NOT_DEFINED or verdict.outcome is Outcome.RAISED


def blocked(name: str, earlier: str) -> Verdict:
    """Return the verdict on a function that waits for an earlier one."""
    return Verdict(name, Outcome.BLOCKED, Finding("blocked", Outcome.BLOCKED, name, {"name": earlier}))


def _named(question: Question, mistake: KnownMistake, found: Finding) -> Verdict:
    facts = {"says": mistake.says, "hint": mistake.hint, "line": found.facts.get("line", "")}
    named = Finding("mistake", Outcome.WRONG, question.name, facts)
    return Verdict(question.name, Outcome.WRONG, named, mistake.name)


def _with_context(question: Question, found: Finding, index: int) -> Finding:
    """Where earlier cases were right, let the case say what to suspect, unless a relation says it better."""
    suspect = question.cases[index].suspect
    if index == 0 or not suspect or found.code not in SUSPICIOUS or found.facts.get("relation"):
        return found
    return replace(found, facts={**found.facts, "suspect": suspect})


def _verdict(question: Question, found: Finding | None) -> Verdict:
    return Verdict(question.name, found.outcome if found else Outcome.PASSED, found)


def without_numbers(verdict: Verdict) -> Verdict:
    """Return the verdict on a private case without that case's numbers; shapes and types stay."""
    found = verdict.finding
    if found is None or found.code not in ("values", "gradient"):
        return verdict
    facts = {name: fact for name, fact in found.facts.items() if name not in NUMBERS}
    return replace(verdict, finding=replace(found, code=f"{found.code}_private", facts=facts))
