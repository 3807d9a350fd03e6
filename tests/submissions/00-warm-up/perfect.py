# All right.
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
# %% predict_broadcasts
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
# %% standardise
def standardise(X):
    mu = np.mean(X, axis=1, keepdims=True)  # (n_x, 1)
    sigma = np.std(X, axis=1, keepdims=True)  # (n_x, 1)
    standardised = (X - mu) / sigma  # (n_x, m)
    return standardised
# %% dot
def dot(w, x):
    z = np.sum(w * x)
    return z
# %% scores
def scores(w, b, X):
    Z = w.T @ X + b  # (1, m)
    return Z
# %% gradients
def gradients(X, dZ):
    m = X.shape[1]
    dw = X @ dZ.T / m  # (n_x, 1)
    db = np.sum(dZ) / m
    return dw, db
