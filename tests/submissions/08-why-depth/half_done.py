# The units only; the way back still stubs.
# %% xor_unit
def xor_unit(a, b):
    either = step(a + b - 0.5)
    both = step(a + b - 1.5)
    answer = step(either - both - 0.5)
    return answer
# %% parity_tree
def parity_tree(X):
    while X.shape[0] > 1:
        X = xor_unit(X[0::2], X[1::2])  # half as many rows
    answer = X
    return answer
# %% pattern_detectors
def pattern_detectors(P):
    W = 2 * P - 1  # (k, n)
    b = 1 - P.sum(axis=1, keepdims=True)  # (k, 1)
    return W, b
# %% count_units
def count_units(n):
    tree = n - 1
    wide = 2 ** (n - 1)
    return tree, wide
