# Everything right, with prints, warnings, text on stderr, float32, booleans and lambdas.
# %% sigmoid
import sys, warnings
sigmoid = lambda z: np.divide(1, np.add(1, np.exp(np.negative(z))))
print("sigmoid is ready", file=sys.stderr)
# %% initialize_with_zeros
def initialize_with_zeros(dim):
    assert dim > 0
    print("dim", dim)
    return np.zeros((dim, 1), dtype=np.float32), np.array([[0.0]])
# %% propagate
def propagate(w, b, X, Y):
    warnings.warn("careful")
    print("propagate", X.shape, file=sys.stderr)
    A = np.matmul(w.transpose(), X) + b
    A = sigmoid(A)
    dZ = np.subtract(A, Y)
    cost = np.mean(np.where(Y == 1, -np.log(A), -np.log(1 - A)), axis=1, keepdims=True)
    return dict(db=dZ.mean(), dw=np.einsum("ij,kj->ik", X, dZ) / Y.size, note="extra"), cost
# %% optimize
def optimize(w, b, X, Y, num_iterations=100, learning_rate=0.009, print_cost=False):
    w = w.copy()
    b = np.float64(b)
    costs = []
    for i in range(num_iterations):
        grads, cost = propagate(w, b, X, Y)
        w -= learning_rate * grads["dw"]
        b -= learning_rate * grads["db"]
        if not i % 100:
            costs.append(np.squeeze(cost))
            if print_cost:
                print(i, cost)
    return {"w": w, "b": b}, {"dw": grads["dw"], "db": grads["db"]}, costs
# %% predict
def predict(w, b, X):
    return sigmoid(w.T @ X + b) >= 0.5
# %% model
def model(X_train, Y_train, X_test, Y_test, num_iterations=2000, learning_rate=0.005, print_cost=False):
    w, b = np.zeros((X_train.shape[0], 1)), 0.0
    params, grads, costs = optimize(w, b, X_train, Y_train, num_iterations=num_iterations, learning_rate=learning_rate)
    w, b = params["w"], params["b"]
    Y_prediction_test = predict(w, b, X_test)
    Y_prediction_train = predict(w, b, X_train)
    print("train accuracy:", 100 - np.mean(np.abs(Y_prediction_train * 1 - Y_train)) * 100, "%")
    return {"costs": costs, "Y_prediction_test": Y_prediction_test, "Y_prediction_train": Y_prediction_train,
            "w": w, "b": b, "learning_rate": learning_rate, "num_iterations": num_iterations, "grads": grads}
