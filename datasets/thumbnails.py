"""Draw many tiny pictures, cats and other things, from a seed, and write them to thumbnails.h5.

They are pictures as build.py draws them, shrunk to 8 by 8 pixels: few enough numbers that a lesson can learn from
thousands of them within seconds. What the file holds is told in README.md beside it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path
from typing import Any

import numpy as np
from build import SIDE, Parser, draw_picture, write  # a script's neighbour: both lie in datasets/
from numpy.typing import NDArray

SEED = 2013
TRAIN, TEST = 8000, 2000
PIXELS = 8  # along each side
OUT = Path(__file__).parent / "thumbnails.h5"

Thumbnail = NDArray[np.uint8]  # (8, 8, 3)


def shrunk(picture: NDArray[np.uint8]) -> Thumbnail:
    """Return a picture (64, 64, 3) in which each pixel is the mean of a square of 8 by 8 pixels."""
    square = SIDE // PIXELS
    means = picture.reshape(PIXELS, square, PIXELS, square, 3).mean(axis=(1, 3))
    return means.round().astype(np.uint8)


def thumbnails() -> Iterator[tuple[Thumbnail, int]]:
    """Yield tiny pictures with their labels without end, every other one a cat; each has a generator of its own."""
    for number in count():
        rng = np.random.default_rng([SEED, number])
        yield shrunk(draw_picture(rng, bool(number % 2))), number % 2


def build() -> dict[str, NDArray[Any]]:
    """Return the arrays of the file by their keys."""
    pictures, labels = zip(*islice(thumbnails(), TRAIN + TEST), strict=True)
    X, Y = np.array(pictures), np.array(labels, dtype=np.int64)
    return {
        "train_set_x": X[:TRAIN],
        "train_set_y": Y[:TRAIN],
        "test_set_x": X[TRAIN:],
        "test_set_y": Y[TRAIN:],
        "list_classes": np.array([b"non-cat", b"cat"]),
    }


def main() -> None:
    """Build the file; it takes about two minutes."""
    Parser(
        description=f"Draw {TRAIN + TEST} tiny pictures and write them to {OUT.name}; there are no options."
    ).parse_args()
    try:
        write(build(), OUT)
    except OSError as error:
        sys.exit(f"thumbnails.py: cannot write {OUT}: {error}")
    print(f"{OUT}: {TRAIN} training and {TEST} test pictures, {OUT.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
