"""The playground: a network that learns points in the plane while one looks on and turns the knobs.

`points` draws the data, `network` trains on the building blocks of lesson 05, `training` is one training and `player`
starts, pauses and resets it; `picture` draws it, `controls` are its knobs. It leaves out whatever has points.
"""

from helpers.playground.controls import show

__all__ = ["show"]
