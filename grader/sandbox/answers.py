"""What comes back from a room, read without faith: every field checked, every text cleaned, built anew."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

from grader.sandbox.room.packing import unpack
from grader.sandbox.room.wire import Malformed
from helpers.plain import MAX_DEPTH, Opaque
from helpers.records import Observation, Raised

MAX_WORDS = 300
MAX_OUTPUTS = 10_000


@dataclass(frozen=True)
class CellResult:
    """What running one cell gave.

    Parameters
    ----------
    outputs
        In the form of nbformat 4, ready to be put into the notebook.
    error
        The exception that ended the cell; of kind "time_out" or "died" where it was more than an exception.
    count
        The number of the cell in this session, for the notebook's ``In [n]``.
    """

    outputs: list[dict[str, Any]]
    error: Raised | None = None
    count: int | None = None


def cell_result(message: dict[str, Any], data: bytearray, count: int) -> CellResult:
    """Read the answer to a cell.

    Raises
    ------
    Malformed
        It is not what an honest room sends.
    """
    outputs = _expect(message.get("outputs"), list)
    if data or len(outputs) > MAX_OUTPUTS:
        raise Malformed("too much for the outputs of a cell")
    try:
        read = [_output(item, count) for item in outputs]
    except RecursionError as error:
        raise Malformed("an output nested too deeply") from error
    return CellResult(read, _raised(message.get("error")), count)


def observation(message: dict[str, Any], data: bytearray, arguments: dict[str, Any]) -> Observation:
    """Read the answer to a call.

    Raises
    ------
    Malformed
        It is not what an honest room sends.
    """
    changed = _expect(message.get("changed"), list)
    if not all(type(name) is str and name in arguments for name in changed):
        raise Malformed("an argument that is none")
    parts = _expect(_cleaned(unpack(message.get("result"), data)), tuple)
    if len(parts) != 2:
        raise Malformed("not a result with its defaults")
    return Observation(parts[0], _raised(message.get("error")), tuple(changed), _expect(parts[1], tuple))


def _raised(error: Any) -> Raised | None:
    if error is None:
        return None
    fields = _expect(error, dict)
    return Raised(*(_words(fields.get(name)) for name in ("kind", "text", "line")))


def _words(text: Any) -> str:
    return clean(_expect(text, str)[:MAX_WORDS])


def clean(text: str) -> str:
    """Return a text that every file and database takes: no NUL, no half of a character."""
    return text.replace("\0", "\N{REPLACEMENT CHARACTER}").encode("utf-8", "replace").decode("utf-8")


def _cleaned(value: Any, depth: int = 0) -> Any:
    """Copy a plain value with clean texts; deeper than an honest room nests it is malformed."""
    if depth > MAX_DEPTH + 1:
        raise Malformed("a value nested too deeply")
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, Opaque):
        return Opaque(_words(value.type_name))
    if isinstance(value, dict):
        return {clean(key): _cleaned(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(_cleaned(item, depth + 1) for item in value)
    return value


def _output(item: Any, count: int) -> dict[str, Any]:
    fields = _expect(item, dict)
    kind = fields.get("output_type")
    if kind == "stream" and fields.get("name") in ("stdout", "stderr"):
        return {"output_type": kind, "name": fields["name"], "text": clean(_expect(fields.get("text"), str))}
    if kind == "error":
        lines = [clean(_expect(line, str)) for line in _expect(fields.get("traceback"), list)]
        return {
            "output_type": kind,
            "ename": clean(_expect(fields.get("ename"), str)),
            "evalue": clean(_expect(fields.get("evalue"), str)),
            "traceback": lines,
        }
    if kind in ("display_data", "execute_result"):
        metadata = _json(_expect(fields.get("metadata"), dict))
        shown = {"output_type": kind, "data": _bundle(fields.get("data")), "metadata": metadata}
        return shown if kind == "display_data" else {**shown, "execution_count": count}
    raise Malformed("an output of no known type")


def _bundle(data: Any) -> dict[str, Any]:
    """Read a display's data: texts by their type, and JSON where the type says so."""
    bundle = {}
    for mime, content in _expect(data, dict).items():
        if isinstance(content, str):
            bundle[clean(mime)] = clean(content)
        elif mime.endswith("json"):
            bundle[clean(mime)] = _json(content)
    return bundle


def _json(value: Any) -> Any:
    """Copy JSON so that it is JSON for everybody, not for Python alone: no NaN, clean texts."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {clean(key): _json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_json(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _expect(value: Any, kind: type) -> Any:
    if type(value) is not kind:
        raise Malformed(f"not a {kind.__name__}")
    return value
