"""The gradebook under stress, in SQLite and in PostgreSQL: strange texts, two writers at once, a server that goes."""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path

import nbformat
import pytest
from databases import PASSWORD, Server, keep_gradebook_in
from hostile import handed_in
from nbformat import NotebookNode
from nbgrader.api import Comment, Grade, Gradebook, Student, SubmittedAssignment, SubmittedNotebook
from sqlalchemy import event, select, text
from support import LESSON

from grader import classroom, grade, gradebook, host, records
from grader.course import Course
from grader.grade import Mark
from grader.gradebook import Writer
from grader.lessons import find_lesson
from grader.notebooks import read_notebook, rebuild
from grader.paper import Paper, make_paper
from grader.sandbox import Limits, why_not_isolated
from helpers.errors import GraderError
from helpers.records import Outcome

COURSE = Path(sys.executable).parent / "course"
ISOLATED = why_not_isolated() is None
ISOLATION = [] if ISOLATED else ["--no-isolation"]
SHORT = Limits(cell_seconds=2, call_seconds=2, grace_seconds=0.5)
SLEEP = {"propagate": "import time\ntime.sleep(1000)"}
ALL = [10, 10, 20, 20, 20, 20]
SLEPT = [10, 10, 0, 0, 20, 0]
STRANGE = "a NUL \0, a whole character 😀, ' and %s; --"
DATABASES = pytest.mark.parametrize("database", ["sqlite", "postgresql"])


@pytest.fixture
def in_postgresql(course: Course, released_in_postgresql: Course, postgresql: Server) -> Course:
    """A course folder of the test's own, with its gradebook in PostgreSQL."""
    return keep_gradebook_in(course, postgresql.new_database(like=released_in_postgresql.db_url))


@pytest.fixture
def klass(database: str, request: pytest.FixtureRequest) -> Course:
    """A course folder with this kind of gradebook."""
    return request.getfixturevalue({"sqlite": "course", "postgresql": "in_postgresql"}[database])


def hand_in(course: Course, student: str, cells: dict[str, str] | None = None) -> None:
    folder = course.path("submitted", student, LESSON)
    folder.mkdir(parents=True)
    handed_in._write(handed_in.solved(course, LESSON, cells or {}), folder / f"{LESSON}.ipynb")


def refused(course: Course, why: str, submitted: NotebookNode | None = None) -> tuple[Paper, tuple[Mark, ...]]:
    """Return a graded notebook without a run."""
    nb = rebuild(read_notebook(course.source(LESSON)), submitted or nbformat.v4.new_notebook())
    marks = grade.refuse(find_lesson(LESSON), nb, "unreadable", why)
    return make_paper(nb, marks), marks


def write(course: Course, student: str, why: str = "x") -> None:
    with gradebook.gradebook(course) as book:
        Writer(course, LESSON, book, ISOLATED).write(student, *refused(course, why), "")


def rows(course: Course) -> dict[str, list[records.VerdictRow]]:
    found: dict[str, list[records.VerdictRow]] = {}
    for row in records.load(records.open_records(course.db_url), LESSON):
        found.setdefault(row.student, []).append(row)
    return found


def points(course: Course) -> dict[str, list[float | None]]:
    return {student: [row.points for row in mine] for student, mine in rows(course).items()}


@DATABASES
def test_a_students_strange_words_are_recorded(klass):
    student = "Zoë O'Brien 😀"
    write(klass, student, STRANGE)
    recorded = rows(klass)[student]

    assert 6 == len(recorded)
    assert STRANGE.replace("\0", "\N{REPLACEMENT CHARACTER}") in recorded[0].message


@DATABASES
def test_times_are_utc_wherever_they_were_written(klass):
    folder = klass.path("submitted", "ann", LESSON)
    folder.mkdir(parents=True)
    (folder / "timestamp.txt").write_text("2026-02-02 15:00:00 Asia/Kolkata")
    before = datetime.now(UTC)
    write(klass, "ann")
    graded_at = rows(klass)["ann"][0].graded_at
    with gradebook.gradebook(klass) as book:
        handed_in_at = book.find_submission(LESSON, "ann").timestamp

    assert datetime(2026, 2, 2, 9, 30) == handed_in_at
    assert before <= graded_at <= datetime.now(UTC)
    assert timedelta(0) == graded_at.utcoffset()


def with_every_kind_of_cell(book: Gradebook) -> None:
    """Add a second notebook to the lesson, as nbgrader allows, and a task to the first."""
    book.add_notebook("extra", LESSON)
    book.add_grade_cell("test", "extra", LESSON, max_score=1, cell_type="code")
    book.add_solution_cell("answer", "extra", LESSON)
    for notebook in ("extra", LESSON):
        book.add_task_cell("task", notebook, LESSON, max_score=2, cell_type="markdown")


def stored(book: Gradebook, student: str) -> list[list[dict[str, object]]]:
    """Return all that nbgrader's tables hold of a student, but for its own ids."""
    book.db.expire_all()
    notebooks = book.find_submission(LESSON, student).notebooks
    of_notebooks = [one.id for one in notebooks]
    wanted = (
        select(Student.__table__).where(Student.id == student),
        select(SubmittedAssignment.__table__).where(SubmittedAssignment.student_id == student),
        select(SubmittedNotebook.__table__).where(SubmittedNotebook.id.in_(of_notebooks)).order_by("notebook_id"),
        *(
            select(table.__table__, SubmittedNotebook.notebook_id.label("of"))
            .join(SubmittedNotebook, SubmittedNotebook.id == table.notebook_id)
            .where(table.notebook_id.in_(of_notebooks))
            .order_by("of", "cell_id")
            for table in (Grade, Comment)
        ),
    )
    own = {"id", "student_id", "notebook_id", "assignment_id"}
    return [[{k: v for k, v in one.items() if k not in own} for one in book.db.execute(q).mappings()] for q in wanted]


@DATABASES
def test_a_submission_is_made_with_the_rows_that_nbgrader_makes(klass):
    handed_in_at = datetime(2026, 2, 2, 9, 30)
    with gradebook.gradebook(klass) as book:
        with_every_kind_of_cell(book)
        book.add_student("ann")
        book.add_submission(LESSON, "ann", timestamp=handed_in_at)
        writer = Writer(klass, LESSON, book, ISOLATED)
        with book.engine.begin() as connection:
            writer.submissions.take(connection, "bob", handed_in_at)
        ann, bob = stored(book, "ann"), stored(book, "bob")

    assert [1, 1, 2, 9, 9] == [len(table) for table in ann]
    assert ann == bob


@DATABASES
def test_what_a_person_entered_and_granted_counts_when_it_is_graded_again(klass):
    with (klass.root / "nbgrader_config.py").open("a") as config:
        config.write("c.LateSubmissionPlugin.penalty_method = 'zero'\n")
    course = Course(klass.root)
    for student in ("ann", "bob"):
        course.path("submitted", student, LESSON).mkdir(parents=True)
        (course.path("submitted", student, LESSON) / "timestamp.txt").write_text("2026-02-02 09:30:00 UTC")
        write(course, student)
    with gradebook.gradebook(course) as book:
        book.update_or_create_assignment(LESSON, duedate="2026-02-01 00:00:00 UTC")
        book.grant_extension(LESSON, "bob", days=2)
        for student in ("ann", "bob"):
            book.find_grade("sigmoid-check", LESSON, LESSON, student).manual_score = 4
        book.find_comment("sigmoid", LESSON, LESSON, "ann").manual_comment = "See me."
        book.db.commit()
    for student in ("ann", "bob"):
        write(course, student)
    with gradebook.gradebook(course) as book:
        ann, bob = (book.find_submission_notebook(LESSON, LESSON, student) for student in ("ann", "bob"))
        by_hand = [(one.name, one.auto_score, one.score) for one in ann.grades if one.needs_manual_grade]

        assert [("sigmoid-check", 0, 4)] == by_hand
        assert (4, None) == (ann.late_submission_penalty, bob.late_submission_penalty)
        assert "See me." == book.find_comment("sigmoid", LESSON, LESSON, "ann").comment


@DATABASES
def test_an_answer_that_was_left_as_it_was_is_no_response(klass):
    released = read_notebook(klass.path("release", ".", LESSON) / f"{LESSON}.ipynb")
    answered = next(cell for cell in released.cells if cell.id == "propagate")
    answered.source += "\n# mine"
    with gradebook.gradebook(klass) as book:
        Writer(klass, LESSON, book, ISOLATED).write("ann", *refused(klass, "x", released), "")
        comments = book.find_submission_notebook(LESSON, LESSON, "ann").comments
        said = {one.name: one.auto_comment for one in comments}

    assert 6 == len(said)
    assert [("propagate", None)] == [pair for pair in said.items() if pair[1] != "No response."]


@DATABASES
def test_an_essay_that_was_left_as_it_was_has_no_points_and_an_answered_one_waits(klass):
    ident = {"grade_id": "essay", "schema_version": 3, "points": 5}
    roles = {"grade": True, "solution": True, "locked": False, "task": False}
    nb = nbformat.read(klass.source(LESSON), as_version=4)
    nb.cells.append(nbformat.v4.new_markdown_cell("Why?", metadata={"nbgrader": {**ident, **roles}}))
    nbformat.write(nb, klass.source(LESSON))
    host.release(klass, LESSON, update=True)
    released = read_notebook(klass.path("release", ".", LESSON) / f"{LESSON}.ipynb")
    with gradebook.gradebook(klass) as book:
        writer = Writer(klass, LESSON, book, ISOLATED)
        for student in ("ann", "bob"):
            writer.write(student, *refused(klass, "x", released), "")
            released.cells[-1].source = "Because."
        ann, bob = (book.find_grade("essay", LESSON, LESSON, student) for student in ("ann", "bob"))

        assert (0, False) == (ann.auto_score, ann.needs_manual_grade)
        assert (None, True) == (bob.auto_score, bob.needs_manual_grade)


@DATABASES
def test_old_scores_of_a_class_are_taken_back_and_new_students_cost_nothing(klass):
    statements: list[str] = []
    with gradebook.gradebook(klass) as book:
        writer = Writer(klass, LESSON, book, ISOLATED)
        for student in ("ann", "bob"):
            writer.write(student, *refused(klass, "x"), "")
        event.listen(book.engine, "before_cursor_execute", lambda *arguments: statements.append(arguments[2]))
        writer.forget(["ann", *(f"new {number}" for number in range(1000))])
        grades = {one: book.find_submission_notebook(LESSON, LESSON, one).grades for one in ("ann", "bob")}
        scores = {one: {(grade.auto_score, grade.needs_manual_grade) for grade in mine} for one, mine in grades.items()}

    assert {"ann": {(None, True)}, "bob": {(0, False)}} == scores
    assert ["bob"] == list(rows(klass))
    assert sum(not one.startswith("SELECT") for one in statements) <= 2


@DATABASES
def test_a_transaction_that_fails_leaves_what_was_recorded_and_the_next_one_works(klass):
    with gradebook.gradebook(klass) as book:
        writer = Writer(klass, LESSON, book, ISOLATED)
        writer.write("ann", *refused(klass, "first"), "")
        paper, marks = refused(klass, "second")
        with pytest.raises(Exception, match=r"UNIQUE|unique"):
            writer.write("ann", paper, (*marks, marks[0]), "")
        writer.write("bob", *refused(klass, "third"), "")

    assert {"ann": 6, "bob": 6} == {student: len(mine) for student, mine in rows(klass).items()}
    assert "first" in rows(klass)["ann"][0].message


@DATABASES
def test_two_graders_at_once_record_each_submission_once(klass, tmp_path):
    shutil.copytree(klass.root, tmp_path / "twin")
    twin = keep_gradebook_in(Course(tmp_path / "twin"), klass.db_url)
    students = [f"student {number}" for number in range(8)]
    together = threading.Barrier(2, timeout=60)
    failed: list[BaseException] = []

    def grade_all(course: Course) -> None:
        try:
            with gradebook.gradebook(course) as book:
                writer = Writer(course, LESSON, book, ISOLATED)
                for student in students:
                    together.wait()
                    writer.write(student, *refused(course, "x"), "")
        except BaseException as error:
            together.abort()
            failed.append(error)

    threads = [threading.Thread(target=grade_all, args=(course,)) for course in (klass, twin)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [] == failed
    assert dict.fromkeys(students, 6) == {student: len(mine) for student, mine in rows(klass).items()}


@DATABASES
def test_a_gradebook_of_another_course_is_refused(klass):
    with (klass.root / "nbgrader_config.py").open("a") as config:
        config.write("c.CourseDirectory.course_id = 'another'\n")
    other = Course(klass.root)
    hand_in(other, "ann")
    for use in (lambda: host.release(other, LESSON), lambda: classroom.autograde(other, LESSON, isolated=ISOLATED)):
        with pytest.raises(
            GraderError, match=r"that of another course, neural-networks-by-hand, and this one is another"
        ):
            use()


@DATABASES
def test_a_gradebook_of_an_earlier_nbgrader_is_refused_with_the_way_out(klass):
    with gradebook.gradebook(klass) as book:
        book.db.execute(text("alter table student drop column lms_user_id"))
        book.db.commit()
    with pytest.raises(GraderError, match="nbgrader db upgrade"):
        write(klass, "ann")


def one_line(done: subprocess.CompletedProcess[str], *words: str) -> None:
    """It ended with one line that says why, and no password."""
    said = [line for line in done.stderr.splitlines() if "Grading" not in line]

    assert 1 == done.returncode
    assert 1 == len(said), done.stderr
    assert PASSWORD not in done.stderr
    for word in words:
        assert word in said[0]


@pytest.mark.battery
def test_a_server_that_goes_away_in_the_middle_is_one_line_and_then_it_goes_on(in_postgresql, postgresql):
    for student in ("ann", "bob", "zoe"):
        hand_in(in_postgresql, student, SLEEP if student == "zoe" else None)
    command = [COURSE, "autograde", LESSON, "--course", in_postgresql.root, *ISOLATION]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    while process.poll() is None and len(rows(in_postgresql)) < 2:
        pass
    postgresql.stop()
    try:
        _, said = process.communicate()
        one_line(subprocess.CompletedProcess([], process.returncode, "", said), "gradebook", "run the same command")
        one_line(subprocess.run(command, capture_output=True, text=True, check=False), "gradebook", "refused")
    finally:
        postgresql.start()
    before = rows(in_postgresql)
    classroom.autograde(in_postgresql, LESSON, isolated=ISOLATED, limits=SHORT)
    after = rows(in_postgresql)

    assert {"ann", "bob"} == set(before)
    assert {"ann": ALL, "bob": ALL, "zoe": SLEPT} == points(in_postgresql)
    assert all(before[student][0].graded_at == after[student][0].graded_at for student in before)


def test_nbgraders_own_autograde_writes_into_postgresql_too(in_postgresql):
    with (in_postgresql.root / "nbgrader_config.py").open("a") as config:
        config.write(f"c.Grade.isolation = {ISOLATED}\n")
    hand_in(in_postgresql, "ann")
    command = [COURSE.with_name("nbgrader"), "autograde", LESSON, "--student", "ann"]
    done = subprocess.run(command, cwd=in_postgresql.root, capture_output=True, text=True, check=False)
    with gradebook.gradebook(in_postgresql) as book:
        assert sum(ALL) == book.find_submission(LESSON, "ann").score, done.stderr
    assert {"ann": ALL} == points(in_postgresql)


def test_a_name_that_does_not_fit_costs_nobody_else_anything(in_postgresql):
    long = "a" * 200
    for student in (long, "ben"):
        in_postgresql.path("submitted", student, LESSON).mkdir(parents=True)
    done = subprocess.run(
        [COURSE, "autograde", LESSON, "--course", in_postgresql.root, *ISOLATION],
        capture_output=True,
        text=True,
        check=False,
    )
    one_line(done, f"No score for {long}", "at most 128 characters")

    assert {"ben": {Outcome.UNREADABLE}} == {
        student: {row.outcome for row in mine} for student, mine in rows(in_postgresql).items()
    }


def test_the_readme_names_the_setting_and_the_driver_that_are_tested(in_postgresql):
    readme = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
    address = "postgresql+psycopg://TEACHER:PASSWORD@HOST/DATABASE"

    assert f'c.CourseDirectory.db_url = "{address}"' in readme
    assert in_postgresql.db_url.startswith(address.partition("TEACHER")[0])


def test_a_missing_driver_is_one_sentence(course, monkeypatch):
    monkeypatch.setitem(sys.modules, "psycopg", None)
    in_vain = keep_gradebook_in(course, "postgresql+psycopg://teacher:s3cret@localhost/x")
    with pytest.raises(
        GraderError, match=r"needs a driver .*pip install 'neural-networks-by-hand\[postgresql\]'"
    ) as no:
        classroom.autograde(in_vain, LESSON, isolated=ISOLATED)

    assert PASSWORD not in str(no.value)


@pytest.mark.parametrize("url", ["nonsense", "oracle9://x", "sqlite:////nowhere/at/all.db"])
def test_an_address_that_is_none_is_one_sentence(url, course):
    with pytest.raises(GraderError, match=r"gradebook .* cannot be used"):
        classroom.autograde(keep_gradebook_in(course, url), LESSON, isolated=ISOLATED)
