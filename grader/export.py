"""Scores for other programs, as nbgrader exporter plug-ins: its own CSV, Canvas, Moodle, and one long tidy table.

`course export` runs them; so does `nbgrader export --exporter=grader.export.CanvasExporter`. Where a submission has no
score yet the cell is empty, never 0: every program here takes an empty cell for "leave it as it is".
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

from nbgrader.api import Assignment, Gradebook, Student, SubmittedAssignment
from nbgrader.plugins import ExportPlugin
from sqlalchemy import select
from traitlets import Bool

from grader import files, records, scores
from grader.course import Course
from grader.records import VerdictRow
from helpers.errors import GraderError

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠")  # in full width too
Line = Sequence[Any]


class Exporter(ExportPlugin):
    """Writes a CSV file: `lines` says what stands in it."""

    name = "grades"
    bom = Bool(False, help="Begin with a byte-order mark, without which Excel takes accents for something else.").tag(
        config=True
    )

    def export(self, gradebook: Gradebook) -> None:
        """Write what `--to`, `--student` and `--assignment` ask for; nbgrader calls it.

        Raises
        ------
        GraderError
            The file cannot be written.
        """
        target = Path(self.to or f"{self.name}.csv")
        self.log.info("Exporting grades to %s", target)
        files.write_text(target, as_csv(self.lines(gradebook)), "utf-8-sig" if self.bom else "utf-8")

    def lines(self, gradebook: Gradebook) -> Iterator[Line]:
        """Yield the head and every line."""
        raise NotImplementedError

    def assignments(self, gradebook: Gradebook) -> list[Assignment]:
        """Return the lessons asked for, by default all."""
        wanted = list(map(str, self.assignment))
        graded = (one for one in gradebook.assignments if one.max_score or one.submissions)  # no page to play with
        return [one for one in graded if not wanted or one.name in wanted]

    def students(self, gradebook: Gradebook) -> list[Student]:
        """Return the students asked for, by default the whole class list."""
        wanted = list(map(str, self.student))
        return [one for one in scores.students(gradebook) if not wanted or one.id in wanted]


def as_csv(lines: Iterable[Line]) -> str:
    """Return lines as CSV (RFC 4180) in which no text is a formula; numbers stay numbers."""
    text = StringIO(newline="")
    csv.writer(text).writerows([_harmless(value) for value in line] for line in lines)
    return text.getvalue()


def _harmless(value: Any) -> Any:
    """Put an apostrophe before a text that a spreadsheet would compute, as OWASP advises."""
    if value is None:
        return ""
    return f"'{value}" if isinstance(value, str) and value.startswith(FORMULA) else value


class CsvExporter(Exporter):
    """nbgrader's own table: one line a student and assignment; who has not handed in has 0, as there."""

    HEAD = (
        *("assignment", "duedate", "timestamp", "student_id", "last_name", "first_name", "email"),
        *("raw_score", "late_submission_penalty", "score", "max_score"),
    )

    def lines(self, gradebook: Gradebook) -> Iterator[Line]:
        """Yield one line for each student and assignment."""
        yield self.HEAD
        for assignment in self.assignments(gradebook):
            handed_in = _timestamps(gradebook, assignment.name)
            totals = _totals(gradebook, assignment.name)
            for student in self.students(gradebook):
                known = (student.id, student.last_name, student.first_name, student.email)
                when = handed_in.get(student.id)
                points = totals.get(student.id, (0.0, 0.0, 0.0))
                yield (assignment.name, _time(assignment.duedate), _time(when), *known, *points, assignment.max_score)


class CanvasExporter(Exporter):
    """Canvas's gradebook: one line a student, one column an assignment, its points in the second line.

    Canvas finds a student by `ID` (nbgrader's LMS user id), else by `SIS Login ID` (nbgrader's student id).
    """

    name = "canvas"
    HEAD = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section")

    def lines(self, gradebook: Gradebook) -> Iterator[Line]:
        """Yield the head, the line of possible points, and one line for each student."""
        assignments = self.assignments(gradebook)
        totals = [_totals(gradebook, one.name) for one in assignments]
        yield (*self.HEAD, *(one.name for one in assignments))
        yield ("    Points Possible", "", "", "", "", *(one.max_score for one in assignments))
        for student in self.students(gradebook):
            known = (_last_first(student), student.lms_user_id, "", student.id, "")
            yield (*known, *(_final(one, student) for one in totals))


class MoodleExporter(Exporter):
    """Moodle's grade import: one line a student; map `ID number` to useridnumber, or `Email address` to useremail."""

    name = "moodle"
    HEAD = ("First name", "Last name", "ID number", "Email address")

    def lines(self, gradebook: Gradebook) -> Iterator[Line]:
        """Yield the head and one line for each student."""
        assignments = self.assignments(gradebook)
        totals = [_totals(gradebook, one.name) for one in assignments]
        yield (*self.HEAD, *(one.name for one in assignments))
        for student in self.students(gradebook):
            known = (student.first_name, student.last_name, student.id, student.email)
            yield (*known, *(_final(one, student) for one in totals))


class TidyExporter(Exporter):
    """One line a student and exercise, with the verdict: for pandas, R, or a pivot table."""

    name = "tidy"
    VERDICT = ("outcome", "mistake", "brief", "seconds", "isolated", "graded_at")
    HEAD = ("student", "lesson", "exercise", "points", "max_points", *VERDICT)

    def lines(self, gradebook: Gradebook) -> Iterator[Line]:
        """Yield one line for each grade; where no verdict of ours is, its columns are empty."""
        yield self.HEAD
        records.create_table(gradebook.engine)
        wanted = {one.id for one in self.students(gradebook)}
        for assignment in self.assignments(gradebook):
            verdicts = {(row.student, row.exercise): row for row in records.load(gradebook.engine, assignment.name)}
            for one in _in_teaching_order(scores.load(gradebook, assignment.name), verdicts):
                if one.student in wanted:
                    verdict = self._verdict(verdicts.get((one.student, one.exercise)))
                    yield (one.student, one.lesson, one.exercise, one.points, one.max_points, *verdict)

    def _verdict(self, row: VerdictRow | None) -> Line:
        if row is None:
            return [""] * len(self.VERDICT)
        return [*(getattr(row, name) for name in self.VERDICT[:-1]), _time(row.graded_at)]


EXPORTERS = {"csv": CsvExporter, "canvas": CanvasExporter, "moodle": MoodleExporter, "tidy": TidyExporter}


def export_scores(course: Course, lesson: str | None, form: str, target: Path, bom: bool) -> dict[str, list[str]]:
    """Write the scores of one lesson, or of all, in one of the forms; return by lesson who has no complete score.

    Raises
    ------
    GraderError
        The gradebook cannot be read, it does not know the lesson, nothing is graded, or the file cannot be written.
    """
    with scores.open_book(course, [lesson] if lesson else []) as book:
        chosen = [lesson] if lesson else scores.lessons(book)
        totals = {name: _totals(book, name) for name in chosen}
        if not any(totals.values()):
            what = lesson or "any lesson"
            raise GraderError(f"Nothing of {what} is graded yet in {course.root}; grade first: course autograde LESSON")
        EXPORTERS[form](to=str(target), assignment=chosen, bom=bom).export(book)
    without = {name: [who for who, total in one.items() if total[0] is None] for name, one in totals.items()}
    return {name: students for name, students in without.items() if students}


def _in_teaching_order(found: list[scores.Score], verdicts: dict[tuple[str, str], VerdictRow]) -> list[scores.Score]:
    """Sort each student's exercises as the verdicts are; what has none comes last."""
    order = {key: number for number, key in enumerate(verdicts)}
    return sorted(found, key=lambda one: (one.student, order.get((one.student, one.exercise), len(order))))


Totals = dict[str, tuple[float | None, float, float | None]]


def _totals(gradebook: Gradebook, lesson: str) -> Totals:
    """Return by student the points, the penalty and what is left; None where a part has no score yet."""
    points: dict[str, float | None] = {}
    for one in scores.load(gradebook, lesson):
        before = points.get(one.student, 0.0)
        points[one.student] = None if before is None or one.points is None else before + one.points
    taken = scores.penalties(gradebook, lesson)
    return {student: _total(raw, taken.get(student, 0.0)) for student, raw in points.items()}


def _total(raw: float | None, penalty: float) -> tuple[float | None, float, float | None]:
    return raw, penalty, None if raw is None else max(0.0, raw - penalty)


def _final(totals: Totals, student: Student) -> float | None:
    """Return a student's score after the penalty; None where there is none."""
    return totals[student.id][2] if student.id in totals else None


def _timestamps(gradebook: Gradebook, lesson: str) -> dict[str, Any]:
    query = (
        select(SubmittedAssignment.student_id, SubmittedAssignment.timestamp)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .where(Assignment.name == lesson)
    )
    return dict(gradebook.db.execute(query).all())


def _time(when: Any) -> str:
    return "" if when is None else str(when)


def _last_first(student: Student) -> str:
    return ", ".join(part for part in (student.last_name, student.first_name) if part) or student.id
