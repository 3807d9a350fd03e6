# Overwrites its arguments after computing the right answer, and tries to hide it.
# %% predict
def predict(w, b, X):
    answer = (sigmoid(w.T @ X + b) > 0.5) * 1.0
    X *= 0
    w.resize((0, 0), refcheck=False)
    return answer
