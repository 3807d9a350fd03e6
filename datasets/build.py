"""Draw the course's pictures, cats and other things, from a seed, and write them to cats.h5.

Every picture is drawn by this code, so nobody else has rights in it, and there is no end to them:
`draw_pictures` makes as many as a lesson asks for. What the file holds is told in README.md beside it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFilter

SEED = 2012
TRAIN, TEST = 209, 50
# The shares of the pictures this course's predecessors used: 72 of 209 and 33 of 50.
TRAIN_SHARE, TEST_SHARE = 72 / 209, 33 / 50

SIDE = 64
CANVAS = 4 * SIDE  # drawn four times too large; shrinking smooths the edges
CAT_INDOORS = 0.9  # cats are photographed indoors more often than not

Colour = NDArray[np.float64]
Points = NDArray[np.float64]
Fill = Colour | Image.Image  # a picture of the canvas's size is seen through the shape


# Colours and curves


def colour(*values: float) -> Colour:
    """Return a colour of three numbers from 0 to 255."""
    return np.array(values, dtype=float)


def palette(text: str) -> list[Colour]:
    """Return colours from their six-digit hexadecimal names."""
    return [colour(*bytes.fromhex(name)) for name in text.split()]


def mix(one: Colour, other: Colour, share: float) -> Colour:
    """Return `share` of the other colour in the one."""
    return one + share * (other - one)


def vary(rng: np.random.Generator, one: Colour, by: float = 14) -> Colour:
    """Return a colour near the given one."""
    return np.clip(one + rng.normal(0, by / 2) + rng.normal(0, by / 2, 3), 0, 255)


def pick(rng: np.random.Generator, choices: Sequence[Any]) -> Any:
    """Return one of the choices, all as likely."""
    return choices[int(rng.integers(len(choices)))]


def path(text: str) -> Points:
    """Return points from text such as "0 0.5, 1 -0.5"."""
    return np.array([point.split() for point in text.split(",")], dtype=float)


def smooth(points: Any, *, closed: bool = True) -> Points:
    """Return a smooth curve through the points (Catmull-Rom)."""
    points = np.asarray(points, dtype=float)
    if closed:
        around = np.vstack([points[-1:], points, points[:2]])
    else:
        around = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    before, here, after, beyond = around[:-3], around[1:-2], around[2:-1], around[3:]
    t = np.linspace(0, 1, 6, endpoint=False)[:, None, None]
    curve = 0.5 * (
        2 * here
        + (after - before) * t
        + (2 * before - 5 * here + 4 * after - beyond) * t**2
        + (3 * here - before - 3 * after + beyond) * t**3
    )
    curve = curve.transpose(1, 0, 2).reshape(-1, 2)
    return curve if closed else np.vstack([curve, points[-1:]])


def both_sides(points: Any) -> Points:
    """Return a closed outline from its right half, which runs from top to bottom."""
    right = np.asarray(points, dtype=float)
    left = right[::-1] * [-1, 1]
    return np.vstack([right, left[left[:, 0] < 0]])


ANGLES = np.linspace(0, 2 * np.pi, 32, endpoint=False)
CIRCLE = np.column_stack([np.cos(ANGLES), np.sin(ANGLES)])


def turned(angle: float) -> Points:
    """Return the matrix that turns row vectors by the angle, in radians."""
    return np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])


class Pen:
    """Draws in a subject's own coordinates: its middle is (0, 0), y points down, one unit is its half width."""

    def __init__(self, image: Image.Image, matrix: Points, centre: Points) -> None:
        self.image = image
        self.ink = ImageDraw.Draw(image)
        self.matrix = matrix
        self.centre = centre

    def at(self, x: float, y: float, scale: float = 1.0, turn: float = 0.0) -> Pen:
        """Return a pen for a part of the subject."""
        return Pen(self.image, scale * turned(turn) @ self.matrix, np.array([x, y]) @ self.matrix + self.centre)

    def leaning(self, turn: float, mirror: float) -> Pen:
        """Return a pen that draws the same subject turned, and mirrored where `mirror` is -1."""
        return Pen(self.image, np.diag([mirror, 1.0]) @ turned(turn) @ self.matrix, self.centre)

    def turn(self) -> float:
        """Return the angle by which the subject's down is turned from the canvas's."""
        return float(np.arctan2(-self.matrix[1, 0], self.matrix[1, 1]))

    def place(self, points: Any) -> list[tuple[int, int]]:
        """Return the points in whole pixels of the canvas."""
        pixels = np.rint(np.asarray(points, dtype=float) @ self.matrix + self.centre).astype(int)
        return [(x, y) for x, y in pixels.tolist()]

    def length(self, units: float) -> int:
        """Return a length in pixels, at least one."""
        return max(1, round(float(units * np.hypot(*self.matrix[0]))))

    def polygon(self, points: Any, fill: Fill) -> None:
        """Fill a polygon with a colour, or with the part of a picture that lies under it."""
        if not isinstance(fill, Image.Image):
            self.ink.polygon(self.place(points), fill=ink(fill))
            return
        pixels = np.array(self.place(points))
        left, top = pixels.min(axis=0).tolist()
        right, bottom = (pixels.max(axis=0) + 1).tolist()
        mask = Image.new("L", (right - left, bottom - top))
        ImageDraw.Draw(mask).polygon([(x, y) for x, y in (pixels - [left, top]).tolist()], fill=255)
        self.image.paste(fill.crop((left, top, right, bottom)), (left, top), mask)

    def blob(self, points: Any, fill: Fill) -> None:
        """Fill the smooth closed curve through the points."""
        self.polygon(smooth(points), fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: Fill, turn: float = 0.0) -> None:
        """Fill an ellipse."""
        self.polygon(CIRCLE * [rx, ry] @ turned(turn) + [x, y], fill)

    def box(self, left: float, top: float, right: float, bottom: float, fill: Fill) -> None:
        """Fill a rectangle."""
        self.polygon([(left, top), (right, top), (right, bottom), (left, bottom)], fill)

    def line(self, points: Any, fill: Colour, width: float) -> None:
        """Draw a line through the points."""
        self.ink.line(self.place(points), fill=ink(fill), width=self.length(width), joint="curve")

    def ribbon(self, points: Any, start: float, end: float, fill: Fill) -> None:
        """Fill a smooth band along the points, from one half width to another, with a round tip."""
        middle = smooth(points, closed=False)
        along = np.gradient(middle, axis=0)
        across = along[:, ::-1] * [1, -1] / (np.hypot(*along.T)[:, None] + 1e-9)
        half = np.linspace(start, end, len(middle))[:, None]
        self.polygon(np.vstack([middle + half * across, (middle - half * across)[::-1]]), fill)
        self.oval(middle[-1, 0], middle[-1, 1], end, end, fill)


def ink(one: Colour) -> tuple[int, int, int]:
    """Return a colour as Pillow wants it."""
    red, green, blue = np.clip(np.rint(one), 0, 255).astype(int).tolist()
    return red, green, blue


def clouds(rng: np.random.Generator, cells: int) -> NDArray[np.float64]:
    """Return smooth noise (64, 64), about -1 to 1, with `cells` hills to a side."""
    coarse = Image.fromarray(rng.uniform(-1, 1, (cells, cells)).astype(np.float32))
    return np.asarray(coarse.resize((SIDE, SIDE), Image.Resampling.BICUBIC), dtype=float)


def to_canvas(pixels: NDArray[np.float64]) -> Image.Image:
    """Return pixels (64, 64, 3) as a picture of the canvas's size."""
    small = Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))
    return small.resize((CANVAS, CANVAS), Image.Resampling.BILINEAR)


DOWN = np.linspace(-1, 1, SIDE)[:, None]
RIGHT = np.linspace(-1, 1, SIDE)[None, :]
BLACK, WHITE = colour(12, 11, 13), colour(246, 244, 240)
PINK = colour(222, 150, 145)


# Coats


@dataclass(frozen=True)
class Coat:
    """An animal's colours, and its fur as a picture of the canvas's size."""

    kind: str
    base: Colour
    marks: Colour
    light: Colour
    points: Colour
    eyes: Colour
    nose: Colour
    fur: Image.Image
    far_fur: Image.Image  # the same fur in shade, for the parts behind


FURS = {
    "black": colour(38, 36, 40),
    "grey": colour(122, 124, 132),
    "ginger": colour(212, 134, 66),
    "cream": colour(230, 202, 162),
    "white": colour(240, 236, 230),
    "brown": colour(146, 112, 80),
    "silver": colour(176, 174, 172),
    "chocolate": colour(88, 62, 50),
}
KINDS = {
    "tabby": ("grey", "ginger", "ginger", "brown", "brown", "silver", "cream"),
    "solid": ("black", "black", "grey", "white", "cream", "ginger", "chocolate"),
    "tuxedo": ("black", "black", "grey", "ginger", "chocolate"),
    "patches": ("white", "white", "cream"),
    "points": ("cream", "silver"),
}
EYES = palette("96be46 dcb432 cd8c28 6eaa78")
BLUE_EYES = colour(90, 150, 215)


CAT_KINDS = ("tabby", "tabby", "tabby", "solid", "solid", "tuxedo", "tuxedo", "patches", "points")
DOG_KINDS = ("solid", "solid", "tuxedo", "patches")


def draw_coat(rng: np.random.Generator, turn: float, kinds: Sequence[str] = CAT_KINDS) -> Coat:
    """Choose a coat; its stripes run down an animal that is turned by the angle."""
    kind = pick(rng, kinds)
    base = vary(rng, FURS[pick(rng, KINDS[kind])])
    marks = mix(base, colour(30, 22, 18), rng.uniform(0.4, 0.6))
    light = mix(base, WHITE, 0.95 if kind in ("tuxedo", "patches") else rng.uniform(0.15, 0.6))
    points = vary(rng, colour(74, 56, 48)) if kind == "points" else base
    eyes = BLUE_EYES if kind == "points" else vary(rng, pick(rng, EYES))
    nose = mix(PINK, points, 0.65 if points.mean() < 110 else 0.15)
    pixels = fur_pixels(rng, kind, base, marks, turn)
    return Coat(kind, base, marks, light, points, eyes, nose, to_canvas(pixels), to_canvas(pixels * 0.78))


def fur_pixels(rng: np.random.Generator, kind: str, base: Colour, marks: Colour, turn: float) -> NDArray[np.float64]:
    """Return fur (64, 64, 3): stripes or patches, hair, and light from above."""
    share = np.zeros((SIDE, SIDE))
    if kind == "tabby":
        across = np.cos(turn) * RIGHT + np.sin(turn) * DOWN
        waves = np.sin(rng.uniform(18, 26) * across + 1.5 * clouds(rng, 6) + rng.uniform(0, 6))
        share = np.clip(1.6 * waves - 0.1, 0, 1) * rng.uniform(0.6, 1)
    pixels = base + share[..., None] * (marks - base)
    if kind == "patches":
        for patch in (FURS["ginger"], FURS["black"]):
            where = np.clip(6 * (clouds(rng, 7) - 0.15), 0, 1)[..., None]
            pixels = pixels + where * (patch - pixels)
    light = 1 - 0.13 * DOWN + 0.07 * clouds(rng, 5) + rng.normal(0, 0.05, (SIDE, SIDE))
    return pixels * light[..., None]


# Cats


EAR = path("0.2 -0.66, 0.42 -1.02, 0.74 -1.34, 0.86 -1, 0.93 -0.28")
INNER_EAR = path("0.4 -0.72, 0.54 -0.98, 0.72 -1.17, 0.78 -0.9, 0.8 -0.45")
HEAD = path("0 -0.72, 0.45 -0.7, 0.84 -0.4, 1 0.08, 0.84 0.48, 0.42 0.78, 0 0.86")
ALMOND = path("-1 0.12, -0.5 -0.62, 0.1 -0.86, 0.7 -0.6, 1 -0.15, 0.6 0.55, 0 0.8, -0.6 0.6")
LEFT_RIGHT = (np.array([-1.0, 1.0]), np.array([1.0, 1.0]))


def draw_cat_head(pen: Pen, rng: np.random.Generator, coat: Coat, asleep: bool = False) -> None:
    """Draw a head: two pointed ears, almond eyes, a small nose, whiskers."""
    ears = rng.uniform(0.9, 1.12)
    edge = mix(coat.base, BLACK, 0.35)
    for side in LEFT_RIGHT:
        ear = np.array(EAR) * side * [1, ears]
        pen.polygon(smooth(ear), coat.points if coat.kind == "points" else coat.fur)
        pen.line(ear, edge, 0.05)
        pen.polygon(np.array(INNER_EAR) * side * [1, ears], mix(PINK, coat.points, 0.45))
    outline = smooth(both_sides(HEAD))
    pen.polygon(outline * 1.04, edge)
    pen.polygon(outline, coat.fur)
    draw_face_marks(pen, coat)
    if asleep:
        draw_closed_eyes(pen, mix(coat.points, BLACK, 0.7))
    else:
        draw_cat_eyes(pen, rng, coat)
    draw_muzzle(pen, rng, coat)


def draw_face_marks(pen: Pen, coat: Coat) -> None:
    """Draw a tabby's M, a tuxedo's blaze or a siamese's mask."""
    if coat.kind == "tabby":
        for x in (-0.3, 0.0, 0.3):
            pen.polygon([(x - 0.07, -0.7), (x + 0.07, -0.7), (x * 0.7, -0.3)], coat.marks)
        for side in LEFT_RIGHT:
            for y in (0.02, 0.28):
                pen.polygon(np.array([(0.98, y), (0.95, y + 0.14), (0.62, y + 0.12)]) * side, coat.marks)
    if coat.kind == "tuxedo":
        pen.blob(both_sides(path("0 -0.45, 0.1 -0.1, 0.34 0.25, 0.5 0.55, 0.3 0.78, 0 0.85")), coat.light)
    if coat.kind == "points":
        pen.oval(0, 0.2, 0.62, 0.58, mix(coat.points, coat.base, 0.35))
        pen.oval(0, 0.28, 0.45, 0.46, coat.points)


def draw_cat_eyes(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw two almond eyes with slit pupils."""
    width, height, pupil = rng.uniform(0.22, 0.28), rng.uniform(0.17, 0.25), rng.uniform(0.05, 0.13)
    for side in LEFT_RIGHT:
        middle = np.array([0.43, -0.04])
        pen.polygon((smooth(ALMOND) * [width * 1.25, height * 1.3] + middle) * side, mix(coat.points, BLACK, 0.8))
        pen.polygon((smooth(ALMOND) * [width, height] + middle) * side, coat.eyes)
        pen.oval(0.43 * side[0], -0.05, pupil, height * 0.85, BLACK)
        pen.oval(0.43 * side[0] + 0.06, -0.12, 0.05, 0.05, WHITE)


def draw_closed_eyes(pen: Pen, dark: Colour) -> None:
    """Draw two sleeping eyes."""
    for side in LEFT_RIGHT:
        pen.line(smooth([(0.2, 0.0), (0.42, 0.1), (0.66, -0.06)], closed=False) * side, dark, 0.08)


def draw_muzzle(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw cheeks, nose, mouth and whiskers."""
    light = mix(coat.points, coat.base, 0.3) if coat.kind == "points" else coat.light
    dark = mix(light, BLACK, 0.7)
    pen.oval(0, 0.66, 0.2, 0.16, light)
    for side in LEFT_RIGHT:
        pen.oval(0.2 * side[0], 0.48, 0.27, 0.2, light)
        pen.line(smooth(path("0 0.38, 0.03 0.52, 0.16 0.6, 0.3 0.54"), closed=False) * side, dark, 0.045)
        for y in rng.uniform(0.12, 0.22) + np.array([0.0, 0.2, 0.4]):
            pen.line(np.array([(0.34, 0.36 + y / 3), (1.3, y)]) * side, mix(coat.base, WHITE, 0.75), 0.02)
    pen.polygon(path("-0.14 0.24, 0.14 0.24, 0.03 0.4, -0.03 0.4"), coat.nose)


def draw_cat_face(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw a head close by, with the chest below it."""
    part = pen.at(0, 0.02, 0.78)
    part.blob(path("-0.6 0.5, 0.6 0.5, 1.05 1.2, 1.15 2.2, -1.15 2.2, -1.05 1.2"), coat.far_fur)
    if coat.kind == "tuxedo":
        part.blob(path("-0.35 0.7, 0.35 0.7, 0.3 1.5, 0 1.8, -0.3 1.5"), coat.light)
    draw_cat_head(part, rng, coat)


def draw_cat_sitting(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw a cat that sits and looks at us."""
    edge = mix(coat.base, BLACK, 0.4)
    paws = coat.light if coat.kind == "tuxedo" else coat.points
    tail = [(0.35, 0.9), (0.75, 0.88), (0.88, 0.5), (0.7 + rng.uniform(-0.1, 0.25), 0.1)]
    pen.ribbon(tail, 0.12, 0.08, coat.points if coat.kind == "points" else coat.far_fur)
    pen.blob(both_sides(path("0 -0.4, 0.3 -0.25, 0.42 0.2, 0.6 0.62, 0.5 0.95, 0 1")), coat.fur)
    if coat.kind == "tuxedo":
        pen.blob(path("-0.2 -0.2, 0.2 -0.2, 0.22 0.25, 0 0.5, -0.22 0.25"), coat.light)
    for side in LEFT_RIGHT:
        pen.line(smooth([(0.06, 0.9), (0.1, 0.5), (0.22, 0.15)], closed=False) * side, edge, 0.03)
        pen.line(smooth([(0.3, 0.95), (0.28, 0.7), (0.44, 0.45)], closed=False) * side, edge, 0.03)
        pen.oval(0.17 * side[0], 0.95, 0.14, 0.08, mix(paws, BLACK, 0.3))
        pen.oval(0.17 * side[0], 0.94, 0.13, 0.07, paws)
    draw_cat_head(pen.at(rng.uniform(-0.05, 0.05), -0.5, 0.45, rng.normal(0, 0.12)), rng, coat)


def draw_cat_walking(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw a cat that walks by with its tail up."""
    step = rng.uniform(-0.12, 0.12)
    near = coat.points if coat.kind == "points" else coat.fur
    paws = coat.light if coat.kind == "tuxedo" else coat.points
    tail = [(-0.7, 0.0), (-0.95, -0.25), (-0.92, -0.65), (-0.75 + rng.uniform(-0.2, 0.15), -0.95)]
    pen.ribbon(tail, 0.1, 0.07, near)
    for x, shift, fur in (
        (-0.45, -step, coat.far_fur),
        (0.35, step, coat.far_fur),
        (-0.62, step, near),
        (0.5, -step, near),
    ):
        pen.ribbon([(x, 0.2), (x + shift / 2, 0.55), (x + shift, 0.86)], 0.15, 0.09, fur)
        pen.oval(x + shift + 0.05, 0.9, 0.12, 0.07, paws)
    pen.blob(path("-0.8 0, -0.5 -0.2, 0.1 -0.14, 0.55 -0.25, 0.72 0.05, 0.5 0.36, -0.1 0.34, -0.65 0.38"), coat.fur)
    draw_cat_head(pen.at(0.66, -0.36, 0.4, rng.normal(0, 0.12)), rng, coat)


def draw_cat_curled(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw a cat that sleeps, curled up."""
    edge = mix(coat.base, BLACK, 0.4)
    pen.oval(0, 0.2, 0.98, 0.64, edge)
    pen.oval(0, 0.19, 0.96, 0.62, coat.fur)
    pen.line(smooth(path("0.15 0.55, 0.2 0.1, 0.6 0, 0.85 0.3"), closed=False), edge, 0.04)
    tail = path("0.9 0.4, 0.55 0.78, 0.05 0.84, -0.35 0.74")
    pen.ribbon(tail, 0.15, 0.1, coat.points if coat.kind == "points" else coat.far_fur)
    draw_cat_head(pen.at(-0.42, 0.22, 0.47, rng.uniform(-0.5, 0.2)), rng, coat, asleep=rng.random() < 0.7)


def draw_cat_lying(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw a cat that lies with its paws before it."""
    paws = coat.light if coat.kind == "tuxedo" else coat.points
    tail = path("0.8 0.55, 1.05 0.4, 1.1 0.05, 0.95 -0.2")
    pen.ribbon(tail, 0.11, 0.08, coat.points if coat.kind == "points" else coat.far_fur)
    pen.blob(path("-0.6 -0.1, 0 -0.12, 0.55 -0.2, 0.95 0.2, 0.95 0.65, 0.3 0.76, -0.6 0.74, -0.8 0.3"), coat.fur)
    pen.line(smooth([(0.4, 0.72), (0.32, 0.35), (0.6, 0.1)], closed=False), mix(coat.base, BLACK, 0.4), 0.03)
    for x in (-0.7, -0.3):
        pen.ribbon([(x + 0.1, 0.5), (x, 0.66), (x - 0.04, 0.74)], 0.14, 0.11, coat.fur)
        pen.oval(x - 0.05, 0.76, 0.13, 0.08, paws)
    draw_cat_head(pen.at(-0.45, -0.22, 0.48, rng.normal(0, 0.12)), rng, coat)


# Cats look into the camera more often than not.
CAT_POSES = (draw_cat_face,) * 3 + (draw_cat_sitting,) * 2 + (draw_cat_walking, draw_cat_curled, draw_cat_lying)


def draw_cat(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a cat in one of its poses and coats."""
    pick(rng, CAT_POSES)(pen, rng, draw_coat(rng, pen.turn()))


# Other animals


def draw_dog_head(pen: Pen, rng: np.random.Generator, coat: Coat) -> None:
    """Draw a head: hanging ears, round eyes, a long muzzle with a large nose."""
    dark = mix(coat.base, BLACK, 0.45)
    pen.blob(both_sides(path("0 -0.8, 0.5 -0.72, 0.74 -0.2, 0.62 0.4, 0.4 0.8, 0 0.9")), coat.fur)
    muzzle = coat.light if rng.random() < 0.6 else mix(coat.base, WHITE, 0.15)
    pen.blob(both_sides(path("0 0, 0.24 0.1, 0.42 0.5, 0.36 0.9, 0 1.02")), muzzle)
    if rng.random() < 0.5:
        pen.blob(both_sides(path("0 0.8, 0.16 0.82, 0.17 1.15, 0 1.3")), colour(214, 92, 100))
    pen.blob(both_sides(path("0 0.3, 0.2 0.32, 0.18 0.48, 0 0.58")), BLACK)
    pen.line([(0, 0.55), (0, 0.75)], dark, 0.05)
    for side in LEFT_RIGHT:
        pen.line(smooth([(0, 0.74), (0.16, 0.84), (0.34, 0.76)], closed=False) * side, dark, 0.05)
        pen.blob(path("0.42 -0.78, 0.82 -0.72, 1.08 -0.1, 1 0.5, 0.78 0.55, 0.66 -0.1") * side, dark)
        pen.oval(0.34 * side[0], -0.14, 0.14, 0.14, BLACK)
        pen.oval(0.34 * side[0] + 0.04, -0.18, 0.04, 0.04, WHITE)


def draw_dog_face(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a dog's head close by."""
    coat = draw_coat(rng, pen.turn(), kinds=DOG_KINDS)
    part = pen.at(0, -0.05, 0.75)
    part.blob(path("-0.6 0.5, 0.6 0.5, 0.95 1.2, 1.05 2.2, -1.05 2.2, -0.95 1.2"), coat.far_fur)
    draw_dog_head(part, rng, coat)


def draw_dog_standing(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a dog from its side."""
    coat = draw_coat(rng, pen.turn(), kinds=DOG_KINDS)
    pen.ribbon([(-0.7, -0.1), (-0.9, -0.35), (-0.88, -0.6)], 0.07, 0.04, coat.fur)
    for x, fur in ((-0.45, coat.far_fur), (0.32, coat.far_fur), (-0.62, coat.fur), (0.46, coat.fur)):
        pen.ribbon([(x, 0.15), (x - 0.03, 0.55), (x + 0.02, 0.92)], 0.14, 0.08, fur)
    pen.blob(path("-0.78 -0.1, 0 -0.18, 0.5 -0.3, 0.66 0.1, 0.4 0.34, -0.2 0.2, -0.65 0.3"), coat.fur)
    draw_dog_head(pen.at(0.64, -0.5, 0.38, rng.normal(0, 0.15)), rng, coat)


def draw_rabbit(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a rabbit that sits: long ears, a round body, a white tail."""
    coat = draw_coat(rng, pen.turn(), kinds=("solid", "patches"))
    pen.oval(0.62, 0.72, 0.2, 0.2, WHITE)
    pen.blob(both_sides(path("0 -0.05, 0.4 0.1, 0.62 0.55, 0.5 0.95, 0 1")), coat.fur)
    head = pen.at(0, -0.2, 0.42, rng.normal(0, 0.12))
    for x, lean in ((-0.32, -0.12), (0.32, rng.choice([0.12, 0.7]))):
        head.oval(x + lean, -1.3, 0.25, 0.85, coat.fur, lean)
        head.oval(x + lean, -1.25, 0.12, 0.65, mix(PINK, coat.base, 0.3), lean)
    head.oval(0, 0, 0.84, 0.86, coat.far_fur)
    head.oval(0, -0.03, 0.8, 0.82, coat.fur)
    for side in LEFT_RIGHT:
        head.oval(0.52 * side[0], -0.1, 0.14, 0.18, BLACK)
        head.oval(0.18 * side[0], 0.4, 0.22, 0.18, coat.light)
        pen.oval(0.2 * side[0], 0.94, 0.16, 0.09, coat.light)
    head.oval(0, 0.25, 0.1, 0.07, PINK)


def draw_bird(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a bird on a branch."""
    body = vary(rng, pick(rng, palette("be3c32 466ebe 785a3c e6be3c 3c3c42")))
    pen.ribbon([(-1.6, 0.85), (0, 0.72), (1.6, 0.8)], 0.08, 0.05, colour(84, 62, 44))
    pen.polygon(path("-0.4 0.1, -1.15 0.5, -1 0.68, -0.3 0.4"), mix(body, BLACK, 0.4))
    pen.blob(path("-0.5 0.2, -0.1 -0.25, 0.35 -0.6, 0.68 -0.45, 0.66 -0.05, 0.3 0.5, -0.2 0.6"), body)
    pen.blob(path("0.62 -0.1, 0.45 0.25, 0 0.55, 0.2 0.1"), mix(body, WHITE, 0.55))
    pen.blob(path("-0.65 0.35, -0.1 -0.12, 0.2 0.05, 0 0.35"), mix(body, BLACK, 0.3))
    pen.polygon([(0.68, -0.42), (0.98, -0.28), (0.66, -0.2)], colour(230, 160, 50))
    pen.oval(0.5, -0.36, 0.07, 0.07, BLACK)
    for x in (-0.02, 0.16):
        pen.line([(x, 0.55), (x + 0.04, 0.74)], colour(90, 70, 50), 0.05)


def draw_fish(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a fish and bubbles."""
    body = vary(rng, pick(rng, palette("eb7828 f0c83c 96a0b4 c8465a")))
    pen.polygon(path("-0.5 0, -1 -0.45, -0.85 0, -1 0.45"), mix(body, BLACK, 0.2))
    pen.polygon([(-0.2, -0.3), (0.1, -0.68), (0.35, -0.3)], mix(body, BLACK, 0.25))
    pen.blob(path("-0.65 0, -0.1 -0.4, 0.5 -0.35, 0.9 0, 0.5 0.35, -0.1 0.4"), body)
    for x in (-0.1, 0.3):
        pen.line(smooth([(x, -0.35), (x + 0.12, 0), (x, 0.35)], closed=False), mix(body, WHITE, 0.7), 0.1)
    pen.oval(0.64, -0.08, 0.1, 0.1, WHITE)
    pen.oval(0.66, -0.08, 0.05, 0.05, BLACK)
    for x, y in rng.uniform(-1, 1, (4, 2)):
        pen.oval(1.1 + 0.2 * x, y, 0.07, 0.07, colour(215, 235, 245))


def draw_butterfly(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a butterfly with open wings."""
    wing = vary(rng, pick(rng, palette("eb8c28 5a82dc f0dc5a be5ab4")))
    for side in LEFT_RIGHT:
        for points in (path("0 -0.1, 0.5 -0.8, 1 -0.7, 0.8 0"), path("0 0, 0.75 0.1, 0.75 0.7, 0.3 0.7")):
            pen.blob(np.array(points) * side * 1.08, mix(wing, BLACK, 0.75))
            pen.blob(np.array(points) * side * 0.92, wing)
        pen.oval(0.7 * side[0], -0.5, 0.12, 0.12, WHITE)
        pen.line([(0, -0.45), (0.25 * side[0], -0.85)], BLACK, 0.03)
    pen.oval(0, 0, 0.08, 0.5, BLACK)


# People and things


def draw_person(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a person's head and shoulders."""
    skin = vary(rng, pick(rng, palette("f0cdaf cd9b73 8c5f41 5f4030")), 6)
    hair = vary(rng, pick(rng, (FURS["black"], FURS["chocolate"], FURS["ginger"], FURS["cream"], FURS["grey"])), 6)
    shirt = bright(rng)
    long = rng.random() < 0.5
    pen.blob(both_sides([(0, -0.98), (0.5, -0.8), (0.62, -0.3), (0.6, 0.5 if long else -0.1), (0, 0.3)]), hair)
    pen.blob(both_sides(path("0 0.45, 0.4 0.55, 0.85 0.8, 0.95 1.8, 0 1.9")), shirt)
    pen.box(-0.16, 0.2, 0.16, 0.6, mix(skin, BLACK, 0.15))
    pen.oval(0, -0.2, 0.44, 0.58, skin)
    pen.blob(path("-0.46 -0.3, -0.3 -0.82, 0.3 -0.84, 0.47 -0.3, 0.15 -0.58"), hair)
    for side in LEFT_RIGHT:
        pen.oval(0.18 * side[0], -0.25, 0.09, 0.05, WHITE)
        pen.oval(0.18 * side[0], -0.25, 0.05, 0.05, colour(60, 44, 36))
        pen.line([(0.08 * side[0], -0.37), (0.28 * side[0], -0.37)], hair, 0.04)
    pen.line([(0, -0.2), (0.04, -0.04), (-0.03, -0.02)], mix(skin, BLACK, 0.3), 0.03)
    pen.line(smooth([(-0.16, 0.12), (0, 0.18), (0.16, 0.12)], closed=False), colour(170, 70, 70), 0.05)


def draw_car(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a car from its side."""
    paint = bright(rng)
    glass = colour(150, 190, 215)
    pen.oval(0, 0.62, 1.05, 0.08, colour(50, 50, 52))
    pen.polygon(path("-0.62 0, -0.38 -0.42, 0.3 -0.42, 0.6 0"), paint)
    pen.polygon(path("-0.5 0, -0.32 -0.34, -0.06 -0.34, -0.06 0"), glass)
    pen.polygon(path("0.02 0, 0.02 -0.34, 0.25 -0.34, 0.46 0"), glass)
    pen.blob(path("-1 0.1, -0.7 -0.06, 0.6 -0.05, 1 0.12, 1.02 0.45, -1.02 0.45"), paint)
    pen.line([(-0.9, 0.3), (0.9, 0.3)], mix(paint, BLACK, 0.4), 0.04)
    for x in (-0.55, 0.55):
        pen.oval(x, 0.45, 0.23, 0.23, BLACK)
        pen.oval(x, 0.45, 0.11, 0.11, colour(180, 180, 185))
    pen.oval(0.95, 0.17, 0.07, 0.07, colour(250, 235, 160))


def draw_house(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a house with a gable."""
    wall = vary(rng, pick(rng, palette("e1cdaa aa5a46 ebebe6 96aab4")))
    roof = vary(rng, pick(rng, palette("8c3c2d 50505a 6e503c")))
    pen.box(-0.75, -0.15, 0.75, 0.9, wall)
    pen.box(0.35, -0.95, 0.55, -0.3, mix(roof, BLACK, 0.2))
    pen.polygon([(-0.95, -0.1), (0, -0.95), (0.95, -0.1)], roof)
    for x in (-0.55, 0.22):
        pen.box(x, 0.05, x + 0.33, 0.4, WHITE)
        pen.box(x + 0.04, 0.09, x + 0.29, 0.36, colour(90, 120, 150))
    pen.box(-0.15, 0.4, 0.15, 0.9, mix(roof, colour(60, 90, 60), 0.4))


def draw_tree(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a leafy tree or a fir."""
    leaf = vary(rng, pick(rng, palette("467832 325f3c c88232")))
    pen.ribbon([(0, 1.1), (0.03, 0.6), (0, 0.0)], 0.13, 0.08, colour(92, 66, 46))
    if rng.random() < 0.4:
        for y in (0.6, 0.1, -0.4):
            pen.polygon(
                [(0, y - 0.7), (0.3 + 0.4 * (y + 0.6), y), (-0.3 - 0.4 * (y + 0.6), y)], mix(leaf, BLACK, 0.2 + 0.1 * y)
            )
        return
    for x, y in rng.uniform(-0.5, 0.5, (12, 2)):
        pen.oval(x, y - 0.4, 0.35, 0.3, mix(leaf, BLACK, 0.25 + 0.4 * y))


def draw_flower(pen: Pen, rng: np.random.Generator) -> None:
    """Draw one large flower."""
    petal, count = bright(rng), int(rng.integers(5, 10))
    pen.ribbon([(0, 0), (0.1, 0.7), (0.05, 1.5)], 0.06, 0.06, colour(60, 110, 50))
    pen.blob(path("0.08 1, 0.4 0.75, 0.75 0.75, 0.5 1"), colour(70, 125, 55))
    for turn in np.arange(count) * 2 * np.pi / count:
        pen.oval(0.5 * np.cos(turn), 0.5 * np.sin(turn), 0.42, 0.24, mix(petal, BLACK, 0.3), turn)
        pen.oval(0.5 * np.cos(turn), 0.5 * np.sin(turn), 0.38, 0.2, petal, turn)
    pen.oval(0, 0, 0.24, 0.24, vary(rng, colour(225, 180, 60)))


def draw_flowers(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a bed of small flowers."""
    petal = bright(rng)
    for x, y in rng.uniform(-1.1, 1.1, (9, 2)):
        part = pen.at(x, y, rng.uniform(0.14, 0.3))
        part.line([(0, 0), (0.3, 3)], colour(60, 110, 50), 0.15)
        for turn in np.arange(5) * 2 * np.pi / 5:
            part.oval(0.6 * np.cos(turn), 0.6 * np.sin(turn), 0.5, 0.42, mix(petal, WHITE, 0.3 * (turn % 2)))
        part.oval(0, 0, 0.35, 0.35, colour(230, 190, 70))


def draw_fruit(pen: Pen, rng: np.random.Generator) -> None:
    """Draw one to four apples or oranges."""
    skin = pick(rng, palette("c8322d 82af3c f09628 e1c846"))
    places = [(0.0, 0.0)] if rng.random() < 0.5 else [(-0.5, 0.4), (0.5, 0.4), (0.0, -0.35)]
    size = 0.85 if len(places) == 1 else 0.5
    for x, y in places:
        part = pen.at(x, y, size)
        one = vary(rng, skin, 24)
        part.oval(0.05, 0.95, 0.9, 0.15, colour(60, 50, 44))
        part.blob(both_sides(path("0 -0.75, 0.5 -0.88, 0.98 -0.2, 0.7 0.75, 0.2 0.98, 0 0.92")), mix(one, BLACK, 0.25))
        part.blob(both_sides(path("0 -0.72, 0.5 -0.85, 0.9 -0.2, 0.6 0.6, 0 0.8")) * 0.93 - [0.05, 0.05], one)
        part.oval(-0.4, -0.35, 0.2, 0.14, mix(one, WHITE, 0.6), 0.7)
        part.line([(0, -0.7), (0.1, -1.1)], colour(90, 64, 40), 0.08)
        part.blob(path("0.1 -0.95, 0.4 -1.2, 0.65 -1.1, 0.4 -0.92"), colour(90, 140, 60))


def draw_cup(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a cup of coffee."""
    glaze = bright(rng)
    pen.oval(0, 0.78, 0.95, 0.2, mix(glaze, WHITE, 0.4))
    pen.ribbon(path("0.5 -0.2, 0.95 -0.15, 0.9 0.3, 0.45 0.4"), 0.08, 0.08, mix(glaze, BLACK, 0.2))
    pen.blob(path("-0.66 -0.4, 0.66 -0.4, 0.55 0.45, 0.3 0.78, -0.3 0.78, -0.55 0.45"), glaze)
    pen.oval(0, -0.42, 0.66, 0.2, mix(glaze, WHITE, 0.5))
    pen.oval(0, -0.4, 0.58, 0.15, colour(80, 50, 34))
    pen.line(smooth([(-0.4, -0.2), (-0.38, 0.2), (-0.26, 0.5)], closed=False), mix(glaze, WHITE, 0.6), 0.08)


def draw_ball(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a ball with stripes or patches."""
    one, other = bright(rng), mix(bright(rng), WHITE, 0.3)
    pen.oval(0.1, 0.85, 0.8, 0.16, colour(54, 50, 46))
    pen.oval(0, 0, 0.88, 0.88, mix(one, BLACK, 0.3))
    pen.oval(-0.03, -0.04, 0.83, 0.82, one)
    if rng.random() < 0.5:
        for x in (-0.5, 0.0, 0.5):
            pen.ribbon([(x * 0.3, -0.8), (x, 0), (x * 0.3, 0.78)], 0.08, 0.08, other)
    else:
        for turn in np.arange(5) * 2 * np.pi / 5 + rng.uniform(0, 1):
            pen.oval(0.55 * np.cos(turn), 0.55 * np.sin(turn), 0.2, 0.14, other, turn + 1.57)
        pen.oval(0, 0, 0.22, 0.22, other)
    pen.oval(-0.3, -0.42, 0.16, 0.11, mix(one, WHITE, 0.7), 0.6)


def draw_boat(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a sailing boat on the sea."""
    pen.box(-4, 0.45, 4, 4, vary(rng, colour(50, 100, 140)))
    pen.line([(0, 0.4), (0, -1.0)], colour(90, 70, 50), 0.06)
    pen.polygon([(0.06, -0.95), (0.06, 0.2), (0.75, 0.2)], mix(bright(rng), WHITE, 0.6))
    pen.polygon([(-0.06, -0.8), (-0.06, 0.2), (-0.6, 0.2)], WHITE)
    pen.polygon(path("-0.85 0.3, 0.9 0.3, 0.6 0.68, -0.6 0.68"), bright(rng))


def draw_street(pen: Pen, rng: np.random.Generator) -> None:
    """Draw a row of tall houses."""
    left = -1.5
    pen.box(-4, 0.85, 4, 4, colour(96, 96, 100))
    while left < 1.5:
        right, top = left + rng.uniform(0.35, 0.7), rng.uniform(-0.9, 0.1)
        wall = vary(rng, pick(rng, palette("beaa96 a05f4b 788291 d7c8a0")))
        pen.box(left, top, right, 1.0, wall)
        for x in np.arange(left + 0.07, right - 0.1, 0.18):
            for y in np.arange(top + 0.1, 0.75, 0.25):
                pen.box(x, y, x + 0.09, y + 0.13, colour(60, 72, 90))
        left = right


def draw_hills(pen: Pen, rng: np.random.Generator) -> None:
    """Draw hills or mountains, with a sun."""
    near = vary(rng, pick(rng, palette("466e3c 3c4250 785a3c 28242c")))
    x, y = rng.uniform(-0.8, [0.8, -0.2])
    pen.oval(x, y, 0.18, 0.18, colour(252, 236, 180))
    for row in range(3):
        heights = 0.1 + 0.3 * row - rng.uniform(0, 0.5, 7)
        ridge = smooth(np.column_stack([np.linspace(-2, 2, 7), heights]), closed=False)
        pen.polygon(np.vstack([ridge, [(4, 4), (-4, 4)]]), mix(near, colour(170, 190, 210), 0.5 - 0.25 * row))


def draw_nothing(pen: Pen, rng: np.random.Generator) -> None:
    """Leave the background alone: a texture, a wall, a meadow."""


def bright(rng: np.random.Generator) -> Colour:
    """Return a colour that flowers, cars and cups have."""
    return vary(rng, pick(rng, BRIGHT), 30)


BRIGHT = palette("cd3237 ebbe3c 466ebe f0f0ec e182aa 3c825a 8c50a0 eb8232 3c3e46")


# Places


def wall_and_floor(rng: np.random.Generator) -> Image.Image:
    """Return a room: a wall, plain or papered, a floor, perhaps a window or a picture."""
    wall, floor = vary(rng, pick(rng, WALLS), 18), vary(rng, pick(rng, FLOORS), 18)
    image = to_canvas(wall * (1 - 0.1 * DOWN + 0.06 * clouds(rng, 3))[..., None])
    pen = whole(image)
    if rng.random() < 0.3:
        for x in np.arange(-1, 1, 0.25):
            pen.box(x, -1, x + 0.1, 1, mix(wall, WHITE, 0.25))
    if rng.random() < 0.5:
        x, y = rng.uniform(-0.9, 0.5), rng.uniform(-0.95, -0.6)
        pen.box(x, y, x + 0.5, y + 0.55, mix(floor, WHITE, 0.6))
        pen.box(x + 0.05, y + 0.05, x + 0.45, y + 0.5, mix(bright(rng), wall, 0.5))
    edge = rng.uniform(0.1, 0.75)
    pen.box(-1, edge, 1, 1, floor)
    pen.box(-1, edge - 0.05, 1, edge, mix(wall, WHITE, 0.5))
    for x in np.linspace(-1.6, 1.6, 9):
        pen.line([(x * 0.6, edge), (x * 1.6, 1.2)], mix(floor, BLACK, 0.25), 0.012)
    return image


def sofa(rng: np.random.Generator) -> Image.Image:
    """Return a sofa before a wall."""
    wall, cloth = vary(rng, pick(rng, WALLS), 18), vary(rng, pick(rng, CLOTHS), 18)
    image = to_canvas(wall * (1 - 0.1 * DOWN + 0.06 * clouds(rng, 3))[..., None])
    pen = whole(image)
    top = rng.uniform(-0.6, 0.0)
    for x in (-0.75, 0.0, 0.75):
        pen.blob([(x - 0.4, top), (x + 0.4, top), (x + 0.42, 1.2), (x - 0.42, 1.2)], mix(cloth, BLACK, 0.3))
        pen.blob([(x - 0.37, top + 0.04), (x + 0.37, top + 0.04), (x + 0.38, 1.2), (x - 0.38, 1.2)], cloth)
    pen.box(-1, 0.62, 1, 1, mix(cloth, WHITE, 0.12))
    pen.line([(-1, 0.62), (1, 0.62)], mix(cloth, BLACK, 0.4), 0.03)
    if rng.random() < 0.5:
        x = rng.uniform(-0.8, 0.8)
        pen.blob([(x - 0.3, 0.1), (x + 0.3, 0.05), (x + 0.33, 0.6), (x - 0.33, 0.65)], mix(bright(rng), cloth, 0.5))
    return image


def blanket(rng: np.random.Generator) -> Image.Image:
    """Return cloth with stripes or checks."""
    one = vary(rng, pick(rng, CLOTHS), 30)
    other = mix(one, pick(rng, (WHITE, BLACK)), rng.uniform(0.2, 0.6))
    turn, width = rng.uniform(0, 3.2), rng.uniform(8, 22)
    along = np.sin(width * (np.cos(turn) * RIGHT + np.sin(turn) * DOWN) + clouds(rng, 3))
    across = np.sin(width * (np.cos(turn) * DOWN - np.sin(turn) * RIGHT)) if rng.random() < 0.5 else 0 * DOWN
    share = np.clip(0.5 + 2 * along, 0, 1) * 0.6 + np.clip(0.5 + 2 * across, 0, 1) * 0.4
    return to_canvas((one + share[..., None] * (other - one)) * (1 + 0.15 * clouds(rng, 5))[..., None])


def dark_corner(rng: np.random.Generator) -> Image.Image:
    """Return a dark place with a little warm light."""
    light = np.exp(-3 * ((RIGHT - rng.uniform(-1, 1)) ** 2 + (DOWN - rng.uniform(-1, 1)) ** 2))[..., None]
    return to_canvas(vary(rng, colour(34, 28, 26), 20) + light * vary(rng, colour(120, 84, 50), 40))


def meadow(rng: np.random.Generator) -> Image.Image:
    """Return grass, corn or heather, perhaps with sky above it."""
    grass = vary(rng, pick(rng, palette("468c28 3c7828 c8aa32 964682")), 30)
    pixels = grass * (1 + 0.2 * DOWN + 0.2 * clouds(rng, 6) + rng.normal(0, 0.12, (SIDE, SIDE)))[..., None]
    if rng.random() < 0.5:
        sky = (DOWN + 0.05 * clouds(rng, 5) < rng.uniform(-0.6, 0.3))[..., None]
        pixels = np.where(sky, open_sky(rng), pixels)
    image = to_canvas(pixels)
    pen = whole(image)
    for x, y in rng.uniform([-1, 0.2], [1, 1.1], (14, 2)):
        pen.line([(x, y), (x + rng.normal(0, 0.06), y - 0.25)], mix(grass, WHITE, rng.uniform(-0.1, 0.3)), 0.02)
    return image


def open_sky(rng: np.random.Generator) -> NDArray[np.float64]:
    """Return sky (64, 64, 3): of noon, dusk or dawn."""
    high = vary(rng, pick(rng, palette("3278dc 5a3c8c c8463c")), 24)
    low = vary(rng, pick(rng, palette("96cdf5 faa046 fa7882")), 24)
    return high + (0.5 + 0.5 * DOWN + 0.15 * clouds(rng, 5))[..., None] * (low - high)


def sky(rng: np.random.Generator) -> Image.Image:
    """Return nothing but sky."""
    return to_canvas(open_sky(rng))


def foliage(rng: np.random.Generator) -> Image.Image:
    """Return leaves out of focus."""
    leaf = vary(rng, pick(rng, palette("3e6e28 508c32 be6e28 aa3c32 c83c5a")), 24)
    image = to_canvas(leaf * (0.7 + 0.3 * clouds(rng, 6))[..., None])
    pen = whole(image)
    for x, y in rng.uniform(-1, 1, (22, 2)):
        wide, high = rng.uniform(0.08, 0.28, 2)
        pen.oval(x, y, wide, high, mix(leaf, pick(rng, (BLACK, WHITE)), rng.uniform(0, 0.4)), rng.uniform(0, 3))
    return image


def water(rng: np.random.Generator) -> Image.Image:
    """Return water with ripples."""
    blue = vary(rng, pick(rng, palette("326e96 3c8c8c 28466e")), 24)
    ripples = np.sin(rng.uniform(20, 40) * DOWN + 3 * clouds(rng, 8))
    return to_canvas(blue * (1 + 0.12 * ripples - 0.15 * DOWN)[..., None])


def ground(rng: np.random.Generator) -> Image.Image:
    """Return stone, sand or asphalt."""
    stone = vary(rng, pick(rng, palette("8c8882 bea57d 606064")), 24)
    return to_canvas(stone * (1 + 0.2 * clouds(rng, 12) + rng.normal(0, 0.06, (SIDE, SIDE)))[..., None])


def backdrop(rng: np.random.Generator) -> Image.Image:
    """Return a vivid colour, as behind things in a shop's catalogue."""
    vivid = vary(rng, pick(rng, VIVID), 30)
    light = 1 - 0.15 * DOWN + 0.1 * clouds(rng, 3) - 0.2 * (RIGHT**2 + DOWN**2) * rng.uniform(0, 1)
    return to_canvas(vivid * light[..., None])


VIVID = palette("c82832 ebaf28 285ac8 289646 e15aa0 7832aa f06e28 28aab4")
WALLS = palette("e1d2b9 beafa0 96a0aa a08c78 ebe8e1 6e6862 bec8c3")
FLOORS = palette("967350 6e5440 bea587 6e4644 a5a09b")
CLOTHS = palette("825a56 5a4c46 beaa91 5a647d 96785f 78787a 5f5064")
INDOORS = (wall_and_floor, wall_and_floor, sofa, sofa, blanket, dark_corner)
OUTDOORS = (meadow, meadow, foliage, foliage, foliage, ground)
LAND = (meadow, sky)

# What is no cat, each with the places it is seen in. The furry ones come often: a cat must be told from them.
ANYWHERE = (wall_and_floor, wall_and_floor, sofa, sofa) + 3 * OUTDOORS + 9 * (backdrop,)
OTHERS = (
    (draw_dog_face, ANYWHERE),
    (draw_dog_face, ANYWHERE),
    (draw_dog_standing, ANYWHERE),
    (draw_rabbit, ANYWHERE),
    (draw_bird, (foliage, sky, meadow)),
    (draw_fish, (water,)),
    (draw_butterfly, (foliage, meadow, sky)),
    (draw_person, ANYWHERE),
    (draw_car, (ground, meadow)),
    (draw_house, LAND),
    (draw_tree, LAND),
    (draw_flower, (foliage, meadow, sky, backdrop)),
    (draw_flower, (foliage, meadow, sky, backdrop)),
    (draw_flowers, (foliage, meadow, water)),
    (draw_fruit, (wall_and_floor, backdrop, backdrop, foliage)),
    (draw_cup, (wall_and_floor, backdrop, backdrop, blanket)),
    (draw_ball, (backdrop, backdrop, meadow, ground)),
    (draw_boat, (sky,)),
    (draw_street, (sky,)),
    (draw_hills, (sky,)),
    (draw_nothing, ANYWHERE),
)


def whole(image: Image.Image) -> Pen:
    """Return a pen whose unit square is the whole picture."""
    return Pen(image, np.eye(2) * CANVAS / 2, np.array([CANVAS / 2, CANVAS / 2]))


# Pictures


def draw_picture(rng: np.random.Generator, cat: bool) -> NDArray[np.uint8]:
    """Draw one picture (64, 64, 3)."""
    cats_place = INDOORS if rng.random() < CAT_INDOORS else OUTDOORS
    subject, places = (draw_cat, cats_place) if cat else pick(rng, OTHERS)
    image = pick(rng, places)(rng)
    if rng.random() < 0.4:
        image = image.filter(ImageFilter.BoxBlur(6))  # a lens in focus on the subject only
    subject(draw_place(rng, image), rng)
    if rng.random() < 0.2:
        draw_foreground(whole(image), rng)
    return light_up(rng, np.asarray(image.reduce(CANVAS // SIDE), dtype=float))


def draw_place(rng: np.random.Generator, image: Image.Image) -> Pen:
    """Choose where the subject is, how large, how turned and which way round."""
    x, y = np.clip(rng.normal(0, 0.06, 2), -0.15, 0.15)
    middle = whole(image).at(x, y, rng.uniform(0.85, 1.15))
    return middle.leaning(rng.normal(0, 0.14), pick(rng, (-1.0, 1.0)))


def draw_foreground(pen: Pen, rng: np.random.Generator) -> None:
    """Draw something that hides a part: leaves, a bar or a ledge."""
    kind = rng.integers(3)
    dark = mix(bright(rng), BLACK, 0.5)
    if kind == 0:
        for x in rng.uniform(-1, 1, 5):
            tip = x + rng.normal(0, 0.3)
            pen.blob(
                [(x - 0.06, 1.1), (tip, rng.uniform(-0.2, 0.6)), (x + 0.06, 1.1)], vary(rng, colour(64, 104, 50), 40)
            )
    elif kind == 1:
        x = pick(rng, (-1, 1)) * rng.uniform(0.6, 0.9)
        pen.box(x - 0.07, -1, x + 0.07, 1, dark)
    else:
        pen.box(-1, rng.uniform(0.65, 0.85), 1, 1, dark)


def light_up(rng: np.random.Generator, pixels: NDArray[np.float64]) -> NDArray[np.uint8]:
    """Return the picture in its light: side light, contrast, brightness, tint and a camera's noise."""
    side = 1 + rng.normal(0, 0.07) * RIGHT + rng.normal(0, 0.05) * DOWN
    tint = rng.uniform(0.85, 1.1) * (1 + rng.normal(0, 0.02, 3))
    lit = 110 + rng.uniform(0.85, 1.1) * (pixels * tint * side[..., None] - 110)
    return np.clip(lit + rng.normal(0, rng.uniform(1, 4), pixels.shape), 0, 255).astype(np.uint8)


def draw_pictures(
    m: int, rng: np.random.Generator, cat_share: float = 0.5
) -> tuple[NDArray[np.uint8], NDArray[np.int64]]:
    """Draw m pictures in a random order.

    Parameters
    ----------
    m : int
        How many.
    rng : numpy.random.Generator
        The only source of chance: the same state draws the same pictures.
    cat_share : float
        The share of cats, 0 to 1; their number is rounded.

    Returns
    -------
    X : uint8 array (m, 64, 64, 3)
        The pictures, red, green and blue.
    Y : int64 array (m,)
        1 for a cat, 0 for anything else.
    """
    Y = rng.permutation(np.arange(m) < round(m * cat_share)).astype(np.int64)
    X = np.zeros((m, SIDE, SIDE, 3), dtype=np.uint8)
    for i, y in enumerate(Y):
        X[i] = draw_picture(rng, bool(y))
    return X, Y


def build(train: int, test: int, seed: int) -> dict[str, NDArray[Any]]:
    """Return the arrays of the file by their keys."""
    rng = np.random.default_rng(seed)
    train_x, train_y = draw_pictures(train, rng, TRAIN_SHARE)
    test_x, test_y = draw_pictures(test, rng, TEST_SHARE)
    return {
        "train_set_x": train_x,
        "train_set_y": train_y,
        "test_set_x": test_x,
        "test_set_y": test_y,
        "list_classes": np.array([b"non-cat", b"cat"]),
    }


def write(arrays: dict[str, NDArray[Any]], out: Path) -> None:
    """Write the arrays to an HDF5 file; a file that is there already is replaced only when all went well."""
    import h5py

    part = out.with_name(out.name + ".part")
    with h5py.File(part, "w") as file:
        for key, array in arrays.items():
            file.create_dataset(key, data=array, compression="gzip", compression_opts=9)
    part.replace(out)


class Parser(argparse.ArgumentParser):
    """A parser whose errors are one line."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and leave."""
        self.exit(2, f"{self.prog}: {message}; try --help\n")


def count(text: str) -> int:
    """Return a whole number, one or more."""
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number of one or more")
    return int(text)


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = Parser(description="Draw pictures of cats and of other things and write them to an HDF5 file.")
    here = Path(__file__).parent / "cats.h5"
    parser.add_argument("--out", type=Path, default=here, help="the file to write (default: cats.h5 beside build.py)")
    parser.add_argument("--train", type=count, default=TRAIN, help="training pictures (default: %(default)s)")
    parser.add_argument("--test", type=count, default=TEST, help="test pictures (default: %(default)s)")
    parser.add_argument("--seed", type=count, default=SEED, help="start of the random numbers (default: %(default)s)")
    options = parser.parse_args(arguments)
    if not options.out.parent.is_dir():
        parser.error(f"there is no folder {options.out.parent} to write {options.out.name} to")
    return options


def main(arguments: Sequence[str] | None = None) -> None:
    """Build the file as the command line asks."""
    options = parse(arguments)
    try:
        write(build(options.train, options.test, options.seed), options.out)
    except OSError as error:
        sys.exit(f"build.py: cannot write {options.out}: {error}")
    size = options.out.stat().st_size / 1e6
    print(f"{options.out}: {options.train} training and {options.test} test pictures, {size:.1f} MB")


if __name__ == "__main__":
    main()
