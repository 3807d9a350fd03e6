"""What a student is given, or has right already: the wrong versions call these, so that each shows its one mistake."""

from __future__ import annotations

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


FUNCTIONS = {"sigmoid": sigmoid, "tanh": np.tanh, "exp": np.exp}
