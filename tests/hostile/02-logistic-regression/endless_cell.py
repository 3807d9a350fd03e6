# Never ends, in the cell that should define the function.
# %% predict
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
