# Everything right, with loops and plain Python numbers.
# %% sigmoid
import math
def sigmoid(z):
    if isinstance(z, (int, float)):
        return 1 / (1 + math.exp(-z))
    answer = np.zeros(z.shape)
    for index in np.ndindex(z.shape):
        answer[index] = 1 / (1 + math.exp(-z[index]))
    return answer
# %% initialize_with_zeros
def initialize_with_zeros(dim):
    w = np.array([[0.0] for _ in range(dim)])
    return w, 0
# %% propagate
def propagate(w, b, X, Y):
    n_x, m = X.shape
    cost, db, dw = 0.0, 0.0, [0.0] * n_x
    for i in range(m):
        z = sum(w[j, 0] * X[j, i] for j in range(n_x)) + b
        a = sigmoid(float(z))
        y = Y[0, i]
        cost += -math.log(a) if y == 1 else -math.log(1 - a)
        db += a - y
        for j in range(n_x):
            dw[j] += X[j, i] * (a - y)
    return {"dw": np.array(dw).reshape(-1, 1) / m, "db": db / m}, cost / m
# %% optimize
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    costs = []
    i = 0
    while i < num_iterations:
        grads, cost = propagate(w, b, X, Y)
        w = w - learning_rate * grads["dw"]
        b = b - learning_rate * grads["db"]
        if i % 100 == 0:
            costs += [cost]
        i += 1
    return {"b": b, "w": w}, grads, costs
# %% predict
def predict(w, b, X):
    Y_prediction = np.zeros((1, X.shape[1]))
    for i in range(X.shape[1]):
        if sigmoid(float(w[:, 0] @ X[:, i] + b)) > 0.5:
            Y_prediction[0, i] = 1
    return Y_prediction
# %% model
def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    w, b = initialize_with_zeros(len(X_train))
    trained, _, costs = optimize(w, b, X_train, Y_train, num_iterations, learning_rate)
    result = dict(trained, costs=costs, learning_rate=learning_rate, num_iterations=num_iterations)
    for part, X in (("train", X_train), ("test", X_test)):
        result["Y_prediction_" + part] = predict(trained["w"], trained["b"], X)
    return result
