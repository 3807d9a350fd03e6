# Fills its folder.
# %% predict
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
for number in range(100):
    open(f"hog{number}", "wb").write(bytes(10**7))
