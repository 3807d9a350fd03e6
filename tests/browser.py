"""A headless Chromium, driven by its DevTools protocol: a page to open, JavaScript to run in it, and pictures of it."""

from __future__ import annotations

import base64
import itertools
import json
import re
import shutil
import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import websocket

PROGRAM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))), None)
SIZE = "1300,1250"
ANSWER_SECONDS = 90
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--remote-debugging-port=0")


class Page:
    """One page of the browser."""

    def __init__(self, address: str) -> None:
        self._socket = websocket.create_connection(address, timeout=ANSWER_SECONDS, suppress_origin=True)
        self._numbers = itertools.count(1)

    def call(self, method: str, **parameters: Any) -> Any:
        """Send a command of the protocol, and return its result."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self._socket.recv())
            if answer.get("id") == number:
                assert "error" not in answer, answer["error"]
                return answer["result"]

    def close(self) -> None:
        """Let go of the page."""
        self._socket.close()

    def open(self, address: str) -> None:
        """Go to an address."""
        self.call("Page.navigate", url=address)

    def run(self, code: str) -> Any:
        """Return what an expression in JavaScript comes to; a promise is waited for."""
        result = self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in result, (code, result["exceptionDetails"])
        return result["result"].get("value")

    def wait(self, condition: str, seconds: int = ANSWER_SECONDS - 10) -> Any:
        """Wait in the page until an expression holds, and return what it comes to."""
        return self.run(
            f"""new Promise((done, failed) => {{
                const end = performance.now() + {1000 * seconds};
                const look = () => {{
                    let now = null;
                    try {{ now = ({condition}); }} catch {{ }}
                    if (now) done(now);
                    else if (performance.now() > end) failed(new Error("still not so"));
                    else setTimeout(look, 20);
                }};
                look();
            }})"""
        )

    def picture(self, path: Path) -> None:
        """Write what the page looks like as a PNG."""
        path.write_bytes(base64.b64decode(self.call("Page.captureScreenshot")["data"]))


@contextmanager
def browser(folder: Path) -> Iterator[Page]:
    """An empty page of a browser that keeps its things in `folder`."""
    command = [str(PROGRAM), *FLAGS, f"--window-size={SIZE}", f"--user-data-dir={folder}", "about:blank"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        assert process.stderr is not None
        port = next(found[1] for line in process.stderr if (found := re.search(r"ws://127\.0\.0\.1:(\d+)/", line)))
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=ANSWER_SECONDS) as answer:
            pages = [one for one in json.load(answer) if one["type"] == "page"]
        page = Page(pages[0]["webSocketDebuggerUrl"])
        try:
            yield page
        finally:
            page.close()
    finally:
        process.terminate()
        process.communicate(timeout=ANSWER_SECONDS)
