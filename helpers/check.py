"""What a student calls: ``check(fn)`` says at once whether an exercise is right, and if not, what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any

from helpers.cases import public_questions
from helpers.errors import CourseError
from helpers.judge import judge
from helpers.observe import observe
from helpers.panel import Panel
from helpers.records import Finding, Outcome, Question, Verdict


class CheckFailed(CourseError):  # noqa: N818 - the student reads it as a sentence
    """A check found a fault. Its panel is already on the page; in place of a stack trace stands one line."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(repr(Panel(verdict)))

    def _render_traceback_(self) -> list[str]:
        return [f"{self.verdict.exercise}: {self.verdict.outcome}. The panel above says what to do next."]


class Check:
    """The checks of one lesson.

    Parameters
    ----------
    lesson
        The name of the lesson's folder, such as "02-logistic-regression".

    Raises
    ------
    DataError
        There is no such lesson, or its case file is damaged.
    """

    def __init__(self, lesson: str) -> None:
        self.lesson = lesson
        self.questions = public_questions(lesson)

    def __call__(self, fn: Callable[..., Any]) -> None:
        """Check the function of an exercise and show the verdict.

        Raises
        ------
        CheckFailed
            Something is wrong (in IPython only; in a plain terminal the text is all).
        """
        frame = sys._getframe(1)
        report(self.verdict(called_name(fn, frame), fn, frame.f_globals))

    def verdict(self, name: str, fn: Any, namespace: dict[str, Any]) -> Verdict:
        """Judge `fn` as the exercise `name`; `namespace` holds the earlier functions it may call."""
        question = self.questions.get(name)
        if question is None:
            return _refused("unknown", Outcome.NOT_DEFINED, name, name=name, known=", ".join(self.questions))
        if not callable(fn):
            return _refused("not_a_function", Outcome.NOT_DEFINED, name, got=f"{name} is of type {type(fn).__name__}")
        verdict = judge(question, partial(observe, fn))
        if verdict.passed or verdict.outcome is Outcome.NOT_ATTEMPTED:
            return verdict
        return self._blocked(question, namespace) or verdict

    def _blocked(self, question: Question, namespace: dict[str, Any]) -> Verdict | None:
        for earlier in question.uses:
            if not self.verdict(earlier, namespace.get(earlier), namespace).passed:
                return _refused("blocked", Outcome.BLOCKED, question.name, name=earlier)
        return None


def report(verdict: Verdict, praise: str = "all cases pass") -> None:
    """Show a verdict; in IPython, raise `CheckFailed` where it is not a pass."""
    panel = Panel(verdict, praise)
    if not _in_ipython():
        print(panel)
        return
    from IPython.display import display

    display(panel)
    if not verdict.passed:
        raise CheckFailed(verdict)


def _refused(code: str, outcome: Outcome, exercise: str, **facts: str) -> Verdict:
    return Verdict(exercise, outcome, Finding(code, outcome, exercise, facts))


def called_name(fn: Any, frame: FrameType, position: int = 0) -> str:
    """Return the name written in ``check(name)``, else the function's own: a lambda has no other."""
    import ast

    from executing import Source

    node = Source.executing(frame).node
    argument = node.args[position] if isinstance(node, ast.Call) and len(node.args) > position else None
    if isinstance(argument, ast.Name):
        return argument.id
    return str(getattr(fn, "__name__", type(fn).__name__))


def _in_ipython() -> bool:
    ipython = sys.modules.get("IPython")
    return ipython is not None and ipython.get_ipython() is not None
