# As far as the cost; the rest still stubs.
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
