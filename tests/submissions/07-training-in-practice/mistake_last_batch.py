# What is left over makes no batch, and equal pairs are counted once.
# %% softmax
def softmax(Z):
    e = np.exp(Z - np.max(Z, axis=0, keepdims=True))  # (C, m)
    A = e / np.sum(e, axis=0, keepdims=True)  # (C, m)
    return A
# %% one_hot
def one_hot(labels, C):
    Y = (np.arange(C)[:, np.newaxis] == labels).astype(float)  # (C, 1) with (1, m) -> (C, m)
    return Y
# %% cross_entropy
def cross_entropy(Z, Y):
    m = Y.shape[1]
    A = softmax(Z)  # (C, m)
    cost = -np.sum(Y * np.log(A)) / m
    dZ = A - Y  # (C, m)
    return cost, dZ
# %% random_mini_batches
def random_mini_batches(X, Y, permutation, mini_batch_size):
    mini_batches = []
    for t in range(X.shape[1] // mini_batch_size):
        part = permutation[t * mini_batch_size : (t + 1) * mini_batch_size]
        mini_batches.append((X[:, part], Y[:, part]))
    return mini_batches
# %% l2_penalty
def l2_penalty(W, lambd):
    cost = lambd * np.sum(W**2)
    dW = 2 * lambd * W  # (n, n_prev)
    return cost, dW
# %% l1_penalty
def l1_penalty(W, lambd):
    cost = lambd * np.sum(np.abs(W))
    dW = lambd * np.sign(W)  # (n, n_prev)
    return cost, dW
# %% learning_rates
def learning_rates(lowest, highest, n):
    rates = lowest * (highest / lowest) ** (np.arange(n) / (n - 1))  # (n,)
    return rates
# %% confusion_matrix
def confusion_matrix(labels, answers, C):
    counts = np.zeros((C, C), dtype=int)
    counts[labels[0], answers[0]] += 1
    return counts
