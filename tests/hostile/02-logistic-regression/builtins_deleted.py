# Deletes the built-in names from the notebook's own.
# %% predict
__builtins__ = {}
def predict(w, b, X):
    return float(open("/etc/passwd").read())
