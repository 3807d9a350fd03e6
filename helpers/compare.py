"""Compare what a function returned with what is right, stage by stage: the first stage that speaks ends it.

structure -> shape -> dtype -> finite -> values -> properties -> arguments untouched -> defaults kept. Each stage
takes a pair of leaves of the two results and returns the facts of a finding, or None. Parts that are drawn at random
have properties (`helpers.properties`) in place of values. Nothing here raises for any plain value.
"""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np

from helpers.properties import free_parts, part_of, property_finding
from helpers.records import NO_DEFAULT, Case, Finding, Observation, Outcome, Question
from helpers.relations import relation
from helpers.structure import Leaf, Mismatch, leaves, part_names
from helpers.tolerance import as_real, close, is_number, near, same_value
from helpers.words import count_text, first_index, index_text, listed, number_text, quoted, sample_text
from helpers.words import type_name as type_name  # `helpers.check` takes it from here

MOST_PARTS = 4  # of a tuple whose parts are tried in every order


def compare(question: Question, case: Case, got: Observation) -> Finding | None:
    """Return what is wrong with `got` on `case`, or None."""
    found = _error(question.name, got) or _result(question, case, got)
    if found is None and "counted" in question.checks:
        found = _counted(case, got)
    if found is None and "untouched" in question.checks:
        found = _untouched(got)
    found = found or _defaults(question, got)
    return _place(found, question, case)


def _place(found: Finding | None, question: Question, case: Case) -> Finding | None:
    if found is None:
        return None
    where = question.name if found.outcome is Outcome.NOT_DEFINED else f"{question.name}, {case.about}"
    return Finding(found.code, found.outcome, where, found.facts)


def _error(name: str, got: Observation) -> Finding | None:
    error = got.error
    if error is None:
        return None
    if error.kind == "NotImplementedError" and (not error.line or error.kind in error.line):  # its own, not a callee's
        return Finding("not_attempted", Outcome.NOT_ATTEMPTED)
    if error.kind == "not_defined":
        return Finding("not_defined", Outcome.NOT_DEFINED)
    if error.kind == "not_callable":
        return Finding("overwritten", Outcome.NOT_DEFINED, facts={"name": name, "got": error.text})
    if error.kind == "time_out":
        return Finding("time_out", Outcome.TIMED_OUT, facts={"seconds": error.text})
    if error.kind == "died":
        return Finding("died", Outcome.DIED, facts={"how": error.text})
    if error.kind == "signature":
        return Finding("signature", Outcome.RAISED, facts={"text": error.text})
    line = f", at `{error.line}`" if error.line else ""
    return Finding("raised", Outcome.RAISED, facts={"kind": error.kind, "text": error.text, "line": line})


def _result(question: Question, case: Case, got: Observation) -> Finding | None:
    found = _staged(question, case, got.result)
    if found is None:
        return None
    return _other_order(question, case, got.result, found) or found


def _staged(question: Question, case: Case, got: Any) -> Finding | None:
    try:
        found_leaves = list(leaves(case.expected.result, got, "the result", question.parts))
    except Mismatch as mismatch:
        return Finding(mismatch.code, Outcome.WRONG, facts=mismatch.facts)
    free = free_parts(question.properties)
    doubtful = [leaf for leaf in found_leaves if not near(leaf.got, leaf.want)]  # no stage would speak of the others
    for stage in STAGES:
        for leaf in doubtful:
            facts = None if stage is values and part_of(leaf) in free else stage(leaf, case)
            if facts is not None:
                return Finding(stage.__name__, Outcome.WRONG, facts={"name": leaf.name, **facts})
    return property_finding(question.properties, case, {leaf.name: leaf for leaf in found_leaves})


def _other_order(question: Question, case: Case, got: Any, found: Finding) -> Finding | None:
    """Where the parts of a tuple would be right in another order, say so; or where only there they fit at all."""
    want = case.expected.result
    if not (type(want) is type(got) is tuple and len(want) == len(got) <= MOST_PARTS):
        return None
    others = [order for order in permutations(range(len(got))) if order != tuple(range(len(got)))]
    found_in = {order: _staged(question, case, tuple(got[i] for i in order)) for order in others}
    right = [order for order, other in found_in.items() if other is None]
    fitting = [order for order, other in found_in.items() if other is None or other.code in NUMERIC]
    orders = right or (fitting if found.code not in NUMERIC else [])
    if len(orders) != 1:
        return None
    names = part_names(question.parts, len(got))
    came = [names[orders[0].index(place)] for place in range(len(got))]
    return Finding("order", Outcome.WRONG, facts={"got": listed(came), "want": listed(names)})


def shape(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """An array has the wanted shape; a single number may come in an array of any number of axes."""
    single = np.ndim(leaf.want) == 0
    if np.size(leaf.got) == 1 if single else leaf.got.shape == leaf.want.shape:
        return None
    kind = relation(leaf.got, np.asarray(leaf.want), case.arguments)
    want = "a single number" if single else f"shape {leaf.want.shape}"
    return {"got": str(leaf.got.shape), "want": want, "relation": kind}


def dtype(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """The numbers are real."""
    if not isinstance(leaf.got, np.ndarray) or leaf.got.dtype.kind != "c":
        return None
    return {"got": str(leaf.got.dtype)}


def not_finite(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """No nan or inf where a finite number is wanted."""
    if isinstance(leaf.want, str | None):
        return None
    got = as_real(leaf.got)
    bad = ~np.isfinite(got) & np.isfinite(as_real(leaf.want)).reshape(got.shape)
    if not bad.any():
        return None
    index = first_index(bad)
    return {"got": f"{got[index]}", "index": index_text(index), "count": count_text(bad)}


def values(leaf: Leaf, case: Case) -> dict[str, str] | None:
    """The numbers are right, within the tolerance."""
    if isinstance(leaf.want, str | None):
        return None if leaf.got == leaf.want else {}
    got = np.asarray(leaf.got)
    want = np.asarray(leaf.want).reshape(got.shape)
    wrong = ~close(got, want)
    if not wrong.any():
        return None
    sample = sample_text(first_index(wrong), as_real(got), as_real(want))
    return {"count": count_text(wrong), "sample": sample, "relation": relation(got, want, case.arguments)}


STAGES = (shape, dtype, not_finite, values)
NUMERIC = tuple(stage.__name__ for stage in STAGES)


def _counted(case: Case, got: Observation) -> Finding | None:
    """Later functions count the keys: there is none beside the wanted ones."""
    more = [key for key in got.result if key not in case.expected.result]
    if not more:
        return None
    facts = {"name": "the result", "more": quoted(more[:1]), "want": quoted(case.expected.result)}
    return Finding("more_keys", Outcome.WRONG, facts=facts)


def _untouched(got: Observation) -> Finding | None:
    if not got.changed:
        return None
    return Finding("changed", Outcome.WRONG, facts={"name": ", ".join(got.changed)})


def _defaults(question: Question, got: Observation) -> Finding | None:
    """The default values that the task names are kept; where one is no number, the function may decide inside."""
    for name, (place, want) in question.defaults.items():
        kept = got.defaults[place] if place < len(got.defaults) else None
        if kept == NO_DEFAULT or (is_number(kept) and not same_value(kept, want)):
            came = "has no default value" if kept == NO_DEFAULT else f"has the default value {number_text(kept)}"
            return Finding("default", Outcome.WRONG, facts={"name": name, "got": came, "want": repr(want)})
    return None


def same(one: Observation, other: Observation) -> bool:
    """Whether two observations cannot be told apart: the same error, or results of one shape and value."""
    if one.error is not None or other.error is not None:
        return one.error is not None and other.error is not None and one.error.kind == other.error.kind
    return one.changed == other.changed and same_value(one.result, other.result)
