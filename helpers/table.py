"""A small table as it is shown: in a notebook, in a terminal, to a screen reader."""

from __future__ import annotations

import html
from dataclasses import dataclass

from helpers.panel import CELL, Shown


@dataclass(frozen=True)
class Table(Shown):
    """Rows of texts below a head; the first text of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def __repr__(self) -> str:
        lines = (self.head, *self.rows)
        widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
        return "\n".join("  ".join(map(str.ljust, line, widths)).rstrip() for line in lines)

    def html(self) -> str:
        """Return the table as one HTML element."""
        head = "".join(f'<th scope="col" style="{CELL}">{html.escape(text)}</th>' for text in self.head)
        rows = "".join(f'<tr style="background:none">{_cells(row)}</tr>' for row in self.rows)
        return f'<table style="border:0"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _cells(row: tuple[str, ...]) -> str:
    name, *others = map(html.escape, row)
    cells = "".join(f'<td style="{CELL}">{text}</td>' for text in others)
    return f'<th scope="row" style="{CELL};font-weight:normal">{name}</th>{cells}'
