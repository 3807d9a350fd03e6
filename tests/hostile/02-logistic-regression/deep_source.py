# Holds an expression that is nested deeper than a parser can follow.
# %% predict
exec("x = " + "(" * 100_000 + ")" * 100_000)
def predict(w, b, X):
    return eval("-" * 100_000 + "1")
