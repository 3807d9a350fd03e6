"""Lesson 03 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.one_hidden_layer import (
    backward_propagation,
    compute_cost,
    forward_propagation,
    initialize_parameters,
    layer_sizes,
    nn_model,
    predict,
    update_parameters,
)

STYLES = (
    layer_sizes.style
    | initialize_parameters.style
    | forward_propagation.style
    | compute_cost.style
    | backward_propagation.style
    | update_parameters.style
    | nn_model.style
    | predict.style
)
