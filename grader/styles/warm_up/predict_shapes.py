"""Right answers to `predict_shapes` in other styles."""

from __future__ import annotations

import sys
from collections import OrderedDict, defaultdict

import numpy as np

from grader.styles import Gallery
from grader.styles.warm_up.right import described, predict_shapes

style = Gallery()


style("predict_shapes")(predict_shapes)
style("predict_shapes", "predict_shapes_described")(described(predict_shapes))
style("predict_shapes", "shapes_as_a_lambda")(
    lambda n, m: {
        "turned": (m, n),
        "gram": (n,) * 2,
        "products": (1, m),
        "example": (n,),
        "kept": (n, 1),
        "sums": (m,),
        "kept_sums": (n, 1),
        "flat": (n,),
    }
)


@style("predict_shapes")
def shapes_in_lists(n, m):
    return {name: list(shape) if isinstance(shape, tuple) else shape for name, shape in predict_shapes(n, m).items()}


@style("predict_shapes")
def shapes_in_another_order(n, m):
    return dict(reversed(predict_shapes(n, m).items()))


@style("predict_shapes")
def shapes_by_dict(n, m):
    return dict(
        turned=(m, n),
        gram=(n,) * 2,
        products=(1, m),
        example=(n,),
        kept=(n, 1),
        sums=(m,),
        kept_sums=(n, 1),
        flat=(n,),
    )


@style("predict_shapes")
def shapes_by_measuring(n, m):
    X, w, v = np.ones((n, m)), np.ones((n, 1)), np.ones(n)
    return {
        "turned": X.T.shape,
        "gram": (X @ X.T).shape,
        "products": (w.T @ X).shape,
        "example": X[:, 0].shape,
        "kept": X[:, :1].shape,
        "sums": X.sum(axis=0).shape,
        "kept_sums": X.sum(axis=1, keepdims=True).shape,
        "flat": v.T.shape,
    }


@style("predict_shapes")
def shapes_in_numpy_numbers(n, m):
    return predict_shapes(np.int64(n), np.int64(m))


@style("predict_shapes")
def shapes_in_floats(n, m):
    return predict_shapes(float(n), m / 1)


@style("predict_shapes")
def shapes_in_an_ordered_dict(n, m):
    shapes = OrderedDict(predict_shapes(n, m))
    shapes.move_to_end(next(iter(shapes)))
    return shapes


@style("predict_shapes")
def shapes_in_a_default_dict(n, m):
    shapes = defaultdict(tuple)
    shapes.update(predict_shapes(n, m))
    return shapes


@style("predict_shapes")
def shapes_with_more_keys(n, m):
    return {**predict_shapes(n, m), "X": (n, m)}


@style("predict_shapes")
def shapes_with_other_names(n, m):
    rows, columns = n, m
    print(rows, columns, file=sys.stderr)
    return predict_shapes(rows, columns)


@style("predict_shapes")
def shapes_in_arrays(n, m):
    return {
        name: np.array(shape) if isinstance(shape, tuple) else shape for name, shape in predict_shapes(n, m).items()
    }


@style("predict_shapes")
def shapes_with_brackets_of_tuple(n, m):
    return {
        name: tuple(int(size) for size in shape) if isinstance(shape, tuple) else shape
        for name, shape in predict_shapes(n, m).items()
    }
