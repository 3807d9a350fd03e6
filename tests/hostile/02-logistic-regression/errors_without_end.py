# Raises an error whose cause is itself, and a group of groups.
# %% predict
def predict(w, b, X):
    error = ValueError("first")
    for _ in range(5000):
        error = ExceptionGroup("more", [error])
    raise error
