"""Lesson 04 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.activations import (
    leaky_relu,
    numerical_derivative,
    relu,
    relu_derivative,
    sigmoid_derivative,
    softmax,
    softmax_derivative,
    tanh_derivative,
)

STYLES = (
    numerical_derivative.style
    | sigmoid_derivative.style
    | tanh_derivative.style
    | relu.style
    | leaky_relu.style
    | relu_derivative.style
    | softmax.style
    | softmax_derivative.style
)
