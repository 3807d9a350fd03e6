"""Handwritten digits: scikit-learn's bundled set of 1797 pictures of 8 by 8 pixels, in three parts.

They are the test part of "Optical Recognition of Handwritten Digits" (Alpaydin and Kaynak, UCI, 1998). Nothing is
downloaded.
"""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from helpers.errors import DataError

SIDE, CLASSES, DARKEST = 8, 10, 16
LEARN, CHOOSE = 1024, 384  # pictures to learn from, and to choose settings by; the rest judges at the end
SEED = 7


class Part(NamedTuple):
    """Pictures in columns X (64, m), from 0 (paper) to 1 (ink), and labels (1, m), whole numbers from 0 to 9."""

    X: NDArray[Any]
    labels: NDArray[Any]


def three_parts(seed: int = SEED) -> tuple[Part, Part, Part]:
    """Return the training set, the validation set and the test set, shuffled.

    Raises
    ------
    DataError
        scikit-learn, which holds the pictures, is not installed.
    """
    try:
        from sklearn import datasets
    except ImportError:
        raise DataError(
            "The digits are scikit-learn's, which is not installed; run `pip install scikit-learn`, restart the "
            "kernel, and run this cell again. No exercise needs it."
        ) from None
    bunch = datasets.load_digits()
    order = np.random.default_rng(seed).permutation(len(bunch.target))
    parts = np.split(order, [LEARN, LEARN + CHOOSE])
    learn, choose, judge = (Part(bunch.data[part].T / DARKEST, bunch.target[part][np.newaxis]) for part in parts)
    return learn, choose, judge
