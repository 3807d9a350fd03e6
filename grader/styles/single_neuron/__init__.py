"""Lesson 01 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.single_neuron import (
    compute_cost,
    gradients,
    house_price,
    linear_regression,
    perceptron,
    threshold,
    walk_back,
)

STYLES = (
    house_price.style
    | compute_cost.style
    | gradients.style
    | linear_regression.style
    | threshold.style
    | perceptron.style
    | walk_back.style
)
