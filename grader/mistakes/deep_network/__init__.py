"""Known mistakes of lesson 05: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.deep_network import (
    compute_cost,
    initialize_parameters,
    initialize_parameters_deep,
    l_model_backward_grads,
    l_model_backward_start,
    l_model_backward_walk,
    l_model_forward,
    linear_activation_backward,
    linear_activation_forward,
    linear_backward,
    linear_forward,
    update_parameters,
)

MISTAKES = (
    *initialize_parameters.mistake,
    *initialize_parameters_deep.mistake,
    *linear_forward.mistake,
    *linear_activation_forward.mistake,
    *l_model_forward.mistake,
    *compute_cost.mistake,
    *linear_backward.mistake,
    *linear_activation_backward.mistake,
    *l_model_backward_start.mistake,
    *l_model_backward_walk.mistake,
    *l_model_backward_grads.mistake,
    *update_parameters.mistake,
)
