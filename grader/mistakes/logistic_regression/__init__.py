"""Known mistakes of lesson 02: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.logistic_regression import (
    initialize_with_zeros,
    model,
    optimize_loop,
    optimize_step,
    predict,
    propagate_backward,
    propagate_forward,
    sigmoid,
)

MISTAKES = (
    *sigmoid.mistake,
    *initialize_with_zeros.mistake,
    *propagate_forward.mistake,
    *propagate_backward.mistake,
    *optimize_step.mistake,
    *optimize_loop.mistake,
    *predict.mistake,
    *model.mistake,
)
