"""The playground as a student meets it: in JupyterLab, in a real browser, played with by its buttons and menus."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PROGRAM, Page, browser
from notebook_server import TOKEN, server

from grader.course import ROOT

NAME = "99-playground"
SCREENSHOTS = os.environ.get("COURSE_SCREENSHOTS")  # a folder to keep them in, to be looked at
pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(400),  # JupyterLab is slow to come up on a busy machine
    pytest.mark.skipif(PROGRAM is None, reason="needs Chromium"),
]

WORDS = """[...document.querySelectorAll(".widget-html-content")].map(one => one.textContent)
           .find(text => /^(Playing|Paused)/.test(text))"""
BUTTON = """[...document.querySelectorAll("button.jupyter-button")].find(one => one.textContent.trim() === "{name}")"""
MENU = """[...document.querySelectorAll(".widget-dropdown")]
          .find(one => one.querySelector("label").textContent === "{name}").querySelector("select")"""
PIXELS = """fetch(document.querySelector("img.widget-image").src).then(one => one.arrayBuffer())
            .then(one => crypto.subtle.digest("SHA-256", one)).then(one => [...new Uint8Array(one)].join())"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """The playground's notebook in JupyterLab, run from top to bottom."""
    folder, scratch = tmp_path_factory.mktemp("lessons"), tmp_path_factory.mktemp("server")
    shutil.copy(ROOT / "notebooks" / NAME / f"{NAME}.ipynb", folder)
    with server(folder, scratch, "--LabApp.expose_app_in_browser=True") as address, browser(scratch / "chrome") as page:
        page.open(f"{address}lab/tree/{NAME}.ipynb?token={TOKEN}")
        page.wait("jupyterapp.shell.currentWidget.sessionContext.session.kernel.status === 'idle'")
        page.run("jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)")
        page.wait(WORDS)
        page.run("document.querySelector('img.widget-image').scrollIntoView({block: 'end'})")
        yield page


def press(page: Page, name: str) -> None:
    page.run(f"({BUTTON.format(name=name)}).click()")


def choose(page: Page, name: str, option: str) -> None:
    page.run(
        f"""(() => {{
            const menu = {MENU.format(name=name)};
            menu.value = [...menu.options].find(one => one.textContent === "{option}").value;
            menu.dispatchEvent(new Event("change", {{bubbles: true}}));
        }})()"""
    )


def step(page: Page) -> int:
    """The number of steps that the words speak of."""
    return int(page.run(f"({WORDS}).match(/After (\\d+) steps/)[1]"))


def keep(page: Page, name: str) -> None:
    if SCREENSHOTS:
        page.picture(Path(SCREENSHOTS) / f"{name}.png")


def test_start_another_learning_rate_pause(page: Page) -> None:
    """The picture changes while it plays, and then stands still: one step more is one step more."""
    at_rest = page.run(PIXELS)
    keep(page, "1-at-rest")
    press(page, "Start")
    page.wait(f"({WORDS}).startsWith('Playing') && Number(({WORDS}).match(/After (\\d+)/)[1]) > 100")
    playing = page.run(PIXELS)
    keep(page, "2-playing")
    choose(page, "learning rate", "1.0")
    before = step(page)
    page.wait(f"Number(({WORDS}).match(/After (\\d+)/)[1]) > {before + 100}")
    press(page, "Pause")
    page.wait(f"({WORDS}).startsWith('Paused')")
    stood, still = step(page), page.run(PIXELS)
    keep(page, "3-paused")
    press(page, "Step")
    page.wait(f"Number(({WORDS}).match(/After (\\d+)/)[1]) > {stood}")

    assert 3 == len({at_rest, playing, still})
    assert stood + 1 == step(page)


def test_another_set_without_hidden_units_starts_anew(page: Page) -> None:
    choose(page, "data", "spiral")
    page.wait(f"({WORDS}).startsWith('Paused. After 0 steps')")
    keep(page, "4-spiral")

    assert 0 == step(page)
