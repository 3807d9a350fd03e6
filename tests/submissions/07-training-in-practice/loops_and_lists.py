# All right, by loops, with prints and a warning.
# %% softmax
import warnings

def softmax(Z):
    A = np.zeros(Z.shape)
    for i in range(Z.shape[1]):
        e = np.exp(Z[:, i] - max(Z[:, i]))
        A[:, i] = e / sum(e)
    print("softmax of", Z.shape)
    warnings.warn("slow")
    return A
# %% one_hot
def one_hot(labels, C):
    return np.eye(C)[labels[0]].T
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
    shuffled_X = X[:, permutation]  # (n_x, m)
    shuffled_Y = Y[:, permutation]  # (n_y, m)
    for start in range(0, X.shape[1], mini_batch_size):
        end = start + mini_batch_size
        mini_batches.append((shuffled_X[:, start:end], shuffled_Y[:, start:end]))
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
    return one_hot(labels, C) @ one_hot(answers, C).T
