"""A class's report as one HTML page that asks the network for nothing: figures, tables that sort, and words."""

from __future__ import annotations

import base64
import hashlib
from pathlib import Path
from typing import Any

import numpy as np

from grader import files, html
from grader.class_report import alike, figures, statistics
from grader.class_report.gather import ClassRecord, gather, without_names
from grader.course import Course
from grader.records import VerdictRow

MOST_SLOW = 10
MOST_REASONS = 15


def write_report(course: Course, lesson: str, anonymous: bool = False, target: Path | None = None) -> Path:
    """Write the report of a lesson; return where.

    Parameters
    ----------
    anonymous
        Leave out names: students are numbered, and who is missing is counted.
    target
        By default `report/LESSON.html` in the course folder, `report/LESSON-anonymous.html` without names.

    Raises
    ------
    GraderError
        Nothing of the lesson is graded, the gradebook cannot be read, or the page cannot be written.
    """
    record = gather(course, lesson)
    if target is None:
        target = course.root / "report" / f"{lesson}{'-anonymous' if anonymous else ''}.html"
        files.make_folder(target.parent)
    page = render(without_names(record) if anonymous else record, anonymous)
    return files.write_text(target, page)


def render(record: ClassRecord, anonymous: bool = False) -> str:
    """Return the page."""
    environment = html.environment("grader.class_report")
    script = environment.get_template("sort.js").render()
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    facts = _facts(record) | {"anonymous": anonymous, "script": script, "script_digest": digest}
    return environment.get_template("page.html").render(facts)


def _facts(record: ClassRecord) -> dict[str, Any]:
    """Return everything the page says."""
    rows = record.rows
    return {
        "record": record,
        "students": list(record.points),
        "not_isolated": len({row.student for row in rows if not row.isolated}),
        "mistakes": statistics.mistakes(rows, record.lesson),
        "reasons": statistics.other_reasons(rows, MOST_REASONS),
        "lost": statistics.lost(rows),
        "slowest": statistics.slowest(rows, MOST_SLOW),
        **_scores(record),
        **_exercises(record),
        **_alike(record),
        **_students(record),
    }


def _scores(record: ClassRecord) -> dict[str, Any]:
    """Describe the distribution of the totals."""
    totals = np.array([sum(_given(record, student)) for student in record.scored], dtype=float)
    summary = statistics.summary(totals)
    if summary is None:
        return {"summary": None}
    counts, edges = figures.histogram(totals, record.lesson.points)
    return {
        "summary": summary,
        "bins": list(zip(edges[:-1], edges[1:], counts, strict=True)),
        "scores_picture": figures.scores(totals, record.lesson.points, summary),
    }


def _given(record: ClassRecord, student: str) -> list[float]:
    """Return the points of a student who has all of them, in teaching order."""
    return [record.points[student][exercise.name] or 0.0 for exercise in record.lesson.exercises]


def _exercises(record: ClassRecord) -> dict[str, Any]:
    """Describe each exercise: how it ended, how hard it was, whether it tells strong from weak."""
    exercises = record.lesson.exercises
    points = np.array([_given(record, student) for student in record.scored], dtype=float).reshape(-1, len(exercises))
    totals = points.sum(axis=1)
    names = [exercise.name for exercise in exercises]
    endings = {name: statistics.endings(record.rows, name) for name in names}
    difficulty = [statistics.difficulty(points[:, k], one.points) for k, one in enumerate(exercises)]
    discrimination = [statistics.discrimination(points[:, k], totals) for k in range(len(exercises))]
    seconds = [statistics.median_seconds(record.rows, name) for name in names]
    return {
        "exercises": list(zip(exercises, difficulty, discrimination, seconds, strict=True)),
        "endings": endings,
        "endings_picture": figures.endings(endings),
        "quality_picture": figures.quality(names, difficulty, discrimination),
    }


def _alike(record: ClassRecord) -> dict[str, Any]:
    """Find notebooks that are alike."""
    answers = {student: _shapes(mine) for student, mine in record.answers.items()}
    solution = _shapes(record.solution)
    common, is_solution = alike.commonest(answers, solution)
    return {
        "groups": alike.groups(answers, solution),
        "commonest": common,
        "commonest_is_solution": is_solution,
        "alike": {"short": alike.SHORT, "long": alike.LONG, "few": alike.few(len(answers))},
    }


def _shapes(sources: Any) -> dict[str, alike.Shape]:
    shapes = {name: alike.shape(source) for name, source in sources.items()}
    return {name: one for name, one in shapes.items() if one is not None}


def _students(record: ClassRecord) -> dict[str, Any]:
    """List the points of everybody, with how each exercise ended."""
    rows: dict[str, dict[str, VerdictRow]] = {student: {} for student in record.points}
    for row in record.rows:
        rows[row.student][row.exercise] = row
    scored = set(record.scored)
    totals = {student: sum(_given(record, student)) if student in scored else None for student in rows}

    return {"totals": totals}
