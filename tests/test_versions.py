"""A lesson that changed after its release is graded anew on purpose only, with both versions on record."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell
from nbgrader.apps.api import NbGraderAPI
from sqlalchemy import select
from sqlalchemy.orm import Session
from support import LESSON, run_here

from grader import batch, classroom, gradebook, host, records, versions
from grader.course import ROOT, Course, lay_out
from grader.records import EarlierRow, VerdictRow
from grader.sandbox import why_not_isolated
from helpers.cases import FOLDER
from helpers.errors import GraderError

ISOLATED = why_not_isolated() is None


def version(course: Course) -> str:
    return versions.current(LESSON, course.source(LESSON)).name


def rows(course: Course, table: type[records.Graded] = VerdictRow) -> list[records.Graded]:
    with Session(records.open_records(course.db_url), expire_on_commit=False) as session:
        return list(session.scalars(select(table)))


def autograde(course: Course) -> None:
    classroom.autograde(course, LESSON, workers=1, isolated=ISOLATED)


def other_checks(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The software is updated: its checks are others."""
    content = (FOLDER / f"{LESSON}.h5").read_bytes()
    folder.mkdir()
    (folder / f"{LESSON}.h5").write_bytes(content + b"\0")
    monkeypatch.setattr(versions, "FOLDER", folder)


def other_notebook(root: Path, monkeypatch: pytest.MonkeyPatch, *cells: nbformat.NotebookNode) -> Path:
    """The software is updated: its notebook is another."""
    shutil.copytree(ROOT / "notebooks" / LESSON, root / "notebooks" / LESSON)
    path = root / "notebooks" / LESSON / f"{LESSON}.ipynb"
    change(path, *cells)
    monkeypatch.setattr(versions, "ROOT", root)
    return path


def change(path: Path, *cells: nbformat.NotebookNode) -> None:
    nb = nbformat.read(path, 4)
    nb.cells[0].source += "\n\nA sentence more."
    nb.cells += cells
    nbformat.write(nb, path)


def hand_in(course: Course, student: str = "ann") -> None:
    folder = course.path("submitted", student, LESSON)
    folder.mkdir(parents=True)
    shutil.copy(course.path("release", ".", LESSON) / f"{LESSON}.ipynb", folder)


@pytest.fixture(scope="module")
def graded(released_course: Course, tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A course folder with one submission, graded; read it, copy it, never write into it."""
    root = tmp_path_factory.mktemp("graded") / "course"
    shutil.copytree(released_course.root, root)
    hand_in(Course(root))
    autograde(Course(root))
    return Course(root)


@pytest.fixture
def mine(graded: Course, tmp_path: Path) -> Course:
    """A copy of it."""
    shutil.copytree(graded.root, tmp_path / "mine")
    return Course(tmp_path / "mine")


def test_the_released_version_is_on_record_with_its_notebook_and_in_each_verdict(mine):
    name = version(mine)

    assert name == versions.released(mine.db_url, LESSON).version
    assert {name} == {row.version for row in rows(mine)}
    assert mine.source(LESSON).read_bytes() == (mine.root / "versions" / LESSON / f"{name}.ipynb").read_bytes()


def test_doctor_finds_the_lesson_as_it_was_released(mine):
    assert f"ok    {LESSON} as it was released: whole" in run_here("doctor", "--course", mine.root).stdout


def test_doctor_makes_no_gradebook(tmp_path):
    lay_out(tmp_path, [LESSON])
    run_here("doctor", "--course", tmp_path)

    assert not (tmp_path / "gradebook.db").exists()


def test_after_an_update_of_the_software_nothing_is_graded_or_released_unasked(mine, tmp_path, monkeypatch):
    before, earlier = version(mine), [row.as_json() for row in rows(mine)]
    other_checks(tmp_path / "cases", monkeypatch)
    for command in (autograde, lambda course: host.release(course, LESSON)):
        with pytest.raises(GraderError) as caught:
            command(mine)
        assert f"was released as version {before}; since then its checks changed" in str(caught.value)
        assert f"course release {LESSON} --update" in str(caught.value)
    done = run_here("doctor", "--course", mine.root)
    assert f"LOOK  {LESSON} as it was released: {LESSON} was released as version {before}" in done.stdout
    api = NbGraderAPI(mine.directory, config=mine.config)
    for result in (api.generate_assignment(LESSON), api.autograde(LESSON, "ann")):  # the formgrader's two buttons
        assert not result["success"]
        assert "--update" in result["log"] + result["error"]

    assert (mine.path("release", ".", LESSON) / f"{LESSON}.ipynb").is_file()
    assert earlier == [row.as_json() for row in rows(mine)]


def test_on_purpose_the_new_version_is_graded_and_the_old_verdicts_stay(mine, tmp_path, monkeypatch):
    before, earlier = version(mine), [row.as_json() for row in rows(mine)]
    other_checks(tmp_path / "cases", monkeypatch)
    host.release(mine, LESSON, update=True)
    assert [] == rows(mine)
    autograde(mine)

    assert before != version(mine)
    assert {version(mine)} == {row.version for row in rows(mine)}
    assert {before} == {row.version for row in rows(mine, EarlierRow)}
    assert [(one["exercise"], one["message"]) for one in earlier] == [
        (row.exercise, row.message) for row in rows(mine, EarlierRow)
    ]


def test_the_same_version_is_released_again_and_nothing_is_set_aside(mine):
    host.release(mine, LESSON)

    assert [] == rows(mine, EarlierRow)
    assert rows(mine)


def test_a_changed_source_notebook_is_another_version_until_it_is_put_back(mine):
    source, name = mine.source(LESSON), version(mine)
    change(source)
    with pytest.raises(GraderError, match="since then its source notebook changed"):
        versions.require_released(mine.db_url, LESSON, source)
    shutil.copy(mine.root / "versions" / LESSON / f"{name}.ipynb", source)

    versions.require_released(mine.db_url, LESSON, source)


def test_an_update_takes_the_notebook_of_the_installed_course(course, tmp_path, monkeypatch):
    installed = other_notebook(tmp_path / "software", monkeypatch)
    host.release(course, LESSON, update=True)

    assert installed.read_bytes() == course.source(LESSON).read_bytes()
    assert 2 == len(list((course.root / "versions" / LESSON).iterdir()))


def test_an_update_keeps_what_the_instructor_wrote(course, tmp_path, monkeypatch):
    other_notebook(tmp_path / "software", monkeypatch)
    source = course.source(LESSON)
    nb = nbformat.read(source, 4)
    nb.cells[0].source += "\n\nOur room is 3.14."
    nbformat.write(nb, source)
    host.release(course, LESSON, update=True)

    assert "Our room is 3.14." in source.read_text("utf-8")


def test_a_version_with_another_cell_is_taken_though_there_are_submissions(mine, tmp_path, monkeypatch):
    demo = {"grade_id": "demo-new", "grade": False, "locked": True, "solution": False, "task": False}
    cell = new_code_cell("1 + 1", id="demo-new", metadata={"tags": ["demo"], "nbgrader": {**demo, "schema_version": 3}})
    other_notebook(tmp_path / "software", monkeypatch, cell)
    host.release(mine, LESSON, update=True)
    autograde(mine)

    assert {version(mine)} == {row.version for row in rows(mine)}
    with gradebook.gradebook(mine) as book:
        assert ["ann"] == [one.student.id for one in book.assignment_submissions(LESSON)]


def test_what_was_being_graded_when_another_version_was_released_is_not_recorded_as_that(mine, tmp_path, monkeypatch):
    (task,) = batch.tasks(mine, LESSON, ["ann"])
    late = batch.fault(task, RuntimeError("x"))
    with gradebook.gradebook(mine) as book:
        writer = gradebook.Writer(mine, LESSON, book, ISOLATED)
        other_checks(tmp_path / "cases", monkeypatch)
        host.release(mine, LESSON, update=True)
        with pytest.raises(GraderError, match=r"another version while it was being graded; run the same command again"):
            writer.write("ann", late.paper, late.marks, "")

    assert [] == rows(mine)


def test_points_given_by_hand_are_not_lost_to_another_cell(mine, tmp_path, monkeypatch):
    with gradebook.gradebook(mine) as book:
        book.find_submission_notebook(LESSON, LESSON, "ann").grades[0].manual_score = 3
        book.db.commit()
    demo = {"grade_id": "demo-new", "grade": False, "locked": True, "solution": False, "task": False}
    cell = new_code_cell("1 + 1", id="demo-new", metadata={"nbgrader": {**demo, "schema_version": 3}})
    other_notebook(tmp_path / "software", monkeypatch, cell)

    with pytest.raises(GraderError, match=r"entered by hand would be lost \(ann\)"):
        host.release(mine, LESSON, update=True)
    with gradebook.gradebook(mine) as book:
        assert 3 == book.find_submission_notebook(LESSON, LESSON, "ann").grades[0].manual_score


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda cell: cell.metadata.nbgrader.update(points=15), "for sigmoid it has 15 points, they have 10 points"),
        (lambda cell: cell.metadata.pop("nbgrader"), "for sigmoid it has none, they have 10 points"),
    ],
)
def test_a_notebook_that_the_checks_cannot_grade_is_not_released(course, spoil, words):
    path = course.source(LESSON)
    nb = nbformat.read(path, 4)
    spoil(next(cell for cell in nb.cells if cell.id == "sigmoid-check"))
    nbformat.write(nb, path)

    with pytest.raises(GraderError, match=words):
        host.release(course, LESSON, update=True)


def test_a_gradebook_of_an_earlier_version_of_this_course_gets_its_columns(mine):
    database = mine.root / "gradebook.db"
    name = version(mine)
    with sqlite3.connect(database) as connection:
        connection.execute("ALTER TABLE course_verdict DROP COLUMN version")
        connection.execute("DROP TABLE course_verdict_earlier")
        connection.execute("DROP TABLE course_release")
    connection.close()
    earlier = [row.as_json() for row in rows(mine)]
    host.release(mine, LESSON)

    assert earlier == [row.as_json() for row in rows(mine)]
    assert {name} == {row.version for row in rows(mine)}


def test_the_gradebook_of_another_course_is_named(course):
    config = course.root / "nbgrader_config.py"
    config.write_text(config.read_text() + 'c.CourseDirectory.course_id = "another"\n')
    hand_in(course)

    with pytest.raises(
        GraderError, match="is that of another course, neural-networks-by-hand, and this one is another"
    ):
        autograde(Course(course.root))


def test_the_gradebook_of_an_older_nbgrader_is_named(course):
    with sqlite3.connect(course.root / "gradebook.db") as connection:
        connection.execute("ALTER TABLE assignment RENAME COLUMN course_id TO class_id")
    connection.close()
    hand_in(course)

    with pytest.raises(GraderError, match="nbgrader db upgrade"):
        autograde(course)


def test_case_files_that_are_missing_are_named(course, tmp_path, monkeypatch):
    monkeypatch.setattr(versions, "FOLDER", tmp_path)

    with pytest.raises(GraderError, match=r"02-logistic-regression\.h5 cannot be read"):
        host.release(course, LESSON)
