"""The submissions of one lesson in nbgrader's tables: made and filled in as nbgrader does, in few statements.

nbgrader's `update_or_create_submission`, `SaveAutoGrades` and `AssignLatePenalties` leave the same rows; they take many
transactions for it, and read back every row that they write.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from nbgrader import utils
from nbgrader.api import Comment, Grade, Gradebook, Notebook, Student, SubmittedAssignment, SubmittedNotebook, new_uuid
from sqlalchemy import Boolean, Connection, Executable, and_, bindparam, insert, or_, select, update

from grader.grade import Mark
from grader.notebooks import CHECK
from grader.paper import Paper

TABLES = (Student, SubmittedAssignment, SubmittedNotebook, Grade, Comment)
NEW = {table: insert(table) for table in TABLES}  # statements are made once: that costs more than to run them
NO_RESPONSE = "No response."  # nbgrader's words
OF_GRADE = (Grade.cell_id == bindparam("cell"), Grade.notebook_id == bindparam("notebook"))
OF_COMMENT = (Comment.cell_id == bindparam("cell"), Comment.notebook_id == bindparam("notebook"))
BY_HAND = or_(Grade.manual_score.is_not(None), bindparam("unscored", type_=Boolean))
FORGET = update(Grade).where(*OF_GRADE).values(auto_score=None, needs_manual_grade=True)
SCORE = update(Grade).where(*OF_GRADE).values(auto_score=bindparam("score"), needs_manual_grade=BY_HAND)
COMMENT = update(Comment).where(*OF_COMMENT).values(auto_comment=bindparam("text"))
THEIRS = (SubmittedAssignment.assignment_id == bindparam("lesson"), SubmittedAssignment.student_id == bindparam("who"))
COME = update(SubmittedAssignment).where(*THEIRS).values(timestamp=bindparam("time"))
PENALISE = (
    update(SubmittedNotebook)
    .where(SubmittedNotebook.id == bindparam("notebook"))
    .values(late_submission_penalty=bindparam("penalty"))
)


@dataclass(frozen=True)
class Cells:
    """What a submitted notebook has grades and comments for: by the cells' names, their ids in the database."""

    graded: dict[str, str]
    commented: dict[str, str]


@dataclass(frozen=True)
class Submission:
    """One that is in the tables: the id of its notebook there, and how late it came."""

    notebook: str
    seconds_late: float


class Submissions:
    """The submissions of a lesson as it is released now.

    Raises
    ------
    MissingEntry
        It was never released.
    """

    def __init__(self, book: Gradebook, lesson: str) -> None:
        for table in TABLES:  # those of an earlier nbgrader lack columns: better said now than by who reads them
            book.db.execute(select(*table.__table__.columns).limit(0))
        notebook = book.find_notebook(lesson, lesson)
        self.notebook, self.assignment, self.duedate = notebook.id, notebook.assignment.id, notebook.assignment.duedate
        self.checksums = {cell.name: cell.checksum for cell in notebook.source_cells}
        self.cells = {one.id: _cells(one) for one in notebook.assignment.notebooks}
        theirs = and_(
            SubmittedAssignment.student_id == Student.id, SubmittedAssignment.assignment_id == self.assignment
        )
        ours = and_(
            SubmittedNotebook.assignment_id == SubmittedAssignment.id, SubmittedNotebook.notebook_id == self.notebook
        )
        self._known = (
            select(Student.id, SubmittedAssignment.extension, SubmittedNotebook.id.label("notebook"))
            .outerjoin(SubmittedAssignment, theirs)
            .outerjoin(SubmittedNotebook, ours)
        )
        self._one = self._known.where(Student.id == bindparam("who"))

    def forget(self, connection: Connection, students: Sequence[str]) -> None:
        """Take back the automatic scores of these students."""
        notebooks = {student: notebook for student, _, notebook in connection.execute(self._known)}
        known = [notebooks[student] for student in students if notebooks.get(student)]
        cells = self.cells[self.notebook].graded.values()
        _execute(connection, FORGET, [{"notebook": notebook, "cell": cell} for notebook in known for cell in cells])

    def take(self, connection: Connection, student: str, timestamp: datetime | None) -> Submission:
        """Find a student's submission, or make it, and the student where need be."""
        found = connection.execute(self._one, {"who": student}).first()
        if found is None:
            connection.execute(NEW[Student], {"id": student})
        if found is None or found.notebook is None:
            return Submission(self._make(connection, student, timestamp), self._seconds_late(timestamp))
        connection.execute(COME, {"lesson": self.assignment, "who": student, "time": timestamp})
        return Submission(found.notebook, self._seconds_late(timestamp, found.extension))

    def _make(self, connection: Connection, student: str, timestamp: datetime | None) -> str:
        """Make a submission as nbgrader does, blank rows for every cell; return the id of the lesson's notebook."""
        ident, notebooks = new_uuid(), {notebook: new_uuid() for notebook in self.cells}
        row = {"id": ident, "assignment_id": self.assignment, "student_id": student, "timestamp": timestamp}
        connection.execute(NEW[SubmittedAssignment], row)
        for released, notebook in notebooks.items():
            row = {"id": notebook, "assignment_id": ident, "notebook_id": released}
            connection.execute(NEW[SubmittedNotebook], row)
            for table, cells in ((Grade, self.cells[released].graded), (Comment, self.cells[released].commented)):
                blank = [{"notebook_id": notebook, "cell_id": cell} for cell in cells.values()]
                _execute(connection, NEW[table], blank)
        return notebooks[self.notebook]

    def _seconds_late(self, timestamp: datetime | None, extension: timedelta | None = None) -> float:
        """Return how late a submission is, as nbgrader counts."""
        if timestamp is None or self.duedate is None:
            return 0.0
        late: timedelta = timestamp - self.duedate - (extension or timedelta())
        return max(0.0, late.total_seconds())

    def fill_in(self, connection: Connection, notebook: str, paper: Paper, marks: Collection[Mark]) -> None:
        """Fill in scores and comments as `SaveAutoGrades` does; what we judge has our points."""
        cells, points = self.cells[self.notebook], {mark.exercise + CHECK: mark.points for mark in marks}
        scores = {name: points[name] if name in points else self._score(name, paper) for name in cells.graded}
        grades = [
            {"notebook": notebook, "cell": cell, "score": scores[name], "unscored": scores[name] is None}
            for name, cell in cells.graded.items()
        ]
        comments = [
            {"notebook": notebook, "cell": cell, "text": NO_RESPONSE if self._is_unanswered(name, paper) else None}
            for name, cell in cells.commented.items()
        ]
        _execute(connection, SCORE, grades)
        _execute(connection, COMMENT, comments)

    def _score(self, name: str, paper: Paper) -> float | None:
        """Return what nbgrader gives a cell that is not one of our test cells; 0 where it is missing or unanswered."""
        cell = paper.cells.get(name)
        if cell is None or (utils.is_solution(cell) and self._is_unanswered(name, paper)):
            return 0.0
        score: float | None = (
            utils.determine_grade(cell)[0] if utils.is_grade(cell) else None
        )  # tasks are graded by hand
        return score

    def _is_unanswered(self, name: str, paper: Paper) -> bool:
        """Whether a cell for an answer is as it was released; of a task nbgrader says nothing."""
        cell = paper.cells.get(name)
        if cell is None or utils.is_task(cell):
            return False
        same: bool = self.checksums.get(name) == utils.compute_checksum(cell)
        return same

    def score(self, connection: Connection, notebook: str) -> float:
        """Return what a submission has earned, by hand or not, in this transaction."""
        query = select(SubmittedNotebook.score).where(SubmittedNotebook.id == notebook)
        return float(connection.execute(query).scalar_one())

    def penalise(self, connection: Connection, notebook: str, penalty: float | None) -> None:
        """Note what is taken off for lateness."""
        connection.execute(PENALISE, {"notebook": notebook, "penalty": penalty})


def _cells(notebook: Notebook) -> Cells:
    """Read the cells of a released notebook; a task has both a grade and a comment."""
    graded, commented = (
        {cell.name: cell.id for cell in [*cells, *notebook.task_cells]}
        for cells in (notebook.grade_cells, notebook.solution_cells)
    )
    return Cells(graded, commented)


def _execute(connection: Connection, statement: Executable, rows: list[dict[str, Any]]) -> None:
    """Execute a statement for each row; with none, it would be executed once."""
    if rows:
        connection.execute(statement, rows)
