"""Each lesson's own sample class, through `course autograde` and back out of the gradebook."""

from __future__ import annotations

import pytest
from support import copy_of

from grader import classroom, gradebook, records, sample_class
from grader.course import Course
from grader.sandbox import Limits, why_not_isolated

LESSONS = (
    *("00-warm-up", "01-single-neuron", "03-one-hidden-layer", "04-activations", "05-deep-network"),
    *("06-deep-application", "07-training-in-practice", "08-why-depth"),
)
SHORT = Limits(cell_seconds=2, call_seconds=2)  # the endless loop need not take its ten seconds
ISOLATED = why_not_isolated() is None


@pytest.fixture(scope="module")
def course(whole_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """All classes, graded: lesson 03 by one worker, the others by two."""
    course = copy_of(whole_course, tmp_path_factory.mktemp("classes"))
    for lesson in LESSONS:
        workers = 1 if lesson == "03-one-hidden-layer" else 2
        sample_class.lay_in(course, lesson, course.path("release", ".", lesson) / f"{lesson}.ipynb")
        classroom.autograde(course, lesson, workers=workers, isolated=ISOLATED, limits=SHORT)
    return course


@pytest.mark.parametrize("lesson", LESSONS)
def test_every_sample_earns_its_points_for_its_reason(course: Course, lesson: str) -> None:
    found: dict[str, dict[str, object]] = {}
    for row in records.load(records.open_records(course.db_url), lesson):
        entry = found.setdefault(row.student, {"points": [], "outcomes": {}})
        entry["points"].append(row.points)  # type: ignore[attr-defined]
        if row.outcome != "passed":
            entry["outcomes"][row.exercise] = row.outcome  # type: ignore[index]

    assert sample_class.expected(lesson) == found
    assert set(found) == {recipe.stem for recipe in (sample_class.FOLDER / lesson).glob("*.py")}


@pytest.mark.parametrize("lesson", LESSONS)
def test_nbgraders_own_gradebook_holds_the_same_scores(course: Course, lesson: str) -> None:
    with gradebook.gradebook(course) as book:
        scores = {one.student.id: one.score for one in book.assignment_submissions(lesson)}

    assert {name: sum(entry["points"]) for name, entry in sample_class.expected(lesson).items()} == scores
