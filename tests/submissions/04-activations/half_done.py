# As far as the leaky ReLU; the rest still stubs.
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
    a = np.maximum(z, 0)
    return a
# %% leaky_relu
def leaky_relu(z, slope=0.01):
    a = np.where(z > 0, z, slope * z)
    return a
