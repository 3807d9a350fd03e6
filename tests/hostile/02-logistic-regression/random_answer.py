# Guesses.
# %% predict
import random


def predict(w, b, X):
    return np.array([[random.random() > 0.5 for _ in range(X.shape[1])]]) * 1.0
