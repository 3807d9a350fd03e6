# dZ2 has the wrong sign, so that training goes uphill.
# %% layer_sizes
def layer_sizes(X, Y):
    n_h = 4
    n_x = X.shape[0]
    n_y = Y.shape[0]
    return n_x, n_h, n_y
# %% initialize_parameters
def initialize_parameters(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01  # (n_h, n_x)
    b1 = np.zeros((n_h, 1))  # (n_h, 1)
    W2 = np.random.randn(n_y, n_h) * 0.01  # (n_y, n_h)
    b2 = np.zeros((n_y, 1))  # (n_y, 1)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
# %% forward_propagation
def forward_propagation(X, parameters):
    Z1 = parameters["W1"] @ X + parameters["b1"]  # (n_h, m)
    A1 = np.tanh(Z1)  # (n_h, m)
    Z2 = parameters["W2"] @ A1 + parameters["b2"]  # (n_y, m)
    A2 = sigmoid(Z2)  # (n_y, m)
    cache = {"Z1": Z1, "A1": A1, "Z2": Z2, "A2": A2}
    return A2, cache
# %% compute_cost
def compute_cost(A2, Y):
    m = Y.shape[1]
    losses = -(Y * np.log(A2) + (1 - Y) * np.log(1 - A2))  # (1, m)
    cost = np.sum(losses) / m
    return cost
# %% backward_propagation
def backward_propagation(parameters, cache, X, Y):
    m = X.shape[1]
    W2, A1, A2 = parameters["W2"], cache["A1"], cache["A2"]
    dZ2 = Y - A2  # (n_y, m)
    dW2 = dZ2 @ A1.T / m  # (n_y, n_h)
    db2 = np.sum(dZ2, axis=1, keepdims=True) / m  # (n_y, 1)
    dZ1 = W2.T @ dZ2 * (1 - A1**2)  # (n_h, m)
    dW1 = dZ1 @ X.T / m  # (n_h, n_x)
    db1 = np.sum(dZ1, axis=1, keepdims=True) / m  # (n_h, 1)
    return {"dW1": dW1, "db1": db1, "dW2": dW2, "db2": db2}
# %% update_parameters
def update_parameters(parameters, grads, learning_rate=1.2):
    W1 = parameters["W1"] - learning_rate * grads["dW1"]  # (n_h, n_x)
    b1 = parameters["b1"] - learning_rate * grads["db1"]  # (n_h, 1)
    W2 = parameters["W2"] - learning_rate * grads["dW2"]  # (n_y, n_h)
    b2 = parameters["b2"] - learning_rate * grads["db2"]  # (n_y, 1)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
# %% nn_model
def nn_model(X, Y, n_h, num_iterations=10000, print_cost=False):
    n_x, _, n_y = layer_sizes(X, Y)
    parameters = initialize_parameters(n_x, n_h, n_y)
    for i in range(num_iterations):
        A2, cache = forward_propagation(X, parameters)
        cost = compute_cost(A2, Y)
        grads = backward_propagation(parameters, cache, X, Y)
        parameters = update_parameters(parameters, grads)
        if print_cost and i % 1000 == 0:
            print(f"Cost after iteration {i}: {cost:.4f}")
    return parameters
# %% predict
def predict(parameters, X):
    A2, _ = forward_propagation(X, parameters)  # (n_y, m)
    predictions = (A2 > 0.5).astype(float)  # (n_y, m)
    return predictions
