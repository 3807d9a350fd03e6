"""Questions in HDF5: one file a lesson, one group an exercise; plain numbers only, no code.

Layout of a group: one pool of numbers a dtype, the text `index` that says which array lies where in them, and the
text `skeleton` that says how the arrays are put together (see `helpers.plain`). Both texts are JSON.
"""

from __future__ import annotations

import contextlib
import functools
import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np

from helpers.errors import DataError
from helpers.plain import Opaque, flatten, unflatten
from helpers.records import Case, KnownMistake, Observation, Question, Raised

FORMAT = 3
Place = tuple[str, int, tuple[int, ...]]  # of an array: its pool's dtype, its start, its shape
FOLDER = Path(__file__).parent / "public_cases"


def to_tree(record: Any) -> Any:
    """Turn records into plain dicts, all the way down; plain values stay as they are."""
    if isinstance(record, tuple):
        return tuple(to_tree(item) for item in record)
    if isinstance(record, Opaque) or not is_dataclass(record) or isinstance(record, type):
        return record
    return {item.name: to_tree(getattr(record, item.name)) for item in fields(record)}


def question_from_tree(tree: dict[str, Any]) -> Question:
    """Build a `Question` from what `to_tree` made of it."""
    cases = tuple(Case(**{**case, "expected": observation_from_tree(case["expected"])}) for case in tree["cases"])
    mistakes = tuple(
        KnownMistake(**{**mistake, "observations": tuple(map(observation_from_tree, mistake["observations"]))})
        for mistake in tree["mistakes"]
    )
    return Question(**{**tree, "cases": cases, "mistakes": mistakes})


def observation_from_tree(tree: dict[str, Any]) -> Observation:
    """Build an `Observation` from what `to_tree` made of it."""
    error = tree["error"]
    return Observation(**{**tree, "error": None if error is None else Raised(**error)})


def write_questions(path: Path, questions: Iterable[Question]) -> None:
    """Write the questions of one lesson."""
    import h5py

    with h5py.File(path, "w", track_order=True) as file:
        file.attrs["format"] = FORMAT
        for question in questions:
            skeleton, arrays = flatten(to_tree(question), "question")
            index, pools = pool(arrays)
            group = file.create_group(question.name)
            group["skeleton"] = json.dumps(skeleton)
            group["index"] = json.dumps(index)
            for dtype, numbers in pools.items():
                group[dtype] = numbers


def pool(arrays: Mapping[str, np.ndarray]) -> tuple[dict[str, Place], dict[str, np.ndarray]]:
    """Lay arrays end to end, one pool a dtype: thousands of small datasets would take a second to read."""
    index: dict[str, Place] = {}
    parts: dict[str, list[np.ndarray]] = {}
    ends: dict[str, int] = {}
    for name, array in arrays.items():
        dtype = str(array.dtype)
        index[name] = (dtype, ends.get(dtype, 0), array.shape)
        ends[dtype] = ends.get(dtype, 0) + array.size
        parts.setdefault(dtype, []).append(array.ravel())
    return index, {dtype: np.concatenate(arrays) for dtype, arrays in parts.items()}


def unpool(index: Mapping[str, Place], pools: Mapping[str, np.ndarray]) -> dict[str, np.ndarray]:
    """Take arrays out of their pools again, each a copy of its own."""
    return {
        name: pools[dtype][start : start + math.prod(shape)].reshape(shape).copy()
        for name, (dtype, start, shape) in index.items()
    }


def read_questions(path: Path) -> dict[str, Question]:
    """Read the questions of one lesson, in teaching order.

    Raises
    ------
    DataError
        The file is missing, truncated or of another format.
    """
    with _opened(path) as file:
        return {name: _read_question(file[name]) for name in file}


@contextlib.contextmanager
def _opened(path: Path) -> Iterator[Any]:
    import h5py

    try:
        with h5py.File(path, "r") as file:
            if file.attrs.get("format") != FORMAT:
                raise DataError(_damaged(path, f"format {file.attrs.get('format')}"))
            yield file
    except DataError:
        raise
    except FileNotFoundError:
        raise DataError(_damaged(path, "missing")) from None
    except Exception as error:  # what a damaged file does to h5py has no one type
        raise DataError(_damaged(path, f"damaged ({' '.join(str(error).split())})")) from None


def _read_question(group: Any) -> Question:
    skeleton, index = (json.loads(group[name][()]) for name in ("skeleton", "index"))
    pools = {name: group[name][()] for name in group if name not in ("skeleton", "index")}
    return question_from_tree(unflatten(skeleton, unpool(index, pools)))


def _damaged(path: Path, what: str) -> str:
    return f"The case file {path.name} is {what}; take {path.parent.name}/{path.name} from a fresh copy of the course."


@functools.cache
def public_questions(lesson: str) -> dict[str, Question]:
    """Return a lesson's public questions by name, in teaching order.

    Raises
    ------
    DataError
        There is no such lesson, or its case file is damaged.
    """
    return read_questions(_file_of(lesson))


@functools.cache
def require_lesson(lesson: str) -> None:
    """Make sure that a lesson's case file is there and of today's format, without the time it takes to read it.

    Raises
    ------
    DataError
        There is no such lesson, or its case file is damaged.
    """
    with _opened(_file_of(lesson)):
        pass


def _file_of(lesson: str) -> Path:
    path = FOLDER / f"{lesson}.h5"
    if not path.exists():
        known = ", ".join(sorted(file.stem for file in FOLDER.glob("*.h5"))) or "none"
        raise DataError(f'There is no lesson "{lesson}" in this copy of the course; it has: {known}.')
    return path
