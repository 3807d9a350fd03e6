"""The playground's frames a second: what the player makes, and what JupyterLab shows in a headless Chromium.

    python benchmarks/playground.py [--seconds 10]

A frame is 10 steps of gradient descent on 500 points (250 of them learned from), the costs, and the whole picture as it
is sent to the page. Made: as many as one thread can, one after another, without the pause that the player keeps between
two frames. Shown: how often the picture on the page is another one, while the player plays as it always does, at no
more than 20 a second; needs Chromium. The goal is 10 a second or more on 2 cores.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

from helpers.playground import blocks
from helpers.playground.picture import Picture
from helpers.playground.player import Player
from helpers.playground.settings import Settings
from helpers.playground.training import Training

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

NETWORKS = {
    "4, 2 units": Settings(),
    "8, 8, 8, 8 units, all features": Settings(
        hidden=(8, 8, 8, 8), features=("x1", "x2", "x1²", "x2²", "x1 x2", "sin x1", "sin x2")
    ),
    "4, 2 units, all points in a batch": Settings(batch_size=0),
}
COUNT = """(() => {
    const picture = document.querySelector("img.widget-image");
    window.shown = 0;
    new MutationObserver(() => { window.shown += 1; }).observe(picture, {attributeFilter: ["src"]});
})()"""
WAIT = "new Promise(done => setTimeout(() => done(window.shown), {}))"


def made(settings: Settings, seconds: float) -> float:
    """Return the frames a second that are made."""
    training = Training(blocks.find({}), settings)
    picture = Picture(training)
    pace, frames, begun = Player(training, lambda: None).pace, 0, time.perf_counter()
    while time.perf_counter() - begun < seconds:
        training.go(pace)
        picture.jpeg()
        frames += 1
    return frames / (time.perf_counter() - begun)


def shown(seconds: float) -> float:
    """Return the frames a second that a page shows."""
    from playground_page import opened, press

    with tempfile.TemporaryDirectory() as folder, opened(Path(folder)) as page:
        page.run(COUNT)
        press(page, "Start")
        page.wait("window.shown > 20")  # it plays
        before = page.run("window.shown")
        return (page.run(WAIT.format(1000 * seconds)) - before) / seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seconds", type=float, default=10)
    seconds = parser.parse_args().seconds
    print("| network | frames a second |\n|---|---:|")
    for name, settings in NETWORKS.items():
        print(f"| {name}: made | {made(settings, seconds):.1f} |", flush=True)
    from browser import PROGRAM

    told = f"{shown(seconds):.1f}" if PROGRAM else "no Chromium here"
    print(f"| {next(iter(NETWORKS))}: shown | {told} |")


if __name__ == "__main__":
    main()
