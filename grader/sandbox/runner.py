"""Where submissions run: in isolation, or plainly where there is none."""

from __future__ import annotations

import socket
import sys
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType

from grader.sandbox import bubblewrap, environment, kit
from grader.sandbox.errors import SandboxError
from grader.sandbox.folder import Folder
from grader.sandbox.fork import Fork
from grader.sandbox.process import Template, TemplateProcess
from grader.sandbox.reference_process import ReferenceProcess
from grader.sandbox.room.limits import Limits
from grader.sandbox.session import Session


class Runner(ABC):
    """A warm template and the sessions forked from it; one for each worker, used by one thread.

    Also a context manager: ``with IsolatedRunner() as runner, runner.session() as session: ...``
    """

    isolated: bool

    def __init__(self, limits: Limits | None = None, folder: Path | None = None) -> None:
        self.limits = limits or Limits()
        self._parent = folder  # where its own folder is made; by default where temporary files go
        self._folder: Folder | None = None
        self._template: Template | None = None
        self._reference = ReferenceProcess(self.limits)

    def start(self) -> None:
        """Start the template, about a second's work; the grader calls it once, before the first submission.

        Raises
        ------
        SandboxError
            It would not start; the text says why and what to do.
        """
        if self._template is None:
            try:
                template = self._begin()
                template.wait_until_ready()
            except SandboxError as error:
                self.close()
                raise self._explained(error) from error
            self._template = template

    def _begin(self) -> TemplateProcess:
        try:
            if self._folder is None:
                self._folder = Folder(self._parent)
                kit.lay_out(self._folder.path / "kit")
            return self._new_template(self._folder.path)
        except OSError as error:
            raise SandboxError(f"The sandbox would not start: {error}.") from error

    def _explained(self, error: SandboxError) -> SandboxError:
        return error

    def fork_reference(self) -> None:
        """Have the reference's process ready, as a fork of this one; see `ReferenceProcess.fork`."""
        self._reference.fork()

    def twins(self, count: int) -> list[socket.socket]:
        """Begin to start the template, and return the sockets of twins of it, for other processes to `adopt`.

        They are forked from it when it is warm, which nobody waits for here; this runner has no sessions of its own.

        Raises
        ------
        SandboxError
            It would not start.
        """
        self._template = template = self._begin()
        return [template.twin() for _ in range(count)]

    def try_walls(self) -> None:
        """Wait until the template that `twins` began to start is warm, and shut in one session.

        Raises
        ------
        SandboxError
            It would not start, or the walls would not stand.
        """
        if self._template is not None:
            self._template.wait_until_ready()
        with self.session():
            pass

    def adopt(self, control: socket.socket) -> None:
        """Take the twin of another runner's template for our own; where it dies, a new one is started in its place.

        Raises
        ------
        SandboxError
            It would not start.
        """
        twin = Template(control, self.isolated)
        twin.wait_until_ready()
        self._template = twin

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
        return TemplateProcess(command, variables, isolated=True, limits=self.limits)

    def _explained(self, error: SandboxError) -> SandboxError:
        reason = bubblewrap.why_not_isolated()
        return error if reason is None else SandboxError(f"The sandbox would not start: {reason}.")


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


def open_runner(isolation: bool, limits: Limits | None = None, folder: Path | None = None) -> Runner:
    """Return the runner for what was asked on the command line; its files lie in `folder`."""
    return (IsolatedRunner if isolation else PlainRunner)(limits, folder)
