"""Where submissions run: in isolation, or plainly where there is none."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType

from grader.sandbox import bubblewrap, environment, kit
from grader.sandbox.errors import SandboxError
from grader.sandbox.folder import Folder
from grader.sandbox.fork import Fork
from grader.sandbox.process import TemplateProcess
from grader.sandbox.reference_process import ReferenceProcess
from grader.sandbox.room.limits import Limits
from grader.sandbox.session import Session


class Runner(ABC):
    """A warm template and the sessions forked from it; one for each worker, used by one thread.

    Also a context manager: ``with IsolatedRunner() as runner, runner.session() as session: ...``
    """

    isolated: bool

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._folder: Folder | None = None
        self._template: TemplateProcess | None = None
        self._reference = ReferenceProcess(self.limits)

    def start(self) -> None:
        """Start the template, about a second's work; the grader calls it once, before the first submission.

        Raises
        ------
        SandboxError
            It would not start; the text says why and what to do.
        """
        if self._template is not None:
            return
        try:
            if self._folder is None:
                self._folder = Folder()
                kit.lay_out(self._folder.path / "kit")
            self._template = self._new_template(self._folder.path)
        except OSError as error:
            self.close()
            raise SandboxError(f"The sandbox would not start: {error}.") from error
        except SandboxError:
            self.close()
            raise

    @abstractmethod
    def _new_template(self, folder: Path) -> TemplateProcess: ...

    def session(self) -> Session:
        """Return a session for one submission; the grader enters it, asks its steps and leaves it."""
        return Session(self._new_fork, self.limits, self._reference)

    def _new_fork(self) -> Fork:
        """Fork the template; one that died is replaced first."""
        if self._template is not None and not self._template.running:
            self._template.close()
            self._template = None
        self.start()
        assert self._template is not None
        return Fork(self._template, self.limits)

    def close(self) -> None:
        """End the template and whatever is left of its sessions; the grader calls it once, at the end."""
        self._reference.close()
        if self._template is not None:
            self._template.close()
            self._template = None
        if self._folder is not None:
            self._folder.close()
            self._folder = None

    def __enter__(self) -> Runner:
        """Start."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Close."""
        self.close()


class IsolatedRunner(Runner):
    """Runs submissions behind the kernel's walls (Linux with bubblewrap).

    The template ends with the thread that started it: that is bubblewrap's ``--die-with-parent``.
    """

    isolated = True

    def _new_template(self, folder: Path) -> TemplateProcess:
        command = bubblewrap.command(folder / "kit", "-m", "room")
        variables = environment.variables(bubblewrap.KIT, bubblewrap.HOME)
        try:
            return TemplateProcess(command, variables, isolated=True, limits=self.limits)
        except SandboxError as error:
            reason = bubblewrap.why_not_isolated()
            if reason is None:
                raise
            raise SandboxError(f"The sandbox would not start: {reason}.") from error


class PlainRunner(Runner):
    """Runs submissions as ordinary processes with limits (``--no-isolation``).

    The same rooms without walls: what is careless is held, what is hostile can reach all that we can.
    """

    isolated = False

    def _new_template(self, folder: Path) -> TemplateProcess:
        scratch = folder / "scratch"
        scratch.mkdir(exist_ok=True)
        variables = environment.variables(str(folder / "kit"), str(scratch))
        return TemplateProcess([sys.executable, "-m", "room"], variables, isolated=False, limits=self.limits)


def open_runner(isolation: bool, limits: Limits | None = None) -> Runner:
    """Return the runner for what was asked on the command line."""
    return IsolatedRunner(limits) if isolation else PlainRunner(limits)
