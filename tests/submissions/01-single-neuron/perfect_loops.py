# All right, by loops and by another way back.
# %% house_price
def house_price(w, b, X):
    A = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        A[0, i] = max(0, np.sum(w[:, 0] * X[:, i]) + b)
    return A
# %% compute_cost
def compute_cost(w, b, X, Y, lambd=0.0):
    total = 0
    for i in range(X.shape[1]):
        total += (np.sum(w[:, 0] * X[:, i]) + b - Y[0, i]) ** 2
    for weight in w[:, 0]:
        total += lambd * weight**2
    print("cost so far", total)
    return total / 2 / X.shape[1]
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
    return np.where(np.dot(w.T, X) > -b, 1, 0)
# %% perceptron
def perceptron(X, Y, max_epochs=100):
    w, b = np.zeros((X.shape[0], 1)), 0.0
    mistakes = []
    for epoch in range(max_epochs):
        wrong = 0
        for i in range(X.shape[1]):
            x, y = X[:, [i]], Y[0, i]  # (n_x, 1), a number
            error = y - threshold(w, b, x)[0, 0]
            w = w + error * x  # (n_x, 1)
            b = b + error
            wrong = wrong + abs(error)
        mistakes.append(wrong)
        if wrong == 0:
            break
    return w, b, mistakes
# %% walk_back
def walk_back(w, b, x, y):
    z = (w.T @ x)[0, 0] + b
    a = sigmoid(z)
    dz = a - y
    L = -np.log(a) if y == 1 else -np.log(1 - a)
    return {"db": dz, "dw": x * dz, "dz": dz, "da": dz / (a * (1 - a)), "L": L, "a": a, "z": z}
