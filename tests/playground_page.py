"""The playground in JupyterLab in a real browser: its buttons, its menus, its picture and its words."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from browser import Page, browser
from notebook_server import TOKEN, server

from grader.course import ROOT

NAME = "99-playground"
WORDS = """[...document.querySelectorAll(".widget-html-content")].map(one => one.textContent)
           .find(text => /^(Playing|Paused)/.test(text))"""
STEP = f"Number(({WORDS}).match(/After (\\d+) steps/)[1])"
PICTURE = 'document.querySelector("img.widget-image")'
PIXELS = f"""fetch({PICTURE}.src).then(one => one.arrayBuffer())
             .then(one => crypto.subtle.digest("SHA-256", one)).then(one => [...new Uint8Array(one)].join())"""
BUTTON = """[...document.querySelectorAll("button.jupyter-button")].find(one => one.textContent.trim() === "{name}")"""
MENU = """[...document.querySelectorAll(".widget-dropdown")]
          .find(one => one.querySelector("label").textContent === "{name}").querySelector("select")"""
LAB = "window.jupyterapp.shell.currentWidget"


@contextmanager
def opened(folder: Path) -> Iterator[Page]:
    """The playground's notebook, run from top to bottom; `folder` is for whatever that needs."""
    lessons, scratch = folder / "lessons", folder / "server"
    lessons.mkdir()
    shutil.copy(ROOT / "notebooks" / NAME / f"{NAME}.ipynb", lessons)
    with (
        server(lessons, scratch, "jupyterlab", "--expose-app-in-browser") as address,
        browser(folder / "browser") as page,
    ):
        page.call("Emulation.setFocusEmulationEnabled", enabled=True)  # JupyterLab works on what has the focus
        page.open(f"{address}doc/tree/{NAME}.ipynb?token={TOKEN}")
        page.wait(f"{LAB}.sessionContext.session.kernel.status === 'idle'")
        page.run("jupyterapp.commands.execute('notebook:run-all-cells').then(() => true)")
        page.wait(WORDS)
        page.run(f"{PICTURE}.scrollIntoView({{block: 'end'}})")
        yield page


def press(page: Page, name: str) -> None:
    """Press a button."""
    page.run(f"({BUTTON.format(name=name)}).click()")


def choose(page: Page, name: str, option: str) -> None:
    """Choose from a menu."""
    page.run(
        f"""(() => {{
            const menu = {MENU.format(name=name)};
            menu.value = [...menu.options].find(one => one.textContent === "{option}").value;
            menu.dispatchEvent(new Event("change", {{bubbles: true}}));
        }})()"""
    )


def step(page: Page) -> int:
    """Return the number of steps that the words speak of."""
    return int(page.run(STEP))
