"""Known mistakes of lesson 05: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.deep_network import (
    l_model_backward_grads,
    l_model_backward_start,
    l_model_backward_walk,
    linear_activation_backward,
    linear_backward,
    update_parameters,
)

MISTAKES = (
    *linear_backward.mistake,
    *linear_activation_backward.mistake,
    *l_model_backward_start.mistake,
    *l_model_backward_walk.mistake,
    *l_model_backward_grads.mistake,
    *update_parameters.mistake,
)
