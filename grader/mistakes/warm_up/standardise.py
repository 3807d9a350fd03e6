"""Known mistakes in `standardise`."""

from __future__ import annotations

import numpy as np

from grader.mistakes import Catalogue

mistake = Catalogue()


@mistake(
    "standardise",
    says="keepdims is missing, so that mu and sigma have the shape (n_x,)",
    hint="(n_x,) is laid along the columns: mu and sigma have to stay columns, (n_x, 1).",
)
def standardise_without_keepdims(X):
    mu = np.mean(X, axis=1)
    sigma = np.std(X, axis=1)
    return (X - mu) / sigma


@mistake(
    "standardise",
    says="mean and deviation are those of each example (axis 0), not of each feature",
    hint="A feature is a row of X: the axis to be averaged over is the one that counts the columns.",
)
def standardise_columns(X):
    mu = np.mean(X, axis=0, keepdims=True)
    sigma = np.std(X, axis=0, keepdims=True)
    return (X - mu) / sigma


@mistake(
    "standardise",
    says="one mean and one deviation are taken of the whole matrix",
    hint="Each feature has its own: without an axis, NumPy takes all entries together.",
)
def standardise_whole(X):
    return (X - np.mean(X)) / np.std(X)


@mistake(
    "standardise",
    says="X is divided by sigma, but the mean is not subtracted",
    hint="Two things happen to each row: it is moved to 0, then scaled.",
)
def standardise_without_mean(X):
    return X / np.std(X, axis=1, keepdims=True)


@mistake(
    "standardise",
    says="the mean is subtracted, but nothing is divided by sigma",
    hint="Two things happen to each row: it is moved to 0, then scaled.",
)
def standardise_without_sigma(X):
    return X - np.mean(X, axis=1, keepdims=True)


@mistake(
    "standardise",
    says="the rows are divided by the variance, not by the standard deviation",
    hint="`var` and `std` are two functions: sigma is the root of the variance.",
)
def standardise_by_variance(X):
    mu = np.mean(X, axis=1, keepdims=True)
    return (X - mu) / np.var(X, axis=1, keepdims=True)


@mistake(
    "standardise",
    says="only the mean is divided by sigma: brackets around the difference are missing",
    hint="Division binds more strongly than minus: what belongs together is X less its mean.",
)
def standardise_without_brackets(X):
    mu = np.mean(X, axis=1, keepdims=True)
    sigma = np.std(X, axis=1, keepdims=True)
    return X - mu / sigma


@mistake(
    "standardise",
    says="the difference is multiplied by sigma",
    hint="A feature that spreads widely has a large sigma, and is to become smaller: which operation does that?",
)
def standardise_multiplied(X):
    mu = np.mean(X, axis=1, keepdims=True)
    return (X - mu) * np.std(X, axis=1, keepdims=True)


@mistake(
    "standardise",
    says="the mean is added",
    hint="A row of mean 5 is to have mean 0 afterwards: in which direction is it moved?",
)
def standardise_added(X):
    mu = np.mean(X, axis=1, keepdims=True)
    return (X + mu) / np.std(X, axis=1, keepdims=True)


@mistake(
    "standardise",
    says="the sign is turned round: mu - X",
    hint="A value above the mean is to come out positive.",
)
def standardise_negated(X):
    mu = np.mean(X, axis=1, keepdims=True)
    return (mu - X) / np.std(X, axis=1, keepdims=True)


@mistake(
    "standardise",
    says="sigma divides by m - 1 and not by m (ddof=1)",
    hint="The formula has 1/m under the root, which is what NumPy does where nothing else is asked for.",
)
def standardise_with_ddof(X):
    mu = np.mean(X, axis=1, keepdims=True)
    return (X - mu) / np.std(X, axis=1, keepdims=True, ddof=1)


@mistake(
    "standardise",
    says="the rows are squeezed between 0 and 1, by their smallest and largest entry",
    hint="That is another way to scale: here the formula has the mean and the deviation of the row.",
)
def standardise_to_unit_range(X):
    low, high = X.min(axis=1, keepdims=True), X.max(axis=1, keepdims=True)
    return (X - low) / (high - low)


@mistake(
    "standardise",
    says="the sum is subtracted, and not the mean",
    hint="A mean is a sum divided by how many there are.",
)
def standardise_less_sum(X):
    return (X - np.sum(X, axis=1, keepdims=True)) / np.std(X, axis=1, keepdims=True)


@mistake(
    "standardise",
    says="the caller's X is changed by `-=` or `/=`",
    hint="These write into the array that was handed over: compute a new one under a name of its own.",
)
def standardise_in_place(X):
    X -= np.mean(X, axis=1, keepdims=True)
    X /= np.std(X, axis=1, keepdims=True)
    return X
