"""The IPython shell that runs a notebook's cells: magics, displays, last values and errors, as in a notebook."""

from __future__ import annotations

import ast
import contextlib
import inspect
import itertools
import os
import re
import sys
from types import CodeType, SimpleNamespace, TracebackType
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.displaypub import DisplayPublisher
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Any as AnyTrait
from traitlets import Type
from traitlets.config import Config

from helpers.observe import MAX_TEXT, TimeUp, raised, time_limit
from helpers.records import Raised

from .outputs import Outputs

MAX_STEPS = 30  # of a traceback
NOT_PLAIN = re.compile(  # what IPython trims or trips over in Python, too
    r"\A\s|^[^\S\n]+$|^[^\S\n]*\\$|[\r\f\v\x1c-\x1e\x85\u2028\u2029]|>>>|In \[|\.\.\.:", re.MULTILINE
)
NO_SHELL = "There is no command line here, so this was left out: {command}\n"


class Compiler(CachingCompiler):
    """Names cells, and says what module each is of: for a traceback `inspect` would look through all there are."""

    def cache(self, *args: Any, **kwargs: Any) -> str:
        """Return the name of a cell, under which its source is kept."""
        name: str = super().cache(*args, **kwargs)
        inspect.modulesbyfile[name] = "__main__"
        with contextlib.suppress(FileNotFoundError):  # the folder that the notebook works in is gone
            inspect.modulesbyfile[os.path.abspath(name)] = "__main__"
        return name


class Publisher(DisplayPublisher):
    """Where `display` goes."""

    def publish(
        self, data: Any, metadata: Any = None, *args: Any, transient: Any = None, update: bool = False, **more: Any
    ) -> None:
        """Take one display."""
        display_id = (transient or {}).get("display_id")
        output = {"output_type": "display_data", "data": data, "metadata": metadata or {}}
        if update:
            self.shell.outputs.update(output, display_id)
        else:
            self.shell.outputs.add(output, display_id)

    def clear_output(self, wait: bool = False) -> None:
        """Forget the displays of this cell."""
        self.shell.outputs.clear(wait)


class ValueHook(DisplayHook):
    """Where the value of a cell's last line goes."""

    def write_output_prompt(self) -> None:
        """Print nothing: the count is part of the output."""

    def write_format_data(self, format_dict: Any, md_dict: Any = None) -> None:
        """Take one value."""
        self.shell.outputs.add(
            {
                "output_type": "execute_result",
                "data": format_dict,
                "metadata": md_dict or {},
            }
        )

    def finish_displayhook(self) -> None:
        """End without the newline of a terminal."""
        self._is_active = False


class RoomShell(InteractiveShell):
    """A shell without a terminal, a history or a command line."""

    display_pub_class = Type(Publisher)
    displayhook_class = Type(ValueHook)
    compiler_class = Type(Compiler)
    outputs: Any = AnyTrait()
    own_transforms: Any = AnyTrait()  # what IPython begins with
    _code: CodeType | None = None  # of a cell that was Python as it came

    def enable_gui(self, gui: Any = None) -> None:
        """Do nothing: figures are drawn inline."""

    def ask_exit(self) -> None:
        """Do nothing: exit() and quit() end a notebook's kernel, not its grading."""

    def system(self, cmd: str) -> None:
        """Say that ``!command`` and ``%pip`` do nothing here."""
        sys.stderr.write(NO_SHELL.format(command=cmd))

    def getoutput(self, cmd: str, split: bool = True, depth: int = 0) -> Any:
        """Say the same of ``value = !command``, whose value is empty."""
        sys.stderr.write(NO_SHELL.format(command=cmd))
        return [] if split else ""

    def transform_cell(self, raw_cell: str) -> str:
        """Leave Python of several lines as it is: to look through its tokens for IPython's own syntax takes long."""
        cell = raw_cell if raw_cell.endswith("\n") else raw_cell + "\n"
        odd = NOT_PLAIN.search(cell) or len(cell.splitlines()) == 1 or self.transforms() != self.own_transforms
        self._code = None if odd else _compiled(cell)
        return super().transform_cell(raw_cell) if self._code is None else cell

    def transforms(self) -> list[Any]:
        """Return what makes Python of a cell; a notebook may add its own."""
        manager = self.input_transformer_manager
        ours = (manager.cleanup_transforms, manager.line_transforms, manager.token_transformers)
        return [*itertools.chain(*ours, self.input_transformers_post)]

    def should_run_async(self, raw_cell: str, **known: Any) -> bool:
        """Tell from the code that is there whether a cell awaits something."""
        if self._code is None:
            return bool(super().should_run_async(raw_cell, **known))
        return bool(self.autoawait and self._code.co_flags & inspect.CO_COROUTINE)

    def showtraceback(self, exc_tuple: Any = None, *args: Any, **kwargs: Any) -> None:
        """Show an error; of one that is out of time only the line that says so."""
        kind, _, traceback = exc_tuple or sys.exc_info()
        _shorten(traceback)
        if kind is None or not issubclass(kind, TimeUp):
            super().showtraceback(exc_tuple, *args, **kwargs)

    def _format_exception_for_storage(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        """Keep no second copy of each traceback; formatting it takes longer than the cell."""
        return {}

    def _showtraceback(self, etype: Any, evalue: Any, stb: list[str]) -> None:
        self.outputs.add(error_output(getattr(etype, "__name__", str(etype)), _text(evalue), stb))

    def run(self, source: str, count: int, seconds: float, wall: float) -> tuple[list[dict[str, Any]], Raised | None]:
        """Run one cell as number `count`; return its outputs and the error that ended it."""
        self.outputs.begin()
        self.execution_count = count
        error = self._run_in_time(source, seconds, wall)
        return self.outputs.finish(), error

    def _run_in_time(self, source: str, seconds: float, wall: float) -> Raised | None:
        try:
            with time_limit(seconds, wall):
                result = self.run_cell(source, store_history=True)  # else a last `;` would not silence
        except TimeUp as late:  # the alarm rang again while the first was being told
            cause: BaseException | None = late
        else:
            cause = result.error_before_exec or result.error_in_exec
        if isinstance(cause, TimeUp):
            self.outputs.add(error_output("TimeUp", f"stopped after {seconds:g} seconds", []))
            return Raised("time_out", f"{seconds:g}")
        return None if cause is None else self._described(cause)

    def _described(self, error: BaseException) -> Raised:
        if isinstance(error, SyntaxError):
            return Raised(type(error).__name__, str(error)[:MAX_TEXT], (error.text or "").strip()[:MAX_TEXT])
        step, code = error.__traceback__, None
        while step is not None:  # the student's own frames are those that see the notebook's globals
            code = step.tb_frame.f_code if step.tb_frame.f_globals is self.user_ns else code
            step = step.tb_next
        like_a_function: Any = SimpleNamespace(__code__=code)
        return raised(error, like_a_function)


def _compiled(cell: str) -> CodeType | None:
    """Return a cell's code, as IPython makes it to see whether it awaits; None where it is not Python."""
    try:
        return compile(cell, "<>", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        return None


def _shorten(traceback: TracebackType | None) -> None:
    """Cut off the inner steps of a runaway recursion: to format a thousand takes longer than to run them."""
    for _ in range(MAX_STEPS):
        traceback = traceback and traceback.tb_next
    if traceback is not None:
        traceback.tb_next = None


def error_output(name: str, text: str, traceback: list[str]) -> dict[str, Any]:
    """Return an error as a notebook's output."""
    lines = [str(line) for line in traceback] or [f"{name}: {text}"]
    return {"output_type": "error", "ename": name, "evalue": text, "traceback": lines}


def _text(error: Any) -> str:
    try:
        return str(error)
    except BaseException:  # __str__ may be the student's
        return ""


def make_shell(output_limit: int) -> RoomShell:
    """Make the one shell of this process, as quiet and forgetful as can be."""
    config = Config()
    config.HistoryManager.enabled = False
    config.RoomShell.colors = "nocolor"
    config.Completer.use_jedi = False
    shell = RoomShell.instance(config=config)
    shell.outputs = Outputs(output_limit)
    shell.own_transforms = shell.transforms()
    return shell
