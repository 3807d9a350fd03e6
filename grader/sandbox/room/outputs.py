"""What a cell prints and shows, collected as a notebook's outputs, up to a limit."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

NOTE = "\n[The rest of this cell's output was cut: it is longer than {limit} bytes.]\n"


class Outputs:
    """The outputs of one cell, in the order they came, in the form of nbformat 4."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.begin()

    def begin(self) -> None:
        """Start the next cell."""
        self._items: list[dict[str, Any]] = []
        self._displayed: dict[str, dict[str, Any]] = {}
        self._texts: list[str] = []  # of the stream that is being written
        self._room = self.limit
        self._clear_next = False

    def finish(self) -> list[dict[str, Any]]:
        """Return the outputs of the cell."""
        self._join()
        if self._room < 0:
            self._items.append({"output_type": "stream", "name": "stderr", "text": NOTE.format(limit=self.limit)})
        return self._items

    def write(self, name: str, text: str) -> None:
        """Add text to the stream `name`."""
        text = self._fit(text)
        if not text:
            return
        last = self._next() and self._items[-1]
        if not last or last.get("name") != name or not self._texts:
            self._join()
            self._items.append({"output_type": "stream", "name": name, "text": ""})
        self._texts.append(text)

    def _fit(self, text: str) -> str:
        """Cut a text to what is left; what it costs is its length in the message."""
        if self._room < 0:
            return ""
        if len(text) > self._room:
            text, cut = text[: self._room], True
        else:
            cut = False
        cost = len(json.dumps(text))
        if cost > self._room:
            text, cut = text[: len(text) * self._room // cost], True
        self._room = -1 if cut else self._room - cost
        return text

    def _next(self) -> bool:
        """Make room for the next output; whether there is one before it."""
        if self._clear_next:
            self._clear_next = False
            self.clear()
        return bool(self._items)

    def _join(self) -> None:
        if self._texts:
            self._items[-1]["text"] = "".join(self._texts)
            self._texts = []

    def add(self, output: dict[str, Any], display_id: str | None = None) -> None:
        """Add a display, a value or an error."""
        output = as_json(output)
        cost = len(json.dumps(output))
        if self._room < 0 or cost > self._room:
            self._room = -1
            return
        self._room -= cost
        self._next()
        self._join()
        self._items.append(output)
        if display_id is not None:
            self._displayed[str(display_id)] = output

    def update(self, output: dict[str, Any], display_id: str | None) -> None:
        """Change what was displayed before in this cell under the same id."""
        shown = self._displayed.get(str(display_id))
        if shown is not None:
            new = as_json(output)
            self._room -= len(json.dumps(new))
            if self._room >= 0:
                shown.update(data=new["data"], metadata=new["metadata"])

    def clear(self, wait: bool = False) -> None:
        """Forget what was shown, at once or when the next output comes."""
        if wait:
            self._clear_next = True
            return
        self._items, self._texts, self._displayed = [], [], {}


def as_json(output: dict[str, Any]) -> dict[str, Any]:
    """Return a copy of plain JSON: bytes of a picture in base64, anything else unknown as its text."""

    def plain(value: Any) -> Any:
        return base64.b64encode(value).decode() if isinstance(value, bytes) else str(value)

    try:
        return dict(json.loads(json.dumps(output, default=plain)))
    except (TypeError, ValueError, RecursionError):
        note = {"text/plain": "[A display that is not JSON was left out.]"}
        return {"output_type": "display_data", "data": note, "metadata": {}}


class Stream(io.TextIOBase):
    """What stands in for sys.stdout or sys.stderr."""

    encoding = "utf-8"
    errors = "replace"

    def __init__(self, name: str, outputs: Outputs) -> None:
        self.name = name
        self._outputs = outputs

    def write(self, text: str) -> int:
        """Write text; of any other type there is a TypeError, as with a file."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        self._outputs.write(self.name, str(text))
        return len(text)

    def writable(self) -> bool:
        """Say that this is a file to write to."""
        return True

    def isatty(self) -> bool:
        """Say that nobody is watching."""
        return False
