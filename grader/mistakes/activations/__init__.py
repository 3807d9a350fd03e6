"""Known mistakes of lesson 04: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.activations import (
    leaky_relu,
    numerical_derivative,
    relu,
    relu_derivative,
    sigmoid_derivative,
    softmax,
    softmax_derivative,
    tanh_derivative,
)

MISTAKES = (
    *numerical_derivative.mistake,
    *sigmoid_derivative.mistake,
    *tanh_derivative.mistake,
    *relu.mistake,
    *leaky_relu.mistake,
    *relu_derivative.mistake,
    *softmax.mistake,
    *softmax_derivative.mistake,
)
