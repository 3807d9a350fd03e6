"""Lesson 05 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.deep_network import (
    l_model_backward,
    linear_activation_backward,
    linear_backward,
    update_parameters,
)

STYLES = linear_backward.style | linear_activation_backward.style | l_model_backward.style | update_parameters.style
