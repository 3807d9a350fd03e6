# Computes a power that never ends, where no signal is heard.
# %% predict
def predict(w, b, X):
    return 9 ** 9 ** 9 ** 9
