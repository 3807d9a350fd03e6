"""A network of any depth and any activation, made of five building blocks; what each layer says, and how it learns.

Hidden layers bend by the activation that was chosen, the output by a sigmoid. A and Z are (n, m), an example a column.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from numpy.typing import NDArray

from helpers.activations import relu, relu_backward, sigmoid, sigmoid_backward
from helpers.playground.blocks import Blocks

Array = NDArray[Any]
Gradients = dict[str, Array]
Forward = Callable[[Array], tuple[Array, Array]]  # Z -> A and the cache
Backward = Callable[[Array, Array], Array]  # dA and the cache -> dZ


def tanh(Z: Array) -> tuple[Array, Array]:
    """Return A = tanh(Z) and the cache, Z."""
    return np.tanh(Z), Z


def tanh_backward(dA: Array, cache: Array) -> Array:
    """Return dZ = dA * (1 - tanh(Z)^2) for the cached Z."""
    return dA * (1 - np.tanh(cache) ** 2)


ROUNDING = np.finfo(float).eps
ACTIVATIONS: Mapping[str, tuple[Forward, Backward]] = {
    "tanh": (tanh, tanh_backward),
    "relu": (relu, relu_backward),
    "sigmoid": (sigmoid, sigmoid_backward),
    "linear": (lambda Z: (Z, Z), lambda dA, cache: dA),
}
Slope = Callable[..., Array]
PENALTIES: Mapping[str, Slope] = {  # the slope of what a weight costs
    "none": np.zeros_like,
    "L1, the sum of |w|": np.sign,
    "L2, half the sum of w²": lambda W: W,
}


class Network:
    """A network that starts anew.

    Parameters
    ----------
    blocks : the functions it is made of
    sizes : units of layer 0, the features, to layer L, the output
    activation : of the hidden layers, one of ACTIVATIONS
    seed : start of the random numbers
    """

    def __init__(self, blocks: Blocks, sizes: Sequence[int], activation: str, seed: int) -> None:
        np.random.seed(seed)  # noqa: NPY002  -- the student's function has no generator to be handed
        self.parameters: dict[str, Array] = blocks.initialize_parameters_deep(list(sizes))
        self._blocks, self._L = blocks, len(sizes) - 1
        self._bends = [ACTIVATIONS[activation]] * (self._L - 1) + [ACTIVATIONS["sigmoid"]]

    def layers(self, X: Array) -> list[Array]:
        """Return what every layer says to the features X, (n_x, m): A of layers 1 to L; the last one is P(y = 1)."""
        ways = (self._layer(l) for l in range(1, self._L + 1))
        return list(accumulate(ways, lambda A, way: way(A), initial=X))[1:]

    def _layer(self, l: int) -> Slope:
        W, b, (bend, _) = self.parameters[f"W{l}"], self.parameters[f"b{l}"], self._bends[l - 1]
        return lambda A: bend(self._blocks.linear_forward(A, W, b)[0])[0]

    def cost(self, X: Array, Y: Array) -> float:
        """Return the cost J, without any penalty.

        A probability of exactly 0 or 1 counts as one a rounding away: a student's logarithm may not bear it.
        """
        AL = np.clip(self.layers(X)[-1], ROUNDING, 1 - ROUNDING)
        return float(np.squeeze(self._blocks.compute_cost(AL, Y)))

    def step(self, X: Array, Y: Array, learning_rate: float, penalty: str = "none", strength: float = 0.0) -> None:
        """Take one step of gradient descent on these examples.

        Parameters
        ----------
        X, Y : features (n_x, m) and labels (1, m)
        learning_rate : the length of the step
        penalty : what large weights cost, one of PENALTIES
        strength : how much
        """
        _, grads = self._slopes(X, Y, 1)
        for l in range(1, self._L + 1):
            grads[f"dW{l}"] = grads[f"dW{l}"] + strength * PENALTIES[penalty](self.parameters[f"W{l}"])
        self.parameters = self._blocks.update_parameters(self.parameters, grads, learning_rate)

    def _slopes(self, A_prev: Array, Y: Array, l: int) -> tuple[Array, Gradients]:
        """Go through layer l and all behind it, and come back with the gradients: by A_prev, and of these layers."""
        Z, cache = self._blocks.linear_forward(A_prev, self.parameters[f"W{l}"], self.parameters[f"b{l}"])
        bend, bend_backward = self._bends[l - 1]
        A, bent = bend(Z)
        grads: Gradients = {}
        if l == self._L:
            dZ = A - Y  # of the sigmoid and the cost together
        else:
            dA, grads = self._slopes(A, Y, l + 1)
            dZ = bend_backward(dA, bent)
        dA_prev, dW, db = self._blocks.linear_backward(dZ, cache)
        return dA_prev, grads | {f"dW{l}": dW, f"db{l}": db}
