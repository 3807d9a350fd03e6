# As far as the gradients; the rest still stubs.
# %% house_price
def house_price(w, b, X):
    Z = w.T @ X + b  # (1, m)
    A = np.maximum(0, Z)  # (1, m)
    return A
# %% compute_cost
def compute_cost(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    Z = w.T @ X + b  # (1, m)
    cost = (np.sum((Z - Y) ** 2) + lambd * np.sum(w**2)) / (2 * m)
    return cost
# %% gradients
def gradients(w, b, X, Y, lambd=0.0):
    m = X.shape[1]
    dZ = w.T @ X + b - Y  # (1, m)
    dw = (X @ dZ.T + lambd * w) / m  # (n_x, 1)
    db = np.sum(dZ) / m
    return dw, db
