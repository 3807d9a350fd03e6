"""Known mistakes of lesson 00: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.warm_up import (
    as_column,
    dot,
    gradients,
    predict_broadcasts,
    predict_shapes,
    scores,
    standardise,
)

MISTAKES = (
    *as_column.mistake,
    *predict_shapes.mistake,
    *predict_broadcasts.mistake,
    *standardise.mistake,
    *dot.mistake,
    *scores.mistake,
    *gradients.mistake,
)
