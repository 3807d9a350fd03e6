"""Lesson 07 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.training_in_practice import (
    confusion_matrix,
    cross_entropy,
    l1_penalty,
    l2_penalty,
    learning_rates,
    one_hot,
    random_mini_batches,
    softmax,
)

STYLES = (
    softmax.style
    | one_hot.style
    | cross_entropy.style
    | random_mini_batches.style
    | l2_penalty.style
    | l1_penalty.style
    | learning_rates.style
    | confusion_matrix.style
)
