"""Workers on other machines, by Dask: behind the same executor as the processes of `grader.pool`.

A worker needs the installed package and bubblewrap, nothing of the course folder: submissions and results travel with
the work. Dask pickles both, so whoever can reach the cluster can run anything on it, and here: it has to be your own.
"""

from __future__ import annotations

import hashlib
import logging
import warnings
from collections.abc import Callable
from concurrent.futures import BrokenExecutor, Executor, Future
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

import grader
import helpers
from grader import pool
from grader.runners import warm_runner
from grader.sandbox import Limits, why_not_isolated
from helpers.errors import GraderError

if TYPE_CHECKING:
    from distributed import Client, Worker

START_WORKERS = "dask worker {address} --nworkers -1 --nthreads 1"


@dataclass(frozen=True)
class Terms:
    """What a worker has to keep to: this software, this isolation, these limits."""

    software: str
    isolated: bool
    limits: Limits

    def broken_by(self, worker: Worker) -> str:
        """Say why the Dask worker that this runs in cannot keep to them; "" where it can."""
        if software() != self.software:
            return "it has another version of this course than this machine; install the same on both"
        if worker.state.nthreads != 1:  # a sandbox belongs to one thread, and so do Python's streams
            return "it runs more than one thread; start it with --nthreads 1"
        return ""

    def why_unfit(self, dask_worker: Worker) -> str:
        """Say why a worker cannot grade, before it has anything to do; Dask names the argument."""
        return self.broken_by(dask_worker) or (self.isolated and why_not_isolated()) or ""


@cache
def software() -> str:
    """Return a digest of this course's code: what a worker runs is what runs here, whatever the version is called."""
    digest = hashlib.sha256()
    for package in (grader, helpers):
        root = Path(package.__file__ or "").parent
        for path in sorted(root.rglob("*.py")):
            digest.update(f"{path.relative_to(root)}\n".encode() + path.read_bytes())
    return digest.hexdigest()


def work_there(terms: Terms, work: Callable[..., Any], *arguments: Any) -> Any:
    """Do a piece of work in a Dask worker, with its warm sandbox.

    Raises
    ------
    GraderError
        The worker cannot keep to the terms.
    """
    from distributed import get_worker

    reason = terms.broken_by(get_worker())
    if reason:
        raise GraderError(f"A worker cannot grade: {reason}.")
    pool.use_runner(warm_runner(terms.isolated, terms.limits))
    return work(*arguments)


class Remote(Executor):
    """An executor whose work is done by the workers of a Dask cluster, on our terms."""

    def __init__(self, client: Client, terms: Terms) -> None:
        self._executor = client.get_executor(pure=False)
        self._terms = terms

    def submit(self, work: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """Send work; as one opaque piece, for Dask would look through lists and dictionaries for work of its own."""
        try:
            return self._executor.submit(partial(work_there, self._terms, work, *arguments, **named))
        except Exception as error:  # what a connection that is lost does to Dask's client has no one type
            raise BrokenExecutor(_brief(error)) from error


class Cluster:
    """A Dask cluster in the place of a `Pool`; entered again, it connects anew.

    How long it waits for a scheduler or for workers is Dask's own setting, `distributed.comm.timeouts.connect`.
    A worker that dies has its work done again by another: that is Dask's.

    Parameters
    ----------
    address
        The scheduler's, as ``tcp://host:8786``, or ``tls://...`` with Dask's own configuration of the certificates.

    Raises
    ------
    GraderError
        Dask is not installed here.
    """

    def __init__(self, address: str, isolated: bool, limits: Limits | None = None) -> None:
        try:
            import distributed
        except ImportError:
            raise GraderError(
                "Grading on several machines needs Dask: pip install 'neural-networks-by-hand[dask]'"
            ) from None
        for name in ("distributed", "distributed.client"):
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what it has to say, we say in a sentence
        self._dask = distributed
        self.address, self.isolated, self.limits = address, isolated, limits
        self._client: Client | None = None

    @property
    def _patience(self) -> float:
        from dask import config, utils

        return float(utils.parse_timedelta(config.get("distributed.comm.timeouts.connect")))

    @property
    def workers(self) -> int:
        """How many there are; one that was lost may be on its way back."""
        self.begin()
        assert self._client is not None
        return max(1, len(self._client.nthreads()))

    def begin(self) -> Executor:
        """Connect, unless that was done, and look at every worker."""
        terms = Terms(software(), self.isolated, self.limits or Limits())
        if self._client is None:
            self._client = self._connect()
            try:
                self.require_workers()
                self._require_fit(terms)
            except BaseException:
                self._close()
                raise
        return Remote(self._client, terms)

    def _connect(self) -> Client:
        try:
            self._dask.comm.get_address_host_port(self.address)  # a client with a bad address cannot even be closed
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # versions that differ: ours are compared, Dask's own agree or fail
                return self._dask.Client(self.address, set_as_default=False)
        except (OSError, ValueError, TypeError, RuntimeError, ImportError) as error:
            raise GraderError(
                f"There is no Dask scheduler at {self.address} ({_brief(error)}). Mend the address, or start one "
                "(dask scheduler), and run the same command again: what is done is kept."
            ) from error

    def require_workers(self) -> None:
        """Make sure that somebody is there to do the work.

        Raises
        ------
        GraderError
            Nobody is, and nobody comes.
        """
        assert self._client is not None
        try:
            self._client.wait_for_workers(1, timeout=self._patience)
        except (OSError, TimeoutError, ValueError) as error:
            raise GraderError(
                f"The Dask cluster at {self.address} has no workers. Start some on each machine "
                f"({START_WORKERS.format(address=self.address)}), and run the same command again: what is done is kept."
            ) from error

    def _require_fit(self, terms: Terms) -> None:
        assert self._client is not None
        for address, said in self._client.run(terms.why_unfit, on_error="return").items():
            reason = f"it lacks this course ({_brief(said)})" if isinstance(said, BaseException) else said
            if reason:
                raise GraderError(f"The Dask worker {address} cannot grade: {str(reason).rstrip('.')}.")

    def alone(self) -> Cluster:
        """Return where work is done one piece at a time: here too, for Dask finds out itself what kills its workers."""
        return self

    def __enter__(self) -> Executor:
        """Begin."""
        return self.begin()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Let go of the cluster, which goes on for others; work that nobody waits for is dropped."""
        self._close()

    def _close(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            client.close()


def _brief(error: BaseException) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
