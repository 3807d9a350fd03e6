"""What a student calls: ``check(fn)`` says at once whether an exercise is right, and if not, what is wrong.

``check.hint(fn)`` shows the next hint, ``check.solution(fn)`` a solution in due time, ``check.progress()`` how far
one is.
"""

from __future__ import annotations

import ast
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType, TracebackType
from typing import Any

from helpers import progress
from helpers.calls import called_name, undefined_argument, written
from helpers.cases import public_questions, require_lesson
from helpers.compare import type_name
from helpers.errors import CourseError
from helpers.judge import blocked, is_blocked, judge
from helpers.messages import TITLES, Note, counted, render_note
from helpers.observe import calling
from helpers.panel import NotePanel, Panel, ProgressPanel, in_ipython, show
from helpers.plain import to_plain
from helpers.records import Finding, Outcome, Question, Verdict

__all__ = ["Check", "CheckFailed", "called_name", "report"]

SOLUTIONS = Path(__file__).parent / "solutions"
TRIES = 3  # honest ones, before the solution opens
NOTHING: Any = object()


class CheckFailed(CourseError):
    """A check found a fault. Its panel is already on the page; in place of a stack trace stands one line."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(repr(Panel(verdict)))

    def _render_traceback_(self) -> list[str]:
        _, words = TITLES[self.verdict.outcome]
        return [f"{self.verdict.exercise}: {words}. The panel above says what to do next."]


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
        require_lesson(lesson)
        _calm_name_errors()

    @property
    def questions(self) -> dict[str, Question]:
        """The lesson's questions by name; read when the first is asked for."""
        return public_questions(self.lesson)

    def __call__(self, fn: Callable[..., Any] = NOTHING, *more: Any) -> None:
        """Check the function of an exercise and show the verdict.

        Raises
        ------
        CheckFailed
            Something is wrong (in IPython only; in a plain terminal the text is all).
        """
        frame = sys._getframe(1)
        verdict = self._safe_verdict(fn, more, frame)
        progress.note_verdict(self.lesson, verdict, fn)
        report(verdict)

    def hint(self, fn: Callable[..., Any] | str = NOTHING) -> None:
        """Show the next hint for an exercise; after the last they start again."""
        question = self._asked_about(fn, sys._getframe(1))
        if question:
            show(NotePanel(question.name, _hint(question, self.lesson)))

    def solution(self, fn: Callable[..., Any] | str = NOTHING) -> None:
        """Show a solution of an exercise that has passed, or was tried three times in earnest."""
        question = self._asked_about(fn, sys._getframe(1))
        if question:
            show(_solution(self.lesson, question.name))

    def progress(self) -> None:
        """Show how far each exercise of this lesson is."""
        noted = progress.progress_file().read(self.lesson)
        show(ProgressPanel(self.lesson, {name: noted.get(name, progress.Standing()) for name in self.questions}))

    def verdict(self, name: str, fn: Any, namespace: dict[str, Any]) -> Verdict:
        """Judge `fn` as the exercise `name`; `namespace` holds the earlier functions it may call."""
        question = self.questions.get(name)
        if question is None:
            return self._refused("unknown", name, known=", ".join(self.questions))
        if not callable(fn):
            return self._refused("overwritten", name, got=type_name(to_plain(fn)))
        verdict = judge(question, calling(fn))
        return verdict if verdict.passed else self._blocked(question, verdict, namespace) or verdict

    def _safe_verdict(self, fn: Any, more: tuple[Any, ...], frame: FrameType) -> Verdict:
        """Judge; a fault of ours is told as such and never as a stack trace."""
        name = "check"
        try:
            name = self._name(fn, frame)
            return self._misused(fn, more, frame) or self.verdict(name, fn, frame.f_globals)
        except KeyboardInterrupt:
            if not in_ipython():
                raise
            return self._refused("interrupted", name, Outcome.TIMED_OUT)
        except Exception as fault:
            return self._refused("check_fault", name, Outcome.FAULT, text=f"{type(fault).__name__}: {fault}")

    def _blocked(self, question: Question, verdict: Verdict, namespace: dict[str, Any]) -> Verdict | None:
        for earlier in question.uses:
            check = self if earlier in self.questions else Check(question.builds_on)
            if is_blocked(verdict, check.verdict(earlier, namespace.get(earlier), namespace)):
                return blocked(question.name, earlier)
        return None

    def _name(self, fn: Any, frame: FrameType) -> str:
        """Return the exercise that is meant: the name as written, or else the function's own."""
        name = called_name(fn, frame)
        own = getattr(fn, "__name__", None)
        return own if name not in self.questions and isinstance(own, str) and own in self.questions else name

    def _misused(self, fn: Any, more: tuple[Any, ...], frame: FrameType) -> Verdict | None:
        """Say how to call a check where nothing, a text, a result or several functions were given."""
        if fn is NOTHING or more:
            got = "nothing" if fn is NOTHING else f"{1 + len(more)} things"
            first = next(iter(self.questions))
            return self._refused("one_function", "check", got=got, known=", ".join(self.questions), name=first)
        if isinstance(fn, str) and not isinstance(written(frame), ast.Name):
            name = fn if fn in self.questions else next(iter(self.questions))
            return self._refused("a_text", name, text=fn[:60])
        argument = written(frame)
        if not callable(fn) and not isinstance(argument, ast.Name):
            called = argument.func if isinstance(argument, ast.Call) else None
            name = called.id if isinstance(called, ast.Name) else next(iter(self.questions))
            return self._refused("not_a_function", name, got=f"a result ({type_name(to_plain(fn))})")
        return None

    def _asked_about(self, fn: Any, frame: FrameType) -> Question | None:
        """Return the question a hint or a solution is wanted for; say so where there is none."""
        name = fn if isinstance(fn, str) else self._name(fn, frame)
        if name not in self.questions:
            misused = self._misused(fn, (), frame) if fn is NOTHING else None
            show(Panel(misused or self._refused("unknown", name, known=", ".join(self.questions))))
        return self.questions.get(name)

    @staticmethod
    def _refused(code: str, exercise: str, outcome: Outcome = Outcome.NOT_DEFINED, **facts: str) -> Verdict:
        return Verdict(exercise, outcome, Finding(code, outcome, exercise, {"name": exercise, **facts}))


def report(verdict: Verdict, praise: str = "all cases pass") -> None:
    """Show a verdict; in IPython, raise `CheckFailed` where it is not a pass."""
    show(Panel(verdict, praise))
    if in_ipython() and not verdict.passed:
        raise CheckFailed(verdict)


def _hint(question: Question, lesson: str) -> Note:
    if not question.hints:
        return render_note("no_hints")
    total = len(question.hints)
    shown = progress.next_hint(lesson, question.name)
    doubt, text = question.hints[shown % total]
    code = "hint_again" if shown and shown % total == 0 else "hint"
    return render_note(code, number=shown % total + 1, total=total, doubt=doubt, help=text)


def _solution(lesson: str, name: str) -> NotePanel:
    text = _solution_text(lesson, name)
    if text is None:
        return NotePanel(name, render_note("solution_absent", name=name))
    noted = progress.progress_file().read(lesson).get(name, progress.Standing())
    done = len(noted.tries)
    if noted.passed or done >= TRIES:
        return NotePanel(name, render_note("solution"), text)
    tries = counted(done, "honest try", "honest tries")
    return NotePanel(name, render_note("solution_later", name=name, tries=tries, left=TRIES - done))


def _solution_text(lesson: str, name: str) -> str | None:
    """Return the solution, None where this copy of the course has none or it is switched off."""
    if os.environ.get("COURSE_SOLUTIONS", "").lower() == "off":
        return None
    try:
        return str(json.loads((SOLUTIONS / f"{lesson}.json").read_text(encoding="utf-8"))[name])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _calm_name_errors() -> None:
    """Let IPython answer ``check(name)`` with a panel where the exercise's function is not defined yet."""
    if not in_ipython():
        return
    from IPython import get_ipython

    shell = get_ipython()
    if not shell.custom_exceptions:  # there is room for one handler; somebody else's stays
        shell.set_custom_exc((NameError,), _on_name_error)


def _on_name_error(
    shell: Any, etype: type[NameError], error: NameError, trace: TracebackType, tb_offset: int | None = None
) -> None:
    """Show the panel for an exercise that is not defined; any other NameError as IPython would."""
    verdict = _undefined(trace)
    if verdict is None:
        shell.showtraceback((etype, error, trace), tb_offset=tb_offset, running_compiled_code=True)
        return
    show(Panel(verdict))
    shell.showtraceback((CheckFailed, CheckFailed(verdict), None))


def _undefined(trace: TracebackType) -> Verdict | None:
    try:
        name, check = undefined_argument(trace) or ("", None)
    except Exception:  # the source is gone or odd: then it is an error like any other
        return None
    if not isinstance(check, Check) or name not in check.questions:
        return None
    return Verdict(name, Outcome.NOT_DEFINED, Finding("not_defined", Outcome.NOT_DEFINED, name))
