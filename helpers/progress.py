"""How far a student is: one small JSON file for all lessons, shared by every notebook that runs.

Two notebooks may write at once, the file may be damaged, the disk full: a check never fails for it.
"""

from __future__ import annotations

import functools
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from helpers.fingerprint import fingerprint
from helpers.messages import PROGRESS_DAMAGED, PROGRESS_UNWRITABLE
from helpers.records import Outcome, Verdict

FORMAT = 1
LOCK_SECONDS, LOCK_POLL = 2.0, 0.005
HONEST = (Outcome.WRONG, Outcome.RAISED, Outcome.TIMED_OUT, Outcome.DIED)  # outcomes of an attempt
GRADING = ("NBGRADER_EXECUTION", "NBGRADER_VALIDATING")  # set while nbgrader runs a notebook
TROUBLES = (OSError, NotImplementedError, ImportError)  # no place, no lock on this disk, filelock not installed


@dataclass(frozen=True)
class Standing:
    """How far one exercise is.

    Parameters
    ----------
    passed
        Whether it has passed once.
    tries
        The fingerprints of the failing attempts, each once.
    hints
        How many hints were shown.
    """

    passed: bool = False
    tries: tuple[str, ...] = ()
    hints: int = 0


Change = Callable[[Standing], Standing]
Lessons = dict[str, dict[str, Standing]]  # lesson -> exercise -> standing


class ProgressFile:
    """The file at `path`; where it is None or cannot be written, what is noted stays in memory."""

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._kept: Lessons = {}
        self._said: set[str] = set()

    def read(self, lesson: str) -> dict[str, Standing]:
        """Return the standings of a lesson's exercises, as far as any are noted."""
        written = self._written().get(lesson, {})
        kept = self._kept.get(lesson, {})
        return {name: _joined(written, kept, name) for name in {**written, **kept}}

    def _written(self) -> Lessons:
        if self.path is None:
            return {}
        try:
            if not self.path.exists():
                return {}
            with self._locked() as path:
                return self._load(path)
        except TROUBLES as trouble:
            self._say_once(trouble)
            return _peek(self.path)

    def update(self, lesson: str, exercise: str, change: Change) -> Standing:
        """Change a standing and return it, changed."""
        if self.path is not None:
            try:
                return self._update_file(lesson, exercise, change)
            except TROUBLES as trouble:
                self._say_once(trouble)
        kept = self._kept.setdefault(lesson, {})
        kept[exercise] = change(_joined(_peek(self.path).get(lesson, {}), kept, exercise))
        return kept[exercise]

    def _update_file(self, lesson: str, exercise: str, change: Change) -> Standing:
        with self._locked() as path:
            lessons = self._load(path)
            before = lessons.setdefault(lesson, {})
            after = change(_joined(before, self._kept.get(lesson, {}), exercise))
            if after != before.get(exercise):
                before[exercise] = after
                _save(path, lessons)
            return after

    @contextmanager
    def _locked(self) -> Iterator[Path]:
        from filelock import FileLock

        assert self.path is not None
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with FileLock(f"{self.path}.lock").acquire(LOCK_SECONDS, LOCK_POLL):
            yield self.path

    def _load(self, path: Path) -> Lessons:
        """Read the file; a damaged one is set aside. Only under the lock."""
        try:
            return from_json(path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except (ValueError, RecursionError):
            aside = _free_name(path)
            os.replace(path, aside)
            print(PROGRESS_DAMAGED.format(aside=aside.name))
            return {}

    def _say_once(self, trouble: Exception) -> None:
        why = getattr(trouble, "strerror", None) or str(trouble) or type(trouble).__name__
        if why not in self._said:
            self._said.add(why)
            print(PROGRESS_UNWRITABLE.format(path=self.path, why=why))


def to_json(lessons: Lessons) -> str:
    """Write all standings as text."""
    tree = {lesson: {name: asdict(one) for name, one in names.items()} for lesson, names in lessons.items()}
    return json.dumps({"format": FORMAT, "lessons": tree}, indent=1)


def from_json(text: str) -> Lessons:
    """Read what `to_json` wrote.

    Raises
    ------
    ValueError
        It is something else.
    """
    tree = json.loads(text)
    if not isinstance(tree, dict) or tree.get("format") != FORMAT:
        raise ValueError("no progress file of this format")
    return {
        lesson: {name: _standing(one) for name, one in _dict(names).items()}
        for lesson, names in _dict(tree.get("lessons")).items()
    }


def _dict(tree: Any) -> dict[str, Any]:
    if not isinstance(tree, dict):
        raise ValueError("not a dictionary")
    return tree


def _standing(tree: Any) -> Standing:
    fields: list[Any] = [_dict(tree).get(name) for name in ("passed", "tries", "hints")]
    passed, tries, hints = fields
    whole = type(passed) is bool and isinstance(tries, list) and type(hints) is int and hints >= 0
    if not whole or not all(isinstance(one, str) for one in tries):
        raise ValueError("no standing")
    return Standing(passed, tuple(tries), hints)


def _joined(written: dict[str, Standing], kept: dict[str, Standing], name: str) -> Standing:
    one, other = written.get(name, Standing()), kept.get(name, Standing())
    tries = tuple(dict.fromkeys(one.tries + other.tries))
    return Standing(one.passed or other.passed, tries, max(one.hints, other.hints))


def _peek(path: Path | None) -> Lessons:
    """Read the file without a lock and without a word, as far as it can be read."""
    try:
        return from_json(path.read_text(encoding="utf-8")) if path else {}
    except (OSError, ValueError, RecursionError):
        return {}


def _save(path: Path, lessons: Lessons) -> None:
    """Replace the file in one step: who reads meets the old one or the new one, never a part."""
    new = path.with_name(path.name + ".new")
    with new.open("w", encoding="utf-8") as file:
        file.write(to_json(lessons))
        file.flush()
        os.fsync(file.fileno())
    os.replace(new, path)


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside


def location() -> Path | None:
    """Return where the file lies; None while nbgrader runs the notebook, which leaves no trace."""
    if any(name in os.environ for name in GRADING):
        return None
    if named := os.environ.get("COURSE_PROGRESS"):
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("neural-networks-by-hand", appauthor=False) / "progress.json"


def progress_file() -> ProgressFile:
    """Return the progress file of today's environment."""
    return _at(location())


@functools.cache
def _at(path: Path | None) -> ProgressFile:
    return ProgressFile(path)


def note_verdict(lesson: str, verdict: Verdict, fn: Any) -> None:
    """Note a pass, or an honest try: a failing function that differs from those before."""
    if verdict.finding is not None and verdict.finding.code == "interrupted":
        return
    if verdict.passed:
        progress_file().update(lesson, verdict.exercise, lambda one: replace(one, passed=True))
    elif verdict.outcome in HONEST:
        mark = fingerprint(fn)
        progress_file().update(
            lesson, verdict.exercise, lambda one: replace(one, tries=tuple(dict.fromkeys((*one.tries, mark))))
        )


def next_hint(lesson: str, exercise: str) -> int:
    """Note that one more hint is shown, and return how many were before it."""
    return progress_file().update(lesson, exercise, lambda one: replace(one, hints=one.hints + 1)).hints - 1
