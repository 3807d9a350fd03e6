# Holds a NUL, which Python refuses to compile.
# %% predict
def predict(w, b, X):
    return 1 @NUL@
