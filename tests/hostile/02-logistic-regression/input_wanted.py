# Asks the user.
# %% predict
def predict(w, b, X):
    return float(input("which one? "))
