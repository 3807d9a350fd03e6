# As far as the first prediction; the rest still stubs.
# %% as_column
def as_column(v):
    column = v.reshape(-1, 1)  # (n, 1)
    return column
# %% predict_shapes
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
