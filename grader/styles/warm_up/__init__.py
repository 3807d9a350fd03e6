"""Lesson 00 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.warm_up import (
    as_column,
    dot,
    gradients,
    predict_broadcasts,
    predict_shapes,
    scores,
    standardise,
)

STYLES = (
    as_column.style
    | predict_shapes.style
    | predict_broadcasts.style
    | standardise.style
    | dot.style
    | scores.style
    | gradients.style
)
