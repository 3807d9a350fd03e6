"""Case files: every question comes back from HDF5 as it was written, and a damaged file ends in one sentence."""

from __future__ import annotations

import contextlib
import json
import math
from collections.abc import Callable
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from helpers.cases import public_questions, question_from_tree, read_questions, to_tree, write_questions
from helpers.errors import DataError
from helpers.plain import Opaque, identical
from helpers.records import Case, KnownMistake, Observation, Question, Raised

ARRAYS = hnp.arrays(
    st.sampled_from([np.bool_, np.int8, np.uint64, np.int64, np.float16, np.float32, np.float64, np.complex128]),
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=3),
)
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**63) + 1, 2**63 - 1)
    | st.floats()
    | st.text(max_size=5)
    | ARRAYS
    | st.builds(Opaque, st.text(max_size=5))
)
PLAIN = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.text(max_size=5), inner, max_size=3)
    ),
    max_leaves=5,
)
TEXTS = st.text(max_size=8)
NAMES = st.text("abcXYZ_", min_size=1, max_size=8)
OBSERVATIONS = st.builds(
    Observation, PLAIN, st.none() | st.builds(Raised, TEXTS, TEXTS, TEXTS), st.lists(NAMES, max_size=2).map(tuple)
)
CASES = st.builds(Case, TEXTS, TEXTS, st.dictionaries(NAMES, PLAIN, max_size=3), OBSERVATIONS, TEXTS)
MISTAKES = st.builds(KnownMistake, NAMES, TEXTS, TEXTS, st.lists(OBSERVATIONS, max_size=2).map(tuple))
QUESTIONS = st.builds(
    Question,
    NAMES,
    st.lists(CASES, max_size=2).map(tuple),
    st.lists(MISTAKES, max_size=2).map(tuple),
    st.lists(NAMES, max_size=2).map(tuple),
    st.lists(st.tuples(TEXTS, TEXTS), max_size=2).map(tuple),
    st.lists(NAMES, max_size=2).map(tuple),
    st.lists(NAMES, max_size=2).map(tuple),
    st.dictionaries(NAMES, NAMES, max_size=2),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cases") / "lesson.h5"


@settings(max_examples=60, deadline=None)
@given(questions=st.lists(QUESTIONS, max_size=3, unique_by=lambda question: question.name))
def test_questions_come_back_as_they_were_written(path: Path, questions: list[Question]) -> None:
    write_questions(path, questions)
    read = read_questions(path)

    assert [question.name for question in questions] == list(read)
    assert all(identical(to_tree(question), to_tree(read[question.name])) for question in questions)


@given(QUESTIONS)
def test_a_question_is_built_again_from_its_tree(question: Question) -> None:
    assert identical(to_tree(question), to_tree(question_from_tree(to_tree(question))))


def question_returning(result: Any, name: str = "sigmoid") -> Question:
    case = Case("toy", "with a toy", {"z": 0.0}, Observation(result))
    return Question(name, (case,), (KnownMistake("wrong", "it is wrong", "mend it", (Observation(result),)),))


@pytest.mark.parametrize(
    "result",
    [
        np.array(0.5),
        np.array(True),
        np.zeros((0,)),
        np.zeros((3, 0)),
        np.array([[1 + 2j]]),
        np.float16([1.5]),
        math.nan,
        -0.0,
        Opaque("generator"),
        (Opaque("set"), 1.0),
        {"": np.zeros(1), "a/b": np.ones(1), ".": [()]},
        "\ud800 and \0",
        2**63 - 1,
    ],
    ids=repr,
)
def test_a_result_comes_back_to_the_last_bit(path: Path, result: Any) -> None:
    write_questions(path, [question_returning(result)])
    read = read_questions(path)["sigmoid"]

    assert identical(result, read.cases[0].expected.result)
    assert identical(result, read.mistakes[0].observations[0].result)


def test_questions_keep_their_teaching_order(path: Path) -> None:
    names = ["z", "a", "m", "b"]
    write_questions(path, [question_returning(0.5, name) for name in names])

    assert names == list(read_questions(path))


def test_a_file_holds_arrays_and_text_and_no_code(path: Path) -> None:
    write_questions(path, [question_returning(np.zeros((2, 3)))])
    kinds = set()
    with h5py.File(path) as file:
        file.visititems(lambda _, item: kinds.add(item.dtype.kind if isinstance(item, h5py.Dataset) else "group"))

    assert {"group", "f", "O"} == kinds  # O is a text of variable length: the skeleton


# damaged files


def sentence_about(path: Path) -> str:
    with pytest.raises(DataError) as caught:
        read_questions(path)
    assert caught.value.__cause__ is None
    return str(caught.value)


def is_one_sentence(text: str, path: Path) -> bool:
    about_it = text.startswith(f"The case file {path.name} is ") and text.endswith(" from a fresh copy of the course.")
    return about_it and "\n" not in text


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    text = sentence_about(tmp_path / "none.h5")

    assert is_one_sentence(text, tmp_path / "none.h5")
    assert "missing" in text


@pytest.mark.parametrize("share", [0.0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.9999])
def test_a_truncated_file_ends_in_one_sentence(tmp_path: Path, share: float) -> None:
    path = tmp_path / "lesson.h5"
    write_questions(path, [question_returning(np.zeros((20, 30)), name) for name in ("a", "b")])
    content = path.read_bytes()
    path.write_bytes(content[: int(share * len(content))])

    assert is_one_sentence(sentence_about(path), path)


def set_format(file: h5py.File) -> None:
    file.attrs["format"] = 99


def drop_format(file: h5py.File) -> None:
    del file.attrs["format"]


def drop_skeleton(file: h5py.File) -> None:
    del file["sigmoid/skeleton"]


def drop_array(file: h5py.File) -> None:
    del file["sigmoid/float64"]


def dataset_for_group(file: h5py.File) -> None:
    del file["sigmoid"]
    file["sigmoid"] = np.zeros(3)


def group_for_array(file: h5py.File) -> None:
    del file["sigmoid/float64"]
    file.create_group("sigmoid/float64")


def short_pool(file: h5py.File) -> None:
    numbers = file["sigmoid/float64"][:-1]
    del file["sigmoid/float64"]
    file["sigmoid/float64"] = numbers


def index_of_strangers(file: h5py.File) -> None:
    del file["sigmoid/index"]
    file["sigmoid/index"] = json.dumps({"question/cases": ["float64", -5, ["wide"]]})


def skeleton(content: Any) -> Callable[[h5py.File], None]:
    def write(file: h5py.File) -> None:
        drop_skeleton(file)
        file["sigmoid/skeleton"] = content

    return write


@pytest.mark.parametrize(
    "damage",
    [
        set_format,
        drop_format,
        drop_skeleton,
        drop_array,
        dataset_for_group,
        group_for_array,
        short_pool,
        index_of_strangers,
        skeleton("no JSON"),
        skeleton("{}"),
        skeleton(""),
        skeleton(7),
        skeleton(np.zeros(3)),
        skeleton("[" * 100_000),
        skeleton(json.dumps({"value": 1})),
        skeleton(json.dumps({"dict": {"cases": {"value": 1}}})),
        skeleton(json.dumps({"dict": {"cases": {"tuple": [{"value": 1}]}, "mistakes": {"tuple": []}}})),
        skeleton(json.dumps({"dict": {"cases": {"tuple": []}, "mistakes": {"tuple": []}, "other": {"value": 1}}})),
    ],
)
def test_a_file_of_another_content_ends_in_one_sentence(tmp_path: Path, damage: Callable[[h5py.File], None]) -> None:
    path = tmp_path / "lesson.h5"
    write_questions(path, [question_returning(np.zeros(3))])
    with h5py.File(path, "a") as file:
        damage(file)

    assert is_one_sentence(sentence_about(path), path)


@pytest.mark.parametrize("content", [b"", b"text", b"\x89HDF\r\n\x1a\n", b"\0" * 10_000])
def test_a_file_that_is_no_hdf5_ends_in_one_sentence(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "lesson.h5"
    path.write_bytes(content)

    assert is_one_sentence(sentence_about(path), path)


def test_a_folder_in_place_of_the_file_ends_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "lesson.h5"
    path.mkdir()

    assert is_one_sentence(sentence_about(path), path)


@settings(max_examples=60, deadline=None)
@given(place=st.floats(0, 1, exclude_max=True), byte=st.integers(0, 255))
def test_one_changed_byte_is_read_or_refused(path: Path, place: float, byte: int) -> None:
    """Numbers carry no checksum, so a byte among them goes unseen; nothing else may come out but a `DataError`."""
    write_questions(path, [question_returning(np.arange(5.0))])
    content = bytearray(path.read_bytes())
    content[int(place * len(content))] = byte
    path.write_bytes(content)
    with contextlib.suppress(DataError):
        assert all(isinstance(question, Question) for question in read_questions(path).values())


def test_an_unknown_lesson_is_told_which_there_are() -> None:
    with pytest.raises(DataError, match=r'no lesson "cooking".*02-logistic-regression'):
        public_questions("cooking")
