# Never ends, whatever is raised in it.
# %% predict
def predict(w, b, X):
    return (sigmoid(w.T @ X + b) > 0.5) * 1.0
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
