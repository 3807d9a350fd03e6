"""The progress file: nothing is lost between two writers, and nothing that happens to it fails a check."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.fingerprint import fingerprint
from helpers.progress import ProgressFile, Standing, from_json, location, to_json

LESSON = "02-logistic-regression"
names = st.text(max_size=12)
standings = st.builds(
    Standing, passed=st.booleans(), tries=st.lists(names, max_size=4).map(tuple), hints=st.integers(0, 2**70)
)
lessons = st.dictionaries(names, st.dictionaries(names, standings, max_size=4), max_size=4)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)
corrupted = st.fixed_dictionaries({"format": st.just(1), "lessons": json_values})


def passed(one: Standing) -> Standing:
    return replace(one, passed=True)


def one_more_hint(one: Standing) -> Standing:
    return replace(one, hints=one.hints + 1)


@given(lessons)
def test_what_is_written_is_read_again(everything):
    assert everything == from_json(to_json(everything))


@given(st.text() | json_values.map(json.dumps) | corrupted.map(json.dumps))
def test_any_other_text_is_refused_or_read_as_standings(text):
    try:
        read = from_json(text)
    except ValueError:
        return

    assert read == from_json(to_json(read))


def test_an_update_is_there_for_the_next_notebook(tmp_path):
    path = tmp_path / "deep" / "folder" / "progress.json"
    ProgressFile(path).update(LESSON, "sigmoid", passed)
    ProgressFile(path).update("03-shallow", "sigmoid", one_more_hint)

    assert {"sigmoid": Standing(passed=True)} == ProgressFile(path).read(LESSON)
    assert {"sigmoid": Standing(hints=1)} == ProgressFile(path).read("03-shallow")


WRITER = """
import sys
from dataclasses import replace
from pathlib import Path
from helpers.progress import ProgressFile
file, who, count = ProgressFile(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(count):
    file.update("shared", "both", lambda one: replace(one, tries=(*one.tries, f"{who}{number}"), hints=one.hints + 1))
    file.update(who, f"exercise {number}", lambda one: replace(one, passed=True))
"""


def test_two_notebooks_that_write_at_once_lose_nothing(tmp_path):
    path, count = tmp_path / "progress.json", 60
    command = [sys.executable, "-c", WRITER, str(path)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    writers = [subprocess.Popen([*command, who, str(count)], **pipes) for who in ("a", "b")]
    ready = [writer.stdout.readline() for writer in writers]
    for writer in writers:
        writer.stdin.write("go\n")
        writer.stdin.flush()
    said = [writer.communicate()[0] for writer in writers]
    file = ProgressFile(path)
    both = file.read("shared")["both"]
    order = {who: [one for one in both.tries if one[0] == who] for who in ("a", "b")}

    assert ["ready\n", "ready\n"] == ready
    assert ["", ""] == said
    assert 2 * count == both.hints
    assert {who: [f"{who}{number}" for number in range(count)] for who in ("a", "b")} == order
    assert [count, count] == [sum(one.passed for one in file.read(who).values()) for who in ("a", "b")]
    assert {"progress.json", "progress.json.lock"} == {found.name for found in tmp_path.iterdir()}


DAMAGED = {
    "cut short": to_json({LESSON: {"sigmoid": Standing(passed=True)}}).encode()[:40],
    "empty": b"",
    "not text": b"\xff\xfe\x00",
    "a list": b"[]",
    "another format": b'{"format": 2, "lessons": {}}',
    "other fields": b'{"format": 1, "lessons": {"a": {"b": {"passed": 1, "tries": [], "hints": 0}}}}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("kind", DAMAGED)
def test_a_damaged_file_is_set_aside_with_a_sentence(tmp_path, capsys, kind):
    path = tmp_path / "progress.json"
    path.write_bytes(DAMAGED[kind])
    ProgressFile(path).update(LESSON, "sigmoid", passed)

    assert "It is set aside as progress.json.damaged-1" in capsys.readouterr().out
    assert DAMAGED[kind] == (tmp_path / "progress.json.damaged-1").read_bytes()
    assert {"sigmoid": Standing(passed=True)} == ProgressFile(path).read(LESSON)


def test_a_second_damaged_file_does_not_replace_the_first(tmp_path):
    path = tmp_path / "progress.json"
    for damage in ("one", "two"):
        path.write_text(damage, encoding="utf-8")
        ProgressFile(path).read(LESSON)

    assert ["one", "two"] == [(tmp_path / f"progress.json.damaged-{number}").read_text() for number in (1, 2)]


def no_folder(tmp_path: Path) -> Path:
    """A file stands where the folder should be."""
    (tmp_path / "taken").write_text("", encoding="utf-8")
    return tmp_path / "taken" / "progress.json"


def a_folder_of_this_name(tmp_path: Path) -> Path:
    """A folder stands where the file should be."""
    (tmp_path / "progress.json").mkdir()
    return tmp_path / "progress.json"


def no_lock(tmp_path: Path) -> Path:
    """The lock cannot be made."""
    (tmp_path / "progress.json.lock").mkdir()
    return tmp_path / "progress.json"


@pytest.mark.parametrize("place", [no_folder, a_folder_of_this_name, no_lock])
def test_where_nothing_can_be_written_one_sentence_says_so_and_memory_serves(tmp_path, capsys, place):
    file = ProgressFile(place(tmp_path))
    file.update(LESSON, "sigmoid", passed)
    hints = [file.update(LESSON, "sigmoid", one_more_hint).hints for _ in range(3)]

    assert [1, 2, 3] == hints
    assert {"sigmoid": Standing(passed=True, hints=3)} == file.read(LESSON)
    assert capsys.readouterr().out.count("cannot be written") == 1


def test_a_read_only_file_is_still_read(tmp_path, capsys):
    path = tmp_path / "progress.json"
    path.write_text(to_json({LESSON: {"sigmoid": Standing(passed=True)}}), encoding="utf-8")
    no_lock(tmp_path)

    assert {"sigmoid": Standing(passed=True)} == ProgressFile(path).read(LESSON)


def test_what_was_kept_in_memory_is_written_when_that_is_possible_again(tmp_path):
    path = no_lock(tmp_path)
    file = ProgressFile(path)
    file.update(LESSON, "sigmoid", one_more_hint)
    (tmp_path / "progress.json.lock").rmdir()
    file.update(LESSON, "sigmoid", one_more_hint)

    assert {"sigmoid": Standing(hints=2)} == ProgressFile(path).read(LESSON)


FULL_DISK = f"""
import resource, sys
from dataclasses import replace
from pathlib import Path
from helpers.check import Check
from helpers.progress import ProgressFile, Standing
def sigmoid(z):
    return z
check = Check("{LESSON}")
resource.setrlimit(resource.RLIMIT_FSIZE, (20, 20))
check(sigmoid)
check(sigmoid)
check.progress()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a limit on the size of files")
def test_a_full_disk_fails_no_check_and_spoils_no_file(tmp_path):
    path = tmp_path / "progress.json"
    ProgressFile(path).update(LESSON, "predict", passed)
    before = path.read_bytes()
    done = subprocess.run([sys.executable, "-c", FULL_DISK], capture_output=True, encoding="utf-8", check=False)

    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.count("cannot be written") == 1
    assert "tried 1 time" in done.stdout
    assert before == path.read_bytes()


def test_a_lock_that_is_never_given_back_is_not_waited_for_long(tmp_path, capsys):
    from filelock import FileLock

    with FileLock(tmp_path / "progress.json.lock"):
        standing = ProgressFile(tmp_path / "progress.json").update(LESSON, "sigmoid", passed)

    assert Standing(passed=True) == standing
    assert "cannot be written" in capsys.readouterr().out


def test_the_file_lies_where_the_environment_says(tmp_path, monkeypatch):
    monkeypatch.setenv("COURSE_PROGRESS", str(tmp_path / "mine.json"))

    assert tmp_path / "mine.json" == location()

    monkeypatch.setenv("COURSE_PROGRESS", "")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", str(tmp_path))

    assert location().name == "progress.json"
    assert "neural-networks-by-hand" in location().parts

    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")

    assert location() is None


def test_a_fingerprint_is_that_of_the_code():
    def first(z):
        return z + 1

    def same(z):
        """The same, explained."""
        return z + 1  # one more

    def other(z):
        return z + 2

    def inner(z):
        return [one in {"a", "b", "c"} for one in z]

    assert fingerprint(first) == fingerprint(same)
    assert len({fingerprint(fn) for fn in (first, other, inner, len, int)}) == 5


PRINT_MARK = """
from helpers.fingerprint import fingerprint
def f(z):
    return z in {"a", "b", "c", "d"}
print(fingerprint(f))
"""


def test_a_fingerprint_is_the_same_in_the_next_run_of_python():
    marks = {
        subprocess.run(
            [sys.executable, "-c", PRINT_MARK], env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True
        ).stdout
        for seed in ("1", "2", "3")
    }

    assert len(marks) == 1
    assert len(marks.pop().strip()) == 12
