"""Lesson 05 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.deep_network import (
    compute_cost,
    initialize_parameters,
    initialize_parameters_deep,
    l_model_backward,
    l_model_forward,
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
    linear_forward,
    update_parameters,
)

STYLES = (
    initialize_parameters.style
    | initialize_parameters_deep.style
    | linear_forward.style
    | linear_activation_forward.style
    | l_model_forward.style
    | compute_cost.style
    | linear_backward.style
    | linear_activation_backward.style
    | l_model_backward.style
    | update_parameters.style
)
