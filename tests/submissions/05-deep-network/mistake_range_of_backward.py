# Layer 1 is left out on the way back.
# %% initialize_parameters
def initialize_parameters(n_x, n_h, n_y):
    W1 = np.random.randn(n_h, n_x) * 0.01  # (n_h, n_x)
    b1 = np.zeros((n_h, 1))  # (n_h, 1)
    W2 = np.random.randn(n_y, n_h) * 0.01  # (n_y, n_h)
    b2 = np.zeros((n_y, 1))  # (n_y, 1)
    return {"W1": W1, "b1": b1, "W2": W2, "b2": b2}
# %% initialize_parameters_deep
def initialize_parameters_deep(layer_dims):
    parameters = {}
    for l in range(1, len(layer_dims)):
        n, n_prev = layer_dims[l], layer_dims[l - 1]
        parameters[f"W{l}"] = np.random.randn(n, n_prev) / np.sqrt(n_prev)  # (n, n_prev)
        parameters[f"b{l}"] = np.zeros((n, 1))  # (n, 1)
    return parameters
# %% linear_forward
def linear_forward(A, W, b):
    Z = W @ A + b  # (n, m)
    cache = (A, W, b)
    return Z, cache
# %% linear_activation_forward
def linear_activation_forward(A_prev, W, b, activation):
    Z, linear_cache = linear_forward(A_prev, W, b)
    A, activation_cache = sigmoid(Z) if activation == "sigmoid" else relu(Z)
    cache = (linear_cache, activation_cache)
    return A, cache
# %% L_model_forward
def L_model_forward(X, parameters):
    caches = []
    A = X  # (n_x, m)
    L = len(parameters) // 2
    for l in range(1, L):
        A, cache = linear_activation_forward(A, parameters[f"W{l}"], parameters[f"b{l}"], "relu")
        caches.append(cache)
    AL, cache = linear_activation_forward(A, parameters[f"W{L}"], parameters[f"b{L}"], "sigmoid")
    caches.append(cache)
    return AL, caches
# %% compute_cost
def compute_cost(AL, Y):
    m = Y.shape[1]
    cost = -np.sum(Y * np.log(AL) + (1 - Y) * np.log(1 - AL)) / m
    return cost
# %% linear_backward
def linear_backward(dZ, cache):
    A_prev, W, b = cache
    m = A_prev.shape[1]
    dW = dZ @ A_prev.T / m  # (n, n_prev)
    db = np.sum(dZ, axis=1, keepdims=True) / m  # (n, 1)
    dA_prev = W.T @ dZ  # (n_prev, m)
    return dA_prev, dW, db
# %% linear_activation_backward
def linear_activation_backward(dA, cache, activation):
    linear_cache, activation_cache = cache
    bend_backward = sigmoid_backward if activation == "sigmoid" else relu_backward
    dZ = bend_backward(dA, activation_cache)  # (n, m)
    dA_prev, dW, db = linear_backward(dZ, linear_cache)
    return dA_prev, dW, db
# %% L_model_backward
def L_model_backward(AL, Y, caches):
    grads = {}
    L = len(caches)
    dAL = -(Y / AL - (1 - Y) / (1 - AL))  # (n_y, m)
    back = linear_activation_backward(dAL, caches[L - 1], "sigmoid")
    grads[f"dA{L - 1}"], grads[f"dW{L}"], grads[f"db{L}"] = back
    for l in reversed(range(2, L)):
        back = linear_activation_backward(grads[f"dA{l}"], caches[l - 1], "relu")
        grads[f"dA{l - 1}"], grads[f"dW{l}"], grads[f"db{l}"] = back
    return grads
# %% update_parameters
def update_parameters(params, grads, learning_rate):
    parameters = {}
    for name in params:
        parameters[name] = params[name] - learning_rate * grads["d" + name]
    return parameters
