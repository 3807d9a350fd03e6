"""Lesson 05 answered rightly in other styles."""

from __future__ import annotations

from grader.styles import Gallery

STYLES = Gallery()
