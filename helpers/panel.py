"""The calm panel that shows a verdict: an icon and words, in a notebook, in a terminal, to a screen reader."""

from __future__ import annotations

import html
from dataclasses import asdict, dataclass
from typing import Any

from helpers.messages import Message, render
from helpers.records import Outcome, Verdict

VERDICT_MIME = "application/vnd.neural-networks-by-hand.verdict+json"

STYLE = (
    "border-left:4px solid {colour};padding:.4em .8em;margin:.2em 0;"
    "color:var(--jp-content-font-color1,inherit);background:var(--jp-layout-color2,transparent)"
)
GREEN, AMBER = "#009e73", "#e69f00"  # Okabe and Ito's, told apart by every eye


@dataclass(frozen=True)
class Panel:
    """A verdict as it is shown; `display` picks the form that fits."""

    verdict: Verdict
    praise: str = "all cases pass"

    @property
    def message(self) -> Message | None:
        """The finding in words, None where the verdict is a pass."""
        return render(self.verdict.finding) if self.verdict.finding else None

    def __repr__(self) -> str:
        if self.message is None:
            return f"✓ {self.verdict.exercise}: right, {self.praise}."
        icon = "○" if self.verdict.outcome is Outcome.NOT_ATTEMPTED else "✗"
        return f"{icon} {self.message}"

    def _repr_mimebundle_(self, **_: Any) -> dict[str, Any]:
        return {"text/plain": repr(self), "text/html": self.html(), VERDICT_MIME: to_json(self.verdict)}

    def html(self) -> str:
        """Return the panel as one HTML element that needs no script and no file."""
        colour = GREEN if self.message is None else AMBER
        return f'<div role="status" style="{STYLE.format(colour=colour)}">{self._inner()}</div>'

    def _inner(self) -> str:
        if self.message is None:
            return f"<b>✓ {html.escape(self.verdict.exercise)}</b>: right, {html.escape(self.praise)}."
        word = "not attempted" if self.verdict.outcome is Outcome.NOT_ATTEMPTED else "not right yet"
        rows = [f"<b>✗ {html.escape(self.message.where)}</b>: {word}"]
        for label, text in (("Came", "came"), ("Wanted", "wanted"), ("Next", "step")):
            content = getattr(self.message, text)
            if content:
                rows.append(f"<b>{label}:</b> {html.escape(content)}")
        return "<br>".join(rows)


def to_json(verdict: Verdict) -> dict[str, Any]:
    """Return a verdict as JSON: its fields, and the message in words."""
    message = render(verdict.finding) if verdict.finding else None
    return {
        "exercise": verdict.exercise,
        "outcome": str(verdict.outcome),
        "mistake": verdict.mistake,
        "message": asdict(message) if message else None,
    }
