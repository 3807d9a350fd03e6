# The minus of the loss belongs to one term only, and the error of the perceptron is turned round.
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
# %% linear_regression
def linear_regression(X, Y, learning_rate=0.1, lambd=0.0, tolerance=1e-6, max_iterations=1000):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    costs = [compute_cost(w, b, X, Y, lambd)]
    for i in range(max_iterations):
        dw, db = gradients(w, b, X, Y, lambd)
        w = w - learning_rate * dw  # (n_x, 1)
        b = b - learning_rate * db
        costs.append(compute_cost(w, b, X, Y, lambd))
        if abs(costs[-2] - costs[-1]) < tolerance:
            break
    return w, b, costs
# %% threshold
def threshold(w, b, X):
    Z = w.T @ X + b  # (1, m)
    answers = (Z > 0).astype(float)  # (1, m)
    return answers
# %% perceptron
def perceptron(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x, y = X[:, [i]], Y[0, i]  # (n_x, 1), a number
            error = threshold(w, b, x)[0, 0] - y
            w = w + error * x  # (n_x, 1)
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
# %% walk_back
def walk_back(w, b, x, y):
    z = np.sum(w * x) + b
    a = sigmoid(z)
    L = -y * np.log(a) + (1 - y) * np.log(1 - a)
    da = -y / a + (1 - y) / (1 - a)
    dz = da * a * (1 - a)
    dw = x * dz  # (n_x, 1)
    db = dz
    return {"z": z, "a": a, "L": L, "da": da, "dz": dz, "dw": dw, "db": db}
