"""Right answers to `as_column` in other styles."""

from __future__ import annotations

import sys

import numpy as np

from grader.styles import Gallery
from grader.styles.warm_up.right import as_column, described

style = Gallery()


style("as_column")(as_column)
style("as_column", "as_column_described")(described(as_column))
style("as_column", "as_column_as_a_lambda")(lambda v: v[:, None])


@style("as_column")
def as_column_by_newaxis(v):
    return v[..., np.newaxis]


@style("as_column")
def as_column_by_expand_dims(v):
    return np.expand_dims(v, axis=-1)


@style("as_column")
def as_column_by_length(v):
    n = v.shape[0]
    assert v.shape == (n,)
    return np.reshape(v, (n, 1))


@style("as_column")
def as_column_by_a_row_turned(v):
    return np.array([v]).T


@style("as_column")
def as_column_by_vstack(v):
    return np.vstack(list(v))


@style("as_column")
def as_column_by_c(v):
    return np.c_[v]


@style("as_column")
def as_column_by_stack(v):
    return np.column_stack([v])


@style("as_column")
def as_column_by_loop(v):
    column = np.zeros((len(v), 1))
    for i in range(len(v)):
        column[i, 0] = v[i]
    return column


@style("as_column")
def as_column_by_lists(v):
    return np.array([[number] for number in v])


@style("as_column")
def as_column_in_single_precision(v):
    return v.astype(np.float32).reshape(len(v), 1)


@style("as_column")
def as_column_on_a_copy(v):
    column = v.copy()
    column.shape = (v.size, 1)
    print(column, file=sys.stderr)
    return column


@style("as_column")
def as_column_in_another_order(v):
    return np.asfortranarray(v.reshape((-1, 1)))
