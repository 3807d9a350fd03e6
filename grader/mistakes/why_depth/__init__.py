"""Known mistakes of lesson 08: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.why_depth import (
    backward_pass,
    backward_step,
    count_multiplications,
    count_units,
    parity_tree,
    pattern_detectors,
    xor_unit,
)

MISTAKES = (
    *xor_unit.mistake,
    *parity_tree.mistake,
    *pattern_detectors.mistake,
    *count_units.mistake,
    *backward_step.mistake,
    *backward_pass.mistake,
    *count_multiplications.mistake,
)
