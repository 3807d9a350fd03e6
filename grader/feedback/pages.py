"""Pages of feedback for a whole class: made in worker processes, and again only where something has changed."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

from nbconvert.writers import FilesWriter
from nbgrader.api import Assignment, BaseCell, Comment, Gradebook, SubmittedAssignment, SubmittedNotebook
from nbgrader.converters import GenerateFeedback
from nbgrader.utils import temp_attrs
from sqlalchemy import select

from grader import records, scores, stamps
from grader.course import Course, capture
from grader.report import progress
from grader.workers import open_pool
from helpers.errors import GraderError


def write_feedback(
    course: Course, lesson: str, students: Sequence[str] = (), workers: int = 2, force: bool = False
) -> dict[str, Path]:
    """Write the feedback pages of graded submissions; return them by student.

    A page that was made of the same verdicts, points and comments stays as it is; `force` makes it again.

    Raises
    ------
    GraderError
        Nothing of the lesson is graded, or not of this student; or, once all others are written, somebody's page
        could not be made.
    """
    with scores.open_book(course, [lesson]) as book:
        made_of = {student: stamps.digest(facts) for student, facts in _facts(book, lesson).items()}
        Gradebook(course.db_url).close()  # nbgrader's GetGrades makes an entry of its own, which two workers cannot
    chosen = _chosen(course, lesson, made_of, students)
    pages = {student: course.path("feedback", student, lesson) / f"{lesson}.html" for student in chosen}
    todo = [student for student in chosen if force or not stamps.is_made(pages[student], made_of[student])]
    if todo:
        refused = list(filter(None, _make_pages(course, lesson, workers, todo, pages, made_of)))
        if refused:
            raise GraderError("; ".join(refused))
    return pages


def _make_pages(
    course: Course,
    lesson: str,
    workers: int,
    todo: Sequence[str],
    pages: Mapping[str, Path],
    made_of: Mapping[str, str],
) -> Iterator[str]:
    """Make pages side by side; yield for each why it could not be made, "" where it was."""
    start = partial(start_worker, course.root, lesson)
    try:
        with open_pool(min(workers, len(todo)), start, preload=__name__) as pool:
            made = pool.map(make_page, todo, [pages[one] for one in todo], [made_of[one] for one in todo])
            with closing(progress(made, total=len(todo), label=f"Feedback on {lesson}")) as bar:
                yield from bar
    except BrokenExecutor as error:
        raise GraderError(
            "A worker process ended before its page was made; is there enough memory? Run the same command again: it "
            "makes what is missing."
        ) from error


class WarmFeedback(GenerateFeedback):
    """nbgrader's converter; it reads its templates once and not for each student, and takes names as they are."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.writer = FilesWriter(parent=self, config=self.config)
        self.exporter = self.exporter_class(parent=self, config=self.config)
        for step in self.preprocessors:
            self.exporter.register_preprocessor(step)

    def start(self) -> None:
        """Make the page of the student chosen."""
        self.init_notebooks()
        self.convert_notebooks()

    def init_notebooks(self) -> None:
        """Take the student's notebook and no other: nbgrader would take a name like `*` for a pattern.

        Raises
        ------
        GraderError
            It is not there.
        """
        lesson = self.coursedir.assignment_id
        folder = Path(self._format_source(lesson, self.coursedir.student_id))
        notebook = folder / f"{lesson}.ipynb"
        if not notebook.is_file():
            raise GraderError(f"{notebook} is missing; make it again: course autograde {lesson} --force")
        self.assignments = {str(folder): [str(notebook)]}


CONVERTER: WarmFeedback | None = None  # one a worker process


def start_worker(root: Path, lesson: str, folder: str) -> None:
    """Prepare a worker process; the pool calls it once in each."""
    global CONVERTER
    course = Course(root)
    os.chdir(root)  # as nbgrader does
    course.directory.assignment_id = lesson
    CONVERTER = WarmFeedback(coursedir=course.directory, config=course.config)
    CONVERTER.force = True


def make_page(student: str, page: Path, made_of: str) -> str:
    """Make one student's page in a worker; return why it could not be made, "" where it was."""
    assert CONVERTER is not None
    try:
        with temp_attrs(CONVERTER.coursedir, student_id=student):
            capture(CONVERTER, f"Feedback for {student}")
        with page.open("a", encoding="utf-8") as file:
            file.write(stamps.stamp(made_of))
    except (GraderError, OSError) as error:
        return str(error)
    return ""


def _chosen(course: Course, lesson: str, graded: Mapping[str, str], students: Sequence[str]) -> list[str]:
    if not graded:
        raise GraderError(f"Nothing of {lesson} is graded yet; grade it first: course autograde {lesson}")
    unknown = [student for student in students if student not in graded]
    if unknown:
        raise GraderError(f"Nothing of {unknown[0]}'s is graded for {lesson} in {course.root}.")
    return list(dict.fromkeys(students)) or list(graded)


def _facts(book: Gradebook, lesson: str) -> dict[str, list[Any]]:
    """Return by graded student everything that their page is made of and that may change."""
    facts: dict[str, list[Any]] = defaultdict(list)
    for row in records.load(book.engine, lesson):
        facts[row.student].append((row.exercise, row.outcome, row.points, row.message, row.graded_at))
    others = (
        *((one.student, one) for one in scores.load(book, lesson)),
        *scores.penalties(book, lesson).items(),
        *((student, comment) for student, *comment in _comments(book, lesson)),
    )
    for student, fact in others:
        if student in facts:
            facts[student].append(fact)
    return facts


def _comments(book: Gradebook, lesson: str) -> Iterator[Sequence[Any]]:
    """Yield what is written to each student at each cell."""
    query = (
        select(SubmittedAssignment.student_id, BaseCell.name, Comment.auto_comment, Comment.manual_comment)
        .join(SubmittedNotebook, Comment.notebook_id == SubmittedNotebook.id)
        .join(SubmittedAssignment, SubmittedNotebook.assignment_id == SubmittedAssignment.id)
        .join(Assignment, SubmittedAssignment.assignment_id == Assignment.id)
        .join(BaseCell, Comment.cell_id == BaseCell.id)
        .where(Assignment.name == lesson)
        .order_by(BaseCell.name)
    )
    yield from book.db.execute(query)
