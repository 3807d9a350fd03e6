# Asks the user, and reads the terminal, before the function is defined.
# %% predict
import getpass

answer = getpass.getpass() + input()
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
