# All right, by loops and lists; the shapes were measured.
# %% as_column
def as_column(v):
    return np.array([[number] for number in v])
# %% predict_shapes
def predict_shapes(n, m):
    X, w, v = np.zeros((n, m)), np.zeros((n, 1)), np.zeros(n)
    turned, gram, products = X.T.shape, (X @ X.T).shape, (w.T @ X).shape
    example, kept = X[:, 0].shape, X[:, :1].shape
    sums, kept_sums, flat = X.sum(axis=0).shape, X.sum(axis=1, keepdims=True).shape, v.T.shape
    print("measured", turned)
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
    rows = []
    for row in X:
        rows.append((row - row.mean()) / row.std())
    return np.array(rows)
# %% dot
def dot(w, x):
    z = 0
    for j in range(len(w)):
        z += w[j] * x[j]
    return z
# %% scores
def scores(w, b, X):
    Z = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        Z[0, i] = dot(w, X[:, [i]])[0] + b
    return Z
# %% gradients
def gradients(X, dZ):
    n_x, m = X.shape
    dw, db = np.zeros((n_x, 1)), 0
    for i in range(m):
        dw += X[:, [i]] * dZ[0, i] / m
        db += dZ[0, i] / m
    return dw, db
