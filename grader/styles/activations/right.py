"""What a student is given, or has right already, and calls in later exercises."""

from __future__ import annotations

import functools

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


FUNCTIONS = {"sigmoid": sigmoid, "tanh": np.tanh, "exp": np.exp}


def numerical_derivative(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z - h)) / (2 * h)


def sigmoid_derivative(z):
    s = sigmoid(z)
    return s * (1 - s)


def tanh_derivative(z):
    return 1 - np.tanh(z) ** 2


def relu(z):
    return np.maximum(0, z)


def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, slope * z)


def relu_derivative(z, slope=0.0):
    return np.where(z > 0, 1, slope)


def softmax(Z):
    E = np.exp(Z - np.max(Z, axis=0, keepdims=True))
    return E / np.sum(E, axis=0, keepdims=True)


def softmax_derivative(a):
    return np.diag(a.ravel()) - np.dot(a, a.T)


def described(answer):
    @functools.wraps(answer)
    def inner(*arguments, **settings):
        print("called", answer.__name__)
        return answer(*arguments, **settings)

    return inner
