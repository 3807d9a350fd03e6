"""Known mistakes in `predict_shapes`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.warm_up.right import predict_shapes

mistake = Catalogue()


@mistake(
    "predict_shapes",
    says="the sizes are written as numbers, 3 and 5",
    hint="They fit one X only: write n and m, whatever they are.",
)
def shapes_typed(n, m):
    return predict_shapes(3, 5)


@mistake(
    "predict_shapes",
    says="n and m have changed places everywhere",
    hint="X is (n, m): n counts the rows and comes first.",
)
def shapes_swapped(n, m):
    return predict_shapes(m, n)


@mistake(
    "predict_shapes",
    says="turned has the shape of X",
    hint="The transpose swaps the two axes: what was first is last.",
)
def shapes_not_turned(n, m):
    return predict_shapes(n, m) | {"turned": (n, m)}


@mistake(
    "predict_shapes",
    says="gram is (m, m)",
    hint="In X @ X.T the inner sizes vanish: write the two shapes side by side.",
)
def shapes_gram_of_columns(n, m):
    return predict_shapes(n, m) | {"gram": (m, m)}


@mistake(
    "predict_shapes",
    says="gram is (n, m), as if the product were taken entry by entry",
    hint="`@` is the matrix product: the outer sizes of the two factors are left.",
)
def shapes_gram_entrywise(n, m):
    return predict_shapes(n, m) | {"gram": (n, m)}


@mistake(
    "predict_shapes",
    says="products is (m,)",
    hint="A product of two matrices has two axes, though one has size 1.",
)
def shapes_products_flat(n, m):
    return predict_shapes(n, m) | {"products": (m,)}


@mistake(
    "predict_shapes",
    says="products is a column, (m, 1)",
    hint="w.T is a row, and a row times a matrix is a row.",
)
def shapes_products_column(n, m):
    return predict_shapes(n, m) | {"products": (m, 1)}


@mistake(
    "predict_shapes",
    says="products is (n, m), as if nothing were summed",
    hint="The matrix product sums over the inner size, n: it is not in the result.",
)
def shapes_products_not_summed(n, m):
    return predict_shapes(n, m) | {"products": (n, m)}


@mistake(
    "predict_shapes",
    says="example is (n, 1)",
    hint="A single number as an index takes its axis away, so that one is left.",
)
def shapes_example_column(n, m):
    return predict_shapes(n, m) | {"example": (n, 1)}


@mistake(
    "predict_shapes",
    says="example is (m,), which is a row of X",
    hint="The colon stands first and takes all rows; the 0 picks one column: how many numbers are in it?",
)
def shapes_example_row(n, m):
    return predict_shapes(n, m) | {"example": (m,)}


@mistake(
    "predict_shapes",
    says="kept is (n,)",
    hint="A slice keeps its axis, even where it picks a single column.",
)
def shapes_kept_flat(n, m):
    return predict_shapes(n, m) | {"kept": (n,)}


@mistake(
    "predict_shapes",
    says="example and kept have changed places",
    hint="One of the two has a colon in front of the 1: it is a slice, and keeps the axis.",
)
def shapes_index_and_slice_swapped(n, m):
    return predict_shapes(n, m) | {"example": (n, 1), "kept": (n,)}


@mistake(
    "predict_shapes",
    says="sums is (n,)",
    hint="axis=0 says which axis vanishes, not which one stays: axis 0 counts the rows.",
)
def shapes_sums_of_rows(n, m):
    return predict_shapes(n, m) | {"sums": (n,)}


@mistake(
    "predict_shapes",
    says="the two sums have each other's axis",
    hint="The axis that is named is summed over, and is the one that vanishes or shrinks to 1.",
)
def shapes_axes_swapped(n, m):
    return predict_shapes(n, m) | {"sums": (n,), "kept_sums": (1, m)}


@mistake(
    "predict_shapes",
    says="sums is (1, m)",
    hint="Without keepdims the axis that was summed over is gone.",
)
def shapes_sums_kept(n, m):
    return predict_shapes(n, m) | {"sums": (1, m)}


@mistake(
    "predict_shapes",
    says="kept_sums is (n,)",
    hint="keepdims keeps the axis that was summed over: it stays, with size 1.",
)
def shapes_kept_sums_flat(n, m):
    return predict_shapes(n, m) | {"kept_sums": (n,)}


@mistake(
    "predict_shapes",
    says="kept_sums is (1, m)",
    hint="axis=1 counts the columns: it is the second size that becomes 1.",
)
def shapes_kept_sums_row(n, m):
    return predict_shapes(n, m) | {"kept_sums": (1, m)}


@mistake(
    "predict_shapes",
    says="flat is (1, n)",
    hint="v has a single axis: there is nothing to swap it with.",
)
def shapes_flat_turned(n, m):
    return predict_shapes(n, m) | {"flat": (1, n)}


@mistake(
    "predict_shapes",
    says="flat is (n, 1)",
    hint="v has a single axis: there is nothing to swap it with.",
)
def shapes_flat_column(n, m):
    return predict_shapes(n, m) | {"flat": (n, 1)}


@mistake(
    "predict_shapes",
    says="example, sums and flat are numbers: `(n)` is n in brackets, and no tuple",
    hint="A tuple of one entry needs its comma, even with nothing behind it.",
)
def shapes_without_comma(n, m):
    return predict_shapes(n, m) | {"example": n, "sums": m, "flat": n}
