"""Known mistakes of lesson 03: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.one_hidden_layer import (
    backward_layers,
    backward_means,
    compute_cost,
    forward_propagation,
    initialize_parameters,
    layer_sizes,
    nn_model,
    predict,
    update_parameters,
)

MISTAKES = (
    *layer_sizes.mistake,
    *initialize_parameters.mistake,
    *forward_propagation.mistake,
    *compute_cost.mistake,
    *backward_layers.mistake,
    *backward_means.mistake,
    *update_parameters.mistake,
    *nn_model.mistake,
    *predict.mistake,
)
