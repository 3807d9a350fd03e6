"""Known mistakes of lesson 01: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.single_neuron import (
    compute_cost,
    gradients,
    house_price,
    linear_regression,
    perceptron,
    threshold,
    walk_back,
)

MISTAKES = (
    *house_price.mistake,
    *compute_cost.mistake,
    *gradients.mistake,
    *linear_regression.mistake,
    *threshold.mistake,
    *perceptron.mistake,
    *walk_back.mistake,
)
