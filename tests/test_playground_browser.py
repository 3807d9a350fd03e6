"""The playground as a student meets it: in JupyterLab, in a real browser, played with by its buttons and menus."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import PROGRAM, Page
from playground_page import PIXELS, STEP, WORDS, choose, opened, press, step

SCREENSHOTS = os.environ.get("COURSE_SCREENSHOTS")  # a folder to keep them in, to be looked at
pytestmark = [
    pytest.mark.browser,
    pytest.mark.timeout(400),  # JupyterLab is slow to come up on a busy machine
    pytest.mark.skipif(PROGRAM is None, reason="needs Chromium"),
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with opened(tmp_path_factory.mktemp("playground")) as page:
        yield page


def keep(page: Page, name: str) -> None:
    if SCREENSHOTS:
        page.picture(Path(SCREENSHOTS) / f"{name}.png")


def test_start_another_learning_rate_pause(page: Page) -> None:
    """The picture changes while it plays, and then stands still: one step more is one step more."""
    at_rest = page.run(PIXELS)
    keep(page, "1-at-rest")
    press(page, "Start")
    page.wait(f"({WORDS}).startsWith('Playing') && {STEP} > 100")
    playing = page.run(PIXELS)
    keep(page, "2-playing")
    choose(page, "learning rate", "1.0")
    before = step(page)
    page.wait(f"{STEP} > {before + 100}")
    press(page, "Pause")
    page.wait(f"({WORDS}).startsWith('Paused')")
    stood, still = step(page), page.run(PIXELS)
    keep(page, "3-paused")
    press(page, "Step")
    page.wait(f"{STEP} > {stood}")

    assert 3 == len({at_rest, playing, still})
    assert stood + 1 == step(page)


def test_another_set_starts_anew(page: Page) -> None:
    choose(page, "data", "spiral")
    page.wait(f"({WORDS}).startsWith('Paused') && {STEP} === 0")
    keep(page, "4-spiral")
