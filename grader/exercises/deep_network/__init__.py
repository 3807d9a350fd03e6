"""Lesson 05: a network of L layers, block by block."""

from __future__ import annotations

from grader.exercises.deep_network import backward, forward, start

EXERCISES = start.EXERCISES + forward.EXERCISES + backward.EXERCISES
