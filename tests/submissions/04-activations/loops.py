# All right, with loops and copies.
# %% numerical_derivative
def numerical_derivative(activation, z, h=1e-5):
    g = FUNCTIONS[activation]
    slope = (g(z + h) - g(z - h)) / (2 * h)
    return slope
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
    a = np.array(z, dtype=float)
    a[a < 0] = 0
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
    A = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - max(Z[:, i]))
        A[:, i] = e / sum(e)
    return A
# %% softmax_derivative
def softmax_derivative(a):
    n = len(a)
    J = np.zeros((n, n))
    for i in range(n):
        for j in range(n):
            J[i, j] = a[i, 0] * ((i == j) - a[j, 0])
    return J
