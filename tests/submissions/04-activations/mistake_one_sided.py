# The slope is measured to the right only.
# %% numerical_derivative
def numerical_derivative(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    return (g(z + h) - g(z)) / h
# %% sigmoid_derivative
def sigmoid_derivative(z):
    s = sigmoid(z)
    slope = s * (1 - s)
    return slope
# %% tanh_derivative
def tanh_derivative(z):
    t = np.tanh(z)
    slope = 1 - t * t
    return slope
# %% relu
def relu(z):
    a = np.maximum(z, 0)
    return a
# %% leaky_relu
def leaky_relu(z, slope=0.01):
    a = np.where(z > 0, z, slope * z)
    return a
# %% relu_derivative
def relu_derivative(z, slope=0.0):
    derivative = np.where(z > 0, 1.0, slope)
    return derivative
# %% softmax
def softmax(Z):
    E = np.exp(Z - Z.max(axis=0, keepdims=True))  # (n, m)
    A = E / E.sum(axis=0, keepdims=True)  # (n, m)
    return A
# %% softmax_derivative
def softmax_derivative(a):
    J = np.diag(a[:, 0]) - a @ a.T  # (n, n)
    return J
