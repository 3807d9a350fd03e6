"""Known mistakes in `predict_broadcasts`."""

from __future__ import annotations

from grader.mistakes import Catalogue
from grader.mistakes.warm_up.right import predict_broadcasts

mistake = Catalogue()


@mistake(
    "predict_broadcasts",
    says="the sizes are written as numbers, 3 and 5",
    hint="They fit one X only: write n and m, whatever they are.",
)
def broadcasts_typed(n, m):
    return predict_broadcasts(3, 5)


@mistake(
    "predict_broadcasts",
    says="n and m have changed places everywhere",
    hint="X is (n, m): n counts the rows and comes first.",
)
def broadcasts_swapped(n, m):
    return predict_broadcasts(m, n)


@mistake(
    "predict_broadcasts",
    says="with_column is an error",
    hint="n meets n, and m meets 1: a size of 1 is stretched to fit.",
)
def broadcasts_column_refused(n, m):
    return predict_broadcasts(n, m) | {"with_column": "error"}


@mistake(
    "predict_broadcasts",
    says="with_row is an error",
    hint="The rule is the same for all operations, and a size of 1 is stretched to fit.",
)
def broadcasts_row_refused(n, m):
    return predict_broadcasts(n, m) | {"with_row": "error"}


@mistake(
    "predict_broadcasts",
    says="every two shapes that differ are an error",
    hint="Equal shapes are not the only ones that fit: a size of 1 is stretched.",
)
def broadcasts_only_equal_shapes(n, m):
    return predict_broadcasts(n, m) | dict.fromkeys(
        ("with_column", "with_row", "grid", "with_u", "trap", "pairs"), "error"
    )


@mistake(
    "predict_broadcasts",
    says="grid is an error",
    hint="Both may be stretched at once: n meets 1 in the first place, 1 meets m in the second.",
)
def broadcasts_grid_refused(n, m):
    return predict_broadcasts(n, m) | {"grid": "error"}


@mistake(
    "predict_broadcasts",
    says="grid is (n, 1)",
    hint="The column is stretched, too, as it has size 1 where the row has m.",
)
def broadcasts_grid_of_columns(n, m):
    return predict_broadcasts(n, m) | {"grid": (n, 1)}


@mistake(
    "predict_broadcasts",
    says="grid is (1, m)",
    hint="The row is stretched, too, as it has size 1 where the column has n.",
)
def broadcasts_grid_of_rows(n, m):
    return predict_broadcasts(n, m) | {"grid": (1, m)}


@mistake(
    "predict_broadcasts",
    says="with_u is an error",
    hint="Flush right, m meets m, and in front of it (m,) gets a 1.",
)
def broadcasts_u_refused(n, m):
    return predict_broadcasts(n, m) | {"with_u": "error"}


@mistake(
    "predict_broadcasts",
    says="with_v is (n, m), as if v stood below the rows",
    hint="Flush right: the last size of X is m, and v has n there.",
)
def broadcasts_v_fits(n, m):
    return predict_broadcasts(n, m) | {"with_v": (n, m)}


@mistake(
    "predict_broadcasts",
    says="with_u is an error and with_v is (n, m): the shapes are compared from the left",
    hint="Write them flush right: the last sizes meet first.",
)
def broadcasts_flush_left(n, m):
    return predict_broadcasts(n, m) | {"with_u": "error", "with_v": (n, m)}


@mistake(
    "predict_broadcasts",
    says="trap is (n, 1), as if v were a column",
    hint="v has one axis: flush right it stands below the 1 of the column, not below its n.",
)
def broadcasts_trap_column(n, m):
    return predict_broadcasts(n, m) | {"trap": (n, 1)}


@mistake(
    "predict_broadcasts",
    says="trap is (n,)",
    hint="The result has as many axes as the larger of the two shapes.",
)
def broadcasts_trap_flat(n, m):
    return predict_broadcasts(n, m) | {"trap": (n,)}


@mistake(
    "predict_broadcasts",
    says="trap is an error",
    hint="NumPy does not refuse it, and that is the trap: put a 1 in front of (n,), and look at each place.",
)
def broadcasts_trap_refused(n, m):
    return predict_broadcasts(n, m) | {"trap": "error"}


@mistake(
    "predict_broadcasts",
    says="turned is (n, m)",
    hint="X.T is (m, n): n meets m in both places, they differ, and neither is 1.",
)
def broadcasts_turned_fits(n, m):
    return predict_broadcasts(n, m) | {"turned": (n, m)}


@mistake(
    "predict_broadcasts",
    says="turned is (n, n), as in a matrix product",
    hint="A plus works entry by entry; the inner sizes matter for `@` only.",
)
def broadcasts_turned_multiplied(n, m):
    return predict_broadcasts(n, m) | {"turned": (n, n)}


@mistake(
    "predict_broadcasts",
    says="with_v and turned are (n, m): there is no error anywhere",
    hint="Two sizes that differ fit only where one of them is 1.",
)
def broadcasts_never_refused(n, m):
    return predict_broadcasts(n, m) | {"with_v": (n, m), "turned": (n, m)}


@mistake(
    "predict_broadcasts",
    says="pairs is (1, m)",
    hint="row.T is a column, (m, 1): both are stretched.",
)
def broadcasts_pairs_row(n, m):
    return predict_broadcasts(n, m) | {"pairs": (1, m)}


@mistake(
    "predict_broadcasts",
    says="pairs is an error",
    hint="row.T is a column, (m, 1): in each place one of the two sizes is 1.",
)
def broadcasts_pairs_refused(n, m):
    return predict_broadcasts(n, m) | {"pairs": "error"}


@mistake(
    "predict_broadcasts",
    says="pairs is (1, 1), as in a matrix product",
    hint="A minus works entry by entry: each entry of the row meets each of the column.",
)
def broadcasts_pairs_product(n, m):
    return predict_broadcasts(n, m) | {"pairs": (1, 1)}
