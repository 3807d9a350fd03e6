"""Lesson 02 answered rightly in other styles."""

from __future__ import annotations

from grader.styles.logistic_regression import initialize_with_zeros, model, optimize, predict, propagate, sigmoid

STYLES = sigmoid.style | initialize_with_zeros.style | propagate.style | optimize.style | predict.style | model.style
