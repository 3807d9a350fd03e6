"""What a student has right already, and calls in later exercises."""

from __future__ import annotations

import functools

import numpy as np


def softmax(Z):
    t = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return t / np.sum(t, axis=0, keepdims=True)


def described(answer):
    @functools.wraps(answer)
    def inner(*arguments, **settings):
        print("called", answer.__name__)
        return answer(*arguments, **settings)

    return inner
