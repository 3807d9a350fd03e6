"""Verdicts and proofs in a terminal: tables, reasons in a few words, progress bars."""

from __future__ import annotations

from collections.abc import Generator, Iterable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from grader.records import VerdictRow
from helpers.records import Outcome

if TYPE_CHECKING:
    from grader.verify import Proof

T = TypeVar("T")
ICONS = {Outcome.PASSED: "✓", Outcome.NOT_ATTEMPTED: "○", Outcome.FAULT: "!"}
FOLLOWED = "↑"  # right but for an earlier one


def progress(items: Iterable[T], total: int, label: str) -> Generator[T, None, None]:
    """Yield the items behind a progress bar with a rate and the time left (on stderr)."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    console = Console(stderr=True)
    with Progress(*columns, console=console, auto_refresh=console.is_terminal) as bar:  # a file has the last line alone
        task = bar.add_task(label, total=total, rate="")
        for item in items:
            yield item
            speed = bar.tasks[task].speed
            bar.update(task, advance=1, rate=f"{speed:.1f}/s" if speed else "")


def wide_console() -> Console:
    """Return a console that does not break tables where its output is no terminal."""
    console = Console()
    return console if console.is_terminal else Console(width=160)


def print_table(rows: Sequence[VerdictRow], console: Console | None = None) -> None:
    """Print the points, student by exercise, and under it every reason in a few words."""
    console = console or wide_console()
    students = [(student, list(group)) for student, group in groupby(rows, key=lambda row: row.student)]
    if not students:
        return
    console.print(_points_table(students))
    reasons = Table(box=None, pad_edge=False, title="Why points are missing", title_justify="left")
    for heading in ("student", "exercise", "reason"):
        reasons.add_column(heading, overflow="fold")
    for student, group in students:
        for brief, names in _reasons(group).items():
            reasons.add_row(Text(student), Text(", ".join(names)), Text(brief))
    if reasons.row_count:
        console.print(reasons)


def _reasons(rows: list[VerdictRow]) -> dict[str, list[str]]:
    """Group a student's lost exercises by the reason."""
    reasons: dict[str, list[str]] = {}
    for row in rows:
        if row.points != row.max_points:
            reasons.setdefault(row.brief or row.outcome, []).append(row.exercise)
    return reasons


def _points_table(students: list[tuple[str, list[VerdictRow]]]) -> Table:
    table = Table()
    table.add_column("student", overflow="fold", min_width=12)
    for row in students[0][1]:
        table.add_column(f"{row.exercise}\n/{row.max_points:g}", justify="right", overflow="fold")
    table.add_column(f"total\n/{sum(row.max_points for row in students[0][1]):g}", justify="right")
    for student, group in students:
        table.add_row(Text(student), *map(_points, group), _total(group))
    return table


def _points(row: VerdictRow) -> str:
    icon = FOLLOWED if row.followed == Outcome.PASSED else ICONS.get(Outcome(row.outcome), "✗")
    return icon if row.points is None else f"{icon} {row.points:g}"


def _total(rows: Sequence[VerdictRow]) -> str:
    """Return the sum; of points that are not there, there is none."""
    points = [row.points for row in rows if row.points is not None]
    return f"{sum(points):g}" if len(points) == len(rows) else ""


def print_proof(proof: Proof, console: Console | None = None) -> None:
    """Print what was proved of a lesson, and every fault with its mend."""
    console = console or wide_console()
    table = Table(title=proof.lesson)
    for heading in ("exercise", "reference", "stub fails", "mistakes caught", "named", "styles", "mutants killed"):
        table.add_column(heading, justify="left" if heading == "exercise" else "right")
    for name, record in proof.exercises.items():
        mistakes, styles, mutants = (record.get(kind, {}) for kind in ("mistakes", "styles", "mutants"))
        table.add_row(
            name,
            "passes" if record.get("reference_passes") and not record.get("warnings") else "FAULT",
            "yes" if record.get("stub_fails") else "NO",
            f"{mistakes.get('caught')}/{mistakes.get('total')}",
            f"{mistakes.get('named')}/{mistakes.get('total')}",
            f"{styles.get('passed')}/{styles.get('total')}",
            f"{mutants.get('killed')}/{mutants.get('total')} (+{mutants.get('explained')} equivalent)",
        )
    console.print(table)
    for fault in proof.faults:
        console.print(Text(f"FAULT  {fault}"))
    console.print(f"{proof.lesson}: {len(proof.faults)} faults" if proof.faults else f"{proof.lesson}: proved")
