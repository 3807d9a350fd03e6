"""Lesson 08 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.why_depth import (
    backward_pass,
    backward_step,
    count_multiplications,
    count_units,
    parity_tree,
    pattern_detectors,
    xor_unit,
)

STYLES = (
    xor_unit.style
    | parity_tree.style
    | pattern_detectors.style
    | count_units.style
    | backward_step.style
    | backward_pass.style
    | count_multiplications.style
)
