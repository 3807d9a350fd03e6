"""A Jupyter server for the tests that need one."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from support import PROGRAMS

TOKEN = "for-this-test-only"
START_SECONDS, ANSWER_SECONDS, END_SECONDS = 90, 120, 30


@contextmanager
def server(folder: Path, scratch: Path, program: str = "jupyter_server", *more: str) -> Iterator[str]:
    """A Jupyter server on a folder, with the formgrader; its address. The program may be "jupyterlab"."""
    runtime = scratch / "runtime"
    runtime.mkdir(parents=True)
    variables = {name: str(scratch / name) for name in ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "HOME")}
    path = f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}"
    options = [f"--ServerApp.root_dir={folder}", f"--IdentityProvider.token={TOKEN}", "--port=0", "--no-browser"]
    with (scratch / "server.log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", program, *options, *more, "--allow-root"],
            cwd=folder,
            env={**os.environ, **variables, "JUPYTER_RUNTIME_DIR": str(runtime), "TMPDIR": str(scratch), "PATH": path},
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    try:
        yield _address(process, runtime)
    finally:
        process.terminate()
        try:
            process.wait(END_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _address(process: subprocess.Popen[bytes], runtime: Path) -> str:
    """Wait for the file in which the server says where it will listen, and until it does."""
    tick = threading.Event()
    for _ in range(START_SECONDS * 10):
        found = [text for path in runtime.glob("jpserver-*.json") if (text := path.read_text())]
        if found and _listens(json.loads(found[0])["port"]):
            return str(json.loads(found[0])["url"])
        if process.poll() is not None:
            break
        tick.wait(0.1)
    raise AssertionError((runtime.parent / "server.log").read_text())


def _listens(port: int) -> bool:
    with socket.socket() as door:
        return door.connect_ex(("localhost", port)) == 0
