"""The calm panels: an icon and words, in a notebook, in a terminal, to a screen reader. No script, no file.

Colours are JupyterLab's own variables, so that they follow its theme, with fallbacks for a plain page.
"""

from __future__ import annotations

import html
import re
import sys
from dataclasses import asdict, dataclass
from typing import Any

from helpers.messages import (
    PROGRESS_HEAD,
    PROGRESS_NEW,
    PROGRESS_PASSED,
    PROGRESS_TITLE,
    PROGRESS_TRIED,
    TITLES,
    Message,
    Note,
    counted,
    render,
)
from helpers.progress import Standing
from helpers.records import Outcome, Verdict

VERDICT_MIME = "application/vnd.neural-networks-by-hand.verdict+json"

GREEN, AMBER, BLUE = "#009e73", "#e69f00", "#0072b2"  # Okabe and Ito's, told apart by every eye
BOX = (
    "border-left:4px solid {colour};padding:.5em .9em;margin:.2em 0;line-height:1.5;"
    "color:var(--jp-content-font-color1,inherit)"
)
ROW = "margin:.15em 0"
CODE = (
    "margin:.5em 0;padding:.6em .8em;white-space:pre-wrap;color:inherit;"
    "background:var(--jp-layout-color2,rgba(127,127,127,.1))"
)
PLAIN = "color:inherit;background:none;padding:0"  # code inside a box or a table of its own
CELL = "text-align:left;padding:.15em 1.2em .15em 0;background:none"
BAR_GREEN = "#00785a"  # dark enough for browsers to keep the rest of the bar light
BAR_WIDTH = 30  # characters, in a terminal


class Shown:
    """Anything with a text and an HTML form; `display` picks the one that fits."""

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/plain": repr(self), "text/html": self.html()}

    def html(self) -> str:
        """Return the panel as one HTML element."""
        raise NotImplementedError


def show(panel: Shown) -> None:
    """Show a panel: displayed in IPython, printed in a plain terminal."""
    if in_ipython():
        from IPython.display import display

        display(panel)
        return
    text = repr(panel)
    encoding = getattr(sys.stdout, "encoding", None) or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding))  # not every terminal has a ✓


def in_ipython() -> bool:
    """Whether IPython runs this code, in a notebook or in a terminal."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and ipython.get_ipython() is not None


def in_kernel() -> bool:
    """Whether a kernel runs this code: there is a page that can change, and somebody to answer for it."""
    ipython = sys.modules.get("IPython")
    return ipython is not None and hasattr(ipython.get_ipython(), "kernel")


def widgets() -> Any:
    """Return `ipywidgets`, to make controls of; None where it is not installed, or no kernel is behind the page."""
    if not in_kernel():
        return None
    try:
        import ipywidgets
    except ImportError:
        return None
    return ipywidgets


@dataclass(frozen=True)
class Panel(Shown):
    """A verdict as it is shown."""

    verdict: Verdict
    praise: str = "all cases pass"

    @property
    def message(self) -> Message | None:
        """The finding in words, None where the verdict is a pass."""
        return render(self.verdict.finding) if self.verdict.finding else None

    @property
    def _head(self) -> tuple[str, str, str]:
        icon, words = TITLES[self.verdict.outcome]
        if self.message is None:
            return icon, self.verdict.exercise, f"{words}, {self.praise}."
        untouched = self.verdict.outcome is Outcome.NOT_ATTEMPTED  # then no case matters
        return icon, self.verdict.exercise if untouched else self.message.where, words

    @property
    def _rows(self) -> tuple[tuple[str, str], ...]:
        if self.message is None:
            return ()
        return ("Came", self.message.came), ("Wanted", self.message.wanted), ("Next", self.message.step)

    def __repr__(self) -> str:
        return _text(*self._head, self._rows)

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {**super()._repr_mimebundle_(), VERDICT_MIME: to_json(self.verdict)}

    def html(self) -> str:
        """Return the panel as one HTML element."""
        return _box(GREEN if self.verdict.passed else AMBER, _head(*self._head) + _html_rows(self._rows))


@dataclass(frozen=True)
class NotePanel(Shown):
    """What an exercise's hint, its solution, or why there is none says; no verdict."""

    exercise: str
    note: Note
    code: str = ""

    def __repr__(self) -> str:
        text = _text(self.note.icon, self.exercise, self.note.words, self.note.rows)
        return f"{text}\n\n{self.code}" if self.code else text

    def html(self) -> str:
        """Return the panel as one HTML element."""
        inner = _head(self.note.icon, self.exercise, self.note.words) + _html_rows(self.note.rows)
        code = f'<pre style="{CODE}"><code style="{PLAIN}">{html.escape(self.code)}</code></pre>' if self.code else ""
        return _box(BLUE, inner + code)


@dataclass(frozen=True)
class ProgressPanel(Shown):
    """A table of a lesson's exercises, each with how far it is, and a bar."""

    lesson: str
    standings: dict[str, Standing]

    @property
    def _counts(self) -> tuple[int, int]:
        return sum(standing.passed for standing in self.standings.values()), len(self.standings)

    @property
    def _title(self) -> str:
        done, total = self._counts
        return PROGRESS_TITLE.format(done=done, total=total)

    def __repr__(self) -> str:
        done, total = self._counts
        filled = BAR_WIDTH * done // max(total, 1)
        width = max(map(len, self.standings), default=0)
        rows = [f"  {name:<{width}}  {' '.join(_how_far(one))}" for name, one in self.standings.items()]
        bar = "[" + "#" * filled + "." * (BAR_WIDTH - filled) + "]"
        return "\n".join([f"{self.lesson}: {self._title}", f"  {bar}", *rows])

    def html(self) -> str:
        """Return the panel as one HTML element."""
        done, total = self._counts
        bar = (
            f'<progress value="{done}" max="{total}" aria-label="{html.escape(self._title)}" '
            f'style="width:20em;max-width:100%;accent-color:{BAR_GREEN}"></progress>'
        )
        head = "".join(f'<th scope="col" style="{CELL}">{words}</th>' for words in PROGRESS_HEAD)
        rows = "".join(_table_row(name, one) for name, one in self.standings.items())
        table = f'<table style="border:0;margin:.4em 0"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'
        title = f'<p style="{ROW}"><b>{html.escape(self.lesson)}</b>: {self._title}</p>'
        return _box(GREEN if done == total else BLUE, title + bar + table)


def _how_far(standing: Standing) -> tuple[str, str]:
    if standing.passed:
        return PROGRESS_PASSED
    if not standing.tries:
        return PROGRESS_NEW
    icon, words = PROGRESS_TRIED
    return icon, words.format(tries=counted(len(standing.tries), "time", "times"))


def _table_row(name: str, standing: Standing) -> str:
    icon, words = _how_far(standing)
    return (
        f'<tr style="background:none"><th scope="row" style="{CELL};font-weight:normal">'
        f'<code style="{PLAIN}">{html.escape(name)}</code></th>'
        f'<td style="{CELL}"><span aria-hidden="true">{icon}</span> {words}</td></tr>'
    )


def _text(icon: str, where: str, words: str, rows: tuple[tuple[str, str], ...]) -> str:
    width = max((len(label) for label, _ in rows), default=0) + 1
    lines = [f"  {label.lower() + ':':<{width}} {text}" for label, text in rows if text]
    return "\n".join([f"{icon} {where}: {words}", *lines])


def _box(colour: str, inner: str) -> str:
    return f'<div role="status" style="{BOX.format(colour=colour)}">{inner}</div>'


def _head(icon: str, where: str, words: str) -> str:
    return (
        f'<p style="{ROW}"><span aria-hidden="true">{icon}</span> <b>{html.escape(where)}</b>: {html.escape(words)}</p>'
    )


def _html_rows(rows: tuple[tuple[str, str], ...]) -> str:
    return "".join(f'<p style="{ROW}"><b>{label}:</b> {marked(text)}</p>' for label, text in rows if text)


def marked(text: str) -> str:
    """Escape a sentence; what stands between backticks is code."""
    return re.sub(r"`([^`]+)`", r"<code>\1</code>", html.escape(text))


def to_json(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as JSON: its fields, and the message in words."""
    message = render(verdict.finding) if verdict.finding else None
    return {
        "exercise": verdict.exercise,
        "outcome": str(verdict.outcome),
        "mistake": verdict.mistake,
        "message": asdict(message) if message else None,
    }
