"""Right answers to `standardise` in other styles."""

from __future__ import annotations

import statistics
import sys
import warnings

import numpy as np

from grader.styles import Gallery
from grader.styles.warm_up.right import described, standardise

style = Gallery()


style("standardise")(standardise)
style("standardise", "standardise_described")(described(standardise))
style("standardise", "standardise_as_a_lambda")(
    lambda X: (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)
)


@style("standardise")
def standardise_by_newaxis(X):
    mu = X.mean(axis=1)[:, np.newaxis]
    sigma = X.std(axis=1)[:, None]
    return (X - mu) / sigma


@style("standardise")
def standardise_by_reshape(X):
    n_x, m = X.shape
    mu = np.reshape(np.mean(X, 1), (n_x, 1))
    assert mu.shape == (n_x, 1)
    return np.divide(np.subtract(X, mu), np.std(X, 1).reshape(-1, 1))


@style("standardise")
def standardise_turned(X):
    return ((X.T - X.T.mean(axis=0)) / X.T.std(axis=0)).T


@style("standardise")
def standardise_by_formula(X):
    m = X.shape[1]
    mu = np.sum(X, axis=1, keepdims=True) / m
    variance = np.sum((X - mu) ** 2, axis=1, keepdims=True) / m
    return (X - mu) / np.sqrt(variance)


@style("standardise")
def standardise_by_variance(X):
    deviation = X - np.average(X, axis=-1).reshape(len(X), 1)
    return deviation * np.var(X, axis=-1, keepdims=True) ** -0.5


@style("standardise")
def standardise_row_by_row(X):
    Z = np.zeros(X.shape)
    for j in range(X.shape[0]):
        Z[j] = (X[j] - np.mean(X[j])) / np.std(X[j])
    return Z


@style("standardise")
def standardise_entry_by_entry(X):
    Z = np.empty_like(X)
    for j in range(len(X)):
        mean, sigma = statistics.fmean(X[j]), statistics.pstdev(X[j].tolist())
        for i in range(X.shape[1]):
            Z[j, i] = (X[j, i] - mean) / sigma
    return Z


@style("standardise")
def standardise_by_comprehension(X):
    return np.array([(row - row.mean()) / row.std() for row in X])


@style("standardise")
def standardise_by_vstack(X):
    return np.vstack(
        [(row - sum(row) / len(row)) / np.sqrt(sum((row - sum(row) / len(row)) ** 2) / len(row)) for row in X]
    )


@style("standardise")
def standardise_on_a_copy(X):
    X = X.copy()
    X -= X.mean(axis=1, keepdims=True)
    X /= np.sqrt((X**2).mean(axis=1, keepdims=True))
    return X


@style("standardise")
def standardise_in_single_precision(X):
    X = X.astype(np.float32)
    return (X - X.mean(axis=1, keepdims=True)) / X.std(axis=1, keepdims=True)


@style("standardise")
def standardise_with_warnings(X):
    warnings.warn("standardising", stacklevel=1)
    print(X.shape, file=sys.stderr)
    return np.apply_along_axis(lambda row: (row - row.mean()) / row.std(), 1, X)


@style("standardise")
def standardise_with_a_speck(X):
    mu, sigma = np.mean(X, axis=1, keepdims=True), np.std(X, axis=1, keepdims=True)
    return (X - mu) / (sigma + 1e-8)
