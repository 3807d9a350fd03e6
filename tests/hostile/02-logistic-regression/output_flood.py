# Prints without end.
# %% predict
def predict(w, b, X):
    while True:
        print("x" * 10_000)
# %% after:predict-check
while True:
    print("x" * 10_000)
