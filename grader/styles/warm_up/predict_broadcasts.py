"""Right answers to `predict_broadcasts` in other styles."""

from __future__ import annotations

import sys
from collections import OrderedDict, defaultdict

import numpy as np

from grader.styles import Gallery
from grader.styles.warm_up.right import described, predict_broadcasts

style = Gallery()


style("predict_broadcasts")(predict_broadcasts)
style("predict_broadcasts", "predict_broadcasts_described")(described(predict_broadcasts))
style("predict_broadcasts", "broadcasts_as_a_lambda")(
    lambda n, m: {
        "with_column": (n, m),
        "with_row": (n, m),
        "grid": (n, m),
        "with_u": (n, m),
        "with_v": "error",
        "trap": (n, n),
        "turned": "error",
        "pairs": (m, m),
    }
)


@style("predict_broadcasts")
def broadcasts_in_lists(n, m):
    return {
        name: list(shape) if isinstance(shape, tuple) else shape for name, shape in predict_broadcasts(n, m).items()
    }


@style("predict_broadcasts")
def broadcasts_in_another_order(n, m):
    return dict(reversed(predict_broadcasts(n, m).items()))


@style("predict_broadcasts")
def broadcasts_by_dict(n, m):
    return dict(
        with_column=(n, m),
        with_row=(n, m),
        grid=(n, m),
        with_u=(n, m),
        with_v="error",
        trap=(n, n),
        turned="error",
        pairs=(m, m),
    )


@style("predict_broadcasts")
def broadcasts_by_measuring(n, m):
    def together(*shapes):
        try:
            return np.broadcast_shapes(*shapes)
        except ValueError:
            return "error"

    return {
        "with_column": together((n, m), (n, 1)),
        "with_row": together((n, m), (1, m)),
        "grid": together((n, 1), (1, m)),
        "with_u": together((n, m), (m,)),
        "with_v": together((n, m), (n,)),
        "trap": together((n, 1), (n,)),
        "turned": together((n, m), (m, n)),
        "pairs": together((1, m), (m, 1)),
    }


@style("predict_broadcasts")
def broadcasts_in_numpy_numbers(n, m):
    return predict_broadcasts(np.int64(n), np.int64(m))


@style("predict_broadcasts")
def broadcasts_in_floats(n, m):
    return predict_broadcasts(float(n), m / 1)


@style("predict_broadcasts")
def broadcasts_in_an_ordered_dict(n, m):
    shapes = OrderedDict(predict_broadcasts(n, m))
    shapes.move_to_end(next(iter(shapes)))
    return shapes


@style("predict_broadcasts")
def broadcasts_in_a_default_dict(n, m):
    shapes = defaultdict(tuple)
    shapes.update(predict_broadcasts(n, m))
    return shapes


@style("predict_broadcasts")
def broadcasts_with_more_keys(n, m):
    return {**predict_broadcasts(n, m), "X": (n, m)}


@style("predict_broadcasts")
def broadcasts_with_other_names(n, m):
    rows, columns = n, m
    print(rows, columns, file=sys.stderr)
    return predict_broadcasts(rows, columns)


@style("predict_broadcasts")
def broadcasts_in_arrays(n, m):
    return {
        name: np.array(shape) if isinstance(shape, tuple) else shape for name, shape in predict_broadcasts(n, m).items()
    }


@style("predict_broadcasts")
def broadcasts_with_brackets_of_tuple(n, m):
    return {
        name: tuple(int(size) for size in shape) if isinstance(shape, tuple) else shape
        for name, shape in predict_broadcasts(n, m).items()
    }
