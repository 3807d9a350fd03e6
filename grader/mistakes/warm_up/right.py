"""What a student has right already: the wrong versions call these, so that each shows its one mistake."""

from __future__ import annotations


def predict_shapes(n, m):
    turned = (m, n)
    gram = (n, n)
    products = (1, m)
    example = (n,)
    kept = (n, 1)
    sums = (m,)
    kept_sums = (n, 1)
    flat = (n,)
    return {
        "turned": turned,
        "gram": gram,
        "products": products,
        "example": example,
        "kept": kept,
        "sums": sums,
        "kept_sums": kept_sums,
        "flat": flat,
    }


def predict_broadcasts(n, m):
    error = "error"
    with_column = (n, m)
    with_row = (n, m)
    grid = (n, m)
    with_u = (n, m)
    with_v = error
    trap = (n, n)
    turned = error
    pairs = (m, m)
    return {
        "with_column": with_column,
        "with_row": with_row,
        "grid": grid,
        "with_u": with_u,
        "with_v": with_v,
        "trap": trap,
        "turned": turned,
        "pairs": pairs,
    }
