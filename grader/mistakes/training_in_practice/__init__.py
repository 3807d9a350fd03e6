"""Known mistakes of lesson 07: what people write, and ask about in forums, as a student writes it."""

from __future__ import annotations

from grader.mistakes.training_in_practice import (
    confusion_matrix,
    cross_entropy,
    l1_penalty,
    l2_penalty,
    learning_rates,
    one_hot,
    random_mini_batches,
    softmax,
)

MISTAKES = (
    *softmax.mistake,
    *one_hot.mistake,
    *cross_entropy.mistake,
    *random_mini_batches.mistake,
    *l2_penalty.mistake,
    *l1_penalty.mistake,
    *learning_rates.mistake,
    *confusion_matrix.mistake,
)
