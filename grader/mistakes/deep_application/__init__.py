"""Known mistakes of lesson 06: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.deep_application import (
    l_layer_model_loop,
    l_layer_model_result,
    predict,
    two_layer_model_blocks,
    two_layer_model_loop,
    two_layer_model_result,
)

MISTAKES = (
    *two_layer_model_blocks.mistake,
    *two_layer_model_loop.mistake,
    *two_layer_model_result.mistake,
    *predict.mistake,
    *l_layer_model_loop.mistake,
    *l_layer_model_result.mistake,
)
