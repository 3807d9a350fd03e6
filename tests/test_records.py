"""Our table beside nbgrader's: made where it is missing, and brought up to date where an earlier version made it."""

from __future__ import annotations

from pathlib import Path

import pytest
from databases import Server
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.pool import NullPool
from support import LESSON

from grader import grade, records
from grader.lessons import find_lesson
from grader.policy import Policy
from helpers.errors import GraderError
from helpers.records import Finding, Outcome, Verdict

OLD = """
DROP TABLE IF EXISTS course_verdict;
CREATE TABLE course_verdict (
    id {serial} NOT NULL, student VARCHAR(128) NOT NULL, lesson VARCHAR(128) NOT NULL, exercise VARCHAR(128) NOT NULL,
    points FLOAT, max_points FLOAT NOT NULL, outcome VARCHAR(32) NOT NULL, mistake VARCHAR(128) NOT NULL,
    brief TEXT NOT NULL, message TEXT NOT NULL, seed BIGINT NOT NULL, content VARCHAR(64) NOT NULL,
    isolated BOOLEAN NOT NULL, graded_at {moment} NOT NULL, PRIMARY KEY (id), UNIQUE (student, lesson, exercise)
);
CREATE INDEX ix_course_verdict_student ON course_verdict (student);
CREATE INDEX ix_course_verdict_lesson ON course_verdict (lesson);
"""
TYPES = {
    "sqlite": {"serial": "INTEGER", "moment": "DATETIME"},
    "postgresql": {"serial": "SERIAL", "moment": "TIMESTAMP WITH TIME ZONE"},
}
OLD_ROW = """
INSERT INTO course_verdict (student, lesson, exercise, points, max_points, outcome, mistake, brief, message, seed,
    content, isolated, graded_at)
VALUES ('{student}', '02-logistic-regression', 'model', 0, 20, 'waits for an earlier one', '',
    'sigmoid is not right yet', 'model', 5, 'abc', TRUE, '2026-01-01 12:00:00')
"""


def execute(url: str, *statements: str) -> None:
    engine = create_engine(url, poolclass=NullPool)
    with engine.begin() as connection:
        for statement in statements:
            connection.execute(text(statement))


def old_database(url: str, student: str = "ann") -> None:
    """Lay our table of an earlier version into a database, with one row."""
    old = OLD.format(**TYPES[url.split(":")[0].split("+")[0]])
    execute(url, *filter(str.strip, old.split(";")), OLD_ROW.format(student=student))


def new_database(kind: str, name: str, request: pytest.FixtureRequest) -> str:
    if kind == "sqlite":
        folder: Path = request.getfixturevalue("tmp_path")
        return f"sqlite:///{folder / name}.db"
    server: Server = request.getfixturevalue("postgresql")
    return server.new_database()


@pytest.fixture(params=TYPES)
def url(request: pytest.FixtureRequest) -> str:
    return new_database(request.param, "gradebook", request)


@pytest.fixture
def other_url(url: str, request: pytest.FixtureRequest) -> str:
    """Another database of the same kind."""
    return new_database("sqlite" if url.startswith("sqlite") else "postgresql", "other", request)


def test_an_old_table_gets_its_columns_and_keeps_its_rows(url):
    old_database(url)
    (row,) = records.load(records.open_records(url), LESSON)

    assert ("ann", "model", 0, "abc", True) == (row.student, row.exercise, row.points, row.content, row.isolated)
    assert ("", "strict") == (row.followed, row.policy)


def test_an_updated_table_is_the_same_as_a_new_one(url, other_url):
    old_database(url)
    updated, new = (
        {column["name"]: (str(column["type"]), column["nullable"], column["default"]) for column in columns}
        for columns in (
            inspect(records.open_records(place)).get_columns("course_verdict") for place in (url, other_url)
        )
    )

    assert updated == new


def test_both_results_and_the_policy_are_recorded(url):
    old_database(url, "bob")
    exercise = find_lesson(LESSON).exercise("model")
    facts = {"exercise": "model", "name": "sigmoid", "given": "a wrong `sigmoid`", "points": "10", "most": "20"}
    blocked = Verdict("model", Outcome.BLOCKED, Finding("given_wrong", Outcome.BLOCKED, "model", facts))
    mark = grade.Mark("model", 10, exercise.points, blocked, 5, Verdict("model", Outcome.PASSED))
    engine = records.open_records(url)
    with engine.begin() as connection:
        records.replace(connection, "ann", LESSON, [records.row("ann", LESSON, mark, "", True, Policy(0.5))], "")
    ann, bob = records.load(engine, LESSON)

    assert (10, "waits for an earlier one", "passed", "0.5") == (ann.points, ann.outcome, ann.followed, ann.policy)
    assert "your `model` is right: it was given a wrong `sigmoid`" in ann.message
    assert {"followed": "passed", "policy": "0.5"}.items() <= ann.as_json().items()
    assert ("bob", "strict") == (bob.student, bob.policy)


def test_an_earlier_version_can_still_write_into_an_updated_table(url):
    engine = records.open_records(url)
    execute(url, OLD_ROW.format(student="ann"))

    assert ["strict"] == [row.policy for row in records.load(engine, LESSON)]


def test_another_table_of_this_name_is_refused_in_one_line(url):
    execute(url, "CREATE TABLE course_verdict (name TEXT)", "INSERT INTO course_verdict VALUES ('other')")
    with pytest.raises(GraderError, match=r"^The gradebook .* cannot be used: [^\n]*$"):
        records.open_records(url)
